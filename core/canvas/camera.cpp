#include "core/canvas/camera.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace proviso::view {
namespace {

constexpr float kLeast = 10, kMost = 800;  // Percent.

Camera Rounded(float x, float y, float percent) {
  return {static_cast<std::int32_t>(std::lround(x)), static_cast<std::int32_t>(std::lround(y)),
          static_cast<std::uint16_t>(std::lround(std::clamp(percent, kLeast, kMost)))};
}

}  // namespace

const Panel* CameraPanelAt(const Frame& frame, float x, float y) {
  for (auto panel = frame.panels.rbegin(); panel != frame.panels.rend(); ++panel) {
    if (panel->rect.Contains(x, y)) return panel->camera ? &*panel : nullptr;
    if (panel->modal) return nullptr;
  }
  return nullptr;
}

Commands Pan(const Panel& panel, float dx, float dy) {
  if (!panel.camera || (dx == 0 && dy == 0)) return {};
  const Camera& camera = *panel.camera;
  const float scale = static_cast<float>(camera.percent) / 100;
  if (panel.along_x) {
    Commands commands;
    if (dx != 0)
      commands.push_back(SetCamera{Rounded(static_cast<float>(camera.x) - dx / scale, 0,
                                           static_cast<float>(camera.percent))});
    const float most = std::max(0.0f, panel.scene.height - panel.rect.h);
    const float y = std::clamp(panel.scroll_y - dy, 0.0f, most);
    if (y != panel.scroll_y) commands.push_back(ScrollTo{panel.id, y});
    return commands;
  }
  return {SetCamera{Rounded(static_cast<float>(camera.x) - dx / scale,
                            static_cast<float>(camera.y) - dy / scale, camera.percent)}};
}

Commands Zoom(const Panel& panel, float factor, float x, float y) {
  if (!panel.camera || !(factor > 0)) return {};
  const Camera& camera = *panel.camera;
  const float before = static_cast<float>(camera.percent);
  const float after = std::clamp(before * factor, kLeast, kMost);
  if (std::lround(before) == std::lround(after)) return {};
  // From the middle of the panel to the point, in points of the drawing, before and after.
  const float away_x = x - (panel.rect.x + panel.rect.w / 2);
  const float away_y = panel.along_x ? 0 : y - (panel.rect.y + panel.rect.h / 2);
  const float shift = 100 / before - 100 / after;
  return {SetCamera{Rounded(static_cast<float>(camera.x) + away_x * shift,
                            static_cast<float>(camera.y) + away_y * shift, after)}};
}

Commands Dragged(const Panel& panel, Rect box) {
  if (panel.drag == DragKind::kBrush) {
    std::string from, to;
    for (const Stop& stop : panel.stops) {
      if (stop.x >= box.x && from.empty()) from = stop.value;
      if (stop.x <= box.right()) to = stop.value;
    }
    if (from.empty() || to.empty() || to < from) return {};
    return {SetBrush{std::move(from), std::move(to)}};
  }
  if (panel.drag != DragKind::kLasso) return {};
  std::string list;
  for (const Item& item : panel.scene.items) {
    if (item.id.compare(0, panel.lasso.size(), panel.lasso) != 0 || !item.focusable()) continue;
    if (!box.Contains(item.rect.x + item.rect.w / 2, item.rect.y + item.rect.h / 2)) continue;
    list += (list.empty() ? "" : ",") + EncodedText(item.id.substr(panel.lasso.size()));
  }
  return list.empty() ? Commands{} : Commands{SetField{"only", list}};
}

Projection ProjectionOf(Rect bounds, Rect box, Camera* camera, std::uint16_t most) {
  if (camera->percent == 0) {
    const float fit = std::min(box.w / std::max(bounds.w, 1.0f), box.h / std::max(bounds.h, 1.0f));
    *camera = Rounded(bounds.x + bounds.w / 2, bounds.y + bounds.h / 2,
                      std::min(fit * 100 - 0.5f, static_cast<float>(most)));
  }
  Projection projection;
  projection.scale = static_cast<float>(camera->percent) / 100;
  projection.dx = box.x + box.w / 2 - static_cast<float>(camera->x) * projection.scale;
  projection.dy = box.y + box.h / 2 - static_cast<float>(camera->y) * projection.scale;
  return projection;
}

}  // namespace proviso::view
