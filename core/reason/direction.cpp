#include "core/reason/direction.h"

#include <algorithm>

namespace proviso::reason {

SignBits Carried(SignBits pull, SignBits edge) {
  if (pull == kPullNone || edge == kPullNone) return kPullNone;
  if (pull == kPullBoth || edge == kPullBoth) return kPullBoth;
  return edge == kPullMore ? pull : SignBits(pull ^ kPullBoth);
}

namespace {

GuardState Look(const Plan& plan, const State& state, std::uint32_t guard) {
  GuardState now;
  now.known = true;
  for (const std::uint32_t needed : plan.Guard(guard)) {
    if (state.accepted[needed] == kAbsent) ++now.lacking;
    if (now.lacking == 3) break;  // An edge does without two at most.
  }
  for (const std::uint32_t exception : plan.GuardExceptions(guard)) {
    now.off = now.off || state.accepted[exception] != kAbsent;
    now.unsettled = now.unsettled || state.supported[exception] != kAbsent;
  }
  return now;
}

LiveEdge LivenessWith(const Plan::Edge& edge, const State& state, const GuardState& guard) {
  LiveEdge live;
  live.sign = edge.sign;
  int lacking = guard.lacking;
  for (const std::uint32_t own : edge.own)
    if (own != Plan::kNoLiteral && state.accepted[own] == kAbsent) --lacking;
  live.live = lacking == 0 && !guard.off;
  if (live.live && guard.unsettled) {
    live.sign = kPullBoth;
    live.unsettled = true;
  }
  return live;
}

}  // namespace

LiveEdge Liveness(const Plan& plan, const State& state, std::uint32_t e) {
  const Plan::Edge& edge = plan.edges[e];
  LiveEdge live;
  if (state.fixed[edge.to] != Supposed::kOpen || (state.strict && edge.contrast)) return live;
  live.sign = edge.sign;
  live.live = true;
  if (!edge.guarded) return live;
  const GuardState& known = state.guards[edge.guard];
  return LivenessWith(edge, state, known.known ? known : Look(plan, state, edge.guard));
}

void SolveDirection(const Plan& plan, const Plan::Block& block, State* state) {
  std::fill(state->direction.data() + block.prop, state->direction.data() + block.prop_end,
            kPullNone);
  std::fill(state->reached.data() + block.prop, state->reached.data() + block.prop_end,
            std::uint8_t{0});
  std::fill(state->guards.data() + block.guard, state->guards.data() + block.guard_end,
            GuardState());
  if (block.edge == block.edge_end) return;
  std::vector<std::uint32_t>& open = state->open;
  open.clear();
  ListSupposed(block, state);
  for (const std::uint32_t literal : state->supposed) {
    const std::uint32_t p = literal >> 1;
    // What a holder takes to be so anyway makes no difference to him.
    const bool already = state->flat[literal] != 0;
    state->direction[p] = already ? kPullNone : (literal & 1u) == 0 ? kPullMore : kPullLess;
    state->reached[p] = 1;
    open.push_back(p);
  }
  while (!open.empty()) {
    const std::uint32_t from = open.back();
    open.pop_back();
    for (std::uint32_t e = plan.out_start[from]; e < plan.out_start[from + 1]; ++e) {
      const Plan::Edge& edge = plan.edges[e];
      const std::uint32_t to = edge.to;
      if (state->fixed[to] != Supposed::kOpen) continue;
      SignBits sign = edge.sign;
      if (edge.guarded || state->strict) {
        if (edge.guarded && !state->guards[edge.guard].known)
          state->guards[edge.guard] = Look(plan, *state, edge.guard);
        const LiveEdge live = Liveness(plan, *state, e);
        if (!live.live) continue;
        sign = live.sign;
      }
      const SignBits joined = state->direction[to] | Carried(state->direction[from], sign);
      if (state->reached[to] != 0 && joined == state->direction[to]) continue;
      state->reached[to] = 1;
      state->direction[to] = joined;
      open.push_back(to);
    }
  }
}

}  // namespace proviso::reason
