#include "core/reason/reading.h"

#include <algorithm>
#include <queue>
#include <tuple>

#include "core/base/sort.h"
#include "core/reason/direction.h"

namespace proviso::reason {
namespace {

constexpr std::uint32_t kNoRule = 0xFFFFFFFFu;

/// The cheapest and then shortest way to one literal.
struct Way {
  std::uint32_t deficit = kAbsent;
  std::uint32_t depth = 0;
  std::uint32_t rule = kNoRule;
  bool done = false;
};

class Deriver {
 public:
  Deriver(const Reading& reading, const Plan::Block& block, bool accepted)
      : reading_(reading), plan_(reading.plan), block_(block), accepted_(accepted) {
    FindWays();
  }

  Derivation To(std::uint32_t literal) const {
    Derivation derivation;
    const Way& way = At(literal);
    if (way.deficit == kAbsent) return derivation;
    derivation.literal = plan_.LiteralOf(literal);
    derivation.strength = StrengthOf(static_cast<Deficit>(way.deficit));
    for (const std::uint32_t rule : InOrder(literal)) derivation.steps.push_back(StepOf(rule));
    return derivation;
  }

 private:
  const Way& At(std::uint32_t literal) const { return ways_[literal - block_.prop * 2]; }
  Way& At(std::uint32_t literal) { return ways_[literal - block_.prop * 2]; }

  bool Usable(std::uint32_t r) const {
    const State& state = reading_.state;
    if (state.fixed[plan_.rules[r].head >> 1] != Supposed::kOpen) return false;
    const std::vector<Deficit>& off = accepted_ ? state.supported : state.accepted;
    for (const std::uint32_t exception : plan_.Exceptions(r))
      if (off[exception] != kAbsent) return false;
    return !accepted_ || state.beaten[r] == 0;
  }

  /// True if the first rule's claim and conclusion come before the second's.
  bool Before(std::uint32_t a, std::uint32_t b) const {
    const auto key = [&](std::uint32_t r) {
      const Plan::Rule& rule = plan_.rules[r];
      const Literal head = plan_.LiteralOf(rule.head);
      std::vector<std::pair<Text, bool>> from;
      for (const std::uint32_t l : plan_.Antecedents(r))
        from.emplace_back(reading_.dataset[plan_.LiteralOf(l).proposition()].id, (l & 1u) != 0);
      std::sort(from.begin(), from.end());
      return std::tuple(reading_.dataset[plan_.origins[r].claim].id,
                        reading_.dataset[head.proposition()].id, head.negated(), from);
    };
    return key(a) < key(b);
  }

  void FindWays() {
    ways_.assign((block_.prop_end - block_.prop) * std::size_t{2}, {});
    using Entry =
        std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;  // deficit, depth, literal
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    for (std::uint32_t p = block_.prop; p < block_.prop_end; ++p) {
      if (reading_.state.fixed[p] == Supposed::kOpen) continue;
      const std::uint32_t literal = p * 2 + (reading_.state.fixed[p] == Supposed::kOff ? 1u : 0u);
      At(literal).deficit = 0;
      open.emplace(0, 0, literal);
    }
    const auto fire = [&](std::uint32_t r) {
      if (!Usable(r)) return;
      std::uint32_t deficit = plan_.rules[r].deficit;
      std::uint32_t depth = 0;
      for (const std::uint32_t l : plan_.Antecedents(r)) {
        deficit += At(l).deficit;
        depth = std::max(depth, At(l).depth);
      }
      deficit = std::min<std::uint32_t>(deficit, kAttenuated);
      ++depth;
      const std::uint32_t head = plan_.rules[r].head;
      Way& way = At(head);
      if (way.done) return;
      const auto now = std::pair(deficit, depth);
      const auto old = std::pair(way.deficit, way.depth);
      if (way.rule != kNoRule && (old < now || (old == now && !Before(r, way.rule)))) return;
      if (way.rule == kNoRule || now < old) open.emplace(deficit, depth, head);
      way = {deficit, depth, r, false};
    };
    std::vector<std::uint32_t> left;
    for (std::uint32_t r = block_.rule; r < block_.rule_end; ++r) {
      left.push_back(plan_.origins[r].needs);
      if (r < block_.free_end) fire(r);
    }
    while (!open.empty()) {
      const auto [deficit, depth, literal] = open.top();
      open.pop();
      if (At(literal).done) continue;
      At(literal).done = true;
      for (const std::uint32_t r : plan_.WaitingFor(literal))
        if (--left[r - block_.rule] == 0) fire(r);
    }
  }

