// The form of answers for other programs, and their words for people.

#include "core/wire/answer_json.h"

#include <nlohmann/json.hpp>

#include "core/voice/answer_words.h"
#include "tests/core/reason/ask.h"

namespace proviso::test {
namespace {

using Json = nlohmann::ordered_json;

Json JsonOf(const Told& told, std::string_view view, std::string_view target,
            std::string_view supposed) {
  return Json::parse(view::AnswersJson(told.data, told.views, {told.Ask(view, target, supposed)},
                                       told.Suppose(supposed)))[0];
}

}  // namespace

TEST_CASE("an answer has the same members whatever it says", "[view][answer]") {
  const std::vector<std::string> members{
      "view",     "target",  "status",      "reason",    "reasons",         "literal",
      "strength", "derived", "attenuated",  "direction", "directionReason", "because",
      "against",  "missing", "switchedOff", "near",      "notes",           "words"};
  const Told told("w: if tw -> aid, very_likely\nw: if sanc -> !aid, likely");
  for (const char* supposed : {"", "tw", "tw sanc", "aid"}) {
    std::vector<std::string> found;
    const Json json = JsonOf(told, "w", "aid", supposed);
    for (const auto& [key, value] : json.items()) found.push_back(key);
    CHECK(found == members);
  }
}

TEST_CASE("a prediction lists its steps: claim, rule, premises", "[view][answer]") {
  const Told told("w: if loss -> fall, likely\nw endorses > v: if fall -> aid, very_likely");
  const Json json = JsonOf(told, "w", "!aid", "loss");
  CHECK(json["view"] == Json::array({"w"}));
  CHECK(json["target"] == "!aid");
  CHECK(json["status"] == "predicted");
  CHECK(json["reason"].is_null());
  CHECK(json["reasons"].empty());
  CHECK(json["literal"] == "aid");
  CHECK(json["strength"] == "possible");
  CHECK(json["derived"] == true);
  CHECK(json["attenuated"] == false);
  CHECK(json["direction"] == "-");
  CHECK(json["directionReason"].is_null());
  REQUIRE(json["because"].size() == 2);
  CHECK(json["because"][1]["claim"] == "c2");
  CHECK(json["because"][1]["premises"] == Json::array({"fall"}));
  CHECK(json["because"][0]["rule"]["then"] == "fall");
  CHECK(json["because"][0]["rule"]["strength"] == "likely");
}

TEST_CASE("what has two sides gives each its literal, strength and steps", "[view][answer]") {
  const Told told("w: if tw -> aid, very_likely\nw: if sanc -> !aid, likely");
  const Json json = JsonOf(told, "w", "!aid", "tw sanc");
  CHECK(json["status"] == "conflict");
  CHECK(json["literal"].is_null());
  CHECK(json["strength"].is_null());
  CHECK(json["because"]["literal"] == "!aid");
  CHECK(json["because"]["strength"] == "likely");
  CHECK(json["because"]["steps"][0]["claim"] == "c2");
  CHECK(json["against"]["literal"] == "aid");
  CHECK(json["direction"] == "?");
  CHECK(json["directionReason"] == "pulls");
  const Json even = JsonOf(Told("w: aid, even"), "w", "aid", "");
  CHECK(even["because"]["strength"] == "even");
  CHECK(even["against"]["literal"] == "!aid");
}

TEST_CASE("silence has its reasons and what is missing", "[view][answer]") {
  const Told told("w: if tw & !calm -> aid\nw: lowers sanc -> aid");
  const Json json = JsonOf(told, "w", "aid", "tw");
  CHECK(json["status"] == "silent");
  CHECK(json["reason"] == "conditions-not-met");
  CHECK(json["reasons"] == Json::array({"conditions-not-met", "pull-only"}));
  CHECK(json["missing"] == Json::array({"!calm"}));
  CHECK(json["direction"].is_null());
  CHECK(json["because"] == Json::array());
  CHECK(json["notes"][0]["met"] == 1);
  const Told off("w: if tw -> aid unless calm");
  CHECK(JsonOf(off, "w", "aid", "tw calm")["switchedOff"] ==
        Json::parse(R"([{"claim":"c1","by":"calm"}])"));
}

TEST_CASE("who says a thing says it; what only follows, nobody says", "[view][answer]") {
  const Told told("w: if loss -> fall, likely\nw: if fall -> aid, very_likely");
  const std::string direct = view::WhyText(told.data, told.views, told.Ask("w", "aid", "fall"));
  CHECK(direct.find("in the words of w (A ¶2)") != std::string::npos);
  CHECK(direct.find("it is not said") == std::string::npos);
  const std::string derived = view::WhyText(told.data, told.views, told.Ask("w", "aid", "loss"));
  CHECK(derived.find("This follows from words of w (A ¶1 and A ¶2); it is not said.") !=
        std::string::npos);
}

TEST_CASE("every kind of answer has words", "[view][answer]") {
  const Told told(
      "w: if tw -> aid unless fall, very_likely\nw: if sanc -> !aid, likely\n"
      "w: raises tw -> esc\nw: lowers aid -> esc\nw: raises esc -> aid\n"
      "w: evenIf pun -> aid, possible\nw: pun, uncommitted\nw: calm, even\n"
      "w: calm2, possible\nw: !calm2, possible\nw: if aid -> reacts\n"
      "near reacts to aid as wider\nw: aid [act=question]\nw: flat\n"
      "w: raises flat -> aid\nw doubts > v: aid [hedge=maybe; act=promise]");
  for (const char* target : {"aid", "pun", "calm", "calm2", "reacts", "esc", "flat"})
    for (const char* supposed : {"", "tw", "tw sanc", "tw fall", "pun", "flat", "aid"}) {
      if (std::string_view(target) == supposed) continue;
      for (const char* path : {"w", "w>v"}) {
        const auto lines = view::WhyLines(told.data, told.views, told.Ask(path, target, supposed));
        REQUIRE_FALSE(lines.empty());
        for (const view::WhyLine& line : lines) {
          const std::string words = view::LineWords(told.data, line);
          CHECK_FALSE(words.empty());
          CHECK(words.find("  ") == std::string::npos);
          if (!line.claim.empty()) CHECK(told.data.Find(line.claim).table == Table::kClaims);
        }
      }
    }
}

}  // namespace proviso::test
