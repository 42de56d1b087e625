// proviso ask, as it is called. The worked example of data/samples answers as its format page says.

#include <catch2/catch_test_macros.hpp>

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
  CHECK(program.out.find("The writer says") != std::string::npos);
  CHECK(program.out.find("“A made-up briefing” ¶2") != std::string::npos);
  CHECK(program.out.find("What would change it") != std::string::npos);
}

}  // namespace proviso::test
