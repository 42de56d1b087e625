#include "core/io/load.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "core/io/save.h"
#include "tests/support/files.h"

using nlohmann::ordered_json;
using proviso::Problem;
using proviso::io::Load;
using proviso::test::ReadFile;

namespace {

ordered_json Sample(const char* name) {
  return ordered_json::parse(ReadFile(std::string("data/samples/") + name + ".json"));
}

std::vector<Problem> ProblemsOf(const std::string& bytes) {
  const auto result = Load(bytes);
  return result.ok() ? std::vector<Problem>() : result.problems();
}

}  // namespace

TEST_CASE("a dataset comes out as it was written down", "[io][load]") {
  using namespace proviso;
  const auto result = Load(ReadFile("data/samples/everything.json"));
  REQUIRE(result.ok());
  const Dataset& d = result->dataset;
  CHECK(d.format_version == "1.1");
  CHECK(d.info.id == "everything");
  CHECK(d.info.coders.size() == 2);
  CHECK(d.info.scale == "modality-1");
  CHECK(d[d.info.start].id == "tolls-rise");
  CHECK(d.info.extensions == R"({"x-tool":{"name":"by hand","steps":[]}})");
  REQUIRE(d.claims.size() == 15);
  const Claim& first = d.claims[0];
  CHECK(first.id == "c-01");
  CHECK(first.passages.size() == 2);
  CHECK(d[d[first.passages[1]].repeats].id == "p-1");
  CHECK(first.about.kind == AboutKind::kCondition);
  CHECK(first.modality == Modality::kVeryLikely);
  CHECK(first.hedges[0] == "very likely");
  CHECK(first.as_of == "2026-03-24");
  CHECK(first.coding.confidence == Confidence::kHigh);
  CHECK(first.tier == Tier::kCore);
  CHECK(first.kind == ClaimKind::kPrediction);
  CHECK(first.evidence == Evidence::kExpected);
  CHECK(first.inferred.size() == 2);
  CHECK(d[first.holder()].name == "The writer");
  CHECK(d[d.claims[2].holder()].id == "a-board");
  CHECK(d.claims[2].attribution[0].hedge == "reportedly");
  CHECK(d.claims[4].about.literal.negated());
  CHECK(d[d.claims[4].about.literal.proposition()].id == "board-promised");
  CHECK(d[d.claims[6].about.quantity].low == 39.5);
  CHECK(d.IdOf(d.claims[8].about.more) == "quay-repaired");
  CHECK(d.IdOf(d.claims[8].about.less) == "fuel-dear");
  CHECK(d.claims[9].about.more.table == Table::kConditions);
  CHECK_FALSE(d.claims[9].about.less);
  const Condition& condition = d.conditions[2];
  CHECK(condition.id == "k-if");
  CHECK(condition.antecedents[1].negated());
  CHECK(condition.unless.size() == 1);
  CHECK_FALSE(d.conditions[1].contrast);
  CHECK(d.conditions[6].graded);
  CHECK_FALSE(d.relations[0].by);
  CHECK(d[d.relations[1].by].id == "a-board");
  CHECK(d.documents[0].text.paragraphs.size() == 5);
  CHECK(d.documents[0].text.paragraphs[0].role == PassageRole::kHeading);
  CHECK(d.events[1].status == EventStatus::kHypothetical);
  CHECK(d.questions[1].tour == 2);
  CHECK(d.Find("k-if") == RecordRef{Table::kConditions, 2});
  CHECK_FALSE(d.Find("k-of"));
  CHECK(d.propositions[9].given.has(7));  // role
  CHECK_FALSE(d.propositions[0].given.has(7));
  CHECK(first.given.has(6));  // act, although it is the default
}

