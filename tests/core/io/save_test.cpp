#include "core/io/save.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/base/sha256.h"
#include "core/io/fields.h"
#include "core/io/json_text.h"
#include "core/io/load.h"
#include "tests/support/files.h"
#include "tests/support/random_talk.h"

using nlohmann::json;
using nlohmann::ordered_json;
using proviso::io::Load;
using proviso::io::Save;
using proviso::test::ReadFile;

namespace {

ordered_json Everything() { return ordered_json::parse(ReadFile("data/samples/everything.json")); }

std::string Canonical(const std::string& bytes) {
  auto result = Load(bytes);
  REQUIRE(result.ok());
  return Save(result->dataset);
}

/// The same JSON with the members of every object in reverse order.
ordered_json Reversed(const ordered_json& value) {
  ordered_json out = value;
  if (value.is_object()) {
    out = ordered_json::object();
    for (auto i = value.size(); i-- > 0;) {
      const auto member = std::next(value.begin(), static_cast<std::ptrdiff_t>(i));
      out[member.key()] = Reversed(member.value());
    }
  } else if (value.is_array()) {
    for (auto& item : out) item = Reversed(item);
  }
  return out;
}

/// Collects the names that `Fields` gives, and the rules that a schema states as well.
struct Names {
  ordered_json properties = ordered_json::object();
  std::vector<std::string> required;

  template <class T>
  void Field(std::string_view name, const T&, const proviso::io::Rule& rule) {
    Add(name, rule.required);
  }
  template <class R>
  void Records(std::string_view name, proviso::Table, const std::vector<R>&,
               const proviso::io::Rule& rule) {
    Add(name, rule.required);
  }
  void Format(std::string_view name) { Add(name, true); }
  void FormatVersion(std::string_view name, const proviso::Text&) { Add(name, true); }
  void Extensions(const proviso::Text&) { properties["^x-"] = true; }
  void Add(std::string_view name, bool is_required) {
    properties[std::string(name)] = true;
    if (is_required) required.emplace_back(name);
  }
};

template <class R>
void CheckAgainstSchema(const char* what, const R& record, const ordered_json& schema) {
  INFO(what);
  Names names;
  proviso::io::Fields(names, record);
  std::vector<std::string> ours, theirs, required;
  for (const auto& [name, value] : names.properties.items()) ours.push_back(name);
  for (const auto& [name, value] : schema["properties"].items()) theirs.push_back(name);
  if (schema.contains("patternProperties")) theirs.emplace_back("^x-");
  for (const auto& name : schema.value("required", ordered_json::array()))
    required.push_back(name.get<std::string>());
  CHECK(ours == theirs);
  std::sort(required.begin(), required.end());
  std::sort(names.required.begin(), names.required.end());
  CHECK(names.required == required);
}

}  // namespace

TEST_CASE("loader and schema name the same fields, in one order", "[io][schema]") {
  using namespace proviso;
  const ordered_json schema = ordered_json::parse(ReadFile("data/schema.json"));
  const ordered_json& root = schema["properties"];
  const ordered_json& defs = schema["$defs"];
  CheckAgainstSchema("root", Dataset(), schema);
  CheckAgainstSchema("dataset", DatasetInfo(), root["dataset"]);
  const DatasetInfo info;
  CheckAgainstSchema("dataset.coding", io::DatasetCoding<const DatasetInfo>{&info},
                     root["dataset"]["properties"]["coding"]);
  CheckAgainstSchema("document", Document(), defs["document"]);
  const ordered_json& text = defs["document"]["properties"]["text"];
  CheckAgainstSchema("text", DocumentText(), text);
  CheckAgainstSchema("paragraph", Paragraph(), text["properties"]["paragraphs"]["items"]);
  CheckAgainstSchema("passage", Passage(), defs["passage"]);
  CheckAgainstSchema("actor", Actor(), defs["actor"]);
  CheckAgainstSchema("affiliation", Affiliation(),
                     defs["actor"]["properties"]["affiliations"]["items"]);
  CheckAgainstSchema("proposition", Proposition(), defs["proposition"]);
  CheckAgainstSchema("near", Near(), defs["proposition"]["properties"]["near"]["items"]);
  CheckAgainstSchema("condition", Condition(), defs["condition"]);
  CheckAgainstSchema("step", Step(), defs["step"]);
  CheckAgainstSchema("claim", Claim(), defs["claim"]);
  CheckAgainstSchema("coding", Coding(), defs["claim"]["properties"]["coding"]);
  CheckAgainstSchema("relation", Relation(), defs["relation"]);
  CheckAgainstSchema("event", Event(), defs["event"]);
  CheckAgainstSchema("participant", Participant(),
                     defs["event"]["properties"]["participants"]["items"]);
  CheckAgainstSchema("quantity", Quantity(), defs["quantity"]);
  CheckAgainstSchema("topic", Topic(), root["topics"]["items"]);
  CheckAgainstSchema("question", Question(), root["questions"]["items"]);
}

