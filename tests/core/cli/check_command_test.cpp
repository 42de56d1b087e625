#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "tests/core/cli/fake_console.h"
#include "tests/support/files.h"
#include "tests/support/harbour.h"

using Catch::Matchers::ContainsSubstring;
using proviso::test::kHarbour;
using proviso::test::Program;
using proviso::test::ReadFile;

namespace {

/// The worked example, with its text.
Program WithExample() {
  Program program;
  program.files["e.json"] = ReadFile("data/samples/worked-example.json");
  program.files["e.txt"] = ReadFile("data/samples/worked-example.txt");
  return program;
}

std::string Replaced(std::string text, std::string_view what, std::string_view with) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("check counts what is in a dataset that has no errors", "[cli]") {
  Program program;
  program.files["h.json"] = kHarbour;
  CHECK(program.Run({"check", "h.json"}) == 0);
  CHECK_THAT(program.out, ContainsSubstring("claims             12\n"));
  CHECK_THAT(program.out, ContainsSubstring("No errors"));
  CHECK(program.Run({"check", "h.json", "--json"}) == 0);
  const auto report = program.json();
  CHECK(report["counts"]["claims"] == 12);
  CHECK(report["counts"].size() == 11);
  CHECK(report["errors"].empty());
  std::vector<std::string> keys;
  for (const auto& item : report.items()) keys.push_back(item.key());
  CHECK(keys == std::vector<std::string>{"counts", "errors", "warnings"});
}

TEST_CASE("check takes warnings for errors when it is told to be strict", "[cli]") {
  Program program;
  program.files["w.json"] = ReadFile("data/bad/warnings/i09-unused-proposition.json");
  CHECK(program.Run({"check", "w.json"}) == 0);
  CHECK_THAT(program.out, ContainsSubstring("warning I9: "));
  CHECK(program.Run({"check", "w.json", "--strict"}) == 1);
  program.files["e.json"] = ReadFile("data/samples/everything.json");
  CHECK(program.Run({"check", "e.json", "--strict"}) == 0);
}

TEST_CASE("check names code, place, rule and remedy of each error", "[cli]") {
  Program program;
  program.files["b.json"] = ReadFile("data/bad/i02-unknown-actor.json");
  CHECK(program.Run({"check", "b.json"}) == 1);
  CHECK_THAT(program.out, ContainsSubstring("error I2: "));
  CHECK_THAT(program.out, ContainsSubstring("    at /"));
  CHECK(program.Run({"check", "b.json", "--json"}) == 1);
  const auto report = program.json();
  CHECK(report["counts"].is_null());
  const auto& error = report["errors"][0];
  CHECK(error["code"] == "I2");
  CHECK(error["line"].get<int>() > 1);
  CHECK(error["column"].get<int>() >= 1);
  CHECK_THAT(program.Run({"check", "b.json"}) == 1 ? program.out : "",
             ContainsSubstring("b.json:" + std::to_string(error["line"].get<int>()) + ":"));
  for (const char* key : {"pointer", "rule", "remedy"}) CHECK(error[key] != "");
}

TEST_CASE("check of several files reports each, and one bad file is enough", "[cli]") {
  Program program;
  program.files["h.json"] = kHarbour;
  program.files["b.json"] = "{\"format\": ";
  CHECK(program.Run({"check", "h.json", "b.json", "--json"}) == 1);
  const auto report = program.json();
  REQUIRE(report.size() == 2);
  CHECK(report[0]["file"] == "h.json");
  CHECK(report[0]["errors"].empty());
  CHECK(report[1]["file"] == "b.json");
  CHECK(report[1]["errors"][0]["code"] == "syntax");
  CHECK(program.Run({"check", "h.json", "gone.json"}) == 2);
  CHECK_THAT(program.out, ContainsSubstring("h.json"));
}

TEST_CASE("the worst of several files decides the exit code, wherever it stands", "[cli]") {
  Program program;
  program.files["h.json"] = kHarbour;
  program.files["b.json"] = "{\"format\": ";
  for (const std::string json : {"--limits=usual", "--json"}) {
    CHECK(program.Run({"check", "b.json", "h.json", json}) == 1);
    CHECK(program.Run({"check", "h.json", "b.json", json}) == 1);
    CHECK(program.Run({"check", "gone.json", "b.json", "h.json", json}) == 2);
    CHECK(program.Run({"check", "h.json", "b.json", "gone.json", json}) == 2);
  }
}

TEST_CASE("check reads the standard input as “-”, and nobody reads it twice", "[cli]") {
  Program program;
  program.files["-"] = kHarbour;
  CHECK(program.Run({"check", "-"}) == 0);
  CHECK(program.Run({"check", "-", "-"}) == 2);
  CHECK_THAT(program.err, ContainsSubstring("The standard input is named twice"));
  CHECK(program.Run({"locate", "-", "--text", "d-log=-"}) == 2);
  CHECK_THAT(program.err, ContainsSubstring("The standard input is named twice"));
}

TEST_CASE("check with a text checks places and wording and says how many were found", "[cli]") {
  Program program = WithExample();
  CHECK(program.Run({"check", "e.json", "--text", "d-brief=e.txt"}) == 0);
  CHECK_THAT(program.out, ContainsSubstring("the text is the coder’s copy"));
  CHECK(program.Run({"check", "e.json", "--text", "d-brief=e.txt", "--json"}) == 0);
  const auto text = program.json()["texts"][0];
  CHECK(text["document"] == "d-brief");
  CHECK(text["sameText"] == true);
  CHECK(text["counts"]["found"].get<int>() > 0);
  CHECK(text["counts"]["missing"] == 0);
  program.files["e.txt"] = "Quite another text.";
  CHECK(program.Run({"check", "e.json", "--text", "d-brief=e.txt"}) == 1);
  CHECK_THAT(program.out, ContainsSubstring("error I7"));
}

TEST_CASE("check refuses a text of no document, of two files, or given twice", "[cli]") {
  Program program = WithExample();
  CHECK(program.Run({"check", "e.json", "--text", "d-breif=e.txt"}) == 2);
  CHECK_THAT(program.err, ContainsSubstring("Did you mean “d-brief”?"));
  CHECK(program.Run({"check", "e.json", "--text", "e.txt"}) == 2);
  CHECK_THAT(program.err, ContainsSubstring("DOCUMENT=FILE"));
  CHECK(program.Run({"check", "e.json", "--text", "d-brief=gone.txt"}) == 2);
  CHECK(program.Run({"check", "e.json", "--text", "d-brief=e.txt", "--text", "d-brief=e.txt"}) ==
        2);
  CHECK(program.Run({"check", "e.json", "e.json", "--text", "d-brief=e.txt"}) == 2);
}

TEST_CASE("limits can be lifted", "[cli]") {
  Program program;
  const std::string deep = std::string(70, '[') + std::string(70, ']');
  program.files["h.json"] = Replaced(std::string(kHarbour), "\"rights\": \"CC0-1.0\"",
                                     "\"rights\": \"CC0-1.0\", \"x-deep\": " + deep);
  CHECK(program.Run({"check", "h.json"}) == 1);
  CHECK_THAT(program.out, ContainsSubstring("error limit"));
  CHECK(program.Run({"check", "h.json", "--limits", "none"}) == 0);
}

TEST_CASE("locate says of every passage whether a text still has it", "[cli]") {
  Program program = WithExample();
  CHECK(program.Run({"locate", "e.json", "--text", "d-brief=e.txt"}) == 0);
  CHECK_THAT(program.out, ContainsSubstring("0 missing; the text is the coder’s copy."));
  program.files["e.txt"] = "One more line before it all. " + program.files["e.txt"];
  CHECK(program.Run({"locate", "e.json", "--text", "d-brief=e.txt", "--json"}) == 0);
  const auto document = program.json()["documents"][0];
  CHECK(document["sameText"] == false);
  CHECK(document["counts"]["moved"].get<std::size_t>() == document["passages"].size());
  CHECK(document["passages"][0]["verdict"] == "moved");
  CHECK(document["passages"][0]["places"].size() == 1);
  program.files["e.txt"] = "Nothing of it is left.";
  CHECK(program.Run({"locate", "e.json", "--text", "d-brief=e.txt"}) == 1);
  CHECK_THAT(program.out, ContainsSubstring("missing"));
  program.files["e.txt"] = "\xff\xfe";
  CHECK(program.Run({"locate", "e.json", "--text", "d-brief=e.txt"}) == 1);
  CHECK_THAT(program.err, ContainsSubstring("e.txt"));
}
