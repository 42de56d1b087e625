#include <catch2/catch_test_macros.hpp>
#include <map>
#include <string>

#include "core/exchange/formats.h"
#include "core/io/load.h"
#include "core/sheets/zip.h"
#include "tests/core/cli/fake_console.h"
#include "tests/support/files.h"

namespace proviso::cli {
namespace {

using test::Program;
using test::ReadFile;

constexpr const char* kFolder = "tests/golden/night-bus/";

Program WithBus() {
  Program program;
  for (const char* name : {"night-bus.json", "night-bus-km.json", "night-bus.txt"})
    program.files[name] = ReadFile(std::string(kFolder) + name);
  return program;
}

bool Says(const std::string& text, std::string_view words) {
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("export says what the format is and what is lost, by count", "[cli][exchange]") {
  Program program = WithBus();
  CHECK(program.Run({"export", "night-bus.json", "--to", "qdpx", "-o", "bus.qdpx", "--text",
                     "d-bus=night-bus.txt"}) == 0);
  CHECK(Says(program.out, "Written as a REFI-QDA project."));
  CHECK(Says(program.out, "    1 relation is left out."));
  CHECK(program.written.count("bus.qdpx") == 1);
  CHECK(program.Run({"export", "night-bus.json", "--to", "qdpx", "-o", "bus.qdpx"}) == 2);
  CHECK(Says(program.err, "--text d-bus=FILE"));
  CHECK(program.Run({"export", "night-bus.json", "--to", "argdown"}) == 0);
  CHECK(program.out.find("===\ntitle: ") == 0);
  CHECK(Says(program.err, "Written as Argdown."));
  CHECK(program.Run({"export", "night-bus.json", "--to", "graphml", "-o", "a", "--json"}) == 0);
  CHECK(program.json()["lost"].size() > 2);
  CHECK(program.Run({"export", "night-bus.json", "--to", "aif", "--only", "claims"}) == 2);
  CHECK(program.Run({"export", "night-bus.json", "--to", "gexf"}) == 2);
}

TEST_CASE("import knows another tool's file, and reports what was taken and left out",
          "[cli][exchange]") {
  Program program = WithBus();
  REQUIRE(program.Run({"export", "night-bus.json", "--to", "qdpx", "-o", "bus.qdpx", "--text",
                       "d-bus=night-bus.txt"}) == 0);
  program.files["bus.qdpx"] = program.written["bus.qdpx"];
  CHECK(program.Run({"import", "bus.qdpx", "-o", "again.json"}) == 1);  // One draft.
  CHECK(Says(program.out, "Read as a REFI-QDA project.\nTaken: "));
  CHECK(Says(program.out, "10 selections"));
  CHECK(Says(program.out, "10 rows: 9 claims, 1 draft. 9 new"));
  CHECK(Says(program.out, "selection 5: error: "));
  CHECK(io::Load(program.written["again.json"]).ok());
  CHECK(program.Run({"import", "bus.qdpx", "-o", "strict.json", "--strict"}) == 1);
  CHECK(program.written.count("strict.json") == 0);
  CHECK(program.Run({"import", "bus.qdpx", "--dry-run", "--write-map", "map.json"}) == 1);
  const auto map = nlohmann::json::parse(program.written["map.json"]);
  CHECK(map["codes"]["Holder/Ilse Brandt"]["holder"] == true);
  CHECK(program.Run({"import", "bus.qdpx", "--json", "-o", "x.json"}) == 1);
  CHECK(program.json()["counts"]["claims"] == 9);
  CHECK(program.Run({"import", "bus.qdpx", "-o", "x.json", "--check-into", "c.xlsx"}) == 2);
  // A map is read, and one that is none is refused.
  program.files["map.json"] = R"({"codes": {"Act/*": {"skip": true}}})";
  CHECK(program.Run({"import", "bus.qdpx", "-o", "y.json", "--map", "map.json"}) == 1);
  CHECK(!Says(program.written["y.json"], "\"threat\""));
  program.files["map.json"] = "[]";
  CHECK(program.Run({"import", "bus.qdpx", "-o", "z.json", "--map", "map.json"}) == 2);
}

TEST_CASE("a damaged file of another tool opens nothing and says where", "[cli][exchange]") {
  Program program = WithBus();
  program.files["a.jsonld"] = "{\"@context\": \"x\",\n \"motivation\": }";
  CHECK(program.Run({"import", "a.jsonld", "-o", "a.json"}) == 1);
  CHECK(Says(program.err, "a.jsonld:2:16: error"));
  CHECK(program.written.empty());
  program.files["a.qdpx"] = "PK but no archive";
  CHECK(program.Run({"import", "a.qdpx", "-o", "a.json"}) == 1);
  CHECK(program.Run({"import", "a.qdpx", "a.jsonld", "--from", "qdpx", "-o", "a.json"}) == 2);
  CHECK(program.Run({"import", "nowhere.qdpx", "--from", "qdpx", "-o", "a.json"}) == 2);
  CHECK(program.written.empty());
}

TEST_CASE("what carries its dataset comes back to the same bytes", "[cli][exchange]") {
  Program program = WithBus();
  for (const char* format : {"annotations", "aif"}) {
    CAPTURE(format);
    REQUIRE(program.Run({"export", "night-bus.json", "--to", format, "-o", "bus.out"}) == 0);
    program.files["bus.out"] = program.written["bus.out"];
    CHECK(program.Run({"import", "bus.out", "-o", "again.json"}) == 0);
    CHECK(program.written["again.json"] == program.files["night-bus.json"]);
    CHECK(Says(program.out, "10 claims from their own records"));
  }
}

TEST_CASE("texts alone become documents; new and --text read those of word processors",
          "[cli][exchange]") {
  Program program = WithBus();
  program.files["page.html"] = "<html><body><h1>Line</h1><p>The line stays open.</p></body></html>";
  program.files["doc.docx"] = sheets::WriteZip(
      {{"word/document.xml",
        "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>The line stays shut.</w:t></w:r></w:p>"
        "</w:body></w:document>"}});
  CHECK(program.Run({"import", "page.html", "doc.docx", "-o", "texts.json"}) == 0);
  const auto loaded = io::Load(program.written["texts.json"]);
  REQUIRE(loaded.ok());
  CHECK(loaded->dataset.documents.size() == 2);
  CHECK(loaded->dataset.claims.empty());
  CHECK(program.Run({"new", "line", "page.html", "doc.docx"}) == 0);
  CHECK(program.written["line/texts/page.txt"] == "Line\n\nThe line stays open.\n");
  CHECK(program.written["line/texts/doc.txt"] == "The line stays shut.\n");
  program.files["a.pdf"] = "%PDF-1.7";
  CHECK(program.Run({"new", "line", "a.pdf"}) == 2);
  CHECK(Says(program.err, "pdftotext"));
}

TEST_CASE("publish --data writes what an archive keeps, without drafts", "[cli][exchange]") {
  Program program = WithBus();
  CHECK(program.Run({"publish", "night-bus.json", "--data", "bus.zip"}) == 0);
  CHECK(Says(program.out, "Archives ask for "));
  const auto zip = sheets::ReadZip(program.written["bus.zip"]);
  REQUIRE(zip.ok());
  std::map<std::string, std::string> files(zip->begin(), zip->end());
  CHECK(files["dataset.json"] == program.files["night-bus.json"]);
  CHECK(Says(files["CITATION.cff"], "cff-version: 1.2.0"));
  CHECK(Says(files["codebook.md"], "The night bus runs next year"));
  CHECK(Says(files["README.md"], "sheets/claims.csv"));
  const auto package = nlohmann::json::parse(files["datapackage.json"]);
  for (const auto& resource : package["resources"])
    CHECK(files.count(resource["path"].get<std::string>()) == 1);
  // A draft stays at home, and its number is said.
  auto root = nlohmann::ordered_json::parse(program.files["night-bus.json"]);
  root["x-drafts"] = nlohmann::ordered_json::parse(
      R"([{"id": "c-lm-99", "record": {"modality": "likely"}, "table": "claims"}])");
  program.files["drafts.json"] = root.dump();
  CHECK(program.Run({"publish", "drafts.json", "--data", "bus.zip"}) == 0);
  CHECK(Says(program.out, "1 draft is left out."));
  CHECK(!Says(program.written["bus.zip"], "c-lm-99"));
  CHECK(program.Run({"publish", "night-bus.json", "--data", "a.zip", "-o", "b"}) == 2);
}

TEST_CASE("agree --weights adds one mean, of the fields that are named", "[cli][exchange]") {
  Program program = WithBus();
  CHECK(program.Run({"agree", "night-bus.json", "night-bus-km.json", "--resamples", "10",
                     "--weights", "holder=2,how firmly=1", "--json"}) == 0);
  const auto json = program.json();
  double holder = 0, level = 0;
  for (const auto& field : json["fields"]) {
    const double share = field["same"].get<double>() / field["pairs"].get<double>();
    if (field["field"] == "holder") holder = share;
    if (field["field"] == "how firmly") level = share;
  }
  const double mean = json["weightedMean"].get<double>();
  CHECK(mean > (2 * holder + level) / 3 - 1e-9);
  CHECK(mean < (2 * holder + level) / 3 + 1e-9);
  CHECK(program.Run({"agree", "night-bus.json", "night-bus-km.json", "--resamples", "10",
                     "--weights", "holder=2"}) == 0);
  CHECK(Says(program.out, "Weighted mean of the shares that agree (holder 2): "));
  CHECK(program.Run({"agree", "night-bus.json", "night-bus-km.json", "--weights", "holder"}) == 2);
  CHECK(program.Run({"agree", "night-bus.json", "night-bus-km.json", "--weights", "x=1"}) == 2);
}

}  // namespace proviso::cli
