// Which claims the list shows, and in which order.

#include "core/voice/order.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "core/base/sort.h"
#include "core/base/text.h"
#include "core/query/facet_value.h"
#include "core/state/brush.h"
#include "core/state/passing.h"
#include "core/views/claims/model.h"
#include "core/voice/ahead.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

/// What a claim is sorted by, most important first; the claim itself comes last, so that no two are
/// equal and the order is the same everywhere.
using SortKey = std::array<std::uint32_t, 7>;

/// For each record its place among all by name.
template <class Records, class Name>
std::vector<std::uint32_t> RanksByName(const Records& records, const Name& name) {
  std::vector<std::uint32_t> order(records.size());
  std::iota(order.begin(), order.end(), 0u);
  SortList(&order, [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(name(records[a]), a) < std::pair(name(records[b]), b);
  });
  std::vector<std::uint32_t> ranks(records.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) ranks[order[i]] = i;
  return ranks;
}

std::string SectionLabel(const Library& library, ClaimGroup group, const Claim& claim) {
  const Dataset& dataset = library.dataset;
  switch (group) {
    case ClaimGroup::kHolder:
      return std::string(dataset[claim.holder()].name);
    case ClaimGroup::kDocument: {
      const DocumentId document = DocumentOf(dataset, claim);
      return LetterOf(document) + " " + std::string(dataset[document].title);
    }
    case ClaimGroup::kTopic:
      return claim.topics.empty() ? library.say("No topic")
                                  : std::string(dataset[claim.topics[0]].label);
    case ClaimGroup::kNone:
      break;
  }
  return std::string();
}

/// The counts of every facet among the claims that words and dates leave.
///
/// Cost: a look-up for each of these claims and each facet; without words and dates next to
/// nothing.
std::array<std::vector<query::FacetValue>, query::kFacetCount> CountFacets(const Library& library,
                                                                           const ViewState& state) {
  auto counts = library.facets.Count(state.claims.filter);
  if (!HasWords(state) && !BrushOf(state)) return counts;
  const Dataset& dataset = library.dataset;
  ViewState anything = state;
  anything.claims.filter = {};
  std::vector<std::uint8_t> among(dataset.claims.size(), 0);
  for (const ClaimId id : PassingClaims(library, anything)) among[id.index()] = 1;
  query::ClaimValues of;
  for (std::size_t f = 0; f < query::kFacetCount; ++f) {
    const auto facet = static_cast<query::Facet>(f);
    for (query::FacetValue& value : counts[f]) value.count = value.near = 0;
    const auto find = [&values = counts[f]](std::string_view word) {
      return std::lower_bound(
          values.begin(), values.end(), word,
          [](const query::FacetValue& value, std::string_view w) { return value.value < w; });
    };
    query::ClaimFilter others = state.claims.filter;
    others.values[f].clear();
    for (const ClaimId id : library.facets.Find(others)) {
      if (among[id.index()] == 0) continue;
      query::GetValues(dataset, dataset[id], facet, &of);
      for (std::size_t k = 0; k < of.values.size(); ++k) {
        const auto at = find(of.values[k]);
        ++at->count;
        if (k >= of.near_from) ++at->near;
      }
    }
  }
  return counts;
}

}  // namespace

bool SameClaimOrder(const ViewState& a, const ViewState& b) {
  return a.target == b.target && a.claims == b.claims && a.sort == b.sort && a.group == b.group;
}

namespace {

/// The order that most lists have: by what bears on the outcome, there the firmest first. It is
/// that of all claims, in which nothing but how they bear is new.
void OrderByStrength(const Library& library, const std::vector<ClaimId>& passing,
                     ClaimOrder* order) {
  std::vector<std::uint8_t> passes(library.dataset.claims.size(), 0);
  for (const ClaimId id : passing) passes[id.index()] = 1;
  std::array<std::vector<ClaimId>, static_cast<std::size_t>(Bearing::kBackground) + 1> parts;
  for (const ClaimId id : FirmestFirst(library))
    if (passes[id.index()] != 0)
      parts[static_cast<std::size_t>(BearingOf(library, order->outcome, library.dataset[id]))]
          .push_back(id);
  order->claims.reserve(passing.size());
  for (const std::vector<ClaimId>& part : parts)
    order->claims.insert(order->claims.end(), part.begin(), part.end());
  order->bearing = static_cast<std::uint32_t>(passing.size() - parts.back().size());
  if (!passing.empty())
    order->sections.push_back({{}, 0, static_cast<std::uint32_t>(passing.size())});
}

}  // namespace

ClaimOrder OrderClaims(const Library& library, const ViewState& state) {
  const Dataset& dataset = library.dataset;
  ClaimOrder order;
  order.outcome = FindOutcome(library, state.target);
  order.facets = CountFacets(library, state);
  const std::vector<ClaimId> passing = PassingClaims(library, state);
  if (state.sort == ClaimSort::kStrength && state.group == ClaimGroup::kNone) {
    OrderByStrength(library, passing, &order);
    return order;
  }
  const bool by_holder = state.sort == ClaimSort::kHolder || state.group == ClaimGroup::kHolder;
  const std::vector<std::uint32_t> holders =
      by_holder ? RanksByName(dataset.actors, [](const Actor& actor) { return actor.name; })
                : std::vector<std::uint32_t>();
  const std::vector<std::uint32_t> topics =
      state.group == ClaimGroup::kTopic
          ? RanksByName(dataset.topics, [](const Topic& topic) { return topic.label; })
          : std::vector<std::uint32_t>();

  const auto group_of = [&](const Claim& claim) -> std::uint32_t {
    switch (state.group) {
      case ClaimGroup::kHolder:
        return holders[claim.holder().index()];
      case ClaimGroup::kDocument:
        return DocumentOf(dataset, claim).index();
      case ClaimGroup::kTopic:
        return claim.topics.empty() ? 0xFFFFFFFFu : topics[claim.topics[0].index()];
      case ClaimGroup::kNone:
        break;
    }
    return 0;
  };
  std::vector<SortKey> keys;
  keys.reserve(passing.size());
  for (const ClaimId id : passing) {
    const Claim& claim = dataset[id];
    const Bearing bearing = BearingOf(library, order.outcome, claim);
    if (bearing != Bearing::kBackground) ++order.bearing;
    SortKey key{group_of(claim),
                0,
                0,
                0,
                DocumentOf(dataset, claim).index(),
                dataset[claim.passages[0]].start,
                id.index()};
    if (state.sort == ClaimSort::kStrength) {
      // A flat word about the background is not what a reader of this list came for, nor what is
      // firm only at second hand.
      key[1] = static_cast<std::uint32_t>(bearing);
      key[2] = static_cast<std::uint32_t>(DistanceOf(claim));
      key[3] = static_cast<std::uint32_t>(FirmnessRank(library, claim));
    } else if (state.sort == ClaimSort::kHolder) {
      key[1] = holders[claim.holder().index()];
    } else if (state.sort == ClaimSort::kConfidence) {
      key[1] = static_cast<std::uint32_t>(claim.coding.confidence);
    }
    keys.push_back(key);
  }
  std::sort(keys.begin(), keys.end());
  order.claims.reserve(keys.size());
  for (std::uint32_t i = 0; i < keys.size(); ++i) {
    const ClaimId id(keys[i][6]);
    order.claims.push_back(id);
    if (i == 0 || keys[i][0] != keys[i - 1][0])
      order.sections.push_back({SectionLabel(library, state.group, dataset[id]), i, 0});
    ++order.sections.back().count;
  }
  return order;
}

}  // namespace proviso::view
