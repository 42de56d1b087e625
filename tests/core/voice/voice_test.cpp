#include "core/voice/voice.h"

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "core/words/labels.h"
#include "tests/support/harbour.h"
#include "tests/support/make_dataset.h"

using namespace proviso;
using namespace proviso::view;

namespace {

struct Book {
  Library library = test::Harbour();
  Outcome outcome = FindOutcome(library, {});

  const Claim& operator[](std::string_view id) const {
    return library.dataset.claims[library.dataset.Find(id).index];
  }
  SignMark Sign(std::string_view id) const { return SignOf(library, outcome, (*this)[id]); }
  view::Strength Strength(std::string_view id) const { return StrengthOf(library, (*this)[id]); }
};

/// Runs with hedges in brackets.
std::string Bracketed(const std::vector<WordRun>& runs) {
  std::string out;
  for (const WordRun& run : runs) out += run.hedge ? "[" + run.text + "]" : run.text;
  return out;
}

std::string Hedged(std::string_view text, std::vector<Text> cues) {
  const HedgedText hedged = MarkHedges(text, cues);
  CHECK(hedged.plain() == text);
  std::string out = Bracketed(hedged.runs);
  for (const std::string& cue : hedged.other_cues) out += " +" + cue;
  return out;
}

}  // namespace

TEST_CASE("a hedge is marked where its words stand, whole and in any case", "[view][voice]") {
  CHECK(Hedged("It May rain in May.", {"may"}) == "It [May] rain in [May].");
  CHECK(Hedged("Maybe it may.", {"may"}) == "Maybe it [may].");
  CHECK(Hedged("It is very likely now.", {"likely", "very likely"}) == "It is [very likely] now.");
  CHECK(Hedged("Он может прийти.", {"МОЖЕТ"}) == "Он [может] прийти.");
  CHECK(Hedged("can’t rule it out", {"can't rule"}) == "[can’t rule] it out");
  CHECK(Hedged("ends with perhaps", {"perhaps"}) == "ends with [perhaps]");
}

TEST_CASE("a hedge that the paraphrase does not use stays listed", "[view][voice]") {
  CHECK(Hedged("It rains.", {"perhaps", "rain"}) == "It rains. +perhaps +rain");
  CHECK(Hedged("", {"perhaps"}) == " +perhaps");
}

TEST_CASE("the letters that a search found are marked at beginnings of words", "[view][voice]") {
  CHECK(Bracketed(MarkBeginnings("Taiwan ties retain", "taiw ta")) == "[Taiw]an ties retain");
}

TEST_CASE("a chain reads outward in, with the stance or its own words on each link",
          "[view][voice]") {
  const Book book;
  const auto chain = ChainOf(book.library, book["c-3"]);
  REQUIRE(chain.size() == 2);
  CHECK(chain[0].name == "The clerk");
  CHECK(chain[0].link == "“tells us”");
  CHECK(chain[0].line == LineStyle::kSolid);
  CHECK_FALSE(chain[0].holder);
  CHECK(chain[1].holder);
  CHECK(chain[1].link.empty());

  const auto disputed = ChainOf(book.library, book["c-5"]);
  CHECK(disputed[0].line == LineStyle::kDashed);
  CHECK(disputed[0].disputed);
  CHECK(disputed[0].link == "disputes");

  const auto imputed = ChainOf(book.library, book["c-8"]);
  CHECK(imputed[0].line == LineStyle::kDotted);
  CHECK(imputed[0].hedge == "may believe");
}

TEST_CASE("a sign says which way, and its outline how near", "[view][voice]") {
  const Book book;
  CHECK(book.Sign("c-1").sign == Sign::kMore);
  CHECK_FALSE(book.Sign("c-1").other_step);
  CHECK(book.Sign("c-2").sign == Sign::kLess);
  CHECK(book.Sign("c-3").sign == Sign::kMore);
  CHECK(book.Sign("c-3").other_step);
  CHECK(book.Sign("c-3").words == "More likely, of “The channel is deep enough”");
  CHECK(book.Sign("c-5").not_held);
  CHECK(book.Sign("c-6").sign == Sign::kLevel);
  CHECK(book.Sign("c-8").inferred);
  CHECK(book.Sign("c-8").other_step);
  CHECK(book.Sign("c-9").sign == Sign::kRanking);
  CHECK(book.Sign("c-10").sign == Sign::kNone);
  CHECK(book.Sign("c-11").sign == Sign::kNoEffect);
}

