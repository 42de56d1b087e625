#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <sstream>

#include "core/base/text.h"
#include "core/base/version.h"
#include "core/cli/arguments.h"
#include "core/cli/command_table.h"
#include "tests/core/cli/fake_console.h"
#include "tests/support/harbour.h"

using Catch::Matchers::ContainsSubstring;
using proviso::cli::Argument;
using proviso::cli::Command;
using proviso::cli::Commands;
using proviso::cli::Option;
using proviso::test::kHarbour;
using proviso::test::Program;

namespace {

/// Of every command that reads a dataset, a call that is right.
const std::vector<std::vector<std::string>> kCalls{{"check", "h.json"},
                                                   {"canon", "h.json"},
                                                   {"list", "h.json", "claims"},
                                                   {"facets", "h.json"},
                                                   {"find", "h.json", "storm"},
                                                   {"ask", "h.json", "--target", "harbour-opens"},
                                                   {"compare", "h.json"},
                                                   {"locate", "h.json", "--text", "d-log=t.txt"},
                                                   {"page", "h.json", "-o", "out"}};

Program WithHarbour() {
  Program program;
  program.files["h.json"] = kHarbour;
  program.files["t.txt"] = "A text.";
  return program;
}

std::vector<std::string> With(std::vector<std::string> call, const std::vector<std::string>& more) {
  call.insert(call.end(), more.begin(), more.end());
  return call;
}

}  // namespace

TEST_CASE("proviso says what it is and can do, and its version, however it is asked", "[cli]") {
  Program program;
  for (const char* word : {"--version", "-V", "version"}) {
    CHECK(program.Run({word}) == 0);
    CHECK(program.out == std::string(proviso::Version()) + "\n");
  }
  for (const char* word : {"--help", "-h", "help"}) {
    CHECK(program.Run({word}) == 0);
    for (const Command& command : Commands())
      CHECK_THAT(program.out, ContainsSubstring(std::string(command.name)));
    CHECK_THAT(program.out, ContainsSubstring("Exit codes"));
  }
}

TEST_CASE("the help of every command names all it takes and has examples of it", "[cli]") {
  Program program;
  for (const Command& command : Commands()) {
    const std::string name(command.name);
    CHECK(program.Run({name, "--help"}) == 0);
    CHECK(program.err.empty());
    CHECK_THAT(program.out, ContainsSubstring("Examples:\n  proviso " + name));
    for (const Argument& argument : command.arguments)
      CHECK_THAT(program.out, ContainsSubstring("  " + std::string(argument.name)));
    for (const Option& option : command.options)
      CHECK_THAT(program.out, ContainsSubstring(std::string(option.name)));
    const std::string help = program.out;
    CHECK(program.Run({"help", name}) == 0);
    CHECK(program.out == help);
  }
  CHECK(program.Run({"help", "chekc"}) == 2);
  CHECK_THAT(program.err, ContainsSubstring("Did you mean “check”?"));
}

TEST_CASE("every example in the help is a call that is understood", "[cli]") {
  for (const Command& command : Commands())
    for (const std::string_view example : command.examples) {
      CAPTURE(example);
      std::vector<std::string> words;
      std::istringstream in{std::string(example.substr(0, example.find_first_of("|>")))};
      for (std::string word; in >> word;) words.push_back(word);
      if (example.find('\'') != std::string_view::npos) continue;  // Those a shell must read.
      REQUIRE(words.front() == command.name);
      words.erase(words.begin());
      CHECK(proviso::cli::ReadArguments(command, words).ok());
    }
}

TEST_CASE("without a command the help goes to the error stream and the call is at fault", "[cli]") {
  Program program;
  CHECK(program.Run({}) == 2);
  CHECK(program.out.empty());
  CHECK_THAT(program.err, ContainsSubstring("check"));
}

TEST_CASE("an unknown command, option or table is refused and the nearest one named", "[cli]") {
  Program program = WithHarbour();
  const auto refused = [&program](const std::vector<std::string>& call, const std::string& words) {
    CAPTURE(call);
    CHECK(program.Run(call) == 2);
    CHECK(program.out.empty());
    CHECK_THAT(program.err, ContainsSubstring(words));
  };
  refused({"chekc", "h.json"}, "no command “chekc”");
  refused({"chekc", "h.json"}, "Did you mean “check”?");
  refused({"list", "h.json", "claims", "--wher", "kind=fact"}, "has no option “--wher”");
  refused({"list", "h.json", "claims", "--wher", "kind=fact"}, "Did you mean “--where”?");
  refused({"list", "h.json", "claims", "-x"}, "has no option “-x”");
  refused({"check", "h.json", "--skeleton"}, "It is one of proviso page.");
  refused({"--json", "check", "h.json"}, "Write the command first");
  refused({"--verison"}, "Did you mean “--version”?");
  refused({"list", "h.json", "claim"}, "Did you mean “claims”?");
  refused({"find", "h.json", "storm", "--in", "actor"}, "Did you mean “actors”?");
}

