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

const MarkSpot* MarkSpotAt(const Panel& panel, float x, float y) {
  x -= panel.rect.x;
  y += panel.scroll_y - panel.rect.y;
  const auto beyond = [](float at, float low, float high) {
    return std::max({low - at, at - high, 0.0f});
  };
  const MarkSpot* nearest = nullptr;
  float best = 0;
  for (const MarkSpot& spot : panel.spots) {
    // The line counts before the place in it.
    const float away = beyond(y, spot.rect.y, spot.rect.bottom()) * 1000 +
                       beyond(x, spot.rect.x, spot.rect.right());
    if (nearest != nullptr && away >= best) continue;
    nearest = &spot;
    best = away;
  }
  return nearest;
}

namespace {

/// The word that a point is meant for: none more than a line above or below the text.
const MarkSpot* MeantAt(const Panel& panel, float x, float y) {
  const MarkSpot* spot = MarkSpotAt(panel, x, y);
  if (spot == nullptr) return nullptr;
  const float top = y - panel.rect.y + panel.scroll_y;
  const bool far = top < spot->rect.y - spot->rect.h || top > spot->rect.bottom() + spot->rect.h;
  return far ? nullptr : spot;
}

}  // namespace

std::optional<MarkAnchor> AnchorAt(const Panel& panel, float x, float y) {
  if (panel.mark) {
    const float left = x - panel.rect.x, top = y - panel.rect.y + panel.scroll_y;
    if (panel.mark->first.Contains(left, top)) return MarkAnchor{panel.mark->end, panel.mark->end};
    if (panel.mark->last.Contains(left, top))
      return MarkAnchor{panel.mark->start, panel.mark->start};
  }
  const MarkSpot* spot = MeantAt(panel, x, y);
  if (spot == nullptr) return std::nullopt;
  return MarkAnchor{spot->start, spot->end};
}

Commands Marked(const Panel& panel, const MarkAnchor& anchor, float x, float y) {
  const MarkSpot* to = MarkSpotAt(panel, x, y);
  if (to == nullptr) return {};
  const std::uint32_t start = std::min(anchor.start, to->start);
  const std::uint32_t end = std::max(anchor.end, to->end);
  if (panel.mark && panel.mark->start == start && panel.mark->end == end) return {};
  // The last letter's place stands for the word that it ends.
  return {MarkStretch{start, end - 1}};
}

Commands MarkPressed(const Panel& panel, float x, float y, int times, bool shift) {
  const MarkSpot* spot = MeantAt(panel, x, y);
  if (spot == nullptr) return {};
  if (shift && panel.mark) {
    const auto middle = (panel.mark->start + panel.mark->end) / 2;
    return spot->start < middle ? Commands{MarkStretch{spot->start, panel.mark->end - 1}}
                                : Commands{MarkStretch{panel.mark->start, spot->end - 1}};
  }
  if (times == 2) return {MarkStretch{spot->start, spot->end - 1}};
  return {MarkSentence{spot->start}};
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
