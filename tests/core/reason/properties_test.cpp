// What must hold whatever is said.

#include "core/reason/live.h"
#include "core/reason/reading.h"
#include "tests/core/reason/ask.h"
#include "tests/support/random_talk.h"

namespace proviso::test {
namespace {

/// Everything that an answer shows, as text.
std::string All(const Told& told, const reason::Answer& answer) {
  std::string text = Line(told, answer) + " | " + Claims(told.data, answer.because) + " | " +
                     Claims(told.data, answer.against) + " | " + Names(told.data, answer.missing) +
                     " | " + Notes(told, answer);
  for (const reason::Pull& pull : answer.pulls)
    text += " | " + std::string(told.data[pull.claims.front()].id) + Word(pull.pull).data();
  for (const reason::SwitchedOff& off : answer.switched_off)
    text += " | " + std::string(told.data[off.claim].id) + " off by " +
            reason::Spell(told.data, off.by);
  return text;
}

/// Five letters, of which some are supposed, the same by name in every dataset.
std::string Supposed(const Told& told, Dice* dice) {
  std::string names;
  for (const char letter : std::string("bcdef")) {
    const std::string id(1, letter);
    const bool in = dice->Chance(30);
    const bool off = dice->Chance(35);
    if (in && told.data.Find(id)) names += (off ? " !" : " ") + id;
  }
  return names;
}

struct Case {
  std::vector<std::string> lines;
  std::string supposed;
};

Case RandomCase(Dice* dice) {
  Case random;
  random.lines = RandomTalk(dice, 6, 4 + int(dice->Below(16)));
  random.lines.push_back("w: if zz -> a [id=k900]");
  random.supposed = Supposed(Told(Joined(random.lines)), dice);
  return random;
}

std::string Mirrored(const std::string& text) {
  std::string mirrored;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool alone = text[i] >= 'a' && text[i] <= 'z' &&
                       (i == 0 || text[i - 1] == ' ' || text[i - 1] == '!') &&
                       (i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == ',');
    if (!alone) {
      mirrored += text[i];
    } else if (!mirrored.empty() && mirrored.back() == '!') {
      mirrored.back() = text[i];
    } else {
      mirrored += std::string("!") + text[i];
    }
  }
  return mirrored;
}

/// What somebody else says of so many other matters, so that little of the dataset is the view's
/// own.
std::string OtherTalk(int matters) {
  std::string lines;
  for (int i = 0; i < matters; ++i) {
    const std::string number = std::to_string(i);
    lines += "z: m" + number + ", likely [id=x" + number + "]\n";
    if (i % 10 == 0) lines += "z: if m" + number + " -> y" + number + " [id=y-" + number + "]\n";
  }
  return lines;
}

}  // namespace

TEST_CASE("one view that is asked alone in a large dataset answers as when all are asked",
          "[reason][property]") {
  Dice dice(21);
  const std::string others = OtherTalk(400);
  for (int round = 0; round < 40; ++round) {
    const Case random = RandomCase(&dice);
    const Told told(Joined(random.lines) + others);
    const reason::Scenario scenario = told.Suppose(random.supposed, round % 4 == 0);
    const Literal target = Lit(told.data, "a");
    const std::vector<reason::Answer> all = reason::AskAll(told.data, told.views, target, scenario);
    reason::LiveAnswers live(told.data, told.views, target.proposition());
    live.Suppose(scenario);
    for (std::uint32_t i = 0; i < told.views.size(); ++i) {
      INFO(Joined(random.lines) << random.supposed << " view " << i);
      const reason::Answer one =
          reason::Ask(told.data, told.views, reason::ViewIndex(i), target, scenario);
      REQUIRE(All(told, one) == All(told, all[i]));
      REQUIRE(one.status == live.verdicts()[i].status);
    }
  }
}

TEST_CASE("the order in which things are said changes nothing", "[reason][property]") {
  Dice dice(11);
  for (int round = 0; round < 300; ++round) {
    Case random = RandomCase(&dice);
    const Told before(Joined(random.lines));
    dice.Shuffle(&random.lines);
    const Told after(Joined(random.lines));
    INFO(Joined(random.lines) << random.supposed);
    REQUIRE(All(before, before.Ask("w", "a", random.supposed)) ==
            All(after, after.Ask("w", "a", random.supposed)));
  }
}

