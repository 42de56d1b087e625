#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/window/tab_stops.h"
#include "core/window/views.h"
#include "imgui_internal.h"
#include "tests/support/headless.h"

namespace proviso {
namespace {

using test::HeadlessExplorer;
using view::ItemRole;

TEST_CASE("the bundled dataset is drawn as soon as fonts and data are there", "[panels]") {
  HeadlessExplorer explorer;
  REQUIRE(explorer.fonts_loaded);
  REQUIRE(explorer.opened);
  CHECK(ImGui::GetDrawData()->TotalVtxCount > 5000);
}

TEST_CASE("a click on a tab shows its view, and nothing else changes", "[panels]") {
  HeadlessExplorer explorer;
  view::ViewState before = explorer.state();
  explorer.ClickItem(explorer.Find(ItemRole::kTab, "Claims"));
  CHECK(explorer.state().view == view::ViewId::kClaims);
  before.view = view::ViewId::kClaims;
  CHECK(explorer.state() == before);
}

TEST_CASE("a click on a row of the claim list selects that claim", "[panels]") {
  HeadlessExplorer explorer;
  explorer.app.SetLink("v=claims&q=very%20likely");
  explorer.Step();
  const std::string row = explorer.Find(ItemRole::kListItem, "very likely");
  REQUIRE(!row.empty());
  const view::Found found = view::FindItem(explorer.app.frame(), row);
  // Near the right end, where the row holds no button of its own.
  const view::Rect rect = found.item->rect;
  const float x = found.panel->rect.x + rect.right() - 12;
  const float y = found.panel->rect.y + rect.y - found.panel->scroll_y + rect.h - 6;
  explorer.Click(x, y);
  REQUIRE(!explorer.state().selection.empty());
  CHECK(explorer.app.library()->dataset.Find(explorer.state().selection).table == Table::kClaims);
}

TEST_CASE("a button inside a row wins over the row", "[panels]") {
  HeadlessExplorer explorer;
  explorer.app.SetLink("v=claims&holder=a-hart");
  explorer.Step();
  const std::string actor = explorer.Find(ItemRole::kLink, "Brian Hart", "claim/");
  REQUIRE(!actor.empty());
  explorer.ClickItem(actor);
  CHECK(explorer.app.library()->dataset.Find(explorer.state().selection).table == Table::kActors);
}

TEST_CASE("every view is drawn, and what is clicked in it opens, in each size of window",
          "[panels]") {
  for (const auto& [width, height] : {std::pair{1440.0f, 900.0f}, std::pair{390.0f, 844.0f}}) {
    HeadlessExplorer explorer(width, height);
    for (const std::string view : {"what-if", "matrix", "claims", "actors", "map", "timeline",
                                   "compare", "sources", "questions"}) {
      CAPTURE(width, view);
      explorer.app.SetLink("v=" + view);
      for (int i = 0; i < 20; ++i) explorer.Step();  // The network's layout comes to rest.
      CHECK(ImGui::GetDrawData()->TotalVtxCount > 2000);
      // The first place, row by row, where something stands that opens a record.
      std::string id;
      view::Point at{};
      for (float y = 60; y < height - 60 && id.empty(); y += 6)
        for (float x = 8; x < width && id.empty(); x += 12) {
          const view::Found found = view::ItemAt(explorer.app.frame(), x, y);
          if (found.item == nullptr || found.panel->id != "stage" || !found.item->press) continue;
          const auto* select = found.item->press->As<view::Select>();
          if (select == nullptr || select->id.empty()) continue;
          id = select->id;
          at = {x, y};
        }
      // A lever is switched and an answer asked why; elsewhere a record opens.
      if (view == "what-if" && id.empty()) continue;
      REQUIRE_FALSE(id.empty());
      explorer.Click(at.x, at.y);
      CHECK(explorer.state().selection == id);
      const std::vector<view::Panel>& panels = explorer.app.frame().panels;
      CHECK(std::any_of(panels.begin(), panels.end(),
                        [](const view::Panel& panel) { return panel.id == "inspector"; }));
    }
  }
}

TEST_CASE("a press goes to its button whatever comes while it is held", "[panels]") {
  for (const view::View& view : view::kViews) {
    INFO(view.part);
    HeadlessExplorer explorer;
    explorer.app.Apply({view::ShowView{view::ViewId::kClaims}});
    explorer.Step();
    const view::Point menu = explorer.Middle("top/menu");
    explorer.MoveTo(menu.x, menu.y);
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    explorer.Step();
    explorer.app.Apply({view::ShowView{view.id}});
    explorer.Step();
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    explorer.Step();
    CHECK(view::FindItem(explorer.app.frame(), "menu/.notes").item != nullptr);
  }
}

TEST_CASE(
    "with Tab whatever gets the focus is brought into sight, and what is pointed at stays put",
    "[panels]") {
  for (const view::View& view : view::kViews) {
    INFO(view.part);
    HeadlessExplorer explorer(1000, 700);
    explorer.app.Apply({view::ShowView{view.id}});
    explorer.Step();
    for (int i = 0; i < 60; ++i) {
      const std::string next =
          view::NextTabStop(explorer.app.frame(), explorer.app.session().focus, 1);
      explorer.app.MoveFocus(next);
      explorer.Step();
      const view::Found found = view::FindItem(explorer.app.frame(), next);
      if (found.item == nullptr || found.panel->camera) continue;
      INFO(next);
      const float top = found.item->rect.y - found.panel->scroll_y;
      CHECK(top >= -1);
      CHECK(top + std::min(found.item->rect.h, found.panel->rect.h) <= found.panel->rect.h + 1);
    }
  }
  // A long list does not grow under Tab, which leads out of it.
  HeadlessExplorer claims(1000, 700);
  claims.app.Apply({view::ShowView{view::ViewId::kClaims}});
  claims.Step();
  int stops = 0;
  claims.app.MoveFocus("top/menu");
  do {
    claims.app.MoveFocus(view::NextTabStop(claims.app.frame(), claims.app.session().focus, 1));
    claims.Step();
  } while (claims.app.session().focus != "top/menu" && ++stops < 300);
  CHECK(stops < 300);
  HeadlessExplorer explorer(1000, 700);
  const std::string far = explorer.Find(ItemRole::kLink, "", "answer/");
  REQUIRE(!far.empty());
  const float before = view::FindItem(explorer.app.frame(), far).panel->scroll_y;
  explorer.app.MoveFocus(far, false);
  explorer.Step();
  CHECK(view::FindItem(explorer.app.frame(), far).panel->scroll_y == before);
  explorer.app.MoveFocus("top/menu");
  explorer.app.MoveFocus(far);
  explorer.Step();
  CHECK(view::FindItem(explorer.app.frame(), far).panel->scroll_y > before);
}

TEST_CASE("a press that takes its own item away leaves the focus on what stood beside it",
          "[panels]") {
  HeadlessExplorer explorer;
  explorer.app.SetLink("v=claims&holder=a-hart&q=arms");
  explorer.Step();
  const std::string chip = explorer.Find(ItemRole::kButton, "", "scenario/filter/");
  REQUIRE(!chip.empty());
  explorer.app.Apply({view::Focus{chip}});
  explorer.app.Key({"Enter"});
  explorer.Step();
  explorer.app.Key({"Enter"});  // Of two filters each takes the other's place, or the last is gone.
  explorer.Step();
  const std::string& focus = explorer.app.session().focus;
  CAPTURE(chip, focus);
  REQUIRE(!focus.empty());
  CHECK(view::FindItem(explorer.app.frame(), focus).item != nullptr);
}

TEST_CASE("a language whose words cannot be had is not said to be chosen", "[panels][words]") {
  HeadlessExplorer explorer;
  explorer.platform.words = "{";
  explorer.app.AskFor("de");
  explorer.Step();
  CHECK(explorer.platform.asked_words == std::vector<std::string>{"de"});
  CHECK(explorer.app.session().language == "en");
  REQUIRE(!explorer.app.session().notices.empty());
  CHECK(!explorer.Find(ItemRole::kTab, "Claims").empty());
  explorer.platform.words = test::ReadFile("web/words/de.json");
  explorer.app.AskFor("de");
  explorer.Step();
  CHECK(explorer.app.session().language == "de");
  CHECK(!explorer.Find(ItemRole::kTab, "Aussagen").empty());
}

TEST_CASE("moving the pointer over everything changes no state", "[panels]") {
  HeadlessExplorer explorer;
  const view::ViewState before = explorer.state();
  for (float y = 10; y < 900; y += 80)
    for (float x = 10; x < 1440; x += 120) explorer.MoveTo(x, y);
  CHECK(explorer.state() == before);
}

TEST_CASE("the wheel scrolls the panel under the pointer, and no further than its end",
          "[panels]") {
  HeadlessExplorer explorer;
  explorer.app.SetLink("v=claims");
  explorer.Step();
  explorer.Wheel(900, 600, -3);
  const auto& scroll = explorer.app.session().scroll;
  REQUIRE(scroll.count("stage") == 1);
  CHECK(scroll.at("stage") > 100);
  for (int i = 0; i < 40; ++i) explorer.Wheel(900, 600, 100);
  CHECK(explorer.app.session().scroll.at("stage") == 0);
  CHECK(scroll.count("inspector") == 0);
}

TEST_CASE("on the timeline a drag over the axis brushes dates, one over the lanes moves the line",
          "[panels][timeline]") {
  HeadlessExplorer explorer;
  explorer.app.SetLink("v=timeline");
  explorer.Step();
  const auto panel = [&](const char* id) {
    for (const view::Panel& one : explorer.app.frame().panels)
      if (one.id == id) return one;
    return view::Panel();
  };
  const auto drag = [&](float x, float y, float to) {
    explorer.MoveTo(x, y);
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    explorer.Step();
    explorer.MoveTo(to, y);
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    explorer.Step();
  };
  const view::Panel axis = panel("axis");
  REQUIRE(axis.stops.size() > 4);
  const view::Stop& first = axis.stops[axis.stops.size() - 3];
  const view::Stop& last = axis.stops[axis.stops.size() - 2];
  const float y = axis.rect.y + axis.rect.h / 2;
  drag(axis.rect.x + first.x - 5, y, axis.rect.x + last.x + 5);
  CHECK(explorer.state().claims.from == first.value);
  CHECK(explorer.state().claims.to == last.value);

  const view::Panel stage = panel("stage");
  explorer.app.Zoom(stage.rect.x + 600, stage.rect.bottom() - 20, 1.5f);
  CHECK(explorer.state().camera.percent > stage.camera->percent);
  const std::int32_t x = explorer.state().camera.x;
  // By the names of the lanes, where no mark is.
  drag(stage.rect.x + 80, stage.rect.bottom() - 20, stage.rect.x + 20);
  CHECK(explorer.state().camera.x > x);
  CHECK(explorer.state().camera.y == 0);
}

TEST_CASE("in the network a drag with Shift draws what it went round alone, one without moves it",
          "[panels][network]") {
  HeadlessExplorer explorer;
  explorer.app.SetLink("v=actors&no-edges=about,reports");
  explorer.Step();
  const auto stage = [&] {
    for (const view::Panel& one : explorer.app.frame().panels)
      if (one.id == "stage") return one;
    return view::Panel();
  };
  const view::Rect box = stage().rect;
  // From a corner, where no mark and no line is, over half of the drawing.
  const auto drag = [&](bool shift) {
    const float x = box.x + 3, y = box.y + 3;
    explorer.MoveTo(x, y);
    explorer.Step();
    explorer.app.MovePointer(shell::App::Pointer::kPressed, x, y, 0, shift);
    explorer.Step();
    explorer.MoveTo(box.x + box.w / 2, box.y + box.h / 2);
    explorer.Step();
    explorer.app.MovePointer(shell::App::Pointer::kReleased, box.x + box.w / 2, box.y + box.h / 2,
                             0);
    explorer.Step();
    explorer.Step();
  };
  drag(true);
  CHECK(explorer.state().only.size() > 3);
  CHECK(explorer.state().only.size() < 30);
  CHECK(explorer.state().camera.percent == 0);
  explorer.app.Apply({view::Undo{}});
  CHECK(explorer.state().only.empty());
  drag(false);
  CHECK(explorer.state().only.empty());
  CHECK(explorer.state().camera.percent != 0);
}

TEST_CASE("a dialog takes the pointer from what it covers", "[panels]") {
  HeadlessExplorer explorer;
  const view::Point tab = explorer.Middle(explorer.Find(ItemRole::kTab, "Sources"));
  explorer.app.Apply({view::ShowDialog{view::Dialog::kKeys}});
  explorer.Step();
  explorer.Click(tab.x, tab.y);
  CHECK(explorer.state().view == view::ViewId::kWhatIf);
}

TEST_CASE(
    "every usable item in sight can be pressed by the pointer at its middle or is covered by "
    "one of its own parts",
    "[panels]") {
  HeadlessExplorer explorer;
  explorer.app.SetLink("v=claims&sel=a-hart");
  explorer.Step();
  const view::Frame& frame = explorer.app.frame();
  std::size_t tried = 0;
  for (const view::Panel& panel : frame.panels)
    for (const view::Item& item : panel.scene.items) {
      if (!item.focusable() || item.editable()) continue;
      const view::Point middle = explorer.Middle(item.id);
      if (!panel.rect.Contains(middle.x, middle.y)) continue;
      const view::Found hit = view::ItemAt(frame, middle.x, middle.y);
      REQUIRE(hit.item != nullptr);
      bool own = hit.item == &item;
      for (std::int32_t up = hit.item->parent; up >= 0 && !own;
           up = panel.scene.items[static_cast<std::size_t>(up)].parent)
        own = &panel.scene.items[static_cast<std::size_t>(up)] == &item;
      CHECK(own);
      ++tried;
    }
  CHECK(tried > 20);
}

TEST_CASE("a dialog stays over panels that come after it", "[panels]") {
  HeadlessExplorer explorer;
  explorer.app.Apply({view::ShowDialog{view::Dialog::kKeys}});
  explorer.Step();
  explorer.app.SetLink("v=map");  // Its heads have not been there before, and lie under the dialog.
  explorer.Step();
  explorer.ClickItem("dialog/close");
  CHECK(explorer.app.session().dialog == view::Dialog::kNone);
}

TEST_CASE("two explorers in one process know nothing of each other", "[panels]") {
  HeadlessExplorer first, second;
  first.ClickItem(first.Find(ItemRole::kTab, "Actors"));
  second.ClickItem(second.Find(ItemRole::kTab, "Sources"));
  CHECK(first.state().view == view::ViewId::kActors);
  CHECK(second.state().view == view::ViewId::kSources);
}

TEST_CASE("a dataset that cannot be opened leaves the open one on screen", "[panels]") {
  HeadlessExplorer explorer;
  explorer.app.SetLink("v=claims");
  const std::string link = explorer.app.link();
  const auto report = explorer.app.Open("{\"format\":\"claims-dataset\"}");
  CHECK_FALSE(report.ok());
  CHECK(report.errors.size() > 3);
  CHECK(explorer.app.link() == link);
  CHECK(explorer.app.library()->dataset.claims.size() > 100);
}

TEST_CASE("characters that no font has are asked for, and those at hand are not", "[panels]") {
  HeadlessExplorer explorer;
  explorer.app.TakeMissingCharacters();
  explorer.app.Apply(
      {view::ShowView{view::ViewId::kClaims},
       view::SetWords{"\xd0\x9f\xd1\x80\xd0\xb8 \xe5\xbc\xa0"}});  // Cyrillic, Chinese
  explorer.Step();
  const std::vector<char32_t> missing = explorer.app.TakeMissingCharacters();
  CHECK(missing == std::vector<char32_t>{0x5f20});
}

TEST_CASE("a file is saved by the platform, and what it says of it is shown", "[panels][share]") {
  HeadlessExplorer explorer;
  explorer.app.Apply({view::Save{view::Saved::kSvg}});
  explorer.Step();
  REQUIRE(explorer.platform.saved.size() == 1);
  CHECK(explorer.platform.saved[0].type == "image/svg+xml");
  CHECK(explorer.platform.saved[0].bytes.rfind("<svg ", 0) == 0);
  CHECK(explorer.app.session().notices ==
        std::vector<std::string>{"Saved as " + explorer.platform.saved[0].name + "."});
}

TEST_CASE("what a platform cannot do is said", "[panels][share]") {
  HeadlessExplorer explorer;
  explorer.platform.keeps = false;
  explorer.app.Apply({view::Print{}, view::Save{view::Saved::kPng}, view::AddBookmark{"Mine"}});
  CHECK(explorer.platform.printed == 1);
  CHECK(explorer.app.session().notices.size() == 2);
  CHECK_FALSE(explorer.app.session().notes_kept);
}

TEST_CASE("notes belong to a dataset: another one has its own, and they come back",
          "[panels][share]") {
  HeadlessExplorer explorer;
  explorer.app.Apply({view::SetNote{"a-raska", "ask him"}});
  const std::string kept = explorer.platform.kept.at("china-military-aid");
  CHECK(kept.find("ask him") != std::string::npos);
  explorer.app.Offer(shell::App::Purpose::kDataset, "other.json",
                     test::ReadFile("data/samples/worked-example.json"));
  CHECK(explorer.app.session().notes->empty());
  explorer.app.Apply({view::AddBookmark{"There"}});
  CHECK(explorer.platform.kept.size() == 2);
  explorer.app.Apply({view::ReturnToDataset{}});
  CHECK(explorer.app.session().notes->by_record.at("a-raska") == "ask him");
  CHECK(explorer.platform.kept.at("china-military-aid") == kept);
}

}  // namespace
}  // namespace proviso
