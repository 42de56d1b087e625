// Whose beliefs there are, what is supposed, and what is said beside an answer.

#include "core/reason/views.h"

#include "tests/core/reason/ask.h"

namespace proviso::test {
namespace {

std::string Paths(const Told& told) {
  std::string paths;
  for (std::uint32_t v = 0; v < told.views.size(); ++v) {
    if (v != 0) paths += " ";
    const auto path = PathOf(told.views, reason::ViewIndex(v));
    for (std::size_t i = 0; i < path.size(); ++i)
      paths += (i == 0 ? "" : ">") + std::string(told.data[path[i]].id);
  }
  return paths;
}

std::string Held(const Told& told, std::string_view view) {
  std::string names;
  for (const ClaimId id : told.views.claims[*reason::FindView(told.data, told.views, view)])
    names += (names.empty() ? "" : " ") + std::string(told.data[id].id);
  return names;
}

}  // namespace

TEST_CASE("views are all beginnings of all chains, in the order of their paths, also empty ones",
          "[reason][views]") {
  const Told told("w reports > z reports > a: p\nw reports > b: p\nv: p");
  CHECK(Paths(told) == "v w w>b w>z w>z>a");
  CHECK(Held(told, "w>z").empty());
}

TEST_CASE("a view stands before those that extend it, whatever the ids look like",
          "[reason][views]") {
  CHECK(Paths(Told("w-two: p\nw reports > c: p\nw: p")) == "w w>c w-two");
}

TEST_CASE("content enters the holder's view, and an outer one only by endorsement",
          "[reason][views]") {
  const Told told("a endorses > b reports > c endorses > d reports > e: p");
  CHECK(Held(told, "a") == "c1");
  CHECK(Held(told, "a>b").empty());
  CHECK(Held(told, "a>b>c") == "c1");
  CHECK(Held(told, "a>b>c>d").empty());
  CHECK(Held(told, "a>b>c>d>e") == "c1");
  for (const char* stance :
       {"reports", "doubts", "disputes", "imputes", "downgrades", "distances"}) {
    const Told other("a " + std::string(stance) + " > b: p");
    CHECK(Held(other, "a").empty());
    CHECK(Line(other, other.Ask("a", "p")) == "silent only-through-others, none");
    CHECK(Notes(other, other.Ask("a", "p")) == "stance a " + std::string(stance) + " c1");
    CHECK(Line(other, other.Ask("a>b", "p")) == "p will, none");
  }
}

TEST_CASE("the same holder through two authors is two views", "[reason][views]") {
  const Told told("w reports > china: p\nv reports > china: !p");
  CHECK(Line(told, told.Ask("w>china", "p")) == "p will, none");
  CHECK(Line(told, told.Ask("v>china", "p")) == "!p will, none");
}

TEST_CASE("a question, a demand and a norm hold nothing", "[reason][views]") {
  CHECK(Says("w: aid [act=question]", "") == "silent asked, none");
  CHECK(Says("w: if tw -> aid [act=question]", "tw") == "silent asked, none");
  CHECK(Says("w: aid [act=demand]", "") == "silent never-addressed, none");
  CHECK(Says("w: aid [kind=normative]", "") == "silent never-addressed, none");
  const Told told("w: aid [act=demand]\nw endorses > v: aid [act=question]");
  CHECK(Notes(told, told.Ask("w", "aid")) == "asked c2; norm c1");
}

TEST_CASE("a warning enters like a statement, a threat as a commitment", "[reason][views]") {
  CHECK(Says("w: if tw -> aid [act=warning]", "tw") == "aid will, +");
  const Told told("w: if tw -> aid [act=threat]");
  CHECK(Notes(told, told.Ask("w", "aid", "tw")) == "commitment c1");
}

TEST_CASE("figures hold nothing", "[reason][views]") {
  Told told("w: p\nw: aid");
  Claim& claim = told.data.claims[0];
  claim.about = About();
  claim.about.kind = AboutKind::kQuantity;
  const reason::Views views = reason::BuildViews(told.data);
  CHECK(views.claims[reason::ViewIndex(0)].size() == 1);
}

TEST_CASE("a path that no claim has is refused by name", "[reason][views]") {
  const Told told("w reports > v: p");
  for (const char* path : {"", "v", "w>w", "w>v>", ">w", "w>v>w", "nobody", "p"}) {
    const auto found = reason::FindView(told.data, told.views, path);
    INFO(path);
    REQUIRE_FALSE(found.ok());
    CHECK(found.problems()[0].code == "call");
  }
}

TEST_CASE("a supposition that contradicts itself is refused, and names both sides",
          "[reason][scenario]") {
  const Told told("w: p\nw: q\nw: r\nexcludes p q");
  const auto both = reason::MakeScenario(told.data, Lits(told.data, "p !p"));
  REQUIRE_FALSE(both.ok());
  CHECK(both.problems()[0].rule.find("“p” and “!p”") != std::string::npos);
  const auto excluding = reason::MakeScenario(told.data, Lits(told.data, "q p"));
  REQUIRE_FALSE(excluding.ok());
  REQUIRE(excluding.problems().size() == 1);
  CHECK(excluding.problems()[0].rule.find("exclude") != std::string::npos);
  CHECK(reason::MakeScenario(told.data, Lits(told.data, "p !q p")).ok());
  CHECK(reason::MakeScenario(told.data, Lits(told.data, "!q !p")).ok());
  CHECK_FALSE(reason::ReadLiteral(told.data, "w").ok());
  CHECK_FALSE(reason::ReadLiteral(told.data, "!").ok());
  CHECK_FALSE(reason::ReadLiteral(told.data, "").ok());
  CHECK(reason::Spell(told.data, *reason::ReadLiteral(told.data, "!p")) == "!p");
}

TEST_CASE("what a supposed proposition excludes counts as supposed off, by definition",
          "[reason][scenario]") {
  const Told told("excludes win lose\nw: raises lose -> aid\nw: if !lose -> calm, likely");
  const auto answer = told.Ask("w", "aid", "win");
  CHECK(Line(told, answer) == "silent pull-only, -");
  CHECK(Notes(told, answer) == "by-definition !lose");
  CHECK(Line(told, told.Ask("w", "calm", "win")) == "calm likely, +");
  CHECK(Line(told, told.Ask("w", "lose", "win")) == "assumed !lose, none");
}

TEST_CASE("supposing sets aside what is said of the supposed itself", "[reason][scenario]") {
  CHECK(Says("w: !tw\nw: if tw -> aid, likely", "tw") == "aid likely, +");
  CHECK(Says("w: aid", "!aid") == "assumed !aid, none");
  CHECK(Says("w: raises tw -> aid\nw: raises aid -> tw", "tw aid") == "assumed aid, none");
}

TEST_CASE("a hedge on the attribution stands before what it makes unsure, and only there",
          "[reason][notes]") {
  const Told told(
      "w reports > intel: raises strikes -> aid [hedge=reportedly]\n"
      "w reports > intel: raises rain -> snow");
  CHECK(Notes(told, told.Ask("w>intel", "aid", "strikes")) == "step-hedge intel c1 \"reportedly\"");
  CHECK(Notes(told, told.Ask("w>intel", "snow", "rain")).empty());
  CHECK(Line(told, told.Ask("w>intel", "aid", "strikes")) == "silent pull-only, +");
}

TEST_CASE("a third party's dispute is noted where the claim is used, and in his own answer",
          "[reason][notes]") {
  const Told told(
      "w reports > intel: aid, likely\nw reports > officials: other\n"
      "by officials attacks c1");
  CHECK(Notes(told, told.Ask("w>intel", "aid")) == "dispute officials c1");
  CHECK(Notes(told, told.Ask("w>officials", "aid")) == "dispute officials c1");
  CHECK(Line(told, told.Ask("w>officials", "aid")) == "silent never-addressed, none");
  CHECK(Line(told, told.Ask("w>intel", "aid")) == "aid likely, none");
}

TEST_CASE("nearness is one step, one way, and names how", "[reason][notes]") {
  const Told told(
      "near motive to aid as motive\nnear wish to motive as motive\n"
      "near earlier to aid as earlier\nw: raises worse -> wish\nw: earlier");
  const auto answer = told.Ask("w", "aid", "worse");
  CHECK(Line(told, answer) == "silent near, none");
  REQUIRE(answer.near.size() == 1);
  CHECK(answer.near[0].how == Nearness::kEarlier);
  CHECK(answer.near[0].strength == Modality::kWill);
  CHECK(Line(told, told.Ask("w", "wish", "worse")) == "silent pull-only, +");
  // Beside an answer of its own, near matters are listed and are no reason.
  const Told own("near motive to aid as motive\nw: raises worse -> motive\nw: aid, likely");
  CHECK(Line(own, own.Ask("w", "aid", "worse")) == "aid likely, none");
  CHECK(own.Ask("w", "aid", "worse").near.size() == 1);
}

TEST_CASE("a near matter that the reader supposes is nobody's answer", "[reason][notes]") {
  CHECK(Says("near war to aid as wider\nw: if war -> loss\nv: aid", "war") ==
        "silent never-addressed, none");
}

TEST_CASE("near matters that only others speak of are not the view's", "[reason][notes]") {
  const Told told("near motive to aid as motive\nw reports > v: raises worse -> motive");
  CHECK(Line(told, told.Ask("w", "aid", "worse")) == "silent never-addressed, none");
  CHECK(Line(told, told.Ask("w>v", "aid", "worse")) == "silent near, none");
}

TEST_CASE("an uncommitted condition gives nothing until it is triggered", "[reason]") {
  CHECK(Says("w: if tw -> aid, uncommitted", "") == "silent conditions-not-met, none");
  CHECK(Says("w: if tw -> aid, uncommitted", "tw") == "uncommitted, none");
}

TEST_CASE("influences of every kind read their negations", "[reason][direction]") {
  CHECK(Says("w: lowers !tw -> aid", "!tw") == "silent pull-only, -");
  CHECK(Says("w: lowers !tw -> aid", "tw") == "silent pull-only, +");
  CHECK(Says("w: raises tw -> !aid", "tw") == "silent pull-only, -");
  CHECK(Says("w: noEffect tw -> aid", "tw") == "silent pull-only, 0 no-effect");
  CHECK(Says("w: raises tw -> aid unless calm", "tw calm") ==
        "silent switched-off pull-only, none");
  CHECK(Says("w: raises tw -> aid unless calm\nw: if x -> calm unless storm\n"
             "w: if x -> storm unless calm",
             "tw x") == "silent pull-only, ? exception-open");
}

TEST_CASE("of several things that leave a direction open, the first is named",
          "[reason][direction]") {
  const std::string loop = "w: raises tw -> esc\nw: raises esc -> aid\nw: lowers aid -> esc\n";
  CHECK(Says(loop + "w: bearsOn tw -> aid", "tw") == "silent pull-only, ? loop");
  CHECK(Says("w: bearsOn tw -> aid\nw: raises tw -> aid\nw: lowers tw -> aid", "tw") ==
        "silent pull-only, ? not-stated");
  CHECK(Says("w: raises tw -> esc\nw: lowers sanc -> esc\nw: raises esc -> aid\n"
             "w: raises aid -> esc",
             "tw sanc") == "silent pull-only, ? pulls");
}

TEST_CASE("each lever is turned once, and only turns that change the verdict are told",
          "[reason][change]") {
  const Told told(
      "lever tw sanc rain\noutcome aid\nw: if tw -> aid, very_likely\n"
      "w: lowers sanc -> aid\nw: if rain -> snow");
  const auto view = *reason::FindView(told.data, told.views, "w");
  const auto lines = [&](std::string_view supposed) {
    std::string text;
    for (const reason::Change& change : reason::WhatWouldChange(
             told.data, told.views, view, Lit(told.data, "aid"), told.Suppose(supposed)))
      text += std::string(told.data[change.lever].id) +
              (change.to == reason::Supposed::kOn ? " on " : " off ") +
              std::string(Word(change.after.status)) + std::string(Word(change.after.direction)) +
              "; ";
    return text;
  };
  CHECK(lines("") == "tw on predicted+; sanc on silent-; ");
  CHECK(lines("tw") == "tw off silent-; sanc on predicted?; ");
  CHECK(lines("!tw") == "tw on predicted+; ");
  const Told two("lever win lose\nexcludes win lose\nw: raises lose -> aid\nw: raises win -> aid");
  const auto changes = reason::WhatWouldChange(two.data, two.views, reason::ViewIndex(0),
                                               Lit(two.data, "aid"), two.Suppose("win"));
  REQUIRE(changes.size() == 1);  // Its partner is off by definition and cannot be turned.
  CHECK(two.data[changes[0].lever].id == "win");
}

}  // namespace proviso::test
