#include "core/reason/level.h"

#include <algorithm>
#include <cstring>

#include "core/reason/direction.h"

namespace proviso::reason {
namespace {

Deficit Plus(Deficit a, Deficit b) { return std::min<Deficit>(kAttenuated, Deficit(a + b)); }

/// The cheapest derivation of everything that follows, by Knuth's method with a bucket a deficit.
///
/// A rule is used unless an exception is in `known` (null: none is looked at) or it is beaten.
/// `state->supposed` must be listed. Leaves in `state->fired` the rules that were applied, and
/// returns how many literals follow.
std::size_t Close(const Plan& plan, const Plan::Block& block, const std::vector<Deficit>* known,
                  bool heed_beaten, State* state, std::vector<Deficit>* into) {
  std::vector<Deficit>& best = *into;
  std::fill(best.data() + block.prop * 2, best.data() + block.prop_end * 2, kAbsent);
  std::fill(state->even.data() + block.prop, state->even.data() + block.prop_end, std::uint8_t{0});
  state->fired.clear();
  for (auto& bucket : state->buckets) bucket.clear();
  for (const std::uint32_t literal : state->supposed) {
    best[literal] = 0;
    state->buckets[0].push_back(literal);
  }
  std::size_t count = state->supposed.size();

  const auto fire = [&](std::uint32_t r, Deficit carried) {
    const Plan::Rule& rule = plan.rules[r];
    if (state->fixed[rule.head >> 1] != Supposed::kOpen) return;
    if (heed_beaten && state->beaten[r] != 0) return;
    if (known != nullptr && rule.excepted)
      for (const std::uint32_t exception : plan.Exceptions(r))
        if ((*known)[exception] != kAbsent) return;
    state->fired.push_back(r);
    if (rule.even) state->even[rule.head >> 1] = 1;
    const Deficit deficit = Plus(carried, rule.deficit);
    Deficit& now = best[rule.head];
    if (deficit >= now) return;
    if (now == kAbsent) ++count;
    now = deficit;
    state->buckets[deficit].push_back(rule.head);
  };
  for (std::uint32_t r = block.rule; r < block.free_end; ++r) fire(r, 0);
  std::copy(plan.waits.data() + block.free_end, plan.waits.data() + block.rule_end,
            state->waits.data() + block.free_end);
  for (Deficit d = 0; d <= kAttenuated; ++d) {
    std::vector<std::uint32_t>& bucket = state->buckets[d];
    for (std::size_t i = 0; i < bucket.size(); ++i) {
      const std::uint32_t literal = bucket[i];
      if (best[literal] != d) continue;
      for (const std::uint32_t r : plan.WaitingFor(literal)) {
        std::uint32_t& waits = state->waits[r];
        const std::uint32_t sum = std::min<std::uint32_t>(kAttenuated, (waits & 15u) + d);
        waits = (waits & ~15u) - 16 + sum;
        if (waits < 16) fire(r, static_cast<Deficit>(waits));
      }
    }
  }
  return count;
}

bool AnyIn(std::span<const std::uint32_t> literals, const std::vector<Deficit>& known) {
  for (const std::uint32_t literal : literals)
    if (known[literal] != kAbsent) return true;
  return false;
}

/// The fired rules for a literal and those for its complement, once the two sides clash.
///
/// Compared are whole sides: the cheapest derivation of each. But a rule that a rival overrides
/// does not speak for its side against that rival: what holds in general must not stand between two
/// things that are said of the special case.
class Contest {
 public:
  Contest(const Plan& plan, State* state, std::span<const std::uint32_t> rules, std::size_t middle)
      : plan_(plan), state_(state), rules_(rules), middle_(middle) {
    state->weights.assign(rules.size() * 2, {});
    for (std::size_t i = 0; i < rules.size(); ++i) {
      Deficit sum = plan.rules[rules[i]].deficit;
      for (const std::uint32_t literal : plan.Antecedents(rules[i]))
        sum = Plus(sum, state->supported[literal]);
      state->weights[i] = {sum, plan.rules[rules[i]].even, true};
      Weight& whole = whole_[i < middle ? 0 : 1];
      whole = Joined(whole, state->weights[i]);
    }
  }

