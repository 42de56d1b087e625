#include "core/view/change_words.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "core/base/sort.h"
#include "core/view/brush.h"
#include "core/view/matrix_model.h"
#include "core/view/voice_model.h"
#include "core/view/wording.h"

namespace proviso::view {
namespace {

constexpr std::size_t kPhrasesAtMost = 3;
constexpr std::size_t kNameBytes = 80;

using Strings = std::vector<std::string>;

Strings Without(const Strings& all, const Strings& those) {
  Strings rest;
  std::set_difference(all.begin(), all.end(), those.begin(), those.end(), std::back_inserter(rest));
  return rest;
}

std::string Cut(std::string_view text) {
  if (text.size() <= kNameBytes) return std::string(text);
  std::size_t end = kNameBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;
  return std::string(text.substr(0, end)) + "…";
}

void AddLevers(const Library& library, const ViewState& before, const ViewState& after,
               Strings* phrases) {
  Strings touched = Without(before.on, after.on);
  for (const Strings& more : {Without(after.on, before.on), Without(before.off, after.off),
                              Without(after.off, before.off)})
    touched.insert(touched.end(), more.begin(), more.end());
  SortList(&touched);
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  if (after.on.empty() && after.off.empty() && touched.size() > 1) {
    phrases->push_back(library.say("nothing supposed any more"));
    return;
  }
  for (const std::string& id : touched) {
    const Lever lever = LeverOf(after, id);
    phrases->push_back(library.say(lever == Lever::kOn    ? "“{0}”: on"
                                   : lever == Lever::kOff ? "“{0}”: off"
                                                          : "“{0}”: open",
                                   {NameOfId(library, id)}));
  }
}

void AddFilters(const Library& library, const ViewState& before, const ViewState& after,
                Strings* phrases) {
  if (before.filter == after.filter) return;
  if (after.filter.empty()) {
    phrases->push_back(library.say("filters cleared"));
    return;
  }
  for (std::size_t i = 0; i < query::kFacetCount; ++i) {
    const auto facet = static_cast<query::Facet>(i);
    const auto add = [&](const Strings& values, std::string_view key) {
      for (const std::string& value : values)
        phrases->push_back(
            library.say(key, {library.say(Label(facet)),
                              Cut(FacetValueWords(library.dataset, facet, value, library.say))}));
    };
    add(Without(after.filter.values[i], before.filter.values[i]), Key("filter {0}: {1}"));
    add(Without(before.filter.values[i], after.filter.values[i]), Key("filter {0}: {1} dropped"));
  }
}

}  // namespace

std::string NameOfId(const Library& library, std::string_view id) {
  const std::size_t pair = id.find('~');
  if (pair != std::string_view::npos)
    return Cut(library.say("{0} and {1}", {NameOfId(library, id.substr(0, pair)),
                                           NameOfId(library, id.substr(pair + 1))}));
  const RecordRef record = library.dataset.Find(id);
  std::string name = record ? NameOf(library, record) : std::string(id);
  if (record && !name.empty() && name.back() == '.') name.pop_back();  // It stands in a sentence.
  return Cut(name);
}

std::string ChangeWords(const Library& library, const ViewState& before, const ViewState& after) {
  Strings phrases;
  const Say& say = library.say;
  const auto name = [&](std::string_view id) { return NameOfId(library, id); };
  if (before.view != after.view) phrases.push_back(say("view {0}", {say(Label(after.view))}));
  AddLevers(library, before, after, &phrases);
  AddFilters(library, before, after, &phrases);
  if (before.target != after.target)
    phrases.push_back(
        say("asked about “{0}”",
            {NameOf(library, {Table::kPropositions, FindOutcome(library, after).target.index()})}));
  if (before.strict != after.strict)
    phrases.push_back(say(after.strict ? "strict reading on" : "strict reading off"));
  if (before.words != after.words)
    phrases.push_back(
        say(after.words.empty() ? "words cleared" : "words “{0}”", {Cut(after.words)}));
  if (before.from != after.from || before.to != after.to) {
    const std::string dates = BrushWords(after, say);
    phrases.push_back(say(dates.empty() ? "all dates" : "dates {0}", {dates}));
  }
  if (before.sort != after.sort)
    phrases.push_back(say("sorted by “{0}”", {say(Label(after.sort))}));
  if (before.group != after.group)
    phrases.push_back(say("grouped by “{0}”", {say(Label(after.group))}));
  if (before.matrix_columns != after.matrix_columns)
    phrases.push_back(say("columns: {0}", {say(Label(after.matrix_columns))}));
  if (before.matrix_rows != after.matrix_rows)
    phrases.push_back(say("rows: {0}", {say(Label(after.matrix_rows))}));
  if (before.matrix_order != after.matrix_order)
    phrases.push_back(say("matrix sorted by “{0}”", {say(Label(after.matrix_order))}));
  if (before.min_count != after.min_count)
    phrases.push_back(say.Counted(after.min_count, "at least {0} claim", "at least {0} claims"));
  if (before.hide_silent != after.hide_silent)
    phrases.push_back(say(after.hide_silent ? "silent holders hidden" : "silent holders shown"));
  if (before.document != after.document)
    phrases.push_back(
        say(after.document.empty() ? "the first text" : "text “{0}”", {name(after.document)}));
  if (before.text_percent != after.text_percent)
    phrases.push_back(say("text at {0} %", {std::to_string(after.text_percent)}));
  if (before.arrows != after.arrows)
    phrases.push_back(
        say(after.arrows.empty() ? "everybody’s arrows" : "arrows of “{0}”", {name(after.arrows)}));
  if (before.steps != after.steps)
    phrases.push_back(after.steps == 0 ? say("all steps")
                                       : say.Counted(after.steps, "{0} step", "{0} steps"));
  if (before.hidden_edges != after.hidden_edges) phrases.push_back(say("other lines drawn"));
  if (before.only != after.only)
    phrases.push_back(after.only.empty() ? say("everybody drawn")
                                         : say.Counted(after.only.size(), "only {0} actor drawn",
                                                       "only {0} actors drawn"));
  if (before.pins != after.pins)
    phrases.push_back(say(after.pins.size() < before.pins.size() ? "pin let go" : "held in place"));
  if (before.as_list != after.as_list)
    phrases.push_back(say(after.as_list ? "as a list" : "drawn"));
  if (before.selection != after.selection)
    phrases.push_back(say(after.selection.empty() ? "nothing looked at" : "looking at “{0}”",
                          {name(after.selection)}));
  if (before.why != after.why)
    phrases.push_back(say(after.why.empty() ? "reasons closed" : "reasons"));
  if (before.side_a != after.side_a || before.side_b != after.side_b)
    phrases.push_back(say("compared with other sides"));
  if (before.verdict != after.verdict)
    phrases.push_back(say(after.verdict.empty() ? "all points compared" : "points of one kind"));
  if (before.step != after.step && before.view == after.view)
    phrases.push_back(say("question “{0}”", {name(after.step)}));
  if (before.name != after.name)
    phrases.push_back(say(after.name.empty() ? "scenario without a name" : "scenario called “{0}”",
                          {Cut(after.name)}));
  if (before.beside != after.beside)
    phrases.push_back(say(after.beside ? "scenario kept to compare" : "comparison closed"));
  else if (before.beside_on != after.beside_on || before.beside_off != after.beside_off)
    phrases.push_back(say("scenarios changed places"));
  if (phrases.empty()) phrases.push_back(say("how it is drawn"));
  if (phrases.size() > kPhrasesAtMost) {
    const std::size_t more = phrases.size() - kPhrasesAtMost;
    phrases.resize(kPhrasesAtMost);
    phrases.push_back(say.Counted(more, "{0} more change", "{0} more changes"));
  }
  return say.Join(phrases);
}

}  // namespace proviso::view
