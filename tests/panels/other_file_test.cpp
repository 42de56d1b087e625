#include <catch2/catch_test_macros.hpp>
#include <string>

#include "core/io/drafts.h"
#include "core/io/json_value.h"
#include "core/io/save.h"
#include "tests/support/files.h"
#include "tests/support/headless.h"

// A second file beside the dataset that is open: another version, or a colleague's coding.

namespace proviso {
namespace {

using shell::App;
using test::HeadlessExplorer;
using test::ReadFile;

constexpr const char* kOurs = "tests/golden/night-bus/night-bus.json";
constexpr const char* kTheirs = "tests/golden/night-bus/night-bus-km.json";

struct Reader : HeadlessExplorer {
  Reader() {
    app.Apply({view::AllowEditing{true}});
    REQUIRE(app.Open(ReadFile(kOurs)).ok());
    Step();
  }
  std::string bytes() { return io::Save(app.library()->dataset); }
};

TEST_CASE("another version is asked for, compared, and can be opened at a record", "[panels]") {
  Reader explorer;
  explorer.app.Apply({view::PickFile{view::Wanted::kVersion}});
  REQUIRE(explorer.platform.picked.size() == 1);
  CHECK(explorer.platform.picked[0] == "version");
  const std::string before = explorer.bytes();
  explorer.app.Offer(App::Purpose::kVersion, "km.json", ReadFile(kTheirs));
  explorer.Step();
  CHECK(explorer.app.session().dialog == view::Dialog::kVersions);
  CHECK(explorer.bytes() == before);
  REQUIRE(view::FindItem(explorer.app.frame(), "versions/counts").item != nullptr);
  // A file that is dropped on the comparison is the next to be compared.
  explorer.app.Offer(App::Purpose::kAsItLooks, "again.json", ReadFile(kOurs));
  explorer.Step();
  CHECK(explorer.app.session().versions.name == "again.json");
  CHECK(explorer.app.session().dialog == view::Dialog::kVersions);
  explorer.app.Offer(App::Purpose::kVersion, "km.json", ReadFile(kTheirs));
  explorer.Step();
  explorer.app.Press("versions/claims/c-km-8/go");
  explorer.Step();
  CHECK(explorer.app.session().dialog == view::Dialog::kNone);
  CHECK(explorer.app.session().state.selection == "c-km-8");
  CHECK(explorer.bytes() == io::Save(explorer.app.library()->dataset));
  CHECK(explorer.app.library()->dataset.Find("c-km-8"));
  // And back to what was open.
  explorer.app.Apply({view::ReturnToDataset{}});
  explorer.Step();
  CHECK_FALSE(explorer.app.library()->dataset.Find("c-km-8"));
}

TEST_CASE("what is no dataset is refused in words, and what was open stays", "[panels]") {
  for (const App::Purpose purpose : {App::Purpose::kVersion, App::Purpose::kCoding}) {
    Reader explorer;
    const std::string before = explorer.bytes();
    for (const std::string& bytes :
         {std::string("{"), std::string("PK\x03\x04"), std::string(), ReadFile("README.md"),
          std::string("{\"format\": \"proviso\"}"), std::string(200000, '[')}) {
      explorer.app.Offer(purpose, "broken.json", bytes);
      explorer.Step();
      CHECK(explorer.app.session().dialog == view::Dialog::kOpen);
      CHECK(explorer.app.session().opening.stage == view::Opening::Stage::kRefused);
      // Another is chosen for the same purpose.
      explorer.platform.picked.clear();
      explorer.app.Press("open/choose");
      REQUIRE(explorer.platform.picked.size() == 1);
      CHECK(explorer.platform.picked[0] ==
            (purpose == App::Purpose::kVersion ? "version" : "coding"));
      CHECK(explorer.bytes() == before);
    }
    CHECK_FALSE(explorer.app.Expect(purpose, "huge.json", std::uint64_t{1} << 40));
    explorer.Step();
    CHECK(explorer.app.session().opening.stage == view::Opening::Stage::kRefused);
  }
}

TEST_CASE("a colleague's coding is merged, decided, undone and saved", "[panels]") {
  Reader explorer;
  const std::string before = explorer.bytes();
  explorer.app.Offer(App::Purpose::kCoding, "km.json", ReadFile(kTheirs));
  explorer.Step();
  CHECK(explorer.app.session().state.view == view::ViewId::kCompare);
  const std::string merged = explorer.bytes();
  CHECK(merged != before);
  CHECK(io::HasDrafts(explorer.app.library()->dataset));
  explorer.app.Press("codings/c-lm-8/keep");
  explorer.Step();
  CHECK(explorer.app.library()->dataset.Find("c-lm-8"));
  explorer.app.Apply({view::Save{view::Saved::kDataset}});
  REQUIRE(explorer.platform.saved.size() == 1);
  CHECK(explorer.platform.saved[0].bytes == explorer.bytes());
  explorer.app.Apply({view::Undo{}});
  explorer.Step();
  CHECK(explorer.bytes() == merged);
  explorer.app.Apply({view::Undo{}});
  explorer.Step();
  CHECK(explorer.bytes() == before);
}

TEST_CASE("where no file can be chosen, the next that is dropped is what was asked for",
          "[panels]") {
  Reader explorer;
  explorer.platform.picks = false;
  explorer.app.Apply({view::PickFile{view::Wanted::kVersion}});
  explorer.app.Offer(App::Purpose::kAsItLooks, "km.json", ReadFile(kTheirs));
  explorer.Step();
  CHECK(explorer.app.session().dialog == view::Dialog::kVersions);
  explorer.app.Apply({view::ShowDialog{view::Dialog::kNone}});
  // Only the next.
  explorer.app.Offer(App::Purpose::kAsItLooks, "km.json", ReadFile(kTheirs));
  explorer.Step();
  CHECK(explorer.app.session().dialog == view::Dialog::kOpen);
}

TEST_CASE("what was made of another tool's file is seen before it is opened", "[panels]") {
  Reader explorer;
  const std::string before = explorer.bytes();
  io::JsonValue report = io::JsonValue::Object();
  report.Set("kind", "a coding sheet (xlsx)");
  report.Set("left", "3 pictures");
  report.Set("dataset", ReadFile(kTheirs));
  explorer.app.Offer(App::Purpose::kImported, "coding.xlsx", report.Write());
  explorer.Step();
  CHECK(explorer.app.session().opening.stage == view::Opening::Stage::kWarned);
  CHECK(explorer.bytes() == before);
  REQUIRE(view::FindItem(explorer.app.frame(), "open/told.1").item != nullptr);
  // Closed, nothing has happened; a second time it is opened.
  explorer.app.Apply({view::ShowDialog{view::Dialog::kNone}});
  CHECK(explorer.bytes() == before);
  explorer.app.Offer(App::Purpose::kImported, "coding.xlsx", report.Write());
  explorer.Step();
  explorer.app.Press("open/open-anyway");
  explorer.Step();
  CHECK(explorer.app.library()->dataset.Find("c-km-8"));
  // What is damaged changes nothing.
  const std::string after = explorer.bytes();
  for (const char* damaged : {"", "{", "[]", "{\"dataset\": \"{\"}", "{\"problems\": 7}"}) {
    explorer.app.Offer(App::Purpose::kImported, "coding.xlsx", damaged);
    explorer.Step();
    CHECK(explorer.bytes() == after);
  }
}

TEST_CASE("a cell is corrected where it is told of, and the file is read again", "[panels]") {
  Reader explorer;
  const auto report = [](const char* problems, bool dataset) {
    io::JsonValue json = *io::ReadJson(problems);
    json.Set("kind", "a coding sheet (xlsx)");
    json.Set("sheet", io::JsonValue::Boolean(true));
    if (dataset) json.Set("dataset", ReadFile(kTheirs));
    return json.Write();
  };
  explorer.app.Offer(
      App::Purpose::kImported, "coding.xlsx",
      report(R"({"problems": [{"error": true, "where": "claims!F7", "rule": "“0.7” is no word.",
                 "remedy": "Choose.", "cell": "0.7"},
                {"error": false, "where": "the file", "rule": "A note.", "remedy": ""}],
                "codes": {"Threat/Strike": {"topic": true}, "Firm": {"level": "likely"}}})",
             true));
  explorer.Step();
  const view::Item* cell = view::FindItem(explorer.app.frame(), "open/line/1/cell").item;
  REQUIRE(cell != nullptr);
  CHECK(cell->value == "0.7");
  CHECK(view::FindItem(explorer.app.frame(), "open/line/2/cell").item == nullptr);
  explorer.app.Apply({view::WithText(*cell->press, "likely")});
  explorer.Step();
  REQUIRE(view::FindItem(explorer.app.frame(), "open/corrected").item != nullptr);
  explorer.app.Press("open/again");
  REQUIRE(explorer.platform.read_again.size() == 1);
  const auto help = io::ReadJson(explorer.platform.read_again[0]);
  REQUIRE(help.has_value());
  CHECK(help->Find("fixes")->items()[0].TextOf("where") == "claims!F7");
  CHECK(help->Find("fixes")->items()[0].TextOf("words") == "likely");
  // What a code is taken for is tried at once; what it stands for stays.
  explorer.app.Press("open/code/1/about");
  REQUIRE(explorer.platform.read_again.size() == 2);
  const auto map = io::ReadJson(explorer.platform.read_again[1]);
  const io::JsonValue* codes = map->Find("map")->Find("codes");
  CHECK(codes->Find("Threat/Strike")->Find("about") != nullptr);
  CHECK(codes->Find("Threat/Strike")->Find("topic") == nullptr);
  CHECK(codes->Find("Firm")->TextOf("level") == "likely");
  // Taken for something else and back, it stands for the same words again.
  explorer.app.Press("open/code/2/topic");
  explorer.app.Press("open/code/2/level");
  const auto back = io::ReadJson(explorer.platform.read_again.back());
  REQUIRE(explorer.platform.read_again.size() == 4);
  CHECK(back->Find("map")->Find("codes")->Find("Firm")->TextOf("level") == "likely");
  // Read again, it is told what is left, and the correction stays.
  const std::string focus = explorer.app.session().focus;
  explorer.app.Offer(App::Purpose::kImportedAgain, "coding.xlsx", report("{}", true));
  explorer.Step();
  CHECK(explorer.app.session().dialog == view::Dialog::kOpen);
  CHECK(explorer.app.session().opening.correcting->fixes.size() == 1);
  CHECK(explorer.app.session().focus == focus);
  explorer.app.Press("open/beside");
  CHECK(explorer.platform.picked.back() == "beside");
  explorer.app.Press("open/open-anyway");
  explorer.Step();
  CHECK(explorer.app.library()->dataset.Find("c-km-8"));
  // Another file has none of it.
  explorer.app.Offer(App::Purpose::kImported, "other.xlsx", report("{}", true));
  explorer.Step();
  CHECK(explorer.app.session().opening.correcting->fixes.empty());
}

