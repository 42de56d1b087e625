#include "core/canvas/frame.h"

#include <algorithm>
#include <cmath>

namespace proviso::view {

Found FindItem(const Frame& frame, std::string_view id) {
  for (const Panel& panel : frame.panels)
    for (const Item& item : panel.scene.items)
      if (item.id == id) return {&panel, &item};
  return {};
}

Found ItemAt(const Frame& frame, float x, float y) {
  for (auto panel = frame.panels.rbegin(); panel != frame.panels.rend(); ++panel) {
    if (panel->rect.Contains(x, y)) {
      const float px = x - panel->rect.x, py = y - panel->rect.y + panel->scroll_y;
      for (auto item = panel->scene.items.rbegin(); item != panel->scene.items.rend(); ++item)
        if (item->focusable() && item->rect.Contains(px, py)) return {&*panel, &*item};
      return {};  // What lies under this panel cannot be seen here.
    }
    if (panel->modal) return {};
  }
  return {};
}

const Spot* SpotAt(const Frame& frame, float x, float y) {
  for (auto panel = frame.panels.rbegin(); panel != frame.panels.rend(); ++panel) {
    if (panel->rect.Contains(x, y)) {
      const float px = x - panel->rect.x, py = y - panel->rect.y + panel->scroll_y;
      for (auto spot = panel->scene.spots.rbegin(); spot != panel->scene.spots.rend(); ++spot)
        if (spot->rect.Contains(px, py)) return &*spot;
      return nullptr;
    }
    if (panel->modal) return nullptr;
  }
  return nullptr;
}

std::string_view RecordOf(const Item& item) {
  if (!item.about.empty()) return item.about;
  if (!item.press) return {};
  if (const Select* select = item.press->As<Select>()) return select->id;
  if (const OpenPlace* place = item.press->As<OpenPlace>()) return place->id;
  if (const Suppose* suppose = item.press->As<Suppose>()) return suppose->proposition;
  return {};
}

float MostScroll(const Panel& panel) {
  return std::max(0.0f, std::ceil(panel.scene.height - panel.rect.h));
}

}  // namespace proviso::view
