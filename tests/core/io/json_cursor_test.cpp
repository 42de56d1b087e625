#include "core/io/json_cursor.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/io/free_value.h"
#include "core/io/json_text.h"
#include "core/io/report.h"

using proviso::io::JsonCursor;
using proviso::io::JsonNumber;
using proviso::io::Limits;
using proviso::io::ReadFreeValue;
using proviso::io::Report;
using proviso::io::Scalars;

namespace {

/// `json` in canonical form, or none if it is refused; for what, goes to `code`.
std::optional<std::string> Canonical(const std::string& json, const Limits& limits = {},
                                     std::string* code = nullptr) {
  // A copy without spare room, so that a read past the end is one past an allocation.
  const std::vector<char> bytes(json.begin(), json.end());
  JsonCursor cursor({bytes.data(), bytes.size()});
  Report report(10);
  Scalars scalars(&cursor, &limits, &report);
  std::string out;
  const bool read = ReadFreeValue(&cursor, &scalars, limits, &report, 0, &out);
  if (read) cursor.Finish();
  const bool good = read && !cursor.failed() && report.errors() == 0;
  if (!good && code != nullptr)
    *code = report.errors() > 0 ? report.TakeErrors(json)[0].code : "syntax";
  return good ? std::optional(out) : std::nullopt;
}

std::optional<std::string> String(const std::string& json) {
  JsonCursor cursor(json);
  std::string_view text;
  if (cursor.Peek() != JsonCursor::Kind::kString || !cursor.String(&text)) return std::nullopt;
  return std::string(text);
}

std::optional<JsonNumber> Number(const std::string& json) {
  JsonCursor cursor(json);
  JsonNumber number;
  if (cursor.Peek() != JsonCursor::Kind::kNumber || !cursor.Number(&number)) return std::nullopt;
  cursor.Finish();
  if (cursor.failed()) return std::nullopt;
  return number;
}

/// True if a key stands twice in the object that `json` is, or in one right inside it.
bool HasTwins(const std::string& json, const nlohmann::json& parsed) {
  if (!parsed.is_object()) return false;
  std::size_t keys = 0;
  const nlohmann::json::parser_callback_t count = [&keys](int, auto event, auto&) {
    keys += event == nlohmann::json::parse_event_t::key;
    return true;
  };
  [[maybe_unused]] const auto again = nlohmann::json::parse(json, count, false);
  std::size_t kept = parsed.size();
  for (const auto& [key, value] : parsed.items()) kept += value.is_object() ? value.size() : 0;
  return keys > kept;
}

}  // namespace

TEST_CASE("what RFC 8259 calls JSON is read", "[io][json]") {
  CHECK(Canonical("null") == "null");
  CHECK(Canonical(" \t\r\n true ") == "true");
  CHECK(Canonical("[]") == "[]");
  CHECK(Canonical("{ }") == "{}");
  CHECK(Canonical("[1, [2,[ ]], {\"a\":{}}]") == R"([1,[2,[]],{"a":{}}])");
  CHECK(Canonical(R"({"b":1,"a":[false,"x"]})") == R"({"a":[false,"x"],"b":1})");
  CHECK(Canonical("\xEF\xBB\xBF[0]") == "[0]");
}

TEST_CASE("what RFC 8259 does not call JSON is refused", "[io][json]") {
  const char* const kRefused[] = {"",
                                  " ",
                                  "nul",
                                  "nullx",
                                  "True",
                                  "[",
                                  "[1",
                                  "[1,",
                                  "[1,]",
                                  "[,1]",
                                  "[1 2]",
                                  "]",
                                  "{",
                                  "{\"a\"",
                                  "{\"a\":",
                                  "{\"a\":1",
                                  "{\"a\":1,}",
                                  "{\"a\" 1}",
                                  "{1:2}",
                                  "{,}",
                                  "{a:1}",
                                  "{'a':1}",
                                  "\"",
                                  "\"\\",
                                  "\"\\u12",
                                  "\"\\x\"",
                                  "\"\\u00g0\"",
                                  "\"\n\"",
                                  "01",
                                  "-",
                                  "+1",
                                  "1.",
                                  ".5",
                                  "1e",
                                  "1e+",
                                  "0x10",
                                  "1 2",
                                  "NaN",
                                  "Infinity",
                                  "[1}",
                                  "{\"a\":1]",
                                  "\"a",
                                  "//\n1",
                                  "[1]x",
                                  ("\xC2\xA0"
                                   "1"),
                                  "{\"a\":1 \"b\":2}",
                                  "-01",
                                  "1.e3",
                                  "--1"};
  for (const char* json : kRefused) {
    INFO(json);
    CHECK_FALSE(Canonical(json));
  }
}

