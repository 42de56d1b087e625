#include "core/query/index.h"

#include <algorithm>

namespace proviso::query {
namespace {

/// Collects (row, item) pairs whose items come in rising order, each pair once.
template <class Row, class Item>
class Pairs {
 public:
  explicit Pairs(std::size_t rows) : last_(rows) {}

  void Add(Row row, Item item) {
    if (!row || last_[row.index()] == item) return;
    last_[row.index()] = item;
    pairs_.emplace_back(row, item);
  }

  Lists<Row, Item> Group() const { return {last_.size(), pairs_}; }

 private:
  std::vector<Item> last_;  ///< Since items rise, a repetition is always of the last one.
  std::vector<std::pair<Row, Item>> pairs_;
};

template <class Tag, class Record, class Use>
void Each(const std::vector<Record>& records, Use use) {
  for (std::uint32_t i = 0; i < records.size(); ++i) use(Id<Tag>(i), records[i]);
}

void IndexClaims(const Dataset& dataset, Index* index) {
  Pairs<ActorId, ClaimId> held(dataset.actors.size());
  Pairs<ActorId, ClaimId> mentioning(dataset.actors.size());
  Pairs<DocumentId, ClaimId> in_document(dataset.documents.size());
  Pairs<PassageId, ClaimId> at_passage(dataset.passages.size());
  Pairs<PropositionId, ClaimId> about_proposition(dataset.propositions.size());
  Pairs<ConditionId, ClaimId> about_condition(dataset.conditions.size());
  Pairs<QuantityId, ClaimId> about_quantity(dataset.quantities.size());
  Each<ClaimTag>(dataset.claims, [&](ClaimId id, const Claim& claim) {
    if (!claim.attribution.empty()) held.Add(claim.holder(), id);
    for (const Step& step : claim.attribution) mentioning.Add(step.actor, id);
    for (PassageId passage : claim.passages) {
      at_passage.Add(passage, id);
      in_document.Add(dataset[passage].document, id);
    }
    switch (claim.about.kind) {
      case AboutKind::kProposition:
        about_proposition.Add(claim.about.literal.proposition(), id);
        break;
      case AboutKind::kCondition:
        about_condition.Add(claim.about.condition, id);
        break;
      case AboutKind::kQuantity:
        about_quantity.Add(claim.about.quantity, id);
        break;
      case AboutKind::kComparison:
        break;
    }
  });
  index->claims_held = held.Group();
  index->claims_mentioning = mentioning.Group();
  index->claims_in_document = in_document.Group();
  index->claims_at_passage = at_passage.Group();
  index->claims_about_proposition = about_proposition.Group();
  index->claims_about_condition = about_condition.Group();
  index->claims_about_quantity = about_quantity.Group();
}

Lists<DocumentId, PassageId> PassagesInReadingOrder(const Dataset& dataset) {
  std::vector<std::pair<DocumentId, PassageId>> pairs;
  pairs.reserve(dataset.passages.size());
  Each<PassageTag>(dataset.passages, [&](PassageId id, const Passage& passage) {
    pairs.emplace_back(passage.document, id);
  });
  std::sort(pairs.begin(), pairs.end(), [&](const auto& a, const auto& b) {
    const Passage& p = dataset[a.second];
    const Passage& q = dataset[b.second];
    if (p.start != q.start) return p.start < q.start;
    if (p.end != q.end) return p.end < q.end;
    return a.second < b.second;
  });
  return {dataset.documents.size(), pairs};
}

void IndexConditions(const Dataset& dataset, Index* index) {
  Pairs<PropositionId, ConditionId> from(dataset.propositions.size());
  Pairs<PropositionId, ConditionId> to(dataset.propositions.size());
  Each<ConditionTag>(dataset.conditions, [&](ConditionId id, const Condition& condition) {
    for (Literal literal : condition.antecedents) from.Add(literal.proposition(), id);
    for (Literal literal : condition.unless) from.Add(literal.proposition(), id);
    to.Add(condition.consequent.proposition(), id);
  });
  index->conditions_from = from.Group();
  index->conditions_to = to.Group();
}

}  // namespace

Index BuildIndex(const Dataset& dataset) {
  Index index;
  IndexClaims(dataset, &index);
  IndexConditions(dataset, &index);
  index.passages_of_document = PassagesInReadingOrder(dataset);

  Pairs<ActorId, PropositionId> of_actor(dataset.actors.size());
  Each<PropositionTag>(dataset.propositions, [&](PropositionId id, const Proposition& proposition) {
    for (ActorId actor : proposition.actors) of_actor.Add(actor, id);
  });
  index.propositions_of_actor = of_actor.Group();

  Pairs<PropositionId, EventId> events(dataset.propositions.size());
  Each<EventTag>(dataset.events,
                 [&](EventId id, const Event& event) { events.Add(event.proposition, id); });
  index.events_of_proposition = events.Group();

  Pairs<ClaimId, RelationId> relations(dataset.claims.size());
  Each<RelationTag>(dataset.relations, [&](RelationId id, const Relation& relation) {
    relations.Add(relation.from, id);
    relations.Add(relation.to, id);
  });
  index.relations_of_claim = relations.Group();
  return index;
}

}  // namespace proviso::query
