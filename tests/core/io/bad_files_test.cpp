#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "core/io/check_text.h"
#include "core/io/load.h"
#include "core/io/save.h"
#include "tests/support/files.h"

using nlohmann::json;
using proviso::DocumentId;
using proviso::Problem;
using proviso::test::ReadFile;

namespace {

/// What `proviso check`, with the texts that `expected` names, would say; errors if `*refused`.
std::vector<Problem> Check(const std::string& name, const json& expected, bool* refused) {
  auto result = proviso::io::Load(ReadFile("data/bad/" + name));
  *refused = !result.ok();
  if (!result) return result.problems();
  std::vector<Problem> problems = result->warnings;
  if (!expected.contains("text")) return problems;
  for (const auto& [document, text] : expected["text"].items()) {
    const DocumentId id(result->dataset.Find(document).index);
    REQUIRE(id);
    const auto check = proviso::io::CheckAgainstText(
        result->dataset, id, ReadFile("data/bad/with-text/" + text.get<std::string>()));
    *refused = *refused || !check.errors.empty();
    problems.insert(problems.end(), check.errors.begin(), check.errors.end());
    problems.insert(problems.end(), check.warnings.begin(), check.warnings.end());
  }
  return problems;
}

}  // namespace

TEST_CASE("every bad file gives the problem that is expected of it, and no other", "[io][bad]") {
  const json expected = json::parse(ReadFile("data/bad/expected.json"));
  REQUIRE(expected.size() > 100);
  for (const auto& [name, want] : expected.items()) {
    INFO(name);
    bool refused = false;
    const std::vector<Problem> problems = Check(name, want, &refused);
    REQUIRE_FALSE(problems.empty());
    CHECK(problems.size() == want.value("problems", 1u));
    CHECK(problems[0].code == want["code"].get<std::string>());
    CHECK(problems[0].pointer == want["pointer"].get<std::string>());
    CHECK(refused == (want["severity"].get<std::string>() == "error"));
    // What is refused as it is stands in the folder itself; see the format's page.
    CHECK((name.find('/') == name.npos) == (refused && !want.contains("text")));
    for (const Problem& problem : problems) {
      CHECK((problem.line > 0) == !want.contains("text"));
      CHECK((problem.column > 0) == !want.contains("text"));
      CHECK(problem.rule.back() == '.');
      CHECK(problem.remedy.back() == '.');
    }
  }
}

TEST_CASE("there is a bad file for each invariant and each kind of rule", "[io][bad]") {
  std::set<std::string> errors;
  std::set<std::string> warnings;
  const json expected = json::parse(ReadFile("data/bad/expected.json"));
  for (const auto& [name, want] : expected.items()) {
    const bool error = want["severity"].get<std::string>() == "error";
    (error ? errors : warnings).insert(want["code"].get<std::string>());
  }
  CHECK(errors == std::set<std::string>{"I1", "I10", "I11", "I12", "I13", "I16", "I2", "I3", "I4",
                                        "I5", "I6", "I7", "I8", "I9", "limit", "schema", "syntax",
                                        "version"});
  CHECK(warnings == std::set<std::string>{"I14", "I6", "I7", "I9", "draft"});
}

TEST_CASE("the samples are in canonical form and nothing is questionable about them",
          "[io][samples]") {
  for (const char* name : {"everything", "minimal", "scripts", "worked-example"}) {
    INFO(name);
    const std::string bytes = ReadFile(std::string("data/samples/") + name + ".json");
    const auto result = proviso::io::Load(bytes);
    REQUIRE(result.ok());
    CHECK(result->warnings.empty());
    CHECK(proviso::io::Save(result->dataset) == bytes);
  }
}

TEST_CASE("the samples fit the texts that they were coded from", "[io][samples]") {
  const struct {
    const char *dataset, *document, *text;
  } kTexts[] = {{"everything", "d-report", "everything"},
                {"minimal", "d-note", "minimal"},
                {"scripts", "d-ru", "scripts-ru"},
                {"scripts", "d-zh", "scripts-zh"},
                {"worked-example", "d-brief", "worked-example"}};
  for (const auto& [dataset, document, text] : kTexts) {
    INFO(text);
    const auto result =
        proviso::io::Load(ReadFile(std::string("data/samples/") + dataset + ".json"));
    REQUIRE(result.ok());
    const auto check = proviso::io::CheckAgainstText(
        result->dataset, DocumentId(result->dataset.Find(document).index),
        ReadFile(std::string("data/samples/") + text + ".txt"));
    CHECK(check.errors.empty());
    CHECK(check.warnings.empty());
  }
}