TEST_CASE("a key stands once in an object, however it is written", "[io][json]") {
  CHECK_FALSE(Canonical(R"({"a":1,"b":2,"a":3})"));
  CHECK_FALSE(Canonical(R"({"a":1,"\u0061":3})"));
  CHECK_FALSE(Canonical("{\"\xC3\xA9\":1,\"e\xCC\x81\":2}"));  // é composed, and not
  CHECK(Canonical(R"({"a":{"a":1}})"));
}

TEST_CASE("a string ends where it ends, whatever stands at whichever offset", "[io][json]") {
  // The scanner takes eight bytes at a time: each stop at each place in and around such a step.
  for (std::size_t before = 0; before < 20; ++before) {
    for (std::size_t after = 0; after < 20; ++after) {
      const std::string a(before, 'a');
      const std::string z(after, 'z');
      CHECK(String("\"" + a + z + "\"") == a + z);
      CHECK(String("\"" + a + "\\n" + z + "\"") == a + "\n" + z);
      CHECK(String("\"" + a + "\xD0\x96" + z + "\"") == a + "\xD0\x96" + z);
      CHECK(String("\"" + a + "\x7F" + z + "\"") == a + "\x7F" + z);
      CHECK_FALSE(String("\"" + a + "\x1F" + z + "\""));
      CHECK_FALSE(String("\"" + a + "\xFF" + z + "\""));
      CHECK_FALSE(String("\"" + a + z));
    }
  }
}

TEST_CASE("escapes give their characters", "[io][json]") {
  CHECK(String(R"("\"\\\/\b\f\n\r\t")") == "\"\\/\b\f\n\r\t");
  CHECK(String(R"("\u0041\u00e9\u4E2D")") == "A\xC3\xA9\xE4\xB8\xAD");
  CHECK(String(R"("\ud83d\ude00")") == "\xF0\x9F\x98\x80");
  CHECK(String(R"("\uFFFF")") == "\xEF\xBF\xBF");
}

TEST_CASE("half a surrogate pair and NUL are refused", "[io][json]") {
  CHECK_FALSE(String(R"("\ud83d")"));
  CHECK_FALSE(String(R"("\ude00")"));
  CHECK_FALSE(String(R"("\ud83dx")"));
  CHECK_FALSE(String(R"("\ud83d\u0041")"));
  CHECK_FALSE(String(R"("\ud83d\ud83d")"));
  CHECK_FALSE(String(R"("\u0000")"));
  CHECK_FALSE(String(std::string("\"a\0b\"", 5)));
}

TEST_CASE("UTF-8 is strict", "[io][json]") {
  for (const char* good : {"\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
                           "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"})
    CHECK(String('"' + std::string(good) + '"') == good);
  for (const char* bad :
       {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC2", "\xC2\x41", "\xE0\x80\x80", "\xE0\x9F\xBF",
        "\xED\xA0\x80", "\xED\xBF\xBF", "\xE2\x82", "\xE2\x82\x41", "\xF0\x80\x80\x80",
        "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xF0\x9F\x98", "\xFE", "\xFF"})
    CHECK_FALSE(String('"' + std::string(bad) + '"'));
}

TEST_CASE("numbers are read to the nearest double", "[io][json]") {
  for (const char* json : {"0",
                           "-0",
                           "1",
                           "12345678901234",
                           "0.1",
                           "0.05",
                           "-2.5",
                           "1e0",
                           "1E+2",
                           "1e-7",
                           "123.456e3",
                           "1e22",
                           "1e23",
                           "9007199254740993",
                           "0.1234567890123456789",
                           "2.2250738585072014e-308",
                           "4.9e-324",
                           "1e-400",
                           "123456789012345678901234567890",
                           "0.000001",
                           "1.7976931348623157e308",
                           "5e-324",
                           "8.5",
                           "7.0",
                           "99999999999999999999e-20",
                           "0.30000000000000004"}) {
    INFO(json);
    const auto number = Number(json);
    REQUIRE(number);
    CHECK(number->value == nlohmann::json::parse(json).get<double>());
  }
  CHECK(std::isinf(Number("1e999")->value));
  CHECK(std::isinf(Number("-1" + std::string(400, '0'))->value));
}

