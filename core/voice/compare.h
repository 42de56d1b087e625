#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/voice/library.h"

namespace proviso::view {

/// How two sides stand to each other on one matter, in the order in which the first that holds
/// counts. Source: core/voice/README.md, "Compare".
enum class CompareClass : std::uint8_t {
  kOnlyA,
  kOnlyB,
  kContradict,
  kPullApart,
  kSameOutcome,
  kAgree,
  kSameMatter  ///< Both speak of it, and nothing says that they agree.
};

}  // namespace proviso::view

namespace proviso {
template <>
inline constexpr std::array<std::string_view, 7> kWords<view::CompareClass>{
    "only-a", "only-b", "contradict", "pull-apart", "same-outcome", "agree", "same-matter"};
}  // namespace proviso

namespace proviso::view {

/// One point of the comparison: a matter, and what each side says about it or about links to it.
///
/// The matter is a proposition in either polarity, since only what is about the same thing can
/// contradict. Where the coder says that claims about two matters restate or contrast with each
/// other or lead to the same outcome, and neither matter has claims of both sides already, the two
/// are one point: else each would be shown as passed over by the other side.
struct CompareUnit {
  std::vector<PropositionId> matters;  ///< At least one; those that A speaks of first.
  TopicId topic;  ///< The first matter's first topic, else that of its first claim; may be none.
  CompareClass verdict = CompareClass::kAgree;
  bool by_coder = false;  ///< A relation of the coder's settles the verdict.
  /// What is said apart does not rule each other out: other conditions, other matters, or levels
  /// that leave room.
  bool both_can_be_true = false;
  std::vector<ClaimId> a, b;          ///< In reading order; never both empty.
  std::vector<RelationId> relations;  ///< The coder's between a claim of A and one of B.
};

/// Two sides, point by point. Nothing is listed on which both are silent.
struct Comparison {
  RecordRef a, b;  ///< A document or an actor each.
  /// By topic as the dataset lists them, in a topic what both speak of first, then by the matter's
  /// label.
  std::vector<CompareUnit> units;
  std::uint32_t figures = 0;  ///< Claims of either side that give a number: about no proposition.
};

/// What counts for a side: of a document every claim that stands in it, whoever holds it; of an
/// actor what he holds, asks or demands, and what he endorses.
///
/// Shape: rising, no duplicates.
std::vector<ClaimId> ClaimsOfSide(const Library& library, RecordRef side);

/// Compares two sides. Suppositions and filters play no part.
///
/// Cost: n log n in the claims of both, times the antecedents of a link.
Comparison Compare(const Library& library, RecordRef a, RecordRef b);

}  // namespace proviso::view
