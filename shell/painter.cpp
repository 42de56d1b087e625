#include "shell/painter.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

#include "core/canvas/camera.h"
#include "imgui.h"
#include "imgui_internal.h"
#include "shell/shapes.h"

namespace proviso::shell {
namespace {

constexpr ImGuiWindowFlags kPanelFlags =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoBringToFrontOnFocus |
    ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse;

ImVec2 ToVec(const view::Rect& rect) { return {rect.x, rect.y}; }

/// The panel's scroll position after this frame's wheel, as a command if it moved.
void ScrollByWheel(const view::Panel& panel, view::Commands& commands) {
  const float most = std::max(0.0f, panel.scene.height - panel.rect.h);
  const float wheel = ImGui::GetIO().MouseWheel;
  if (wheel == 0 || most == 0) return;
  if (!ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem)) return;
  constexpr float kPointsPerNotch = 57;  // Three lines of text, as browsers scroll.
  const float y = std::clamp(panel.scroll_y - wheel * kPointsPerNotch, 0.0f, most);
  if (y != panel.scroll_y) commands.push_back(view::ScrollTo{panel.id, y});
}

/// Words of a text: a drag marks from word to word, a press the sentence.
void UseWords(const view::Panel& panel, const PaintOptions& options, ImVec2 to, bool moved,
              view::Commands& commands) {
  const auto push = [&commands](view::Commands more) {
    for (view::Command& command : more) commands.push_back(std::move(command));
  };
  const bool held = ImGui::IsItemActive();
  const view::Rect& box = panel.rect;
  // The end that stays is settled when the drag begins: the handles move with the mark.
  ImGuiStorage& kept = *ImGui::GetStateStorage();
  const ImGuiID low = ImGui::GetID("##low"), high = ImGui::GetID("##high");
  if (ImGui::IsItemActivated())
    if (const auto anchor = view::AnchorAt(panel, to.x, to.y)) {
      kept.SetInt(low, static_cast<int>(anchor->start));
      kept.SetInt(high, static_cast<int>(anchor->end));
    }
  if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
  if (held && moved) {
    push(view::Marked(panel,
                      {static_cast<std::uint32_t>(kept.GetInt(low)),
                       static_cast<std::uint32_t>(kept.GetInt(high))},
                      to.x, to.y));
    // What is further on comes into sight.
    constexpr float kEdge = 16, kStep = 12;
    const float most = std::max(0.0f, panel.scene.height - box.h);
    const float step = to.y > box.bottom() - kEdge ? kStep : to.y < box.y + kEdge ? -kStep : 0;
    const float y = std::clamp(panel.scroll_y + step, 0.0f, most);
    if (y != panel.scroll_y) commands.push_back(view::ScrollTo{panel.id, y});
  }
  if (ImGui::IsItemDeactivated() && !moved)
    push(view::MarkPressed(panel, to.x, to.y, ImGui::GetIO().MouseClickedLastCount[0],
                           options.shift));
}

/// The ground of a drawing: dragging moves it, or draws what the panel says.
void UseGround(const view::Panel& panel, const PaintOptions& options, const view::Item* top,
               ImDrawList& list, view::Commands& commands) {
  const view::Rect& box = panel.rect;
  const ImGuiID id = ImGui::GetID("##ground");
  if (top != nullptr && ImGui::GetActiveID() != id) return;
  ImGui::SetCursorScreenPos(ToVec(box));
  ImGui::InvisibleButton("##ground", {box.w, box.h});
  const ImGuiIO& io = ImGui::GetIO();
  // Whether a drag draws or moves is settled when it begins: Shift may be let go of before it ends.
  ImGuiStorage& kept = *ImGui::GetStateStorage();
  if (ImGui::IsItemActivated())
    kept.SetBool(id, panel.drag != view::DragKind::kNone && (!panel.camera || options.shift));
  const bool draws = kept.GetBool(id);
  const ImVec2 from = io.MouseClickedPos[0], to = io.MousePos;
  const ImVec2 low{std::min(from.x, to.x), std::min(from.y, to.y)};
  const ImVec2 high{std::max(from.x, to.x), std::max(from.y, to.y)};
  constexpr float kSlop = 4;
  const bool moved = high.x - low.x > kSlop || high.y - low.y > kSlop;
  if (panel.drag == view::DragKind::kMark) return UseWords(panel, options, to, moved, commands);
  if (ImGui::IsItemActive() && !draws && panel.camera) {
    for (view::Command& command : view::Pan(panel, io.MouseDelta.x, io.MouseDelta.y))
      commands.push_back(std::move(command));
  } else if (ImGui::IsItemActive() && draws && moved) {
    const bool band = panel.drag == view::DragKind::kBrush;
    list.AddRect({low.x, band ? box.y : low.y}, {high.x, band ? box.bottom() : high.y},
                 ColorFor(options.colors, view::Ink::kFocus), 0, 0, 2);
  }
  if (ImGui::IsItemDeactivated() && draws && moved) {
    const view::Rect dragged{low.x - box.x, low.y - box.y + panel.scroll_y, high.x - low.x,
                             high.y - low.y};
    for (view::Command& command : view::Dragged(panel, dragged))
      commands.push_back(std::move(command));
  }
}

void ZoomByWheel(const view::Panel& panel, view::Commands& commands) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.MouseWheel == 0) return;
  if (!ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem)) return;
  constexpr float kPerNotch = 1.15f;
  for (view::Command& command :
       view::Zoom(panel, std::pow(kPerNotch, io.MouseWheel), io.MousePos.x, io.MousePos.y))
    commands.push_back(std::move(command));
}

