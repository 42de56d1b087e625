#include "core/query/searched_text.h"

namespace proviso::query {

void GetSearchedTexts(const Dataset& dataset, RecordRef record, SearchedTexts* texts) {
  texts->texts.clear();
  texts->asides.clear();
  const auto add = [&](Text text) {
    if (!text.empty()) texts->texts.push_back(text);
  };
  const auto add_label = [&](Literal literal) {
    if (literal) add(dataset[literal.proposition()].label);
  };
  const std::uint32_t i = record.index;
  switch (record.table) {
    case Table::kDocuments:
      add(dataset.documents[i].title);
      add(dataset.documents[i].container);
      break;
    case Table::kActors:
      add(dataset.actors[i].name);
      for (Text alias : dataset.actors[i].aliases) add(alias);
      break;
    case Table::kPropositions:
      add(dataset.propositions[i].label);
      add(dataset.propositions[i].gloss);
      break;
    case Table::kConditions: {
      const Condition& condition = dataset.conditions[i];
      add(condition.gloss);
      if (!condition.gloss.empty()) break;
      for (Literal literal : condition.antecedents) add_label(literal);
      for (Literal literal : condition.unless) add_label(literal);
      add_label(condition.consequent);
      break;
    }
    case Table::kClaims:
      add(dataset.claims[i].gloss);
      for (Text hedge : dataset.claims[i].hedges) texts->asides.push_back(hedge);
      break;
    case Table::kEvents:
      add(dataset[dataset.events[i].proposition].label);
      add(dataset.events[i].place);
      break;
    case Table::kQuantities:
      add(dataset.quantities[i].measure);
      break;
    case Table::kTopics:
      add(dataset.topics[i].label);
      break;
    case Table::kQuestions:
      add(dataset.questions[i].title);
      add(dataset.questions[i].text);
      break;
    case Table::kPassages:
    case Table::kRelations:
      break;
  }
}

}  // namespace proviso::query