TEST_CASE("a whole number may be written with a point or an exponent", "[io][json]") {
  CHECK(Number("3")->integer);
  CHECK(Number("3.0")->integer);
  CHECK(Number("1e2")->integer);
  CHECK(Number("25e-1")->integer == false);
  CHECK_FALSE(Number("3.5")->integer);
}

TEST_CASE("numbers are written with the fewest digits that read back", "[io][json]") {
  const auto written = [](double value) {
    std::string out;
    proviso::io::AppendJsonNumber(value, &out);
    return out;
  };
  CHECK(written(0) == "0");
  CHECK(written(-0.0) == "0");
  CHECK(written(40) == "40");
  CHECK(written(-1e15) == "-1000000000000000");
  CHECK(written(39.5) == "39.5");
  CHECK(written(0.1) == "0.1");
  CHECK(written(0.1 + 0.2) == "0.30000000000000004");
  CHECK(written(1.0 / 3) == "0.3333333333333333");
  CHECK(written(0.000001) == "0.000001");
  CHECK(written(1e-7) == "1e-7");
  CHECK(written(-3.25e-9) == "-3.25e-9");
  CHECK(written(5e-324) == "5e-324");
  CHECK(written(123456789.125) == "123456789.125");
}

TEST_CASE("a value a hundred thousand levels deep neither crashes nor passes", "[io][json]") {
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  CHECK_FALSE(Canonical(deep));
  CHECK(Canonical(deep, Limits::None()) == deep);
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
  CHECK_FALSE(Canonical(objects + "1" + std::string(100'000, '}')));
  CHECK_FALSE(Canonical(objects, Limits::None()));
}

TEST_CASE("the reader agrees with a library on twenty thousand damaged texts", "[io][json]") {
  const std::string whole =
      R"({"a":[1,-2.5e3,0.1,true,false,null],"b":{"c":"x\n\u00e9\ud83d\ude00","d":""},"é":"中"} )";
  const std::string pieces = "{}[],:\"\\u0123456789eE+-.abtfnrl \n\x01\x80\xC3\xFF";
  std::uint64_t state = 1;
  const auto random = [&state](std::size_t below) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>(state >> 33) % below;
  };
  int accepted = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string json = whole;
    for (std::size_t edits = 1 + random(3); edits > 0; --edits) {
      const std::size_t at = random(json.size());
      switch (random(3)) {
        case 0:
          json.erase(at, 1 + random(4));
          break;
        case 1:
          json.insert(at, 1, pieces[random(pieces.size())]);
          break;
        default:
          json[at] = pieces[random(pieces.size())];
      }
      if (json.empty()) json = "0";
    }
    const auto library = nlohmann::json::parse(json, nullptr, false);
    std::string code;
    const auto ours = Canonical(json, Limits(), &code);
    INFO(json);
    // We are stricter in three things that the pieces can bring about: large numbers, NUL, and
    // keys that stand twice, which the library takes.
    if (code == "limit" || json.find("\\u0000") != std::string::npos || HasTwins(json, library))
      continue;
    REQUIRE(ours.has_value() == !library.is_discarded());
    if (ours) {
      ++accepted;
      CHECK(nlohmann::json::parse(*ours) == library);
      CHECK(Canonical(*ours) == ours);
    }
  }
  CHECK(accepted > 1'000);
}

TEST_CASE("canonical JSON is laid out as JSON.stringify does with one space", "[io][json]") {
  std::string out;
  proviso::io::AppendIndented(R"({"a":[1,{"b":"x,{y\"}"},[]],"c":{}})", 0, &out);
  CHECK(out == "{\n \"a\": [\n  1,\n  {\n   \"b\": \"x,{y\\\"}\"\n  },\n  []\n ],\n \"c\": {}\n}");
}
