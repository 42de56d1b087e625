// What the words of an answer claim: no more than its holder said.

#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>
#include <string_view>

#include "core/voice/chain_words.h"
#include "core/voice/pull_words.h"
#include "core/voice/reply.h"
#include "core/voice/signs.h"
#include "core/voice/tense.h"
#include "tests/core/reason/ask.h"
#include "tests/support/matrix_reader.h"
#include "tests/support/say.h"

namespace proviso::test {
namespace {

using namespace proviso::view;

bool Has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

Reply ReplyIn(const Told& told, std::string_view path, std::string_view target,
              std::string_view supposed = "") {
  const std::vector<Tense> tenses = TensesOf(told.data);
  const view::Say say;
  return ReplyOf({told.data, told.views, tenses, say}, told.Ask(path, target, supposed),
                 told.Suppose(supposed));
}

std::string Reasons(const Told& told, std::string_view path, std::string_view target,
                    std::string_view supposed = "") {
  return WhyText(told.data, told.views, told.Ask(path, target, supposed), view::Say());
}

std::string StrengthIn(const Library& library, std::size_t claim) {
  return StrengthOf(library, library.dataset.claims[claim]).words;
}

}  // namespace

TEST_CASE("what ought to be is told as what somebody holds, and not as a fact or a forecast",
          "[view][words]") {
  const Library library(
      Say("w: aid [kind=normative]\nw: !aid [kind=normative]\nw: if tw -> aid, likely "
          "[kind=normative]\nw: raises tw -> aid [kind=normative]\n"
          "w doubts > v: aid [kind=normative]"));
  CHECK(StrengthIn(library, 0) == "Says it ought to be so");
  CHECK(StrengthIn(library, 1) == "Says it ought not to be so");
  CHECK(StrengthIn(library, 2) == "Says it ought to be so");
  CHECK(StrengthIn(library, 3) == "Says it ought to be so");
  CHECK(StrengthIn(library, 4) == "Says it ought to be so, doubted by w");
  const Outcome outcome = FindOutcome(library, "aid");
  for (std::size_t i = 0; i < library.dataset.claims.size(); ++i) {
    const Claim& claim = library.dataset.claims[i];
    CHECK(StrengthOf(library, claim).ruler == Ruler::kEmpty);
    CHECK(FirmnessRank(library, claim) == 6);
    // Nobody who wants a link to be says that one thing pushes another.
    CHECK(SignOf(library, outcome, claim).sign == Sign::kLevel);
  }
  // Who is said not to be entitled to something is not said to be so only as he ought.
  const Library& real = Real();
  const RecordRef orders = real.dataset.Find("c-b-spokesman-orders");
  REQUIRE(orders);
  CHECK(StrengthIn(real, orders.index) == "Is so");
}

TEST_CASE("who demands it, or says that it ought to be, does not say nothing on it",
          "[view][words]") {
  const Told told("w: aid [kind=normative]\nv: tw");
  CHECK(ReplyIn(told, "w", "aid", "").words == "Says what ought to be, not what will be");
  CHECK(ReplyIn(told, "v", "aid", "").words == "Says nothing on it");
}

TEST_CASE("a push from what is so already is told to start from nothing, not to have no effect",
          "[view][words]") {
  const Told told("w: !stake\nw: lowers !stake -> aid");
  const std::string why = Reasons(told, "w", "aid", "!stake");
  CHECK(Has(why, "From the opposite of “stake”:"));
  CHECK(Has(why,
            "Said to make “aid” less likely, and so already: supposing the opposite of “stake” "
            "changes nothing."));
  CHECK_FALSE(Has(why, "Has no effect"));
  // The way is that of the link, whichever side of it is supposed.
  CHECK(Has(Reasons(Told("w: stake\nw: raises stake -> aid"), "w", "aid", "stake"),
            "Said to make “aid” more likely, and so already: supposing “stake” changes nothing."));
  CHECK(Has(Reasons(Told("w: !stake\nw: raises !stake -> aid"), "w", "aid", "!stake"),
            "Said to make “aid” more likely, and so already"));
  CHECK(ReplyIn(told, "w", "aid", "!stake").words == "Not how likely; already so, it is said");
  // What is said to have no effect still has none.
  CHECK(Has(Reasons(Told("w: noEffect dry -> aid"), "w", "aid", "dry"), "Has no effect on “aid”."));
  // Behind it, nothing is carried on.
  const std::string on =
      Reasons(Told("w: noEffect dry -> tw\nw: raises tw -> aid"), "w", "aid", "dry");
  CHECK(Has(on, "Adds nothing to “aid” here: “tw” is not pushed."));
}

TEST_CASE("a push starts from the side that is supposed, whatever comes of it", "[view][words]") {
  CHECK(Has(Reasons(Told("w: bearsOn asia -> aid"), "w", "aid", "!asia"),
            "From the opposite of “asia”:"));
  CHECK(Has(Reasons(Told("w: noEffect dry -> aid"), "w", "aid", "!dry"),
            "From the opposite of “dry”:"));
  CHECK(Has(Reasons(Told("w: raises tw -> aid"), "w", "aid", "!tw"), "From the opposite of “tw”:"));
  CHECK(Has(Reasons(Told("w: raises tw -> aid"), "w", "aid", "tw"), "From “tw”:"));
}

TEST_CASE("who names a cause explains, and pushes and forecasts nothing", "[view][words]") {
  const Told told("w: explains attack -> line, very_likely");
  CHECK(ReplyIn(told, "w", "attack").words == "Says only what would explain it, if “line”");
  CHECK(ReplyIn(told, "w", "attack", "line").words ==
        "Not how likely; very probably its cause, if it comes");
  CHECK(ReplyIn(told, "w", "attack", "!line").words ==
        "Not how likely; very probably its cause, if it comes; this cause is lacking here");
  for (const char* supposed : {"line", "!line", ""}) {
    const std::string why = Reasons(told, "w", "attack", supposed);
    CHECK_FALSE(Has(why, "more likely"));
    CHECK_FALSE(Has(why, "less likely"));
    CHECK_FALSE(Has(why, "which way"));
  }
  const Library library(Say("w: explains attack -> line\nw: explains !peace -> line"));
  const Dataset& data = library.dataset;
  CHECK(SignOf(library, FindOutcome(library, "attack"), data.claims[0]).words ==
        "Its cause, if it comes");
  CHECK(SignOf(library, FindOutcome(library, "peace"), data.claims[1]).words ==
        "Its cause, if it does not come");
  // What moves the cause moves the explanation, and no more.
  const Told far("w: raises tw -> line\nw: explains attack -> line");
  CHECK(ReplyIn(far, "w", "attack", "tw").words ==
        "Not how likely; what would explain it: more likely");
  // Beside a push it is one reason of several.
  const Told both("w: explains attack -> line\nw: raises line -> attack");
  CHECK(Has(ReplyIn(both, "w", "attack", "line").words, "more likely"));
}

TEST_CASE("one of several conditions is not told as the only one", "[view][words]") {
  const Told two("w: if tw -> aid, likely\nw: if war -> aid, likely");
  CHECK(Has(ReplyIn(two, "w", "aid").words, "Answers, for example, if “"));
  CHECK_FALSE(Has(ReplyIn(two, "w", "aid").words, "only"));
  REQUIRE(ReplyIn(two, "w", "aid").lack);
  CHECK(ReplyIn(two, "w", "aid").lack->others);
  CHECK(ReplyIn(Told("w: if tw -> aid, likely"), "w", "aid").words == "Answers only if “tw”");
  CHECK(Has(ReplyIn(Told("w: raises tw -> aid\nw: raises war -> aid"), "w", "aid").words,
            "Says which way, for example, if “"));
  CHECK(Has(ReplyIn(Told("w: bearsOn tw -> aid\nw: bearsOn war -> aid"), "w", "aid").words,
            "Says that it counts, for example, if “"));
  // The other condition may do it over a matter near the outcome.
  const Told near("w: if tw -> aid, likely\nw: raises war -> motive\nnear motive to aid as motive");
  CHECK(Has(ReplyIn(near, "w", "aid").words, "Answers, for example, if “tw”"));
}

TEST_CASE("a hedge on the telling stands before what is told, and nowhere else", "[view][words]") {
  const Told told("w reports > v: raises tw -> aid [hedge=reportedly]");
  const std::string hedge = "itself only reported (“reportedly”)";
  // Nothing is told as things stand, so that nothing is unsure.
  CHECK_FALSE(Has(Reasons(told, "w>v", "aid"), hedge));
  const std::string why = Reasons(told, "w>v", "aid", "tw");
  REQUIRE(Has(why, hedge));
  CHECK(why.find(hedge) < why.find("Makes “aid” more likely"));
  const std::string level =
      Reasons(Told("w reports > v: aid, likely [hedge=reportedly]"), "w>v", "aid");
  REQUIRE(Has(level, hedge));
  CHECK(level.find(hedge) < level.find("So, “aid”"));
  // A question and a word that leaves it open are told as well.
  CHECK(Has(Reasons(Told("w reports > v: aid, uncommitted [hedge=reportedly]"), "w>v", "aid"),
            hedge));
  CHECK(Has(Reasons(Told("w reports > v: aid [act=question;hedge=reportedly]"), "w>v", "aid"),
            hedge));
}

TEST_CASE("a hedge of a chain is quoted, and is not told beside the cue that it is",
          "[view][words]") {
  Library library(Say("w reports > v reports > u: aid"));
  Claim& claim = library.dataset.claims[0];
  std::vector<Step> steps(claim.attribution.begin(), claim.attribution.end());
  steps[1].hedge = library.dataset.arena.Keep(std::string_view("appears"));
  claim.attribution = library.dataset.arena.Keep(steps);
  CHECK(LinkWords(library.say, ChainOf(library, claim)[1]) == "“appears” reports");
  steps[0].cue = steps[1].hedge;
  claim.attribution = library.dataset.arena.Keep(steps);
  CHECK(ChainOf(library, claim)[1].hedge.empty());
  CHECK(ChainOf(library, claim)[0].link == "“appears”");
}

TEST_CASE("only who says which way is said to say which way", "[view][words]") {
  const auto reason = [](const char* lines, const char* supposed) {
    return Reasons(Told(lines), "w", "aid", supposed);
  };
  for (const char* supposed : {"", "asia", "!asia"})
    CHECK_FALSE(Has(reason("w: bearsOn asia -> aid", supposed), "(which way, not how likely)"));
  CHECK(Has(reason("w: bearsOn asia -> aid", ""), "(counts, but which way is not said)"));
  CHECK(Has(reason("w: raises tw -> aid", ""), "(which way, not how likely)"));
  CHECK(Has(reason("w: raises tw -> aid", "tw"), "(which way, not how likely)"));
  CHECK(Has(reason("w: noEffect dry -> aid", "dry"), "(not how likely)"));
  CHECK(ReplyIn(Told("w: noEffect dry -> aid"), "w", "aid", "dry").words ==
        "Not how likely; no effect");
}

TEST_CASE("an accusation is told as one, and not as what is so", "[view][words]") {
  const Library library(Say(
      "near crime to trial as earlier\nw: crime [kind=accusation]\nw: !crime [kind=accusation]"));
  CHECK(StrengthIn(library, 0) == "Stated as an accusation");
  CHECK(StrengthIn(library, 1) == "Has not");
  const Library& real = Real();
  const RecordRef crimes = real.dataset.Find("c-b-crimes");
  REQUIRE(crimes);
  CHECK(StrengthIn(real, crimes.index) == "Stated as an accusation");
}

TEST_CASE("a negated claim is told as firmly as it is stated, and not denied under its gloss",
          "[view][words]") {
  const Library library(
      Say("w: !trust [kind=fact]\nw: !trust\nw: !trust, likely\nw: !trust [kind=denial]"));
  for (const Claim& claim : library.dataset.claims)
    REQUIRE(TenseOf(library, claim) == Tense::kPresent);
  CHECK(StrengthIn(library, 0) == "Stated as fact");
  CHECK(StrengthIn(library, 1) == "Is so");
  CHECK(StrengthIn(library, 2) == "Likely so");
  CHECK(StrengthIn(library, 3) == "Denied outright");
  // The ruler still leans to the side of "not".
  CHECK(StrengthOf(library, library.dataset.claims[1]).against == 4);
}

TEST_CASE("a likelihood of what was is a whole sentence", "[view][words]") {
  CHECK(LevelWords(Tense::kPast, Modality::kLikely, false) == "Likely has been so");
  CHECK(LevelWords(Tense::kPast, Modality::kVeryLikely, false) == "Very likely has been so");
  CHECK(LevelWords(Tense::kPast, Modality::kPossible, false) == "Possibly has been so");
}

TEST_CASE("what is said of one near matter is not told as one of two", "[view][words]") {
  const Told told("w: motive, possible\nnear motive to aid as motive");
  const std::string why = Reasons(told, "w", "aid");
  CHECK(Has(why, "That is no forecast: it does not say how likely “aid” is."));
  CHECK_FALSE(Has(why, "or a readiness"));
}

TEST_CASE("what holds even if something is so is not told as an answer only if it is",
          "[view][words]") {
  const Told told("w: evenIf dip -> aid, likely");
  CHECK(ReplyIn(told, "w", "aid").words == "Says only what comes even if “dip”");
  const std::string why = Reasons(told, "w", "aid", "dip");
  CHECK(Has(why, "Even if “dip”"));
  CHECK(Has(why, "even so, in the words of w"));
  CHECK_FALSE(Has(why, "on this condition"));
}

TEST_CASE("who would only say which way is not said to answer", "[view][words]") {
  CHECK(ReplyIn(Told("w: raises tw & war -> aid"), "w", "aid").words ==
        "Says only which way, if “tw” and “war”");
  CHECK(ReplyIn(Told("w: bearsOn tw & war -> aid"), "w", "aid").words ==
        "Says only that it counts, if “tw” and “war”");
  CHECK(ReplyIn(Told("w: onlyIf tw & war -> aid, will"), "w", "aid").words ==
        "Only if “tw” and “war”; whether that is enough is not said");
  CHECK(ReplyIn(Told("w: if tw & war -> aid, will"), "w", "aid").words ==
        "Answers only if “tw” and “war”");
}

TEST_CASE("a reply says that it is ascribed, and what the coders read in", "[view][words]") {
  CHECK(ReplyIn(Told("w imputes > v: aid [kind=prediction]"), "w>v", "aid").words ==
        "Will, as ascribed");
  CHECK(ReplyIn(Told("w imputes > v: raises tw -> aid"), "w>v", "aid", "tw").words ==
        "Which way, not how likely; more likely, as ascribed");
  CHECK(ReplyIn(Told("w reports > v: aid [kind=prediction]"), "w>v", "aid").words == "Will");
  Told read_in("w: raises tw -> aid\nw: if war -> aid, likely");
  CHECK(ReplyIn(read_in, "w", "aid", "tw").words == "Which way, not how likely; more likely");
  for (Claim& claim : read_in.data.claims)
    claim.inferred = read_in.data.arena.Keep(std::vector<Inferred>{Inferred::kLink});
  CHECK(ReplyIn(read_in, "w", "aid", "tw").words ==
        "Which way, not how likely; more likely, read in by the coders");
  CHECK(Has(ReplyIn(read_in, "w", "aid", "war").words, "Likely, read in by the coders"));
}

TEST_CASE("who ascribes a mind to somebody is not said to tell it", "[view][words]") {
  const auto through = [](const char* lines, std::string_view path, bool briefly) {
    const Told told(lines);
    const auto view = reason::FindView(told.data, told.views, path);
    REQUIRE(view.ok());
    return briefly ? BrieflyThrough(told.data, told.views, *view, view::Say())
                   : ThroughWords(told.data, told.views, *view, view::Say());
  };
  CHECK(through("w imputes > v: aid", "w>v", false) == "ascribed by w");
  CHECK(through("w imputes > v: aid", "w>v", true) == "ascribed by w");
  CHECK(through("w reports > v: aid", "w>v", false) == "told by w");
  CHECK(through("w imputes > v: aid\nw reports > v: tw", "w>v", false) == "told or ascribed by w");
  CHECK(through("w reports > u imputes > v: aid", "w>u>v", false) == "ascribed by u, told by w");
  CHECK(through("w reports > u imputes > v: aid", "w>u>v", true) == "w; ascribed by u");
  CHECK(through("w reports > u reports > v: aid", "w>u>v", false) == "told by w, on the word of u");
}

TEST_CASE("a link between what has come about is no matter of odds", "[view][words]") {
  Told told("w: raises war -> aid\nw: lowers war -> tw");
  const auto sentence = [&](std::size_t i) {
    return LinkSentence(told.data, told.data.conditions[i], view::Say());
  };
  CHECK(sentence(0) == "“war” makes “aid” more likely");
  for (Proposition& p : told.data.propositions) {
    p.tense = Tense::kPresent;
    p.given.add(Proposition::kTense);
  }
  CHECK(sentence(0) == "“aid” is in part due to “war”");
  CHECK(sentence(1) == "“tw” is held back by “war”");
  told.data.conditions[0].gloss = told.data.arena.Keep(std::string_view("The war has aided."));
  CHECK(sentence(0) == "The war has aided");
  const Library& real = Real();
  std::size_t come = 0;
  for (const Condition& link : real.dataset.conditions) {
    if (!HasCome(real.dataset, link)) continue;
    ++come;
    CHECK_FALSE(Has(LinkSentence(real.dataset, link, real.say), "likely"));
  }
  CHECK(come == 12);
  for (const Claim& claim : real.dataset.claims) {
    if (claim.about.kind != AboutKind::kCondition) continue;
    const Condition& link = real.dataset[claim.about.condition];
    if (!HasCome(real.dataset, link)) continue;
    const std::string words =
        SignOf(real, MakeOutcome(real.dataset, real.index, link.consequent.proposition()), claim)
            .words;
    INFO(claim.id << ": " << words);
    CHECK_FALSE(Has(words, "likely"));
  }
}

TEST_CASE("what a label tells of a promise or a forecast is still to come",
          "[view][words][bundled]") {
  const Dataset& dataset = Real().dataset;
  for (const Claim& claim : dataset.claims) {
    if (claim.about.kind != AboutKind::kProposition || claim.kind != ClaimKind::kPrediction)
      continue;
    const Proposition& p = dataset[claim.about.literal.proposition()];
    if (p.role == Role::kOutcome) continue;  // Named for what is asked.
    const std::string_view label = claim.about.literal.negated() ? p.negated : p.label;
    INFO(p.id << ": " << label);
    CHECK(label.find(" will ") != std::string_view::npos);
  }
  for (const Event& event : dataset.events) {
    if (event.status != EventStatus::kHappened) continue;
    const std::string_view label = dataset[event.proposition].label;
    INFO(label);
    for (const char* verb : {" launches ", " warns ", " leads ", " phones ", " hold ", " draws ",
                             " speaks ", " says ", " enters ", " declare ", " issue "})
      CHECK(label.find(verb) == std::string_view::npos);
  }
}

TEST_CASE("a record of a link says what it does, and that a brake leads to nothing",
          "[view][words][bundled]") {
  const auto labels = [](const char* id) {
    Session session;
    session.state.selection = id;
    std::set<std::string> all;
    const auto model = BuildInspectorModel(Real(), session);
    for (const Fact& fact : model->facts) all.insert(fact.label);
    return all;
  };
  CHECK(labels("k-b-warnings-lower").count("Makes less likely") == 1);
  CHECK(labels("k-b-warnings-lower").count("Leads to") == 0);
  CHECK(labels("k-n-clash-bears-arms").count("Counts for; which way is not said") == 1);
  CHECK(labels("k-n-war-distracts").count("Has led to") == 1);
  CHECK(labels("k-b-resolve-camps").count("Needed for") == 1);
  CHECK(labels("k-b-ties-arms").count("Leads to") == 1);
}

}  // namespace proviso::test