TEST_CASE("what a call lacks, has too much of or says twice is named in our own words", "[cli]") {
  Program program = WithHarbour();
  const auto refused = [&program](const std::vector<std::string>& call, const std::string& words) {
    CAPTURE(call);
    CHECK(program.Run(call) == 2);
    CHECK(program.out.empty());
    CHECK_THAT(program.err, ContainsSubstring("error: " + words + "\n"));
  };
  refused({"list", "h.json"}, "proviso list needs TABLE.");
  refused({"ask", "h.json"}, "proviso ask needs --target LIT.");
  refused({"ask", "h.json", "--target"}, "--target needs a value.");
  refused({"ask", "h.json", "--target", "--why"}, "--target needs a value.");
  refused({"list", "h.json", "claims", "more"}, "“more” is one word too many.");
  refused({"version", "now"}, "“now” is one word too many.");
  refused({"canon", "h.json", "-o", "a", "--out=b"}, "--out is given twice.");
  refused({"check", "h.json", "--json=no"}, "--json takes no value.");
  refused({"check", "h.json", "--limits", "some"}, "--limits takes none or usual, not “some”.");
  for (const std::string number : {"many", "0", "-1", "1.5", "5x", "", "99999999999999999999"})
    refused({"find", "h.json", "storm", "--limit", number},
            "--limit takes a whole number from 1, not “" + number + "”.");
}

TEST_CASE("options may stand anywhere, in any of their forms, and end at “--”", "[cli]") {
  Program program = WithHarbour();
  CHECK(program.Run({"canon", "h.json", "-oa.json"}) == 0);
  CHECK(program.Run({"canon", "-o", "b.json", "h.json"}) == 0);
  CHECK(program.Run({"canon", "--out=c.json", "--", "h.json"}) == 0);
  CHECK(program.written.size() == 3);
  program.files["--json"] = kHarbour;
  CHECK(program.Run({"check", "--", "--json"}) == 0);
  CHECK(program.out.substr(0, 7) == "--json\n");
  CHECK(program.Run({"check", "h.json", "--json", "--json"}) == 0);
}

TEST_CASE("every option of a command is understood by it, and only by those that have it",
          "[cli]") {
  Program program = WithHarbour();
  for (const std::vector<std::string>& call : kCalls)
    for (const Command& other : Commands())
      for (const Option& option : other.options) {
        CAPTURE(call[0], option.name);
        std::vector<std::string> more{std::string(option.name)};
        if (option.takes == proviso::cli::Takes::kNumber)
          more.emplace_back("3");
        else if (option.takes == proviso::cli::Takes::kWord)
          more.emplace_back("none");
        else if (option.takes != proviso::cli::Takes::kNothing)
          more.emplace_back("word");
        program.Run(With(call, more));
        const bool unknown = program.err.find("has no option") != std::string::npos;
        bool has = false;
        for (const Command& command : Commands())
          if (command.name == call[0]) has = command.Find(option.name) != nullptr;
        CHECK(unknown == !has);
      }
}

TEST_CASE("what is said in words has one kind of quotation marks and apostrophes", "[cli]") {
  Program program = WithHarbour();
  std::string said;
  for (const Command& command : Commands()) {
    said += std::string(command.about) + "\n";
    for (const Argument& argument : command.arguments) said += std::string(argument.about) + "\n";
    for (const Option& option : command.options) said += std::string(option.about) + "\n";
    for (const std::string_view note : command.notes)
      if (note.find("--json prints") == std::string_view::npos) said += std::string(note) + "\n";
  }
  for (const std::vector<std::string>& call : kCalls)
    for (const std::vector<std::string>& more :
         std::vector<std::vector<std::string>>{{},
                                               {"more", "words", "yet"},
                                               {"--nope"},
                                               {"--where", "x=y"},
                                               {"--limit", "x"},
                                               {"--text", "x=y"},
                                               {"--suppose", "x"},
                                               {"--not", "!"},
                                               {"--view", "x>y"}}) {
      program.Run(With(call, more));
      said += program.err;
    }
  CHECK(said.find('"') == std::string::npos);
  CHECK(said.find('\'') == std::string::npos);
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
