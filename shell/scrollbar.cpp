#include "shell/scrollbar.h"

#include <algorithm>

#include "imgui.h"
#include "imgui_internal.h"
#include "shell/shapes.h"

namespace proviso::shell {
namespace {

constexpr float kThin = 6, kHeld = 10, kFromEdge = 3, kLeast = 24;
/// How long it stays after the last move: long enough to be reached, short enough not to linger.
constexpr float kLingers = 0.7f;

}  // namespace

bool OnScrollbar(const view::Panel& panel, float x, float y) {
  return !panel.camera && view::MostScroll(panel) > 0 && panel.rect.Contains(x, y) &&
         x >= panel.rect.right() - view::kScrollRoom;
}

void UseScrollbar(const view::Panel& panel, const PaintOptions& options, ImDrawList& list,
                  view::Commands& commands, double* wait) {
  const float most = view::MostScroll(panel);
  if (most <= 0 || panel.camera) return;
  const view::Rect& box = panel.rect;
  const float length = std::clamp(box.h * box.h / panel.scene.height, kLeast, box.h);
  const float travel = std::max(1.0f, box.h - length);
  const float top = box.y + travel * panel.scroll_y / most;
  const ImGuiIO& io = ImGui::GetIO();
  ImGuiStorage& kept = *ImGui::GetStateStorage();
  const ImGuiID id = ImGui::GetID("##bar"), stood = ImGui::GetID("##stood"),
                moved = ImGui::GetID("##moved"), grip = ImGui::GetID("##grip");
  const auto now = static_cast<float>(ImGui::GetTime());
  // Seen for the first time it has not moved.
  if (kept.GetFloat(stood, -1) < 0) kept.SetFloat(stood, panel.scroll_y);
  if (kept.GetFloat(stood) != panel.scroll_y) {
    kept.SetFloat(stood, panel.scroll_y);
    kept.SetFloat(moved, now);
  }
  const float since = now - kept.GetFloat(moved, -1e6f);
  const bool near = OnScrollbar(panel, io.MousePos.x, io.MousePos.y) &&
                    ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
  bool held = ImGui::GetActiveID() == id;
  if (near || held) {
    ImGui::SetCursorScreenPos({box.right() - view::kScrollRoom, box.y});
    ImGui::InvisibleButton("##bar", {view::kScrollRoom, box.h});
    if (ImGui::IsItemActivated()) {
      const float y = io.MouseClickedPos[0].y;
      // On the track the bar comes to the pointer; gripped it stays where it was taken.
      kept.SetFloat(grip, y >= top && y < top + length ? y - top : length / 2);
    }
    held = ImGui::IsItemActive();
    if (held) {
      const float y = std::clamp(io.MousePos.y - kept.GetFloat(grip) - box.y, 0.0f, travel);
      const float to = y / travel * most;
      if (to != panel.scroll_y) commands.push_back(view::ScrollTo{panel.id, to});
    }
  }
  if (!near && !held && since >= kLingers) return;
  if (!near && !held) {
    const double left = static_cast<double>(kLingers - since) + 0.001;
    *wait = *wait < 0 ? left : std::min(*wait, left);
  }
  const float width = held ? kHeld : kThin;
  const float x = box.right() - kFromEdge - width;
  list.AddRectFilled({x, top}, {x + width, top + length},
                     ColorFor(options.colors, view::Ink::kInkMute), width / 2);
}

}  // namespace proviso::shell
