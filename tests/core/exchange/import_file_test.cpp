#include "core/exchange/import_file.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "core/exchange/formats.h"
#include "core/io/save.h"
#include "core/merge/diff.h"
#include "core/state/session.h"
#include "core/window/dialogs/open_model.h"
#include "core/window/dialogs/share_model.h"
#include "tests/support/author_desk.h"
#include "tests/support/files.h"
#include "tests/support/frame_faults.h"

namespace proviso::exchange {
namespace {

using test::ReadFile;

constexpr const char* kNightBus = "tests/golden/night-bus/night-bus.json";

Dataset Open(const std::string& bytes) {
  auto loaded = io::Load(bytes);
  REQUIRE(loaded.ok());
  return std::move(loaded->dataset);
}

TEST_CASE("a file that we wrote comes back through the page's way in", "[exchange][import]") {
  const Dataset dataset = Open(ReadFile(kNightBus));
  for (const auto& [format, name] :
       {std::pair{"annotations", "a.jsonld"}, std::pair{"aif", "a.json"}}) {
    INFO(format);
    const auto written = ExportFile(format, dataset);
    REQUIRE(written.ok());
    const auto file = ImportFile(*written, name);
    REQUIRE(file.ok());
    CHECK_FALSE(file->kind.empty());
    REQUIRE(file->imported.loaded);
    CHECK(merge::Diff(dataset, file->imported.loaded->dataset).empty());
  }
  const auto workbook = ExportFile("xlsx", dataset);
  REQUIRE(workbook.ok());
  const auto file = ImportFile(*workbook, "coding.xlsx");
  REQUIRE(file.ok());
  CHECK(file->kind == "a coding sheet (xlsx)");
}

/// What is said of a file beside it.
io::JsonValue Help(const std::string& json) {
  auto help = io::ReadJson(json);
  REQUIRE(help.has_value());
  return *help;
}
io::JsonValue WithText(io::JsonValue help) {
  io::JsonValue& text = help.Set("texts", io::JsonValue::List()).Add(io::JsonValue::Object());
  text.Set("name", "night-bus.txt");
  text.Set("text", ReadFile("tests/golden/night-bus/night-bus.txt"));
  return help;
}
std::size_t Errors(const ImportedFile& file) {
  return static_cast<std::size_t>(std::count_if(file.imported.problems.begin(),
                                                file.imported.problems.end(),
                                                [](const auto& one) { return !one.note; }));
}

TEST_CASE("a text is given beside a sheet, and cells are read as they are corrected",
          "[exchange][import]") {
  const std::string workbook = ReadFile("tests/golden/night-bus/night-bus.xlsx");
  const auto alone = ImportFile(workbook, "night-bus.xlsx");
  REQUIRE(alone.ok());
  CHECK(Errors(*alone) > 0);
  const auto with = ImportFile(workbook, "night-bus.xlsx", WithText(Help("{}")));
  REQUIRE(with.ok());
  CHECK(Errors(*with) == 0);
  CHECK(with->imported.claims == 10);
  CHECK(with->imported.bytes == ReadFile(kNightBus));
  // The only text of the sheet under whatever name.
  io::JsonValue other = WithText(Help("{}"));
  other.Find("texts")->items()[0].Set("name", "copy (1).txt");
  CHECK(Errors(*ImportFile(workbook, "night-bus.xlsx", other)) == 0);
  // Broken, it is told with what stands there; mended, it is as before.
  const auto broken =
      ImportFile(workbook, "night-bus.xlsx",
                 WithText(Help(R"({"fixes": [{"where": "claims!F7", "words": "0.7"}]})")));
  REQUIRE(broken.ok());
  REQUIRE(Errors(*broken) == 1);
  const auto told = io::ReadJson(ImportedJson(*broken));
  bool found = false;
  for (const io::JsonValue& one : told->Find("problems")->items())
    found |= one.TextOf("where") == "claims!F7" && one.TextOf("cell") == "0.7";
  CHECK(found);
  const auto mended =
      ImportFile(workbook, "night-bus.xlsx",
                 WithText(Help(R"({"fixes": [{"where": "claims!F7", "words": "likely"}]})")));
  CHECK(mended->imported.bytes == with->imported.bytes);
  // What names no cell changes nothing.
  for (const char* where : {"", "claims", "claims!", "claims!7", "claims!F", "claims!F0",
                            "claims!F99999999", "claims!ZZZZZ1", "nothing!A1", "claims!F7x"}) {
    INFO(where);
    io::JsonValue help = WithText(Help(R"({"fixes": [{"words": "0.7"}]})"));
    help.Find("fixes")->items()[0].Set("where", where);
    CHECK(ImportFile(workbook, "night-bus.xlsx", help)->imported.bytes == with->imported.bytes);
  }
  CHECK(ImportFile(workbook, "night-bus.xlsx", Help(R"({"fixes": 3, "texts": "x", "map": []})"))
            .ok());
}

TEST_CASE("what a tag stands for is said before a file is taken over", "[exchange][import]") {
  const std::string notes = R"({"export_date": "2026-03-01", "export_userid": "acct:kim@h.is",
    "client_version": "1.1", "annotations": [
    {"id": "A", "uri": "https://example.org/a", "text": "It stays.", "tags": ["Mood", "code:Lines"],
     "document": {"title": ["News"]}, "target": [{"source": "https://example.org/a", "selector": [
       {"type": "TextQuoteSelector", "exact": "the line stays open"}]}]}]})";
  io::JsonValue help = Help(R"({"texts": [{"name": "copy.txt",
    "text": "Everybody is glad that the line stays open.\n\nNobody is sorry."}]})");
  const auto first = ImportFile(notes, "notes.json", help);
  REQUIRE(first.ok());
  const auto told = io::ReadJson(ImportedJson(*first));
  const io::JsonValue* codes = told->Find("codes");
  REQUIRE(codes != nullptr);
  CHECK(codes->members().size() == 2);
  CHECK(told->Find("sheet")->text() == "false");
  REQUIRE(first->imported.loaded);
  CHECK(first->imported.loaded->dataset.topics.size() == 2);
  io::JsonValue map = *codes;
  for (io::JsonValue::Member& code : map.members()) code.second = Help(R"({"skip": true})");
  help.Set("map", io::JsonValue::Object()).Set("codes", std::move(map));
  const auto skipped = ImportFile(notes, "notes.json", help);
  REQUIRE(skipped.ok());
  REQUIRE(skipped->imported.loaded);
  CHECK(skipped->imported.loaded->dataset.topics.empty());
  // They can be chosen again.
  CHECK(io::ReadJson(ImportedJson(*skipped))->Find("codes")->members().size() == 2);
}