TEST_CASE("a level on a near matter is told as what that matter is to the outcome",
          "[view][voice]") {
  const auto told = [](Nearness how) {
    test::DatasetMaker make;
    const ActorId ann = make.AddActor("Ann");
    const PassageId place = make.AddPassage(make.AddDocument("Text"));
    const PropositionId outcome = make.AddProposition("The bridge opens");
    const PropositionId other = make.AddProposition("Some bridge opens");
    make.dataset().propositions[other.index()].near = make.Keep({Near{outcome, how}});
    make[make.AddClaim(ann, place)].about.literal = Literal(other);
    make[ClaimId(0)].about.kind = AboutKind::kProposition;
    make.dataset().info.start = outcome;
    const Library library(std::move(make.dataset()));
    return SignOf(library, FindOutcome(library, "x1"), library.dataset.claims[0]).words;
  };
  CHECK(told(Nearness::kWider) == "Wider than it: “Some bridge opens”");
  CHECK(told(Nearness::kNarrower) == "Part of it: “Some bridge opens”");
  CHECK(told(Nearness::kMotive) == "A step before: “Some bridge opens”");
  CHECK(told(Nearness::kEarlier) == "Up to then: “Some bridge opens”");
}

TEST_CASE("a claim bears directly, over a step, on a near matter, or not at all", "[view][voice]") {
  const Book book;
  const auto bearing = [&](std::string_view id) {
    return BearingOf(book.library, book.outcome, book[id]);
  };
  CHECK(bearing("c-4") == Bearing::kDirect);
  CHECK(bearing("c-3") == Bearing::kOtherStep);
  CHECK(bearing("c-7") == Bearing::kNear);
  CHECK(bearing("c-8") == Bearing::kNear);
  CHECK(bearing("c-10") == Bearing::kBackground);
  CHECK(bearing("c-12") == Bearing::kBackground);
}

TEST_CASE("a ruler is filled only by a level that was said", "[view][voice]") {
  const Book book;
  const Strength likely = book.Strength("c-1");
  CHECK(likely.ruler == Ruler::kSegments);
  CHECK(likely.in_favour == 3);
  CHECK(likely.against == 0);
  CHECK(likely.words == "Very likely");

  const Strength unlikely = book.Strength("c-6");
  CHECK(unlikely.against == 2);
  CHECK(unlikely.in_favour == 0);
  CHECK(unlikely.words == "Likely not");

  SECTION("a pull, a ranking and a figure are no level") {
    CHECK(book.Strength("c-2").ruler == Ruler::kEmpty);
    CHECK(book.Strength("c-2").words == "Which way, not how likely");
    CHECK(book.Strength("c-3").words == "Which way (likely), not how likely");
    CHECK(book.Strength("c-9").words == "Ranks it, does not say how likely");
    CHECK(book.Strength("c-12").ruler == Ruler::kAbsent);
  }
  SECTION("only if says how firmly it fails without, not that it comes with") {
    Claim plain = book["c-5"];
    plain.attribution = plain.attribution.last(1);
    const view::Strength said = StrengthOf(book.library, plain);
    CHECK(said.against == 4);
    CHECK(said.in_favour == 0);
    CHECK(said.words == "Will not without it");
  }
  SECTION("what is doubted on the way to the reader is told and gives no level") {
    CHECK(book.Strength("c-5").ruler == Ruler::kEmpty);
    CHECK(book.Strength("c-5").words == "Will not without it, disputed by the editor");
  }
  SECTION("no evidence is neither denial nor level") {
    CHECK(book.Strength("c-7").ruler == Ruler::kRing);
    CHECK(book.Strength("c-7").words == "No evidence so far");
  }
}