/// Where a panel stands in what scrolls; shown while the pointer is near, so that it lies over
/// nothing that is being read or pressed.
void DrawScrollbar(const view::Panel& panel, const PaintOptions& options, ImDrawList& list) {
  const float most = panel.scene.height - panel.rect.h;
  if (most <= 0) return;
  constexpr float kWidth = 9, kLeast = 24, kNear = 14;
  const ImVec2 pointer = ImGui::GetIO().MousePos;
  if (pointer.x < panel.rect.right() - kNear || pointer.x > panel.rect.right() ||
      !ImGui::IsWindowHovered())
    return;
  const float length = std::max(kLeast, panel.rect.h * panel.rect.h / panel.scene.height);
  const float y = panel.rect.y + (panel.rect.h - length) * panel.scroll_y / most;
  const float x = panel.rect.right() - kWidth;
  list.AddRectFilled({x, y}, {x + 6, y + length}, ColorFor(options.colors, view::Ink::kInkMute), 3);
}

/// `top`: the topmost item under the pointer, or null. It alone is a button this frame: ImGui's own
/// overlapping buttons want a frame of hovering first, which neither a tap nor a fast click gives.
void UseItem(const view::Item& item, const view::Rect& rect, const PaintOptions& options,
             const view::Item* top, view::Commands& commands) {
  ImGui::PushID(item.id.c_str());
  const char* name = item.name.empty() ? "##item" : item.name.c_str();
  if (item.editable() && options.text_field != nullptr) {
    options.text_field(item, rect, commands);
  } else if (item.focusable() && (&item == top || ImGui::GetActiveID() == ImGui::GetID(name))) {
    ImGui::SetCursorScreenPos(ToVec(rect));
    const bool pressed = ImGui::InvisibleButton(name, {rect.w, rect.h}) && &item == top;
    if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (pressed) {
      commands.push_back(view::Focus{item.id});
      const bool twice = ImGui::GetIO().MouseClickedLastCount[0] >= 2;
      if (twice && item.double_press) {
        commands.push_back(*item.double_press);
      } else if (item.press && !item.editable()) {
        commands.push_back(*item.press);
      }
    }
  }
  ImGui::PopID();
}

/// Begins a window over all that this frame has begun so far: Dear ImGui would keep the order in
/// which windows were first seen, and a view that comes later would cover an open dialog.
bool BeginOnTop(const char* name) {
  const bool shown = ImGui::Begin(name, nullptr, kPanelFlags);
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  return shown;
}

