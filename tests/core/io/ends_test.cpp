// Where things end: the longest, the last, the one after.

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/io/check_text.h"
#include "core/io/csv.h"
#include "core/io/json_cursor.h"
#include "core/io/json_text.h"
#include "core/io/load.h"
#include "core/io/place.h"
#include "core/io/report.h"
#include "core/io/save.h"
#include "tests/support/files.h"

using nlohmann::ordered_json;
using namespace proviso::io;
using proviso::DocumentId;
using proviso::Problem;
using proviso::RecordRef;
using proviso::Table;
using proviso::test::ReadFile;

namespace {

ordered_json Sample(const std::string& name) {
  return ordered_json::parse(ReadFile("data/samples/" + name + ".json"));
}

std::vector<Problem> ProblemsOf(const ordered_json& dataset) {
  const auto result = Load(dataset.dump());
  return result.ok() ? std::vector<Problem>() : result.problems();
}

double Read(const std::string& json) {
  JsonCursor cursor(json);
  JsonNumber number;
  REQUIRE(cursor.Peek() == JsonCursor::Kind::kNumber);
  REQUIRE(cursor.Number(&number));
  cursor.Finish();
  REQUIRE_FALSE(cursor.failed());
  return number.value;
}

std::string Written(double value) {
  std::string text;
  AppendJsonNumber(value, &text);
  return text;
}

}  // namespace

TEST_CASE("numbers of any length are read as the C library reads them", "[io][json]") {
  std::vector<std::string> numbers;
  std::string digits;
  for (int length = 1; length <= 25; ++length) {
    digits += static_cast<char>('1' + length * 7 % 9);
    for (const char* scale :
         {"", "e1", "e5", "e21", "e22", "e23", "e-1", "e-21", "e-22", "e-23", "e-30", "E+22", "e0"})
      numbers.push_back(digits + scale);
    for (std::size_t point = 1; point < digits.size(); ++point) {
      const std::string pointed = digits.substr(0, point) + "." + digits.substr(point);
      numbers.push_back(pointed);
      numbers.push_back("-" + pointed + "e3");
      numbers.push_back("0." + std::string(point, '0') + digits);
    }
  }
  // About 2^53, where whole numbers begin to lack a double of their own; of 17 and 18 digits.
  for (const char* text :
       {"9007199254740991", "9007199254740992", "9007199254740993", "9007199254740995",
        "90071992547409925", "90071992547409931", "900719925474099267", "123456789012345678",
        "999999999999999999", "9999999999999999999", "18446744073709551615", "18446744073709551616",
        "184467440737095516150", "9007199254740993e1", "9007199254740993e-1",
        "0.000000000000000000000000000001234567890123456789"})
    numbers.push_back(text);
  for (const std::string& number : numbers) {
    INFO(number);
    CHECK(Read(number) == std::strtod(number.c_str(), nullptr));
  }
}

TEST_CASE("numbers are laid out as ECMAScript lays them out, up to where that changes",
          "[io][json]") {
  CHECK(Written(1e20) == "100000000000000000000");
  CHECK(Written(1.5e20) == "150000000000000000000");
  CHECK(Written(123456789012345680000.0) == "123456789012345680000");
  CHECK(Written(1e21) == "1e+21");
  CHECK(Written(1.5e21) == "1.5e+21");
  CHECK(Written(1e22) == "1e+22");
  CHECK(Written(0.000001) == "0.000001");
  CHECK(Written(0.0000015) == "0.0000015");
  CHECK(Written(0.0000001) == "1e-7");
  CHECK(Written(1.5e-7) == "1.5e-7");
  CHECK(Written(123456.789) == "123456.789");
  CHECK(Written(9007199254740992.0) == "9007199254740992");
  CHECK(Written(9007199254740994.0) == "9007199254740994");
  CHECK(Written(-0.0) == "0");
  CHECK(Written(0.1 + 0.2) == "0.30000000000000004");
  CHECK(Written(5e-324) == "5e-324");
  CHECK(Written(1.7976931348623157e308) == "1.7976931348623157e+308");
}

TEST_CASE("a control character is written as an escape, and a space is not", "[io][json]") {
  std::string text;
  AppendJsonString(std::string("\x1F !\x7F\0", 5), &text);
  CHECK(text == "\"\\u001f !\x7F\\u0000\"");
}

