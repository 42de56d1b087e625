#include "core/window/tab_stops.h"

#include <cstddef>
#include <cstdint>

#include "core/canvas/scene.h"

namespace proviso::view {
namespace {

/// Where Tab stops in one group.
struct Entry {
  std::string_view group;
  std::size_t item;
  int rank;
};

/// The index of the item that holds another; -1: none.
std::int32_t Above(const std::vector<Item>& items, std::size_t at) { return items[at].parent; }

/// Where Tab stops in each group. `within`: the item in focus and all that hold it.
std::vector<Entry> Entries(const std::vector<Item>& items, const std::vector<bool>& within) {
  std::vector<Entry> entries;
  std::size_t last = 0;  // Items of one group mostly stand together.
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (item.group.empty() || !item.focusable()) continue;
    const bool chosen = item.current || item.checked == Tri::kYes || item.selected == Tri::kYes;
    const int rank = within[i] ? 2 : (chosen ? 1 : 0);
    if (last >= entries.size() || entries[last].group != item.group)
      for (last = 0; last < entries.size() && entries[last].group != item.group;) ++last;
    if (last == entries.size())
      entries.push_back({item.group, i, rank});
    else if (rank > entries[last].rank)
      entries[last] = {item.group, i, rank};
  }
  return entries;
}

}  // namespace

std::vector<bool> TabStops(const std::vector<Item>& items, std::string_view focus) {
  std::vector<bool> within(items.size());
  for (std::size_t i = 0; i < items.size(); ++i)
    if (items[i].id == focus)
      for (auto at = static_cast<std::int32_t>(i); at >= 0;
           at = Above(items, static_cast<std::size_t>(at)))
        within[static_cast<std::size_t>(at)] = true;
  std::vector<bool> entered(items.size());
  for (const Entry& entry : Entries(items, within)) entered[entry.item] = true;
  std::vector<bool> stops(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    bool stop = items[i].focusable() && (items[i].group.empty() || entered[i]);
    for (auto at = Above(items, i); stop && at >= 0;
         at = Above(items, static_cast<std::size_t>(at))) {
      const Item& holder = items[static_cast<std::size_t>(at)];
      const bool passed = holder.focusable() && !holder.group.empty();
      if (passed && !entered[static_cast<std::size_t>(at)]) stop = false;
    }
    stops[i] = stop;
  }
  return stops;
}

std::string NextTabStop(const Frame& frame, std::string_view focus, int step) {
  const Panel* modal = nullptr;
  for (const Panel& panel : frame.panels)
    if (panel.modal) modal = &panel;
  std::vector<const Item*> stops;
  std::size_t current = 0;
  bool known = false;
  for (const Panel& panel : frame.panels) {
    if (modal != nullptr && &panel != modal) continue;
    const std::vector<bool> stop = TabStops(panel.scene.items, focus);
    for (std::size_t i = 0; i < stop.size(); ++i) {
      if (!stop[i]) continue;
      if (panel.scene.items[i].id == focus) {
        current = stops.size();
        known = true;
      }
      stops.push_back(&panel.scene.items[i]);
    }
  }
  if (stops.empty()) return std::string();
  if (!known) return step > 0 ? stops.front()->id : stops.back()->id;
  if (step > 0) return current + 1 < stops.size() ? stops[current + 1]->id : std::string();
  return current > 0 ? stops[current - 1]->id : std::string();
}

}  // namespace proviso::view
