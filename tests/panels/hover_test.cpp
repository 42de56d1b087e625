// What shows while the pointer rests, and what a drag does; the clock is the test's.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>
#include <string_view>

#include "shell/shapes.h"
#include "tests/support/headless.h"

namespace proviso {
namespace {

using test::HeadlessExplorer;
using view::ItemRole;

/// How many corners of what is drawn have the colour of `ink`.
int CornersIn(view::Ink ink) {
  const ImU32 color = shell::ColorFor(view::Colors(), ink);
  int count = 0;
  for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists)
    for (const ImDrawVert& corner : list->VtxBuffer) count += corner.col == color ? 1 : 0;
  return count;
}

/// A row of the claim list in the middle of the window, and a place on it with no other item and no
/// sign.
struct Row {
  std::string id;
  float x = 0, y = 0;
};
Row RowOf(HeadlessExplorer& explorer) {
  explorer.app.SetLink("v=claims");
  explorer.Step();
  const view::Frame& frame = explorer.app.frame();
  for (float y = 400; y < 800; y += 3)
    for (float x = 420; x < 900; x += 5) {
      const view::Found found = view::ItemAt(frame, x, y);
      if (found.item == nullptr || found.item->role != ItemRole::kListItem) continue;
      if (view::SpotAt(frame, x, y) == nullptr) return {found.item->id, x, y};
    }
  return {};
}

const view::Panel& PanelOf(HeadlessExplorer& explorer, std::string_view id) {
  const std::vector<view::Panel>& panels = explorer.app.frame().panels;
  return *std::find_if(panels.begin(), panels.end(),
                       [id](const view::Panel& panel) { return panel.id == id; });
}

void Press(HeadlessExplorer& explorer, bool down) {
  ImGui::SetCurrentContext(explorer.app.context());
  ImGui::GetIO().AddMouseButtonEvent(0, down);
  explorer.Step();
}

TEST_CASE("a card opens 300 ms after the pointer came to rest, and is gone at once",
          "[panels][hover]") {
  HeadlessExplorer explorer;
  const Row row = RowOf(explorer);
  REQUIRE(!row.id.empty());
  explorer.MoveTo(row.x, row.y);
  CHECK_FALSE(explorer.app.frame().card.has_value());
  CHECK(explorer.app.wait() > 0);
  CHECK(explorer.app.wait() <= 0.3);
  explorer.seconds += 0.3;
  explorer.Step();
  REQUIRE(explorer.app.frame().card.has_value());
  const view::Rect card = explorer.app.frame().card->rect;
  const view::Found found = view::FindItem(explorer.app.frame(), row.id);
  const float top = found.panel->rect.y + found.item->rect.y - found.panel->scroll_y;
  CHECK((card.y >= top + found.item->rect.h + 7 || card.bottom() <= top - 7));
  // It stays as long as the pointer does, and nothing waits any more.
  explorer.seconds += 10;
  explorer.Step();
  CHECK(explorer.app.frame().card.has_value());
  CHECK(explorer.app.wait() < 0);
  ImGui::GetIO().AddMousePosEvent(3, 3);
  explorer.seconds += 1.0 / 60;
  explorer.app.Frame(explorer.seconds);
  CHECK_FALSE(explorer.app.frame().card.has_value());
}

TEST_CASE("a press closes the card, and what comes under a resting pointer opens none",
          "[panels][hover]") {
  HeadlessExplorer explorer;
  const Row row = RowOf(explorer);
  explorer.MoveTo(row.x, row.y);
  explorer.seconds += 0.3;
  explorer.Step();
  REQUIRE(explorer.app.frame().card.has_value());
  Press(explorer, true);
  CHECK_FALSE(explorer.app.frame().card.has_value());
  Press(explorer, false);
  explorer.seconds += 5;
  explorer.Step();
  CHECK_FALSE(explorer.app.frame().card.has_value());
}

TEST_CASE("with the keyboard a card opens 600 ms after the focus came, and Escape closes it first",
          "[panels][hover]") {
  HeadlessExplorer explorer;
  const Row row = RowOf(explorer);
  explorer.app.MoveFocus(row.id);
  explorer.Step();
  CHECK_FALSE(explorer.app.frame().card.has_value());
  // What it will say can be read at once.
  CHECK(!view::FindItem(explorer.app.frame(), row.id).item->description.empty());
  explorer.seconds += 0.6;
  explorer.Step();
  REQUIRE(explorer.app.frame().card.has_value());
  CHECK(explorer.app.Key({"Escape"}));
  explorer.Step();
  CHECK_FALSE(explorer.app.frame().card.has_value());
  CHECK(explorer.app.session().focus == row.id);
  explorer.seconds += 5;
  explorer.Step();
  CHECK_FALSE(explorer.app.frame().card.has_value());
}

TEST_CASE("a finger that stays opens a card at once, and the next touch closes it",
          "[panels][hover]") {
  HeadlessExplorer explorer(390, 844);
  explorer.app.SetLink("v=claims");
  explorer.Step();
  const view::Frame& frame = explorer.app.frame();
  float at = 0;
  for (float y = 200; y < 700 && at == 0; y += 5)
    if (const view::Found found = view::ItemAt(frame, 150, y);
        found.item != nullptr && found.item->role == ItemRole::kListItem)
      at = y;
  REQUIRE(at > 0);
  explorer.app.Hold(150, at);
  CHECK(explorer.app.frame().card.has_value());
  explorer.app.Drag(150, at, 0, 30);
  CHECK_FALSE(explorer.app.frame().card.has_value());
}

TEST_CASE("the ground changes in the frame in which the pointer comes", "[panels][hover]") {
  HeadlessExplorer explorer;
  const Row row = RowOf(explorer);
  explorer.MoveTo(3, 3);
  const int before = CornersIn(view::Ink::kHover);
  ImGui::GetIO().AddMousePosEvent(row.x, row.y);
  explorer.seconds += 1.0 / 60;
  explorer.app.Frame(explorer.seconds);
  CHECK(CornersIn(view::Ink::kHover) > before);
}

TEST_CASE("a press that is dragged over 4 points opens nothing", "[panels][hover]") {
  HeadlessExplorer explorer;
  const Row row = RowOf(explorer);
  explorer.MoveTo(row.x, row.y);
  Press(explorer, true);
  explorer.MoveTo(row.x + 6, row.y);
  Press(explorer, false);
  CHECK(explorer.state().selection.empty());
  explorer.MoveTo(row.x, row.y);
  Press(explorer, true);
  explorer.MoveTo(row.x + 3, row.y);
  Press(explorer, false);
  CHECK(!explorer.state().selection.empty());
}

TEST_CASE("words are selected by a drag, and copied with their place", "[panels][hover]") {
  HeadlessExplorer explorer;
  explorer.app.SetLink("v=claims&sel=" + std::string(explorer.app.library()->dataset.claims[0].id));
  explorer.Step();
  const view::Panel inspector = PanelOf(explorer, "inspector");
  const view::Found gloss = view::FindItem(explorer.app.frame(), "inspector/gloss");
  REQUIRE(gloss.item != nullptr);
  const float x = inspector.rect.x + gloss.item->rect.x + 1;
  const float y = inspector.rect.y + gloss.item->rect.y + 12;
  explorer.MoveTo(x, y);
  Press(explorer, true);
  explorer.MoveTo(x + 130, y);
  Press(explorer, false);
  CHECK(explorer.app.Key({"c", false, true}));
  REQUIRE(explorer.platform.copied.size() == 1);
  const std::string& copied = explorer.platform.copied[0];
  CAPTURE(copied, gloss.item->name);
  CHECK(gloss.item->name.rfind(copied.substr(0, 8), 0) == 0);
  CHECK(copied.find("paragraph") != std::string::npos);
  // With nothing selected the key is the page's.
  explorer.Click(3, 3);
  CHECK_FALSE(explorer.app.Key({"c", false, true}));
}

TEST_CASE("a scrollbar can be gripped, its track pressed, and covers what stands under it",
          "[panels][hover]") {
  HeadlessExplorer explorer;
  explorer.app.SetLink("v=claims");
  explorer.Step();
  const view::Panel stage = PanelOf(explorer, "stage");
  const float most = view::MostScroll(stage);
  REQUIRE(most > 500);
  const float x = stage.rect.right() - 7;
  const auto scrolled = [&] {
    const auto& scroll = explorer.app.session().scroll;
    return scroll.count("stage") == 0 ? 0.0f : scroll.at("stage");
  };
  explorer.MoveTo(x, stage.rect.y + 5);
  Press(explorer, true);
  CHECK(scrolled() == 0);  // Gripped, it stays.
  explorer.MoveTo(x - 60, stage.rect.y + 5 + stage.rect.h / 4);
  CHECK(scrolled() > most / 5);
  Press(explorer, false);
  const float there = scrolled();
  explorer.MoveTo(x, stage.rect.bottom() - 20);
  Press(explorer, true);
  CHECK(scrolled() > there);
  Press(explorer, false);
  CHECK(explorer.state().selection.empty());
}

TEST_CASE("a scrollbar is unseen at rest, and goes by itself after a move", "[panels][hover]") {
  HeadlessExplorer explorer;
  explorer.app.SetLink("v=claims");
  explorer.Step();
  // A wheel that was turned opens no card until the pointer goes elsewhere.
  explorer.Wheel(900, 600, -1);
  explorer.Wheel(900, 600, 1);
  explorer.seconds += 2;
  explorer.Step();
  const int rest = CornersIn(view::Ink::kInkMute);
  explorer.Wheel(900, 600, -1);
  explorer.Wheel(900, 600, 1);  // The same words are in sight again.
  CHECK(CornersIn(view::Ink::kInkMute) > rest);
  CHECK(explorer.app.wait() > 0);
  explorer.seconds += 2;
  explorer.Step();
  CHECK(CornersIn(view::Ink::kInkMute) == rest);
}

TEST_CASE("a drawing moves by the distance from the press, from its boxes too",
          "[panels][hover][map]") {
  HeadlessExplorer explorer;
  explorer.app.SetLink("v=timeline");
  explorer.Step();
  const view::Panel stage = PanelOf(explorer, "stage");
  REQUIRE(stage.camera.has_value());
  explorer.app.Zoom(stage.rect.x + 600, stage.rect.bottom() - 20, 1.5f);
  explorer.Step();
  const std::int32_t x = explorer.state().camera.x;
  // The pointer comes from far, and is pressed in the frame in which it arrives.
  explorer.MoveTo(20, 20);
  ImGui::GetIO().AddMousePosEvent(stage.rect.x + 500, stage.rect.bottom() - 30);
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  explorer.Step();
  CHECK(explorer.state().camera.x == x);
  explorer.MoveTo(stage.rect.x + 440, stage.rect.bottom() - 30);
  const std::int32_t dragged = explorer.state().camera.x - x;
  CHECK(dragged > 0);
  Press(explorer, false);
}

TEST_CASE("marks glide to where a switch puts them, for less than a fifth of a second",
          "[panels][hover][motion]") {
  const auto frames = [](bool reduced, double step) {
    HeadlessExplorer explorer;
    explorer.app.Apply({view::SetReducedMotion{reduced}});
    for (int i = 0; i < 4; ++i) explorer.Step();
    explorer.app.Apply({view::Suppose{"us-strengthens-taiwan-ties", view::Lever::kOn}});
    int moving = 0;
    for (int i = 0; i < 200; ++i) {
      explorer.seconds += step;
      if (!explorer.app.Frame(explorer.seconds)) break;
      ++moving;
    }
    return moving;
  };
  const int at_once = frames(true, 0.01);
  const int gliding = frames(false, 0.01);
  CHECK(at_once < 4);
  CHECK(gliding > 12);
  CHECK(gliding < 24);
  // Where the clock stands still it comes to rest as well.
  CHECK(frames(false, 0) < 100);
}

TEST_CASE("the menu of an item opens where it was asked for, and a press elsewhere closes it",
          "[panels][hover]") {
  HeadlessExplorer explorer;
  const Row row = RowOf(explorer);
  explorer.app.Menu(row.x, row.y);
  explorer.Step();
  CHECK(explorer.app.session().dialog == view::Dialog::kItemMenu);
  const view::Panel menu = explorer.app.frame().panels.back();
  CHECK(menu.id == "dialog");
  CHECK(menu.rect.x == std::round(row.x));
  CHECK(view::FindItem(explorer.app.frame(), "item-menu/cite").item != nullptr);
  explorer.Click(menu.rect.x - 40, menu.rect.y);
  CHECK(explorer.app.session().dialog == view::Dialog::kNone);
  CHECK(explorer.state().selection.empty());
}

TEST_CASE("a button says for two seconds that it has copied, and nothing moves",
          "[panels][hover][share]") {
  HeadlessExplorer explorer;
  explorer.app.SetLink("v=claims&sel=" + std::string(explorer.app.library()->dataset.claims[0].id));
  explorer.Step();
  const view::Rect before = view::FindItem(explorer.app.frame(), "inspector/cite").item->rect;
  explorer.app.Press("inspector/cite");
  explorer.Step();
  const view::Item* cite = view::FindItem(explorer.app.frame(), "inspector/cite").item;
  CHECK(cite->name == "Copied");
  CHECK(cite->rect.x == before.x);
  CHECK(cite->rect.y == before.y);
  CHECK(cite->rect.w == before.w);
  CHECK(explorer.app.session().announcement == "Copied: a citation.");
  CHECK(explorer.app.session().notices.empty());
  CHECK(explorer.app.wait() > 0);
  explorer.seconds += 2;
  explorer.Step();
  CHECK(view::FindItem(explorer.app.frame(), "inspector/cite").item->name == "Cite…");
  CHECK(explorer.app.wait() < 0);
}

}  // namespace
}  // namespace proviso