TEST_CASE("opening the other version at a record throws no edit away", "[panels]") {
  Reader explorer;
  const auto rename = [&](const char* name) {
    explorer.app.Apply({view::ShowForm{"a-residents"}, view::EditField{"/name", name}});
    explorer.Step();
    REQUIRE(explorer.bytes().find(name) != std::string::npos);
  };
  const auto compare = [&](const char* file) {
    explorer.app.Offer(App::Purpose::kVersion, "other.json", ReadFile(file));
    explorer.Step();
  };
  rename("Those of the quarter");
  compare(kTheirs);
  explorer.app.Press("versions/claims/c-km-8/go");
  explorer.Step();
  REQUIRE(explorer.app.library()->dataset.Find("c-km-8"));
  // What was open first is left with its edits, and comes back with them.
  explorer.app.Apply({view::ReturnToDataset{}});
  explorer.Step();
  CHECK(explorer.bytes().find("Those of the quarter") != std::string::npos);
  explorer.app.Apply({view::Undo{}});
  explorer.Step();
  CHECK(explorer.bytes().find("Those of the quarter") == std::string::npos);
  // What was opened since has no way back: it is saved first.
  compare(kTheirs);
  explorer.app.Press("versions/claims/c-km-8/go");
  explorer.Step();
  const std::string actor(explorer.app.library()->dataset.actors[0].id);
  explorer.app.Apply({view::ShowForm{actor}, view::EditField{"/name", "Somebody Else"}});
  explorer.Step();
  const std::string edited = explorer.bytes();
  REQUIRE(edited.find("Somebody Else") != std::string::npos);
  compare(kOurs);
  explorer.app.Apply({view::OpenOther{"c-lm-8"}});
  explorer.Step();
  CHECK(explorer.bytes() == edited);
  REQUIRE_FALSE(explorer.app.session().notices.empty());
  CHECK(explorer.app.session().notices.back().find("not saved yet") != std::string::npos);
  explorer.app.Apply({view::Save{view::Saved::kDataset}});
  compare(kOurs);
  explorer.app.Apply({view::OpenOther{"c-lm-8"}});
  explorer.Step();
  CHECK(explorer.app.library()->dataset.Find("c-lm-8"));
}

