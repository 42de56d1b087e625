#include "core/merge/merge.h"

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "core/io/drafts.h"
#include "core/io/save.h"
#include "core/merge/agree.h"
#include "core/merge/diff.h"
#include "tests/support/files.h"

namespace proviso::merge {
namespace {

using Catch::Approx;
using test::ReadFile;

Dataset Open(const std::string& bytes) {
  auto loaded = io::Load(bytes);
  REQUIRE(loaded.ok());
  return std::move(loaded->dataset);
}
Dataset Lm() { return Open(ReadFile("tests/golden/night-bus/night-bus.json")); }
Dataset Km() { return Open(ReadFile("tests/golden/night-bus/night-bus-km.json")); }

const FieldAgreement& Field(const Agreement& agreement, std::string_view name) {
  for (const FieldAgreement& field : agreement.fields)
    if (field.field == name) return field;
  FAIL("no field " << name);
  return agreement.fields[0];
}

}  // namespace

TEST_CASE("alpha of the published example", "[merge][alpha][golden]") {
  // Four observers, twelve units; 0 stands for nothing said. Krippendorff 2011, section C.
  const int observers[4][12] = {{1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0},
                                {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3},
                                {0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0},
                                {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0}};
  std::vector<Unit> units(12);
  for (std::size_t u = 0; u < 12; ++u)
    for (const auto& observer : observers)
      units[u].push_back(observer[u] == 0 ? std::nullopt
                                          : std::optional<std::int32_t>(observer[u]));
  CHECK(*Alpha(units, Distance::Nominal()) == Approx(0.743).margin(0.0005));
  CHECK(*Alpha(units, Distance::Ordinal(units)) == Approx(0.815).margin(0.0005));
  CHECK(*Alpha(units, Distance::Interval()) == Approx(0.849).margin(0.0005));
}

TEST_CASE("alpha cannot be said of one value, and is 0 for chance", "[merge][alpha]") {
  CHECK_FALSE(Alpha({{1, 1}, {1, 1}}, Distance::Nominal()));
  CHECK_FALSE(Alpha({}, Distance::Nominal()));
  CHECK_FALSE(Alpha({{1, std::nullopt}, {std::nullopt, 2}}, Distance::Nominal()));
  CHECK(*Alpha({{1, 1}, {2, 2}}, Distance::Nominal()) == 1);
  CHECK(*Alpha({{1, 2}, {2, 1}}, Distance::Nominal()) < 0);
}

TEST_CASE("drawing again gives the same interval everywhere, around alpha", "[merge][alpha]") {
  std::vector<Unit> units;
  for (int i = 0; i < 40; ++i) units.push_back({i % 3, i % 7 == 0 ? (i + 1) % 3 : i % 3});
  const auto one = Resample(units, false, Distance::Nominal(), 500, 42);
  const auto two = Resample(units, false, Distance::Nominal(), 500, 42);
  REQUIRE(one);
  CHECK(one->low == two->low);
  CHECK(one->low < *Alpha(units, Distance::Nominal()));
  CHECK(one->high > *Alpha(units, Distance::Nominal()));
}

TEST_CASE("the assignment is the one with the largest sum", "[merge][property]") {
  CHECK(Assign({{1, 2}, {2, 3.5}}) == std::vector<int>{0, 1});
  CHECK(Assign({{3, 2}, {2, 0}}) == std::vector<int>{1, 0});
  CHECK(Assign({{0}}) == std::vector<int>{-1});
  CHECK(Assign({{1}, {2}}) == std::vector<int>{-1, 0});
  std::uint64_t state = 9;
  for (int round = 0; round < 200; ++round) {  // Against trying all.
    std::vector<std::vector<double>> weights(4, std::vector<double>(4));
    for (auto& row : weights)
      for (double& weight : row) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        weight = static_cast<double>(state >> 60);
      }
    std::vector<int> order{0, 1, 2, 3};
    double best = 0;
    do {
      double sum = 0;
      for (std::size_t i = 0; i < 4; ++i) sum += weights[i][static_cast<std::size_t>(order[i])];
      best = std::max(best, sum);
    } while (std::next_permutation(order.begin(), order.end()));
    double sum = 0;
    const auto chosen = Assign(weights);
    for (std::size_t i = 0; i < 4; ++i)
      if (chosen[i] >= 0) sum += weights[i][static_cast<std::size_t>(chosen[i])];
    CHECK(sum == Approx(best));
  }
}

TEST_CASE("two codings of the worked example agree as far as the second reading says",
          "[merge][golden]") {
  const Dataset lm = Lm(), km = Km();
  const auto agreement = Agree(lm, km, 100);
  REQUIRE(agreement.ok());
  const Matching& m = agreement->matching;
  CHECK(m.pairs.size() == 9);
  REQUIRE(m.only_a.size() == 1);
  REQUIRE(m.only_b.size() == 1);
  CHECK(lm[m.only_a[0]].id == "c-lm-8");
  CHECK(km[m.only_b[0]].id == "c-km-8");
  CHECK(m.marked_a + m.marked_b - m.both == 740);
  CHECK(m.both == 529);
  CHECK(m.text_size == 855);
  CHECK(*agreement->place_alpha == Approx(0.356).margin(0.0005));
  const auto check = [&](const char* name, std::size_t same, std::size_t pairs, double alpha) {
    INFO(name);
    const FieldAgreement& field = Field(*agreement, name);
    CHECK(field.same == same);
    CHECK(field.pairs == pairs);
    REQUIRE(field.alpha);
    CHECK(*field.alpha == Approx(alpha).margin(0.0005));
  };
  check("holder", 8, 9, 0.872);
  check("voices", 8, 9, 0.872);
  check("kind of link", 8, 9, 0.870);
  check("so or not so", 9, 9, 1);
  check("has a level", 9, 9, 1);
  check("how firmly", 6, 7, 0.983);
  check("act", 8, 9, 0.485);
  check("kind", 9, 9, 1);
  check("evidence", 9, 9, 1);
  check("topics", 9, 9, 1);
}

