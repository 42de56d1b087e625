// Answers against an independent reading of the definitions, and explanations replayed from them.

#include "core/base/sha256.h"
#include "core/reason/live.h"
#include "tests/core/reason/ask.h"
#include "tests/support/plain_reasoner.h"
#include "tests/support/random_talk.h"

namespace proviso::test {
namespace {

std::vector<Literal> RandomSuppositions(const Dataset& data, Dice* dice) {
  std::vector<Literal> supposed;
  for (std::uint32_t p = 0; p < data.propositions.size(); ++p)
    if (dice->Chance(30)) supposed.emplace_back(PropositionId(p), dice->Chance(35));
  return supposed;
}

}  // namespace

TEST_CASE("every answer is what the definitions say, and its explanation replays",
          "[reason][oracle]") {
  Dice dice(20260401);
  std::size_t by_status[8] = {};
  for (int round = 0; round < 1500; ++round) {
    const int width = 3 + int(dice.Below(6));
    const auto lines = RandomTalk(&dice, width, 3 + int(dice.Below(22)));
    const Told told(Joined(lines));
    for (int question = 0; question < 4; ++question) {
      const auto supposed = RandomSuppositions(told.data, &dice);
      const auto scenario = reason::MakeScenario(told.data, supposed, /*strict=*/dice.Chance(15));
      REQUIRE(scenario.ok());
      const bool negated = dice.Chance(20);
      const Literal target(PropositionId(dice.Below(std::uint32_t(told.data.propositions.size()))),
                           negated);
      const auto answers = reason::AskAll(told.data, told.views, target, *scenario);
      REQUIRE(answers.size() == told.views.size());
      for (const reason::Answer& answer : answers) {
        const PlainAnswer plain =
            PlainAsk(told.data, PathOf(told.views, answer.view), target, *scenario);
        ++by_status[std::size_t(answer.status)];
        INFO(Joined(lines) << "supposed " << Names(told.data, supposed) << ", asked "
                           << reason::Spell(told.data, target) << ": " << Line(told, answer));
        REQUIRE(answer.status == plain.status);
        REQUIRE(answer.literal == plain.literal);
        REQUIRE(answer.strength == plain.strength);
        REQUIRE(answer.attenuated == plain.attenuated);
        REQUIRE(answer.direction == plain.direction);
        REQUIRE(Replay(told.data, told.views, answer, *scenario, plain) == "");
        REQUIRE((answer.status == reason::Status::kSilent) == !answer.reasons.empty());
      }
    }
  }
  for (const std::size_t count : by_status) CHECK(count > 20);  // Each status was tried.
}

TEST_CASE("answers are the same to the letter on every machine", "[reason]") {
  Dice dice(32);
  std::string all;
  for (int round = 0; round < 200; ++round) {
    const auto lines = RandomTalk(&dice, 6, 4 + int(dice.Below(16)));
    const Told told(Joined(lines));
    const auto supposed = RandomSuppositions(told.data, &dice);
    const auto scenario = reason::MakeScenario(told.data, supposed);
    REQUIRE(scenario.ok());
    for (const reason::Answer& answer :
         reason::AskAll(told.data, told.views, Literal(PropositionId(0)), *scenario))
      all += Line(told, answer) + "|" + Claims(told.data, answer.because) + "|" +
             Claims(told.data, answer.against) + "|" + Notes(told, answer) + "\n";
  }
  CHECK(Sha256Hex(all) == "28ef71683e02524b43a9dc1a0f232cffdc9e82052e7a3bd8b4afa24b3364d797");
}

TEST_CASE("asking one view, asking all and following the levers give the same", "[reason][live]") {
  Dice dice(7);
  for (int round = 0; round < 150; ++round) {
    const int width = 4 + int(dice.Below(4));
    const auto lines = RandomTalk(&dice, width, 4 + int(dice.Below(20)));
    const Told told(Joined(lines));
    const Literal target(PropositionId(dice.Below(std::uint32_t(told.data.propositions.size()))));
    reason::LiveAnswers live(told.data, told.views, target.proposition());
    for (int turn = 0; turn < 6; ++turn) {
      const auto supposed = RandomSuppositions(told.data, &dice);
      const auto scenario = reason::MakeScenario(told.data, supposed, /*strict=*/dice.Chance(20));
      REQUIRE(scenario.ok());
      live.Suppose(*scenario);
      const auto all = reason::AskAll(told.data, told.views, target, *scenario);
      for (const reason::Answer& answer : all) {
        const reason::Verdict& verdict = live.verdicts()[answer.view.index()];
        INFO(Joined(lines) << Line(told, answer));
        REQUIRE(verdict.status == answer.status);
        REQUIRE(verdict.direction == answer.direction);
        if (answer.literal) REQUIRE(verdict.negated == answer.literal.negated());
        const auto one = reason::Ask(told.data, told.views, answer.view, target, *scenario);
        REQUIRE(Line(told, one) == Line(told, answer));
        REQUIRE(one.notes == answer.notes);
      }
    }
  }
}

}  // namespace proviso::test