  /// True if some rule of the other side beats the one at `i`.
  bool Beaten(std::size_t i) {
    const std::size_t begin = i < middle_ ? middle_ : 0;
    const std::size_t end = i < middle_ ? rules_.size() : middle_;
    for (std::size_t rival = begin; rival < end; ++rival) {
      if (Overrides(i, rival)) continue;
      const Weight& mine = Overrides(rival, i) ? Whole(i < middle_) : Against(rival);
      if (Clashes(mine, Against(i))) return true;
    }
    return false;
  }

 private:
  bool Overrides(std::size_t rule, std::size_t general) const {
    return !state_->strict && LessSpecific(plan_, rules_[general], rules_[rule]);
  }
  const Weight& Whole(bool first) const { return first ? whole_[0] : whole_[1]; }

  /// What the other side of `rival` says, without the rules that `rival` overrides.
  const Weight& Against(std::size_t rival) {
    Weight& weight = state_->weights[rules_.size() + rival];
    if (weight.known) return weight;
    weight.known = true;
    const std::size_t begin = rival < middle_ ? middle_ : 0;
    const std::size_t end = rival < middle_ ? rules_.size() : middle_;
    for (std::size_t i = begin; i < end; ++i)
      if (!Overrides(rival, i)) weight = Joined(weight, state_->weights[i]);
    return weight;
  }

  static Weight Joined(const Weight& a, const Weight& b) {
    return {std::min(a.cheapest, b.cheapest), a.even || b.even, true};
  }
  static bool Clashes(const Weight& a, const Weight& b) {
    return Clash(a.cheapest, b.cheapest) || (a.even && b.cheapest <= 2) ||
           (b.even && a.cheapest <= 2);
  }

