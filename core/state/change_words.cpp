#include "core/state/change_words.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "core/base/sort.h"
#include "core/reason/live.h"
#include "core/state/brush.h"
#include "core/state/pair.h"
#include "core/voice/answer_words.h"
#include "core/voice/answers.h"
#include "core/voice/voice.h"
#include "core/words/labels.h"

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

void AddFilters(const Library& library, const query::ClaimFilter& before,
                const query::ClaimFilter& after, Strings* phrases) {
  if (before == after) return;
  if (after.empty()) {
    phrases->push_back(library.say("filters cleared"));
    return;
  }
  for (std::size_t i = 0; i < query::kFacetCount; ++i) {
    const auto facet = static_cast<query::Facet>(i);
    const Strings dropped = Without(before.values[i], after.values[i]);
    const auto add = [&](std::string_view key, std::string_view value) {
      phrases->push_back(
          library.say(key, {library.say(Label(facet)),
                            Cut(FacetValueWords(library.dataset, facet, value, library.say))}));
    };
    bool beside = before.values[i].size() > dropped.size();
    for (const std::string& value : Without(after.values[i], before.values[i]))
      add(std::exchange(beside, true) ? Key("filter {0}: or {1}") : Key("filter {0}: {1}"), value);
    for (const std::string& value : dropped) add(Key("filter {0}: {1} dropped"), value);
  }
}

}  // namespace

std::string NameOfId(const Library& library, std::string_view id) {
  if (const std::optional<IdPair> pair = PairOf(id))
    return Cut(library.say("{0} and {1}",
                           {NameOfId(library, pair->first), NameOfId(library, pair->second)}));
  const RecordRef record = library.dataset.Find(id);
  std::string name = record ? NameOf(library, record) : std::string(id);
  if (record && !name.empty() && name.back() == '.') name.pop_back();  // It stands in a sentence.
  return Cut(name);
}

std::string ChangeWords(const Library& library, const ViewState& before, const ViewState& after) {
  Strings phrases;
  const Say& say = library.say;
  const auto add = [&](bool changed, auto words) {
    if (changed) phrases.push_back(words());
  };
  const auto changed = [&](auto ViewState::*field) { return before.*field != after.*field; };
  // A choice by its label; a flag by one of two phrases; a name by one, or by another if there is
  // none any more.
  const auto choice = [&](auto ViewState::*field, std::string_view key) {
    add(changed(field), [&] { return say(key, {say(Label(after.*field))}); });
  };
  const auto flag = [&](bool ViewState::*field, std::string_view on, std::string_view off) {
    add(changed(field), [&] { return say(after.*field ? on : off); });
  };
  const auto name = [&](std::string ViewState::*field, std::string_view key,
                        std::string_view none) {
    add(changed(field), [&] {
      const std::string& id = after.*field;
      return id.empty() ? say(none) : say(key, {NameOfId(library, id)});
    });
  };
  const ClaimSelection &were = before.claims, &are = after.claims;

  choice(&ViewState::view, Key("view {0}"));
  AddLevers(library, before, after, &phrases);
  AddFilters(library, were.filter, are.filter, &phrases);
  add(changed(&ViewState::target), [&] {
    const PropositionId target = FindOutcome(library, after.target).target;
    return say("asked about “{0}”", {NameOf(library, {Table::kPropositions, target.index()})});
  });
  flag(&ViewState::strict, Key("strict reading on"), Key("strict reading off"));
  add(were.words != are.words,
      [&] { return say(are.words.empty() ? "words cleared" : "words “{0}”", {Cut(are.words)}); });
  add(were.from != are.from || were.to != are.to, [&] {
    const std::string dates = BrushWords(after, say);
    return say(dates.empty() ? "all dates" : "dates {0}", {dates});
  });
  choice(&ViewState::sort, Key("sorted by “{0}”"));
  choice(&ViewState::group, Key("grouped by “{0}”"));
  choice(&ViewState::matrix_columns, Key("columns: {0}"));
  choice(&ViewState::matrix_rows, Key("rows: {0}"));
  choice(&ViewState::matrix_order, Key("matrix sorted by “{0}”"));
  add(changed(&ViewState::min_count),
      [&] { return say.Counted(after.min_count, "at least {0} claim", "at least {0} claims"); });
  flag(&ViewState::hide_silent, Key("silent voices hidden"), Key("silent voices shown"));
  name(&ViewState::document, Key("text “{0}”"), Key("the first text"));
  add(changed(&ViewState::text_percent),
      [&] { return say("text at {0} %", {std::to_string(after.text_percent)}); });
  name(&ViewState::arrows, Key("arrows of “{0}”"), Key("everybody’s arrows"));
  add(changed(&ViewState::steps), [&] {
    return after.steps == 0 ? say("all steps") : say.Counted(after.steps, "{0} step", "{0} steps");
  });
  add(changed(&ViewState::hidden_edges), [&] { return say("other lines drawn"); });
  add(changed(&ViewState::only), [&] {
    return after.only.empty()
               ? say("everybody drawn")
               : say.Counted(after.only.size(), "only {0} actor drawn", "only {0} actors drawn");
  });
  add(changed(&ViewState::pins),
      [&] { return say(after.pins.size() < before.pins.size() ? "pin let go" : "held in place"); });
  flag(&ViewState::as_list, Key("as a list"), Key("drawn"));
  add(changed(&ViewState::opened), [&] {
    return say(after.opened.size() < before.opened.size() ? "folded again" : "unfolded");
  });
  name(&ViewState::selection, Key("looking at “{0}”"), Key("nothing looked at"));
  add(changed(&ViewState::why),
      [&] { return say(after.why.empty() ? "reasons closed" : "reasons"); });
  add(changed(&ViewState::side_a) || changed(&ViewState::side_b),
      [&] { return say("compared with other sides"); });
  add(changed(&ViewState::verdict),
      [&] { return say(after.verdict.empty() ? "all points compared" : "points of one kind"); });
  add(changed(&ViewState::step) && !changed(&ViewState::view),
      [&] { return say("question “{0}”", {NameOfId(library, after.step)}); });
  add(changed(&ViewState::name), [&] {
    return say(after.name.empty() ? "scenario without a name" : "scenario called “{0}”",
               {Cut(after.name)});
  });
  flag(&ViewState::beside, Key("scenario kept to compare"), Key("comparison closed"));
  add(!changed(&ViewState::beside) &&
          (changed(&ViewState::beside_on) || changed(&ViewState::beside_off)),
      [&] { return say("scenarios changed places"); });
  if (phrases.empty()) phrases.push_back(say("how it is drawn"));
  if (phrases.size() > kPhrasesAtMost) {
    const std::size_t more = phrases.size() - kPhrasesAtMost;
    phrases.resize(kPhrasesAtMost);
    phrases.push_back(say.Counted(more, "{0} more change", "{0} more changes"));
  }
  return say.Join(phrases);
}

std::string AnswerChangeWords(const Library& library, const ViewState& before,
                              const ViewState& after) {
  constexpr std::size_t kClaimsAtMost = 20'000;
  const Dataset& dataset = library.dataset;
  const PropositionId target = FindOutcome(library, after.target).target;
  if (!target || dataset.claims.size() > kClaimsAtMost) return {};
  Answers earlier, now;
  earlier.Follow(library, target, ScenarioOf(dataset, before.on, before.off, before.strict));
  now.Follow(library, target, ScenarioOf(dataset, after.on, after.off, after.strict));
  return ChangeSummary(library, &earlier, &now);
}

}  // namespace proviso::view
