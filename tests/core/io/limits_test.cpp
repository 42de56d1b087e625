#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>

#include "core/io/load.h"
#include "tests/support/files.h"

using nlohmann::ordered_json;
using proviso::Problem;
using proviso::io::Limits;
using proviso::io::Load;

namespace {

ordered_json Minimal() {
  return ordered_json::parse(proviso::test::ReadFile("data/samples/minimal.json"));
}

/// Expects `make(n)` to load, and `make(n + 1)` to be refused for the limit alone.
void CheckLimit(std::uint64_t n, const std::string& pointer, const std::string& value,
                const std::function<std::string(std::uint64_t)>& make, const Limits& limits = {}) {
  INFO(pointer << " at " << n);
  CHECK(Load(make(n - 1), limits).ok());
  CHECK(Load(make(n), limits).ok());
  const auto over = Load(make(n + 1), limits);
  REQUIRE_FALSE(over.ok());
  REQUIRE(over.problems().size() == 1);
  const Problem& problem = over.problems()[0];
  CHECK(problem.code == "limit");
  CHECK(problem.pointer == pointer);
  INFO(problem.rule);
  CHECK(problem.rule.find(value) != std::string::npos);
}

}  // namespace

TEST_CASE("the limits are those of the format's page", "[io][limits]") {
  const Limits limits;
  CHECK(limits.bytes == 134'217'728);
  CHECK(limits.depth == 64);
  CHECK(limits.records == 500'000);
  CHECK(limits.keys == 1'000);
  CHECK(limits.string_bytes == 65'536);
  CHECK(limits.url_characters == 2'048);
  CHECK(limits.problems == 100);
}

TEST_CASE("a file may have 128 MiB", "[io][limits]") {
  const std::string minimal = Minimal().dump();
  const auto padded = [&minimal](std::uint64_t size) {
    return minimal + std::string(static_cast<std::size_t>(size) - minimal.size(), ' ');
  };
  CheckLimit(Limits().bytes, "", "more than 134,217,728 bytes", padded);
  Limits lower;
  lower.bytes = 10'000;
  CheckLimit(10'000, "", "more than 10,000 bytes", padded, lower);
}

TEST_CASE("objects and lists may stand 64 deep in one another", "[io][limits]") {
  CheckLimit(
      64,
      "/x-deep" +
          [] {
            std::string path;
            for (int i = 0; i < 63; ++i) path += "/0";
            return path;
          }(),
      "65",
      [](std::uint64_t depth) {
        ordered_json value = 1;
        for (std::uint64_t i = 1; i < depth; ++i) value = ordered_json::array({value});
        ordered_json dataset = Minimal();
        dataset["x-deep"] = value;
        return dataset.dump();
      });
}

TEST_CASE("a hundred thousand levels are refused at the sixty-fifth", "[io][limits]") {
  const std::string bytes = "{\"x-deep\":" + std::string(100'000, '[');
  const auto result = Load(bytes);
  REQUIRE_FALSE(result.ok());
  CHECK(result.problems()[0].code == "limit");
  CHECK(result.problems()[0].column == 11 + 63);
  CHECK(Load(std::string(100'000, '[')).problems()[0].code == "schema");
  CHECK_FALSE(Load(bytes, Limits::None()).ok());
}

TEST_CASE("the tables may have 500,000 records together", "[io][limits]") {
  const ordered_json minimal = Minimal();
  const std::uint64_t others = 7;
  CheckLimit(Limits().records, "/topics/499993", "500,000", [&minimal](std::uint64_t records) {
    std::string topics;
    for (std::uint64_t i = others; i < records; ++i)
      topics +=
          (i > others ? ",{\"id\":\"t" : "{\"id\":\"t") + std::to_string(i) + "\",\"label\":\"\"}";
    std::string bytes = minimal.dump();
    bytes.pop_back();
    return bytes + ",\"topics\":[" + topics + "]}";
  });
}

TEST_CASE("an object may have 1,000 keys", "[io][limits]") {
  CheckLimit(1'000, "/x-many/k1000", "1,000", [](std::uint64_t keys) {
    ordered_json dataset = Minimal();
    for (std::uint64_t i = 0; i < keys; ++i) dataset["x-many"]["k" + std::to_string(i)] = 0;
    return dataset.dump();
  });
  CheckLimit(1'000, "/claims/0/x-994", "1,000", [](std::uint64_t keys) {
    ordered_json dataset = Minimal();
    for (std::uint64_t i = 6; i < keys; ++i) dataset["claims"][0]["x-" + std::to_string(i - 6)] = 0;
    return dataset.dump();
  });
}

TEST_CASE("a string may have 64 KiB, also as a key and in an extension", "[io][limits]") {
  CheckLimit(65'536, "/dataset/note", "65,537", [](std::uint64_t size) {
    ordered_json dataset = Minimal();
    dataset["dataset"]["note"] = std::string(static_cast<std::size_t>(size), 'n');
    return dataset.dump();
  });
  CheckLimit(65'536, "/x-note/0", "65,537", [](std::uint64_t size) {
    ordered_json dataset = Minimal();
    dataset["x-note"] = ordered_json::array({std::string(static_cast<std::size_t>(size), 'n')});
    return dataset.dump();
  });
  CheckLimit(65'536, "/x-note/" + std::string(65'537, 'k'), "65,537", [](std::uint64_t size) {
    ordered_json dataset = Minimal();
    dataset["x-note"][std::string(static_cast<std::size_t>(size), 'k')] = 1;
    return dataset.dump();
  });
}

TEST_CASE("an address may have 2,048 characters", "[io][limits]") {
  CheckLimit(2'048, "/documents/0/url", "2,049", [](std::uint64_t size) {
    ordered_json dataset = Minimal();
    std::string url = "https://example.org/";
    while (url.size() < size) url += 'a';
    dataset["documents"][0]["url"] = url;
    return dataset.dump();
  });
  CheckLimit(2'048, "/actors/0/sameAs/0", "2,049", [](std::uint64_t size) {
    ordered_json dataset = Minimal();
    std::string url = "x:";
    for (std::uint64_t i = 2; i < size; ++i) url += "\xC3\xA9";
    dataset["actors"][0]["sameAs"] = ordered_json::array({url});
    return dataset.dump();
  });
}

TEST_CASE("a number lies between -1e15 and 1e15", "[io][limits]") {
  const auto quantity = [](const std::string& sign) {
    return [sign](std::uint64_t value) {
      ordered_json dataset = Minimal();
      dataset["quantities"] = {{{"id", "q-1"}, {"measure", "m"}, {"value", 1}, {"unit", "t"}}};
      std::string bytes = dataset.dump();
      bytes.replace(bytes.find("\"value\":1,") + 8, 1, sign + std::to_string(value));
      return bytes;
    };
  };
  CheckLimit(1'000'000'000'000'000, "/quantities/0/value", "1000000000000001", quantity(""));
  CheckLimit(1'000'000'000'000'000, "/quantities/0/value", "-1000000000000001", quantity("-"));
}

TEST_CASE("a whole number is at most 4,294,967,295", "[io][limits]") {
  CheckLimit(4'294'967'295, "/passages/0/letters", "4,294,967,295", [](std::uint64_t value) {
    ordered_json dataset = Minimal();
    dataset["passages"][0]["letters"] = value;
    return dataset.dump();
  });
}

TEST_CASE("a hundred errors are reported, and as many warnings", "[io][limits]") {
  ordered_json many = Minimal();
  for (int i = 0; i < 150; ++i)
    many["propositions"].push_back(
        {{"id", "unused-" + std::to_string(i)}, {"label", "Unused"}, {"kind", "state"}});
  const auto warned = Load(many.dump());
  REQUIRE(warned.ok());
  CHECK(warned->warnings.size() == 100);
  for (int i = 0; i < 150; ++i) many["propositions"][2 + static_cast<std::size_t>(i)]["kind"] = 7;
  const auto refused = Load(many.dump());
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.problems().size() == 100);
  Limits few;
  few.problems = 3;
  CHECK(Load(many.dump(), few).problems().size() == 3);
}

TEST_CASE("without limits, what is too much otherwise loads", "[io][limits]") {
  ordered_json dataset = Minimal();
  dataset["dataset"]["note"] = std::string(70'000, 'n');
  for (int i = 0; i < 1'200; ++i) dataset["x-many"]["k" + std::to_string(i)] = i;
  CHECK_FALSE(Load(dataset.dump()).ok());
  CHECK(Load(dataset.dump(), Limits::None()).ok());
}

TEST_CASE("limits can be lowered by name, never raised", "[io][limits]") {
  const Limits lower = proviso::io::Lowered(
      {}, "records 12 bytes 5000 depth 7 keys 9 stringBytes 80 urlCharacters 40");
  CHECK(lower.records == 12);
  CHECK(lower.bytes == 5000);
  CHECK(lower.depth == 7);
  CHECK(lower.keys == 9);
  CHECK(lower.string_bytes == 80);
  CHECK(lower.url_characters == 40);
  CHECK(proviso::io::Lowered(lower, "records 13 depth 8").records == 12);
  for (const std::string_view words : {"records", "records 1e3", "records -1", "records 12x", "x 1",
                                       "records 99999999999", "1 records", "problems 1"}) {
    INFO(words);
    CHECK(proviso::io::Lowered({}, words).records == Limits().records);
    CHECK(proviso::io::Lowered({}, words).problems == Limits().problems);
  }
}
