#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "core/reason/plan.h"
#include "core/reason/scenario.h"

namespace proviso::reason {

/// How a proposition stands in a scenario.
enum class Supposed : std::uint8_t { kOpen, kOn, kOff };

/// How firmly one side of a contest speaks.
struct Weight {
  Deficit cheapest = kAbsent;
  bool even = false;
  bool known = false;
};

/// How a guard stands: what its link's pulls wait for.
struct GuardState {
  std::uint8_t lacking = 0;  ///< Literals that do not hold, 3 for more than two.
  bool known = false;
  bool off = false;        ///< An exception holds.
  bool unsettled = false;  ///< An exception is supported, not accepted.
};

/// What a supposition does to the views of one plan, block by block.
///
/// A block's part is written by `SolveLevel` and `SolveDirection` alone and stays until they run on
/// it again; blocks know nothing of each other.
struct State {
  bool strict = false;
  std::vector<Supposed> fixed;     ///< Of each plan proposition.
  std::vector<Deficit> supported;  ///< Of each plan literal: what can be held, were every attack to
                                   ///< fail that is not settled.
  std::vector<Deficit> accepted;   ///< Of each plan literal: what is held; never more.
  std::vector<std::uint8_t> even;  ///< Of each plan proposition: an accepted claim calls it even.
  std::vector<std::uint8_t> flat;  ///< Of each plan literal: held at `will` with nothing supposed.
  std::vector<std::uint8_t> beaten;  ///< Of each rule.
  std::vector<SignBits> direction;   ///< Of each plan proposition.
  std::vector<std::uint8_t>
      reached;  ///< Of each plan proposition: by a path from what is supposed.

  std::vector<GuardState> guards;  ///< Of each guard; known where a pull came to it.

  // Working space of the solvers.
  std::vector<std::uint32_t> waits;  ///< Of each rule: antecedents still lacking, 16 for each, plus
                                     ///< the deficit so far.
  std::vector<std::uint32_t> fired, buckets[5], open;
  std::vector<std::uint32_t> supposed;  ///< Literals of the block at hand that are supposed.
  std::vector<std::uint32_t> contested;
  std::vector<Weight> weights;
};

/// A state for `plan` with nothing supposed and every block solved; fills `flat`.
State MakeState(const Plan& plan);

/// Finds what a block's holder accepts and what is merely supported: the well-founded reading of
/// defeasible rules, with exceptions, conflicts and specificity.
///
/// Cost: rounds x what fires; one round where nothing is contested.
/// Source: core/reason/SEMANTICS.md, "Level" and amendment 1.
void SolveLevel(const Plan& plan, const Plan::Block& block, State* state);

/// Fills `state->supposed`: the literals of `block` that are supposed, rising.
void ListSupposed(const Plan::Block& block, State* state);

/// True if "p at `a`" and "not p at `b`" contradict each other.
/// Source: core/reason/SEMANTICS.md, "Clash".
bool Clash(Deficit a, Deficit b);

/// True if all of rule `a`'s antecedents are among rule `b`'s, and `b` has more.
bool LessSpecific(const Plan& plan, std::uint32_t a, std::uint32_t b);

}  // namespace proviso::reason
