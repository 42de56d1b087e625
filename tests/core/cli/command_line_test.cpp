#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "core/base/text.h"
#include "core/base/version.h"
#include "tests/core/cli/fake_console.h"
#include "tests/core/view/harbour.h"

using Catch::Matchers::ContainsSubstring;
using proviso::test::kHarbour;
using proviso::test::Program;

namespace {

const std::vector<std::string> kCommands{"check", "canon",   "list",   "facets", "find",
                                         "ask",   "compare", "locate", "page"};

}  // namespace

TEST_CASE("proviso says what it is and can do, and its version", "[cli]") {
  Program program;
  CHECK(program.Run({"--version"}) == 0);
  CHECK(program.out == std::string(proviso::Version()) + "\n");
  CHECK(program.Run({"--help"}) == 0);
  for (const std::string& command : kCommands) CHECK_THAT(program.out, ContainsSubstring(command));
  CHECK_THAT(program.out, ContainsSubstring("Exit codes"));
}

TEST_CASE("the help of every command has examples of it", "[cli]") {
  Program program;
  for (const std::string& command : kCommands) {
    CHECK(program.Run({command, "--help"}) == 0);
    CHECK_THAT(program.out, ContainsSubstring("Examples:\n  proviso " + command));
    CHECK_THAT(program.out, ContainsSubstring("--json"));
    CHECK(program.err.empty());
  }
}

TEST_CASE("without a command the help goes to the error stream and the call is at fault", "[cli]") {
  Program program;
  CHECK(program.Run({}) == 2);
  CHECK(program.out.empty());
  CHECK_THAT(program.err, ContainsSubstring("check"));
}

TEST_CASE("an unknown command, option or table is refused and the nearest one named", "[cli]") {
  Program program;
  program.files["h.json"] = kHarbour;
  CHECK(program.Run({"chekc", "h.json"}) == 2);
  CHECK_THAT(program.err, ContainsSubstring("no command “chekc”"));
  CHECK_THAT(program.err, ContainsSubstring("Did you mean “check”?"));
  CHECK(program.Run({"list", "h.json", "claims", "--wher", "kind=fact"}) == 2);
  CHECK_THAT(program.err, ContainsSubstring("no option “--wher”"));
  CHECK_THAT(program.err, ContainsSubstring("Did you mean --where?"));
  CHECK(program.Run({"list", "h.json", "claim"}) == 2);
  CHECK_THAT(program.err, ContainsSubstring("Did you mean “claims”?"));
  CHECK(program.Run({"find", "h.json", "storm", "--in", "actor"}) == 2);
  CHECK_THAT(program.err, ContainsSubstring("Did you mean “actors”?"));
  CHECK(program.Run({"list", "h.json"}) == 2);
  CHECK_THAT(program.err, ContainsSubstring("TABLE"));
  CHECK(program.Run({"find", "h.json", "storm", "--limit", "many"}) == 2);
  CHECK(program.Run({"check", "h.json", "--limits", "some"}) == 2);
  CHECK(program.out.empty());
}

TEST_CASE("a file that is not there is the call's fault, in every command", "[cli]") {
  Program program;
  for (const std::vector<std::string>& call : {std::vector<std::string>{"check", "no.json"},
                                               {"canon", "no.json"},
                                               {"list", "no.json", "claims"},
                                               {"facets", "no.json"},
                                               {"find", "no.json", "x"},
                                               {"locate", "no.json", "--text", "d=no.txt"},
                                               {"page", "no.json", "-o", "out"}}) {
    CAPTURE(call[0]);
    CHECK(program.Run(call) == 2);
    CHECK_THAT(program.err, ContainsSubstring("no file “no.json”"));
    CHECK(program.out.empty());
  }
}

TEST_CASE("a dataset with errors is the data's fault, in every command", "[cli]") {
  Program program;
  program.files["bad.json"] = "{\n \"format\": 1\n}";
  for (const std::vector<std::string>& call : {std::vector<std::string>{"canon", "bad.json"},
                                               {"list", "bad.json", "claims"},
                                               {"facets", "bad.json"},
                                               {"find", "bad.json", "x"},
                                               {"locate", "bad.json", "--text", "d=no.txt"},
                                               {"page", "bad.json", "-o", "out"}}) {
    CAPTURE(call[0]);
    CHECK(program.Run(call) == 1);
    CHECK_THAT(program.err, ContainsSubstring("bad.json:"));
    CHECK(program.out.empty());
    CHECK(program.written.empty());
  }
}

TEST_CASE("with --json what is wrong with a call is JSON as well", "[cli]") {
  Program program;
  CHECK(program.Run({"list", "no.json", "claims", "--json"}) == 2);
  const auto report = nlohmann::ordered_json::parse(program.err, nullptr, false);
  REQUIRE(report.is_object());
  CHECK(report["errors"][0]["code"] == "call");
  CHECK(report["errors"][0]["remedy"] != "");
  CHECK(program.Run({"lits", "--json"}) == 2);
  CHECK(nlohmann::ordered_json::parse(program.err, nullptr, false)["errors"].size() == 1);
}

TEST_CASE("a terminal gets columns of its width and colours only if it has them", "[cli]") {
  Program program;
  program.files["h.json"] = kHarbour;
  program.width = 80;
  CHECK(program.Run({"list", "h.json", "conditions"}) == 0);
  std::size_t longest = 0, at = 0;
  while (at < program.out.size()) {
    const std::size_t end = program.out.find('\n', at);
    longest = std::max(longest, proviso::CountCodePoints(program.out.substr(at, end - at)));
    at = end + 1;
  }
  CHECK(longest <= 80);
  program.width = 30;
  CHECK(program.Run({"list", "h.json", "conditions"}) == 0);
  CHECK_THAT(program.out,
             ContainsSubstring("\nk-2  lowers       1\n    “Harbour fees rise” makes\n"));
  CHECK(program.out.find('\x1b') == std::string::npos);
  program.color = true;
  CHECK(program.Run({"list", "h.json", "conditions"}) == 0);
  CHECK(program.out.find('\x1b') != std::string::npos);
  CHECK(program.Run({"list", "h.json", "conditions", "--json"}) == 0);
  CHECK(program.out.find('\x1b') == std::string::npos);
}

TEST_CASE("nothing in a dataset reaches the terminal as a command of it", "[cli]") {
  Program program;
  std::string text(kHarbour);
  const std::string name = "The island\"";
  text.replace(text.find(name), name.size(), "The \\u001b[2J\\u202e island\"");
  program.files["h.json"] = text;
  CHECK(program.Run({"list", "h.json", "actors"}) == 0);
  CHECK_THAT(program.out, ContainsSubstring("The [U+001B][2J[U+202E] island"));
  CHECK(program.out.find('\x1b') == std::string::npos);
}
