// proviso ask, as it is called. The worked example of data/samples answers as its format page says.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <sstream>

#include "tests/core/cli/fake_console.h"
#include "tests/support/files.h"

namespace proviso::test {
namespace {

Program WithExample() {
  Program program;
  program.files["example.json"] = ReadFile("data/samples/worked-example.json");
  return program;
}

std::vector<std::string> Ask(std::vector<std::string> rest) {
  std::vector<std::string> all{"ask", "example.json", "--target", "cn-sends-weapons"};
  all.insert(all.end(), rest.begin(), rest.end());
  return all;
}

}  // namespace

TEST_CASE("ask answers for every view, sorted by path", "[cli][ask]") {
  Program program = WithExample();
  REQUIRE(program.Run(Ask({"--suppose", "us-backs-independence", "--json"})) == 0);
  const auto json = program.json();
  REQUIRE(json.size() == 3);
  CHECK(json[0]["view"].dump() == R"(["a-writer"])");
  CHECK(json[0]["strength"] == "very_likely");
  CHECK(json[0]["direction"] == "+");
  CHECK(json[0]["because"][0]["claim"] == "c-1");
  CHECK(json[1]["reason"] == "only-through-others");
  CHECK(json[2]["view"].dump() == R"(["a-writer","a-example","a-cn"])");
  CHECK(json[2]["strength"] == "will");
  CHECK(json[2]["notes"].dump().find(R"("stance":"doubts","claim":"c-2")") != std::string::npos);
}

TEST_CASE("ask keeps level and direction apart", "[cli][ask]") {
  Program program = WithExample();
  REQUIRE(program.Run(Ask({"--suppose", "us-backs-independence,eu-trade-penalties", "--view",
                           "a-writer", "--json"})) == 0);
  CHECK(program.json()[0]["strength"] == "very_likely");
  CHECK(program.json()[0]["direction"] == "?");
  CHECK(program.json()[0]["directionReason"] == "pulls");
  REQUIRE(program.Run(Ask({"--suppose", "eu-trade-penalties", "--all", "--json"})) == 0);
  CHECK(program.json()[0]["status"] == "silent");
  CHECK(program.json()[0]["direction"] == "-");
  CHECK(program.json()[2]["status"] == "silent");
  REQUIRE(program.Run(Ask({"--not", "us-backs-independence", "--view", "a-writer", "--strict",
                           "--json"})) == 0);
  CHECK(program.json()[0]["direction"].is_null());
}

TEST_CASE("ask prints the views that answer before those that are silent", "[cli][ask]") {
  Program program = WithExample();
  const auto order = [&program] {
    const std::size_t heading = program.out.find('\n');
    std::vector<std::string> views;
    for (std::size_t at = heading + 1; at < program.out.size();) {
      views.push_back(program.out.substr(at, program.out.find(' ', at) - at));
      at = program.out.find('\n', at) + 1;
    }
    return views;
  };
  REQUIRE(program.Run(Ask({"--suppose", "us-backs-independence"})) == 0);
  CHECK(order() ==
        std::vector<std::string>{"a-writer", "a-writer>a-example>a-cn", "a-writer>a-example"});
  REQUIRE(program.Run(Ask({"--suppose", "us-backs-independence", "--why"})) == 0);
  CHECK(program.out.find("\nChina, told by") < program.out.find("\nDr Example, told by"));
}

TEST_CASE("ask puts the views that never speak of the matter last", "[cli][ask]") {
  Program program;
  program.files["d.json"] = ReadFile("data/china-military-aid.json");
  REQUIRE(program.Run({"ask", "d.json", "--target", "china-sends-weapons", "--suppose",
                       "us-strengthens-taiwan-ties"}) == 0);
  std::string kinds;
  std::istringstream lines(program.out);
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    const bool never = line.find("  Says nothing on it") != std::string::npos;
    const bool past = line.find("  Speaks of what has been") != std::string::npos;
    const bool missed = line.find("  Answers only if") != std::string::npos ||
                        line.find("  Says only ") != std::string::npos;
    kinds += never ? 'd' : past ? 'c' : missed ? 'b' : 'a';
  }
  CHECK(kinds.find("ab") != std::string::npos);
  CHECK(kinds.find("bc") != std::string::npos);
  CHECK(kinds.find("cd") != std::string::npos);
  CHECK(std::is_sorted(kinds.begin(), kinds.end()));
}

