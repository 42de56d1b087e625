#include "core/query/facets.h"

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/query/facet_value.h"
#include "tests/core/query/shown_facets.h"
#include "tests/support/random_talk.h"

namespace proviso::query {
namespace {

TEST_CASE("without a filter every claim passes and every value is counted", "[query][facets]") {
  DatasetMaker make = ThreeClaims();
  const FacetTable table(make.dataset());
  CHECK(ClaimFilter().empty());
  CHECK(Found(table, {}) == Numbers{0, 1, 2});
  CHECK(Shown(table, {}, Facet::kHolder) == Strings{"a1=2", "a2=1"});
  CHECK(Shown(table, {}, Facet::kModality) == Strings{"likely=2", "stated=1"});
  CHECK(Shown(table, {}, Facet::kForm) == Strings{"none=3"});
}

TEST_CASE("a claim of two topics counts under both and passes with either", "[query][facets]") {
  DatasetMaker make = ThreeClaims();
  const FacetTable table(make.dataset());
  CHECK(Shown(table, {}, Facet::kTopic) == Strings{"none=1", "t1=1", "t2=2"});
  ClaimFilter filter;
  Of(filter, Facet::kTopic) = {"t1"};
  CHECK(Found(table, filter) == Numbers{0});
  Of(filter, Facet::kTopic) = {"t2"};
  CHECK(Found(table, filter) == Numbers{0, 2});
  Of(filter, Facet::kTopic) = {"none"};
  CHECK(Found(table, filter) == Numbers{1});
}

TEST_CASE("counting by first topic gives each claim one topic", "[query][facets]") {
  DatasetMaker make = ThreeClaims();
  const FacetTable table(make.dataset(), TopicsOfClaim::kFirst);
  CHECK(Shown(table, {}, Facet::kTopic) == Strings{"none=1", "t1=1", "t2=1"});
}

TEST_CASE("a facet's own filter does not lower its counts", "[query][facets]") {
  DatasetMaker make = ThreeClaims();
  const FacetTable table(make.dataset());
  ClaimFilter filter;
  Of(filter, Facet::kHolder) = {"a2"};
  CHECK(Shown(table, filter, Facet::kHolder) == Strings{"a1=2", "a2=1*"});
  CHECK(Shown(table, filter, Facet::kModality) == Strings{"likely=1", "stated=0"});
}

TEST_CASE("values are OR inside a facet and AND between facets", "[query][facets]") {
  DatasetMaker make = ThreeClaims();
  const FacetTable table(make.dataset());
  ClaimFilter filter;
  Of(filter, Facet::kHolder) = {"a1", "a2"};
  CHECK(Found(table, filter) == Numbers{0, 1, 2});
  Of(filter, Facet::kModality) = {"likely"};
  CHECK(Found(table, filter) == Numbers{0, 2});
  Of(filter, Facet::kTopic) = {"t1"};
  CHECK(Found(table, filter) == Numbers{0});
  CHECK_FALSE(filter.empty());
}

TEST_CASE("a value that no claim has passes nothing and is not known", "[query][facets]") {
  DatasetMaker make = ThreeClaims();
  const FacetTable table(make.dataset());
  ClaimFilter filter;
  Of(filter, Facet::kHolder) = {"a9"};
  CHECK(Found(table, filter).empty());
  CHECK(Shown(table, filter, Facet::kHolder) == Strings{"a1=2", "a2=1"});
  CHECK(Shown(table, filter, Facet::kTopic) == Strings{"none=0", "t1=0", "t2=0"});
  CHECK_FALSE(table.Knows(Facet::kHolder, "a9"));
  CHECK(table.Knows(Facet::kHolder, "a2"));
  Of(filter, Facet::kHolder).push_back("a2");
  CHECK(Found(table, filter) == Numbers{2});
}

TEST_CASE("the year is that of the claim, else of its document, also of an open date",
          "[query][facets]") {
  DatasetMaker make;
  const ActorId actor = make.AddActor("Actor");
  const PassageId dated = make.AddPassage(make.AddDocument("Dated", "2023-03~"));
  const PassageId undated = make.AddPassage(make.AddDocument("Undated"));
  make.AddClaim(actor, dated);
  make[make.AddClaim(actor, dated)].as_of = "2021-05/..";
  make[make.AddClaim(actor, dated)].as_of = "../2020";
  make.AddClaim(actor, undated);
  const FacetTable table(make.dataset());
  CHECK(Shown(table, {}, Facet::kYear) == Strings{"2020=1", "2021=1", "2023=1", "none=1"});
}

TEST_CASE("a dataset without claims has no values, and counting it is no error",
          "[query][facets]") {
  const Dataset dataset;
  const FacetTable table(dataset);
  ClaimFilter filter;
  Of(filter, Facet::kAct) = {"threat"};
  CHECK(Found(table, {}).empty());
  CHECK(Found(table, filter).empty());
  for (const auto& values : table.Count(filter)) CHECK(values.empty());
}

/// The values of a claim under a facet, straight from the records.
std::set<std::string> ValuesOf(const Dataset& dataset, const Claim& claim, Facet facet) {
  switch (facet) {
    case Facet::kHolder:
      return {std::string(dataset[claim.holder()].id)};
    case Facet::kDocument:
      return {std::string(dataset[dataset[claim.passages[0]].document].id)};
    case Facet::kTopic: {
      std::set<std::string> topics;
      for (TopicId topic : claim.topics) topics.emplace(dataset[topic].id);
      if (topics.empty()) topics.insert("none");
      return topics;
    }
    case Facet::kProposition: {
      std::set<PropositionId> about;
      const auto add = [&about](Literal literal) { about.insert(literal.proposition()); };
      if (claim.about.kind == AboutKind::kProposition && claim.about.literal)
        add(claim.about.literal);
      if (claim.about.kind == AboutKind::kCondition) {
        const Condition& condition = dataset[claim.about.condition];
        for (const Literal literal : condition.antecedents) add(literal);
        for (const Literal literal : condition.unless) add(literal);
        add(condition.consequent);
      }
      std::set<std::string> ids;
      for (const PropositionId id : about) {
        ids.emplace(dataset[id].id);
        for (const Near& near : dataset[id].near) ids.emplace(dataset[near.to].id);
      }
      if (ids.empty()) ids.insert("none");
      return ids;
    }
    case Facet::kDirection: {
      if (claim.about.kind != AboutKind::kCondition || claim.modality == Modality::kEven ||
          claim.modality == Modality::kUncommitted || claim.act == Act::kQuestion ||
          claim.act == Act::kDemand || claim.kind == ClaimKind::kNormative)
        return {"none"};
      const Condition& condition = dataset[claim.about.condition];
      const bool up = (condition.form == Form::kLowers) == condition.consequent.negated();
      return {up ? "more" : "less"};  // Of the three forms that this test makes.
    }
    case Facet::kStance: {
      if (claim.attribution.size() == 1) return {"asserts"};
      std::set<std::string> stances;
      for (const Step& step : claim.attribution.first(claim.attribution.size() - 1))
        stances.emplace(Word(step.stance));
      return stances;
    }
    case Facet::kEvidence:
      if (!claim.has_evidence()) return {"none"};
      return {std::string(Word(claim.evidence))};
    case Facet::kModality:
      return {std::string(Word(claim.modality))};
    case Facet::kAct:
      return {std::string(Word(claim.act))};
    case Facet::kKind:
      return {std::string(Word(claim.kind))};
    case Facet::kForm:
      if (claim.about.kind != AboutKind::kCondition) return {"none"};
      return {std::string(Word(dataset[claim.about.condition].form))};
    case Facet::kYear:
      return {std::string(claim.as_of.substr(0, 4))};
  }
  return {};
}

TEST_CASE("under random filters claims and counts equal a recount of the records",
          "[query][facets][property]") {
  std::mt19937 random(20240607);
  const auto below = [&](std::size_t n) { return static_cast<std::uint32_t>(random() % n); };
  // 700 holders and 300 documents have many values, each kept another way than the few; 1,000
  // claims do not fill the last word of a set of bits.
  DatasetMaker make;
  std::vector<ActorId> actors;
  std::vector<PassageId> passages;
  std::vector<TopicId> topics;
  std::vector<ConditionId> conditions;
  for (int i = 0; i < 700; ++i) actors.push_back(make.AddActor("Actor"));
  for (int i = 0; i < 300; ++i) passages.push_back(make.AddPassage(make.AddDocument("Title")));
  for (int i = 0; i < 12; ++i) topics.push_back(make.AddTopic("Topic"));
  std::vector<PropositionId> propositions;
  for (int i = 0; i < 90; ++i) propositions.push_back(make.AddProposition("Proposition"));
  for (int i = 0; i < 90; i += 3)
    make.dataset().propositions[static_cast<std::size_t>(i)].near =
        make.Keep({Near{propositions[below(90)], Nearness::kMotive},
                   Near{propositions[below(90)], Nearness::kWider}});
  for (int i = 0; i < 60; ++i) {
    const std::size_t cause = below(90);
    conditions.push_back(
        make.AddCondition(std::array{Form::kIf, Form::kRaises, Form::kLowers}[below(3)],
                          {Literal(propositions[cause]), Literal(propositions[(cause + 7) % 90])},
                          Literal(propositions[(cause + 1 + below(80)) % 90], below(2) == 0)));
  }
  for (int i = 0; i < 1000; ++i) {
    const ActorId holder = actors[below(3) == 0 ? below(700) : below(5)];
    Claim& claim = make[make.AddClaim(holder, passages[below(300)])];
    std::vector<TopicId> chosen;
    for (std::uint32_t n = below(4); n > 0; --n) chosen.push_back(topics[below(12)]);
    claim.topics = make.dataset().arena.Keep(chosen);
    claim.modality = static_cast<Modality>(below(7));
    claim.act = static_cast<Act>(below(3) == 0 ? below(7) : 0);
    claim.kind = static_cast<ClaimKind>(below(8));
    claim.as_of = make.Keep(std::to_string(2000 + below(20)));
    if (below(2) == 0) {
      claim.about.kind = AboutKind::kCondition;
      claim.about.condition = conditions[below(60)];
    } else if (below(2) == 0) {
      claim.about.literal = Literal(propositions[below(90)]);
    }
    std::vector<Step> steps(1 + below(3), claim.attribution[0]);
    for (std::size_t k = 0; k + 1 < steps.size(); ++k)
      steps[k].stance = static_cast<Stance>(1 + below(7));
    claim.attribution = make.dataset().arena.Keep(steps);
    if (below(3) == 0) {
      claim.evidence = static_cast<Evidence>(below(7));
      claim.given.add(Claim::kEvidence);
    }
  }
  const Dataset& dataset = make.dataset();
  const FacetTable table(dataset);

  std::vector<std::array<std::set<std::string>, kFacetCount>> values;
  for (const Claim& claim : dataset.claims) {
    values.emplace_back();
    for (std::size_t f = 0; f < kFacetCount; ++f)
      values.back()[f] = ValuesOf(dataset, claim, static_cast<Facet>(f));
  }

  for (int round = 0; round < 60; ++round) {
    ClaimFilter filter;
    for (std::uint32_t n = below(5); n > 0; --n) {
      const std::size_t f = below(kFacetCount);
      for (std::uint32_t k = 1 + below(6); k > 0; --k) {
        const auto& some = values[below(values.size())][f];
        filter.values[f].push_back(*some.begin());
      }
    }
    const auto passes = [&](std::size_t claim, std::size_t but) {
      for (std::size_t f = 0; f < kFacetCount; ++f) {
        if (f == but || filter.values[f].empty()) continue;
        if (std::none_of(filter.values[f].begin(), filter.values[f].end(),
                         [&](const std::string& v) { return values[claim][f].count(v) > 0; }))
          return false;
      }
      return true;
    };
    Numbers expected;
    std::array<std::map<std::string, std::uint32_t>, kFacetCount> counts;
    for (std::uint32_t claim = 0; claim < values.size(); ++claim) {
      if (passes(claim, kFacetCount)) expected.push_back(claim);
      for (std::size_t f = 0; f < kFacetCount; ++f)
        for (const std::string& value : values[claim][f]) {
          std::uint32_t& count = counts[f][value];
          if (passes(claim, f)) ++count;
        }
    }
    REQUIRE(Found(table, filter) == expected);
    const auto counted = table.Count(filter);
    for (std::size_t f = 0; f < kFacetCount; ++f) {
      std::map<std::string, std::uint32_t> shown;
      for (const FacetValue& value : counted[f]) shown.emplace(value.value, value.count);
      REQUIRE(shown == counts[f]);
      REQUIRE(std::is_sorted(counted[f].begin(), counted[f].end(),
                             [](const auto& a, const auto& b) { return a.value < b.value; }));
    }
  }
}

TEST_CASE("cells count the claims with each combination of values, a claim once a topic",
          "[query][facets]") {
  DatasetMaker make = ThreeClaims();
  const FacetTable table(make.dataset());
  std::vector<std::string> shown;
  std::vector<FacetCell> cells =
      table.CountCells({Facet::kHolder, Facet::kTopic, Facet::kModality});
  for (const FacetCell& cell : cells)
    shown.push_back(std::string(table.values(Facet::kHolder)[cell.codes[0]]) + " " +
                    std::string(table.values(Facet::kTopic)[cell.codes[1]]) + " " +
                    std::string(table.values(Facet::kModality)[cell.codes[2]]) + "=" +
                    std::to_string(cell.count));
  CHECK(shown == Strings{"a1 none stated=1", "a1 t1 likely=1", "a1 t2 likely=1", "a2 t2 likely=1"});
}

TEST_CASE("cells of many possible combinations are those that claims have, rising",
          "[query][facets]") {
  DatasetMaker make;
  for (int i = 0; i < 60; ++i) {
    const PassageId passage = make.AddPassage(make.AddDocument("Title", "2023"));
    const ActorId holder = make.AddActor("Actor");
    const TopicId topic = make.AddTopic("Topic");
    for (int k = 0; k <= i % 2; ++k)
      make[make.AddClaim(holder, passage)].topics = make.Keep({topic});
  }
  const FacetTable table(make.dataset());
  const auto cells = table.CountCells({Facet::kHolder, Facet::kDocument, Facet::kTopic});
  REQUIRE(cells.size() == 60);
  CHECK(std::is_sorted(cells.begin(), cells.end(),
                       [](const auto& a, const auto& b) { return a.codes < b.codes; }));
  for (const FacetCell& cell : cells) {
    const auto number = [&](Facet facet, std::size_t i) {
      return table.values(facet)[cell.codes[i]].substr(1);
    };
    CHECK(number(Facet::kHolder, 0) == number(Facet::kDocument, 1));
    CHECK(number(Facet::kHolder, 0) == number(Facet::kTopic, 2));
    CHECK(cell.count == 1 + (std::stoul(std::string(number(Facet::kHolder, 0))) - 1) % 2);
  }
}

TEST_CASE("cells of random claims in any three facets are those of a plain count",
          "[query][facets]") {
  test::Dice dice(17);
  for (int round = 0; round < 40; ++round) {
    DatasetMaker make;
    std::vector<PassageId> passages;
    std::vector<ActorId> actors;
    std::vector<TopicId> topics;
    for (std::uint32_t i = 0, n = 1 + dice.Below(4); i < n; ++i)
      passages.push_back(make.AddPassage(make.AddDocument("Title", "202" + std::to_string(i))));
    for (std::uint32_t i = 0, n = 1 + dice.Below(90); i < n; ++i)
      actors.push_back(make.AddActor("Actor"));
    for (std::uint32_t i = 0, n = 1 + dice.Below(6); i < n; ++i)
      topics.push_back(make.AddTopic("Topic"));
    for (std::uint32_t i = 0, n = dice.Below(300); i < n; ++i) {
      const ActorId holder = dice.Pick(actors);
      const ClaimId id = make.AddClaim(holder, dice.Pick(passages));
      make[id].modality = static_cast<Modality>(dice.Below(7));
      const TopicId first = dice.Pick(topics), second = dice.Pick(topics);
      if (dice.Chance(40)) make[id].topics = make.Keep({first});
      if (dice.Chance(20)) make[id].topics = make.Keep({first, second});
      const ActorId teller = dice.Pick(actors), before = dice.Pick(actors);
      Step a, b, c;
      a.actor = teller, b.actor = before, c.actor = holder;
      a.stance = static_cast<Stance>(dice.Below(8));
      b.stance = static_cast<Stance>(dice.Below(8));
      if (dice.Chance(50)) make[id].attribution = make.Keep({a, b, c});
    }
    const FacetTable table(make.dataset());
    const std::array<Facet, 5> all{Facet::kHolder, Facet::kTopic, Facet::kModality, Facet::kStance,
                                   Facet::kYear};
    for (int pick = 0; pick < 6; ++pick) {
      const std::uint32_t first = dice.Below(5), step = 1 + dice.Below(2);
      const std::array<Facet, 3> facets{all[first], all[(first + step) % 5],
                                        all[(first + 2 * step) % 5]};
      std::map<std::array<std::uint32_t, 3>, std::uint32_t> plain;
      for (const Claim& claim : make.dataset().claims) {
        std::array<ClaimValues, 3> of;
        for (std::size_t f = 0; f < 3; ++f) GetValues(make.dataset(), claim, facets[f], &of[f]);
        const auto code = [&](std::size_t f, std::string_view value) {
          const auto& values = table.values(facets[f]);
          return static_cast<std::uint32_t>(std::find(values.begin(), values.end(), value) -
                                            values.begin());
        };
        for (const auto x : of[0].values)
          for (const auto y : of[1].values)
            for (const auto z : of[2].values) ++plain[{code(0, x), code(1, y), code(2, z)}];
      }
      const std::vector<FacetCell> cells = table.CountCells(facets);
      REQUIRE(cells.size() == plain.size());
      auto expected = plain.begin();
      for (const FacetCell& cell : cells) {
        REQUIRE(cell.codes == expected->first);
        REQUIRE(cell.count == expected->second);
        ++expected;
      }
    }
  }
}

}  // namespace
}  // namespace proviso::query
