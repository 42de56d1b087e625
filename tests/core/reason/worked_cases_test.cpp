// The worked cases of core/reason/SEMANTICS.md, by their numbers. tw = the US backs Taiwan's
// independence, sanc = EU penalties, loss = Russia about to lose, fall = Putin about to fall, aid =
// China sends weapons.

#include "tests/core/reason/ask.h"

namespace proviso::test {

TEST_CASE("1: a triggered condition answers with its own strength, and pulls up",
          "[reason][case]") {
  CHECK(Says("w: if tw -> aid, very_likely", "tw") == "aid very_likely, +");
}

TEST_CASE(
    "2: an untriggered condition is silent and says what is missing; off pulls down only by "
    "contrast",
    "[reason][case]") {
  const Told told("w: if tw -> aid, very_likely");
  const reason::Answer open = told.Ask("w", "aid");
  CHECK(Line(told, open) == "silent conditions-not-met, none");
  CHECK(Names(told.data, open.missing) == "tw");
  REQUIRE(open.unmet.size() == 1);
  CHECK(open.unmet[0].met == 0);
  CHECK(open.unmet[0].of == 1);
  CHECK(Line(told, told.Ask("w", "aid", "!tw")) == "silent conditions-not-met, -");
  CHECK(Says("w: if tw -> aid, very_likely [contrast=no]", "!tw") ==
        "silent conditions-not-met, none");
}

TEST_CASE("3: who speaks of other things never addressed the outcome", "[reason][case]") {
  CHECK(Says("w: if sanc -> trade, likely\nv: if tw -> aid", "tw") ==
        "silent never-addressed, none");
}

TEST_CASE("4: a triggered condition overrides an unconditional forecast", "[reason][case]") {
  const Told told("w: !aid, likely\nw: if tw -> aid, very_likely");
  CHECK(Line(told, told.Ask("w", "aid")) == "!aid likely, none");
  const reason::Answer answer = told.Ask("w", "aid", "tw");
  CHECK(Line(told, answer) == "aid very_likely, +");
  CHECK(Claims(told.data, answer.because) == "c2");
  CHECK(Claims(told.data, answer.against) == "c1");
  CHECK(Line(told, told.Ask("w", "aid", "tw", true)) == "conflict, none");  // Read strictly.
}

TEST_CASE("4b: a triggered condition overrides an unconditional forecast even by a weaker word",
          "[reason][case]") {
  CHECK(Says("w: aid, likely\nw: if tw -> aid, even", "tw") == "even, none");
  CHECK(Says("w: aid, will\nw: if tw -> aid, possible\nw: if tw -> !aid, possible", "tw") ==
        "open, ? pulls");
}

TEST_CASE("4c: a weaker claim on the same side does not decide a conflict", "[reason][case]") {
  CHECK(Says("w: if a -> aid, likely\nw: if b -> aid, possible\nw: if c -> !aid, likely",
             "a b c") == "conflict, ? pulls");
}

TEST_CASE("5: deficits along a chain add up, and what is supposed is not derived",
          "[reason][case]") {
  const std::string_view chain = "w: if loss -> fall, likely\nw: if fall -> aid, very_likely";
  const Told told(chain);
  const reason::Answer derived = told.Ask("w", "aid", "loss");
  CHECK(Line(told, derived) == "aid possible derived, +");
  CHECK(Claims(told.data, derived.because) == "c1 c2");
  CHECK(Says(chain, "loss fall") == "aid very_likely, +");
  CHECK(Says(chain, "loss !fall") == "silent conditions-not-met, -");
}

TEST_CASE("5b: two very likely steps make a likely whole: the weakest link would say too much",
          "[reason][case]") {
  CHECK(Says("w: if loss -> fall, very_likely\nw: if fall -> aid, very_likely", "loss") ==
        "aid likely derived, +");
}

TEST_CASE("5c: a chain too long for any word is possible, and attenuated", "[reason][case]") {
  CHECK(Says("w: if a -> b, likely\nw: if b -> aid, likely", "a") ==
        "aid possible derived attenuated, +");
}

TEST_CASE("6: what is needed is not enough; without it the outcome is denied", "[reason][case]") {
  CHECK(Says("w: onlyIf loss -> aid", "loss") == "silent needed-not-enough, +");
  CHECK(Says("w: onlyIf loss -> aid", "!loss") == "!aid will, -");
  const Told told("w: onlyIf !loss & tw -> aid, likely");
  CHECK(Line(told, told.Ask("w", "aid")) == "silent conditions-not-met, none");
  CHECK(Names(told.data, told.Ask("w", "aid").missing) == "!loss tw");
  CHECK(Says("w: onlyIf loss & tw -> aid, likely", "loss") == "silent needed-not-enough, +");
  CHECK(Says("w: onlyIf loss & tw -> aid, likely", "loss !tw") == "!aid likely, ? pulls");
}

TEST_CASE("7: a deterrent only pulls: it never becomes a level", "[reason][case]") {
  const std::string_view said = "w: if tw -> aid, very_likely\nw: lowers sanc -> aid";
  CHECK(Says(said, "tw sanc") == "aid very_likely, ? pulls");
  CHECK(Says(said, "sanc") == "silent conditions-not-met pull-only, -");
}

TEST_CASE("8: an exception switches a rule off, and gives no reason for the opposite",
          "[reason][case]") {
  const std::string_view said = "w: if sanc -> !aid unless fall, likely";
  CHECK(Says(said, "sanc") == "!aid likely, -");
  const Told told(said);
  const reason::Answer off = told.Ask("w", "aid", "sanc fall");
  CHECK(Line(told, off) == "silent switched-off, none");
  REQUIRE(off.switched_off.size() == 1);
  CHECK(told.data[off.switched_off[0].claim].id == "c1");
  CHECK(reason::Spell(told.data, off.switched_off[0].by) == "fall");
}

TEST_CASE("9: two conditions that clash are a conflict, both sides with their strength",
          "[reason][case]") {
  const Told told("w: if tw -> aid, very_likely\nw: if sanc -> !aid, likely");
  const reason::Answer answer = told.Ask("w", "aid", "tw sanc");
  CHECK(Line(told, answer) == "conflict, ? pulls");
  CHECK(reason::Spell(told.data, answer.because.literal) == "aid");
  CHECK(answer.because.strength == Modality::kVeryLikely);
  CHECK(reason::Spell(told.data, answer.against.literal) == "!aid");
  CHECK(answer.against.strength == Modality::kLikely);
}

TEST_CASE("10: the more specific condition wins a conflict; directions stay opposed",
          "[reason][case]") {
  CHECK(Says("w: if tw -> aid, very_likely\nw: if sanc -> !aid, likely\n"
             "w: if tw & sanc -> !aid, likely",
             "tw sanc") == "!aid likely, ? pulls");
}

TEST_CASE("11: exceptions in a circle decide nothing", "[reason][case]") {
  const Told told("w: if x -> a unless b\nw: if x -> b unless a");
  const reason::Answer answer = told.Ask("w", "a", "x");
  CHECK(Line(told, answer) == "unresolved, ? exception-open");
  CHECK(Claims(told.data, answer.because) == "c1");
  CHECK(Claims(told.data, answer.against) == "c2");
  CHECK(Notes(told, answer) == "undecided b c2");
}

TEST_CASE("12: a loop that reinforces keeps its sign; one that balances leaves it open",
          "[reason][case]") {
  CHECK(Says("w: raises tw -> esc\nw: raises esc -> aid\nw: raises aid -> esc", "tw") ==
        "silent pull-only, +");
  const Told told("w: raises tw -> esc\nw: raises esc -> aid\nw: lowers aid -> esc");
  const reason::Answer balancing = told.Ask("w", "aid", "tw");
  CHECK(Line(told, balancing) == "silent pull-only, ? loop");
  CHECK(Notes(told, balancing) == "loop c2 balancing; loop c3 balancing");
}

TEST_CASE("13: supposing what a holder flatly holds makes no difference to him", "[reason][case]") {
  const Told told("w: nonlethal\nw: raises nonlethal -> aid");
  const reason::Answer on = told.Ask("w", "aid", "nonlethal");
  CHECK(Line(told, on) == "silent pull-only, 0 already-so");
  CHECK(Notes(told, on) == "already-so nonlethal c1");
  CHECK(Line(told, told.Ask("w", "aid", "!nonlethal")) == "silent pull-only, -");
  CHECK(Says("w: nonlethal, very_likely\nw: raises nonlethal -> aid", "nonlethal") ==
        "silent pull-only, +");
}

TEST_CASE(
    "14: possible both ways is open; likely keeps a residue; certain clashes with possible not",
    "[reason][case]") {
  CHECK(Says("w: aid, possible\nw: !aid, possible", "") == "open, none");
  const Told likely("w: aid, likely\nw: !aid, possible");
  CHECK(Line(likely, likely.Ask("w", "aid")) == "aid likely, none");
  CHECK(Notes(likely, likely.Ask("w", "aid")) == "residual !aid");
  CHECK(Says("w: aid, will\nw: !aid, possible", "") == "conflict, none");
  CHECK(Says("w: aid, even", "") == "even, none");
  CHECK(Says("w: aid, even\nw: aid, likely", "") == "conflict, none");
  CHECK(Says("w: aid, uncommitted", "") == "uncommitted, none");
}

TEST_CASE("15: a condition with two antecedents waits for both, and says how many are met",
          "[reason][case]") {
  const Told told("w: if tw & loss -> aid");
  const reason::Answer one = told.Ask("w", "aid", "tw");
  CHECK(Line(told, one) == "silent conditions-not-met, none");
  CHECK(Names(told.data, one.missing) == "loss");
  CHECK(one.unmet.front().met == 1);
  CHECK(one.unmet.front().of == 2);
  CHECK(Line(told, told.Ask("w", "aid", "tw loss")) == "aid will, +");
}

TEST_CASE("16: what rests on a conflict is unresolved and names it", "[reason][case]") {
  const Told told(
      "w: if tw -> aid, very_likely\nw: if sanc -> !aid, likely\n"
      "w: if aid -> west-reacts");
  const reason::Answer answer = told.Ask("w", "west-reacts", "tw sanc");
  CHECK(Line(told, answer) == "unresolved, ? pulls");
  CHECK(Claims(told.data, answer.because) == "c1 c3");
  CHECK(Claims(told.data, answer.against) == "c2");
  CHECK(Notes(told, answer) == "undecided aid c2");
}

TEST_CASE("17: an exception that is itself excepted lets the rule stand again", "[reason][case]") {
  const Told told(
      "w: if sanc -> !aid unless fall, likely\nw: if loss -> fall unless rally, likely");
  CHECK(Line(told, told.Ask("w", "aid", "sanc loss")) == "silent switched-off, none");
  const reason::Answer again = told.Ask("w", "aid", "sanc loss rally");
  CHECK(Line(told, again) == "!aid likely, -");
  REQUIRE(again.switched_off.size() == 1);
  CHECK(told.data[again.switched_off[0].claim].id == "c2");
}

TEST_CASE("18: a red line is the issuer's; whoever doubts it only says so", "[reason][case]") {
  const Told told(
      "w: if tw -> aid, very_likely\n"
      "w doubts > dr-x reports > china: if tw -> aid [act=red_line]");
  const reason::Answer writer = told.Ask("w", "aid", "tw");
  CHECK(Line(told, writer) == "aid very_likely, +");
  CHECK(Claims(told.data, writer.because) == "c1");
  CHECK(Notes(told, writer) == "stance w doubts c2");
  CHECK(Says("w doubts > dr-x reports > china: if tw -> aid [act=red_line]", "tw") ==
        "silent only-through-others, none");
  const reason::Answer china = told.Ask("w>dr-x>china", "aid", "tw");
  CHECK(Line(told, china) == "aid will, +");
  CHECK(Notes(told, china) == "stance w doubts c2; commitment c2");
  CHECK(Line(told, told.Ask("w>dr-x", "aid", "tw")) == "silent only-through-others, none");
}

TEST_CASE("19: even if, the outcome keeps its level and need not change", "[reason][case]") {
  CHECK(Says("w: evenIf pun -> aid, possible", "pun") == "aid possible, 0 need-not-change");
  CHECK(Says("w: evenIf pun -> aid, possible", "") == "silent pull-only, none");
}

TEST_CASE("20: what the outcome depends on, no sign given, pulls nobody knows where",
          "[reason][case]") {
  CHECK(Says("w: bearsOn asia -> aid", "asia") == "silent pull-only, ? not-stated");
}

TEST_CASE("21: the more, the more likely: a pull, not a level", "[reason][case]") {
  CHECK(Says("w: raises amb -> partner [graded]", "amb", "partner") == "silent pull-only, +");
}

TEST_CASE("22: an explanation runs from the cause to the effect only", "[reason][case]") {
  const std::string_view said = "w: explains attack -> crossing, very_likely";
  CHECK(Says(said, "crossing", "attack") == "silent pull-only, +");
  CHECK(Says(said, "attack", "crossing") == "silent never-addressed, none");
}

TEST_CASE("23: what a writer ranks lower is not his; the ranking is no level", "[reason][case]") {
  const Told told("w downgrades > intel: raises strikes -> aid\nw downgrades > intel: rank c1");
  const reason::Answer writer = told.Ask("w", "aid", "strikes");
  CHECK(Line(told, writer) == "silent only-through-others, none");
  CHECK(Notes(told, writer) == "stance w downgrades c1; stance w downgrades c2");
  const reason::Answer intel = told.Ask("w>intel", "aid", "strikes");
  CHECK(Line(told, intel) == "silent pull-only ranking-only, +");
  CHECK(Notes(told, intel) == "stance w downgrades c1; ranking c2");
  CHECK(Says("w downgrades > intel: raises strikes -> aid\nw downgrades > intel: rank strikes",
             "strikes", "aid", "w>intel") == "silent pull-only ranking-only, +");
}

TEST_CASE("24: a ranking is shown wherever one of its items is asked about or supposed",
          "[reason][case]") {
  const Told told(
      "w downgrades > intel: raises strikes -> aid\nw: raises tw -> aid\n"
      "w: rank c2 over c1\nw: if rain -> snow");
  for (const char* supposed : {"tw", "strikes", ""})
    CHECK(Notes(told, told.Ask("w", "aid", supposed)).find("ranking c3") != std::string::npos);
  CHECK(Notes(told, told.Ask("w", "snow", "tw")).find("ranking c3") != std::string::npos);
  CHECK(Line(told, told.Ask("w", "snow", "tw")) == "silent conditions-not-met, none");
  CHECK(Notes(told, told.Ask("w", "snow", "rain")).empty());
  CHECK(Notes(told, told.Ask("w>intel", "aid", "tw")).find("ranking") == std::string::npos);
}

TEST_CASE("25: no evidence takes no side, and another's flat never is his alone",
          "[reason][case]") {
  const Told told("w: sent, uncommitted [evidence=no-evidence]\nw reports > china: !sent");
  CHECK(Line(told, told.Ask("w", "sent")) == "uncommitted, none");
  CHECK(Notes(told, told.Ask("w", "sent")) == "stance w reports c2; uncommitted c1");
  CHECK(Line(told, told.Ask("w>china", "sent")) == "!sent will, none");
  CHECK(Says("w: !sent, will [evidence=no-evidence]", "", "sent") == "uncommitted, none");
}

TEST_CASE("26: a motive is near the act, and is not the act", "[reason][case]") {
  const Told told("near motive to aid as motive\nw: raises worse -> motive");
  const reason::Answer answer = told.Ask("w", "aid", "worse");
  CHECK(Line(told, answer) == "silent near, none");
  REQUIRE(answer.near.size() == 1);
  CHECK(answer.near[0].how == Nearness::kMotive);
  CHECK(answer.near[0].direction == reason::Direction::kMore);
  CHECK(answer.near[0].status == reason::Status::kSilent);
  CHECK(Line(told, told.Ask("w", "motive", "worse")) == "silent pull-only, +");
  CHECK(told.Ask("w", "motive", "worse").near.empty());  // One way only.
}

TEST_CASE("27: what a writer disputes he does not hold", "[reason][case]") {
  const Told told(
      "w disputes > observers: raises win -> ambition\n"
      "near ambition to aid as motive\nw: if tw -> other\nv: aid");
  CHECK(Line(told, told.Ask("w", "ambition", "win")) == "silent only-through-others, none");
  CHECK(Notes(told, told.Ask("w", "ambition", "win")) == "stance w disputes c1");
  CHECK(Line(told, told.Ask("w", "aid", "win")) == "silent never-addressed, none");
}

TEST_CASE("28: an influence with two antecedents waits for both", "[reason][case]") {
  const Told told("w: raises war & trust -> merge, possible");
  const reason::Answer one = told.Ask("w", "merge", "war");
  CHECK(Line(told, one) == "silent conditions-not-met pull-only, none");
  CHECK(one.unmet.front().met == 1);
  CHECK(one.unmet.front().of == 2);
  CHECK(Line(told, told.Ask("w", "merge", "war trust")) == "silent pull-only, +");
}

}  // namespace proviso::test
