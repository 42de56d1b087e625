#include "core/voice/compare.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

#include "core/canvas/frame.h"
#include "core/reason/level.h"
#include "core/reason/plan.h"
#include "core/state/sides.h"
#include "core/state/update.h"
#include "core/views/compare/model.h"
#include "core/window/around/inspector_model.h"
#include "core/window/build_frame.h"
#include "tests/support/files.h"
#include "tests/support/harbour.h"
#include "tests/support/hostile.h"
#include "tests/support/random_talk.h"
#include "tests/support/say.h"

namespace proviso::view {
namespace {

/// Two texts, that of w and that of x, who speak first and second.
struct Table2 {
  Library library;
  Comparison comparison;

  explicit Table2(Dataset dataset) : library(std::move(dataset)) {
    const CompareSides sides = SidesOf(library, ViewState());
    comparison = Compare(library, sides.a, sides.b);
  }
  explicit Table2(const std::string& lines) : Table2(test::Say(lines)) {}

  const CompareUnit* Of(std::string_view matter) const {
    for (const CompareUnit& unit : comparison.units)
      for (const PropositionId p : unit.matters)
        if (library.dataset[p].id == matter) return &unit;
    return nullptr;
  }
  std::string Class(std::string_view matter) const {
    const CompareUnit* unit = Of(matter);
    return unit == nullptr ? "not listed" : std::string(Word(unit->verdict));
  }
};

/// The class of `aid`, with "*" where both can be true.
std::string Aid(const std::string& lines) {
  const Table2 table(lines);
  const CompareUnit* unit = table.Of("aid");
  if (unit == nullptr) return "not listed";
  return std::string(Word(unit->verdict)) + (unit->both_can_be_true ? "*" : "");
}

/// A dataset in which the coder relates claims, as "contrasts c1 c2".
Dataset Related(const std::string& lines, RelationType type, std::uint32_t from, std::uint32_t to) {
  Dataset dataset = test::Say(lines);
  Relation relation;
  relation.id = dataset.arena.Keep(std::string_view("r-coder"));
  relation.type = type;
  relation.from = ClaimId(from);
  relation.to = ClaimId(to);
  dataset.relations.push_back(relation);
  return dataset;
}

TEST_CASE("what one text alone speaks of is only its own, and silence is no disagreement",
          "[compare]") {
  const Table2 table("w: aid, likely\nx: peace\nw: war\nx: !war, possible");
  CHECK(table.Class("aid") == "only-a");
  CHECK(table.Class("peace") == "only-b");
  CHECK(table.Of("aid")->b.empty());
  CHECK(table.comparison.units.size() == 3);
  CHECK(Aid("w: if tw -> aid, will\nx: tw") == "only-a");
  CHECK(Aid("w: tw\nx: tw") == "not listed");
}

TEST_CASE("levels contradict by the table of the reasoning, on either side", "[compare]") {
  const std::vector<std::string> levels{"will", "very_likely", "likely", "possible"};
  for (std::size_t i = 0; i < 4; ++i)
    for (std::size_t j = 0; j < 4; ++j) {
      const bool clash =
          reason::Clash(static_cast<reason::Deficit>(i), static_cast<reason::Deficit>(j));
      INFO(levels[i] + " against not " + levels[j]);
      const std::string expected = clash ? "contradict" : "agree*";
      CHECK(Aid("w: aid, " + levels[i] + "\nx: !aid, " + levels[j]) == expected);
      CHECK(Aid("w: !aid, " + levels[i] + "\nx: aid, " + levels[j]) == expected);
      CHECK(Aid("w: aid, " + levels[i] + "\nx: aid, " + levels[j]) == "agree");
    }
  CHECK(Aid("w: aid, even\nx: aid, likely") == "contradict");
  CHECK(Aid("w: aid, even\nx: aid, possible") == "agree");
  CHECK(Aid("w: aid, even\nx: aid, even") == "agree");
}

TEST_CASE("what takes no side contradicts nobody", "[compare]") {
  CHECK(Aid("w: aid, uncommitted\nx: !aid, will") == "same-matter");
  CHECK(Aid("w: aid, will [evidence=no-evidence]\nx: !aid, will") == "agree");
  CHECK(Aid("w: aid, will [evidence=no-evidence]\nx: aid, will") == "same-matter");
  CHECK(Aid("w: aid [act=question]\nx: !aid, will") == "same-matter");
  CHECK(Aid("w: aid [kind=normative]\nx: !aid, will") == "same-matter");
}

TEST_CASE("a question, a wish and what a text does not believe agree with nobody", "[compare]") {
  for (const char* told :
       {"w: aid [act=question]", "w: aid [act=demand]", "w: aid [kind=normative]",
        "w disputes > v: aid", "w doubts > v: aid, likely"})
    for (const char* other :
         {"x: aid", "x: !aid", "x: aid [act=question]", "x: aid, uncommitted"}) {
      INFO(told << " / " << other);
      CHECK(Aid(std::string(told) + "\n" + other) == "same-matter");
    }
  CHECK(Aid("w: aid, uncommitted\nx: aid, uncommitted") == "agree");
  // A text that disputes a push does not pull apart from who says the opposite.
  CHECK(Aid("w disputes > v: raises tw -> aid\nx: lowers tw -> aid") == "same-matter");
  // Who holds it says it, whoever tells of it without believing it.
  const Library library(test::Say("w disputes > v: aid\nx: !aid"));
  const auto actor = [&](std::string_view id) { return library.dataset.Find(id); };
  const Comparison holders = Compare(library, actor("v"), actor("x"));
  REQUIRE(holders.units.size() == 1);
  CHECK(holders.units[0].verdict == CompareClass::kContradict);
}

TEST_CASE("a point says on whose word each side has it, and how it is told", "[compare]") {
  const auto words = [](const std::string& lines) {
    const Table2 table(lines);
    return WordsOf(table.library, *table.Of("aid"), "A", "B");
  };
  CHECK(words("w reports > v: raises tw -> aid\nx: aid").verdict ==
        "Same matter (more likely according to v; is so)");
  CHECK(words("w downgrades > v: raises tw -> aid\nx: peace").verdict ==
        "Only A (more likely according to v but ranked lower by w)");
  CHECK(words("w disputes > v: raises tw -> aid\nx: peace").verdict ==
        "Only A (more likely according to v, disputed by w)");
  CHECK(words("w imputes > v: raises tw -> aid\nx: peace").verdict ==
        "Only A (more likely as ascribed to v)");
  CHECK(words("w reports > v: bearsOn tw -> aid\nx: peace").verdict ==
        "Only A (counts according to v)");
  CHECK(words("w: explains aid -> tw, likely\nx: peace").verdict ==
        "Only A (probably its cause, if it comes)");
  const PointWords both = words("w reports > v: aid\nx reports > u: aid");
  CHECK(both.title == "Told by both: aid");
  CHECK(both.verdict == "Agree: told by both (is so according to v; is so according to u)");
  CHECK(words("w reports > v: aid, likely\nx: aid, likely").title ==
        "Told by both: It is likely that aid");
  // One voice or a few stand before what they say; then the verdict need not name them.
  const PointWords two = words("w reports > v: aid\nw reports > u: aid\nx: peace");
  CHECK(two.title == "v and u: aid");
  CHECK(two.verdict == "Only A (is so)");
  CHECK(words("w reports > v: aid [act=demand]\nx: peace").verdict == "Only A (v: demands it)");
  // A link that says how likely keeps its level and its condition.
  CHECK(words("w: if tw -> aid, likely\nx: peace").verdict == "Only A (likely if “tw”)");
  CHECK(words("w: if tw -> aid unless fall, likely\nx: peace").verdict ==
        "Only A (likely if “tw”, unless “fall”)");
  CHECK(words("w: onlyIf tw -> aid\nx: peace").verdict == "Only A (only if “tw”)");
  // Who is quoted as sharing it says it, too; whom it is only ascribed to does not.
  CHECK(words("w reports > v endorses > u: aid\nx: peace").verdict ==
        "Only A (is so, shared by v, passed on)");
  CHECK(words("w imputes > v: aid\nx: peace").verdict == "Only A (is so, ascribed and not said)");
  CHECK(words("w reports > v: !aid [kind=normative]\nx: aid").verdict ==
        "Same matter (v: says it ought not to be so; is so)");
}

TEST_CASE("links contradict under the same conditions only", "[compare]") {
  CHECK(Aid("w: if tw -> aid, will\nx: if tw -> !aid, likely") == "contradict");
  CHECK(Aid("w: if tw & loss -> aid, will\nx: if loss & tw -> !aid, likely") == "contradict");
  CHECK(Aid("w: if tw -> aid, will\nx: if tw & loss -> !aid, will") != "contradict");
  CHECK(Aid("w: if tw -> aid, will\nx: if tw -> !aid unless fall, will") != "contradict");
  CHECK(Aid("w: if tw -> aid, will\nx: !aid, will") != "contradict");
  CHECK(Aid("w: onlyIf tw -> aid, will\nx: if !tw -> aid, likely") == "contradict");
}

TEST_CASE("opposite pulls, and none against a pull, pull apart; both can be true but for one lever",
          "[compare]") {
  CHECK(Aid("w: raises tw -> aid\nx: lowers tw -> aid") == "pull-apart");
  CHECK(Aid("w: raises tw -> aid\nx: noEffect tw -> aid") == "pull-apart");
  CHECK(Aid("w: raises tw -> aid\nx: raises !tw -> aid") == "pull-apart");
  CHECK(Aid("w: raises tw -> aid\nx: raises tw -> !aid") == "pull-apart");
  CHECK(Aid("w: raises tw -> aid\nx: lowers sanc -> aid") == "pull-apart*");
  CHECK(Aid("w: evenIf sanc -> aid, possible\nx: lowers sanc -> aid") == "pull-apart");
  CHECK(Aid("w: raises tw -> aid\nx: lowers !tw -> aid") == "agree");
  // One who pulls both ways is opposed to nobody as a whole.
  CHECK(Aid("w: raises tw -> aid\nx: raises tw -> aid\nx: lowers sanc -> aid") == "same-matter");
  CHECK(Aid("w: if tw -> aid, likely [contrast=no]\nx: lowers tw -> aid") != "pull-apart");
}

TEST_CASE("the same sign under other conditions is the same outcome, under a shared one agreement",
          "[compare]") {
  CHECK(Aid("w: if tw -> aid, will\nx: raises loss -> aid") == "same-outcome");
  CHECK(Aid("w: lowers tw -> aid\nx: lowers loss -> aid") == "same-outcome");
  CHECK(Aid("w: if tw -> aid, will\nx: raises tw -> aid") == "agree");
  CHECK(Aid("w: if tw -> aid, will\nx: if tw & loss -> aid, will") == "agree");
  // Which way is no word on how likely.
  CHECK(Aid("w: raises tw -> aid\nx: aid, likely") == "same-matter");
  CHECK(Aid("w: explains aid -> tw, likely\nx: raises loss -> aid") == "same-outcome");
}

TEST_CASE("who gives no direction, or both, goes no way with the other", "[compare]") {
  CHECK(Aid("w: bearsOn asia -> aid\nx: lowers loss -> aid") == "same-matter");
  CHECK(Aid("w: bearsOn asia -> aid\nx: bearsOn loss -> aid") == "same-matter");
  CHECK(Aid("w: raises tw -> aid\nw: lowers sanc -> aid\nx: raises loss -> aid") == "same-matter");
  CHECK(Aid("w: bearsOn tw -> aid\nx: lowers tw -> aid") == "same-matter");
  CHECK(Aid("w: aid, possible\nx: raises tw -> aid\nx: lowers loss -> aid") == "same-matter");
  CHECK(Aid("w: bearsOn tw -> aid\nw: aid [act=question]\nx: aid\nx: lowers loss -> aid") ==
        "same-matter");
  // That the same condition counts is what both say.
  CHECK(Aid("w: bearsOn tw -> aid\nx: bearsOn tw -> aid") == "agree");
  // So is what both say outright.
  CHECK(Aid("w: bearsOn asia -> aid\nx: lowers loss -> aid\nw: aid\nx: aid") == "agree");
  const Table2 table("w: bearsOn asia -> aid\nx: lowers loss -> aid");
  const PointWords words = WordsOf(table.library, *table.Of("aid"), "A", "B");
  CHECK(words.title == "Both link conditions to it: whether aid");
  CHECK(words.verdict == "Same matter (counts, but which way is not said; less likely)");
}

TEST_CASE("what each text tells from its own side is the same matter and no agreement",
          "[compare]") {
  const auto restated = [](RelationStrength strength, const std::string& more) {
    Dataset dataset = Related("w: aid\nx: arms, likely" + more, RelationType::kRestates, 0, 1);
    dataset.relations.back().strength = strength;
    return Table2(std::move(dataset));
  };
  CHECK(restated(RelationStrength::kFramed, "").Class("aid") == "same-matter");
  CHECK(restated(RelationStrength::kFramed, "").Of("aid")->by_coder);
  CHECK(restated(RelationStrength::kNear, "").Class("aid") == "agree");
  // Where both speak of the matter itself, that counts.
  CHECK(restated(RelationStrength::kFramed, "\nx: aid").Class("aid") == "agree");
}

TEST_CASE("the first class that holds counts", "[compare]") {
  CHECK(Aid("w: aid, will\nx: !aid, will\nw: raises tw -> aid\nx: lowers tw -> aid") ==
        "contradict");
  CHECK(Aid("w: raises tw -> aid\nx: lowers tw -> aid\nw: aid, likely\nx: aid, likely") ==
        "pull-apart");
}

TEST_CASE("the coder's contrast and same outcome override and are named", "[compare]") {
  const std::string same = "w: raises tw -> aid\nx: raises tw -> aid";
  const Table2 contrast(Related(same, RelationType::kContrasts, 0, 1));
  CHECK(contrast.Class("aid") == "pull-apart");
  CHECK(contrast.Of("aid")->by_coder);
  CHECK(contrast.Of("aid")->both_can_be_true);
  CHECK(contrast.Of("aid")->relations.size() == 1);
  const Table2 outcome(Related(same, RelationType::kSameOutcome, 1, 0));
  CHECK(outcome.Class("aid") == "same-outcome");
  CHECK(outcome.Of("aid")->by_coder);
  // A contrast of the coder's hides no contradiction.
  const Table2 clash(Related("w: aid\nx: !aid", RelationType::kContrasts, 0, 1));
  CHECK(clash.Class("aid") == "contradict");
  // What supports or attacks settles nothing.
  const Table2 support(Related(same, RelationType::kSupports, 0, 1));
  CHECK(support.Class("aid") == "agree");
  CHECK(support.Of("aid")->relations.empty());
}

TEST_CASE("what the coder sets side by side is one point, though its matters are two",
          "[compare]") {
  const Table2 joined(Related("w: aid\nx: arms, likely", RelationType::kRestates, 0, 1));
  REQUIRE(joined.comparison.units.size() == 1);
  CHECK(joined.Class("aid") == "agree");
  CHECK(joined.Of("aid")->matters.size() == 2);
  const Table2 apart(Related("w: aid\nx: arms, likely", RelationType::kContrasts, 1, 0));
  CHECK(apart.Class("arms") == "pull-apart");
  CHECK(apart.comparison.units.size() == 1);
  // Where both speak of one matter already, it stays a point of its own and lends its claim.
  const Table2 guest(
      Related("w: motive\nx: if tw -> aid, will\nw: aid, will", RelationType::kContrasts, 0, 1));
  CHECK(guest.comparison.units.size() == 2);
  CHECK(guest.Class("motive") == "pull-apart");
  CHECK(guest.Class("aid") == "same-matter");
  CHECK(guest.Of("motive")->b.size() == 1);
  // An incentive and the deed are no one outcome, whoever sets them side by side.
  const Table2 other(Related("w: raises worse -> motive\nx: if tw -> aid, will",
                             RelationType::kSameOutcome, 0, 1));
  CHECK(other.Class("motive") == "only-a");
  CHECK(other.Class("aid") == "only-b");
}

TEST_CASE("two holders can be compared, and what one endorses is his", "[compare]") {
  const Library library(
      test::Say("w reports > v: aid, will\nx endorses > u: !aid, will\nw doubts > u: peace"));
  const auto actor = [&](const char* id) { return library.dataset.Find(id); };
  const auto word = [&](const char* a, const char* b) {
    for (const CompareUnit& unit : Compare(library, actor(a), actor(b)).units)
      if (library.dataset[unit.matters[0]].id == "aid") return std::string(Word(unit.verdict));
    return std::string("not listed");
  };
  CHECK(word("v", "u") == "contradict");
  CHECK(word("v", "x") == "contradict");
  CHECK(word("w", "x") == "only-b");
  CHECK(ClaimsOfSide(library, actor("u")).size() == 2);
}

TEST_CASE("without sides the first two texts are compared; what is not there is none",
          "[compare]") {
  const Library library = test::Harbour();
  ViewState state;
  CHECK(library.dataset.IdOf(SidesOf(library, state).a) == "d-log");
  CHECK(library.dataset.IdOf(SidesOf(library, state).b) == "d-post");
  state.side_a = "d-post";
  CHECK(library.dataset.IdOf(SidesOf(library, state).b) == "d-log");
  state.side_b = "a-vale";
  CHECK(library.dataset.IdOf(SidesOf(library, state).b) == "a-vale");
  state.side_b = "storm-ends";
  CHECK_FALSE(SidesOf(library, state).b);
}

// The same once more, pair by pair and without any sorting.

std::set<Literal> SetOf(std::span<const Literal> list) { return {list.begin(), list.end()}; }

struct PlainRule {
  std::set<Literal> antecedents, unless;
  Literal head;
  int deficit = 0;  ///< 9: even.
};

std::vector<PlainRule> RulesOf(const Dataset& dataset, const Claim& claim) {
  if (claim.act == Act::kQuestion || claim.act == Act::kDemand ||
      claim.kind == ClaimKind::kNormative || claim.modality == Modality::kUncommitted ||
      claim.modality == Modality::kStated || claim.evidence == Evidence::kNoEvidence)
    return {};
  const int deficit = claim.modality == Modality::kEven ? 9 : static_cast<int>(claim.modality);
  if (claim.about.kind == AboutKind::kProposition) return {{{}, {}, claim.about.literal, deficit}};
  if (claim.about.kind != AboutKind::kCondition) return {};
  const Condition& link = dataset[claim.about.condition];
  if (link.form == Form::kIf || link.form == Form::kEvenIf)
    return {{SetOf(link.antecedents), SetOf(link.unless), link.consequent, deficit}};
  std::vector<PlainRule> rules;
  if (link.form == Form::kOnlyIf)
    for (const Literal needed : link.antecedents)
      rules.push_back({{!needed}, SetOf(link.unless), !link.consequent, deficit});
  return rules;
}

bool Contradict(const PlainRule& a, const PlainRule& b) {
  if (a.antecedents != b.antecedents || a.unless != b.unless ||
      a.head.proposition() != b.head.proposition())
    return false;
  if (a.deficit == 9 || b.deficit == 9) return std::min(a.deficit, b.deficit) <= 2;
  if (a.head == b.head) return false;
  return reason::Clash(static_cast<reason::Deficit>(a.deficit),
                       static_cast<reason::Deficit>(b.deficit));
}

/// A text does not say what somebody in it doubts or disputes.
bool Doubted(const Claim& claim) {
  return std::any_of(claim.attribution.begin(), claim.attribution.end(), [](const Step& step) {
    return step.stance == Stance::kDoubts || step.stance == Stance::kDisputes;
  });
}

bool Contradict(const Dataset& dataset, const CompareUnit& unit, bool text_a, bool text_b) {
  for (const ClaimId a : unit.a)
    for (const ClaimId b : unit.b)
      if (!(text_a && Doubted(dataset[a])) && !(text_b && Doubted(dataset[b])))
        for (const PlainRule& ra : RulesOf(dataset, dataset[a]))
          for (const PlainRule& rb : RulesOf(dataset, dataset[b]))
            if (Contradict(ra, rb)) return true;
  return false;
}

/// The matters of a claim, as words.
std::set<std::string> Matters(const Dataset& dataset, const Claim& claim) {
  std::set<std::string> ids;
  if (claim.about.kind == AboutKind::kProposition)
    ids.insert(std::string(dataset[claim.about.literal.proposition()].id));
  if (claim.about.kind == AboutKind::kCondition) {
    const Condition& link = dataset[claim.about.condition];
    if (link.form == Form::kExplains) {
      for (const Literal effect : link.antecedents)
        ids.insert(std::string(dataset[effect.proposition()].id));
    } else {
      ids.insert(std::string(dataset[link.consequent.proposition()].id));
    }
  }
  if (claim.about.kind == AboutKind::kComparison) {
    const RecordRef more = claim.about.more;
    if (more.table == Table::kPropositions)
      ids.insert(std::string(dataset.IdOf(more)));
    else
      ids.insert(std::string(dataset[dataset.conditions[more.index].consequent.proposition()].id));
  }
  return ids;
}

/// What the claims of one side say outright, plainly: what somebody doubts on the way to the reader
/// is not said, nor what is asked.
std::set<Literal> SaidBy(const Dataset& dataset, const std::vector<ClaimId>& claims) {
  std::set<Literal> said;
  for (const ClaimId id : claims) {
    const Claim& claim = dataset[id];
    const bool outright = claim.about.kind == AboutKind::kProposition && !Doubted(claim) &&
                          claim.act != Act::kQuestion && claim.act != Act::kDemand &&
                          claim.kind != ClaimKind::kNormative &&
                          claim.modality <= Modality::kPossible;
    if (outright) said.insert(claim.about.literal);
  }
  return said;
}

/// No title says what neither side says.
void CheckTitle(const Library& library, const CompareUnit& unit) {
  const Dataset& dataset = library.dataset;
  const std::set<Literal> a = SaidBy(dataset, unit.a), b = SaidBy(dataset, unit.b);
  const PointWords words = WordsOf(library, unit, "A", "B");
  INFO("title: " << words.title << "; verdict: " << words.verdict);
  CHECK_FALSE(words.title.empty());
  CHECK_FALSE(words.verdict.empty());
  for (const Literal literal : words.states) CHECK((a.count(literal) > 0 || b.count(literal) > 0));
  const auto begins = [&](std::string_view with) { return words.title.rfind(with, 0) == 0; };
  for (const PropositionId p : unit.matters) {
    const Literal so{p};
    if (begins("Neither says")) CHECK((a.count(so) == 0 && b.count(so) == 0));
    if (begins("Both say")) CHECK((a.count(words.states[0]) > 0 && b.count(words.states[0]) > 0));
    // A bare label asserts what it names.
    if (begins(dataset[p].label)) CHECK((a.count(so) > 0 || b.count(so) > 0));
  }
}

/// Everything that must hold of any comparison.
void CheckComparison(const Library& library, RecordRef a, RecordRef b) {
  const Dataset& dataset = library.dataset;
  const Comparison comparison = Compare(library, a, b);
  std::set<std::uint32_t> matters;
  for (const CompareUnit& unit : comparison.units) {
    REQUIRE_FALSE(unit.matters.empty());
    CHECK(unit.a.size() + unit.b.size() > 0);
    // One class, and an empty side is never a disagreement.
    CHECK((unit.verdict == CompareClass::kOnlyA) == unit.b.empty());
    CHECK((unit.verdict == CompareClass::kOnlyB) == unit.a.empty());
    for (const PropositionId p : unit.matters) CHECK(matters.insert(p.index()).second);
    CheckTitle(library, unit);
    if (!unit.a.empty() && !unit.b.empty() && !unit.by_coder)
      CHECK((unit.verdict == CompareClass::kContradict) ==
            Contradict(dataset, unit, a.table == Table::kDocuments, b.table == Table::kDocuments));
  }
  // Every claim stands on its side of every matter that it is about.
  for (const bool of_b : {false, true})
    for (const ClaimId id : ClaimsOfSide(library, of_b ? b : a)) {
      const std::set<std::string> wanted = Matters(dataset, dataset[id]);
      std::set<std::string> found;
      for (const CompareUnit& unit : comparison.units) {
        const std::vector<ClaimId>& side = of_b ? unit.b : unit.a;
        if (std::find(side.begin(), side.end(), id) == side.end()) continue;
        for (const PropositionId p : unit.matters) found.insert(std::string(dataset[p].id));
      }
      CHECK(std::includes(found.begin(), found.end(), wanted.begin(), wanted.end()));
    }
  // The other way round it is the mirror.
  const Comparison mirror = Compare(library, b, a);
  REQUIRE(mirror.units.size() == comparison.units.size());
  for (const CompareUnit& unit : comparison.units) {
    const auto same = [&](const CompareUnit& other) {
      return std::find(other.matters.begin(), other.matters.end(), unit.matters[0]) !=
             other.matters.end();
    };
    const auto other = std::find_if(mirror.units.begin(), mirror.units.end(), same);
    REQUIRE(other != mirror.units.end());
    CHECK(other->a == unit.b);
    CHECK(other->b == unit.a);
    const CompareClass expected = unit.verdict == CompareClass::kOnlyA   ? CompareClass::kOnlyB
                                  : unit.verdict == CompareClass::kOnlyB ? CompareClass::kOnlyA
                                                                         : unit.verdict;
    CHECK(other->verdict == expected);
  }
  // Tabs add up, and each shows as many rows as it says.
  Session session;
  session.state.side_a = dataset.IdOf(a);
  session.state.side_b = dataset.IdOf(b);
  const CompareModel all = BuildCompareModel(library, session, comparison);
  REQUIRE(all.ready);
  std::uint32_t both = 0, alone = 0;
  for (const std::vector<CompareTab>* tabs : {&all.both, &all.alone})
    for (const CompareTab& tab : *tabs) {
      if (!tab.key.empty()) (tabs == &all.both ? both : alone) += tab.count;
      if (!tab.key.empty()) CHECK(tab.count > 0);
      session.state.verdict = tab.key;
      const CompareModel shown = BuildCompareModel(library, session, comparison);
      CHECK(shown.rows.size() == std::min<std::size_t>(tab.count, kCompareRows));
      for (const CompareRow& row : shown.rows)
        CHECK(
            (tab.key.empty() ? row.verdict > CompareClass::kOnlyB : Word(row.verdict) == tab.key));
    }
  CHECK(all.both.front().key.empty());
  CHECK(all.both.front().count == both);
  CHECK(both + alone == comparison.units.size());
}

TEST_CASE("whatever is said, every point has one class and every claim its place",
          "[compare][property]") {
  for (std::uint32_t seed = 1; seed <= 150; ++seed) {
    test::Dice dice(seed);
    const int propositions = 3 + static_cast<int>(dice.Below(6));
    std::vector<std::string> lines = test::RandomTalk(&dice, propositions, 10);
    for (std::string line : test::RandomTalk(&dice, propositions, 10)) {
      // The second text has another author and ids of its own.
      line[0] = 'x';
      line.replace(line.find("[id=k"), 5, "[id=m");
      lines.push_back(std::move(line));
    }
    Dataset dataset = test::Say(test::Joined(lines));
    for (std::uint32_t i = 0; i < dice.Below(6); ++i) {
      Relation relation;
      relation.id = dataset.arena.Keep("r-coder-" + std::to_string(i));
      relation.type = static_cast<RelationType>(dice.Below(7));
      relation.from = ClaimId(dice.Below(10));
      relation.to = ClaimId(10 + dice.Below(10));
      if (relation.type == RelationType::kUndercuts) continue;
      dataset.relations.push_back(relation);
    }
    const Library library(std::move(dataset));
    INFO("seed " << seed << "\n" << test::Joined(lines));
    CheckComparison(library, {Table::kDocuments, 0}, {Table::kDocuments, 1});
    const RecordRef v = library.dataset.Find("v"), u = library.dataset.Find("u");
    if (v && u) CheckComparison(library, v, u);
    if (v) CheckComparison(library, {Table::kDocuments, 0}, v);
  }
}

Library Bundled() {
  Result<io::Loaded> loaded = io::Load(test::ReadFile("data/china-military-aid.json"));
  REQUIRE(loaded.ok());
  return Library(std::move(loaded).value().dataset);
}

TEST_CASE("the two bundled texts, point by point", "[compare][bundled]") {
  const Library library = Bundled();
  const CompareSides sides = SidesOf(library, ViewState());
  CheckComparison(library, sides.a, sides.b);
  const Comparison comparison = Compare(library, sides.a, sides.b);
  const auto word = [&](std::string_view matter) {
    for (const CompareUnit& unit : comparison.units)
      for (const PropositionId p : unit.matters)
        if (library.dataset[p].id == matter)
          return std::string(Word(unit.verdict)) + (unit.by_coder ? ", by the coder" : "");
    return std::string("not listed");
  };
  CHECK(word("china-sends-weapons") == "same-matter");
  CHECK(word("china-has-sent-weapons") == "agree");
  CHECK(word("china-considers-weapons") == "agree");
  CHECK(word("china-willing-lethal-aid") == "pull-apart, by the coder");
  CHECK(word("china-incentive-arms") == "only-b");
  // One matter that the texts put in other words, and what they set against each other.
  CHECK(word("us-china-relations-worse-now") == "agree, by the coder");
  // The same matter, but each text from its own side.
  CHECK(word("us-arms-battlefield") == "same-matter, by the coder");
  CHECK(word("russia-depends-tech") == "same-matter, by the coder");
  CHECK(word("china-reason-to-worsen-ties") == "pull-apart, by the coder");
  CHECK(word("china-security-stake") == "pull-apart, by the coder");
  CHECK(word("china-changes-arms-stance") == "pull-apart, by the coder");
  // The news text alone speaks of the old arms trade.
  CHECK(word("arms-coop-resumed") == "only-b");
}

TEST_CASE("a title says what both say, with its polarity", "[compare][bundled]") {
  const Library library = Bundled();
  const CompareSides sides = SidesOf(library, ViewState());
  const Comparison comparison = Compare(library, sides.a, sides.b);
  const auto of = [&](std::string_view matter) {
    for (const CompareUnit& unit : comparison.units)
      for (const PropositionId p : unit.matters)
        if (library.dataset[p].id == matter) return WordsOf(library, unit, "A", "B");
    return PointWords();
  };
  const PointWords sent = of("china-has-sent-weapons");
  CHECK(sent.title.rfind("Neither says that China ", 0) == 0);
  CHECK(sent.verdict.rfind("Agree: neither says so (", 0) == 0);
  CHECK(sent.verdict.find("has not") != std::string::npos);
  CHECK(sent.verdict.find("denied outright") != std::string::npos);
  // It denies other words, from which the coders infer it.
  CHECK(sent.verdict.find("February 2023, as the coders read it") != std::string::npos);
  CHECK(sent.verdict.find("no evidence so far") != std::string::npos);
  const PointWords considering = of("china-considers-weapons");
  CHECK(considering.title.rfind("Told by both: China is considering", 0) == 0);
  CHECK(considering.verdict ==
        "Agree: told by both (stated as fact by Antony J. Blinken; stated as fact by US "
        "intelligence)");
  // What is linked only is not said.
  CHECK(of("us-imposes-consequences").title.rfind("On whether", 0) == 0);
}

TEST_CASE("a title keeps level and polarity, whoever says it", "[compare]") {
  const auto title = [](const std::string& lines) {
    const Table2 table(lines);
    return WordsOf(table.library, *table.Of("aid"), "A", "B").title;
  };
  CHECK(title("w: aid\nx: aid") == "Both say that aid");
  CHECK(title("w: aid, likely\nx: aid, possible") == "Both say it is possible that aid");
  CHECK(title("w: !aid\nx: !aid, likely") == "Neither says that aid");
  CHECK(title("w: aid\nx: !aid") == "They differ on whether aid");
  CHECK(title("w: !aid\nx: peace") == "It is not so that aid");
  CHECK(title("w: aid, likely\nx: peace") == "It is likely that aid");
  CHECK(title("w doubts > v: aid\nx: peace") == "On whether aid");
  CHECK(title("w: raises tw -> aid\nx: lowers tw -> aid") ==
        "They differ on what makes it likelier that aid");
  CHECK(title("w: aid [act=question]\nx: aid") == "On whether aid");
}

TEST_CASE("levels of several matters are told with the names of the matters", "[compare]") {
  Dataset dataset = Related("w: aid\nw: tw, likely\nx: peace", RelationType::kRestates, 0, 2);
  Relation second = dataset.relations.back();
  second.id = dataset.arena.Keep(std::string_view("r-coder-2"));
  second.from = ClaimId(1);
  dataset.relations.push_back(second);
  const Table2 table(std::move(dataset));
  const CompareUnit* unit = table.Of("aid");
  REQUIRE(unit != nullptr);
  REQUIRE(unit->matters.size() == 3);
  CHECK(WordsOf(table.library, *unit, "A", "B").verdict.find("“aid”: is so and “tw”: likely so") !=
        std::string::npos);
}

TEST_CASE("a title asserts no promise, no accusation and no forecast", "[compare]") {
  const auto title = [](const std::string& lines) {
    const Table2 table(lines);
    return WordsOf(table.library, *table.Of("aid"), "A", "B").title;
  };
  CHECK(title("w reports > v: aid [act=promise;kind=prediction]\nx: peace") ==
        "Promised by v: aid");
  CHECK(title("w reports > v: aid [kind=accusation]\nx: peace") == "An accusation by v: aid");
  CHECK(title("w: aid [kind=accusation]\nx: peace") == "An accusation: aid");
  CHECK(title("w reports > v: aid [kind=prediction]\nx: peace") == "Foreseen by v: aid");
  CHECK(title("w: aid [kind=prediction]\nx: peace") == "A forecast: aid");
  CHECK(title("w imputes > v: aid\nx: peace") == "Ascribed to v: aid");
  CHECK(title("w reports > v: aid [kind=fact]\nx: peace") == "v: aid");
}

TEST_CASE("a remark of the coder's is no title, a sentence of both sides is", "[compare]") {
  const auto title = [](std::string_view note) {
    Dataset dataset =
        Related("w: lowers tw -> aid\nx: noEffect sanc -> aid", RelationType::kContrasts, 0, 1);
    dataset.relations.back().note = dataset.arena.Keep(note);
    const Table2 table(std::move(dataset));
    return WordsOf(table.library, *table.Of("aid"), "A", "B").title;
  };
  CHECK(title("Brake against none; both can be true.") ==
        "They differ on what makes it likelier that aid");
  CHECK(title("One counts a brake, one none. Both can be true.") == "One counts a brake, one none");
  for (const Relation& relation : Bundled().dataset.relations)
    if (relation.type == RelationType::kContrasts && !relation.note.empty())
      CHECK(std::string_view(relation.note).substr(0, 4) == "One ");
}

TEST_CASE("a verdict on many links is short, and the lines below it tell whose they are",
          "[compare][bundled]") {
  const Library library = Bundled();
  const CompareSides sides = SidesOf(library, ViewState());
  const Comparison comparison = Compare(library, sides.a, sides.b);
  for (const CompareUnit& unit : comparison.units) {
    if (library.dataset[unit.matters.front()].id != "china-sends-weapons") continue;
    CHECK(WordsOf(library, unit, "A", "B").verdict ==
          "Same matter (9 links: both ways and how likely on a condition; 2 links: counts, but "
          "which way is not said)");
    return;
  }
  FAIL("the outcome is not compared");
}

TEST_CASE("what need not change the outcome is not told as without effect, however briefly",
          "[compare]") {
  const auto verdict = [](const std::string& last) {
    const Table2 table("w: raises tw -> aid\nw: lowers war -> aid\nw: bearsOn sanc -> aid\n" +
                       last + "\nx: peace");
    return WordsOf(table.library, *table.Of("aid"), "A", "B").verdict;
  };
  const std::string even = verdict("w: evenIf dip -> aid, likely");
  CHECK(even.find("4 links: both ways, need not change it") != std::string::npos);
  CHECK(even.find("no effect") == std::string::npos);
  CHECK(verdict("w: noEffect dip -> aid").find("no effect") != std::string::npos);
}

TEST_CASE("the states beside a coder's note stand in the order in which the note speaks",
          "[compare]") {
  const auto words = [](std::uint32_t from, std::uint32_t to) {
    Dataset dataset =
        Related("w: lowers tw -> aid\nx: noEffect sanc -> aid", RelationType::kContrasts, from, to);
    dataset.relations.back().note = dataset.arena.Keep(std::string_view("One denies, one doubts."));
    const Table2 table(std::move(dataset));
    return WordsOf(table.library, *table.Of("aid"), "A", "B");
  };
  CHECK(words(1, 0).title == "One denies, one doubts");
  CHECK(words(1, 0).verdict == "Pull apart (B: no effect; A: less likely)");
  CHECK(words(0, 1).verdict == "Pull apart (A: less likely; B: no effect)");
}

TEST_CASE("sides that speak of different matters have each level under its own matter",
          "[compare]") {
  const auto verdict = [](const char* lines, std::uint32_t from, std::uint32_t to) {
    Dataset dataset = Related(lines, RelationType::kContrasts, from, to);
    dataset.relations.back().note = dataset.arena.Keep(std::string_view("One denies, one doubts."));
    const Table2 table(std::move(dataset));
    return WordsOf(table.library, *table.Of("tw"), "A", "B").verdict;
  };
  CHECK(verdict("w: aid, likely\nx: !tw", 1, 0).find("(B: “tw”: is not so; A: “aid”: likely so)") !=
        std::string::npos);
  CHECK(verdict("w: tw, likely\nx: !tw", 1, 0).find("“tw”:") == std::string::npos);
}

TEST_CASE("each side of a title has a verb of its own, and each clause its “that”", "[compare]") {
  const auto title = [](const std::string& lines) {
    const Table2 table(Related(lines, RelationType::kRestates, 0, 1));
    return WordsOf(table.library, *table.Of("aid"), "A", "B").title;
  };
  CHECK(title("w: aid\nx: tw") == "One says that aid, the other that tw");
  CHECK(title("w reports > v: aid\nx: tw") == "One reports that aid, the other says that tw");
  CHECK(title("w reports > v: aid [kind=accusation]\nx: tw") ==
        "One tells of an accusation that aid, the other says that tw");
  // One word of the side's own makes no other word its own.
  Dataset dataset =
      Related("w reports > v: aid\nx: peace\nw: tw\nw: war", RelationType::kRestates, 0, 1);
  for (const std::uint32_t from : {2u, 3u}) {
    Relation more = dataset.relations.back();
    more.id = dataset.arena.Keep(std::string_view(from == 2 ? "r-coder-2" : "r-coder-3"));
    more.from = ClaimId(from);
    dataset.relations.push_back(more);
  }
  const Table2 table(std::move(dataset));
  CHECK(WordsOf(table.library, *table.Of("aid"), "A", "B").title ==
        "One says that tw and that war and reports that aid, the other says that peace");
}

TEST_CASE("each verdict opens both sides: the matter, then a claim, then its passage",
          "[compare][frame]") {
  const Library library = Bundled();
  Session session;
  session.state.view = ViewId::kCompare;
  session.state.verdict = "agree";
  std::vector<Effect> effects;
  const TableMeasure measure;
  const Frame frame = BuildFrame(library, session, Viewport(), measure);
  const Found verdict = FindItem(frame, "compare/china-considers-weapons/verdict/open");
  REQUIRE(verdict.item != nullptr);
  Update(library, *verdict.item->press, session, effects);
  CHECK(session.state.selection == "china-considers-weapons");
  const std::optional<InspectorModel> model = BuildInspectorModel(library, session);
  REQUIRE(model);
  std::set<std::string> texts;
  for (const RelatedList& list : model->related)
    for (const RelatedRow& row : list.rows)
      for (const Ref& ref : row.refs) {
        texts.insert(ref.letter);
        CHECK_FALSE(ref.passage.empty());
      }
  CHECK(texts == std::set<std::string>{"A", "B"});
  // And each side's claim by itself.
  for (const char* id : {"compare/china-considers-weapons/a/c-b-blinken-considering",
                         "compare/china-considers-weapons/b/c-n-intel-considering"}) {
    const Found claim = FindItem(frame, id);
    REQUIRE(claim.item != nullptr);
    CHECK(claim.item->press->Is<Select>());
    CHECK(claim.item->double_press->Is<OpenPlace>());
    CHECK(claim.item->group == verdict.item->group);
  }
}

TEST_CASE("filters hide claims and points and change no verdict", "[compare]") {
  const Library library = Bundled();
  const CompareSides sides = SidesOf(library, ViewState());
  const Comparison comparison = Compare(library, sides.a, sides.b);
  Session session;
  session.state.claims.filter.values[static_cast<std::size_t>(query::Facet::kDocument)] = {
      "d-blog"};
  const CompareModel model = BuildCompareModel(library, session, comparison);
  CHECK(model.both.front().count < comparison.units.size());
  for (const CompareTab& tab : model.alone) CHECK(tab.key != "only-b");
  bool hidden = false;
  for (const CompareRow& row : model.rows) {
    if (row.id != "china-considers-weapons") continue;
    hidden = true;
    CHECK(row.words == "Agree");
    CHECK(row.told ==
          "Agree: told by both (stated as fact by Antony J. Blinken; stated as fact by US "
          "intelligence)");
    CHECK(row.b.claims.empty());
    CHECK(row.b.silent.empty());
    CHECK(row.b.rest == "1 hidden by filters");
  }
  CHECK(hidden);
}

TEST_CASE("an empty side says whether it is silent or not coded", "[compare]") {
  const Library library = test::Harbour();
  const CompareSides sides = SidesOf(library, ViewState());
  const Comparison comparison = Compare(library, sides.a, sides.b);
  Session session;
  session.state.verdict = "only-b";
  CompareModel model = BuildCompareModel(library, session, comparison);
  REQUIRE_FALSE(model.rows.empty());
  for (const CompareRow& row : model.rows) CHECK(row.a.silent == "says nothing on it");
  session.state.verdict = "only-a";
  model = BuildCompareModel(library, session, comparison);
  REQUIRE_FALSE(model.rows.empty());
  for (const CompareRow& row : model.rows) CHECK(row.b.silent == "not coded");
}

TEST_CASE("it opens on where both speak, what is asked about first, without empty verdicts",
          "[compare][bundled]") {
  const Library library = Bundled();
  const CompareSides sides = SidesOf(library, ViewState());
  const Comparison comparison = Compare(library, sides.a, sides.b);
  const CompareModel model = BuildCompareModel(library, Session(), comparison);
  REQUIRE_FALSE(model.rows.empty());
  CHECK(model.both.front().words == "Where both speak");
  CHECK(model.both.front().chosen);
  CHECK(model.rows.front().id == "china-sends-weapons");
  for (const CompareTab& tab : model.both) CHECK(tab.key != "contradict");
  // Of what is equally near, what is apart stands before what agrees.
  std::size_t agree = 0, apart = 0;
  for (std::size_t i = 1; i < model.rows.size(); ++i) {
    if (model.rows[i].verdict == CompareClass::kPullApart && apart == 0) apart = i;
    if (model.rows[i].verdict == CompareClass::kAgree && agree == 0) agree = i;
  }
  CHECK(apart > 0);
  CHECK(apart < agree);
  const auto sent = std::find_if(model.rows.begin(), model.rows.end(), [](const CompareRow& row) {
    return row.id == "china-has-sent-weapons";
  });
  REQUIRE(sent != model.rows.end());
  CHECK(sent->title.rfind("Neither says that", 0) == 0);
  CHECK(sent->notes.front() == "No evidence is not a no");
}

TEST_CASE("a claim says who, how it reaches us, how likely and which way", "[compare]") {
  const Table2 table(
      "w: aid, likely\nx doubts > v: !aid, will\nw reports > v reports > u: raises tw -> aid\n"
      "x endorses > u: aid, uncommitted [evidence=no-evidence]");
  const CompareModel model = BuildCompareModel(table.library, Session(), table.comparison);
  REQUIRE(model.rows.size() == 1);
  const auto of = [](const CompareCell& cell, std::string_view voice) -> const CompareClaim* {
    for (const CompareClaim& claim : cell.claims)
      if (claim.voice == voice) return &claim;
    return nullptr;
  };
  const CompareClaim* own = of(model.rows[0].a, "w");
  REQUIRE(own != nullptr);
  CHECK(own->mark.distance == Distance::kOwn);
  CHECK(own->level == "likely so");
  CHECK(own->likely);
  CHECK(own->strength.in_favour == 2);
  // Who only passes it on the mark says; the twin tells all.
  const CompareClaim* passed = of(model.rows[0].a, "u");
  REQUIRE(passed != nullptr);
  CHECK(passed->mark.distance == Distance::kPassedOn);
  CHECK(passed->told != passed->voice);
  CHECK_FALSE(passed->likely);
  CHECK(passed->level == "more likely");
  CHECK(passed->sign.sign == Sign::kMore);
  const CompareClaim* doubted = of(model.rows[0].b, "v, doubted");
  REQUIRE(doubted != nullptr);
  CHECK(doubted->mark.doubted);
  CHECK_FALSE(doubted->likely);
  const CompareClaim* none = of(model.rows[0].b, "u, endorsed");
  REQUIRE(none != nullptr);
  CHECK(none->strength.ruler == Ruler::kRing);
}

TEST_CASE("agreement says what it leaves apart", "[compare]") {
  const auto notes = [](const std::string& lines) {
    const Table2 table(lines);
    const CompareModel model = BuildCompareModel(table.library, Session(), table.comparison);
    REQUIRE(model.rows.size() == 1);
    return model.rows[0].notes;
  };
  using Notes = std::vector<std::string>;
  CHECK(notes("w: aid, likely\nx: aid, possible") == Notes{"How firmly differs"});
  CHECK(notes("w: aid\nx: aid").empty());
}

TEST_CASE("one text open says what is missing and offers the choice", "[compare]") {
  const Library library(test::Say("w: aid\nw reports > v: !aid"));
  Session session;
  session.state.view = ViewId::kCompare;
  const Frame frame = BuildFrame(library, session, Viewport(), TableMeasure());
  const Found empty = FindItem(frame, "compare/empty");
  REQUIRE(empty.item != nullptr);
  CHECK(empty.item->name.rfind("Open a second text to compare", 0) == 0);
  const Found remedy = FindItem(frame, "compare/remedy");
  REQUIRE(remedy.item != nullptr);
  CHECK((remedy.item->press)->As<ShowDialog>()->dialog == Dialog::kSides);
  session.state.side_a = session.state.side_b = "v";
  CHECK(FindItem(BuildFrame(library, session, Viewport(), TableMeasure()), "compare/empty")
            .item->name.find("the same") != std::string::npos);
  session.state.side_a = "gone";
  CHECK(FindItem(BuildFrame(library, session, Viewport(), TableMeasure()), "compare/empty")
            .item->name.find("gone") != std::string::npos);
}

TEST_CASE("100,000 claims are compared, and a long list says where it ends", "[compare][scale]") {
  const Library library = test::HostileLibrary(100'000);
  const CompareSides sides = SidesOf(library, ViewState());
  const Comparison comparison = Compare(library, sides.a, sides.b);
  std::size_t claims = 0;
  for (const CompareUnit& unit : comparison.units) claims += unit.a.size() + unit.b.size();
  CHECK(claims > 10'000);
  // As many matters as claims.
  std::string lines;
  for (int i = 0; i < 700; ++i)
    lines += (i % 2 == 0 ? "w: z" : "x: z") + std::to_string(i) + ", likely\n";
  const Table2 many(lines);
  Session session;
  CompareModel model = BuildCompareModel(many.library, session, many.comparison);
  CHECK(model.both.front().count == 0);
  CHECK(model.empty == "No point of this kind.");
  REQUIRE(model.empty_remedy);
  CHECK(model.empty_remedy->words == "Only A 350");
  session.state.verdict = "only-a";
  model = BuildCompareModel(many.library, session, many.comparison);
  CHECK(model.rows.size() == kCompareRows);
  CHECK(model.cut.rfind("These are the first 300 of 350.", 0) == 0);
  // Only what is in sight is laid out, wherever it is scrolled to.
  session.state.view = ViewId::kCompare;
  for (const float y : {0.0f, 9000.0f, 1e9f}) {
    session.scroll["stage"] = y;
    const Frame frame = BuildFrame(many.library, session, Viewport(), TableMeasure());
    std::size_t rows = 0;
    for (const Panel& panel : frame.panels)
      for (const Item& item : panel.scene.items) rows += item.role == ItemRole::kRow ? 1 : 0;
    CHECK(rows > 6);
    CHECK(rows < 80);
  }
}

TEST_CASE("any two texts or holders can be chosen, and the chosen change places",
          "[compare][session]") {
  const Library library = test::Harbour();
  Session session;
  session.state.view = ViewId::kCompare;
  std::vector<Effect> effects;
  SidesModel model = BuildSidesModel(library, session);
  CHECK(model.texts.size() == 2);
  CHECK(model.texts[0].is_a);
  CHECK(model.texts[1].is_b);
  std::set<std::string> holders;
  for (const SideChoice& choice : model.holders) holders.insert(choice.id);
  CHECK(holders ==
        std::set<std::string>{"a-clerk", "a-crew", "a-editor", "a-guild", "a-island", "a-vale"});
  Update(library, model.texts[1].as_a, session, effects);
  CHECK(session.state.side_a == "d-post");
  CHECK(session.state.side_b == "d-log");
  model = BuildSidesModel(library, session);
  Update(library, model.holders.back().as_b, session, effects);
  CHECK(session.state.side_b == model.holders.back().id);
  Update(library, Undo{}, session, effects);
  Update(library, Undo{}, session, effects);
  CHECK(session.state.side_a.empty());
}

}  // namespace
}  // namespace proviso::view