/// The ground ends on whole pixels, at the same ones as the neighbour's, and is not clipped: a clip
/// is cut off to pixels at its own edge, which leaves a seam between two panels.
void PaintGround(const view::Panel& panel, const PaintOptions& options, ImDrawList& list) {
  const ImVec2 scale = ImGui::GetIO().DisplayFramebufferScale;
  const auto whole = [](float at, float ratio) { return std::round(at * ratio) / ratio; };
  const view::Rect& box = panel.rect;
  list.PushClipRectFullScreen();
  list.AddRectFilled({whole(box.x, scale.x), whole(box.y, scale.y)},
                     {whole(box.right(), scale.x), whole(box.bottom(), scale.y)},
                     ColorFor(options.colors, panel.ground));
  list.PopClipRect();
}

void PaintPanel(const view::Panel& panel, float text_scale, const PaintOptions& options,
                const view::Item* top, Fonts& fonts, view::Commands& commands) {
  const view::Rect& box = panel.rect;
  if (box.w <= 0 || box.h <= 0) return;
  ImGui::SetNextWindowPos(ToVec(box));
  ImGui::SetNextWindowSize({box.w, box.h});
  if (BeginOnTop(panel.id.c_str())) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    PaintGround(panel, options, list);
    list.PushClipRect(ToVec(box), {box.right(), box.bottom()});
    const view::Point origin{box.x, box.y - std::round(panel.scroll_y)};
    DrawShapes(panel.scene.shapes, origin, box, text_scale, options.colors, fonts, list);
    if (panel.camera || panel.drag != view::DragKind::kNone)
      UseGround(panel, options, top, list, commands);
    for (const view::Item& item : panel.scene.items) {
      const view::Rect rect{item.rect.x + origin.x, item.rect.y + origin.y, item.rect.w,
                            item.rect.h};
      if (rect.bottom() < box.y || rect.y > box.bottom() || rect.w <= 0 || rect.h <= 0) continue;
      UseItem(item, rect, options, top, commands);
      if (options.show_focus && item.id == options.focus)
        list.AddRect({rect.x - 1, rect.y - 1}, {rect.right() + 1, rect.bottom() + 1},
                     ColorFor(options.colors, view::Ink::kFocus), 4, 0, 3);
    }
    // A line of time is as high as its lanes: the wheel scrolls those.
    if (panel.camera && (!panel.along_x || ImGui::GetIO().KeyCtrl))
      ZoomByWheel(panel, commands);
    else
      ScrollByWheel(panel, commands);
    DrawScrollbar(panel, options, list);
    list.PopClipRect();
  }
  ImGui::End();
}

/// A flat sheet over everything behind a modal panel; it takes the pointer from what it covers.
void PaintScrim(const view::Frame& frame, const PaintOptions& options) {
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({frame.viewport.width, frame.viewport.height});
  if (BeginOnTop("scrim")) {
    ImGui::GetWindowDrawList()->AddRectFilled({0, 0}, {frame.viewport.width, frame.viewport.height},
                                              ColorFor(options.colors, view::Ink::kScrim));
    ImGui::SetCursorScreenPos({0, 0});
    ImGui::InvisibleButton("##scrim", {frame.viewport.width, frame.viewport.height});
  }
  ImGui::End();
}

}  // namespace

view::Commands Paint(const view::Frame& frame, const PaintOptions& options, Fonts& fonts) {
  view::Commands commands;
  const ImVec2 pointer = ImGui::GetIO().MousePos;
  const view::Item* top = view::ItemAt(frame, pointer.x, pointer.y).item;
  if (top != nullptr && top->group == view::kSentences) top = nullptr;  // Its words are marked.
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, ImVec2(1, 1));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0f);
  ImGui::PushStyleColor(ImGuiCol_Text, ColorFor(options.colors, view::Ink::kInk));
  ImGui::PushStyleColor(ImGuiCol_TextDisabled, ColorFor(options.colors, view::Ink::kInkMute));
  for (const view::Panel& panel : frame.panels) {
    if (panel.modal) PaintScrim(frame, options);
    PaintPanel(panel, frame.text_scale, options, top, fonts, commands);
  }
  ImGui::PopStyleColor(2);
  ImGui::PopStyleVar(3);
  return commands;
}

}  // namespace proviso::shell