TEST_CASE("empty lists and objects of one's own stay on their line", "[io][json]") {
  ordered_json dataset = Sample("minimal");
  dataset["x-own"] = ordered_json::parse(R"({"a": [], "b": {}, "c": ["\\", "\"", "x\\\"]}"]})");
  const auto loaded = Load(dataset.dump());
  REQUIRE(loaded.ok());
  CHECK(Save(loaded->dataset) == dataset.dump(1));
}

TEST_CASE("every surrogate pair from the first to the last is one character", "[io][json]") {
  const auto text = [](const std::string& json) {
    JsonCursor cursor(json);
    std::string_view value;
    REQUIRE(cursor.Peek() == JsonCursor::Kind::kString);
    return cursor.String(&value) ? std::string(value) : "refused";
  };
  CHECK(text("\"\\uD800\\uDC00\"") == "\xF0\x90\x80\x80");
  CHECK(text("\"\\uDBFF\\uDFFF\"") == "\xF4\x8F\xBF\xBF");
  CHECK(text("\"\\uD800\\uDFFF\"") == "\xF0\x90\x8F\xBF");
  CHECK(text("\"\\uD7FF\"") == "\xED\x9F\xBF");
  CHECK(text("\"\\uE000\"") == "\xEE\x80\x80");
  for (const char* half : {"\"\\uD800\"", "\"\\uDBFF\"", "\"\\uDC00\"", "\"\\uDFFF\"",
                           "\"\\uD800\\uE000\"", "\"\\uD800\\uDBFF\"", "\"\\uD800x\""}) {
    INFO(half);
    CHECK(text(half) == "refused");
  }
  // The first and the last of each length, and what is beyond.
  for (const char* good : {"\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
                           "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"})
    CHECK(text("\"" + std::string(good) + "\"") == good);
  for (const char* bad : {"\x80", "\xBF", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80",
                          "\xED\xBF\xBF", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
                          "\xF5\x80\x80\x80", "\xC2", "\xE0\xA0", "\xF0\x90\x80"}) {
    INFO(std::string(bad));
    CHECK(text("\"" + std::string(bad) + "\"") == "refused");
  }
}

TEST_CASE("text that composes is composed, however it is written", "[io][save]") {
  // U+0300 is the first that composes; here as itself and as an escape, in a text and in a key.
  for (const char* e : {"e\\u0300", "e\xCC\x80"}) {
    const std::string written = e;
    std::string bytes = Sample("minimal").dump();
    bytes.pop_back();
    bytes += ",\"x-" + written + "\":{\"k" + written + "\":\"v" + written + "\"}}";
    const auto loaded = Load(bytes);
    REQUIRE(loaded.ok());
    const std::string saved = Save(loaded->dataset);
    CHECK(saved.find("\"x-\xC3\xA8\": {") != std::string::npos);
    CHECK(saved.find("\"k\xC3\xA8\": \"v\xC3\xA8\"") != std::string::npos);
  }
}

TEST_CASE("keys that become one when composed occur twice", "[io][problems]") {
  std::string bytes = Sample("minimal").dump();
  bytes.pop_back();
  const auto refused = Load(bytes + ",\"x-a\":{\"\xC3\xA8\":1,\"e\xCC\x80\":2}}");
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.problems()[0].code == "syntax");
}

TEST_CASE("a text with a carriage return alone is one cell", "[io][csv]") {
  ordered_json dataset = Sample("minimal");
  dataset["documents"][0]["title"] = "One\rtwo";
  const auto loaded = Load(dataset.dump());
  REQUIRE(loaded.ok());
  CHECK(SaveCsv(loaded->dataset, Table::kDocuments).find("\"One\rtwo\"") != std::string::npos);
}

TEST_CASE("what a spreadsheet takes for a formula is guarded, and a negative number is not",
          "[io][csv]") {
  ordered_json dataset = Sample("minimal");
  for (const char* start : {"=", "+", "-", "@", "\t", "\r"})
    dataset["quantities"].push_back({{"id", "q-" + std::to_string(dataset["quantities"].size())},
                                     {"measure", std::string(start) + "1"},
                                     {"value", -5.5},
                                     {"unit", "t"}});
  const auto loaded = Load(dataset.dump());
  REQUIRE(loaded.ok());
  const std::string csv = SaveCsv(loaded->dataset, Table::kQuantities);
  for (const char* cell : {"'=1,-5.5", "'+1,-5.5", "'-1,-5.5", "'@1,-5.5", "'\t1,-5.5"}) {
    INFO(cell);
    CHECK(csv.find(std::string(",") + cell) != std::string::npos);
  }
  CHECK(csv.find("\"'\r1\",-5.5") != std::string::npos);
  CHECK(csv.find("'-5.5") == std::string::npos);
}

