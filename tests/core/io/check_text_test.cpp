#include "core/io/check_text.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "core/io/load.h"
#include "tests/support/files.h"

using nlohmann::ordered_json;
using proviso::DocumentId;
using proviso::io::CheckAgainstText;
using proviso::io::TextCheck;
using proviso::test::ReadFile;

namespace {

/// The worked example, changed, against its text.
template <class Change>
TextCheck Check(Change change, std::string text = ReadFile("data/samples/worked-example.txt")) {
  ordered_json dataset = ordered_json::parse(ReadFile("data/samples/worked-example.json"));
  change(dataset);
  const auto result = proviso::io::Load(dataset.dump());
  REQUIRE(result.ok());
  return CheckAgainstText(result->dataset, DocumentId(0), text);
}

constexpr auto kAsItIs = [](ordered_json&) {};

}  // namespace

TEST_CASE("a text with other words is not the one that was coded", "[io][text]") {
  const TextCheck check = Check(kAsItIs, "Something else.");
  REQUIRE(check.errors.size() == 1);
  CHECK(check.errors[0].code == "I7");
  CHECK(check.errors[0].pointer == "/documents/0/text/sha256");
  CHECK(check.warnings.empty());
}

TEST_CASE("curly quotes, line breaks and dashes of another copy change nothing", "[io][text]") {
  std::string text = ReadFile("data/samples/worked-example.txt");
  for (std::size_t at = 0; (at = text.find(' ', at)) != text.npos; at += 2)
    text.replace(at, 1, "\r\n");
  const TextCheck check = Check(kAsItIs, "\xEF\xBB\xBF" + text);
  CHECK(check.errors.empty());
  CHECK(check.warnings.empty());
}

TEST_CASE("a text that is not UTF-8 is refused", "[io][text]") {
  const TextCheck check = Check(kAsItIs, "caf\xE9");
  REQUIRE(check.errors.size() == 1);
  CHECK(check.errors[0].code == "syntax");
}

TEST_CASE("a passage whose place holds other words is an error", "[io][text]") {
  const TextCheck check = Check([](ordered_json& d) { d["passages"][1]["start"] = 46; });
  REQUIRE(check.errors.size() == 1);
  CHECK(check.errors[0].pointer == "/passages/1/sha256");
}

TEST_CASE("a passage that takes in a mark or space at its ends is a warning", "[io][text]") {
  const TextCheck check = Check([](ordered_json& d) {
    d["passages"][1]["start"] = d["passages"][1]["start"].get<int>() - 1;
    d["passages"][3]["end"] = d["passages"][3]["end"].get<int>() + 1;
  });
  CHECK(check.errors.empty());
  REQUIRE(check.warnings.size() == 2);
  CHECK(check.warnings[0].pointer == "/passages/1/start");
  CHECK(check.warnings[1].pointer == "/passages/3/end");
}

TEST_CASE("words that stand twice are a warning unless the repeat is marked", "[io][text]") {
  ordered_json dataset = ordered_json::parse(ReadFile("data/samples/everything.json"));
  const std::string text = ReadFile("data/samples/everything.txt");
  auto loaded = proviso::io::Load(dataset.dump());
  REQUIRE(loaded.ok());
  CHECK(CheckAgainstText(loaded->dataset, DocumentId(0), text).warnings.empty());
  for (auto& passage : dataset["passages"]) {
    passage.erase("repeats");
    passage["role"] = "body";
  }
  loaded = proviso::io::Load(dataset.dump());
  REQUIRE(loaded.ok());
  const TextCheck check = CheckAgainstText(loaded->dataset, DocumentId(0), text);
  CHECK(check.errors.empty());
  REQUIRE(check.warnings.size() == 2);
  CHECK(check.warnings[0].pointer == "/passages/0/sha256");
  CHECK(check.warnings[1].pointer == "/passages/8/sha256");
}

TEST_CASE("paragraphs leave out nothing but spaces", "[io][text]") {
  ordered_json dataset = ordered_json::parse(ReadFile("data/samples/everything.json"));
  auto& paragraphs = dataset["documents"][0]["text"]["paragraphs"];
  paragraphs[0]["end"] = paragraphs[0]["end"].get<int>() - 1;
  paragraphs[1]["start"] = paragraphs[1]["start"].get<int>() - 1;
  const auto loaded = proviso::io::Load(dataset.dump());
  REQUIRE(loaded.ok());
  const TextCheck check =
      CheckAgainstText(loaded->dataset, DocumentId(0), ReadFile("data/samples/everything.txt"));
  REQUIRE(check.errors.size() == 1);
  CHECK(check.errors[0].pointer == "/documents/0/text/paragraphs/1/start");
}

TEST_CASE("a run of seven words is a warning that names field and length, and six are none",
          "[io][text]") {
  // Digits stand for words here, so that no sentence need be quoted.
  const std::string text = "one two three four five six seven eight nine ten";
  const auto runs = [&text](const char* table, const char* field, const std::string& words) {
    return Check([&](ordered_json& d) { d[table][0][field] = words; }, text).warnings;
  };
  CHECK(runs("claims", "gloss", "so one two three four five six it is").empty());
  const auto warnings = runs("claims", "gloss", "So: TWO three, four-five six's");
  CHECK(warnings.empty());
  const auto seven = runs("claims", "gloss",
                          "So: TWO three, four-five six seven \xE2\x80\x9C"
                          "eight\xE2\x80\x9D nine!");
  REQUIRE(seven.size() == 1);
  CHECK(seven[0].code == "I14");
  CHECK(seven[0].pointer == "/claims/0/gloss");
  CHECK(seven[0].rule.find("8 words") != std::string::npos);
  CHECK(seven[0].rule.find("four") == std::string::npos);
  CHECK(runs("propositions", "label", "two three four five six seven eight").size() == 1);
  CHECK(runs("propositions", "gloss", "two three four five six seven eight").size() == 1);
  CHECK(runs("passages", "note", "two three four five six seven eight").size() == 1);
  CHECK(runs("actors", "name", "two three four five six seven eight").empty());
  CHECK(runs("documents", "title", "two three four five six seven eight").empty());
}

TEST_CASE("hedges, cues and notes inside records are read for runs as well", "[io][text]") {
  const std::string text = "a b c d e f g h";
  const TextCheck check = Check(
      [](ordered_json& d) {
        d["claims"][0]["hedges"] = {"fine", "a b c d e f g"};
        d["claims"][1]["attribution"][1]["cue"] = "b c d e f g h";
        d["claims"][1]["attribution"][0]["hedge"] = "a b c d e f g h";
        d["claims"][0]["coding"]["note"] = "a b c d e f g";
        d["documents"][0]["notes"] = {"b c d e f g h"};
        d["dataset"]["note"] = "a b c d e f g";
      },
      text);
  std::vector<std::string> pointers;
  for (const auto& warning : check.warnings) pointers.push_back(warning.pointer);
  CHECK(pointers == std::vector<std::string>{"/dataset/note", "/documents/0/notes/0",
                                             "/claims/0/hedges/1", "/claims/0/coding/note",
                                             "/claims/1/attribution/0/hedge",
                                             "/claims/1/attribution/1/cue"});
}