TEST_CASE("what is no file of anybody's is refused in words", "[exchange][import]") {
  for (const auto& [bytes, name] : {std::pair<std::string, const char*>{"", "a.json"},
                                    {"[", "a.json"},
                                    {"{}", "a.json"},
                                    {"PK\x03\x04", "a.xlsx"},
                                    {"PK\x03\x04", "a.qdpx"},
                                    {"\x01\x02", "a.qdc"},
                                    {"SQLite format 3", "a.dna"},
                                    {"a;b\n\"", "claims.csv"},
                                    {"words", "a.xls"},
                                    {std::string(100000, '['), "a.jsonld"}}) {
    INFO(name << " " << bytes.substr(0, 20));
    const auto file = ImportFile(bytes, name);
    if (file.ok()) {
      CHECK_FALSE(file->imported.problems.empty());
    } else {
      CHECK_FALSE(file.problems().front().rule.empty());
    }
  }
}

TEST_CASE("what is lost is told in the words of the help", "[exchange][export]") {
  const auto list = io::ReadJson(FormatsJson());
  REQUIRE(list.has_value());
  for (const Format& format : Formats()) {
    if (format.out.empty()) continue;
    bool told = false;
    for (const io::JsonValue& one : list->items())
      told |= one.TextOf("name") == format.name && one.TextOf("lost") == format.out &&
              !one.TextOf("ending").empty();
    INFO(format.name);
    CHECK(told);
  }
}

