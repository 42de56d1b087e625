#include "core/window/tab_stops.h"

#include <catch2/catch_test_macros.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

using namespace proviso;
using namespace proviso::view;

namespace {

Item Button(std::string id, std::string group = {}, std::int32_t parent = -1) {
  Item item;
  item.id = std::move(id);
  item.role = ItemRole::kButton;
  item.group = std::move(group);
  item.parent = parent;
  item.press = Select{"c-1"};
  return item;
}

Panel PanelWith(std::vector<Item> items) {
  Panel panel;
  panel.scene.items = std::move(items);
  return panel;
}

/// Two lists, of which the second has a chosen one, and a lone button.
Frame Lists() {
  Frame frame;
  frame.panels.push_back(
      PanelWith({Button("a", "grid"), Button("b", "grid"), Button("off", "lever"),
                 Button("on", "lever"), Button("alone")}));
  frame.panels[0].scene.items[3].checked = Tri::kYes;
  return frame;
}

/// A list of two rows, each with a link and words; the search stands before it.
std::vector<Item> Rows() {
  std::vector<Item> items = {Button("search"),        Button("row-1", "rows"),
                             Button("who-1", "", 1),  Button("words-1", "", 1),
                             Button("row-2", "rows"), Button("who-2", "", 4),
                             Button("words-2", "", 4)};
  for (const std::size_t words : {3u, 6u}) items[words].press.reset();
  return items;
}

std::string Stops(const std::vector<Item>& items, std::string_view focus) {
  std::string names;
  const std::vector<bool> stops = TabStops(items, focus);
  for (std::size_t i = 0; i < items.size(); ++i)
    if (stops[i]) names += (names.empty() ? "" : " ") + items[i].id;
  return names;
}

}  // namespace

TEST_CASE("Tab stops once a group, where it was left or at what is chosen, and leaves at both ends",
          "[view][keys]") {
  const Frame frame = Lists();
  CHECK(NextTabStop(frame, "", 1) == "a");
  CHECK(NextTabStop(frame, "a", 1) == "on");
  CHECK(NextTabStop(frame, "b", 1) == "on");
  CHECK(NextTabStop(frame, "on", 1) == "alone");
  CHECK(NextTabStop(frame, "alone", 1).empty());
  CHECK(NextTabStop(frame, "", -1) == "alone");
  CHECK(NextTabStop(frame, "on", -1) == "a");
  CHECK(NextTabStop(frame, "a", -1).empty());
  CHECK(NextTabStop(frame, "gone", 1) == "a");
  CHECK(NextTabStop(Frame{}, "", 1).empty());
}

TEST_CASE("what stands in a row is a stop while Tab stops at the row, and at no other's links",
          "[view][keys]") {
  std::vector<Item> items = Rows();
  CHECK(Stops(items, "") == "search row-1 who-1");
  CHECK(Stops(items, "row-2") == "search row-2 who-2");
  // Its link has the focus: the row is the one where the list is entered again.
  CHECK(Stops(items, "who-2") == "search row-2 who-2");
  items[4].selected = Tri::kYes;
  CHECK(Stops(items, "search") == "search row-2 who-2");
  items[4].disabled = true;
  CHECK(Stops(items, "search") == "search row-1 who-1 who-2");
}

TEST_CASE("links in what no arrow leads to are stops, each of them", "[view][keys]") {
  std::vector<Item> items = Rows();
  items[1].group.clear();
  items[4].press.reset();
  CHECK(Stops(items, "") == "search row-1 who-1 who-2");
}

TEST_CASE("a dialog holds the Tab stops while it is open", "[view][keys]") {
  Frame frame = Lists();
  frame.panels.push_back(PanelWith({Button("yes"), Button("one", "hits"), Button("two", "hits")}));
  frame.panels[1].modal = true;
  CHECK(NextTabStop(frame, "", 1) == "yes");
  CHECK(NextTabStop(frame, "yes", 1) == "one");
  CHECK(NextTabStop(frame, "two", 1).empty());
}
