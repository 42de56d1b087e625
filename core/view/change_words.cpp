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
    phrases->push_back("nothing supposed any more");
    return;
  }
  for (const std::string& id : touched) {
    const Lever lever = LeverOf(after, id);
    const std::string_view word =
        lever == Lever::kOn ? "on" : (lever == Lever::kOff ? "off" : "open");
    phrases->push_back(Quoted(NameOfId(library, id)) + ": " + std::string(word));
  }
}

void AddFilters(const Library& library, const ViewState& before, const ViewState& after,
                Strings* phrases) {
  if (before.filter == after.filter) return;
  if (after.filter.empty()) {
    phrases->push_back("filters cleared");
    return;
  }
  for (std::size_t i = 0; i < query::kFacetCount; ++i) {
    const auto facet = static_cast<query::Facet>(i);
    const auto add = [&](const Strings& values, std::string_view tail) {
      for (const std::string& value : values)
        phrases->push_back("filter " + std::string(Label(facet)) + ": " +
                           Cut(FacetValueWords(library.dataset, facet, value)) + std::string(tail));
    };
    add(Without(after.filter.values[i], before.filter.values[i]), "");
    add(Without(before.filter.values[i], after.filter.values[i]), " dropped");
  }
}

}  // namespace

std::string NameOfId(const Library& library, std::string_view id) {
  const std::size_t pair = id.find('~');
  if (pair != std::string_view::npos)
    return Cut(NameOfId(library, id.substr(0, pair)) + " and " +
               NameOfId(library, id.substr(pair + 1)));
  const RecordRef record = library.dataset.Find(id);
  std::string name = record ? NameOf(library, record) : std::string(id);
  if (record && !name.empty() && name.back() == '.') name.pop_back();  // It stands in a sentence.
  return Cut(name);
}

std::string ChangeWords(const Library& library, const ViewState& before, const ViewState& after) {
  Strings phrases;
  if (before.view != after.view) phrases.push_back("view " + std::string(Label(after.view)));
  AddLevers(library, before, after, &phrases);
  AddFilters(library, before, after, &phrases);
  if (before.target != after.target)
    phrases.push_back("asked about " +
                      Quoted(NameOf(library, {Table::kPropositions,
                                              FindOutcome(library, after).target.index()})));
  if (before.strict != after.strict)
    phrases.push_back(after.strict ? "strict reading on" : "strict reading off");
  if (before.words != after.words)
    phrases.push_back(after.words.empty() ? "words cleared" : "words " + Quoted(Cut(after.words)));
  if (before.from != after.from || before.to != after.to) {
    const std::string dates = BrushWords(after);
    phrases.push_back(dates.empty() ? "all dates" : "dates " + dates);
  }
  if (before.sort != after.sort) phrases.push_back("sorted by " + Quoted(Label(after.sort)));
  if (before.group != after.group) phrases.push_back("grouped by " + Quoted(Label(after.group)));
  if (before.matrix_columns != after.matrix_columns)
    phrases.push_back("columns: " + std::string(Label(after.matrix_columns)));
  if (before.matrix_rows != after.matrix_rows)
    phrases.push_back("rows: " + std::string(Label(after.matrix_rows)));
  if (before.matrix_order != after.matrix_order)
    phrases.push_back("matrix sorted by " + Quoted(Label(after.matrix_order)));
  if (before.min_count != after.min_count)
    phrases.push_back("at least " + Counted(after.min_count, "claim", "claims"));
  if (before.hide_silent != after.hide_silent)
    phrases.push_back(after.hide_silent ? "silent holders hidden" : "silent holders shown");
  if (before.document != after.document)
    phrases.push_back(after.document.empty() ? "the first text"
                                             : "text " + Quoted(NameOfId(library, after.document)));
  if (before.text_percent != after.text_percent)
    phrases.push_back("text at " + std::to_string(after.text_percent) + " %");
  if (before.arrows != after.arrows)
    phrases.push_back(after.arrows.empty()
                          ? "everybody’s arrows"
                          : "arrows of " + Quoted(NameOfId(library, after.arrows)));
  if (before.steps != after.steps)
    phrases.push_back(after.steps == 0 ? "all steps" : Counted(after.steps, "step", "steps"));
  if (before.hidden_edges != after.hidden_edges) phrases.push_back("other lines drawn");
  if (before.only != after.only)
    phrases.push_back(after.only.empty()
                          ? "everybody drawn"
                          : "only " + Counted(after.only.size(), "actor", "actors") + " drawn");
  if (before.pins != after.pins)
    phrases.push_back(after.pins.size() < before.pins.size() ? "pin let go" : "held in place");
  if (before.as_list != after.as_list) phrases.push_back(after.as_list ? "as a list" : "drawn");
  if (before.selection != after.selection)
    phrases.push_back(after.selection.empty()
                          ? "nothing looked at"
                          : "looking at " + Quoted(NameOfId(library, after.selection)));
  if (before.why != after.why) phrases.push_back(after.why.empty() ? "reasons closed" : "reasons");
  if (before.side_a != after.side_a || before.side_b != after.side_b)
    phrases.push_back("compared with other sides");
  if (before.verdict != after.verdict)
    phrases.push_back(after.verdict.empty() ? "all points compared" : "points of one kind");
  if (before.step != after.step && before.view == after.view)
    phrases.push_back("question " + Quoted(NameOfId(library, after.step)));
  if (before.name != after.name)
    phrases.push_back(after.name.empty() ? "scenario without a name"
                                         : "scenario called " + Quoted(Cut(after.name)));
  if (before.beside != after.beside)
    phrases.push_back(after.beside ? "scenario kept to compare" : "comparison closed");
  else if (before.beside_on != after.beside_on || before.beside_off != after.beside_off)
    phrases.push_back("scenarios changed places");
  if (phrases.empty()) phrases.push_back("how it is drawn");
  if (phrases.size() > kPhrasesAtMost) {
    const std::size_t more = phrases.size() - kPhrasesAtMost;
    phrases.resize(kPhrasesAtMost);
    phrases.push_back(Counted(more, "more change", "more changes"));
  }
  return JoinWords(phrases);
}

}  // namespace proviso::view
