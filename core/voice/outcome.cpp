#include "core/voice/outcome.h"

#include <utility>

namespace proviso::view {
namespace {

/// Marks with `mark` whatever is not marked yet and leads to one of `open`.
void MarkLeading(const Dataset& dataset, const query::Index& index, std::vector<PropositionId> open,
                 std::uint8_t mark, Outcome* outcome) {
  const auto reach = [&](PropositionId p) {
    if (p == outcome->target || outcome->leads[p.index()] != 0) return;
    outcome->leads[p.index()] = mark;
    open.push_back(p);
  };
  while (!open.empty()) {
    const PropositionId at = open.back();
    open.pop_back();
    for (const ConditionId id : index.conditions_to[at]) {
      const Condition& condition = dataset[id];
      if (condition.form == Form::kExplains) continue;
      for (const Literal from : condition.antecedents) reach(from.proposition());
      for (const Literal from : condition.unless) reach(from.proposition());
    }
    for (const ConditionId id : index.conditions_from[at])
      if (dataset[id].form == Form::kExplains) reach(dataset[id].consequent.proposition());
  }
}

}  // namespace

Outcome MakeOutcome(const Dataset& dataset, const query::Index& index, PropositionId target) {
  Outcome outcome;
  outcome.target = target;
  outcome.leads.assign(dataset.propositions.size(), 0);
  if (!target) return outcome;
  MarkLeading(dataset, index, {target}, 1, &outcome);
  std::vector<PropositionId> near;
  for (std::uint32_t i = 0; i < dataset.propositions.size(); ++i)
    for (const Near& link : dataset.propositions[i].near)
      if (link.to == target && outcome.leads[i] == 0) {
        outcome.leads[i] = 2;
        near.push_back(PropositionId(i));
      }
  MarkLeading(dataset, index, std::move(near), 2, &outcome);
  return outcome;
}

}  // namespace proviso::view
