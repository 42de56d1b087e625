#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/reason/level.h"

namespace proviso::reason {

/// The status of a view; the first that holds counts.
/// Source: core/reason/SEMANTICS.md, "Status".
enum class Status : std::uint8_t {
  kAssumed,
  kEven,
  kOpen,
  kPredicted,
  kConflict,
  kUnresolved,
  kUncommitted,
  kSilent
};

/// + − 0 ?, and kNone where no path leads to the outcome: not the same as 0.
enum class Direction : std::uint8_t { kMore, kLess, kZero, kOpposed, kNone };

/// A view's answer without its reasons, about the outcome itself (not its negation).
struct Verdict {
  Status status = Status::kSilent;
  bool negated = false;       ///< kPredicted, kAssumed: it is the negation that holds.
  Deficit deficit = kAbsent;  ///< kPredicted, kEven, kOpen: 0 will … 3, or kAttenuated.
  Direction direction = Direction::kNone;

  friend bool operator==(const Verdict&, const Verdict&) = default;
};

/// The verdict of a solved block. Cost: constant, but for what the view leaves open.
Verdict VerdictOf(const Plan& plan, const Plan::Block& block, const State& state);

/// Every view's verdict on one outcome, kept up to date while levers move.
///
/// A view is worked out again only if a changed lever is among what can bear on the outcome in it.
/// Explanations are not kept: `Ask` works out one when somebody wants to read it.
class LiveAnswers {
 public:
  /// With nothing supposed. Cost: one pass over the claims, and one over what they say.
  LiveAnswers(const Dataset& dataset, const Views& views, PropositionId target);

  /// Shares nothing with the one that it was copied from any more.
  void Own() { ground_ = std::make_shared<const Ground>(*ground_); }

  /// Cost: what the changed levers can reach; everything when strictness changes.
  void Suppose(const Scenario& scenario);

  /// One a view, in their order.
  const std::vector<Verdict>& verdicts() const { return verdicts_; }
  PropositionId target() const { return ground_->plan.target; }

 private:
  void Fix(Literal literal, bool supposed);
  void Solve(std::uint32_t block);

  /// What stays as it is whatever is supposed; copies share it.
  struct Ground {
    Plan plan;
    std::vector<std::uint32_t> place_start, places;  ///< Of each proposition: where in the plan.
    std::vector<std::uint32_t> block_of;             ///< Of each plan proposition.
  };

  std::shared_ptr<const Ground> ground_;
  State state_;
  std::vector<Verdict> verdicts_;
  std::vector<Literal> supposed_;    ///< With those by definition; rising.
  std::vector<std::uint8_t> stale_;  ///< Of each block: what of it may have changed.
  std::vector<std::uint32_t> stale_list_;
};

}  // namespace proviso::reason