TEST_CASE("what has nothing to do with the outcome changes nothing", "[reason][property]") {
  Dice dice(12);
  for (int round = 0; round < 300; ++round) {
    Case random = RandomCase(&dice);
    const Told before(Joined(random.lines));
    const std::string more =
        Joined(random.lines) +
        "w: if p -> q, likely [id=k000]\nw: raises b -> q [id=k001]\nw: !q, possible [id=k002]\n"
        "t: if b -> a [id=k003]\nw: if a -> q unless b [id=k004]\n";
    const Told after(more);
    INFO(more << random.supposed);
    REQUIRE(All(before, before.Ask("w", "a", random.supposed)) ==
            All(after, after.Ask("w", "a", random.supposed)));
  }
}

TEST_CASE("saying a thing twice changes nothing", "[reason][property]") {
  Dice dice(13);
  for (int round = 0; round < 300; ++round) {
    Case random = RandomCase(&dice);
    const Told before(Joined(random.lines));
    std::string again = dice.Pick(random.lines);
    again.replace(again.find("id=k"), 4, "id=z");
    const Told after(Joined(random.lines) + again);
    INFO(Joined(random.lines) << again << random.supposed);
    const auto one = before.Ask("w", "a", random.supposed);
    const auto two = after.Ask("w", "a", random.supposed);
    REQUIRE(Line(before, one) == Line(after, two));
    REQUIRE(Claims(before.data, one.because) == Claims(after.data, two.because));
    REQUIRE(Claims(before.data, one.against) == Claims(after.data, two.against));
  }
}

TEST_CASE("an answer is never firmer than the weakest claim it uses", "[reason][property]") {
  Dice dice(14);
  int derived = 0;
  for (int round = 0; round < 1500; ++round) {
    const Case random = RandomCase(&dice);
    const Told told(Joined(random.lines));
    const auto answer = told.Ask("w", "a", random.supposed);
    if (answer.status != reason::Status::kPredicted) continue;
    INFO(Joined(random.lines) << random.supposed);
    for (const auto& step : answer.because.steps) {
      const Modality said = told.data[step.claim].modality;
      REQUIRE(*answer.strength >= (said == Modality::kEven ? Modality::kPossible : said));
    }
    derived += answer.derived ? 1 : 0;
  }
  CHECK(derived > 20);
}

TEST_CASE("saying everything of the opposite mirrors the answer", "[reason][property]") {
  Dice dice(15);
  for (int round = 0; round < 400; ++round) {
    const Case random = RandomCase(&dice);
    std::vector<std::string> mirrored;
    for (const std::string& line : random.lines) {
      const std::size_t colon = line.find(':');
      const std::size_t bracket = line.find('[');
      mirrored.push_back(line.substr(0, colon + 1) +
                         Mirrored(line.substr(colon + 1, bracket - colon - 1)) +
                         line.substr(bracket));
    }
    const Told told(Joined(random.lines));
    const Told mirror(Joined(mirrored));
    const auto one = told.Ask("w", "a", random.supposed);
    const auto two = mirror.Ask("w", "!a", Mirrored(random.supposed));
    INFO(Joined(random.lines) << random.supposed << "\n" << Joined(mirrored));
    REQUIRE(one.status == two.status);
    REQUIRE(one.reasons == two.reasons);
    REQUIRE(one.strength == two.strength);
    REQUIRE(one.derived == two.derived);
    REQUIRE(one.direction == two.direction);
    REQUIRE(one.direction_reasons == two.direction_reasons);
    if (one.literal)
      REQUIRE(Mirrored(reason::Spell(told.data, one.literal)) ==
              reason::Spell(mirror.data, two.literal));
    // And asking about the opposite turns the direction around, nothing else.
    const auto turned = told.Ask("w", "!a", random.supposed);
    REQUIRE(turned.status == one.status);
    REQUIRE(turned.literal == one.literal);
    if (one.direction == reason::Direction::kMore)
      REQUIRE(turned.direction == reason::Direction::kLess);
  }
}

TEST_CASE("what is accepted is supported, and no two accepted literals clash",
          "[reason][property]") {
  Dice dice(16);
  for (int round = 0; round < 600; ++round) {
    const Case random = RandomCase(&dice);
    const Told told(Joined(random.lines));
    const reason::Reading reading(told.data, told.views, Lit(told.data, "a").proposition(),
                                  told.Suppose(random.supposed), 0, told.views.size());
    INFO(Joined(random.lines) << random.supposed);
    for (std::size_t l = 0; l < reading.state.accepted.size(); l += 2) {
      for (const std::size_t one : {l, l + 1})
        if (reading.state.accepted[one] != reason::kAbsent)
          REQUIRE(reading.state.supported[one] <= reading.state.accepted[one]);
      REQUIRE_FALSE(reason::Clash(reading.state.accepted[l], reading.state.accepted[l + 1]));
    }
  }
}

}  // namespace proviso::test
