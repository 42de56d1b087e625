// The bundled dataset's answers against a table that was written by hand from the texts.

#include <algorithm>
#include <map>
#include <sstream>

#include "tests/core/reason/ask.h"
#include "tests/core/reason/bundled.h"

namespace proviso::test {
namespace {

using Cells = std::map<std::string, std::string>;  ///< Answers by path.

/// What stands under one `target`.
struct Section {
  Literal target;
  Cells open;                                       ///< Under the bare `suppose`.
  std::map<std::vector<Literal>, Cells> supposing;  ///< By what is supposed, rising.
};

std::string Trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return std::string(text);
}

/// "a, !b" as literals. Only levers can be supposed in the table.
std::vector<Literal> ReadSupposed(const Dataset& data, const std::string& names) {
  const auto levers = Levers(data, StartOutcome(data));
  std::vector<Literal> supposed;
  std::istringstream in(names);
  for (std::string name; std::getline(in, name, ',');) {
    const auto literal = reason::ReadLiteral(data, Trimmed(name));
    INFO("supposed: " << name);
    REQUIRE(literal.ok());
    REQUIRE(std::count(levers.begin(), levers.end(), literal->proposition()) == 1);
    supposed.push_back(*literal);
  }
  std::sort(supposed.begin(), supposed.end());
  return supposed;
}

std::vector<Section> ReadTable(const Bundled& bundled, const std::string& text) {
  std::vector<Section> sections;
  Cells* cells = nullptr;
  std::istringstream in(text);
  for (std::string raw; std::getline(in, raw);) {
    const std::string line = Trimmed(raw.substr(0, raw.find('#')));
    if (line.empty()) continue;
    INFO("line: " << raw);
    if (line.rfind("target ", 0) == 0) {
      const auto target = reason::ReadLiteral(bundled.data, line.substr(7));
      REQUIRE(target.ok());
      sections.push_back({*target, {}, {}});
      cells = nullptr;
      continue;
    }
    REQUIRE(!sections.empty());
    if (line == "suppose") {
      REQUIRE(sections.back().open.empty());
      cells = &sections.back().open;
    } else if (line.rfind("suppose ", 0) == 0) {
      const auto supposed = ReadSupposed(bundled.data, line.substr(8));
      REQUIRE(sections.back().supposing.count(supposed) == 0);
      cells = &sections.back().supposing[supposed];
    } else {
      const std::size_t colon = line.find(": ");
      REQUIRE(colon != std::string::npos);
      REQUIRE(cells != nullptr);
      const std::string path = line.substr(0, colon);
      REQUIRE(reason::FindView(bundled.data, bundled.views, path).ok());
      REQUIRE(cells->emplace(path, line.substr(colon + 2)).second);
    }
  }
  return sections;
}

const std::string* CellOf(const Cells& cells, const std::string& path) {
  const auto found = cells.find(path);
  return found == cells.end() ? nullptr : &found->second;
}

/// A line for each view that answers otherwise than the table says.
std::string Differences(const Bundled& bundled, const Section& section,
                        const std::vector<Literal>& supposed, const Cells& listed) {
  std::string all;
  for (reason::Answer& answer : bundled.AskAll(section.target, supposed)) {
    const std::string path = bundled.Path(answer.view);
    const std::string* said = CellOf(listed, path);
    if (!said) said = CellOf(section.open, path);
    const std::string table = said ? *said : "silent never-addressed, none";
    if (answer.reasons.size() > 1) answer.reasons.resize(1);  // The table has the heading.
    const std::string engine = Line(bundled.data, answer);
    if (engine != table)
      all += "\n" + reason::Spell(bundled.data, section.target) + ", suppose " +
             Names(bundled.data, supposed) + "\n  " + path + "\n    table:  " + table +
             "\n    engine: " + engine;
  }
  return all;
}

}  // namespace

TEST_CASE("the table of answers names every view of the bundled dataset", "[reason][golden]") {
  const Bundled bundled;
  const auto table = ReadTable(bundled, ReadFile("tests/golden/what_if.txt"));
  REQUIRE(!table.empty());
  REQUIRE(table.front().target == Literal(StartOutcome(bundled.data)));
  std::string missing;
  for (std::uint32_t i = 0; i < bundled.views.size(); ++i) {
    const std::string path = bundled.Path(reason::ViewIndex(i));
    if (!CellOf(table.front().open, path)) missing += path + "\n";
  }
  CHECK(missing == "");
}

TEST_CASE("whatever is supposed, every holder answers as the texts do", "[reason][golden]") {
  const Bundled bundled;
  const auto table = ReadTable(bundled, ReadFile("tests/golden/what_if.txt"));
  std::string differences;
  std::size_t cells_compared = 0;
  for (const Section& section : table) {
    REQUIRE(!section.open.empty());
    auto asked = section.supposing;
    for (const auto& supposed : bundled.SingleLevers()) asked[supposed];  // Where not listed: open.
    for (const auto& [supposed, cells] : asked) {
      differences += Differences(bundled, section, supposed, cells);
      cells_compared += bundled.views.size();
    }
  }
  CHECK(differences == "");
  CHECK(cells_compared > table.size() * 2 * 36 * bundled.views.size());  // 36 levers.
}

}  // namespace proviso::test