TEST_CASE("a coder's relation says so in its cell", "[io][csv]") {
  const auto loaded = Load(Sample("worked-example").dump());
  REQUIRE(loaded.ok());
  CHECK(SaveCsv(loaded->dataset, Table::kRelations).find(",coder,") != std::string::npos);
}

TEST_CASE("a quotation is cut after forty characters and hides nothing", "[io][problems]") {
  const std::string forty(40, 'x');
  CHECK(Quote(forty) == "“" + forty + "”");
  CHECK(Quote(forty + "y") == "“" + forty + "…”");
  const std::string mark = "\xEF\xBF\xBD";  // U+FFFD
  const std::string c0 = "\x1F", del = "\x7F", c1 = "\xC2\x9F", nbsp = "\xC2\xA0";
  CHECK(Quote(c0 + " ~") == "“" + mark + " ~”");
  CHECK(Quote(del + c1 + nbsp) == "“" + mark + mark + nbsp + "”");
  for (const char* hidden : {"\xC2\xAD", "\xD8\x9C", "\xE2\x80\x8B", "\xE2\x80\x8F", "\xE2\x80\xA8",
                             "\xE2\x80\xAE", "\xE2\x81\xA0", "\xE2\x81\xAF", "\xEF\xBB\xBF"}) {
    INFO(hidden);
    CHECK(Quote(hidden) == "“" + mark + "”");
  }
  for (const char* shown : {"\xE2\x80\x8A", "\xE2\x80\x90", "\xE2\x80\xA7", "\xE2\x80\xAF",
                            "\xE2\x81\x9F", "\xE2\x81\xB0"}) {
    INFO(shown);
    CHECK(Quote(shown) == "“" + std::string(shown) + "”");
  }
}

TEST_CASE("numbers have a comma every three digits, lists an \"or\" before the last",
          "[io][problems]") {
  CHECK(Count(0) == "0");
  CHECK(Count(999) == "999");
  CHECK(Count(1000) == "1,000");
  CHECK(Count(100'000) == "100,000");
  CHECK(Count(1'234'567) == "1,234,567");
  const std::string_view words[] = {"a", "b", "c"};
  CHECK(OneOf(words, 1) == "a");
  CHECK(OneOf(words, 2) == "a or b");
  CHECK(OneOf(words, 3) == "a, b or c");
}

TEST_CASE("exactly as many errors and warnings are kept as may be", "[io][problems]") {
  Report report(3);
  for (int i = 0; i < 5; ++i) {
    CHECK(report.full() == (i >= 3));
    report.Error("schema", Spot::Byte(0), "", "");
    report.Warn("I9", Spot::Byte(0), "", "");
  }
  CHECK(report.TakeErrors("{}").size() == 3);
  CHECK(report.TakeWarnings("{}").size() == 3);
}

TEST_CASE("a pointer escapes the two characters that mean something in it", "[io][problems]") {
  std::string bytes = Sample("minimal").dump();
  bytes.pop_back();
  const auto refused = Load(bytes + ",\"x-a~b/c~1\":[1,{\"~\":1e16}]}");
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.problems()[0].pointer == "/x-a~0b~1c~01/1/~0");
}

TEST_CASE("a place is that of the token at a byte, or of what it stands in", "[io][problems]") {
  //                          0         1         2
  //                          0123456789012345678901234567
  const std::string bytes = "{\"a\": [10, {\"b\": true}, \"c\"],\n\n \"d\": 1}";
  const auto at = [&](std::uint32_t offset) { return FindPlaces(bytes, {Spot::Byte(offset)})[0]; };
  CHECK(at(0).pointer == "");
  CHECK(at(6).pointer == "/a");
  CHECK(at(7).pointer == "/a/0");
  CHECK(at(8).pointer == "/a/0");
  CHECK(at(9).pointer == "/a");
  CHECK(at(11).pointer == "/a/1");
  CHECK(at(12).pointer == "/a/1/b");
  CHECK(at(17).pointer == "/a/1/b");
  CHECK(at(24).pointer == "/a/2");
  CHECK(at(26).pointer == "/a/2");
  CHECK(at(0).line == 1);
  CHECK(at(0).column == 1);
  CHECK(at(31).line == 3);
  CHECK(at(31).column == 1);
  CHECK(at(32).column == 2);
  CHECK(at(32).pointer == "/d");
}

TEST_CASE("a missing field is placed at its own record, also behind a byte order mark",
          "[io][problems]") {
  ordered_json dataset = Sample("everything");
  dataset["claims"][1].erase("gloss");
  for (const char* mark : {"", "\xEF\xBB\xBF"}) {
    const auto refused = Load(mark + dataset.dump(1));
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.problems()[0].pointer == "/claims/1");
  }
  ordered_json start = Sample("minimal");
  start["dataset"]["start"] = "nothing-here";
  const auto plain = Load(start.dump());
  const auto marked = Load("\xEF\xBB\xBF" + start.dump());
  REQUIRE_FALSE(plain.ok());
  REQUIRE_FALSE(marked.ok());
  CHECK(plain.problems()[0].pointer == "/dataset/start");
  CHECK(marked.problems()[0].pointer == "/dataset/start");
  CHECK(marked.problems()[0].column == plain.problems()[0].column + 1);
}

