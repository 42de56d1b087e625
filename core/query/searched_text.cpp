#include "core/query/searched_text.h"

#include <algorithm>
#include <span>

#include "core/query/tokens.h"

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
  for (const Text keyword : KeywordsOf(dataset, record)) texts->asides.push_back(keyword);
}

std::vector<Text> KeywordsOf(const Dataset& dataset, RecordRef record) {
  std::vector<Text> keywords;
  const auto add = [&keywords](std::span<const Text> list) {
    for (const Text keyword : list)
      if (std::find(keywords.begin(), keywords.end(), keyword) == keywords.end())
        keywords.push_back(keyword);
  };
  if (record.table == Table::kActors) add(dataset.actors[record.index].keywords);
  if (record.table == Table::kPropositions) add(dataset.propositions[record.index].keywords);
  if (record.table == Table::kPassages) add(dataset.passages[record.index].keywords);
  if (record.table == Table::kClaims)
    for (const PassageId passage : dataset.claims[record.index].passages)
      add(dataset[passage].keywords);
  return keywords;
}

std::vector<Text> FoundKeywords(const Dataset& dataset, RecordRef record, std::string_view query) {
  std::vector<Text> keywords = KeywordsOf(dataset, record);
  if (keywords.empty()) return keywords;
  const std::vector<SoughtWord> sought = SoughtWords(query);
  const auto named = [&sought](Text keyword) {
    bool found = false;
    ForEachRun(keyword, [&](std::string_view run) {
      ForEachIndexedWord(run, [&](std::string_view word) {
        for (const SoughtWord& one : sought)
          if (one.prefix ? word.substr(0, one.text.size()) == one.text : word == one.text)
            found = true;
      });
    });
    return found;
  };
  keywords.erase(std::remove_if(keywords.begin(), keywords.end(),
                                [&](Text keyword) { return !named(keyword); }),
                 keywords.end());
  return keywords;
}

}  // namespace proviso::query
