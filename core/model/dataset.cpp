#include "core/model/dataset.h"

#include <algorithm>

#include "core/base/hash.h"

namespace proviso {
namespace {

/// Calls `visit` with the vector that holds `table`.
template <class Visit>
auto WithTable(const Dataset& dataset, Table table, const Visit& visit) {
  switch (table) {
    case Table::kDocuments:
      return visit(dataset.documents);
    case Table::kPassages:
      return visit(dataset.passages);
    case Table::kActors:
      return visit(dataset.actors);
    case Table::kPropositions:
      return visit(dataset.propositions);
    case Table::kConditions:
      return visit(dataset.conditions);
    case Table::kClaims:
      return visit(dataset.claims);
    case Table::kRelations:
      return visit(dataset.relations);
    case Table::kEvents:
      return visit(dataset.events);
    case Table::kQuantities:
      return visit(dataset.quantities);
    case Table::kTopics:
      return visit(dataset.topics);
    case Table::kQuestions:
      break;
  }
  return visit(dataset.questions);
}

/// The slot that holds `id`, or the free one where it belongs.
std::size_t SlotOf(const Dataset& dataset, Text id) {
  const std::size_t mask = dataset.id_slots.size() - 1;
  std::size_t slot = TextKey(id).hash & mask;
  while (dataset.id_slots[slot] && dataset.IdOf(dataset.id_slots[slot]) != id)
    slot = (slot + 1) & mask;
  return slot;
}

}  // namespace

std::size_t Dataset::count(Table table) const {
  return WithTable(*this, table, [](const auto& records) { return records.size(); });
}

RecordRef Dataset::Find(Text id) const {
  return id_slots.empty() ? RecordRef() : id_slots[SlotOf(*this, id)];
}

Text Dataset::IdOf(RecordRef record) const {
  return WithTable(*this, record.table, [record](const auto& records) {
    return record.index < records.size() ? records[record.index].id : Text();
  });
}

std::vector<RecordRef> BuildIdSlots(Dataset& dataset) {
  std::size_t records = 0;
  for (std::size_t t = 0; t < kTableCount; ++t) records += dataset.count(static_cast<Table>(t));
  std::size_t slots = 16;
  while (slots < records * 2) slots *= 2;
  dataset.id_slots.assign(slots, RecordRef());

  std::vector<RecordRef> taken;
  for (std::size_t t = 0; t < kTableCount; ++t) {
    RecordRef record{static_cast<Table>(t), 0};
    for (const std::size_t n = dataset.count(record.table); record.index < n; ++record.index) {
      RecordRef& slot = dataset.id_slots[SlotOf(dataset, dataset.IdOf(record))];
      if (slot) {
        taken.push_back(record);
      } else {
        slot = record;
      }
    }
  }
  return taken;
}

DocumentId DocumentOf(const Dataset& dataset, const Claim& claim) {
  return claim.passages.empty() ? DocumentId() : dataset[claim.passages.front()].document;
}

std::vector<PropositionId> Levers(const Dataset& dataset, PropositionId outcome) {
  std::vector<PropositionId> levers;
  const auto count = static_cast<std::uint32_t>(dataset.propositions.size());
  for (std::uint32_t i = 0; i < count; ++i)
    if (dataset.propositions[i].role == Role::kLever) levers.push_back(PropositionId(i));
  if (!levers.empty() || !outcome) return levers;

  // Backwards from the outcome, over the conditions grouped by the proposition they lead to.
  std::vector<std::uint32_t> starts(std::size_t{count} + 1, 0);
  for (const Condition& condition : dataset.conditions)
    ++starts[condition.consequent.proposition().index() + 1];
  for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
  std::vector<const Condition*> into(dataset.conditions.size());
  std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
  for (const Condition& condition : dataset.conditions)
    into[next[condition.consequent.proposition().index()]++] = &condition;

  std::vector<bool> entered(count, false);
  std::vector<bool> leads(count, false);
  std::vector<PropositionId> open = {outcome};
  entered[outcome.index()] = true;
  const auto meet = [&](Literal from) {
    const PropositionId p = from.proposition();
    leads[p.index()] = true;
    if (!entered[p.index()]) open.push_back(p);
    entered[p.index()] = true;
  };
  while (!open.empty()) {
    const std::uint32_t to = open.back().index();
    open.pop_back();
    for (std::uint32_t i = starts[to]; i < starts[to + 1]; ++i) {
      std::for_each(into[i]->antecedents.begin(), into[i]->antecedents.end(), meet);
      std::for_each(into[i]->unless.begin(), into[i]->unless.end(), meet);
    }
  }
  leads[outcome.index()] = false;  // A loop back to the outcome does not make it its own lever.
  for (std::uint32_t i = 0; i < count; ++i)
    if (leads[i]) levers.push_back(PropositionId(i));
  return levers;
}

PropositionId StartOutcome(const Dataset& dataset) {
  if (dataset.info.start) return dataset.info.start;
  for (std::uint32_t i = 0; i < dataset.propositions.size(); ++i)
    if (dataset.propositions[i].role == Role::kOutcome) return PropositionId(i);
  return dataset.conditions.empty() ? PropositionId()
                                    : dataset.conditions.front().consequent.proposition();
}

bool Rejected(const Claim& claim) {
  return std::any_of(claim.attribution.begin(), claim.attribution.end(),
                     [](const Step& step) { return Rejects(step.stance); });
}

bool KeptApart(const Claim& claim) {
  return std::any_of(claim.attribution.begin(), claim.attribution.end(),
                     [](const Step& step) { return KeepsApart(step.stance); });
}

}  // namespace proviso
