#include "web/core_bridge.h"

#include <catch2/catch_test_macros.hpp>
#include <cstring>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/io/load.h"
#include "core/reason/answer.h"
#include "core/wire/answer_json.h"
#include "tests/support/files.h"

namespace proviso {
namespace {

using Json = nlohmann::ordered_json;

/// What core.js does, in C++.
class Program {
 public:
  Program() : self_(proviso_core_create()) {}
  ~Program() { proviso_core_destroy(self_); }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  bool Call(std::string_view request, std::string_view payload = {}) {
    std::uint8_t* room = proviso_core_input(self_, request.size() + payload.size());
    REQUIRE(room != nullptr);
    std::memcpy(room, request.data(), request.size());
    if (!payload.empty()) std::memcpy(room + request.size(), payload.data(), payload.size());
    const bool done = proviso_core_call(self_, request.size()) == 1;
    const std::uint8_t* at = proviso_core_output(self_);
    output = {at, at + proviso_core_output_size(self_)};
    return done;
  }
  bool Open(std::string_view bytes) { return Call(R"({"do":"open"})", bytes); }
  Json Result(std::string_view request, std::string_view payload = {}) {
    REQUIRE(Call(request, payload));
    return Json::parse(output);
  }

  std::string output;

 private:
  ProvisoCore* self_;
};

const std::string& Data() {
  static const std::string bytes = test::ReadFile("data/china-military-aid.json");
  return bytes;
}

std::string RuleOf(const std::string& report) {
  return Json::parse(report)["errors"][0]["rule"].get<std::string>();
}

TEST_CASE("a headless program counts what it opened", "[core_bridge]") {
  Program program;
  const Json report = program.Result(R"({"do":"open"})", Data());
  CHECK(report["counts"]["claims"].get<std::size_t>() == Json::parse(Data())["claims"].size());
  CHECK(report["errors"].empty());
}

TEST_CASE("a headless program says what is wrong with a file, and where", "[core_bridge]") {
  Program program;
  CHECK_FALSE(program.Open("{\n \"format\": }"));
  const Json report = Json::parse(program.output);
  CHECK(report["counts"].is_null());
  CHECK(report["errors"][0]["code"] == "syntax");
  CHECK(report["errors"][0]["line"] == 2);
  CHECK(program.Open(Data()));  // It is none the worse for it.
}

TEST_CASE("nothing can be asked before a dataset is open, nor a second one opened in its place",
          "[core_bridge]") {
  Program program;
  CHECK_FALSE(program.Call(R"({"do":"digest"})"));
  CHECK(RuleOf(program.output) == "No dataset is open.");
  REQUIRE(program.Open(Data()));
  CHECK_FALSE(program.Open(Data()));
}

TEST_CASE("a headless program answers as the reasoner does", "[core_bridge]") {
  const auto loaded = io::Load(Data());
  REQUIRE(loaded.ok());
  const Dataset& dataset = loaded->dataset;
  const reason::Views views = reason::BuildViews(dataset);
  const Literal target(dataset.info.start, false);
  const std::string id(dataset[dataset.info.start].id);
  const Literal lever(dataset.conditions[0].antecedents[0]);
  Program program;
  REQUIRE(program.Open(Data()));
  REQUIRE(program.Call(R"({"do":"ask","target":")" + id + R"(","on":[")" +
                       reason::Spell(dataset, lever) + "\"]}"));
  const auto scenario = reason::MakeScenario(dataset, {&lever, 1});
  CHECK(program.output ==
        view::AnswersJson(dataset, views, AskAll(dataset, views, target, *scenario), *scenario));
}

TEST_CASE("live answers have the status and direction of the full ones, lever by lever",
          "[core_bridge]") {
  Program program;
  REQUIRE(program.Open(Data()));
  const Json data = Json::parse(Data());
  const std::string start = data["dataset"]["start"].get<std::string>();
  const Json words = program.Result(R"({"do":"live","target":")" + start + "\"}");
  for (const Json& proposition : data["propositions"]) {
    if (proposition.value("role", "") != "lever") continue;
    const std::string lever = proposition["id"].get<std::string>();
    REQUIRE(program.Call(R"({"do":"suppose","on":[")" + lever + "\"]}"));
    const std::string verdicts = program.output;
    const Json answers =
        program.Result(R"({"do":"ask","target":")" + start + R"(","on":[")" + lever + "\"]}");
    REQUIRE(verdicts.size() == answers.size() * 4);
    for (std::size_t i = 0; i < answers.size(); ++i) {
      const auto at = [&](std::size_t k) { return static_cast<std::size_t>(verdicts[i * 4 + k]); };
      CHECK(words["views"][i] == answers[i]["view"]);
      CHECK(words["statuses"][at(0)] == answers[i]["status"]);
      const Json& direction = answers[i]["direction"];
      CHECK(words["directions"][at(3)] == (direction.is_null() ? Json("") : direction));
    }
  }
}