TEST_CASE("a path that leads nowhere is placed at the last thing on the way", "[io][problems]") {
  const std::string bytes = R"({"dataset": {"id": "d", "coding": {"by": 1}}, "x": 1})";
  const auto at = [&](std::string path) {
    return FindPlaces(bytes, {Spot::Field({}, std::move(path))})[0].offset;
  };
  CHECK(at("") == 0);
  CHECK(at("/dataset") == 12);
  CHECK(at("/dataset/id") == 19);
  CHECK(at("/dataset/start") == 12);
  CHECK(at("/dataset/coding/by") == bytes.find("1}}"));
  CHECK(at("/dataset/coding/note") == bytes.find("{\"by\""));
  CHECK(at("/y") == 0);
}

TEST_CASE("of several records each problem finds its own", "[io][problems]") {
  const std::string bytes = R"({"topics": [{"id": "a"}, {"id": "b"}], "actors": [{"id": "c"}]})";
  const auto places = FindPlaces(
      bytes, {Spot::Field({Table::kActors, 0}, "/id"), Spot::Field({Table::kTopics, 1}, "/id"),
              Spot::Field({Table::kTopics, 0}, "/id")});
  CHECK(places[0].pointer == "/actors/0/id");
  CHECK(places[0].offset == bytes.find("\"c\""));
  CHECK(places[1].pointer == "/topics/1/id");
  CHECK(places[1].offset == bytes.find("\"b\""));
  CHECK(places[2].offset == bytes.find("\"a\""));
}

TEST_CASE("texts are as long as they may be and no longer", "[io][schema]") {
  const auto refused = [](ordered_json dataset) { return !ProblemsOf(dataset).empty(); };
  const auto try_text = [&](const auto& set, std::size_t most) {
    ordered_json dataset = Sample("everything");
    set(dataset, std::string(most, 'x'));
    CHECK_FALSE(refused(dataset));
    set(dataset, std::string(most + 1, 'x'));
    CHECK(refused(dataset));
    // Characters are counted, not bytes.
    std::string wide;
    for (std::size_t i = 0; i < most; ++i) wide += "\xC3\xA9";
    set(dataset, wide);
    CHECK_FALSE(refused(dataset));
    set(dataset, wide + "\xC3\xA9");
    CHECK(refused(dataset));
  };
  try_text([](auto& d, auto text) { d["propositions"][0]["label"] = text; }, 80);
  try_text([](auto& d, auto text) { d["propositions"][0]["gloss"] = text; }, 400);
  try_text([](auto& d, auto text) { d["documents"][0]["genre"] = text; }, 80);
  try_text([](auto& d, auto text) { d["documents"][0]["notes"] = {text}; }, 400);
  try_text([](auto& d, auto text) { d["claims"][0]["hedges"] = {text}; }, 40);
  try_text([](auto& d, auto text) { d["claims"][0]["attribution"][0]["cue"] = text; }, 40);
  try_text([](auto& d, auto text) { d["actors"][1]["affiliations"][0]["as"] = text; }, 160);
  try_text([](auto& d, auto text) { d["questions"][0]["title"] = text; }, 120);
  try_text([](auto& d, auto text) { d["questions"][0]["state"] = text; }, 2000);
  ordered_json dataset = Sample("everything");
  for (const int tour : {1, 7}) {
    dataset["questions"][0]["tour"] = tour;
    CHECK_FALSE(refused(dataset));
  }
  for (const int tour : {0, 8, -1}) {
    dataset["questions"][0]["tour"] = tour;
    CHECK(refused(dataset));
  }
}

