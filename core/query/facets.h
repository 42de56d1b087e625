#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/dataset.h"
#include "core/query/bits.h"
#include "core/query/codes.h"

namespace proviso::query {

/// What claims can be filtered by.
///
/// Some facets give a claim several values: its topics, the propositions that it speaks of,
/// outright or through a link, and the stances of those who pass it on. A filter passes a claim if
/// any of them is wanted, and counts count it under each.
///
/// A claim about a proposition that is `near` another also has that other's value, one step far, as
/// an answer has near matters; counts say how many claims are only near.
enum class Facet : std::uint8_t {
  kHolder,
  kDocument,
  kTopic,
  kProposition,
  kDirection,
  kModality,
  kStance,  ///< Of everybody before the holder; `asserts`: there is nobody.
  kEvidence,
  kAct,
  kKind,
  kForm,
  kYear
};
inline constexpr std::size_t kFacetCount = 12;

/// Which way the link that a claim is about pulls what stands at its end, whatever its form:
/// "if A, C" and "A makes C more likely" are both `more`.
enum class Direction : std::uint8_t { kMore, kLess, kNoEffect, kNotSaid };

}  // namespace proviso::query

namespace proviso {
template <>
inline constexpr std::array<std::string_view, query::kFacetCount> kWords<query::Facet>{
    "holder", "document", "topic", "proposition", "direction", "modality",
    "stance", "evidence", "act",   "kind",        "form",      "year"};
template <>
inline constexpr std::array<std::string_view, 4> kWords<query::Direction>{"more", "less",
                                                                          "no-effect", "not-said"};
}  // namespace proviso

namespace proviso::query {

/// Wanted values by facet, as written in links and on the command line: ids, words of the format,
/// four-digit years, or "none" for a claim without one. OR inside a facet, AND between facets.
struct ClaimFilter {
  std::array<std::vector<std::string>, kFacetCount> values;

  bool empty() const;
  friend bool operator==(const ClaimFilter&, const ClaimFilter&) = default;
};

/// One value of a facet and how many claims it would show.
struct FacetValue {
  std::string_view value;   ///< Lives as long as the `Dataset`.
  std::uint32_t count = 0;  ///< Under all filters but those of this facet itself.
  bool wanted = false;
  std::uint32_t total = 0;       ///< Under no filter at all: what lists are ordered by.
  std::uint32_t near = 0;        ///< Of `count`: about something near this proposition alone.
  std::uint32_t total_near = 0;  ///< The same of `total`.
};

/// A combination of values of three facets that some claim has; values by code.
struct FacetCell {
  std::array<std::uint32_t, 3> codes{};
  std::uint32_t count = 0;

  friend bool operator==(const FacetCell&, const FacetCell&) = default;
};

/// Which topics of a claim count, and which propositions and stances: every one, or the first
/// alone, so that each facet has one value a claim as in tables of other tools.
enum class TopicsOfClaim : std::uint8_t { kAll, kFirst };

/// The claims by facet and value, kept so that counting costs less than looking at every claim.
///
/// A facet's counts leave its own filter out, so there are up to twelve sets of claims to count.
/// Each is the AND of the other facets' sets of passing claims: an AND costs a bit a claim. A set
/// that holds every claim needs no counting at all. Others are counted by whichever is cheapest: a
/// histogram over the set or over what it lacks (about a nanosecond a claim), or, in facets of few
/// values, AND and population count with each value's own set (a bit a claim and value). The plain
/// way, one mask of failing facets a claim and then a histogram in each facet, was estimated at
/// five times the cost for 100,000 claims: a histogram of everything that passes for each facet.
///
/// Cost: 20 to 60 bytes a claim.
class FacetTable {
 public:
  explicit FacetTable(const Dataset& dataset, TopicsOfClaim topics = TopicsOfClaim::kAll);

  /// The claims that pass. Shape: rising ClaimId. Unknown values pass nothing.
  std::vector<ClaimId> Find(const ClaimFilter& filter) const;

  /// Every value of every facet with its count, values sorted as written.
  std::array<std::vector<FacetValue>, kFacetCount> Count(const ClaimFilter& filter) const;

  /// The values of one facet, sorted as written; a value's place is its code.
  const std::vector<std::string_view>& values(Facet facet) const;

  /// The counts alone, by facet and code; `counts` keeps its memory from call to call.
  void CountCodes(const ClaimFilter& filter,
                  std::array<std::vector<std::uint32_t>, kFacetCount>* counts) const;

  /// How many claims have each combination of values, as of holder, topic and modality.
  ///
  /// Shape: rising codes; only what some claim has.
  /// Cost:  one pass over the claims; those of one value of the first facet are sorted where they
  ///        are very few beside the combinations of the two others.
  std::vector<FacetCell> CountCells(const std::array<Facet, 3>& facets) const;

  /// True if any claim has this value, whatever the filters.
  bool Knows(Facet facet, std::string_view value) const;

 private:
  struct Column;
  /// Calls `use(code)` for each value of a claim, and `use(claim)` for each claim of a value.
  template <class Use>
  static void ForEachCode(const Column& column, std::uint32_t claim, Use use);
  template <class Use>
  static void ForEachClaim(const Column& column, std::uint32_t code, Use use);

  /// Facets of at most this many values also keep a set of claims for each.
  static constexpr std::size_t kFewValues = 64;

  struct Column {
    std::vector<std::string_view> values;  ///< By code, sorted.
    std::vector<std::uint32_t> totals;     ///< Claims by code.
    Codes codes;                           ///< By claim; of several values the first.
    /// Further codes: those of a claim from `more_starts[claim]` to that of the next.
    std::vector<std::uint32_t> more_starts, more;
    /// Of these the claims, with their codes, that are only near.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> near;
    std::vector<Bits> sets;  ///< Few values: the claims by code.
    /// Many values: claim numbers grouped by code.
    std::vector<std::uint32_t> starts, claims;
  };

  /// A further value of a claim.
  struct Further {
    std::uint32_t claim;
    std::string_view value;
    bool near;
  };

  /// `more` by claim, rising.
  Column MakeColumn(const std::vector<std::string_view>& first,
                    const std::vector<Further>& more) const;
  static std::optional<std::uint32_t> Code(const Column& column, std::string_view value);
  /// For each filtered facet the claims that pass it.
  std::array<std::optional<Bits>, kFacetCount> Passing(const ClaimFilter& filter) const;
  /// The claims that pass all facets but `facet`; none: every claim.
  static std::optional<Bits> Others(const std::array<std::optional<Bits>, kFacetCount>& passing,
                                    std::size_t facet);
  /// Counts the claims of `set`, which has `size` of them, by code.
  void CountColumn(const Column& column, const Bits& set, std::uint32_t size,
                   std::vector<std::uint32_t>* counts) const;

  std::array<Column, kFacetCount> columns_;
  std::uint32_t claims_ = 0;
};

}  // namespace proviso::query