TEST_CASE("every strength keeps to its side and to four segments", "[view][voice]") {
  const Book book;
  for (const Claim& claim : book.library.dataset.claims) {
    const Strength strength = StrengthOf(book.library, claim);
    CHECK(strength.against <= 4);
    CHECK(strength.in_favour <= 4);
    CHECK_FALSE(strength.words.empty());
    if (strength.ruler != Ruler::kSegments) CHECK(strength.against + strength.in_favour == 0);
  }
}

TEST_CASE("places are told by letter and paragraph, each once", "[view][voice]") {
  const Book book;
  const auto refs = RefsOf(book.library, book["c-3"]);
  REQUIRE(refs.size() == 1);
  CHECK(refs[0].short_words == "A ¶3");
  CHECK(refs[0].words == "text A, paragraph 3");
  CHECK(LetterOf(DocumentId(25)) == "Z");
  CHECK(LetterOf(DocumentId(26)) == "AA");
  CHECK(LetterOf(DocumentId(27)) == "AB");
}

TEST_CASE("every record has a name, and most have a place", "[view][voice]") {
  const Book book;
  for (std::size_t t = 0; t < kTableCount; ++t)
    for (std::uint32_t i = 0; i < book.library.dataset.count(static_cast<Table>(t)); ++i)
      CHECK_FALSE(NameOf(book.library, {static_cast<Table>(t), i}).empty());
  const auto place = [&](std::string_view id) {
    const PassageId p = FirstPassage(book.library, book.library.dataset.Find(id));
    return p ? std::string(book.library.dataset[p].id) : std::string();
  };
  CHECK(place("a-vale") == "p-3");
  CHECK(place("fees-rise") == "p-2");
  CHECK(place("r-1") == "p-6");
  CHECK(place("e-1") == "p-7");
  CHECK(place("q-1") == "p-6");
  CHECK(place("t-money") == "p-2");
  CHECK(place("d-post") == "p-5");
  CHECK(place("q-tour").empty());
}

TEST_CASE("a link reads as a sentence", "[view][voice]") {
  const Book book;
  const auto words = [&](std::string_view id) {
    return NameOf(book.library, book.library.dataset.Find(id));
  };
  CHECK(words("k-1") == "If “The storm ends”, then “The harbour opens”");
  CHECK(words("k-2") == "“Harbour fees rise” makes “The harbour opens” less likely");
  CHECK(words("k-5") == "“The harbour opens”: only if “The channel is deep enough”");
}

TEST_CASE("dates are said as loosely as they are known", "[view][words]") {
  CHECK(DateWords("2023-05-09") == "9 May 2023");
  CHECK(DateWords("2023-03~") == "about March 2023");
  CHECK(DateWords("2023-03-12/2023-03-19") == "12 to 19 March 2023");
  CHECK(DateWords("2022-02/2023-03") == "February 2022 to March 2023");
  CHECK(DateWords("2023-05-09/..") == "9 May 2023 or later");
  CHECK(DateWords("../2023") == "up to 2023");
  CHECK(DateWords("2023?") == "2023, not certain");
  CHECK(DateWords("soon") == "soon");
}

TEST_CASE("no word for people claims more than a text can", "[view][words]") {
  std::vector<std::string> words;
  const auto add = [&words](auto value) {
    using E = decltype(value);
    for (std::size_t i = 0; i < kWords<E>.size(); ++i) words.emplace_back(Label(static_cast<E>(i)));
  };
  add(ViewId{});
  add(ClaimSort{});
  add(ClaimGroup{});
  add(query::Facet{});
  add(ActorKind{});
  add(PropositionKind{});
  add(Role{});
  add(Nearness{});
  add(Form{});
  add(Mechanism{});
  add(Stance{});
  add(Modality{});
  add(Act{});
  add(Basis{});
  add(Tier{});
  add(ClaimKind{});
  add(Evidence{});
  add(Inferred{});
  add(Confidence{});
  add(PassageRole{});
  add(Quality{});
  add(RelationType{});
  add(RelationStrength{});
  add(Scheme{});
  add(EventStatus{});
  add(Approx{});
  add(Coded{});
  add(Table{});
  for (const std::string& word : words) {
    INFO(word);
    CHECK_FALSE(word.empty());
    CHECK(word.back() != '.');
    for (const char* never : {"predict", "prove", "score", "probab"})
      CHECK(word.find(never) == std::string::npos);
  }
}