TEST_CASE("the sample with everything leaves no field of the schema out", "[io][samples]") {
  // Every key that the schema knows stands somewhere in the file.
  const std::string sample = ReadFile("data/samples/everything.json");
  std::vector<const ordered_json*> open;
  const ordered_json schema = ordered_json::parse(ReadFile("data/schema.json"));
  open.push_back(&schema);
  while (!open.empty()) {
    const ordered_json& value = *open.back();
    open.pop_back();
    if (value.is_object() && value.contains("properties") && !value.contains("const"))
      for (const auto& [name, inner] : value["properties"].items()) {
        INFO(name);
        CHECK(sample.find('"' + name + "\": ") != std::string::npos);
      }
    for (const auto& inner : value)
      if (inner.is_structured()) open.push_back(&inner);
  }
}

TEST_CASE("whatever order keys and records come in, the canonical bytes are the same",
          "[io][save]") {
  const std::string canonical = ReadFile("data/samples/everything.json");
  ordered_json shuffled = Reversed(Everything());
  for (auto& [name, table] : shuffled.items())
    if (table.is_array() && name != "questions") std::reverse(table.begin(), table.end());
  for (auto& proposition : shuffled["propositions"])
    if (proposition.contains("topics"))
      std::reverse(proposition["topics"].begin(), proposition["topics"].end());
  for (auto& condition : shuffled["conditions"])
    std::reverse(condition["antecedents"].begin(), condition["antecedents"].end());
  CHECK(Canonical(shuffled.dump()) == canonical);
  CHECK(Canonical(shuffled.dump(7, '\t')) == canonical);
  CHECK(Canonical("\xEF\xBB\xBF" + shuffled.dump(-1, ' ', true)) == canonical);
}

TEST_CASE("canonical bytes load into the same canonical bytes", "[io][save]") {
  for (const char* name : {"everything", "minimal", "scripts", "worked-example"}) {
    const std::string once = Canonical(ReadFile(std::string("data/samples/") + name + ".json"));
    CHECK(Canonical(once) == once);
  }
}

TEST_CASE("lists whose order means something keep it", "[io][save]") {
  ordered_json dataset = Everything();
  dataset["documents"][0]["creators"] = {"a-writer", "a-board"};
  dataset["documents"][0]["notes"] = {"z", "a"};
  dataset["actors"][0]["aliases"] = {"z", "a"};
  dataset["claims"][0]["hedges"] = {"very", "likely", "so"};
  dataset["dataset"]["coding"]["coders"] = {"z", "a"};
  const json saved = json::parse(Canonical(dataset.dump()));
  CHECK(saved["documents"][0]["creators"] == json({"a-writer", "a-board"}));
  CHECK(saved["documents"][0]["notes"] == json({"z", "a"}));
  CHECK(saved["actors"][0]["aliases"] == json({"z", "a"}));
  CHECK(saved["claims"][0]["hedges"] == json({"very", "likely", "so"}));
  CHECK(saved["dataset"]["coding"]["coders"] == json({"z", "a"}));
  CHECK(saved["questions"][0]["id"] == "z-first");
  CHECK(saved["questions"][1]["id"] == "a-second");
}

TEST_CASE("sets are sorted by id, literals by id and then the positive first", "[io][save]") {
  ordered_json dataset = Everything();
  dataset["actors"][1]["distinctFrom"] = {"a-writer", "a-board", "a-town"};
  auto& condition = dataset["conditions"][2];
  REQUIRE(condition["id"] == "k-if");
  condition["antecedents"] = {{{"not", "town-can-pay"}}, "fuel-dear", {{"not", "election-near"}}};
  const json saved = json::parse(Canonical(dataset.dump()));
  CHECK(saved["actors"][1]["distinctFrom"] == json({"a-board", "a-town", "a-writer"}));
  CHECK(saved["conditions"][2]["antecedents"] ==
        json({{{"not", "election-near"}}, "fuel-dear", {{"not", "town-can-pay"}}}));
}

TEST_CASE("a default that was given stays, and one that was not stays away", "[io][save]") {
  ordered_json dataset = Everything();
  REQUIRE(dataset["claims"][0]["act"] == "assertive");
  REQUIRE_FALSE(dataset["claims"][1].contains("act"));
  dataset["claims"][1]["coding"] = ordered_json::object();
  dataset["claims"][1]["hedges"] = ordered_json::array();
  const json saved = json::parse(Canonical(dataset.dump()));
  CHECK(saved["claims"][0]["act"] == "assertive");
  CHECK_FALSE(saved["claims"][1].contains("act"));
  CHECK(saved["claims"][1]["coding"] == json::object());
  CHECK(saved["claims"][1]["hedges"] == json::array());
  ordered_json minimal = ordered_json::parse(ReadFile("data/samples/minimal.json"));
  CHECK_FALSE(json::parse(Canonical(minimal.dump())).contains("events"));
  minimal["events"] = ordered_json::array();
  CHECK(json::parse(Canonical(minimal.dump()))["events"] == json::array());
}

