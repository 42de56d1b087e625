#pragma once

#include "core/reason/level.h"
#include "core/reason/plan.h"

namespace proviso::reason {

/// Lets every supposed proposition pull along the block's influences; levels must be solved.
///
/// Forward only, by sign alone: + − 0 ?. Every proposition changes at most twice.
/// Cost:   what is reached from what is supposed.
/// Source: core/reason/SEMANTICS.md, "Direction".
void SolveDirection(const Plan& plan, const Plan::Block& block, State* state);

/// The sign with which an edge carries a pull now, or false if it carries none.
struct LiveEdge {
  bool live = false;
  SignBits sign = kPullNone;
  bool unsettled = false;  ///< An exception is supported, not accepted: the sign is open.
};
LiveEdge Liveness(const Plan& plan, const State& state, std::uint32_t edge);

/// (x): a pull carried over an edge.
SignBits Carried(SignBits pull, SignBits edge);

}  // namespace proviso::reason
