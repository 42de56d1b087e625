#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

#include "core/edit/about.h"
#include "core/edit/chain.h"
#include "core/edit/hedges.h"
#include "core/edit/line.h"
#include "core/edit/make_id.h"
#include "core/edit/question_state.h"

namespace proviso::edit {
namespace {

const KnownWords kNothing = [](std::string_view) { return false; };

std::string Words(const LiteralWords& literal) {
  return (literal.negated ? "!" : "") + literal.words;
}
std::string Words(const LinkWords& link) {
  std::string words(Word(link.form));
  for (const auto& one : link.antecedents) words += " " + Words(one);
  words += " >";
  words += " " + Words(link.consequent);
  for (const auto& one : link.unless) words += " unless " + Words(one);
  if (!link.contrast) words += " flat";
  if (link.graded) words += " graded";
  return words;
}
std::string Read(std::string_view line, const KnownWords& known = kNothing) {
  const auto about = ReadAbout(line, known);
  if (!about.ok()) return "error: " + about.problems()[0].rule;
  if (about->kind == AboutWords::Kind::kLink) return Words(about->link);
  if (about->kind == AboutWords::Kind::kStatement) return Words(about->statement);
  const auto item = [](const ItemWords& one) {
    return one.link ? "[" + Words(*one.link) + "]" : Words(one.statement);
  };
  if (about->kind == AboutWords::Kind::kRanking)
    return "rank " + item(about->more) + (about->less ? " over " + item(*about->less) : " first");
  const NumberWords& n = about->number;
  std::string words = n.measure + "|";
  for (const auto& value : {n.low, n.value, n.high})
    words += (value ? std::to_string(static_cast<int>(*value)) : "") + "|";
  return words + n.unit + "|" + n.as_of + "|" + n.baseline + (n.forecast ? "|forecast" : "");
}

}  // namespace

TEST_CASE("a line about: each form of the grammar", "[edit][about]") {
  CHECK(Read("A") == "A");
  CHECK(Read("not A") == "!A");
  CHECK(Read("if A and B then C unless D or not E") == "if A B > C unless D unless !E");
  CHECK(Read("If A Then C") == "if A > C");
  CHECK(Read("C only if A") == "onlyIf A > C");
  CHECK(Read("even if not A then C") == "evenIf !A > C");
  CHECK(Read("the more A the more likely C") == "raises A > C graded");
  CHECK(Read("the more A the less likely C") == "lowers A > C graded");
  CHECK(Read("A makes C more likely") == "raises A > C");
  CHECK(Read("A makes C less likely") == "lowers A > C");
  CHECK(Read("A does not change C") == "noEffect A > C");
  CHECK(Read("C depends on A") == "bearsOn A > C");
  // The cause explains the effect, and the format has the effect for antecedent.
  CHECK(Read("C explains A") == "explains A > C");
  CHECK(Read("if A then C (no contrast)") == "if A > C flat");
  CHECK(Read("rank A over B") == "rank A over B");
  CHECK(Read("rank A first") == "rank A first");
  CHECK(Read("rank [if A then B] over C") == "rank [if A > B] over C");
  CHECK(Read("number ships = 40 to 55 ships a week as of 2026 forecast") ==
        "ships|40||55|ships a week|2026||forecast");
  CHECK(Read("number riders = about 1,200 people against 2024") == "riders||1200||people||2024");
}

TEST_CASE("a known statement is taken whole, and brackets do the same", "[edit][about]") {
  const KnownWords known = [](std::string_view words) {
    return FoldName(words) == "war and peace talks begin";
  };
  CHECK(Read("if War and peace talks begin then C", known) == "if War and peace talks begin > C");
  CHECK(Read("if War and peace talks begin then C") == "if War peace talks begin > C");
  CHECK(Read("if [War and peace] then C") == "if War and peace > C");
  CHECK(Read("War and peace talks begin", known) == "War and peace talks begin");
}

TEST_CASE("a line about that means two things or nothing is refused with a remedy",
          "[edit][about]") {
  CHECK(Read("if A then C unless D and E") == "error: “unless A and B” can mean two things.");
  CHECK(Read("if A") == "error: This “if” has no “then”.");
  CHECK(Read("A unless B").substr(0, 6) == "error:");
  CHECK(Read("").substr(0, 6) == "error:");
  CHECK(Read("rank A").substr(0, 6) == "error:");
  CHECK(Read("number ships = many").substr(0, 6) == "error:");
  CHECK(Read("number ships = 40").substr(0, 6) == "error:");
  for (const char* line : {"if A then", "not", "rank over", "number =", "[", "]", "((", "if then"})
    if (const auto about = ReadAbout(line, kNothing); !about.ok())
      CHECK_FALSE(about.problems()[0].remedy.empty());
}

TEST_CASE("who says: from outside in, with stance, cue and hedge", "[edit][chain]") {
  const auto voices = ReadChain(
      "author (doubts \"doubts it\") > The region’s newsletter (reports “writes”, hedge "
      "\"reportedly\") > [A, B > C]");
  REQUIRE(voices.ok());
  REQUIRE(voices->size() == 3);
  CHECK((*voices)[0].name == "author");
  CHECK((*voices)[0].stance == Stance::kDoubts);
  CHECK((*voices)[0].cue == "doubts it");
  CHECK((*voices)[1].name == "The region’s newsletter");
  CHECK((*voices)[1].cue == "writes");
  CHECK((*voices)[1].hedge == "reportedly");
  CHECK((*voices)[2].name == "A, B > C");
  CHECK_FALSE((*voices)[2].stance);
  CHECK(ReadChain("")->empty());
  const auto wrong = ReadChain("Ada Quist (shouts)");
  REQUIRE_FALSE(wrong.ok());
  CHECK(wrong.problems()[0].rule == "“shouts” is no stance.");
}

TEST_CASE("ids are made of what people call things", "[edit][id]") {
  std::set<std::string> taken;
  const auto make = [&](Table table, std::string_view words) {
    std::string id = MakeId(table, words, [&](const std::string& x) { return taken.count(x) > 0; });
    taken.insert(id);
    return id;
  };
  CHECK(make(Table::kActors, "Drivers’ union") == "a-drivers-union");
  CHECK(make(Table::kActors, "The region’s newsletter") == "a-the-regions-newsletter");
  CHECK(make(Table::kPropositions, "The night bus runs next year") ==
        "the-night-bus-runs-next-year");
  CHECK(make(Table::kPropositions, "The night bus runs next year") ==
        "the-night-bus-runs-next-year-2");
  CHECK(make(Table::kPropositions, "2027 is better") == "s-2027-is-better");
  CHECK(make(Table::kPropositions, "Война") == "s");
  CHECK(make(Table::kActors, "Élan Vital") == "a-elan-vital");
  CHECK(make(Table::kTopics, "A topic whose name is longer than an id may ever become").size() <=
        40);
  CHECK(NumberedId(Table::kClaims, "lm", 7) == "c-lm-7");
  CHECK(NumberedId(Table::kPassages, "", 3) == "p-3");
  CHECK(Initials("L. M.") == "lm");
}

TEST_CASE("hedges propose a level, and never without a cue", "[edit][hedges]") {
  const auto level = [](std::string_view words, std::string_view language = "en") {
    const LevelProposal one = ProposeLevel(words, language);
    return !one.modality
               ? "none" + std::to_string(one.cues.size())
               : (one.negated ? "not " : "") + std::string(Word(*one.modality)) + ":" + one.cues[0];
  };
  CHECK(level("China will likely wait.") == "likely:will likely");
  CHECK(level("It is very unlikely to end soon.") == "not very_likely:very unlikely");
  CHECK(level("The bus Cannot run") == "not will:Cannot");
  CHECK(level("They cannot rule out a strike") == "possible:cannot rule out");
  CHECK(level("He may go, but she surely stays") == "none2");  // They say different things.
  CHECK(level("He may go, and she might stay") == "possible:may");
  CHECK(level("The mayor goes") == "none0");  // "may" is no whole word there.
  CHECK(level("Das ist kaum möglich?", "de") == "none2");
  CHECK(level("Sie dürfte kommen", "de-AT") == "likely:dürfte");
  CHECK(level("Скорее всего, он придёт", "ru") == "likely:Скорее всего");
  CHECK(level("他很可能会来", "zh-Hans") == "likely:很可能");
  CHECK(level("He will go", "fr") == "none0");
  CHECK(HedgesReviewed("en"));
  CHECK_FALSE(HedgesReviewed("de"));
}

TEST_CASE("the state of a question is renamed by its ids alone", "[edit]") {
  CHECK(RenamedState("on=p-a,p-ab&why=a%3Ep-a&q=p-a", "p-a", "x") == "on=x,p-ab&why=a%3Ex&q=p-a");
  CHECK(RenamedState("pins=p-a@10@20", "p-a", "x") == "pins=x@10@20");
  CHECK(RenamedState("", "p-a", "x").empty());
}

TEST_CASE("lines are split outside brackets and quotation marks", "[edit]") {
  CHECK(SplitWords("a; [b; c]; \"d; e\"; (f; g)", ';') ==
        std::vector<std::string>{"a", "b; c", "\"d; e\"", "(f; g)"});
  CHECK(SplitWords(" ; ;", ';').empty());
}

}  // namespace proviso::edit