  /// The rules that lead to `literal`, each behind what it builds on, ties by claim id.
  std::vector<std::uint32_t> InOrder(std::uint32_t literal) const {
    std::vector<std::uint32_t> rules;
    std::vector<std::uint32_t> open = {literal};
    std::vector<bool> seen(ways_.size(), false);
    while (!open.empty()) {
      const std::uint32_t l = open.back();
      open.pop_back();
      if (seen[l - block_.prop * 2]) continue;
      seen[l - block_.prop * 2] = true;
      const std::uint32_t rule = At(l).rule;
      if (rule == kNoRule) continue;
      rules.push_back(rule);
      for (const std::uint32_t a : plan_.Antecedents(rule)) open.push_back(a);
    }
    SortList(&rules, [&](std::uint32_t a, std::uint32_t b) { return Before(a, b); });
    std::vector<std::uint32_t> order;
    std::vector<bool> concluded(ways_.size(), false);
    while (!rules.empty()) {
      const auto ready = std::find_if(rules.begin(), rules.end(), [&](std::uint32_t rule) {
        const auto from = plan_.Antecedents(rule);
        return std::all_of(from.begin(), from.end(), [&](std::uint32_t l) {
          return At(l).rule == kNoRule || concluded[l - block_.prop * 2];
        });
      });
      concluded[plan_.rules[*ready].head - block_.prop * 2] = true;
      order.push_back(*ready);
      rules.erase(ready);
    }
    return order;
  }

  Inference StepOf(std::uint32_t r) const {
    const Plan::Rule& rule = plan_.rules[r];
    Inference step;
    step.claim = plan_.origins[r].claim;
    const About& about = reading_.dataset[step.claim].about;
    if (about.kind == AboutKind::kCondition) step.condition = about.condition;
    for (const std::uint32_t l : plan_.Antecedents(r))
      step.antecedents.push_back(plan_.LiteralOf(l));
    for (const std::uint32_t l : plan_.Exceptions(r)) step.unless.push_back(plan_.LiteralOf(l));
    SortById(reading_.dataset, &step.antecedents);
    SortById(reading_.dataset, &step.unless);
    step.conclusion = plan_.LiteralOf(rule.head);
    step.strength = *StrengthOf(rule.deficit);
    if (rule.even) step.strength = Modality::kEven;
    return step;
  }

  const Reading& reading_;
  const Plan& plan_;
  const Plan::Block& block_;
  bool accepted_;
  std::vector<Way> ways_;
};

}  // namespace

Reading::Reading(const Dataset& d, const Views& v, PropositionId target, const Scenario& scenario,
                 std::uint32_t first, std::uint32_t end)
    : dataset(d), views(v), begin(first), plan(BuildPlan(d, v, target, first, end)) {
  state = MakeState(plan);
  Suppose(plan, scenario, &state);
  for (std::uint32_t p = 0; p < plan.propositions.size(); ++p)
    sorted_.emplace_back(plan.propositions[p].index(), p);
  for (const Plan::Block& block : plan.blocks)
    std::sort(sorted_.data() + block.prop, sorted_.data() + block.prop_end);
}

void Suppose(const Plan& plan, const Scenario& scenario, State* state) {
  state->strict = scenario.strict;
  std::vector<Literal> all = scenario.supposed;
  all.insert(all.end(), scenario.by_definition.begin(), scenario.by_definition.end());
  SortList(&all);
  for (const Plan::Block& block : plan.blocks) {
    bool other = scenario.strict;
    for (std::uint32_t p = block.prop; p < block.prop_end && !all.empty(); ++p) {
      const Literal on(plan.propositions[p]);
      const auto at = std::lower_bound(all.begin(), all.end(), on);
      if (at == all.end() || at->proposition() != on.proposition()) continue;
      state->fixed[p] = at->negated() ? Supposed::kOff : Supposed::kOn;
      other = true;
    }
    if (!other) continue;
    SolveLevel(plan, block, state);
    SolveDirection(plan, block, state);
  }
}

std::uint32_t Reading::Find(const Plan::Block& block, Literal literal) const {
  const auto* const end = sorted_.data() + block.prop_end;
  const auto* const found = std::lower_bound(sorted_.data() + block.prop, end,
                                             std::pair(literal.proposition().index(), 0u));
  if (found == end || found->first != literal.proposition().index()) return kNoLiteral;
  return found->second * 2 + (literal.negated() ? 1u : 0u);
}

bool Reading::Holds(const Plan::Block& block, Literal literal) const {
  const std::uint32_t l = Find(block, literal);
  return l != kNoLiteral && state.accepted[l] != kAbsent;
}

std::optional<Modality> StrengthOf(Deficit deficit) {
  if (deficit == kAbsent) return std::nullopt;
  return static_cast<Modality>(std::min<Deficit>(deficit, 3));
}

void SortById(const Dataset& dataset, std::vector<Literal>* literals) {
  SortList(literals, [&](Literal a, Literal b) {
    const Text one = dataset[a.proposition()].id;
    const Text other = dataset[b.proposition()].id;
    return one != other ? one < other : a.negated() < b.negated();
  });
}

Derivation Derive(const Reading& reading, const Plan::Block& block, std::uint32_t literal,
                  bool accepted) {
  return Deriver(reading, block, accepted).To(literal);
}

}  // namespace proviso::reason
