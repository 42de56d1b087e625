#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "core/state/coded_text.h"
#include "core/window/tab_stops.h"
#include "tests/support/files.h"
#include "tests/support/headless.h"

// The room that a claim is written in: windows that laptops have, and large type.

namespace proviso {
namespace {

using test::HeadlessExplorer;
using test::ReadFile;

struct Window {
  float width, height;
  int percent;
};
constexpr Window kWindows[] = {
    {1280, 800, 100}, {1024, 768, 100}, {1440, 900, 200}, {390, 844, 100}};

void OpenText(HeadlessExplorer& explorer, const Window& window) {
  INFO(window.width << " × " << window.height << ", " << window.percent << " %");
  explorer.app.Apply({view::AllowEditing{true}});
  REQUIRE(explorer.app.Open(ReadFile("tests/golden/night-bus/night-bus.json")).ok());
  explorer.app.Apply(
      {view::ShowView{view::ViewId::kSources}, view::SetTextPercent{window.percent}});
  explorer.app.Offer(shell::App::Purpose::kCopy, "night-bus.txt",
                     ReadFile("tests/golden/night-bus/night-bus.txt"));
  explorer.app.Apply({view::ShowCode{true}});
  explorer.Step();
}

/// An explorer in a window of such a size, in which the night bus is coded.
struct Coder : HeadlessExplorer {
  explicit Coder(const Window& window) : HeadlessExplorer(window.width, window.height) {
    OpenText(*this, window);
  }
};

const view::Panel* PanelOf(HeadlessExplorer& explorer, std::string_view id) {
  for (const view::Panel& panel : explorer.app.frame().panels)
    if (panel.id == id) return &panel;
  return nullptr;
}

/// Where a rectangle of a panel's content stands in the window.
view::Rect InWindow(const view::Panel& panel, view::Rect rect) {
  rect.x += panel.rect.x;
  rect.y += panel.rect.y - std::round(panel.scroll_y);
  return rect;
}

bool IsInSight(const view::Panel& panel, const view::Rect& rect) {
  const view::Rect at = InWindow(panel, rect);
  return at.y >= panel.rect.y && at.bottom() <= panel.rect.bottom() + 0.5f;
}

bool IsItemInSight(HeadlessExplorer& explorer, std::string_view id) {
  const view::Found found = view::FindItem(explorer.app.frame(), id);
  if (found.item == nullptr || !IsInSight(*found.panel, found.item->rect)) return false;
  // Nothing lies over it.
  const view::Rect at = InWindow(*found.panel, found.item->rect);
  const view::Found top = view::ItemAt(explorer.app.frame(), at.x + at.w / 2, at.y + at.h / 2);
  return top.item != nullptr && top.item->id == id;
}

/// All words of the mark, with the lines they stand on, are in sight.
bool IsMarkInSight(HeadlessExplorer& explorer) {
  const view::Panel* stage = PanelOf(explorer, "stage");
  const auto& mark = explorer.app.session().coding.mark;
  if (stage == nullptr || !mark) return false;
  bool first = false, last = false;
  for (const view::MarkSpot& spot : stage->spots) {
    if (spot.start < mark->start || spot.end > mark->end) continue;
    if (!IsInSight(*stage, spot.rect)) return false;
    first |= spot.start == mark->start;
    last |= spot.end == mark->end;
  }
  return first && last;
}

/// What is drawn in an item, line under line.
std::string DrawnIn(const view::Panel& panel, const view::Rect& rect) {
  std::string words;
  for (const view::Shape& shape : panel.scene.shapes) {
    if (shape.kind != view::ShapeKind::kText || shape.rect.x < rect.x || shape.rect.y < rect.y ||
        shape.rect.right() > rect.right() + 0.5f || shape.rect.bottom() > rect.bottom() + 0.5f)
      continue;
    if (!words.empty() && words.back() != ' ') words += ' ';
    words += shape.text;
  }
  return words;
}

void Write(HeadlessExplorer& explorer, std::uint32_t at) {
  explorer.app.Apply({view::MarkSentence{at}, view::BeginClaim{}});
  explorer.Step();
}

void AddAbout(HeadlessExplorer& explorer) {
  for (const char* words : {"if the region pays half of what the whole line costs in a year",
                            "or the drivers of the night line are hired from abroad in spring",
                            "or dearer petrol fills the buses", "or the state pays",
                            "then the night bus runs next year"})
    explorer.app.Apply({view::SetCodeField{view::CodeField::kAbout, words},
                        view::TakeMatch{view::CodeField::kAbout, words}});
  explorer.Step();
}

TEST_CASE("what is marked does not lie under the fields of its claim", "[panels][coding]") {
  int out_of_sight = 0;
  for (const Window& window : kWindows) {
    CAPTURE(window.width, window.percent);
    Coder explorer(window);
    const view::Panel* stage = PanelOf(explorer, "stage");
    REQUIRE(stage != nullptr);
    // The end of the text is in sight, and one of its last sentences is marked.
    explorer.app.Apply({view::ScrollTo{"stage", view::MostScroll(*stage)}});
    explorer.Step();
    const view::CopyPtr copy = view::CodedCopy(*explorer.app.library(), explorer.app.session());
    REQUIRE(copy != nullptr);
    for (const std::uint32_t back : {10u, 90u, 250u}) {
      CAPTURE(back);
      explorer.app.Apply(
          {view::MarkSentence{static_cast<std::uint32_t>(copy->text.size()) - back}});
      explorer.Step();
      explorer.app.Apply({view::BeginClaim{}});
      explorer.Step();
      CHECK(IsMarkInSight(explorer));
      explorer.app.Apply({view::KeepDraft{}});
      explorer.Step();
    }
    // One that was scrolled out of sight comes back.
    explorer.app.Apply({view::MarkSentence{60}});
    explorer.Step();
    explorer.app.Apply({view::ScrollTo{"stage", view::MostScroll(*PanelOf(explorer, "stage"))}});
    explorer.Step();
    out_of_sight += IsMarkInSight(explorer) ? 0 : 1;
    explorer.app.Apply({view::BeginClaim{}});
    explorer.Step();
    CHECK(IsMarkInSight(explorer));
  }
  CHECK(out_of_sight >= 2);
}

TEST_CASE("what ends a claim is in sight, however much is written", "[panels][coding]") {
  for (const Window& window : kWindows) {
    CAPTURE(window.width, window.percent);
    Coder explorer(window);
    Write(explorer, 60);
    for (const bool much : {false, true}) {
      CAPTURE(much);
      if (much) AddAbout(explorer);
      CHECK(IsItemInSight(explorer, "code/save"));
      CHECK(IsItemInSight(explorer, "code/draft"));
      if (window.width < 1000) continue;
      for (const char* id : {"code/stay", "code/more", "code/start-back", "code/end-on"})
        CHECK(IsItemInSight(explorer, id));
    }
    // The field is where one goes on, and so is what the words in it may mean.
    const float before = PanelOf(explorer, "dock")->scroll_y;
    explorer.app.SetText("code/about", "the");
    explorer.Step();
    CHECK(IsItemInSight(explorer, "code/about"));
    CHECK(IsItemInSight(explorer, "code/about.match/0"));
    CHECK(PanelOf(explorer, "dock")->scroll_y >= before);
    // By keyboard all of it can be reached.
    explorer.app.SetText("code/about", "");
    explorer.app.MoveFocus("code/about");
    std::vector<std::string> reached;
    for (int i = 0; i < 12; ++i) {
      const std::string next =
          view::NextTabStop(explorer.app.frame(), explorer.app.session().focus, 1);
      explorer.app.MoveFocus(next);
      explorer.Step();
      const std::string focus = explorer.app.session().focus;
      if (focus.compare(0, 5, "code/") != 0 || focus.compare(0, 7, "code/s/") == 0) break;
      CAPTURE(focus);
      CHECK(IsItemInSight(explorer, focus));
      reached.push_back(focus);
    }
    CHECK(std::count(reached.begin(), reached.end(), "code/save") == 1);
    // By wheel and finger the fields scroll to their end.
    const view::Panel* dock = PanelOf(explorer, "dock");
    explorer.Wheel(dock->rect.x + 6, dock->rect.y + 30, -40);
    dock = PanelOf(explorer, "dock");
    CHECK(std::round(dock->scroll_y) == std::round(view::MostScroll(*dock)));
  }
}

TEST_CASE("levels, statements and what words may mean are never cut", "[panels][coding]") {
  for (const Window& window : kWindows) {
    CAPTURE(window.width, window.percent);
    Coder explorer(window);
    Write(explorer, 60);
    AddAbout(explorer);
    explorer.app.SetText("code/about",
                         "if nobody pays for all the new drivers that the line needs");
    explorer.Step();
    std::size_t looked_at = 0;
    for (const view::CodeField field : {view::CodeField::kAbout, view::CodeField::kFirm}) {
      explorer.app.Apply({view::FocusCode{field}});
      explorer.Step();
      const view::Panel* dock = PanelOf(explorer, "dock");
      REQUIRE(dock != nullptr);
      for (const view::Item& item : dock->scene.items) {
        const bool level =
            item.role == view::ItemRole::kRadio && item.id.compare(0, 9, "code/firm") == 0;
        const bool part = item.id.compare(0, 16, "code/about.part/") == 0;
        if (!level && !part && item.role != view::ItemRole::kOption) continue;
        ++looked_at;
        CAPTURE(item.id);
        CHECK(DrawnIn(*dock, item.rect).find(item.name) != std::string::npos);
      }
    }
    CHECK(looked_at >= 16);
  }
}

TEST_CASE("what is written in our words is seen whole while there is room", "[panels][coding]") {
  HeadlessExplorer explorer(1280, 800);
  OpenText(explorer, kWindows[0]);
  Write(explorer, 60);
  const std::string words =
      "Half the money keeps the line, says the mayor, and somebody else pays for the rest.";
  explorer.app.SetText("code/words", words);
  explorer.Step();
  const view::Found area = view::FindItem(explorer.app.frame(), "code/words");
  REQUIRE(area.item != nullptr);
  CHECK(DrawnIn(*area.panel, area.item->rect) == words);
  CHECK(IsItemInSight(explorer, "code/words"));
}

TEST_CASE("a draft that is opened has its words in sight", "[panels][coding]") {
  HeadlessExplorer explorer(1024, 768);
  OpenText(explorer, kWindows[1]);
  const view::CopyPtr copy = view::CodedCopy(*explorer.app.library(), explorer.app.session());
  REQUIRE(copy != nullptr);
  Write(explorer, static_cast<std::uint32_t>(copy->text.size()) - 10);
  explorer.app.Apply(
      {view::SetCodeField{view::CodeField::kWords, "Nothing is signed."}, view::KeepDraft{}});
  explorer.Step();
  explorer.app.Apply({view::ScrollTo{"stage", 0}, view::MarkSentence{60}, view::DropMark{}});
  explorer.Step();
  const auto drafts = view::DraftsOf(*explorer.app.library());
  REQUIRE_FALSE(drafts.empty());
  explorer.app.Apply({view::OpenDraft{drafts.back().id}});
  explorer.Step();
  CHECK(IsMarkInSight(explorer));
}

TEST_CASE("the text comes first where it is coded, and drafts are within reach",
          "[panels][coding]") {
  for (const Window& window : kWindows) {
    CAPTURE(window.width, window.percent);
    Coder explorer(window);
    CHECK(IsItemInSight(explorer, "code/s/0"));
    Write(explorer, 60);
    explorer.app.Apply(
        {view::SetCodeField{view::CodeField::kWords, "Nothing is signed."}, view::KeepDraft{}});
    explorer.Step();
    const auto drafts = view::DraftsOf(*explorer.app.library());
    REQUIRE_FALSE(drafts.empty());
    const std::string row = "code-side/draft/" + drafts.back().id;
    explorer.app.Apply({view::Focus{row}});
    explorer.app.Apply(view::IntoSight(explorer.app.frame(), row));
    explorer.Step();
    CHECK(IsItemInSight(explorer, row));
    explorer.ClickItem(row);
    CHECK(explorer.app.session().coding.draft == drafts.back().id);
    CHECK(IsMarkInSight(explorer));
  }
}

}  // namespace
}  // namespace proviso