TEST_CASE("lists are as long as they may be and no longer", "[io][schema]") {
  ordered_json dataset = Sample("minimal");
  ordered_json& sketch = dataset["passages"][0]["sketch"];
  sketch = {"0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008"};
  CHECK(ProblemsOf(dataset).empty());
  sketch.push_back("0009");
  CHECK(ProblemsOf(dataset)[0].pointer == "/passages/0/sketch");
  ordered_json steps = Sample("minimal");
  ordered_json& attribution = steps["claims"][0]["attribution"];
  const ordered_json reports = {{"actor", attribution[0]["actor"]}, {"stance", "reports"}};
  for (int i = 0; i < 4; ++i) attribution.insert(attribution.begin(), reports);
  CHECK(ProblemsOf(steps).empty());
  attribution.insert(attribution.begin(), reports);
  CHECK(ProblemsOf(steps)[0].code == "I3");
}

TEST_CASE("a text is composed before it is measured, and measured as it was written too",
          "[io][schema]") {
  ordered_json dataset = Sample("minimal");
  std::string decomposed;
  for (int i = 0; i < 20; ++i) decomposed += "e\xCC\x80";
  dataset["claims"][0]["hedges"] = {decomposed};
  CHECK(ProblemsOf(dataset).empty());
  dataset["claims"][0]["hedges"] = {decomposed + "x"};
  CHECK(ProblemsOf(dataset)[0].pointer == "/claims/0/hedges/0");
}

TEST_CASE("only raises and lowers are graded", "[io][schema]") {
  for (const char* form :
       {"if", "onlyIf", "evenIf", "raises", "lowers", "noEffect", "bearsOn", "explains"}) {
    ordered_json dataset = Sample("minimal");
    dataset["propositions"].push_back({{"id", "p-x"}, {"label", "X"}, {"kind", "state"}});
    dataset["conditions"].push_back({{"id", "k-x"},
                                     {"form", form},
                                     {"antecedents", {"p-x"}},
                                     {"consequent", "bridge-closes"},
                                     {"graded", true}});
    const bool may = std::string(form) == "raises" || std::string(form) == "lowers";
    INFO(form);
    CHECK(ProblemsOf(dataset).empty() == may);
  }
}

TEST_CASE("what two lists say twice is said twice, also in a list of two", "[io][schema]") {
  ordered_json dataset = Sample("everything");
  dataset["claims"][0]["topics"] = {dataset["topics"][0]["id"], dataset["topics"][0]["id"]};
  CHECK(ProblemsOf(dataset)[0].pointer == "/claims/0/topics");
  dataset = Sample("everything");
  dataset["claims"][0]["inferred"] = {"sign", "sign"};
  CHECK(ProblemsOf(dataset)[0].pointer == "/claims/0/inferred");
  dataset = Sample("everything");
  dataset["claims"][0]["inferred"] = {"sign", "link", "holder", "date"};
  CHECK(ProblemsOf(dataset).empty());
}

TEST_CASE("a comparison ranks links and propositions alike", "[io][schema]") {
  ordered_json dataset = Sample("everything");
  const ordered_json link = dataset["conditions"][0]["id"];
  const ordered_json proposition = dataset["propositions"][0]["id"];
  for (const ordered_json& more : {link, proposition})
    for (const ordered_json& less : {link, proposition}) {
      dataset["claims"][8]["about"]["comparison"] = {{"more", more}, {"less", less}};
      CHECK(ProblemsOf(dataset).empty());
    }
}

TEST_CASE("a minor version is newer above the one that is read, however the number is written",
          "[io][version]") {
  for (const auto& [version, newer] : {std::pair{"1.0", false},
                                       {"1.00", false},
                                       {"1.1", false},
                                       {"1.01", false},
                                       {"1.2", true},
                                       {"1.10", true},
                                       {"1.999999999", true}}) {
    ordered_json dataset = Sample("minimal");
    dataset["formatVersion"] = version;
    INFO(version);
    CHECK(ProblemsOf(dataset).empty());
    dataset["new-field"] = 1;
    dataset["claims"][0]["modality"] = "certainly";
    const auto problems = ProblemsOf(dataset);
    REQUIRE(problems.size() == 2);
    int version_problems = 0;
    for (const Problem& problem : problems) version_problems += problem.code == "version" ? 1 : 0;
    CHECK(version_problems == (newer ? 1 : 0));
  }
  for (const char* version : {"1.1234567890", "1.", ".0", "1.0.0", "1.-1", "1.0 ", "1"}) {
    ordered_json dataset = Sample("minimal");
    dataset["formatVersion"] = version;
    INFO(version);
    CHECK(ProblemsOf(dataset)[0].code == "version");
  }
}
