#include "core/io/csv.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/io/load.h"
#include "core/io/save.h"
#include "tests/support/files.h"

using nlohmann::ordered_json;
using proviso::Table;
using proviso::io::Load;
using proviso::io::SaveCsv;

namespace {

using Rows = std::vector<std::vector<std::string>>;

/// RFC 4180 as a reader has it.
Rows Parse(const std::string& csv) {
  Rows rows{{""}};
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    std::string& cell = rows.back().back();
    if (quoted && csv[i] == '"' && i + 1 < csv.size() && csv[i + 1] == '"') {
      cell += csv[++i];
    } else if (csv[i] == '"') {
      quoted = !quoted;
    } else if (quoted || (csv[i] != ',' && csv[i] != '\n')) {
      cell += csv[i];
    } else if (csv[i] == ',') {
      rows.back().emplace_back();
    } else if (i + 1 < csv.size()) {
      rows.push_back({""});
    }
  }
  CHECK_FALSE(quoted);
  return rows;
}

std::string Escaped(const std::string& text) {
  std::string out;
  for (const char c : text)
    out += std::string("\\|:>").find(c) == std::string::npos ? std::string(1, c)
                                                             : std::string("\\") + c;
  return out;
}

/// What stands in a cell, from the canonical JSON alone.
std::string Words(const ordered_json& value, bool listed = false) {
  if (value.is_null()) return "";
  if (value.is_string())
    return listed ? Escaped(value.get<std::string>()) : value.get<std::string>();
  if (value.is_object() && value.contains("not")) return "!" + value["not"].get<std::string>();
  std::string words;
  if (value.is_object()) {
    // Of an object in a list: its fields in the order of the schema.
    const bool step = value.contains("stance");
    const std::vector<std::string> keys =
        step                      ? std::vector<std::string>{"actor", "stance", "cue", "hedge"}
        : value.contains("how")   ? std::vector<std::string>{"to", "how"}
        : value.contains("as")    ? std::vector<std::string>{"as", "passage"}
        : value.contains("start") ? std::vector<std::string>{"start", "end", "role"}
                                  : std::vector<std::string>{"actor", "role"};
    for (const std::string& key : keys) {
      if (key != keys[0]) words += ':';
      if (value.contains(key)) words += Words(value[key], true);
    }
    while (!words.empty() && words.back() == ':') words.pop_back();
    return words;
  }
  if (!value.is_array()) return value.dump();
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (i > 0) words += value[i].is_object() && value[i].contains("stance") ? '>' : '|';
    words += Words(value[i], true);
  }
  return words;
}

/// The value at "text.sha256"; null if there is none.
ordered_json At(ordered_json value, const std::string& path) {
  for (std::size_t from = 0; from != std::string::npos;) {
    const std::size_t dot = path.find('.', from);
    const std::string key = path.substr(from, dot - from);
    if (!value.is_object() || !value.contains(key)) return nullptr;
    value = ordered_json(value[key]);
    from = dot == std::string::npos ? dot : dot + 1;
  }
  return value;
}

/// Holds every table of `bytes` as CSV against its canonical JSON; returns the cells compared.
std::size_t CheckTables(const std::string& bytes) {
  const auto loaded = Load(bytes);
  REQUIRE(loaded.ok());
  const ordered_json whole = ordered_json::parse(proviso::io::Save(loaded->dataset));
  std::size_t cells = 0;
  for (std::size_t t = 0; t < proviso::kTableCount; ++t) {
    const auto table = static_cast<Table>(t);
    const std::string name(proviso::Word(table));
    const ordered_json records = whole.contains(name) ? whole[name] : ordered_json::array();
    const Rows rows = Parse(SaveCsv(loaded->dataset, table));
    INFO(name);
    REQUIRE(rows.size() == records.size() + 1);
    for (std::size_t i = 0; i < records.size(); ++i) {
      REQUIRE(rows[i + 1].size() == rows[0].size());
      for (std::size_t column = 0; column < rows[0].size(); ++column) {
        const std::string& heading = rows[0][column];
        INFO(records[i]["id"] << " " << heading);
        if (heading == "x") {
          ordered_json members = ordered_json::object();
          for (const auto& [key, value] : records[i].items())
            if (key.rfind("x-", 0) == 0) members[key] = value;
          const std::string& cell = rows[i + 1][column];
          CHECK(members == (cell.empty() ? ordered_json::object() : ordered_json::parse(cell)));
          continue;
        }
        const std::string words = Words(At(records[i], heading));
        const bool formula = !words.empty() &&
                             std::string("=+-@\t\r").find(words[0]) != std::string::npos &&
                             !At(records[i], heading).is_number();
        CHECK(rows[i + 1][column] == (formula ? "'" : "") + words);
        ++cells;
      }
    }
  }
  return cells;
}

}  // namespace

TEST_CASE("a table as CSV says what the canonical form says, cell by cell", "[io][csv]") {
  for (const char* file : {"data/samples/everything.json", "data/samples/worked-example.json",
                           "data/samples/minimal.json", "data/china-military-aid.json"}) {
    INFO(file);
    CHECK(CheckTables(proviso::test::ReadFile(file)) > 20);
  }
}

TEST_CASE("whatever stands in a text, CSV keeps its cells apart and no formula runs", "[io][csv]") {
  ordered_json file = ordered_json::parse(proviso::test::ReadFile("data/samples/everything.json"));
  const std::vector<std::string> evil{"=HYPERLINK(\"x\",\"y\")",
                                      "+1",
                                      "-2+3",
                                      "@SUM(A1)",
                                      "a,b\"c\"",
                                      "line\nline",
                                      "|a:b>c\\",
                                      "\tx",
                                      "'"};
  std::size_t next = 0;
  for (auto& actor : file["actors"]) {
    actor["name"] = evil[next++ % evil.size()];
    actor["aliases"] = {evil[next % evil.size()], evil[(next + 3) % evil.size()]};
  }
  for (auto& proposition : file["propositions"]) proposition["label"] = evil[next++ % evil.size()];
  for (auto& question : file["questions"]) question["text"] = evil[next++ % evil.size()];
  CHECK(CheckTables(file.dump()) > 20);
}

TEST_CASE("some records come as CSV in the order asked for", "[io][csv]") {
  const auto loaded = Load(proviso::test::ReadFile("data/samples/worked-example.json"));
  REQUIRE(loaded.ok());
  const Rows rows = Parse(SaveCsv(loaded->dataset, Table::kClaims, {2, 0}));
  REQUIRE(rows.size() == 3);
  CHECK(rows[1][0] == loaded->dataset.claims[2].id);
  CHECK(rows[2][0] == loaded->dataset.claims[0].id);
}
