#include "core/query/facet_value.h"

#include <algorithm>
#include <span>

namespace proviso::query {
namespace {

constexpr std::string_view kNothing = "none";

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// The first year that `date` names, also of "../2024".
std::string_view YearOf(Date date) {
  for (std::size_t i = 0; i + 4 <= date.size(); ++i)
    if (IsDigit(date[i]) && IsDigit(date[i + 1]) && IsDigit(date[i + 2]) && IsDigit(date[i + 3]))
      return date.substr(i, 4);
  return kNothing;
}

template <class T>
void AddOnce(T item, std::vector<T>* list) {
  if (std::find(list->begin(), list->end(), item) == list->end()) list->push_back(item);
}

void AddPropositions(const Dataset& dataset, RecordRef record, std::vector<PropositionId>* list) {
  if (!record) return;
  if (record.table == Table::kPropositions) AddOnce(PropositionId(record.index), list);
  if (record.table != Table::kConditions) return;
  const Condition& condition = dataset.conditions[record.index];
  AddOnce(condition.consequent.proposition(), list);
  for (const std::span<const Literal> literals : {condition.antecedents, condition.unless})
    for (const Literal literal : literals) AddOnce(literal.proposition(), list);
}

Direction Toward(bool more) { return more ? Direction::kMore : Direction::kLess; }

/// The directions of a link, one at most but for a diagnostic link, which runs from its consequent,
/// the cause, to each of what it explains.
void AddDirections(const Dataset& dataset, const Claim& claim,
                   std::vector<std::string_view>* values) {
  if (claim.about.kind != AboutKind::kCondition) return;
  // Who leaves it open, or calls it a toss-up, gives no direction.
  if (claim.modality == Modality::kEven || claim.modality == Modality::kUncommitted) return;
  // Nor does who asks for it, or holds that it should be.
  const bool asks = claim.act == Act::kQuestion || claim.act == Act::kDemand;
  if (asks || claim.kind == ClaimKind::kNormative) return;
  const Condition& condition = dataset[claim.about.condition];
  const bool negated = condition.consequent.negated();
  const auto add = [values](Direction direction) { AddOnce(Word(direction), values); };
  switch (condition.form) {
    case Form::kIf:
      if (condition.contrast) add(Toward(!negated));
      break;
    case Form::kOnlyIf:
    case Form::kRaises:
      add(Toward(!negated));
      break;
    case Form::kLowers:
      add(Toward(negated));
      break;
    case Form::kNoEffect:
    case Form::kEvenIf:
      add(Direction::kNoEffect);
      break;
    case Form::kBearsOn:
      add(Direction::kNotSaid);
      break;
    case Form::kExplains:
      for (const Literal effect : condition.antecedents) add(Toward(effect.negated() == negated));
      break;
  }
}

void AddNear(const Dataset& dataset, const std::vector<PropositionId>& about,
             std::vector<std::string_view>* values) {
  for (const PropositionId id : about)
    for (const Near& near : dataset[id].near) AddOnce(dataset[near.to].id, values);
}

}  // namespace

std::vector<PropositionId> PropositionsOf(const Dataset& dataset, const Claim& claim) {
  std::vector<PropositionId> list;
  const auto add = [&](RecordRef record) { AddPropositions(dataset, record, &list); };
  switch (claim.about.kind) {
    case AboutKind::kProposition:
      if (claim.about.literal)
        add({Table::kPropositions, claim.about.literal.proposition().index()});
      break;
    case AboutKind::kCondition:
      add({Table::kConditions, claim.about.condition.index()});
      break;
    case AboutKind::kComparison:
      add(claim.about.more);
      add(claim.about.less);
      break;
    case AboutKind::kQuantity:
      break;
  }
  return list;
}

NearMatter NearMatterOf(const Dataset& dataset, const Claim& claim, PropositionId proposition) {
  NearMatter found;
  for (const PropositionId about : PropositionsOf(dataset, claim)) {
    if (about == proposition) return {true, {}, Nearness::kWider};
    if (found.about) continue;
    for (const Near& near : dataset[about].near)
      if (near.to == proposition) found = {false, about, near.how};
  }
  return found;
}

void GetValues(const Dataset& dataset, const Claim& claim, Facet facet, ClaimValues* of) {
  std::vector<std::string_view>& values = of->values;
  values.clear();
  const DocumentId document =
      claim.passages.empty() ? DocumentId() : dataset[claim.passages.front()].document;
  std::vector<PropositionId> about;
  switch (facet) {
    case Facet::kHolder:
      if (!claim.attribution.empty()) values.push_back(dataset[claim.holder()].id);
      break;
    case Facet::kDocument:
      if (document) values.push_back(dataset[document].id);
      break;
    case Facet::kTopic:
      for (const TopicId topic : claim.topics) AddOnce(dataset[topic].id, &values);
      break;
    case Facet::kProposition:
      about = PropositionsOf(dataset, claim);
      for (const PropositionId id : about) values.push_back(dataset[id].id);
      break;
    case Facet::kDirection:
      AddDirections(dataset, claim, &values);
      break;
    case Facet::kModality:
      values.push_back(Word(claim.modality));
      break;
    case Facet::kStance:
      for (std::size_t i = 0; i < claim.attribution.size(); ++i)
        if (i + 1 < claim.attribution.size() || i == 0)
          AddOnce(Word(claim.attribution[i].stance), &values);
      break;
    case Facet::kEvidence:
      if (claim.has_evidence()) values.push_back(Word(claim.evidence));
      break;
    case Facet::kAct:
      values.push_back(Word(claim.act));
      break;
    case Facet::kKind:
      values.push_back(Word(claim.kind));
      break;
    case Facet::kForm:
      if (claim.about.kind == AboutKind::kCondition)
        values.push_back(Word(dataset[claim.about.condition].form));
      break;
    case Facet::kYear:
      if (!claim.as_of.empty())
        values.push_back(YearOf(claim.as_of));
      else if (document)
        values.push_back(YearOf(dataset[document].published));
      break;
  }
  of->near_from = values.size();
  AddNear(dataset, about, &values);
  if (values.empty()) {
    values.push_back(kNothing);
    of->near_from = 1;
  }
}

}  // namespace proviso::query
