// Explanations against an independent reading of the definitions: random talk, once more with what
// makes notes and silence.

#include <tuple>

#include "tests/core/reason/ask.h"
#include "tests/support/plain_explanation.h"
#include "tests/support/random_talk.h"

namespace proviso::test {
namespace {

/// Talk with rankings, hedges, near matters, exclusions and disputes besides.
std::vector<std::string> RichTalk(Dice* dice, int width, int claims) {
  std::vector<std::string> lines = RandomTalk(dice, width, claims);
  const auto name = [&] {
    return std::string(1, char('a' + dice->Below(static_cast<std::uint32_t>(width))));
  };
  const std::vector<std::string> more{"act=promise",          "act=demand",  "act=question",
                                      "evidence=no-evidence", "act=warning", "hedge=reportedly",
                                      "outer=it seems",       "act=red_line"};
  for (std::string& line : lines)
    if (dice->Chance(20) && line.find("act=") == std::string::npos)
      line.insert(line.size() - 1, "; " + dice->Pick(more));
  // What chance seldom brings about: circles of exceptions, what is so anyway, what is held less.
  std::vector<std::string> letters;
  for (int i = 0; i < width; ++i) letters.push_back(std::string(1, char('a' + i)));
  dice->Shuffle(&letters);
  const auto& [x, y, z] = std::tie(letters[0], letters[1], letters[2]);
  if (dice->Chance(25)) {
    lines.push_back("w: if " + x + " -> " + y + " unless " + z + ", likely [id=k600]");
    lines.push_back("w: if " + x + " -> " + z + " unless " + y + ", likely [id=k601]");
    lines.push_back("w: raises " + x + " -> " + letters.back() + " unless " + z + " [id=k602]");
  }
  if (dice->Chance(30)) lines.push_back("w: " + name() + ", will [id=k603]");
  if (dice->Chance(30)) {
    lines.push_back("w: " + y + ", likely [id=k604]");
    lines.push_back("w: !" + y + ", possible [id=k605]");
  }
  const std::vector<std::string> paths{"w", "v", "w reports > v", "w downgrades > u"};
  for (std::uint32_t n = dice->Below(3); n > 0; --n) {
    std::string line = dice->Pick(paths) + ": rank ";
    const bool link = dice->Chance(40);
    line += link ? "k100" : name();
    if (dice->Chance(60)) line += " over " + name();
    // Only a claim about a link can lend its link to a ranking.
    if (!link || lines[0].find("->") != std::string::npos)
      lines.push_back(line + " [id=k" + std::to_string(500 + n) + "]");
  }
  const std::vector<std::string> how{"wider", "narrower", "motive", "earlier"};
  for (std::uint32_t n = dice->Below(3); n > 0; --n) {
    const std::string one = name();
    const std::string other = name();
    if (one != other) lines.push_back("near " + one + " to " + other + " as " + dice->Pick(how));
  }
  if (dice->Chance(30)) {
    const std::string one = name();
    const std::string other = name();
    if (one != other) lines.push_back("excludes " + one + " " + other);
  }
  const std::vector<std::string> who{"w", "v", "u", "z"};
  const std::vector<std::string> verbs{"attacks", "attacks", "undercuts", "supports"};
  for (std::uint32_t n = dice->Below(3); n > 0; --n) {
    std::string line = "by " + dice->Pick(who) + " ";
    line += dice->Pick(verbs);
    line += " k" + std::to_string(100 + dice->Below(static_cast<std::uint32_t>(claims)));
    lines.push_back(line);
  }
  return lines;
}

}  // namespace

TEST_CASE("every explanation is what the definitions say, to the last note", "[reason][oracle]") {
  Dice dice(20261128);
  std::size_t by_reason[9] = {};
  std::size_t by_direction[7] = {};
  std::size_t by_note[13] = {};
  for (int round = 0; round < 1000; ++round) {
    const int width = 4 + int(dice.Below(4));
    const auto lines = RichTalk(&dice, width, 3 + int(dice.Below(20)));
    const Told told(Joined(lines));
    for (int question = 0; question < 3; ++question) {
      std::vector<Literal> supposed;
      for (std::uint32_t p = 0; p < told.data.propositions.size(); ++p)
        if (dice.Chance(30)) supposed.emplace_back(PropositionId(p), dice.Chance(35));
      const auto scenario = reason::MakeScenario(told.data, supposed, /*strict=*/dice.Chance(15));
      if (!scenario.ok()) continue;  // Both of two that exclude each other.
      const bool negated = dice.Chance(20);
      const Literal target(PropositionId(dice.Below(std::uint32_t(told.data.propositions.size()))),
                           negated);
      const auto answers = reason::AskAll(told.data, told.views, target, *scenario);
      for (std::size_t i = 0; i < answers.size(); ++i) {
        const reason::Answer& answer = answers[i];
        const auto path = PathOf(told.views, answer.view);
        const PlainAnswer plain = PlainAsk(told.data, path, target, *scenario);
        INFO(Joined(lines) << "supposed " << Names(told.data, supposed) << ", asked "
                           << reason::Spell(told.data, target) << " of "
                           << told.data[path.back()].id << ", " << path.size()
                           << " deep: " << Line(told, answer) << "\n"
                           << Notes(told, answer));
        REQUIRE(CheckExplanation(told.data, told.views, answers, i, *scenario, plain) == "");
        for (const reason::Reason reason : answer.reasons) ++by_reason[std::size_t(reason)];
        for (const auto reason : answer.direction_reasons) ++by_direction[std::size_t(reason)];
        for (const reason::Note& note : answer.notes) ++by_note[std::size_t(note.kind)];
      }
    }
  }
  for (const std::size_t count : by_reason) CHECK(count > 10);  // Each was tried.
  for (const std::size_t count : by_direction) CHECK(count > 10);
  for (const std::size_t count : by_note) CHECK(count > 10);
}

}  // namespace proviso::test