TEST_CASE("facet counts and cells add up to the claims", "[core_bridge]") {
  Program program;
  const std::size_t claims =
      program.Result(R"({"do":"open"})", Data())["counts"]["claims"].get<std::size_t>();
  const Json values = program.Result(R"({"do":"values","topics":"first"})");
  REQUIRE(program.Call(R"({"do":"count","topics":"first"})"));
  const std::string counts = program.output;
  const auto number = [](const std::string& bytes, std::size_t i) {
    std::uint32_t n = 0;
    std::memcpy(&n, bytes.data() + i * 4, 4);
    return n;
  };
  std::size_t at = 0;
  for (const Json& facet : values) {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < facet.size(); ++i) sum += number(counts, at++);
    CHECK(sum == claims);
  }
  CHECK(counts.size() == at * 4);
  REQUIRE(
      program.Call(R"({"do":"cells","facets":["holder","topic","modality"],"topics":"first"})"));
  std::size_t sum = 0;
  for (std::size_t i = 3; i < program.output.size() / 4; i += 4) sum += number(program.output, i);
  CHECK(sum == claims);
  // What is kept of a question answers no other one: other facets, or every topic.
  const std::string first = program.output;
  for (const char* other :
       {R"({"do":"cells","facets":["topic","holder","modality"],"topics":"first"})",
        R"({"do":"cells","facets":["holder","topic","modality"]})"}) {
    REQUIRE(program.Call(other));
    CHECK(program.output != first);
    REQUIRE(
        program.Call(R"({"do":"cells","facets":["holder","topic","modality"],"topics":"first"})"));
    CHECK(program.output == first);
  }
  CHECK_FALSE(program.Call(R"({"do":"cells","facets":["holder","holder","act"]})"));
  CHECK_FALSE(program.Call(R"({"do":"count","filter":{"colour":["red"]}})"));
}

TEST_CASE("answers stay the same once the text version was asked for", "[core_bridge]") {
  Program program;
  REQUIRE(program.Open(Data()));
  const std::string start = Json::parse(Data())["dataset"]["start"].get<std::string>();
  const std::string request = R"({"do":"ask","target":")" + start + "\"}";
  const Json before = program.Result(request);
  const Json found = program.Result(R"({"do":"find","words":"weapons"})");
  const Json digest = program.Result(R"({"do":"digest"})");
  CHECK(program.Result(R"({"do":"page"})").size() > 10);
  CHECK(program.Result(request) == before);
  CHECK(program.Result(R"({"do":"find","words":"weapons"})") == found);
  CHECK(program.Result(R"({"do":"digest"})") == digest);
}

TEST_CASE("a passage is located in the reader's own text", "[core_bridge]") {
  Program program;
  REQUIRE(program.Open(test::ReadFile("data/samples/minimal.json")));
  const Json report = program.Result(R"({"do":"locate","document":"d-note"})",
                                     test::ReadFile("data/samples/minimal.txt"));
  CHECK(report["sameText"] == true);
  CHECK(report["passages"][0]["verdict"] == "found");
  CHECK_FALSE(program.Call(R"({"do":"locate","document":"d-none"})", "text"));
  CHECK_FALSE(program.Call(R"({"do":"locate","document":"d-note"})", "\xff"));
}

TEST_CASE("requests that are not of the form are refused, whatever they hold", "[core_bridge]") {
  Program program;
  REQUIRE(program.Open(Data()));
  for (const char* request :
       {"", "[]", "null", "{", "\xff\xfe", "{}", R"({"do":7})", R"({"do":"erase"})",
        R"({"do":"ask"})", R"({"do":"ask","target":["a"]})", R"({"do":"ask","target":"!"})",
        R"({"do":"live","target":"no-such"})", R"({"do":"suppose"})",
        R"({"do":"find","tables":["walls"]})", R"({"__proto__":{"do":"digest"}})"}) {
    INFO(request);
    CHECK_FALSE(program.Call(request));
    CHECK(Json::parse(program.output)["errors"][0]["code"] == "call");
  }
  CHECK_FALSE(program.Call(std::string(100'000, '[')));
  CHECK(proviso_core_input(nullptr, std::size_t{2} << 30) == nullptr);
}

}  // namespace
}  // namespace proviso