TEST_CASE("before a dataset is made of it the reader sees what becomes of a file",
          "[exchange][view]") {
  test::AuthorDesk desk(ReadFile(kNightBus));
  const auto report = io::ReadJson(
      R"json({"kind":"a coding sheet (xlsx)","taken":"2 texts","left":"3 pictures","drafts":["1 claim, since x"],
          "problems":[{"error":true,"where":"claims!F7","rule":"No such word.","remedy":"Choose one."},
                      {"error":false,"where":"claims!D9","rule":"Taken for another.","remedy":""}]
})json");
  REQUIRE(report.has_value());
  view::Opening opening = view::OpeningOf(*report);
  opening.name = "coding.xlsx";
  CHECK(opening.stage == view::Opening::Stage::kRefused);  // Nothing can be made of it.
  CHECK(opening.errors.size() == 1);
  CHECK(opening.warnings.size() == 1);
  for (const view::Opening::Stage stage :
       {view::Opening::Stage::kRefused, view::Opening::Stage::kWarned}) {
    opening.stage = stage;
    opening.counts = "9 claims";
    desk.Do(view::ShowDialog{view::Dialog::kNone});
    desk.Do(view::ShowDialog{view::Dialog::kOpen});
    desk.Do(view::SetOpening{opening});
    const view::OpenModel model = view::BuildOpenModel(desk.library(), desk.session);
    REQUIRE(model.told.size() == 3);
    CHECK(model.told[1] == "Left out: 3 pictures.");
    REQUIRE(model.lines.size() == 2);
    CHECK(model.lines[0].record == "claims!F7");
    CHECK(model.lines[0].place.empty());
    CHECK((desk.Find("open/open-anyway") != nullptr) == (stage == view::Opening::Stage::kWarned));
    for (const float width : {1280.0f, 390.0f}) {
      desk.viewport.width = width;
      CHECK(test::First(test::Faults(desk.frame(), view::TableMeasure())) == "");
    }
  }
}

TEST_CASE("Share lists what other tools open, once the page has told it", "[exchange][view]") {
  test::AuthorDesk desk(ReadFile(kNightBus));
  desk.session.host = {
      "https://example.org/p/", "https://example.org/p/d.json", "2026-11-25", {}, true, true};
  desk.Do(view::Share{{view::ShareTab::kExport}});
  REQUIRE(desk.Find("share/for-qdpx") == nullptr);
  std::vector<view::Effect> effects;
  view::Update(desk.library(), view::AskFormats{}, desk.session, effects);
  REQUIRE(effects.size() == 1);
  CHECK(effects[0].kind == view::Effect::Kind::kFormats);
  desk.Do(view::TakeFormats{FormatsJson()});
  const view::ShareModel model = view::BuildShareModel(desk.library(), desk.session);
  std::size_t listed = 0;
  for (const view::ExportRow& row : model.rows)
    if (row.key.substr(0, 4) == "for-") {
      ++listed;
      CHECK(row.lost.find("Lost: ") != std::string::npos);
      REQUIRE(row.command.Is<view::ExportFor>());
    }
  CHECK(listed == 9);
  effects.clear();
  view::Update(desk.library(), view::ExportFor{"qdpx"}, desk.session, effects);
  REQUIRE(effects.size() == 1);
  CHECK(effects[0].type == "qdpx");
  for (const float width : {1280.0f, 390.0f}) {
    desk.viewport.width = width;
    CHECK(test::First(test::Faults(desk.frame(), view::TableMeasure())) == "");
  }
  // Who has closed Share meanwhile is not brought back to it.
  desk.Do(view::ShowDialog{view::Dialog::kNone});
  desk.Do(view::TakeFormats{FormatsJson()});
  CHECK(desk.session.dialog == view::Dialog::kNone);
  // Asked for in the palette, it leads to where they will stand.
  view::Update(desk.library(), view::AskFormats{}, desk.session, effects);
  CHECK(desk.session.dialog == view::Dialog::kShare);
  CHECK(desk.session.share.tab == view::ShareTab::kExport);
  // What nobody can read lists nothing.
  desk.Do(view::TakeFormats{"{"});
  CHECK(desk.Find("dialog/close") != nullptr);
}

}  // namespace
}  // namespace proviso::exchange
