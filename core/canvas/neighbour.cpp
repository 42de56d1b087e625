#include "core/canvas/neighbour.h"

#include <algorithm>

namespace proviso::view {
namespace {

/// How far `to` lies from `from` in one direction; negative if it does not lie there. Sideways
/// distance counts more, so that a column is walked before its neighbour.
float Away(const Rect& from, const Rect& to, Way way) {
  constexpr float kSideways = 6;
  const float dx = to.x + to.w / 2 - (from.x + from.w / 2);
  const float dy = to.y + to.h / 2 - (from.y + from.h / 2);
  const bool across = way == Way::kLeft || way == Way::kRight;
  const float ahead = across ? (way == Way::kRight ? dx : -dx) : (way == Way::kDown ? dy : -dy);
  // What overlaps in the other direction is in the same row or column.
  const float gap = across ? std::max({0.0f, to.y - from.bottom(), from.y - to.bottom()})
                           : std::max({0.0f, to.x - from.right(), from.x - to.right()});
  const float least = across ? std::min(from.w, to.w) / 4 : std::min(from.h, to.h) / 4;
  return ahead < std::max(1.0f, least) ? -1.0f : ahead + kSideways * gap;
}

}  // namespace

std::optional<Way> WayOf(std::string_view key) {
  if (key == "ArrowLeft") return Way::kLeft;
  if (key == "ArrowRight") return Way::kRight;
  if (key == "ArrowUp") return Way::kUp;
  if (key == "ArrowDown") return Way::kDown;
  if (key == "Home") return Way::kFirst;
  if (key == "End") return Way::kLast;
  return std::nullopt;
}

/// The item of the group to which an arrow leads, or none.
const Item* Neighbour(const Panel& panel, const Item& at, Way way) {
  const Item* best = nullptr;
  float nearest = 0;
  // Along a line of time, sideways is earlier and later.
  const bool in_order = panel.along_x && (way == Way::kLeft || way == Way::kRight);
  for (const Item& item : panel.scene.items) {
    if (item.group != at.group || !item.focusable()) continue;
    if (in_order) {
      if (way == Way::kRight && &item > &at) return &item;
      if (way == Way::kLeft && &item < &at) best = &item;
      continue;
    }
    if (way == Way::kFirst) return &item;
    if (way == Way::kLast) {
      best = &item;
      continue;
    }
    const float distance = Away(at.rect, item.rect, way);
    if (&item == &at || distance < 0 || (best != nullptr && distance >= nearest)) continue;
    best = &item;
    nearest = distance;
  }
  return best;
}

}  // namespace proviso::view
