#include <catch2/catch_test_macros.hpp>
#include <string>

#include "core/io/load.h"
#include "core/sheets/xlsx.h"
#include "tests/core/cli/fake_console.h"
#include "tests/support/files.h"

namespace proviso::cli {
namespace {

using test::Program;
using test::ReadFile;

constexpr const char* kFolder = "tests/golden/night-bus/";

Program WithExample() {
  Program program;
  for (const char* name : {"night-bus.json", "night-bus-km.json", "night-bus.txt"})
    program.files[name] = ReadFile(std::string(kFolder) + name);
  for (const char* name : {"claims", "documents", "actors", "statements", "topics", "dataset"})
    program.files["sheets/" + std::string(name) + ".csv"] =
        ReadFile(std::string(kFolder) + name + ".csv");
  program.files["sheets/texts/night-bus.txt"] = program.files["night-bus.txt"];
  program.files["coding.xlsx"] = ReadFile(std::string(kFolder) + "night-bus.xlsx");
  return program;
}

}  // namespace

TEST_CASE("locator prints the record to paste", "[cli][author]") {
  Program program = WithExample();
  CHECK(program.Run({"locator", "night-bus.txt", "--quote", "the bus cannot run at all"}) == 0);
  CHECK(program.out.find(
            "{\"start\": 226, \"end\": 251, \"letters\": 20, \"sha256\": \"b7fe1aad") == 0);
  CHECK(program.out.find("\"sketch\": [\"4861\", \"539c\", \"c111\"], \"paragraph\": 2}\n") !=
        std::string::npos);
  CHECK(program.Run(
            {"locator", "night-bus.txt", "--range", "226:251", "--in", "d-bus", "--json"}) == 0);
  CHECK(program.json()["document"] == "d-bus");
  CHECK(program.json()["start"] == 226);
  CHECK(program.Run({"locator", "night-bus.txt", "--document", "--json"}) == 0);
  CHECK(program.json()["codePoints"] == 855);
  CHECK(program.json()["sha256"] ==
        "d1904f49e3d9a647d7494cd5bc0225a44a7fbf6118ddbfec2ff3540cb88b728f");
  CHECK(program.json()["paragraphs"].size() == 5);
}

TEST_CASE("locator says what is nearest, and lists all places of words that stand twice",
          "[cli][author]") {
  Program program = WithExample();
  CHECK(program.Run({"locator", "night-bus.txt", "--quote", "the bus can not walk at all"}) == 1);
  CHECK(program.err.find("not in the text") != std::string::npos);
  CHECK(program.err.find("The nearest place reads") != std::string::npos);
  CHECK(program.Run({"locator", "night-bus.txt", "--quote", "the night bus"}) == 0);
  CHECK(program.Run({"locator", "night-bus.txt", "--quote", "night bus"}) == 1);
  CHECK(program.err.find("stand 3 times") != std::string::npos);
  CHECK(program.Run({"locator", "night-bus.txt"}) == 2);
  CHECK(program.Run({"locator", "nowhere.txt", "--document"}) == 2);
}

TEST_CASE("from a new folder to a dataset and back to sheets", "[cli][author]") {
  Program program = WithExample();
  REQUIRE(program.Run({"new", "night-bus", "--coder", "lm", "night-bus.txt"}) == 0);
  CHECK(program.out ==
        "night-bus/coding.xlsx          8 columns to fill in; row 2 explains them\n"
        "night-bus/texts/night-bus.txt  5 paragraphs, 11 sentences\n"
        "night-bus/README.txt           how to go on\n"
        "Next: fill in the sheet claims, then\n"
        "      proviso import night-bus/coding.xlsx -o night-bus/night-bus.json\n");
  const auto book = sheets::ReadXlsx(program.written["night-bus/coding.xlsx"], "coding.xlsx");
  REQUIRE(book.ok());
  CHECK(book->Find("documents")->rows[2][0] == "night-bus");
  // Once more: what is filled in is not lost.
  program.files["night-bus/coding.xlsx"] = program.written["night-bus/coding.xlsx"];
  CHECK(program.Run({"new", "night-bus"}) == 2);

  REQUIRE(program.Run({"import", "sheets", "-o", "out.json"}) == 0);
  CHECK(program.out ==
        "Read as a coding sheet (csv), texts from sheets/texts.\n"
        "10 rows: 10 claims, 0 drafts. 10 new, 0 replaced, 0 unchanged.\n");
  CHECK(program.written["out.json"] == program.files["night-bus.json"]);
  REQUIRE(program.Run({"import", "coding.xlsx", "-o", "-", "--text", "bus=night-bus.txt"}) == 0);
  CHECK(program.out == program.files["night-bus.json"]);

  program.folders.insert("csv");
  REQUIRE(program.Run({"export", "night-bus.json", "--to", "csv", "-o", "csv"}) == 0);
  CHECK(program.written.count("csv/datapackage.json") == 1);
  for (const auto& [path, bytes] : program.written) program.files[path] = bytes;
  REQUIRE(program.Run({"import", "csv", "-o", "again.json"}) == 0);
  CHECK(program.written["again.json"] == program.files["night-bus.json"]);
}

TEST_CASE("an import says what is wrong by its cell, and marks a copy", "[cli][author]") {
  Program program = WithExample();
  std::string& claims = program.files["sheets/claims.csv"];
  const std::string level = ",likely,would probably,";
  REQUIRE(claims.find(level) != std::string::npos);
  claims.replace(claims.find(level), level.size(), ",0.7,would probably,");
  CHECK(program.Run({"import", "sheets", "-o", "out.json", "--check-into", "check.xlsx"}) == 1);
  CHECK(program.out.find("claims!F7: error: “0.7” is no word for how firmly.\n    Choose: will") !=
        std::string::npos);
  CHECK(program.out.find("10 rows: 9 claims, 1 draft. 9 new, 0 replaced, 0 unchanged.\n") !=
        std::string::npos);
  CHECK(io::Load(program.written["out.json"]).ok());
  const auto book = sheets::ReadXlsx(program.written["check.xlsx"], "check.xlsx");
  REQUIRE(book.ok());
  CHECK(book->Find("claims")->rows[6].back().find("“0.7” is no word") == 0);
  program.written.clear();
  CHECK(program.Run({"import", "sheets", "-o", "out.json", "--strict"}) == 1);
  CHECK(program.written.empty());
  CHECK(program.Run({"import", "sheets", "-o", "out.json", "--dry-run", "--json"}) == 1);
  CHECK(program.json()["errors"][0]["cell"] == "F7");
  CHECK(program.json()["counts"]["drafts"] == 1);
  CHECK(program.written.empty());
  // Drafts are counted by check, and errors when it is strict.
  program.Run({"import", "sheets", "-o", "out.json"});
  program.files["out.json"] = program.written["out.json"];
  CHECK(program.Run({"check", "out.json"}) == 0);
  CHECK(program.out.find("1 draft\n") != std::string::npos);
  CHECK(program.Run({"check", "out.json", "--drafts"}) == 0);
  CHECK(program.out.find("draft c-lm-5 of claims, not yet readable: modality “0.7”") !=
        std::string::npos);
  CHECK(program.Run({"check", "out.json", "--strict"}) == 1);
}

TEST_CASE("a file that somebody else made is not replaced", "[cli][author]") {
  Program program = WithExample();
  program.files["out.json"] = "my diary";
  CHECK(program.Run({"import", "sheets", "-o", "out.json"}) == 2);
  CHECK(program.err.find("was not made by this program") != std::string::npos);
  CHECK(program.written.empty());
  CHECK(program.Run({"import", "sheets", "-o", "out.json", "--replace"}) == 0);
}

TEST_CASE("columns of other names are read by a map", "[cli][author]") {
  Program program = WithExample();
  std::string& claims = program.files["sheets/claims.csv"];
  claims.replace(claims.find("quote"), 5, "Zitat");
  program.files["map.json"] = R"({"columns": {"Zitat": "quote"}})";
  CHECK(program.Run({"import", "sheets", "-o", "out.json"}) == 1);
  CHECK(program.out.find("There is no column “Zitat” in claims; it is not read.") !=
        std::string::npos);
  CHECK(program.Run({"import", "sheets", "-o", "out.json", "--map", "map.json"}) == 0);
}

TEST_CASE("diff tells by record and field, and exits with 1 if there is anything",
          "[cli][author]") {
  Program program = WithExample();
  CHECK(program.Run({"diff", "night-bus.json", "night-bus.json"}) == 0);
  CHECK(program.out == "0 added, 0 changed, 0 gone.\n");
  std::string changed = program.files["night-bus.json"];
  const std::string act = "\"act\": \"threat\"";
  changed.replace(changed.find(act), act.size(), "\"act\": \"warning\"");
  program.files["b.json"] = changed;
  CHECK(program.Run({"diff", "night-bus.json", "b.json"}) == 1);
  CHECK(program.out == "~ c-lm-4 act: threat → warning\n0 added, 1 changed, 0 gone.\n");
  CHECK(program.Run({"diff", "night-bus.json", "b.json", "--ids"}) == 1);
  CHECK(program.out == "~ c-lm-4\n0 added, 1 changed, 0 gone.\n");
  CHECK(program.Run({"diff", "night-bus.json", "b.json", "--json"}) == 1);
  CHECK(program.json()["records"][0]["fields"]["act"]["after"] == "warning");
  CHECK(program.json()["answers"].empty());
}

TEST_CASE("diff tells whose answers differ, and how", "[cli][author]") {
  Program program;
  std::string bytes = test::ReadFile("data/china-military-aid.json");
  program.files["a.json"] = bytes;
  const std::string likely = "\"modality\": \"likely\"";
  for (std::size_t at = 0; (at = bytes.find(likely, at)) != std::string::npos;)
    bytes.replace(at, likely.size(), "\"modality\": \"uncommitted\"");
  program.files["b.json"] = bytes;
  CHECK(program.Run({"diff", "a.json", "b.json", "--stat"}) == 1);
  const bool differ = program.out.find("differ") != std::string::npos;
  CHECK(program.Run({"diff", "a.json", "b.json", "--json"}) == 1);
  CHECK(differ == !program.json()["answers"].empty());
  CHECK(program.Run({"diff", "a.json", "b.json"}) == 1);
  CHECK(differ == (program.out.find("\n? “") != std::string::npos));
  CHECK(differ);
}

TEST_CASE("agree prints the table, merge leaves what differs to decide", "[cli][author]") {
  Program program = WithExample();
  CHECK(program.Run({"agree", "night-bus.json", "night-bus-km.json", "--resamples", "50"}) == 0);
  CHECK(program.out.find("9 pairs. Only in A: c-lm-8. Only in B: c-km-8. 10.0 % of all claims "
                         "unmatched.\n") == 0);
  CHECK(program.out.find("of 740 code points that either marked, both marked 529; α 0.356 over all "
                         "855") != std::string::npos);
  CHECK(program.out.find("0.872") != std::string::npos);
  CHECK(program.out.find("0.983") != std::string::npos);
  CHECK(program.Run({"agree", "night-bus.json", "night-bus-km.json", "--by", "act"}) == 0);
  CHECK(program.out.find("act: A against B") != std::string::npos);
  CHECK(program.Run({"agree", "night-bus.json", "night-bus-km.json", "--by", "nothing"}) == 2);
  CHECK(program.Run({"agree", "night-bus.json", "night-bus-km.json", "--json"}) == 0);
  CHECK(program.json()["place"]["both"] == 529);

  CHECK(program.Run({"merge", "night-bus.json", "night-bus-km.json", "-o", "both.json"}) == 1);
  program.files["both.json"] = program.written["both.json"];
  CHECK(program.Run({"check", "both.json"}) == 0);
  CHECK(program.Run({"merge", "night-bus.json", "night-bus-km.json", "-o", "a.json", "--prefer",
                     "a"}) == 0);
  program.files["d.csv"] = "id,took,note\nc-lm-4,maybe,\n";
  CHECK(program.Run({"merge", "night-bus.json", "night-bus-km.json", "-o", "both.json",
                     "--decisions", "d.csv"}) == 2);
}

}  // namespace proviso::cli
