#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/dataset.h"
#include "core/query/index.h"

namespace proviso::query {

/// What claims can be filtered by. A claim has one value a facet, except that a topic filter passes
/// a claim if any of its topics is wanted; its counts then count the claim under each of them.
enum class Facet : std::uint8_t { kHolder, kDocument, kTopic, kModality, kAct, kKind, kForm, kYear };
inline constexpr std::size_t kFacetCount = 8;

}  // namespace proviso::query

namespace proviso {
template <>
inline constexpr std::array<std::string_view, query::kFacetCount> kWords<query::Facet>{
    "holder", "document", "topic", "modality", "act", "kind", "form", "year"};
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
  std::string value;
  std::uint32_t count = 0;  ///< Under all filters but those of this facet itself.
  bool wanted = false;
};

/// Dictionary-coded columns over the claims, so that counting reads a few bytes a claim.
class FacetTable {
 public:
  FacetTable(const Dataset& dataset, const Index& index);

  /// The claims that pass. Shape: rising ClaimId. Unknown values pass nothing.
  std::vector<ClaimId> Find(const ClaimFilter& filter) const;

  /// Every value of every facet with its count, values sorted as written.
  /// Cost: one pass over the columns.
  std::array<std::vector<FacetValue>, kFacetCount> Count(const ClaimFilter& filter) const;

  /// True if any claim has this value, whatever the filters.
  bool Knows(Facet facet, std::string_view value) const;

 private:
  struct Column {
    std::vector<std::string> names;        ///< By code, sorted.
    std::vector<std::uint32_t> first;      ///< Claim → its (first) code.
    std::vector<std::uint32_t> more_rows;  ///< Claims with further codes (topics), rising.
    std::vector<std::uint32_t> more_codes;
  };
  std::array<Column, kFacetCount> columns_;
  std::uint32_t claims_ = 0;
};

}  // namespace proviso::query
