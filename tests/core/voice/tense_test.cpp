#include "core/voice/tense.h"

#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

#include "core/voice/order.h"
#include "core/voice/signs.h"
#include "tests/support/make_dataset.h"
#include "tests/support/matrix_reader.h"

using namespace proviso;
using namespace proviso::view;

namespace {

/// How a claim of the bundled dataset says how firmly it speaks.
std::string Says(std::string_view claim) {
  const Library& library = test::Real();
  const RecordRef record = library.dataset.Find(claim);
  REQUIRE(record);
  return StrengthOf(library, library.dataset.claims[record.index]).words;
}

Tense Of(std::string_view proposition) {
  const Library& library = test::Real();
  const RecordRef record = library.dataset.Find(proposition);
  REQUIRE(record);
  return library.tenses[record.index];
}

/// A dataset of two dated texts, to which a test adds propositions.
struct Dated : test::DatasetMaker {
  DocumentId first = AddDocument("First", "2023-03");
  DocumentId last = AddDocument("Last", "2023-05-09/..");

  Proposition& Add(PropositionKind kind, std::string_view window = {}) {
    AddProposition("It");
    Proposition& made = dataset().propositions.back();
    made.kind = kind;
    made.window = window;
    return made;
  }
  Tense Last() { return TensesOf(dataset()).back(); }
};

}  // namespace

TEST_CASE("what was or is so is never told as a forecast", "[view][voice][tense]") {
  CHECK(Of("china-has-sent-weapons") == Tense::kPast);
  CHECK(Of("china-considers-weapons") == Tense::kPresent);
  CHECK(Of("china-sends-weapons") == Tense::kFuture);
  CHECK(Of("xi-visits-russia") == Tense::kFuture);
  CHECK(Says("c-b-biden-not-yet") == "Has not");
  CHECK(Says("c-b-spokesman-not-china") == "Denied outright");
  CHECK(Says("c-b-blinken-considering") == "Stated as fact");
  CHECK(Says("c-n-intel-considering") == "Stated as fact");
  CHECK(Says("c-n-already-worse") == "Is so");
  CHECK(Says("c-b-no-stake") == "Is so");
  CHECK(Says("c-n-history-split") == "Stated as fact");
  CHECK(Says("c-b-biden-open") == "Possible");
  CHECK(Says("c-n-raska-not-massive") == "Will not");
}

TEST_CASE("only what speaks of the future will or will not be", "[view][voice][tense]") {
  const Library& library = test::Real();
  for (const Claim& claim : library.dataset.claims) {
    const std::string words = StrengthOf(library, claim).words;
    INFO(claim.id << ": " << words);
    if (words.rfind("Will", 0) == 0) CHECK(TenseOf(library, claim) == Tense::kFuture);
    if (claim.kind == ClaimKind::kFact && claim.about.kind == AboutKind::kProposition)
      CHECK(words.rfind("Will", 0) != 0);
  }
}

