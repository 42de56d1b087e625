#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "core/base/text.h"
#include "core/io/save.h"
#include "core/state/coded_text.h"
#include "core/window/parts.h"
#include "tests/support/files.h"
#include "tests/support/headless.h"

namespace proviso {
namespace {

using test::HeadlessExplorer;
using test::ReadFile;

constexpr const char* kNightBus = "tests/golden/night-bus/night-bus.json";
constexpr const char* kOther = "data/samples/everything.json";

/// The night bus, open to be coded in.
void OpenText(HeadlessExplorer& explorer) {
  explorer.app.Apply({view::AllowEditing{true}});
  REQUIRE(explorer.app.Open(ReadFile("tests/golden/night-bus/night-bus.json")).ok());
  explorer.app.Apply({view::ShowView{view::ViewId::kSources}});
  explorer.app.Offer(shell::App::Purpose::kCopy, "night-bus.txt",
                     ReadFile("tests/golden/night-bus/night-bus.txt"));
  explorer.app.Apply({view::ShowCode{true}});
  explorer.Step();
}

const view::Panel& Stage(HeadlessExplorer& explorer) {
  for (const view::Panel& panel : explorer.app.frame().panels)
    if (panel.id == "stage") return panel;
  FAIL("there is no stage");
  return explorer.app.frame().panels.front();
}

/// The middle of the word that begins at a code point.
view::Point At(HeadlessExplorer& explorer, std::uint32_t start) {
  const view::Panel& stage = Stage(explorer);
  for (const view::MarkSpot& spot : stage.spots)
    if (spot.start == start)
      return {stage.rect.x + spot.rect.x + spot.rect.w / 2,
              stage.rect.y + spot.rect.y + spot.rect.h / 2 - stage.scroll_y};
  FAIL("no word begins there");
  return {};
}

std::string Marked(const HeadlessExplorer& explorer) {
  const view::Session& session = explorer.app.session();
  if (!session.coding.mark) return {};
  const view::CopyPtr copy = view::CodedCopy(*explorer.app.library(), session);
  REQUIRE(copy != nullptr);
  return ToUtf8(std::u32string_view(copy->text)
                    .substr(session.coding.mark->start,
                            session.coding.mark->end - session.coding.mark->start));
}

void Drag(HeadlessExplorer& explorer, view::Point from, view::Point to) {
  using Pointer = shell::App::Pointer;
  explorer.app.MovePointer(Pointer::kMoved, from.x, from.y, 0);
  explorer.Step();
  explorer.app.MovePointer(Pointer::kPressed, from.x, from.y, 0);
  explorer.Step();
  explorer.app.MovePointer(Pointer::kMoved, to.x, to.y, 0);
  explorer.Step();
  explorer.app.MovePointer(Pointer::kReleased, to.x, to.y, 0);
  explorer.Step();
  explorer.Step();
}

TEST_CASE("a drag marks from word to word, and a handle moves one end", "[panels][coding]") {
  HeadlessExplorer explorer;
  OpenText(explorer);
  Drag(explorer, At(explorer, 194), At(explorer, 206));
  CHECK(Marked(explorer) == "Without new drivers");
  Drag(explorer, At(explorer, 206), At(explorer, 194));
  CHECK(Marked(explorer) == "Without new drivers");
  const view::Panel& stage = Stage(explorer);
  REQUIRE(stage.mark.has_value());
  const view::Rect handle = stage.mark->last;
  const view::Point end{stage.rect.x + handle.x + handle.w / 2,
                        stage.rect.y + handle.y + handle.h / 2 - stage.scroll_y};
  Drag(explorer, end, At(explorer, 202));
  CHECK(Marked(explorer) == "Without new");
}

TEST_CASE("a press far from the text marks nothing, nor does a drag that begins there",
          "[panels][coding]") {
  HeadlessExplorer explorer(1024, 768);
  OpenText(explorer);
  explorer.app.Apply({view::ScrollTo{"stage", 1e6F}});
  explorer.Step();
  const view::Panel& stage = Stage(explorer);
  float last = 0;
  for (const view::MarkSpot& spot : stage.spots) last = std::max(last, spot.rect.bottom());
  const view::Point below{stage.rect.x + 20, stage.rect.y + last + 60 - stage.scroll_y};
  REQUIRE(stage.rect.Contains(below.x, below.y));
  explorer.Click(below.x, below.y);
  CHECK(Marked(explorer).empty());
  Drag(explorer, below, {below.x + 200, below.y + 4});
  CHECK(Marked(explorer).empty());
}

TEST_CASE("a click marks the sentence, a double click the word", "[panels][coding]") {
  HeadlessExplorer explorer;
  OpenText(explorer);
  const view::Point word = At(explorer, 202);
  explorer.Click(word.x, word.y);
  CHECK(Marked(explorer) == "Without new drivers, she added, the bus cannot run at all");
  // Long after that, twice within the time of a double click.
  explorer.seconds += 2;
  explorer.Step();
  ImGui::SetCurrentContext(explorer.app.context());
  for (const bool down : {true, false, true, false}) {
    ImGui::GetIO().AddMouseButtonEvent(0, down);
    for (int frame = 0; frame < 2; ++frame) {
      explorer.seconds += 0.01;
      explorer.app.Frame(explorer.seconds);
    }
  }
  explorer.Step();
  CHECK(Marked(explorer) == "new");
}

TEST_CASE("an edit keeps the view, the focus and the place in a list", "[panels][coding]") {
  HeadlessExplorer explorer;
  OpenText(explorer);
  explorer.app.Apply({view::ShowCode{false}});
  explorer.app.SetLink("v=claims&on=the-region-pays-half");
  explorer.Step();
  explorer.app.Apply({view::ShowForm{"c-lm-5"}});
  explorer.Step();
  explorer.app.MoveFocus("form/gloss");
  explorer.app.Key({"Enter", false, false, false, true});  // Brings it into sight.
  explorer.Step();
  const auto scroll = explorer.app.session().scroll;
  explorer.app.SetText("form/gloss", "Riders come with dear petrol.");
  explorer.app.Key({"Enter", false, false, false, true});
  explorer.Step();
  const Dataset& data = explorer.app.library()->dataset;
  CHECK(data.claims[data.Find("c-lm-5").index].gloss == "Riders come with dear petrol.");
  CHECK(explorer.app.session().focus == "form/gloss");
  CHECK(explorer.app.session().scroll == scroll);
  CHECK(explorer.state().view == view::ViewId::kClaims);
  CHECK(explorer.state().on == std::vector<std::string>{"the-region-pays-half"});
  explorer.app.Apply({view::Undo{}});
  explorer.Step();
  const Dataset& again = explorer.app.library()->dataset;
  CHECK(again.claims[again.Find("c-lm-5").index].gloss == "Costlier fuel sends riders to the bus.");
  CHECK(explorer.app.session().announcement.find("Undid") != std::string::npos);
}

/// Opened with editing allowed; then a kept version comes while the part that edits is on its way.
void TakeWaitingWork(HeadlessExplorer& explorer) {
  explorer.platform.absent = view::kAuthorPart;
  std::string kept = ReadFile(kNightBus);
  const std::size_t at = kept.find("Costlier fuel");
  REQUIRE(at != std::string::npos);
  kept.replace(at, 13, "Dearer petrol");
  view::TakeWork work;
  work.bytes = kept;
  explorer.app.Apply({work});
}

bool HasKept(const HeadlessExplorer& explorer) {
  return io::Save(explorer.app.library()->dataset).find("Dearer petrol") != std::string::npos;
}

TEST_CASE("an edit that waits for its part is not done to another dataset", "[panels][coding]") {
  HeadlessExplorer explorer;
  explorer.app.Apply({view::AllowEditing{true}});
  const auto come = [&] {
    explorer.platform.absent.clear();
    explorer.app.TakePart(view::kAuthorPart, true);
  };
  REQUIRE(explorer.app.Open(ReadFile(kNightBus)).ok());
  TakeWaitingWork(explorer);
  CHECK_FALSE(HasKept(explorer));
  SECTION("it is carried out when the part comes") {
    come();
    CHECK(HasKept(explorer));
  }
  SECTION("another is opened by the program") {
    REQUIRE(explorer.app.Open(ReadFile(kOther)).ok());
    come();
    CHECK(explorer.app.library()->dataset.info.id != "night-bus");
  }
  SECTION("another is opened by the reader, and left again") {
    explorer.app.Offer(shell::App::Purpose::kDataset, "other.json", ReadFile(kOther));
    const std::string opened(explorer.app.library()->dataset.info.id);
    TakeWaitingWork(explorer);
    explorer.app.Apply({view::ReturnToDataset{}});
    const std::string home(explorer.app.library()->dataset.info.id);
    REQUIRE(home != opened);
    come();
    CHECK(explorer.app.library()->dataset.info.id == home);
    CHECK_FALSE(HasKept(explorer));
  }
  SECTION("the part cannot be had") {
    const std::size_t notices = explorer.app.session().notices.size();
    explorer.app.TakePart(view::kAuthorPart, false);
    CHECK(explorer.app.session().notices.size() == notices + 1);
    come();
    CHECK_FALSE(HasKept(explorer));
  }
}

TEST_CASE("that another tab edits a dataset does not hold for the next one", "[panels][coding]") {
  HeadlessExplorer explorer;
  OpenText(explorer);
  explorer.app.Apply({view::AllowEditing{false, true}});
  std::vector<std::string>& recalled = explorer.platform.recalled;
  recalled.clear();
  explorer.app.Apply({view::ShowView{view::ViewId::kClaims}});
  CHECK(recalled.empty());
  explorer.app.Offer(shell::App::Purpose::kDataset, "other.json", ReadFile(kOther));
  CHECK(recalled == std::vector<std::string>{view::NotesKey(*explorer.app.library())});
  // A page that lets nobody edit asks for nothing.
  explorer.app.Apply({view::AllowEditing{false}});
  recalled.clear();
  REQUIRE(explorer.app.Open(ReadFile(kNightBus)).ok());
  CHECK(recalled.empty());
}

TEST_CASE("a file that is saved has the field that is typed in", "[panels][coding]") {
  HeadlessExplorer explorer;
  OpenText(explorer);
  explorer.app.Apply({view::ShowForm{"c-lm-5"}});
  explorer.app.Apply({view::TypeField{"/gloss", "Riders come with dear petrol."}});
  SECTION("saved at once") {
    explorer.app.Apply({view::Save{view::Saved::kDataset}});
    REQUIRE_FALSE(explorer.platform.saved.empty());
    CHECK(explorer.platform.saved.back().bytes.find("Riders come with dear petrol.") !=
          std::string::npos);
  }
  SECTION("undone at once") {
    explorer.app.Apply({view::Undo{}});
    const Dataset& data = explorer.app.library()->dataset;
    CHECK(data.claims[data.Find("c-lm-5").index].gloss == "Costlier fuel sends riders to the bus.");
    CHECK(explorer.app.session().redo.size() == 1);
  }
}

}  // namespace
}  // namespace proviso
