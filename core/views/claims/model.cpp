#include "core/views/claims/model.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/base/sort.h"
#include "core/query/facet_value.h"
#include "core/state/brush.h"
#include "core/state/filter_words.h"
#include "core/state/passing.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

/// Values of one facet that are listed. More would be a list to search, which the palette is.
constexpr std::size_t kChoicesAtMost = 12;

/// The place of a word in its vocabulary; past all for a word of none.
template <class E>
std::size_t Place(std::string_view word) {
  const std::optional<E> value = ParseWord<E>(word);
  return value ? static_cast<std::size_t>(*value) : kWords<E>.size();
}

/// Where a value stands in the list of its facet.
std::size_t ListPlace(query::Facet facet, const query::FacetValue& value) {
  if (facet == query::Facet::kModality) return Place<Modality>(value.value);
  if (facet == query::Facet::kAct) return Place<Act>(value.value);
  if (facet == query::Facet::kKind) return Place<ClaimKind>(value.value);
  if (facet == query::Facet::kForm) return Place<Form>(value.value);
  if (facet == query::Facet::kDirection) return Place<query::Direction>(value.value);
  if (facet == query::Facet::kStance) return Place<Stance>(value.value);
  if (facet == query::Facet::kEvidence) return Place<Evidence>(value.value);
  return facet == query::Facet::kYear ? 0 : 0xFFFFFFFFu - value.total;
}

/// Those of a facet's values that are listed, in their order: the first few, and what is wanted.
///
/// Cost: linear in the values; very many are not put in order for the few.
std::vector<const query::FacetValue*> ListedValues(query::Facet facet,
                                                   const std::vector<query::FacetValue>& values) {
  std::vector<std::pair<std::size_t, const query::FacetValue*>> listed;
  const auto put = [&listed](std::size_t place, const query::FacetValue* value, std::size_t from) {
    std::size_t at = listed.size();
    listed.emplace_back(place, value);
    for (; at > from && listed[at - 1].first > place; --at) std::swap(listed[at - 1], listed[at]);
  };
  for (const query::FacetValue& value : values) {
    const std::size_t place = ListPlace(facet, value);
    if (listed.size() == kChoicesAtMost) {
      if (place >= listed.back().first) continue;
      listed.pop_back();
    }
    put(place, &value, 0);
  }
  // Equal ones stay as they were: whatever is wanted and was left out stands behind these.
  const std::size_t first = listed.size();
  for (const query::FacetValue& value : values)
    if (value.wanted &&
        std::none_of(listed.begin(), listed.begin() + static_cast<std::ptrdiff_t>(first),
                     [&](const auto& one) { return one.second == &value; }))
      put(ListPlace(facet, value), &value, first);
  std::vector<const query::FacetValue*> only;
  for (const auto& [place, value] : listed) only.push_back(value);
  return only;
}

FacetGroup MakeGroup(const Library& library, query::Facet facet,
                     const std::vector<query::FacetValue>& values) {
  FacetGroup group;
  group.facet = facet;
  group.label = library.say(Label(facet));
  group.label_of_several = library.say("{0}: any of these", {group.label});
  group.clear = ClearFilter{facet};
  const std::vector<const query::FacetValue*> listed = ListedValues(facet, values);
  group.more = static_cast<std::uint32_t>(values.size() - listed.size());
  for (const query::FacetValue* one : listed) {
    const query::FacetValue& value = *one;
    if (value.wanted) ++group.wanted;
    const std::string id(value.value);
    const auto counted = [&](std::uint32_t count, std::uint32_t near) {
      if (value.total_near == 0) return std::to_string(count);
      return library.say("{0}, {1} near##claims, of them about something near",
                         {std::to_string(count), std::to_string(near)});
    };
    group.choices.push_back({id, FacetValueWords(library.dataset, facet, id, library.say),
                             value.count, counted(value.count, value.near),
                             counted(value.total, value.total_near), value.wanted,
                             ToggleFilter{facet, id}});
  }
  return group;
}

std::vector<FilterChip> ChipsOf(const Library& library, const ViewState& state) {
  std::vector<FilterChip> chips;
  for (WantedFilter& filter : WantedFilters(library, state))
    chips.push_back({std::move(filter.words), std::move(filter.remove)});
  if (!state.claims.words.empty())
    chips.push_back({library.say("Words: “{0}”", {state.claims.words}), SetWords{}});
  if (const std::string dates = BrushWords(state, library.say); !dates.empty())
    chips.push_back({library.say("Dates: {0}", {dates}), SetBrush{}});
  return chips;
}

