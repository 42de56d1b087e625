#include "core/voice/clause.h"

#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

#include "core/canvas/glyph.h"
#include "core/voice/phrases.h"
#include "core/voice/voice.h"
#include "core/words/labels.h"
#include "tests/support/make_dataset.h"
#include "tests/support/matrix_reader.h"

using namespace proviso;
using namespace proviso::view;

namespace {

Library Labelled(const std::vector<std::string>& labels) {
  test::DatasetMaker made;
  for (const std::string& label : labels) made.AddProposition(label);
  return Library(std::move(made.dataset()));
}

std::string Clause(const Library& library, std::uint32_t at, bool negated = false) {
  return ClauseOf(library, Literal(PropositionId(at), negated));
}

bool Plural(ActorKind kind, std::string_view name) {
  Actor actor;
  actor.kind = kind;
  actor.name = name;
  return IsPlural(actor);
}

}  // namespace

TEST_CASE("a label keeps its capital in a sentence only where it is a name's", "[view][voice]") {
  const Library library =
      Labelled({"Trade grows", "US trade falls", "The war ends", "China waits", "NATO helps"});
  CHECK(Clause(library, 0) == "trade grows");
  CHECK(Clause(library, 1) == "US trade falls");
  CHECK(Clause(library, 2) == "the war ends");
  CHECK(Clause(library, 3) == "China waits");
  CHECK(Clause(library, 4) == "NATO helps");
}

TEST_CASE("a negation reads as its own label, else it is said not to be so", "[view][voice]") {
  test::DatasetMaker made;
  made.AddProposition("China has a stake");
  made.AddProposition("The war ends");
  made.dataset().propositions[0].negated = "China has no stake";
  const Library library(std::move(made.dataset()));
  CHECK(Clause(library, 0, true) == "China has no stake");
  CHECK(Clause(library, 1, true) == "it is not so that the war ends");
  CHECK(SentenceOf(library, Literal(PropositionId(0), true)) == "China has no stake");
  CHECK(SentenceOf(library, Literal(PropositionId(1), true)) == "It is not so that the war ends");
  CHECK(LiteralWords(library, Literal(PropositionId(0), true)) == "China has no stake");
  CHECK(LiteralWords(library, Literal(PropositionId(1), true)) == "not: The war ends");
}

TEST_CASE("verbs agree with who speaks", "[view][voice]") {
  CHECK(Plural(ActorKind::kUnnamed, "Other US officials, unnamed (blog)"));
  CHECK(Plural(ActorKind::kGroup, "Xi Jinping and other Chinese leaders"));
  CHECK(Plural(ActorKind::kUnnamed, "Russians in intercepted communications"));
  CHECK(Plural(ActorKind::kUnnamed, "People President Biden has been hearing from"));
  CHECK(Plural(ActorKind::kBloc, "US allies"));
  CHECK_FALSE(Plural(ActorKind::kState, "United States"));
  CHECK_FALSE(Plural(ActorKind::kOrganisation, "United Nations"));
  CHECK_FALSE(Plural(ActorKind::kUnnamed, "One unnamed US official (blog)"));
  CHECK_FALSE(Plural(ActorKind::kUnnamed, "The blog's author"));
  CHECK(Label(Stance::kDisputes, true) == "dispute##of several");
  CHECK(StanceWords(Say(), Stance::kDisputes, "", true) == "dispute it");
  CHECK(StanceWords(Say(), Stance::kDisputes, "") == "disputes it");
}

TEST_CASE("a dispute is told of the claim that it attacks, and of no other",
          "[view][voice][bundled]") {
  const Library& library = test::Real();
  std::size_t disputed = 0;
  for (std::uint32_t i = 0; i < library.dataset.claims.size(); ++i) {
    const ClaimId id(i);
    const std::string words = DisputedWords(library, id);
    bool attacked = false;
    for (const Relation& relation : library.dataset.relations)
      attacked |=
          relation.by && relation.to == id &&
          (relation.type == RelationType::kAttacks || relation.type == RelationType::kUndercuts);
    INFO(library.dataset[id].id << ": " << words);
    CHECK(words.empty() != attacked);
    disputed += attacked ? 1 : 0;
    // Nobody disputes himself.
    CHECK(words.find(NameInside(library, library.dataset[id].holder())) == std::string::npos);
  }
  CHECK(disputed > 1);
  const auto words = [&](std::string_view id) {
    return DisputedWords(library, ClaimId(library.dataset.Find(id).index));
  };
  CHECK(words("c-b-intercepts").rfind("Disputed by other US officials", 0) == 0);
  CHECK(words("c-b-intel-most").rfind("Ranked lower by the blog", 0) == 0);
}

TEST_CASE("only who said it says it again", "[view][voice][bundled]") {
  const Dataset& dataset = test::Real().dataset;
  std::size_t restated = 0;
  for (const Relation& relation : dataset.relations) {
    if (relation.type != RelationType::kRestates) continue;
    ++restated;
    const bool same = dataset[relation.from].holder() == dataset[relation.to].holder();
    CHECK(RelationKey(dataset, relation) == (same ? "Says again" : "Says much the same as"));
  }
  CHECK(restated > 0);
}

TEST_CASE("every sign has one meaning and one shape; what has no direction has none",
          "[view][voice][signs]") {
  std::set<std::string_view> words;
  std::set<Glyph> glyphs;
  for (const Sign sign : {Sign::kMore, Sign::kLess, Sign::kNoEffect, Sign::kPulled, Sign::kUnstated,
                          Sign::kConflict, Sign::kRanking, Sign::kSilent, Sign::kPullApart}) {
    CHECK(IsDrawn(sign));
    CHECK_FALSE(Label(sign).empty());
    CHECK(words.insert(Label(sign)).second);
    CHECK(glyphs.insert(GlyphOf(sign)).second);
  }
  for (const Sign none : {Sign::kLevel, Sign::kNone}) {
    CHECK_FALSE(IsDrawn(none));
    CHECK(Label(none).empty());
    CHECK(GlyphOf(none) == Glyph::kNothing);
  }
  Scene scene;
  DrawGlyph(&scene, Glyph::kNothing, 0, 0, 20);
  CHECK(scene.shapes.empty());
}

TEST_CASE("no claim says nothing: the three dots are a voice's silence", "[view][voice][signs]") {
  for (const Library* library : {&test::Real(), &test::HarbourOnce()}) {
    const Outcome outcome = FindOutcome(*library, {});
    for (const Claim& claim : library->dataset.claims) {
      const SignMark mark = SignOf(*library, outcome, claim);
      INFO(claim.id);
      CHECK(mark.sign != Sign::kSilent);
      if (!IsDrawn(mark.sign) && !mark.step) CHECK(mark.words.empty());
    }
  }
}