TEST_CASE("what is kept of a dataset is asked for before a coding is merged with it", "[panels]") {
  Reader explorer;
  const std::size_t asked = explorer.platform.recalled.size();
  explorer.app.Apply({view::PickFile{view::Wanted::kCoding}});
  REQUIRE(explorer.platform.recalled.size() == asked + 1);
  CHECK(explorer.platform.recalled.back() == std::string(explorer.app.library()->dataset.info.id));
  explorer.app.Offer(App::Purpose::kCoding, "km.json", ReadFile(kTheirs));
  explorer.Step();
  CHECK(explorer.platform.recalled.size() == asked + 1);
}

TEST_CASE("a dropped file is what the open dialog asks for, not an earlier wish", "[panels]") {
  Reader explorer;
  explorer.platform.picks = false;
  explorer.app.Apply({view::PickFile{view::Wanted::kCoding}});
  const std::string before = explorer.bytes();
  explorer.app.Apply({view::ShowDialog{view::Dialog::kOpen}});
  explorer.app.Offer(App::Purpose::kAsItLooks, "km.json", ReadFile(kTheirs));
  explorer.Step();
  // Opened, and not merged.
  CHECK(explorer.app.session().opening.stage == view::Opening::Stage::kWarned);
  explorer.app.Press("open/open-anyway");
  explorer.Step();
  CHECK(explorer.bytes() != before);
  CHECK_FALSE(io::HasDrafts(explorer.app.library()->dataset));
  // Nor does the wish outlive the dataset for which it was.
  explorer.app.Apply({view::ShowDialog{view::Dialog::kNone}});
  explorer.app.Apply({view::PickFile{view::Wanted::kVersion}});
  explorer.app.Apply({view::ReturnToDataset{}});
  explorer.app.Offer(App::Purpose::kAsItLooks, "km.json", ReadFile(kTheirs));
  explorer.Step();
  CHECK(explorer.app.session().dialog == view::Dialog::kOpen);
  // Where a coding was refused, the next file is one as well.
  Reader merging;
  merging.app.Offer(App::Purpose::kCoding, "broken.json", "{");
  merging.app.Offer(App::Purpose::kAsItLooks, "km.json", ReadFile(kTheirs));
  merging.Step();
  CHECK(io::HasDrafts(merging.app.library()->dataset));
}

}  // namespace
}  // namespace proviso
