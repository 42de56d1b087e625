// Where an answer changes: what is supposed twice, switched off, needed, turned.

#include <string>

#include "core/reason/live.h"
#include "core/reason/reading.h"
#include "tests/core/reason/ask.h"

namespace proviso::test {
namespace {

using reason::Status;

std::string Definitions(const Told& told, std::string_view supposed) {
  return Names(told.data, told.Suppose(supposed).by_definition);
}

/// "b: off to on, …" of all levers that would change a view's verdict.
std::string Turns(const Told& told, std::string_view target, std::string_view supposed,
                  bool strict = false) {
  const auto view = reason::FindView(told.data, told.views, "w");
  REQUIRE(view.ok());
  std::string line;
  for (const reason::Change& change : reason::WhatWouldChange(
           told.data, told.views, *view, Lit(told.data, target), told.Suppose(supposed, strict))) {
    const auto name = [](reason::Supposed how) {
      return how == reason::Supposed::kOn ? "on" : how == reason::Supposed::kOff ? "off" : "open";
    };
    line += (line.empty() ? "" : ", ") + std::string(told.data[change.lever].id) + " " +
            name(change.from) + ">" + name(change.to);
  }
  return line;
}

std::string Problem(const Told& told, std::string_view supposed) {
  const auto scenario = reason::MakeScenario(told.data, Lits(told.data, supposed));
  if (scenario.ok()) return "ok";
  return std::to_string(scenario.problems().size()) + " " + scenario.problems()[0].rule;
}

}  // namespace

TEST_CASE("what is excluded and supposed off already is not off by definition too",
          "[reason][scenario]") {
  const Told told("excludes a b\nexcludes a c\nw: if a -> aid\nw: if b -> aid\nw: if c -> aid\n");
  CHECK(Definitions(told, "a") == "!b !c");
  CHECK(Definitions(told, "a !b") == "!c");
  CHECK(Definitions(told, "a !b !c").empty());
  CHECK(Definitions(told, "!a").empty());
  CHECK(Definitions(told, "b") == "!a");
  CHECK(Definitions(told, "b c") == "!a");  // Once, though both exclude it.
  CHECK(Names(told.data, told.Suppose("c b !a c b").supposed) == "!a b c");
}

TEST_CASE("a supposition that contradicts itself is refused, each contradiction once",
          "[reason][scenario]") {
  const Told told("excludes a b\nexcludes b c\nw: if a -> aid\nw: if c -> aid\n");
  CHECK(Problem(told, "a c") == "ok");
  CHECK(Problem(told, "a a") == "ok");
  CHECK(Problem(told, "a !a").substr(0, 2) == "1 ");
  CHECK(Problem(told, "a b").substr(0, 2) == "1 ");
  CHECK(Problem(told, "a b c").substr(0, 2) == "2 ");
  CHECK(Problem(told, "a !b") == "ok");
}

TEST_CASE("a literal is a proposition's id, and nothing else's", "[reason][scenario]") {
  const Told told("w: if a -> aid\n");
  CHECK(reason::ReadLiteral(told.data, "a").ok());
  CHECK(reason::ReadLiteral(told.data, "!a").ok());
  CHECK(reason::Spell(told.data, *reason::ReadLiteral(told.data, "!a")) == "!a");
  for (const char* none : {"", "!", "!!a", "w", "k1", "c1", "b", " a"}) {
    INFO(none);
    CHECK_FALSE(reason::ReadLiteral(told.data, none).ok());
  }
}

TEST_CASE("a link that is switched off never says needed, not enough", "[reason][silence]") {
  const std::string_view said = "w: onlyIf b -> aid unless e, will\n";
  CHECK(Says(said, "b") == "silent needed-not-enough, +");
  CHECK(Says(said, "b e") == "silent switched-off, none");
  // Of two links the one that is on says so.
  CHECK(Says("w: onlyIf b -> aid unless e, will\nw: onlyIf c -> aid, will\n", "b c e") ==
        "silent switched-off needed-not-enough, +");
}

TEST_CASE("an influence of several factors says how many it lacks, but not once it is off",
          "[reason][silence]") {
  const Told told("w: raises a & b -> aid unless e\n");
  const auto one = told.Ask("w", "aid", "a");
  CHECK(Line(told, one) == "silent conditions-not-met pull-only, none");
  REQUIRE(one.unmet.size() == 1);
  CHECK(one.unmet[0].met == 1);
  CHECK(one.unmet[0].of == 2);
  CHECK(Names(told.data, one.missing) == "b");
  const auto off = told.Ask("w", "aid", "a e");
  CHECK(Line(told, off) == "silent switched-off pull-only, none");
  CHECK(off.unmet.empty());
}

TEST_CASE("which levers would change an answer, and how each is turned", "[reason][change]") {
  const Told told(
      "lever a b c d aid\nexcludes c d\n"
      "w: if a -> aid, likely\nw: raises b -> aid\nw: if c -> aid, very_likely\nw: d\n");
  // Supposing d takes c away by definition, which pulls down by contrast.
  CHECK(Turns(told, "aid", "") == "a open>on, b open>on, c open>on, d open>on");
  CHECK(Turns(told, "aid", "a") == "a on>off, c open>on, d open>on");
  CHECK(Turns(told, "aid", "!a") == "a off>on, b open>on, c open>on");
  CHECK(Turns(told, "aid", "b") == "a open>on, b on>off, c open>on, d open>on");
  // c is off by definition where d is on: turning it is not offered.
  CHECK(Turns(told, "aid", "d") == "a open>on, b open>on, d on>off");
  CHECK(Turns(told, "!aid", "") == "a open>on, b open>on, c open>on, d open>on");
}

TEST_CASE("turning a lever keeps to the strict reading", "[reason][change]") {
  // Off, the link pulls by contrast alone, which the strict reading does not know.
  const Told told("lever a b\nw: if a -> aid, likely\nw: aid, likely\nw: raises b -> aid\n");
  CHECK(Turns(told, "aid", "a b") == "a on>off, b on>off");
  CHECK(Turns(told, "aid", "a b", true) == "b on>off");
}

TEST_CASE("views are found by their whole path, and by nothing else", "[reason][views]") {
  const Told told(
      "b reports > c: x\na: x\na reports > c: x\na reports > b reports > d: x\na reports > d: x\n");
  const auto named = [&](std::string_view path) {
    const auto view = reason::FindView(told.data, told.views, path);
    if (!view.ok()) return "none: " + view.problems()[0].rule;
    std::string names;
    for (const ActorId actor : PathOf(told.views, *view))
      names += (names.empty() ? "" : ">") + std::string(told.data[actor].id);
    return names;
  };
  for (const std::string path : {"a", "b", "a>b", "a>b>d", "a>c", "a>d", "b>c"})
    CHECK(named(path) == path);
  for (const char* none : {"c", "d", "b>d", "a>c>d", "a>b>c", "x", "a>", ">a", "a>b>d>a", "k1"}) {
    INFO(none);
    CHECK(named(none).substr(0, 5) == "none:");
  }
  CHECK(named("") == "none: The path of the view is empty.");
}

TEST_CASE("views stand in the order of their actors' ids, whatever the file's order",
          "[reason][views]") {
  const Told told("z: x\nm reports > z: x\nm reports > b: x\nb: x\nm: x\n");
  std::string order;
  for (std::uint32_t v = 0; v < told.views.size(); ++v) {
    for (const ActorId actor : PathOf(told.views, reason::ViewIndex(v)))
      order += told.data[actor].id;
    order += ' ';
  }
  CHECK(order == "b m mb mz z ");
}

TEST_CASE("questions, demands and norms hold nothing, and are uttered", "[reason][views]") {
  for (const char* how : {"act=question", "act=demand", "kind=normative"}) {
    const Told told("w: aid, will [" + std::string(how) + "]\n");
    const auto answer = told.Ask("w", "aid");
    INFO(how);
    CHECK(answer.status == Status::kSilent);
    CHECK(answer.notes.size() == 1);
  }
  for (const char* how : {"act=threat", "act=promise", "act=warning", "kind=prediction"})
    CHECK(Says("w: aid, will [" + std::string(how) + "]\n", "") == "aid will, none");
}

TEST_CASE("an attack and an undercut are disputes, support is none, a coder's neither",
          "[reason][notes]") {
  for (const auto& [verb, disputes] : {std::pair{"attacks", true},
                                       {"undercuts", true},
                                       {"supports", false},
                                       {"restates", false}}) {
    const Told told("w: aid, likely\nv: other\nby v " + std::string(verb) + " c1\n");
    INFO(verb);
    CHECK(Notes(told, told.Ask("w", "aid")) == (disputes ? "dispute v c1" : ""));
    // Whoever disputes it has the note too, but only about this.
    CHECK(Notes(told, told.Ask("v", "aid")) == (disputes ? "dispute v c1" : ""));
    CHECK(Notes(told, told.Ask("v", "other")).empty());
  }
}

TEST_CASE("levers that are switched one after the other give what asking anew gives",
          "[reason][live]") {
  const Told told(
      "lever a b e\nw: if a -> aid unless e, likely\nw: raises b -> aid\nw: if aid -> more, will\n"
      "v: if a & b -> aid, will\nv: !aid, possible\n");
  const PropositionId aid = Lit(told.data, "aid").proposition();
  reason::LiveAnswers live(told.data, told.views, aid);
  const std::vector<std::string> turns{
      "a",    "a b", "b", "",      "!a",   "!a b", "a",      "a e", "e",   "a", "a",   "aid",
      "!aid", "a",   "",  "b e a", "!b e", "!b",   "a !b e", "",    "a b", "",  "!e a"};
  for (const bool strict : {false, true, false})
    for (const std::string& turn : turns) {
      live.Suppose(told.Suppose(turn, strict));
      for (const char* view : {"w", "v"}) {
        const auto answer = told.Ask(view, "aid", turn, strict);
        const reason::Verdict& verdict = live.verdicts()[answer.view.index()];
        INFO(turn << (strict ? " strictly" : ""));
        CHECK(verdict.status == answer.status);
        CHECK(verdict.direction == answer.direction);
        if (answer.literal) CHECK(verdict.negated == answer.literal.negated());
        if (answer.strength) CHECK(reason::StrengthOf(verdict.deficit) == answer.strength);
      }
    }
}

}  // namespace proviso::test
