#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/canvas/choice.h"
#include "core/state/action.h"
#include "core/voice/voice.h"

namespace proviso::view {

/// Claims under one heading.
struct ClaimSection {
  std::string label;        ///< Empty where the list is not grouped.
  std::uint32_t first = 0;  ///< Its first row in `ClaimOrder::claims`.
  std::uint32_t count = 0;
};

/// Which claims pass, in which order: the dear part of the claim list, made once a state.
struct ClaimOrder {
  std::vector<ClaimId> claims;
  std::vector<ClaimSection> sections;  ///< Cover `claims` without gaps; one if not grouped.
  std::uint32_t bearing = 0;           ///< How many of them bear on the outcome.
  Outcome outcome;
  /// Every value of every facet with the claims that it would show, under the words, the dates and
  /// the filters of the other facets.
  std::array<std::vector<query::FacetValue>, query::kFacetCount> facets;
};

/// Filters, searches, groups and sorts. With words and without a sort of the reader's own, claims
/// still come in the chosen order: words only filter.
///
/// Cost: n log n in the claims that pass.
ClaimOrder OrderClaims(const Library& library, const ViewState& state);

/// True if both states have the same `ClaimOrder`, which then need not be made again.
bool SameClaimOrder(const ViewState& a, const ViewState& b);

/// A filter that is on.
struct FilterChip {
  std::string words;  ///< "Holder: Brian Hart"
  Command remove;
};

/// A filter that can be switched.
struct FacetChoice {
  std::string value;  ///< As in links.
  std::string label;
  std::uint32_t count = 0;  ///< Claims it would show, under the other filters.
  std::string counted;      ///< The same in words: "54", "54, 23 near".
  std::string counted_all;  ///< The same without any filter: the longest that it can be.
  bool wanted = false;
  Command toggle;
};

struct FacetGroup {
  query::Facet facet = query::Facet::kHolder;
  std::string label;                 ///< "Strength used"
  std::string label_of_several;      ///< "Strength used: any of these"
  std::size_t wanted = 0;            ///< How many of the choices are.
  std::vector<FacetChoice> choices;  ///< By count without any filter, then id, so that they stay in
                                     ///< place; vocabularies and years in their own order. Those
                                     ///< wanted are always among them.
  std::uint32_t more = 0;            ///< Further values, left out; the palette finds them.
  Command clear;                     ///< Back to all.

  bool filtered() const { return wanted > 0; }
};

struct ClaimRow {
  std::string id;
  std::uint32_t row = 0;  ///< From 0, in the whole list.
  std::string heading;    ///< Of the section that begins with this row, with its count; or empty.
  SignMark sign;
  HedgedText gloss;
  std::vector<ChainStep> chain;
  Strength strength;
  std::vector<Ref> refs;
  std::string act;       ///< "Red line", "Threat"…; empty for a plain statement.
  std::string disputed;  ///< By whom, outside its own chain; or empty.
  /// What of a proposition that is asked for it speaks of instead: "Near it: …"; or empty.
  std::string near;
  std::string keywords;  ///< By which the words find it: "Keyword: covert"; or empty.
  bool selected = false;
  Command select, open;  ///< The inspector; the place in the text.
};

struct ClaimsModel {
  std::string title;     ///< "117 claims that bear on: China sends weapons to Russia"
  std::string subtitle;  ///< How to read the chain, or how many of the claims bear on the outcome.
  std::string words;     ///< In the search field, whose id is `kClaimWordsField`.
  std::vector<FilterChip> chips;
  std::optional<Action> clear;  ///< All chips at once; none without a chip.
  std::vector<FacetGroup> facets;
  std::vector<Choice> choices;  ///< Sort, group.
  std::vector<ClaimRow> rows;   ///< Only those asked for.
  std::uint32_t total = 0;
  std::string empty;  ///< Why there is no row, naming the filter to drop; empty if there are rows.
  std::optional<Action> empty_remedy;  ///< Drops that filter.
};

inline constexpr std::string_view kClaimWordsField = "claims-words";

/// The claim list with the rows `first` … `last − 1` of `order`.
///
/// Cost: the facets' counts, and the rows asked for.
ClaimsModel BuildClaimsModel(const Library& library, const Session& session,
                             const ClaimOrder& order, std::uint32_t first, std::uint32_t last);

}  // namespace proviso::view
