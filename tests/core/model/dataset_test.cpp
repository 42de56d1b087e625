#include "core/model/dataset.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using namespace proviso;

namespace {

/// Propositions p0 … p4 and links between them by number.
class Links {
 public:
  Links() {
    dataset.propositions.resize(5);
    for (std::size_t i = 0; i < 5; ++i)
      dataset.propositions[i].id = dataset.arena.Keep("p" + std::to_string(i));
  }
  void Add(const std::vector<std::uint32_t>& antecedents, const std::vector<std::uint32_t>& unless,
           std::uint32_t consequent) {
    Condition condition;
    condition.antecedents = Keep(antecedents);
    condition.unless = Keep(unless);
    condition.consequent = Literal(PropositionId(consequent));
    dataset.conditions.push_back(condition);
  }
  std::vector<std::uint32_t> LeversOf(std::uint32_t outcome) const {
    std::vector<std::uint32_t> out;
    for (const PropositionId p : Levers(dataset, PropositionId(outcome))) out.push_back(p.index());
    return out;
  }

  Dataset dataset;

 private:
  std::span<const Literal> Keep(const std::vector<std::uint32_t>& propositions) {
    std::vector<Literal> literals;
    for (const std::uint32_t p : propositions)
      literals.push_back(Literal(PropositionId(p), p % 2 == 1));
    return dataset.arena.Keep(literals);
  }
};

using Numbers = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("every record is found by its id, whatever its table", "[model][dataset]") {
  Dataset dataset;
  for (std::uint32_t i = 0; i < 3000; ++i) {
    Claim claim;
    claim.id = dataset.arena.Keep("c-" + std::to_string(i));
    dataset.claims.push_back(claim);
  }
  dataset.documents.resize(1);
  dataset.documents[0].id = "d-one";
  dataset.questions.resize(2);
  dataset.questions[1].id = "q-two";
  dataset.questions[0].id = "q-one";
  CHECK(BuildIdSlots(dataset).empty());
  for (std::uint32_t i = 0; i < 3000; ++i) {
    const RecordRef found = dataset.Find("c-" + std::to_string(i));
    REQUIRE(found == RecordRef{Table::kClaims, i});
    REQUIRE(dataset.IdOf(found) == "c-" + std::to_string(i));
  }
  CHECK(dataset.Find("d-one") == RecordRef{Table::kDocuments, 0});
  CHECK(dataset.Find("q-two") == RecordRef{Table::kQuestions, 1});
  CHECK_FALSE(dataset.Find("c-3000"));
  CHECK_FALSE(dataset.Find(""));
  CHECK(dataset.count(Table::kClaims) == 3000);
  CHECK(dataset.count(Table::kQuestions) == 2);
  CHECK(dataset.count(Table::kEvents) == 0);
}

TEST_CASE("nothing is found before the ids are entered, and no record has no id",
          "[model][dataset]") {
  Dataset dataset;
  CHECK_FALSE(dataset.Find("c-1"));
  CHECK(dataset.IdOf(RecordRef()).empty());
  CHECK(dataset.IdOf(RecordRef{Table::kTopics, 7}).empty());
}

TEST_CASE("an id given twice is told, and leads to the first", "[model][dataset]") {
  Dataset dataset;
  dataset.actors.resize(2);
  dataset.actors[0].id = "same";
  dataset.actors[1].id = "other";
  dataset.topics.resize(1);
  dataset.topics[0].id = "same";
  CHECK(BuildIdSlots(dataset) == std::vector<RecordRef>{{Table::kTopics, 0}});
  CHECK(dataset.Find("same") == RecordRef{Table::kActors, 0});
}

TEST_CASE("ids are found after the dataset has moved", "[model][dataset]") {
  Dataset first;
  first.actors.resize(1);
  first.actors[0].id = first.arena.Keep(std::string_view("a-writer"));
  BuildIdSlots(first);
  const Dataset second = std::move(first);
  CHECK(second.Find("a-writer") == RecordRef{Table::kActors, 0});
}

TEST_CASE("a claim stands in the document of its passages", "[model][dataset]") {
  Dataset dataset;
  dataset.passages.resize(2);
  dataset.passages[1].document = DocumentId(3);
  Claim claim;
  CHECK_FALSE(DocumentOf(dataset, claim));
  const PassageId passages[] = {PassageId(1)};
  claim.passages = passages;
  CHECK(DocumentOf(dataset, claim) == DocumentId(3));
}

TEST_CASE("levers are the propositions of that role, linked or not", "[model][levers]") {
  Links links;
  links.Add({0}, {}, 4);
  links.dataset.propositions[3].role = Role::kLever;
  links.dataset.propositions[1].role = Role::kLever;
  CHECK(links.LeversOf(4) == Numbers{1, 3});
}

TEST_CASE("without such a role all from which a path leads to the outcome are levers",
          "[model][levers]") {
  Links links;
  links.Add({0}, {1}, 2);  // Through `unless` as well, negated or not.
  links.Add({2}, {}, 4);
  links.Add({4}, {}, 3);  // Leads away from the outcome.
  CHECK(links.LeversOf(4) == Numbers{0, 1, 2});
  CHECK(links.LeversOf(2) == Numbers{0, 1});
  CHECK(links.LeversOf(0) == Numbers{});
  CHECK(Levers(links.dataset, PropositionId()).empty());
}

TEST_CASE("a loop of links ends, and the outcome is not its own lever", "[model][levers]") {
  Links links;
  links.Add({0}, {}, 1);
  links.Add({1}, {}, 0);
  links.Add({4}, {}, 0);
  CHECK(links.LeversOf(0) == Numbers{1, 4});
}

TEST_CASE("the outcome to open on is the one named, else a declared one, else a consequent",
          "[model][levers]") {
  Links links;
  CHECK_FALSE(StartOutcome(links.dataset));
  links.Add({0}, {}, 3);
  links.Add({0}, {}, 1);
  CHECK(StartOutcome(links.dataset) == PropositionId(3));
  links.dataset.propositions[2].role = Role::kOutcome;
  links.dataset.propositions[4].role = Role::kOutcome;
  CHECK(StartOutcome(links.dataset) == PropositionId(2));
  links.dataset.info.start = PropositionId(4);
  CHECK(StartOutcome(links.dataset) == PropositionId(4));
}