TEST_CASE("ask puts no hearsay before an author who answers", "[cli][ask]") {
  Program program;
  program.files["d.json"] = ReadFile("data/china-military-aid.json");
  REQUIRE(program.Run({"ask", "d.json", "--target", "china-sends-weapons"}) == 0);
  const auto at = [&](std::string_view view) { return program.out.find(view); };
  CHECK(at("\na-blog-author  ") < at("\na-blog-author>a-biden  "));
  CHECK(at("\na-news-author>a-raska  ") <
        at("\na-blog-author>a-us-intelligence>a-russian-communications  "));
  CHECK(at("\na-news-author  ") < at("\na-blog-author>a-us  "));
}

TEST_CASE("ask refuses what the dataset lacks and what contradicts itself", "[cli][ask]") {
  Program program = WithExample();
  const std::vector<std::vector<std::string>> wrong{
      {"--view", "a-cn"},
      {"--view", "a-writer>a-cn"},
      {"--view", ""},
      {"--view", "a-writer", "--all"},
      {"--suppose", "no-such"},
      {"--suppose", "a-writer"},
      {"--not", "!"},
      {"--suppose", "us-backs-independence", "--not", "us-backs-independence"},
      {"--suppose", "us-backs-independence,!us-backs-independence"}};
  for (const auto& options : wrong) {
    INFO(options.back());
    CHECK(program.Run(Ask(options)) == 2);
    CHECK(program.out.empty());
    CHECK_FALSE(program.err.empty());
  }
  CHECK(program.Run({"ask", "example.json", "--target", "no-such"}) == 2);
  CHECK(program.Run({"ask", "example.json"}) == 2);
  CHECK(program.Run(Ask({"--suppose", "us-backs-independance"})) == 2);
  CHECK(program.err.find("us-backs-independence") != std::string::npos);
}

TEST_CASE("ask says in plain words who says it and where", "[cli][ask]") {
  Program program = WithExample();
  REQUIRE(program.Run(Ask({"--suppose", "us-backs-independence", "--view", "a-writer", "--why"})) ==
          0);
  CHECK(program.out.find("in the words of the writer (A ¶2)") != std::string::npos);
  CHECK(program.out.find("A = “A made-up briefing”") != std::string::npos);
  CHECK(program.out.find("What would change it") != std::string::npos);
}

TEST_CASE("ask of a negation names it and speaks of one outcome throughout", "[cli][ask]") {
  Program program = WithExample();
  const auto ask = [&program](const std::string& target, std::vector<std::string> rest) {
    std::vector<std::string> all{"ask",  "example.json", "--target",
                                 target, "--suppose",    "us-backs-independence"};
    all.insert(all.end(), rest.begin(), rest.end());
    REQUIRE(program.Run(all) == 0);
    return program.out;
  };
  const auto after = [](const std::string& text) { return text.substr(text.find('\n')); };
  const std::string plain = ask("cn-sends-weapons", {}), negated = ask("!cn-sends-weapons", {});
  CHECK(plain.find("answer on “") < plain.find('\n'));
  CHECK(plain.find(", asked as ") == std::string::npos);
  CHECK(negated.find(", asked as ") < negated.find('\n'));
  // The levels speak of the outcome, and so do the directions.
  CHECK(plain.find("; more likely") != std::string::npos);
  CHECK(after(plain) == after(negated));
  CHECK(ask("!cn-sends-weapons", {"--why"}).find("    More likely.\n") != std::string::npos);
}

}  // namespace proviso::test
