#include "core/io/symbols.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/io/load.h"
#include "tests/support/files.h"
#include "tests/support/numbered_ids.h"

using nlohmann::ordered_json;
using proviso::Table;
using proviso::TextKey;
using proviso::io::Load;
using proviso::io::Symbols;

namespace {

/// The smallest sample with these topics.
std::string WithTopics(const std::vector<std::string>& ids) {
  ordered_json dataset = ordered_json::parse(proviso::test::ReadFile("data/samples/minimal.json"));
  ordered_json& topics = dataset["topics"] = ordered_json::array();
  for (const std::string& id : ids) topics.push_back({{"id", id}, {"label", id}});
  return dataset.dump();
}

/// As many ids whose slots are the same in every table of up to 2,048.
std::vector<std::string> CollidingIds(std::size_t count) {
  std::vector<std::string> ids;
  for (std::uint32_t i = 0; ids.size() < count; ++i) {
    std::string id = "h" + std::to_string(i);
    if ((TextKey(id).hash & 2047u) == 7) ids.push_back(std::move(id));
  }
  return ids;
}

/// Takes all into one table; false once it is crowded.
bool TakesAll(const std::vector<std::string>& ids) {
  Symbols symbols;
  for (const std::string& id : ids) {
    const TextKey key(id);
    if (symbols.Find(key, id) == Symbols::kNone) symbols.Add(key, id);
  }
  return !symbols.crowded();
}

}  // namespace

TEST_CASE("a dataset with numbered ids loads, and each is found again", "[io][limits]") {
  for (const proviso::test::NumberedIds& form : proviso::test::kNumberedIds) {
    if (form.id(0)[0] < 'a') continue;  // No id begins with a capital.
    std::vector<std::string> ids;
    for (std::uint32_t i = 0; i < 3000; ++i) ids.push_back(form.id(i));
    INFO(form.name);
    const auto loaded = Load(WithTopics(ids));
    REQUIRE(loaded.ok());
    const proviso::Dataset& dataset = loaded->dataset;
    for (const std::string& id : {ids.front(), ids[1499], ids.back()}) {
      const proviso::RecordRef found = dataset.Find(id);
      REQUIRE(found);
      CHECK(found.table == Table::kTopics);
      CHECK(dataset.IdOf(found) == id);
    }
    CHECK_FALSE(dataset.Find(form.id(3000)));
  }
}

TEST_CASE("twelve thousand ids with one short prefix load", "[io][limits]") {
  std::vector<std::string> ids;
  for (std::uint32_t i = 1; i <= 12'000; ++i) ids.push_back("c-lm-" + std::to_string(i));
  CHECK(Load(WithTopics(ids)).ok());
}

TEST_CASE("a thousand ids may share a slot, and those made to share one are refused",
          "[io][limits]") {
  CHECK(TakesAll(CollidingIds(1'000)));
  CHECK_FALSE(TakesAll(CollidingIds(1'010)));

  const auto refused = Load(WithTopics(CollidingIds(1'100)));
  REQUIRE_FALSE(refused.ok());
  REQUIRE(refused.problems().size() == 1);
  CHECK(refused.problems()[0].code == "limit");
  CHECK(refused.problems()[0].rule.find("collide") != std::string::npos);
}

TEST_CASE("ids with one hash are told apart by their letters", "[io]") {
  // What differs beyond the first and the last eight bytes is in no word of the key.
  const std::string one = "abcdefgh-1-abcdefgh";
  const std::string other = "abcdefgh-2-abcdefgh";
  TextKey key(other);
  key.hash = TextKey(one).hash;
  Symbols symbols;
  REQUIRE(symbols.Find(TextKey(one), one) == Symbols::kNone);
  const std::uint32_t symbol = symbols.Add(TextKey(one), one);
  CHECK(symbols.Find(TextKey(one), one) == symbol);
  CHECK(symbols.Find(key, other) == Symbols::kNone);
}