TEST_CASE("members of one's own survive, sorted by name", "[io][save]") {
  ordered_json dataset = Everything();
  dataset["x-b"] = {{"z", 1}, {"a", {1.50, -0.0, 1e2, "\xC3\xA9", nullptr, true}}};
  dataset["x-a"] = "first";
  const std::string saved = Canonical(dataset.dump());
  const ordered_json read = ordered_json::parse(saved);
  std::vector<std::string> names;
  for (const auto& [name, value] : read.items())
    if (name.starts_with("x-")) names.push_back(name);
  CHECK(names == std::vector<std::string>{"x-a", "x-b", "x-history"});
  CHECK(read["x-b"].dump() == "{\"a\":[1.5,0,100,\"\xC3\xA9\",null,true],\"z\":1}");
  CHECK(Canonical(saved) == saved);
}

TEST_CASE("texts are written in NFC, and those limits hold before and after", "[io][save]") {
  ordered_json dataset = ordered_json::parse(ReadFile("data/samples/minimal.json"));
  dataset["claims"][0]["gloss"] = "e\xCC\x81 and \xE2\x84\xAB";  // e + acute, Ångström sign
  dataset["x-note"] = {{"e\xCC\x81", "e\xCC\x81"}};
  const json saved = json::parse(Canonical(dataset.dump()));
  CHECK(saved["claims"][0]["gloss"] == "\xC3\xA9 and \xC3\x85");
  CHECK(saved["x-note"].dump() == "{\"\xC3\xA9\":\"\xC3\xA9\"}");
  std::string longer, shorter;
  for (int i = 0; i < 201; ++i) {
    longer += "\xE0\xA5\x98";  // U+0958, two characters in NFC
    shorter += "e\xCC\x81";    // two characters, one in NFC
  }
  for (const std::string& text : {longer, shorter}) {
    dataset["claims"][0]["gloss"] = text;
    const auto result = Load(dataset.dump());
    REQUIRE_FALSE(result.ok());
    CHECK(result.problems()[0].pointer == "/claims/0/gloss");
  }
}

TEST_CASE("a dataset of a newer minor version is written as this one", "[io][save]") {
  ordered_json dataset = ordered_json::parse(ReadFile("data/samples/minimal.json"));
  const std::string canonical = Canonical(dataset.dump());
  dataset["formatVersion"] = "1.9";
  CHECK(Canonical(dataset.dump()) == canonical);
}

TEST_CASE("a digest is that of the canonical bytes", "[io][save]") {
  const std::string bytes = ReadFile("data/samples/worked-example.json");
  const auto result = Load(bytes);
  REQUIRE(result.ok());
  CHECK(proviso::io::Digest(result->dataset) == proviso::Sha256Hex(bytes));
  CHECK(proviso::io::Digest(result->dataset) ==
        "b407ebb7ca8b3aeb54d5b0f0a6815d0837ff20675fe49e07e8cb2fa0bc5450b3");
  const auto reordered = Load(Reversed(ordered_json::parse(bytes)).dump());
  CHECK(proviso::io::Digest(reordered->dataset) == proviso::Sha256Hex(bytes));
}

TEST_CASE("the digest of a dataset that is written in pieces is that of all its bytes",
          "[io][save]") {
  const auto result = Load(ReadFile("data/china-military-aid.json"));
  REQUIRE(result.ok());
  const std::string bytes = proviso::io::Save(result->dataset);
  REQUIRE(bytes.size() > 100'000);
  CHECK(proviso::io::Digest(result->dataset) == proviso::Sha256Hex(bytes));
}

TEST_CASE("any bytes are escaped as one by one", "[io][save]") {
  const auto plain = [](const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
      std::string one;
      proviso::io::AppendJsonString(std::string_view(&c, 1), &one);
      out += one.substr(1, one.size() - 2);
    }
    return out + "\"";
  };
  proviso::test::Dice dice(3);
  for (int round = 0; round < 4000; ++round) {
    std::string text(dice.Below(40), 'a');
    for (char& c : text) {
      if (dice.Chance(20)) c = static_cast<char>(dice.Below(256));
      if (dice.Chance(5)) c = dice.Chance(50) ? '"' : '\\';
    }
    std::string out;
    proviso::io::AppendJsonString(text, &out);
    REQUIRE(out == plain(text));
  }
}
