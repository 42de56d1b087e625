#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/dataset.h"

namespace proviso::test {

/// Builds datasets in memory, record by record, for tests that need no file.
///
/// Ids are a letter and a number (`a1`, `d1`, `p1`, `x1`, `k1`, `c1`, `t1`), from 1 in each table.
/// Nothing is checked: a test makes what it needs and leaves the rest out.
class DatasetMaker {
 public:
  /// The dataset so far. Records may be changed in place.
  Dataset& dataset() { return dataset_; }

  Text Keep(std::string_view text) { return dataset_.arena.Keep(text); }
  template <class T>
  std::span<const T> Keep(std::initializer_list<T> items) {
    return dataset_.arena.Keep(std::span<const T>(items.begin(), items.size()));
  }
  std::span<const Text> KeepTexts(const std::vector<std::string>& texts) {
    std::vector<Text> kept;
    for (const std::string& text : texts) kept.push_back(Keep(text));
    return dataset_.arena.Keep(kept);
  }

  ActorId AddActor(std::string_view name, const std::vector<std::string>& aliases = {}) {
    Actor actor;
    actor.id = NextId('a', dataset_.actors.size());
    actor.name = Keep(name);
    actor.aliases = KeepTexts(aliases);
    return Push<ActorId>(&dataset_.actors, actor);
  }

  DocumentId AddDocument(std::string_view title, std::string_view published = {}) {
    Document document;
    document.id = NextId('d', dataset_.documents.size());
    document.title = Keep(title);
    document.published = Keep(published);
    return Push<DocumentId>(&dataset_.documents, document);
  }

  PassageId AddPassage(DocumentId document, std::uint32_t start = 0, std::uint32_t end = 1) {
    Passage passage;
    passage.id = NextId('p', dataset_.passages.size());
    passage.document = document;
    passage.start = start;
    passage.end = end;
    return Push<PassageId>(&dataset_.passages, passage);
  }

  PropositionId AddProposition(std::string_view label) {
    Proposition proposition;
    proposition.id = NextId('x', dataset_.propositions.size());
    proposition.label = Keep(label);
    return Push<PropositionId>(&dataset_.propositions, proposition);
  }

  ConditionId AddCondition(Form form, std::initializer_list<Literal> antecedents,
                           Literal consequent) {
    Condition condition;
    condition.id = NextId('k', dataset_.conditions.size());
    condition.form = form;
    condition.antecedents = Keep(antecedents);
    condition.consequent = consequent;
    return Push<ConditionId>(&dataset_.conditions, condition);
  }

  TopicId AddTopic(std::string_view label) {
    Topic topic;
    topic.id = NextId('t', dataset_.topics.size());
    topic.label = Keep(label);
    return Push<TopicId>(&dataset_.topics, topic);
  }

  /// A claim of one holder about nothing in particular; the test says the rest.
  ClaimId AddClaim(ActorId holder, PassageId passage, std::string_view gloss = {}) {
    Claim claim;
    claim.id = NextId('c', dataset_.claims.size());
    claim.passages = Keep({passage});
    Step step;
    step.actor = holder;
    claim.attribution = Keep({step});
    claim.gloss = Keep(gloss);
    return Push<ClaimId>(&dataset_.claims, claim);
  }

  Claim& operator[](ClaimId id) { return dataset_.claims[id.index()]; }

 private:
  Text NextId(char letter, std::size_t count) { return Keep(letter + std::to_string(count + 1)); }

  template <class Id, class Record>
  static Id Push(std::vector<Record>* table, const Record& record) {
    table->push_back(record);
    return Id(static_cast<std::uint32_t>(table->size() - 1));
  }

  Dataset dataset_;
};

}  // namespace proviso::test