  const Plan& plan_;
  State* state_;
  std::span<const std::uint32_t> rules_;  ///< One side's up to `middle_`, then the other's.
  std::size_t middle_;
  Weight whole_[2];
};

/// Marks the fired rules that are beaten. Returns false if there are none.
bool MarkBeaten(const Plan& plan, State* state) {
  bool any = false;
  std::vector<std::uint32_t>& contested = state->contested;
  contested.clear();
  for (const std::uint32_t r : state->fired) {
    if (plan.rules[r].excepted && AnyIn(plan.Exceptions(r), state->supported)) {
      state->beaten[r] = 1;
      any = true;
    }
    const std::uint32_t head = plan.rules[r].head;
    if (state->supported[head ^ 1u] == kAbsent) continue;
    const Deficit mine = state->supported[head];
    const Deficit theirs = state->supported[head ^ 1u];
    if (Clash(mine, theirs) || (state->even[head >> 1] != 0 && std::min(mine, theirs) <= 2))
      contested.push_back(r);
  }
  if (contested.empty()) return any;
  std::sort(contested.begin(), contested.end(), [&](std::uint32_t a, std::uint32_t b) {
    return plan.rules[a].head != plan.rules[b].head ? plan.rules[a].head < plan.rules[b].head
                                                    : a < b;
  });
  for (std::size_t i = 0; i < contested.size();) {
    const std::uint32_t prop = plan.rules[contested[i]].head >> 1;
    std::size_t middle = i;
    while (middle < contested.size() && plan.rules[contested[middle]].head == prop * 2) ++middle;
    std::size_t end = middle;
    while (end < contested.size() && plan.rules[contested[end]].head == prop * 2 + 1) ++end;
    Contest contest(plan, state, std::span<const std::uint32_t>(contested).subspan(i, end - i),
                    middle - i);
    for (std::size_t k = i; k < end; ++k)
      if (contest.Beaten(k - i)) {
        state->beaten[contested[k]] = 1;
        any = true;
      }
    i = end;
  }
  return any;
}

}  // namespace

void ListSupposed(const Plan::Block& block, State* state) {
  state->supposed.clear();
  const Supposed* fixed = state->fixed.data();
  for (std::uint32_t p = block.prop; p < block.prop_end;) {
    // Little is supposed of all that a view speaks of, so eight are passed over at once.
    std::uint64_t eight = 0;
    if (p + 8 <= block.prop_end) {
      std::memcpy(&eight, fixed + p, 8);
      if (eight == 0) {
        p += 8;
        continue;
      }
    }
    if (fixed[p] != Supposed::kOpen)
      state->supposed.push_back(p * 2 + (fixed[p] == Supposed::kOff ? 1 : 0));
    ++p;
  }
}

bool Clash(Deficit a, Deficit b) {
  if (a == kAbsent || b == kAbsent) return false;
  const Deficit firmer = std::min(a, b);
  const Deficit weaker = std::max(a, b);
  return weaker <= 2 || firmer == 0;
}

bool LessSpecific(const Plan& plan, std::uint32_t a, std::uint32_t b) {
  const Plan::RuleOrigin& one = plan.origins[a];
  const Plan::RuleOrigin& other = plan.origins[b];
  if (one.needs >= other.needs || (one.mark & ~other.mark) != 0) return false;
  const auto small = plan.Antecedents(a);
  const auto large = plan.Antecedents(b);
  return std::includes(large.begin(), large.end(), small.begin(), small.end());
}

void SolveLevel(const Plan& plan, const Plan::Block& block, State* state) {
  ListSupposed(block, state);
  const auto literals = [&block](std::vector<Deficit>& of) {
    return of.begin() + static_cast<std::ptrdiff_t>(block.prop) * 2;
  };
  const auto width = static_cast<std::ptrdiff_t>(block.prop_end - block.prop) * 2;
  const auto accept_supported = [&] {
    std::copy(literals(state->supported), literals(state->supported) + width,
              literals(state->accepted));
  };
  if (!block.contestable) {
    Close(plan, block, nullptr, false, state, &state->supported);
    accept_supported();
    return;
  }
  // What is supposed is accepted from the start: it switches rules off at once.
  std::fill(literals(state->accepted), literals(state->accepted) + width, kAbsent);
  for (const std::uint32_t literal : state->supposed) state->accepted[literal] = 0;
  std::size_t held = state->supposed.size();
  for (;;) {
    Close(plan, block, &state->accepted, false, state, &state->supported);
    std::fill(state->beaten.data() + block.rule, state->beaten.data() + block.rule_end,
              std::uint8_t{0});
    if (!MarkBeaten(plan, state)) {
      accept_supported();
      return;
    }
    const std::size_t now = Close(plan, block, &state->supported, true, state, &state->accepted);
    if (now == held) return;
    held = now;
  }
}

State MakeState(const Plan& plan) {
  State state;
  const std::size_t props = plan.propositions.size();
  state.fixed.assign(props, Supposed::kOpen);
  state.supported.assign(props * 2, kAbsent);
  state.accepted.assign(props * 2, kAbsent);
  state.even.assign(props, 0);
  state.flat.assign(props * 2, 0);
  state.direction.assign(props, kPullNone);
  state.reached.assign(props, 0);
  state.beaten.assign(plan.rules.size(), 0);
  state.guards.resize(plan.guard_start.size() - 1);
  state.waits.assign(plan.rules.size(), 0);
  for (const Plan::Block& block : plan.blocks) {
    SolveLevel(plan, block, &state);
    for (std::uint32_t l = block.prop * 2; l < block.prop_end * 2; ++l)
      state.flat[l] = state.accepted[l] == 0 ? 1 : 0;
    SolveDirection(plan, block, &state);
  }
  return state;
}

}  // namespace proviso::reason
