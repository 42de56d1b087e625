#include "core/cli/where.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "core/io/load.h"
#include "core/query/facets.h"
#include "tests/support/files.h"

namespace proviso::cli {
namespace {

struct Sample {
  Sample() : loaded(io::Load(test::ReadFile("data/samples/everything.json"))) {
    REQUIRE(loaded.ok());
  }
  const Dataset& dataset() const { return loaded->dataset; }
  Result<io::Loaded> loaded;
};

/// The ids of the records of a table that a filter leaves, "none: …" if it is refused.
std::string Left(Table table, const std::vector<std::string>& where) {
  const Sample sample;
  const query::FacetTable facets(sample.dataset());
  const auto filter = ParseWhere(sample.dataset(), facets, where);
  if (!filter.ok()) return "refused";
  const auto records = FindRecords(sample.dataset(), facets, table, *filter);
  if (!records.ok()) return "refused";
  std::string ids;
  for (const std::uint32_t i : *records)
    ids += (ids.empty() ? "" : " ") + std::string(sample.dataset().IdOf({table, i}));
  return ids;
}

}  // namespace

TEST_CASE("a filter names a facet and a value that a claim could have", "[cli][where]") {
  for (const char* word : {"modality", "=will", "modality=", "modality=maybe", "mode=will", "",
                           "holder=p-1", "year=1999", "form=when"}) {
    INFO(word);
    CHECK(Left(Table::kClaims, {word}) == "refused");
  }
  for (const char* word : {"modality=will", "act=demand", "kind=normative", "form=bearsOn",
                           "holder=a-guild", "document=d-report"}) {
    INFO(word);
    CHECK(Left(Table::kClaims, {word}) != "refused");
  }
  CHECK(Left(Table::kClaims, {"act=threat", "act=threat"}) == Left(Table::kClaims, {"act=threat"}));
}

TEST_CASE("without a filter everything is left, and questions are left by none", "[cli][where]") {
  const Sample sample;
  for (std::size_t t = 0; t < kTableCount; ++t) {
    const Table table = static_cast<Table>(t);
    std::string all;
    for (std::uint32_t i = 0; i < sample.dataset().count(table); ++i)
      all += (i == 0 ? "" : " ") + std::string(sample.dataset().IdOf({table, i}));
    CHECK(Left(table, {}) == all);
  }
  CHECK(Left(Table::kQuestions, {"modality=will"}) == "refused");
}

TEST_CASE("of each table a filter leaves what the passing claims name, and no more",
          "[cli][where]") {
  // Every claim for itself, by its holder, modality, act and kind; recounted from the records.
  const Sample sample;
  const Dataset& dataset = sample.dataset();
  const query::FacetTable facets(dataset);
  for (const Claim& wanted : dataset.claims) {
    const std::vector<std::string> where{"holder=" + std::string(dataset[wanted.holder()].id),
                                         "modality=" + std::string(Word(wanted.modality)),
                                         "kind=" + std::string(Word(wanted.kind))};
    std::vector<const Claim*> passing;
    for (const Claim& claim : dataset.claims)
      if (claim.holder() == wanted.holder() && claim.modality == wanted.modality &&
          claim.kind == wanted.kind)
        passing.push_back(&claim);
    std::vector<bool> actors(dataset.actors.size()), conditions(dataset.conditions.size()),
        propositions(dataset.propositions.size()), quantities(dataset.quantities.size());
    const auto link = [&](ConditionId id) {
      conditions[id.index()] = true;
      for (const Literal l : dataset[id].antecedents) propositions[l.proposition().index()] = true;
      for (const Literal l : dataset[id].unless) propositions[l.proposition().index()] = true;
      propositions[dataset[id].consequent.proposition().index()] = true;
    };
    const auto ranked = [&](RecordRef record) {
      if (!record) return;
      if (record.table == Table::kConditions) link(ConditionId(record.index));
      if (record.table == Table::kPropositions) propositions[record.index] = true;
    };
    for (const Claim* claim : passing) {
      for (const Step& step : claim->attribution) actors[step.actor.index()] = true;
      if (claim->about.kind == AboutKind::kProposition)
        propositions[claim->about.literal.proposition().index()] = true;
      if (claim->about.kind == AboutKind::kCondition) link(claim->about.condition);
      if (claim->about.kind == AboutKind::kQuantity)
        quantities[claim->about.quantity.index()] = true;
      if (claim->about.kind == AboutKind::kComparison) {
        ranked(claim->about.more);
        ranked(claim->about.less);
      }
    }
    const auto check = [&](Table table, const std::vector<bool>& needed) {
      std::string ids;
      for (std::uint32_t i = 0; i < needed.size(); ++i)
        if (needed[i]) ids += (ids.empty() ? "" : " ") + std::string(dataset.IdOf({table, i}));
      INFO(wanted.id << " " << Word(table));
      CHECK(Left(table, where) == ids);
    };
    check(Table::kActors, actors);
    check(Table::kConditions, conditions);
    check(Table::kPropositions, propositions);
    check(Table::kQuantities, quantities);
    std::string events;
    for (const Event& event : dataset.events)
      if (propositions[event.proposition.index()])
        events += (events.empty() ? "" : " ") + std::string(event.id);
    CHECK(Left(Table::kEvents, where) == events);
    std::string relations;
    const auto passes = [&](ClaimId id) {
      return std::find(passing.begin(), passing.end(), &dataset[id]) != passing.end();
    };
    for (const Relation& relation : dataset.relations)
      if (passes(relation.from) && passes(relation.to))
        relations += (relations.empty() ? "" : " ") + std::string(relation.id);
    CHECK(Left(Table::kRelations, where) == relations);
  }
}

}  // namespace proviso::cli