TEST_CASE("a dataset may be read from bytes that are gone afterwards", "[io][load]") {
  auto bytes = ReadFile("data/samples/everything.json");
  const std::string expected = bytes;
  auto result = Load(bytes);
  REQUIRE(result.ok());
  std::fill(bytes.begin(), bytes.end(), '#');
  const proviso::Dataset moved = std::move(result.value().dataset);
  CHECK(proviso::io::Save(moved) == expected);
}

TEST_CASE("a load that fails leaves the dataset that was open as it is", "[io][load]") {
  const std::string bytes = ReadFile("data/samples/minimal.json");
  auto open = Load(bytes);
  REQUIRE(open.ok());
  CHECK_FALSE(Load(bytes.substr(0, bytes.size() / 2)).ok());
  CHECK(proviso::io::Save(open->dataset) == bytes);
}

TEST_CASE("every prefix of a dataset is refused, and none crashes", "[io][load]") {
  const std::string bytes = ReadFile("data/samples/minimal.json");
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const std::vector<char> copy(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
    const auto result = Load({copy.data(), copy.size()});
    REQUIRE_FALSE(result.ok());
    CHECK(result.problems().back().code == "syntax");
  }
}

TEST_CASE("a dataset of a higher minor version loads if it has no unknown field", "[io][version]") {
  ordered_json dataset = Sample("everything");
  dataset["formatVersion"] = "1.12";
  const auto newer = Load(dataset.dump());
  REQUIRE(newer.ok());
  CHECK(newer->dataset.format_version == "1.12");
  dataset["claims"][0]["mood"] = 1;
  const auto problems = ProblemsOf(dataset.dump());
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == "version");
  CHECK(problems[0].rule.find("mood") != std::string::npos);
  CHECK(problems[0].rule.find("1.12") != std::string::npos);
}

TEST_CASE("what the version is to blame for does not depend on where it stands", "[io][version]") {
  const auto problems =
      ProblemsOf(R"({"format":"claims-dataset","new":1,"formatVersion":"1.3",)"
                 R"("dataset":{"id":"a","title":"","coding":{"scale":"modality-1",)"
                 R"("coders":["k"]},"version":"1.0"},"documents":[{"id":"d","title":)"
                 R"("","creators":["b"],"language":"en","text":{"normalisation":)"
                 R"("norm-1","codePoints":1,"sha256":")" +
                 std::string(64, '0') +
                 R"("}}],"passages":[],"actors":[{"id":"b","kind":"state","name":""}],)"
                 R"("propositions":[],"conditions":[],"claims":[]})");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == "version");
  CHECK(problems[0].pointer == "/new");
}

TEST_CASE("lines count line feeds, columns count characters", "[io][problems]") {
  std::string bytes = ReadFile("data/samples/scripts.json");
  const std::string modality = "\"modality\": \"likely\"";
  bytes.replace(bytes.find(modality), modality.size(), "\"modality\": \"surely\"");
  const auto problems = ProblemsOf(bytes);
  REQUIRE(problems.size() == 1);
  const std::size_t at = bytes.find("\"surely\"");
  const auto line = static_cast<std::uint32_t>(
      std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  CHECK(problems[0].line == line + 1);
  CHECK(problems[0].column == at - bytes.rfind('\n', at));
  // On one line, after Chinese and Cyrillic: characters, not bytes.
  const std::string one_line = ordered_json::parse(bytes).dump();
  const auto flat = ProblemsOf(one_line);
  REQUIRE(flat.size() == 1);
  CHECK(flat[0].line == 1);
  std::size_t characters = 1;
  for (const char c : one_line.substr(0, one_line.find("\"surely\"")))
    characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  CHECK(flat[0].column == characters);
}

TEST_CASE("problems come in the order of the file, whoever found them", "[io][problems]") {
  ordered_json dataset = Sample("everything");
  dataset["relations"][0]["from"] = "c-none";                // linker
  dataset["claims"][5]["modality"] = "stated";               // invariant
  dataset["claims"][4]["modality"] = "certain";              // reader
  dataset["conditions"][0]["antecedents"] = {"tolls-rise"};  // invariant
  dataset["actors"][0]["partOf"] = "k-if";                   // linker
  const auto problems = ProblemsOf(dataset.dump(1));
  std::vector<std::string> codes;
  for (const Problem& problem : problems) codes.push_back(problem.code);
  CHECK(codes == std::vector<std::string>{"I2", "I5", "schema", "I4", "I2"});
  CHECK(std::is_sorted(problems.begin(), problems.end(),
                       [](const Problem& a, const Problem& b) { return a.line < b.line; }));
}

TEST_CASE("what follows from an error in a record is not said again", "[io][problems]") {
  ordered_json dataset = Sample("everything");
  dataset["documents"][0]["text"].erase("codePoints");  // Else every passage would lie beyond it.
  dataset["conditions"][6]["form"] = "encourages";      // Else `stated` would not fit.
  const auto problems = ProblemsOf(dataset.dump());
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].pointer == "/documents/0/text");
  CHECK(problems[1].pointer == "/conditions/6/form");
}