/// Names what keeps the list empty: of the filters and the words the one whose loss brings most.
void ExplainEmpty(const Library& library, const ViewState& state, ClaimsModel* model) {
  const Say& say = library.say;
  if (library.dataset.claims.empty()) {
    model->empty = say("This dataset has no claims.");
    return;
  }
  std::size_t best = 0;
  ViewState without = state;
  without.claims.words.clear();
  if (!state.claims.words.empty()) {
    best = PassingClaims(library, without).size();
    if (best > 0) {
      const std::string nearest = library.claims().Nearest(state.claims.words);
      model->empty =
          say(nearest.empty() ? "No claim fits. The words “{0}” leave none."
                              : "No claim fits. The words “{0}” leave none. Nearest: {1}.",
              {state.claims.words, nearest});
      model->empty_remedy = Action{"drop-words", say("Clear the words"), SetWords{}, "", true};
    }
  }
  if (const std::string dates = BrushWords(state, library.say); !dates.empty()) {
    without = state;
    without.claims.from.clear();
    without.claims.to.clear();
    if (const std::size_t count = PassingClaims(library, without).size(); count > best) {
      best = count;
      model->empty = say("No claim fits. The dates {0} leave none.", {dates});
      model->empty_remedy =
          Action{"drop-dates", say.Counted(count, "All dates: {0} claim", "All dates: {0} claims"),
                 SetBrush{}, "", true};
    }
  }
  for (std::size_t i = 0; i < query::kFacetCount; ++i) {
    if (state.claims.filter.values[i].empty()) continue;
    without = state;
    without.claims.filter.values[i].clear();
    const std::size_t count = PassingClaims(library, without).size();
    if (count <= best) continue;
    best = count;
    const auto facet = static_cast<query::Facet>(i);
    const std::string name =
        state.claims.filter.values[i].size() == 1
            ? FilterValueWords(library, facet, state.claims.filter.values[i][0])
            : say(Label(facet));
    model->empty = say("No claim fits. The filter “{0}” leaves none.", {name});
    model->empty_remedy =
        Action{"drop-filter", say.Counted(count, "Drop it: {0} claim", "Drop it: {0} claims"),
               ClearFilter{facet}, "", true};
  }
  if (best == 0) {
    model->empty = say("No claim fits these filters together.");
    model->empty_remedy = Action{"clear-filters", say("Clear filters"), ClearFilters{}, "", true};
  }
}

/// What `claim` speaks of instead of the propositions that are asked for; empty if it speaks of one
/// of these.
std::string NearWords(const Library& library, const ViewState& state, const Claim& claim) {
  const Dataset& dataset = library.dataset;
  query::NearMatter found;
  for (const std::string& value :
       state.claims.filter.values[static_cast<std::size_t>(query::Facet::kProposition)]) {
    const RecordRef record = dataset.Find(value);
    if (!record || record.table != Table::kPropositions) continue;
    const query::NearMatter near = query::NearMatterOf(dataset, claim, PropositionId(record.index));
    if (near.itself) return {};
    if (!found.about) found = near;
  }
  if (!found.about) return {};
  constexpr std::array<std::string_view, 4> kKeys{
      Key("Near it: “{0}”, which is wider"), Key("Near it: “{0}”, a part of it"),
      Key("Near it: “{0}”, a motive or readiness for it"),
      Key("Near it: “{0}”, the same matter earlier")};
  static_assert(kKeys.size() == kWords<Nearness>.size());
  return library.say(kKeys[static_cast<std::size_t>(found.how)], {dataset[found.about].label});
}

ClaimRow MakeRow(const Library& library, const ViewState& state, const Outcome& outcome,
                 ClaimId id) {
  const Claim& claim = library.dataset[id];
  ClaimRow row;
  row.id = claim.id;
  row.sign = SignOf(library, outcome, claim);
  row.gloss = GlossOf(library, claim);
  row.chain = ChainOf(library, claim);
  row.strength = StrengthOf(library, claim);
  row.refs = RefsOf(library, claim);
  if (claim.act != Act::kAssertive) row.act = library.say(Label(claim.act));
  row.disputed = DisputedWords(library, id);
  row.near = NearWords(library, state, claim);
  if (HasWords(state))
    row.keywords = KeywordWords(library, {Table::kClaims, id.index()}, state.claims.words);
  row.selected = state.selection == claim.id;
  row.select = Select{row.id};
  row.open = OpenPlace{row.id};
  return row;
}

}  // namespace

ClaimsModel BuildClaimsModel(const Library& library, const Session& session,
                             const ClaimOrder& order, std::uint32_t first, std::uint32_t last) {
  const ViewState& state = session.state;
  const Say& say = library.say;
  ClaimsModel model;
  model.total = static_cast<std::uint32_t>(order.claims.size());
  model.words = state.claims.words;
  model.chips = ChipsOf(library, state);
  if (!model.chips.empty())
    model.clear = Action{"clear-all", say("Clear all filters"), ClearFilters{}, "", false};
  model.title = say.Counted(model.total, "{0} claim", "{0} claims");
  model.subtitle =
      say("Each chain reads outward in: who writes, who is cited, whose view it is. That voice has "
          "the heavy frame. Dotted underlines mark how the text hedges.");
  if (order.outcome.target && order.bearing > 0) {
    const Text label = library.dataset[order.outcome.target].label;
    if (order.bearing == model.total)
      model.title = say.Counted(model.total, "{0} claim that bears on: {1}",
                                "{0} claims that bear on: {1}", {label});
    else
      model.subtitle =
          say("{0} {1}##sentences",
              {say.Counted(order.bearing, "{0} bears on: {1}.", "{0} bear on: {1}.", {label}),
               model.subtitle});
  }
  for (std::size_t i = 0; i < query::kFacetCount; ++i)
    model.facets.push_back(MakeGroup(library, static_cast<query::Facet>(i), order.facets[i]));
  for (const char* key : {"sort", "group"})
    if (std::optional<Choice> choice = ChoiceOf(library, state, key))
      model.choices.push_back(std::move(*choice));
  last = std::min(last, model.total);
  auto section = order.sections.begin();
  for (std::uint32_t i = first; i < last; ++i) {
    model.rows.push_back(MakeRow(library, state, order.outcome, order.claims[i]));
    ClaimRow& row = model.rows.back();
    row.row = i;
    while (section != order.sections.end() && section->first < i) ++section;
    if (section != order.sections.end() && section->first == i && !section->label.empty())
      row.heading = say("{0} ({1})", {section->label, std::to_string(section->count)});
  }
  if (model.total == 0) ExplainEmpty(library, state, &model);
  return model;
}

}  // namespace proviso::view