TEST_CASE("the tense of a statement is its own, else its events', window's, kind's, claims'",
          "[view][voice][tense]") {
  Dated made;
  SECTION("its window") {
    made.Add(PropositionKind::kEvent, "../2023-05");
    CHECK(made.Last() == Tense::kPast);
    made.Add(PropositionKind::kAction, "2023-03/..");
    CHECK(made.Last() == Tense::kFuture);
    made.Add(PropositionKind::kAction, "1950/..");
    CHECK(made.Last() == Tense::kPresent);
    made.Add(PropositionKind::kState, "2024");
    CHECK(made.Last() == Tense::kFuture);
  }
  SECTION("its kind, where it has no window") {
    made.Add(PropositionKind::kState);
    CHECK(made.Last() == Tense::kPresent);
    made.Add(PropositionKind::kAction);
    CHECK(made.Last() == Tense::kFuture);
  }
  SECTION("an event about it") {
    made.Add(PropositionKind::kEvent, "2023-03");
    Event event;
    event.proposition = PropositionId(0);
    event.status = EventStatus::kExpected;
    made.dataset().events.push_back(event);
    CHECK(made.Last() == Tense::kFuture);
    made.dataset().events.back().status = EventStatus::kHappened;
    CHECK(made.Last() == Tense::kPast);
  }
  SECTION("what is said of it, where nothing else decides") {
    Claim claim;
    made.Add(PropositionKind::kAction);
    claim.about.literal = Literal(PropositionId(0));
    claim.kind = ClaimKind::kFact;
    made.dataset().claims.push_back(claim);
    CHECK(made.Last() == Tense::kPresent);
    claim.kind = ClaimKind::kPrediction;
    made.dataset().claims.push_back(claim);
    CHECK(made.Last() == Tense::kFuture);
  }
  SECTION("what it gives stands above all") {
    Proposition& given = made.Add(PropositionKind::kState, "2023-06/..");
    given.tense = Tense::kPast;
    given.given.add(Proposition::kTense);
    CHECK(made.Last() == Tense::kPast);
  }
}

TEST_CASE("without dates of the texts a window decides nothing", "[view][voice][tense]") {
  test::DatasetMaker made;
  made.AddDocument("Undated");
  made.AddProposition("It");
  made.dataset().propositions.back().window = "1960";
  CHECK(TensesOf(made.dataset()).back() == Tense::kFuture);
}

TEST_CASE("every level, polarity and tense has words of its own", "[view][voice][tense]") {
  std::set<std::string_view> words;
  for (const Tense tense : {Tense::kPast, Tense::kPresent, Tense::kFuture})
    for (const bool negated : {false, true})
      for (const Modality level :
           {Modality::kWill, Modality::kVeryLikely, Modality::kLikely, Modality::kPossible})
        CHECK(words.insert(LevelWords(tense, level, negated)).second);
  CHECK(LevelWords(Tense::kPast, Modality::kWill, true) == "Has not");
  CHECK(LevelWords(Tense::kPresent, Modality::kWill, false) == "Is so");
  CHECK(LevelWords(Tense::kFuture, Modality::kWill, true) == "Will not");
  CHECK(RulerEnd(Tense::kPast, true) == "has not");
  CHECK(RulerEnd(Tense::kPresent, false) == "is so");
}

TEST_CASE("what its teller doubts is not drawn as a level", "[view][voice][order]") {
  const Library& library = test::Real();
  std::size_t doubted = 0;
  for (const Claim& claim : library.dataset.claims) {
    const Strength strength = StrengthOf(library, claim);
    INFO(claim.id << ": " << strength.words);
    if (Rejected(claim)) {
      ++doubted;
      CHECK(strength.ruler != Ruler::kSegments);
    }
    // A strength at a distance is shown with its distance.
    if (claim.attribution.size() > 2 && strength.ruler == Ruler::kSegments)
      CHECK(strength.words.find("passed on") != std::string::npos);
  }
  CHECK(doubted > 2);
  CHECK(Says("c-b-biden-hears") == "Will, passed on, doubted by Joe Biden");
  CHECK(Says("c-b-russians-expect") == "Likely, passed on");
}

TEST_CASE("no voice at second hand stands before an author", "[view][voice][order]") {
  const Library& library = test::Real();
  for (std::uint32_t i = 0; i < library.views.size(); ++i)
    for (std::uint32_t j = 0; j < library.views.size(); ++j) {
      const reason::ViewIndex x(i), y(j);
      if (library.views[x].depth >= library.views[y].depth) continue;
      CHECK((library.views[x].depth > 2 || OrderOf(library, x) < OrderOf(library, y)));
      CHECK(OrderOf(library, y, true) < OrderOf(library, x));
    }
  CHECK(Label(DistanceOf(
            library.dataset.claims[library.dataset.Find("c-b-russians-expect").index])) ==
        "Passed on");
}
