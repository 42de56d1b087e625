#include "core/reason/live.h"

#include <algorithm>
#include <iterator>

#include "core/reason/direction.h"

namespace proviso::reason {
namespace {

constexpr std::uint8_t kDirection = 1;  ///< Only pulls can have changed.
constexpr std::uint8_t kLevel = 2;

bool Holds(const std::vector<std::uint32_t>& literals, const State& state) {
  return std::all_of(literals.begin(), literals.end(),
                     [&](std::uint32_t l) { return state.accepted[l] != kAbsent; });
}

bool LeavesOpen(const Plan& plan, const Plan::Block& block, const State& state) {
  if (block.uncommitted) return true;
  for (std::uint32_t i = block.doubt; i < block.doubt_end; ++i) {
    const Plan::Doubt& doubt = plan.doubts[i];
    const bool off = std::any_of(doubt.unless.begin(), doubt.unless.end(),
                                 [&](std::uint32_t l) { return state.accepted[l] != kAbsent; });
    if (!off && Holds(doubt.antecedents, state)) return true;
  }
  return false;
}

Direction DirectionOf(const State& state, std::uint32_t prop) {
  if (state.reached[prop] == 0 || state.fixed[prop] != Supposed::kOpen) return Direction::kNone;
  switch (state.direction[prop]) {
    case kPullMore:
      return Direction::kMore;
    case kPullLess:
      return Direction::kLess;
    case kPullBoth:
      return Direction::kOpposed;
    default:
      return Direction::kZero;
  }
}

std::vector<Literal> AllOf(const Scenario& scenario) {
  std::vector<Literal> all;
  std::merge(scenario.supposed.begin(), scenario.supposed.end(), scenario.by_definition.begin(),
             scenario.by_definition.end(), std::back_inserter(all));
  return all;
}

}  // namespace

Verdict VerdictOf(const Plan& plan, const Plan::Block& block, const State& state) {
  const std::uint32_t target = block.prop;
  Verdict verdict;
  verdict.direction = DirectionOf(state, target);
  if (state.fixed[target] != Supposed::kOpen) {
    verdict.status = Status::kAssumed;
    verdict.negated = state.fixed[target] == Supposed::kOff;
    return verdict;
  }
  const Deficit yes = state.accepted[target * 2];
  const Deficit no = state.accepted[target * 2 + 1];
  const bool can = state.supported[target * 2] != kAbsent;
  const bool cannot = state.supported[target * 2 + 1] != kAbsent;
  if (yes != kAbsent && no != kAbsent && yes >= 3 && no >= 3) {
    verdict.status = state.even[target] != 0 ? Status::kEven : Status::kOpen;
    verdict.deficit = 3;
  } else if (yes != kAbsent || no != kAbsent) {
    verdict.status = Status::kPredicted;
    verdict.negated = no < yes;
    verdict.deficit = std::min(yes, no);
  } else if (can && cannot) {
    verdict.status = Status::kConflict;
  } else if (can || cannot) {
    verdict.status = Status::kUnresolved;
    verdict.negated = cannot;
  } else if (LeavesOpen(plan, block, state)) {
    verdict.status = Status::kUncommitted;
  }
  return verdict;
}

LiveAnswers::LiveAnswers(const Dataset& dataset, const Views& views, PropositionId target) {
  auto ground = std::make_shared<Ground>();
  ground->plan = BuildPlan(dataset, views, target, 0, views.size());
  const Plan& plan = ground->plan;
  state_ = MakeState(plan);
  const std::size_t props = plan.propositions.size();
  std::vector<std::uint32_t>& start = ground->place_start;
  start.assign(dataset.propositions.size() + 1, 0);
  for (const PropositionId p : plan.propositions) ++start[p.index() + 1];
  for (std::size_t i = 1; i < start.size(); ++i) start[i] += start[i - 1];
  ground->places.resize(props);
  ground->block_of.resize(props);
  std::vector<std::uint32_t> next(start.begin(), start.end() - 1);
  for (std::uint32_t b = 0; b < plan.blocks.size(); ++b) {
    const Plan::Block& block = plan.blocks[b];
    for (std::uint32_t p = block.prop; p < block.prop_end; ++p) {
      ground->places[next[plan.propositions[p].index()]++] = p;
      ground->block_of[p] = b;
    }
    verdicts_.push_back(VerdictOf(plan, block, state_));
  }
  stale_.assign(plan.blocks.size(), 0);
  ground_ = std::move(ground);
}

void LiveAnswers::Fix(Literal literal, bool supposed) {
  const std::uint32_t p = literal.proposition().index();
  const auto& [plan, place_start, places, block_of] = *ground_;
  for (std::uint32_t i = place_start[p]; i < place_start[p + 1]; ++i) {
    const std::uint32_t place = places[i];
    state_.fixed[place] = !supposed           ? Supposed::kOpen
                          : literal.negated() ? Supposed::kOff
                                              : Supposed::kOn;
    std::uint8_t& stale = stale_[block_of[place]];
    if (stale == 0) stale_list_.push_back(block_of[place]);
    if (plan.in_rules[place] != 0) {
      stale = kLevel;
    } else {
      // Levels of other things cannot change: the lever alone is held or no more.
      if (stale == 0) stale = kDirection;
      const std::uint32_t mine = place * 2 + (literal.negated() ? 1 : 0);
      state_.supported[mine] = state_.accepted[mine] = supposed ? 0 : kAbsent;
    }
  }
}

void LiveAnswers::Solve(std::uint32_t b) {
  const Plan& plan = ground_->plan;
  if (stale_[b] != kDirection) SolveLevel(plan, plan.blocks[b], &state_);
  SolveDirection(plan, plan.blocks[b], &state_);
  verdicts_[b] = VerdictOf(plan, plan.blocks[b], state_);
}

void LiveAnswers::Suppose(const Scenario& scenario) {
  const std::vector<Literal> all = AllOf(scenario);
  std::vector<Literal> gone;
  std::vector<Literal> come;
  std::set_difference(supposed_.begin(), supposed_.end(), all.begin(), all.end(),
                      std::back_inserter(gone));
  std::set_difference(all.begin(), all.end(), supposed_.begin(), supposed_.end(),
                      std::back_inserter(come));
  supposed_ = all;
  for (const Literal literal : gone) Fix(literal, false);
  for (const Literal literal : come) Fix(literal, true);
  if (state_.strict != scenario.strict) {
    state_.strict = scenario.strict;
    for (std::uint32_t b = 0; b < ground_->plan.blocks.size(); ++b) Solve(b);
  } else {
    std::sort(stale_list_.begin(), stale_list_.end());
    for (const std::uint32_t b : stale_list_) Solve(b);
  }
  for (const std::uint32_t b : stale_list_) stale_[b] = 0;
  stale_list_.clear();
}

}  // namespace proviso::reason