TEST_CASE("figures do not depend on who is named first", "[merge][property]") {
  const auto one = Agree(Lm(), Km(), 0), other = Agree(Km(), Lm(), 0);
  REQUIRE(one.ok());
  REQUIRE(other.ok());
  for (std::size_t i = 0; i < one->fields.size(); ++i) {
    CHECK(one->fields[i].same == other->fields[i].same);
    CHECK(one->fields[i].alpha.value_or(-9) == Approx(other->fields[i].alpha.value_or(-9)));
  }
}

TEST_CASE("a coding merged with itself is itself", "[merge]") {
  for (const char* name : {"tests/golden/night-bus/night-bus.json", "data/samples/everything.json",
                           "data/samples/worked-example.json"}) {
    INFO(name);
    const Dataset one = Open(ReadFile(name));
    const auto merged = Merge(one, one, {});
    REQUIRE(merged.ok());
    CHECK(merged->bytes == io::Save(one));
    CHECK(merged->undecided == 0);
  }
}

TEST_CASE("what differs waits as drafts with both readings; decided, it is in", "[merge]") {
  const Dataset lm = Lm(), km = Km();
  const auto merged = Merge(lm, km, {});
  REQUIRE(merged.ok());
  CHECK(merged->pairs == 9);
  CHECK(merged->same + merged->undecided == 11);  // Nine pairs, and one that each has alone.
  CHECK(merged->undecided > 2);
  CHECK(merged->decided == 0);
  const Dataset& both = merged->loaded.dataset;
  CHECK(both.claims.size() == merged->same);
  std::size_t claims = 0;
  for (const io::Draft& draft : io::Drafts(both)) {
    INFO(draft.damage);
    CHECK(draft.damage.empty());
    if (draft.table == "claims") ++claims;
  }
  CHECK(claims == merged->undecided);
  // One claim: taken once, by both.
  const Claim& same = both.claims[0];
  CHECK(same.coding.by == "km, lm");
  CHECK(same.extensions.find("x-decided") != Text::npos);

  MergeOptions rule;
  rule.prefer = "a";
  const auto by_rule = Merge(lm, km, rule);
  REQUIRE(by_rule.ok());
  CHECK(by_rule->undecided == 0);
  CHECK(io::CountDrafts(by_rule->loaded.dataset) == 0);
  CHECK(by_rule->loaded.dataset.claims.size() == 10);  // B's lone one is left out, and told.
  CHECK(by_rule->loaded.dataset.extensions.find("\"left\"") != Text::npos);

  MergeOptions by_hand;
  for (const io::Draft& draft : io::Drafts(both))
    if (draft.table == "claims") by_hand.decisions[draft.id] = {"b", "talked over"};
  const auto decided = Merge(lm, km, by_hand);
  REQUIRE(decided.ok());
  CHECK(decided->undecided == 0);
}

TEST_CASE("with a base, what one side alone changed is taken", "[merge]") {
  const Dataset base = Lm();
  std::string bytes = io::Save(base);
  const std::string gloss = "Some four hundred riders a weekend.";
  bytes.replace(bytes.find(gloss), gloss.size(), "About four hundred riders.");
  const std::string act = "\"act\": \"threat\"";
  bytes.replace(bytes.find(act), act.size(), "\"act\": \"warning\"");
  const Dataset changed = Open(bytes);
  MergeOptions options;
  options.base = &base;
  for (const bool first : {true, false}) {
    const auto merged = first ? Merge(changed, base, options) : Merge(base, changed, options);
    REQUIRE(merged.ok());
    CHECK(merged->undecided == 0);
    const Dataset& d = merged->loaded.dataset;
    CHECK(d.claims[d.Find("c-lm-4").index].act == Act::kWarning);
  }
}

TEST_CASE("codings of different texts cannot be compared", "[merge]") {
  const auto agreement = Agree(Lm(), Open(ReadFile("data/samples/minimal.json")));
  REQUIRE_FALSE(agreement.ok());
  CHECK(agreement.problems()[0].code == "call");
}

TEST_CASE("a difference is told by record and field", "[merge][diff]") {
  const Dataset before = Lm();
  std::string bytes = io::Save(before);
  CHECK(Diff(before, Open(bytes)).empty());
  const std::string act = "\"act\": \"threat\"";
  bytes.replace(bytes.find(act), act.size(), "\"act\": \"warning\"");
  const auto changes = Diff(before, Open(bytes));
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].kind == RecordChange::Kind::kChanged);
  CHECK(changes[0].id == "c-lm-4");
  REQUIRE(changes[0].fields.size() == 1);
  CHECK(changes[0].fields[0].name == "act");
  CHECK(changes[0].fields[0].before == "\"threat\"");
  CHECK(changes[0].fields[0].after == "\"warning\"");
  const auto all = Diff(before, Km());
  const auto back = Diff(Km(), before);
  CHECK(all.size() == back.size());
}

}  // namespace proviso::merge
