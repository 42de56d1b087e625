#include "core/canvas/frame.h"

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

}  // namespace proviso::view
