#include "core/merge/decide.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "core/io/drafts.h"
#include "core/io/load.h"
#include "core/io/save.h"
#include "core/merge/diff.h"
#include "core/merge/merge.h"
#include "tests/support/files.h"

namespace proviso::merge {
namespace {

using test::ReadFile;

Dataset Coding(const char* name) {
  auto loaded = io::Load(ReadFile(std::string("tests/golden/night-bus/") + name));
  REQUIRE(loaded.ok());
  return std::move(loaded->dataset);
}

std::vector<std::string> Waiting(const Dataset& dataset) {
  std::vector<std::string> ids;
  for (const io::Draft& draft : io::Drafts(dataset))
    if (draft.table == "claims") ids.push_back(draft.id);
  return ids;
}

/// What comes of deciding one draft after the other.
std::string OneByOne(Dataset dataset, const std::map<std::string, Decision>& decisions) {
  for (const std::string& id : Waiting(dataset)) {
    const auto steps = DecideSteps(dataset, id, decisions.at(id));
    REQUIRE(steps.ok());
    auto edited = edit::Apply(dataset, *steps);
    INFO(id);
    if (!edited.ok()) FAIL(edited.problems().front().rule);
    dataset = std::move(edited->loaded.dataset);
  }
  return io::Save(dataset);
}

Dataset Open(const std::string& bytes) {
  auto loaded = io::Load(bytes);
  REQUIRE(loaded.ok());
  return std::move(loaded->dataset);
}

TEST_CASE("deciding one after the other is deciding all at once", "[merge][decide][property]") {
  const Dataset lm = Coding("night-bus.json"), km = Coding("night-bus-km.json");
  auto merged = Merge(lm, km, {});
  REQUIRE(merged.ok());
  const std::string bytes = merged->bytes;
  const std::vector<std::string> ids = Waiting(merged->loaded.dataset);
  REQUIRE(ids.size() > 3);
  const std::vector<std::string> takes{"a", "b", "both", "left out"};
  std::uint64_t state = 7;
  for (int round = 0; round < 24; ++round) {
    MergeOptions options;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      // The first rounds take one way for all of them.
      const std::size_t take = round < 4 ? static_cast<std::size_t>(round) : state >> 62;
      options.decisions[ids[i]] = {takes[take], i == 0 ? "talked over" : ""};
    }
    const auto at_once = Merge(lm, km, options);
    REQUIRE(at_once.ok());
    REQUIRE(at_once->undecided == 0);
    const Dataset one = Open(OneByOne(Open(bytes), options.decisions));
    CHECK(Waiting(one).empty());
    std::string told;
    for (const RecordChange& change : Diff(at_once->loaded.dataset, one)) {
      // What was left out stands there in another order, and so do the members of a relation that
      // waits for it.
      if (change.id == "x-merge" || change.id == "x-drafts") continue;
      told += change.table + " " + change.id + "\n";
      for (const RecordChange::Field& field : change.fields)
        told += "  " + field.name + ": " + field.before + " / " + field.after + "\n";
    }
    INFO(told);
    CHECK(told.empty());
  }
}

TEST_CASE("nothing vanishes without a trace", "[merge][decide]") {
  const Dataset lm = Coding("night-bus.json"), km = Coding("night-bus-km.json");
  auto merged = Merge(lm, km, {});
  REQUIRE(merged.ok());
  std::map<std::string, Decision> decisions;
  std::vector<std::string> glosses;
  for (const io::Draft& draft : io::Drafts(merged->loaded.dataset)) {
    if (draft.table != "claims") continue;
    decisions[draft.id] = {"left out", "not ours"};
    for (const char* side : {"a", "b"})
      if (const io::JsonValue* reading = draft.choice.Find(side))
        glosses.emplace_back(reading->TextOf("gloss"));
  }
  const std::string bytes = OneByOne(std::move(merged->loaded.dataset), decisions);
  for (const std::string& gloss : glosses) {
    INFO(gloss);
    CHECK(bytes.find(io::JsonValue(gloss).Write()) != std::string::npos);
  }
  CHECK(bytes.find("not ours") != std::string::npos);
}

TEST_CASE("what is not there cannot be decided", "[merge][decide]") {
  const Dataset lm = Coding("night-bus.json"), km = Coding("night-bus-km.json");
  auto merged = Merge(lm, km, {});
  REQUIRE(merged.ok());
  const Dataset& both = merged->loaded.dataset;
  CHECK_FALSE(DecideSteps(both, "c-lm-99", {"a", ""}).ok());
  CHECK_FALSE(DecideSteps(lm, "c-lm-8", {"a", ""}).ok());
  // The other has nothing there: that is taken, and this claim left out.
  const auto steps = DecideSteps(both, "c-lm-8", {"b", ""});
  REQUIRE(steps.ok());
  const auto edited = edit::Apply(both, *steps);
  REQUIRE(edited.ok());
  CHECK_FALSE(edited->loaded.dataset.Find("c-lm-8"));
  CHECK(edited->bytes.find("\"left\"") != std::string::npos);
}

TEST_CASE("a draft with readings that somebody damaged is refused, not taken", "[merge][decide]") {
  const Dataset lm = Coding("night-bus.json");
  for (const char* draft :
       {R"([{"id":"c-x","table":"claims","choice":{"a":{"gloss":"x"}}}])",
        R"([{"id":"c-x","table":"claims","choice":{"a":[1],"b":"no","differs":7,"from":{}}}])",
        R"([{"id":"c-x","table":"claims","choice":{}}])",
        R"([{"id":"c-x","table":"actors","choice":{"a":{"name":"x"}}}])"}) {
    auto root = io::ReadJson(io::Save(lm));
    REQUIRE(root.has_value());
    root->Set("x-drafts", *io::ReadJson(draft));
    const Dataset dataset = Open(root->Write());
    INFO(draft);
    for (const char* took : {"a", "b", "both"}) {
      const auto steps = DecideSteps(dataset, "c-x", {took, ""});
      if (steps.ok() && std::holds_alternative<edit::Put>(steps->front()))
        CHECK_FALSE(edit::Apply(dataset, *steps).ok());
    }
    const auto out = DecideSteps(dataset, "c-x", {"left out", ""});
    if (out.ok()) CHECK(edit::Apply(dataset, *out).ok());
  }
}

TEST_CASE("where both are kept, each relation leads to its own coder's claims", "[merge][decide]") {
  const Dataset lm = Coding("night-bus.json"), km = Coding("night-bus-km.json");
  for (const char* took : {"a", "b", "both"}) {
    INFO(took);
    auto merged = Merge(lm, km, {});
    REQUIRE(merged.ok());
    std::map<std::string, Decision> decisions;
    for (const std::string& id : Waiting(merged->loaded.dataset)) decisions[id] = {took, ""};
    for (const std::string& id : Waiting(merged->loaded.dataset))
      if (id == "c-lm-8" || id == "c-km-8") decisions[id] = {"both", ""};
    const Dataset one = Open(OneByOne(std::move(merged->loaded.dataset), decisions));
    std::vector<std::string> ends;
    for (const Relation& relation : one.relations)
      ends.push_back(std::string(one[relation.from].id) + " " + std::string(one[relation.to].id));
    const MergeOptions options{nullptr, "", decisions, {}};
    const auto at_once = Merge(lm, km, options);
    REQUIRE(at_once.ok());
    std::vector<std::string> expected;
    const Dataset& all = at_once->loaded.dataset;
    for (const Relation& relation : all.relations)
      expected.push_back(std::string(all[relation.from].id) + " " +
                         std::string(all[relation.to].id));
    std::sort(ends.begin(), ends.end());
    std::sort(expected.begin(), expected.end());
    CHECK(ends == expected);
    CHECK_FALSE(ends.empty());
    for (const io::Draft& draft : io::Drafts(one)) CHECK(draft.table != "relations");
  }
}

TEST_CASE("an id that a draft has is given to nothing of the other coding", "[merge]") {
  Dataset lm = Coding("night-bus.json");
  auto root = io::ReadJson(io::Save(lm));
  REQUIRE(root.has_value());
  root->Set("x-drafts", *io::ReadJson(R"([{"id":"c-km-8","table":"claims","record":{}}])"));
  const auto merged = Merge(Open(root->Write()), Coding("night-bus-km.json"), {});
  REQUIRE(merged.ok());
  for (const io::Draft& draft : io::Drafts(merged->loaded.dataset)) {
    INFO(draft.id);
    CHECK(draft.damage == "");
  }
}

}  // namespace
}  // namespace proviso::merge
