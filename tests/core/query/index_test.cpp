#include "core/query/index.h"

#include <catch2/catch_test_macros.hpp>
#include <vector>

#include "tests/support/make_dataset.h"

namespace proviso::query {
namespace {

using test::DatasetMaker;

template <class Item>
std::vector<std::uint32_t> Numbers(std::span<const Item> items) {
  std::vector<std::uint32_t> numbers;
  for (Item item : items) numbers.push_back(item.index());
  return numbers;
}

using List = std::vector<std::uint32_t>;

TEST_CASE("the holder of a claim is the last of its attribution, all others are mentioned",
          "[query][index]") {
  DatasetMaker make;
  const ActorId author = make.AddActor("Author");
  const ActorId source = make.AddActor("Source");
  const ActorId silent = make.AddActor("Silent");
  const PassageId passage = make.AddPassage(make.AddDocument("Title"));
  make.AddClaim(author, passage);
  const ClaimId reported = make.AddClaim(source, passage);
  Step outer;
  outer.actor = author;
  outer.stance = Stance::kReports;
  Step inner;
  inner.actor = source;
  make[reported].attribution = make.Keep({outer, inner});

  const Index index = BuildIndex(make.dataset());
  CHECK(Numbers(index.claims_held[author]) == List{0});
  CHECK(Numbers(index.claims_held[source]) == List{1});
  CHECK(Numbers(index.claims_mentioning[author]) == List{0, 1});
  CHECK(Numbers(index.claims_mentioning[source]) == List{1});
  CHECK(index.claims_mentioning[silent].empty());
}

TEST_CASE("an actor twice in one attribution mentions the claim once", "[query][index]") {
  DatasetMaker make;
  const ActorId author = make.AddActor("Author");
  const ClaimId claim = make.AddClaim(author, make.AddPassage(make.AddDocument("Title")));
  Step step;
  step.actor = author;
  make[claim].attribution = make.Keep({step, step});
  CHECK(Numbers(BuildIndex(make.dataset()).claims_mentioning[author]) == List{0});
}

TEST_CASE("a claim of two passages stands at both and in their document once", "[query][index]") {
  DatasetMaker make;
  const ActorId author = make.AddActor("Author");
  const DocumentId other = make.AddDocument("Other");
  const DocumentId document = make.AddDocument("Title");
  const PassageId first = make.AddPassage(document, 0, 10);
  const PassageId second = make.AddPassage(document, 20, 30);
  const ClaimId claim = make.AddClaim(author, first);
  make[claim].passages = make.Keep({first, second});

  const Index index = BuildIndex(make.dataset());
  CHECK(Numbers(index.claims_at_passage[first]) == List{0});
  CHECK(Numbers(index.claims_at_passage[second]) == List{0});
  CHECK(Numbers(index.claims_in_document[document]) == List{0});
  CHECK(index.claims_in_document[other].empty());
}

TEST_CASE("the passages of a document come in reading order, whatever the file's order",
          "[query][index]") {
  DatasetMaker make;
  const DocumentId document = make.AddDocument("Title");
  const DocumentId other = make.AddDocument("Other");
  make.AddPassage(document, 50, 60);
  make.AddPassage(other, 7, 8);
  make.AddPassage(document, 10, 40);
  make.AddPassage(document, 10, 20);

  const Index index = BuildIndex(make.dataset());
  CHECK(Numbers(index.passages_of_document[document]) == List{3, 2, 0});
  CHECK(Numbers(index.passages_of_document[other]) == List{1});
}

TEST_CASE("a proposition knows the links from it, with exceptions, and the links to it",
          "[query][index]") {
  DatasetMaker make;
  const PropositionId cause = make.AddProposition("Cause");
  const PropositionId effect = make.AddProposition("Effect");
  const PropositionId exception = make.AddProposition("Exception");
  const ConditionId first = make.AddCondition(Form::kIf, {Literal(cause)}, Literal(effect, true));
  make.AddCondition(Form::kRaises, {Literal(cause, true)}, Literal(exception));
  make.dataset().conditions[first.index()].unless = make.Keep({Literal(exception, true)});

  const Index index = BuildIndex(make.dataset());
  CHECK(Numbers(index.conditions_from[cause]) == List{0, 1});
  CHECK(Numbers(index.conditions_from[exception]) == List{0});
  CHECK(index.conditions_from[effect].empty());
  CHECK(Numbers(index.conditions_to[effect]) == List{0});
  CHECK(Numbers(index.conditions_to[exception]) == List{1});
}

TEST_CASE("claims are found by what they are about, in either polarity, not through links",
          "[query][index]") {
  DatasetMaker make;
  const ActorId author = make.AddActor("Author");
  const PassageId passage = make.AddPassage(make.AddDocument("Title"));
  const PropositionId cause = make.AddProposition("Cause");
  const PropositionId effect = make.AddProposition("Effect");
  const ConditionId link = make.AddCondition(Form::kIf, {Literal(cause)}, Literal(effect));
  make.dataset().quantities.emplace_back();
  for (int i = 0; i < 4; ++i) make.AddClaim(author, passage);
  make[ClaimId(0)].about.literal = Literal(effect);
  make[ClaimId(1)].about.literal = Literal(effect, true);
  make[ClaimId(2)].about.kind = AboutKind::kCondition;
  make[ClaimId(2)].about.condition = link;
  make[ClaimId(3)].about.kind = AboutKind::kQuantity;
  make[ClaimId(3)].about.quantity = QuantityId(0);

  const Index index = BuildIndex(make.dataset());
  CHECK(Numbers(index.claims_about_proposition[effect]) == List{0, 1});
  CHECK(index.claims_about_proposition[cause].empty());
  CHECK(Numbers(index.claims_about_condition[link]) == List{2});
  CHECK(Numbers(index.claims_about_quantity[QuantityId(0)]) == List{3});
}

TEST_CASE("actors know their propositions, propositions their events, claims their relations",
          "[query][index]") {
  DatasetMaker make;
  const ActorId actor = make.AddActor("Actor");
  const PropositionId proposition = make.AddProposition("Event");
  make.dataset().propositions[0].actors = make.Keep({actor, actor});
  const PassageId passage = make.AddPassage(make.AddDocument("Title"));
  const ClaimId first = make.AddClaim(actor, passage);
  const ClaimId second = make.AddClaim(actor, passage);
  make.dataset().events.emplace_back().proposition = proposition;
  Relation relation;
  relation.from = first;
  relation.to = second;
  make.dataset().relations.push_back(relation);
  relation.to = first;
  make.dataset().relations.push_back(relation);

  const Index index = BuildIndex(make.dataset());
  CHECK(Numbers(index.propositions_of_actor[actor]) == List{0});
  CHECK(Numbers(index.events_of_proposition[proposition]) == List{0});
  CHECK(Numbers(index.relations_of_claim[first]) == List{0, 1});
  CHECK(Numbers(index.relations_of_claim[second]) == List{0});
}

}  // namespace
}  // namespace proviso::query