TEST_CASE("messages quote a file without letting it speak for itself", "[io][problems]") {
  ordered_json dataset = Sample("minimal");
  dataset["claims"][0]["modality"] =
      "a\xE2\x80\xAE"
      "b\n\x7F" +
      std::string(100, 'x');
  const auto problems = ProblemsOf(dataset.dump());
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].rule.find("\xE2\x80\xAE") == std::string::npos);
  CHECK(problems[0].rule.find('\n') == std::string::npos);
  CHECK(problems[0].rule.find(std::string(41, 'x')) == std::string::npos);
}

TEST_CASE("names that mean something in JavaScript are only names", "[io][load]") {
  ordered_json dataset = Sample("minimal");
  dataset["x-__proto__"] = {{"__proto__", {{"polluted", true}}}, {"constructor", 1}};
  CHECK(Load(dataset.dump()).ok());
  dataset["claims"][0]["__proto__"] = ordered_json::object();
  CHECK(ProblemsOf(dataset.dump())[0].pointer == "/claims/0/__proto__");
}

TEST_CASE("ids made to collide are refused instead of searched for minutes", "[io][load]") {
  // Honest ids, many and alike, are no such thing.
  ordered_json dataset = Sample("minimal");
  for (int i = 0; i < 20'000; ++i)
    dataset["topics"].push_back({{"id", "t-" + std::to_string(i)}, {"label", ""}});
  CHECK(Load(dataset.dump()).ok());
}

TEST_CASE("the holder may commit for the whole that the holder is part of", "[io][I6]") {
  ordered_json dataset = Sample("everything");
  auto& tolls = dataset["propositions"][9];
  REQUIRE(tolls["id"] == "tolls-rise");
  CHECK(Load(dataset.dump())->warnings.empty());
  tolls["actors"] = {"a-league"};  // a-board is part of a-town, which is part of a-league
  CHECK(Load(dataset.dump())->warnings.empty());
  tolls["actors"] = {"a-guild"};
  const auto result = Load(dataset.dump());
  REQUIRE(result.ok());
  REQUIRE(result->warnings.size() == 1);
  CHECK(result->warnings[0].code == "I6");
  CHECK(result->warnings[0].pointer == "/claims/10/act");
}

TEST_CASE("a date at the bounds of the calendar is a date", "[io][load]") {
  ordered_json dataset = Sample("minimal");
  for (const char* date : {"2024-02-29", "2000-02-29", "2023", "2023-12~", "2023-03-24%", "../2023",
                           "2023/..", "2022-01?/2023-02-28"}) {
    INFO(date);
    dataset["claims"][0]["asOf"] = date;
    CHECK(Load(dataset.dump()).ok());
  }
  for (const char* date : {"2023-02-29", "1900-02-29", "2023-13", "2023-00", "2023-04-31", "23", "",
                           "2023-3", "2023-03-24T00:00", "2023~-03", "../.."}) {
    INFO(date);
    dataset["claims"][0]["asOf"] = date;
    CHECK_FALSE(Load(dataset.dump()).ok());
  }
}

TEST_CASE("a whole number may be written 3.0 or 3e1", "[io][load]") {
  std::string bytes = Sample("minimal").dump();
  const auto letters = bytes.find("\"letters\":39");
  REQUIRE(letters != std::string::npos);
  for (const char* written : {"39.0", "3.9e1", "390E-1"}) {
    std::string changed = bytes;
    changed.replace(letters + 10, 2, written);
    const auto result = Load(changed);
    REQUIRE(result.ok());
    CHECK(result->dataset.passages[0].letters == 39);
  }
}

TEST_CASE("a dataset spoilt in any one place is refused for that", "[io][spoilt]") {
  const struct {
    const char* what;
    void (*spoil)(ordered_json&);
    const char* code;
    const char* pointer;
  } kSpoilt[] = {
      {"root field", [](auto& d) { d["extra"] = 1; }, "schema", "/extra"},
      {"table missing", [](auto& d) { d.erase("actors"); }, "schema", ""},
      {"last id", [](auto& d) { d["claims"][14]["id"] = "C-last"; }, "schema", "/claims/14/id"},
      {"label", [](auto& d) { d["topics"][1]["label"] = std::string(81, 'l'); }, "schema",
       "/topics/1/label"},
      {"digest", [](auto& d) { d["passages"][2]["sha256"] = "ab"; }, "schema",
       "/passages/2/sha256"},
      {"number as text", [](auto& d) { d["quantities"][0]["value"] = "40"; }, "schema",
       "/quantities/0/value"},
      {"empty about", [](auto& d) { d["claims"][7]["about"] = nullptr; }, "schema",
       "/claims/7/about"},
      {"paragraph role", [](auto& d) { d["documents"][0]["text"]["paragraphs"][1]["role"] = "x"; },
       "schema", "/documents/0/text/paragraphs/1/role"},
      {"near without how", [](auto& d) { d["propositions"][0]["near"][0].erase("how"); }, "schema",
       "/propositions/0/near/0"},
      {"id twice in a table", [](auto& d) { d["questions"][1]["id"] = "z-first"; }, "I1",
       "/questions/1/id"},
      {"id in two tables", [](auto& d) { d["questions"][2]["id"] = "a-board"; }, "I1",
       "/questions/2/id"},
      {"actor", [](auto& d) { d["claims"][2]["attribution"][1]["actor"] = "a-none"; }, "I2",
       "/claims/2/attribution/1/actor"},
      {"passage", [](auto& d) { d["claims"][0]["passages"][1] = "p-none"; }, "I2",
       "/claims/0/passages/1"},
      {"topic", [](auto& d) { d["propositions"][5]["topics"][1] = "t-none"; }, "I2",
       "/propositions/5/topics/1"},
      {"start", [](auto& d) { d["dataset"]["start"] = "t-fuel"; }, "I2", "/dataset/start"},
      {"antecedent", [](auto& d) { d["conditions"][2]["antecedents"][1]["not"] = "p-none"; }, "I2",
       "/conditions/2/antecedents/1"},
      {"creator", [](auto& d) { d["documents"][0]["creators"][1] = "a-none"; }, "I2",
       "/documents/0/creators/1"},
      {"affiliation", [](auto& d) { d["actors"][1]["affiliations"][0]["passage"] = "a-town"; },
       "I2", "/actors/1/affiliations/0/passage"},
      {"relation by", [](auto& d) { d["relations"][1]["by"] = "codex"; }, "I2", "/relations/1/by"},
      {"relation's passage", [](auto& d) { d["relations"][0]["passages"][0] = "c-01"; }, "I2",
       "/relations/0/passages/0"},
      {"participant", [](auto& d) { d["events"][0]["participants"][1]["actor"] = "a-none"; }, "I2",
       "/events/0/participants/1/actor"},
      {"event's passage", [](auto& d) { d["events"][0]["passages"][0] = "p-none"; }, "I2",
       "/events/0/passages/0"},
      {"distinct", [](auto& d) { d["actors"][1]["distinctFrom"][0] = "p-1"; }, "I2",
       "/actors/1/distinctFrom/0"},
      {"near", [](auto& d) { d["propositions"][0]["near"][0]["to"] = "k-if"; }, "I2",
       "/propositions/0/near/0/to"},
      {"quantity", [](auto& d) { d["claims"][6]["about"]["quantity"] = "k-if"; }, "I2",
       "/claims/6/about/quantity"},
      {"less", [](auto& d) { d["claims"][8]["about"]["comparison"]["less"] = "c-01"; }, "I2",
       "/claims/8/about/comparison/less"},
      {"asserts in the middle",
       [](auto& d) { d["claims"][2]["attribution"][1]["stance"] = "asserts"; }, "I3",
       "/claims/2/attribution/1/stance"},
      {"no creator", [](auto& d) { d["documents"][0]["creators"] = {"a-official"}; }, "I3",
       "/claims/0/attribution/0/actor"},
      {"stated forecast", [](auto& d) { d["claims"][5]["modality"] = "stated"; }, "I4",
       "/claims/5/modality"},
      {"stated quantity", [](auto& d) { d["claims"][6]["modality"] = "stated"; }, "I4",
       "/claims/6/modality"},
      {"stated evenIf", [](auto& d) { d["claims"][1]["modality"] = "stated"; }, "I4",
       "/claims/1/modality"},
      {"even comparison", [](auto& d) { d["claims"][8]["modality"] = "even"; }, "I4",
       "/claims/8/modality"},
      {"uncommitted cause", [](auto& d) { d["claims"][14]["modality"] = "uncommitted"; }, "I4",
       "/claims/14/modality"},
      {"consequent", [](auto& d) { d["conditions"][3]["consequent"] = "tolls-halved"; }, "I5",
       "/conditions/3/antecedents/0"},
      {"unless",
       [](auto& d) {
         d["conditions"][2]["unless"] = {{{"not", "fuel-dear"}}};
       },
       "I5", "/conditions/2/unless/0"},
      {"threat", [](auto& d) { d["claims"][5]["act"] = "red_line"; }, "I6", "/claims/5/about"},
      {"beyond", [](auto& d) { d["passages"][8]["end"] = 10'000; }, "I7", "/passages/8/end"},
      {"repeats in a circle", [](auto& d) { d["passages"][0]["repeats"] = "p-9"; }, "I7",
       "/passages/0/repeats"},
      {"no passage", [](auto& d) { d["claims"][3]["passages"].clear(); }, "I9",
       "/claims/3/passages"},
      {"exclusion", [](auto& d) { d["propositions"][8].erase("excludes"); }, "I10",
       "/propositions/9/excludes/0"},
      {"relation to a condition", [](auto& d) { d["relations"][2]["to"] = "k-if"; }, "I11",
       "/relations/2/to"},
      {"undercuts", [](auto& d) { d["relations"][2]["to"] = "c-06"; }, "I11", "/relations/2/to"},
      {"low", [](auto& d) { d["quantities"][0]["low"] = 40.5; }, "I12", "/quantities/0"},
      {"event", [](auto& d) { d["events"][0]["proposition"] = "strike"; }, "I13",
       "/events/0/proposition"},
  };
  for (const auto& [what, spoil, code, pointer] : kSpoilt) {
    INFO(what);
    ordered_json dataset = Sample("everything");
    spoil(dataset);
    const auto problems = ProblemsOf(dataset.dump(2));
    REQUIRE_FALSE(problems.empty());
    CHECK(problems[0].code == code);
    CHECK(problems[0].pointer == pointer);
    CHECK(problems[0].line > 0);
  }
}
