#include "shell/painter.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <utility>

#include "core/canvas/camera.h"
#include "imgui.h"
#include "imgui_internal.h"
#include "shell/scrollbar.h"
#include "shell/shapes.h"

namespace proviso::shell {
namespace {

constexpr ImGuiWindowFlags kPanelFlags =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoBringToFrontOnFocus |
    ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse |
    // Else whatever comes while the mouse is pressed would take the press away from its button.
    ImGuiWindowFlags_NoFocusOnAppearing;

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

/// How far the pointer has to go for a press to be a drag, in points.
constexpr float kSlop = 4;

bool Dragged() { return ImGui::GetIO().MouseDragMaxDistanceSqr[0] > kSlop * kSlop; }

/// A drag from anywhere in a drawing moves it, by the distance from the press.
void PanByDrag(const view::Panel& panel, view::Commands& commands) {
  const ImGuiIO& io = ImGui::GetIO();
  ImGuiStorage& kept = *ImGui::GetStateStorage();
  const ImGuiID pans = ImGui::GetID("##pans"), done_x = ImGui::GetID("##pan-x"),
                done_y = ImGui::GetID("##pan-y");
  if (io.MouseClicked[0]) {
    kept.SetBool(pans, ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem));
    kept.SetFloat(done_x, 0);
    kept.SetFloat(done_y, 0);
  }
  if (!io.MouseDown[0]) kept.SetBool(pans, false);
  if (!kept.GetBool(pans) || !Dragged()) return;
  const float x = io.MousePos.x - io.MouseClickedPos[0].x;
  const float y = io.MousePos.y - io.MouseClickedPos[0].y;
  const float dx = x - kept.GetFloat(done_x), dy = y - kept.GetFloat(done_y);
  if (dx == 0 && dy == 0) return;
  kept.SetFloat(done_x, x);
  kept.SetFloat(done_y, y);
  for (view::Command& command : view::Pan(panel, dx, dy)) commands.push_back(std::move(command));
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
  if (ImGui::IsItemActivated()) {
    const auto anchor = view::AnchorAt(panel, to.x, to.y);
    kept.SetInt(low, anchor ? static_cast<int>(anchor->start) : -1);
    kept.SetInt(high, anchor ? static_cast<int>(anchor->end) : -1);
  }
  if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
  if (held && moved && kept.GetInt(low, -1) >= 0) {
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
  const bool moved = high.x - low.x > kSlop || high.y - low.y > kSlop;
  if (panel.drag == view::DragKind::kMark) return UseWords(panel, options, to, moved, commands);
  if (ImGui::IsItemActive() && draws && moved) {
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
    const bool pressed =
        ImGui::InvisibleButton(name, {rect.w, rect.h}) && &item == top && !Dragged();
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

/// The ground of the item that the pointer is on; none: it has a border instead, or nothing.
std::optional<Ground> GroundOf(const view::Panel& panel, const view::Item* top) {
  if (top == nullptr || top < panel.scene.items.data() ||
      top >= panel.scene.items.data() + panel.scene.items.size())
    return std::nullopt;
  if (top->editable() || top->role == view::ItemRole::kCell) return std::nullopt;
  return Ground{top->rect, ImGui::GetIO().MouseDown[0] ? view::Ink::kPress : view::Ink::kHover};
}

/// What shows where the pointer is, over the shapes.
void PaintOver(const view::Item& item, const view::Rect& rect, const PaintOptions& options,
               const view::Item* top, ImDrawList& list) {
  const bool linked =
      std::find(options.linked.begin(), options.linked.end(), item.id) != options.linked.end();
  if (linked || (&item == top && item.role == view::ItemRole::kCell))
    list.AddRect({rect.x, rect.y}, {rect.right(), rect.bottom()},
                 ColorFor(options.colors, view::Ink::kInk), linked ? 4.0f : 0.0f, 0, 1);
  if (options.show_focus && item.id == options.focus)
    list.AddRect({rect.x - 1, rect.y - 1}, {rect.right() + 1, rect.bottom() + 1},
                 ColorFor(options.colors, view::Ink::kFocus), 4, 0, 3);
}

void PaintSelected(const view::Frame& frame, const view::Panel& panel, view::Point origin,
                   const PaintOptions& options, const Fonts& fonts, ImDrawList& list) {
  if (options.selecting == nullptr) return;
  constexpr std::uint32_t kAlpha = 0x50000000u;
  const std::uint32_t color = (ColorFor(options.colors, view::Ink::kFocus) & 0x00FFFFFFu) | kAlpha;
  for (const view::Rect& rect : options.selecting->Rects(frame, panel, fonts))
    list.AddRectFilled({rect.x + origin.x, rect.y + origin.y},
                       {rect.right() + origin.x, rect.bottom() + origin.y}, color);
}

void PaintPanel(const view::Frame& frame, const view::Panel& panel, const PaintOptions& options,
                const view::Item* top, Fonts& fonts, Painted* painted) {
  view::Commands& commands = painted->commands;
  const float shift = options.motion == nullptr ? 0 : options.motion->ShiftOf(panel.id);
  const view::Rect& box = panel.rect;
  if (box.w <= 0 || box.h <= 0) return;
  ImGui::SetNextWindowPos(ToVec(box));
  ImGui::SetNextWindowSize({box.w, box.h});
  if (BeginOnTop(panel.id.c_str())) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (shift == 0) PaintGround(panel, options, list);
    list.PushClipRect({box.x + shift, box.y}, {box.right(), box.bottom()});
    if (shift != 0)
      list.AddRectFilled({box.x + shift, box.y}, {box.right(), box.bottom()},
                         ColorFor(options.colors, panel.ground));
    const view::Point origin{box.x, box.y - std::round(panel.scroll_y)};
    const std::optional<Ground> under = GroundOf(panel, top);
    DrawShapes(panel.scene.shapes, {origin.x + shift, origin.y}, box, frame.text_scale,
               options.colors, under ? &*under : nullptr, options.motion, fonts, list);
    PaintSelected(frame, panel, origin, options, fonts, list);
    if (panel.camera || panel.drag != view::DragKind::kNone)
      UseGround(panel, options, top, list, commands);
    if (panel.camera && !(options.shift && panel.drag != view::DragKind::kNone))
      PanByDrag(panel, commands);
    for (const view::Item& item : panel.scene.items) {
      const view::Rect rect{item.rect.x + origin.x, item.rect.y + origin.y, item.rect.w,
                            item.rect.h};
      if (rect.bottom() < box.y || rect.y > box.bottom() || rect.w <= 0 || rect.h <= 0) continue;
      UseItem(item, rect, options, top, commands);
      PaintOver(item, rect, options, top, list);
    }
    // A line of time is as high as its lanes: the wheel scrolls those.
    if (panel.camera && (!panel.along_x || ImGui::GetIO().KeyCtrl))
      ZoomByWheel(panel, commands);
    else
      ScrollByWheel(panel, commands);
    UseScrollbar(panel, options, list, commands, &painted->wait);
    list.PopClipRect();
  }
  ImGui::End();
}

/// A card lies over all else, and the pointer goes through it.
void PaintCard(const view::Frame& frame, const PaintOptions& options, Fonts& fonts) {
  const view::Panel& card = *frame.card;
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  list.AddRectFilled({card.rect.x, card.rect.y}, {card.rect.right(), card.rect.bottom()},
                     ColorFor(options.colors, card.ground), 8);
  DrawShapes(card.scene.shapes, {card.rect.x, card.rect.y}, card.rect, frame.text_scale,
             options.colors, nullptr, nullptr, fonts, list);
}

/// A flat sheet over everything behind a modal panel; it takes the pointer from what it covers.
void PaintScrim(const view::Frame& frame, const view::Panel& over, const PaintOptions& options,
                view::Commands& commands) {
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({frame.viewport.width, frame.viewport.height});
  if (BeginOnTop("scrim")) {
    // Nothing under it goes on with what was pressed or typed there.
    if (ImGui::IsWindowAppearing()) ImGui::ClearActiveID();
    if (!over.light)
      ImGui::GetWindowDrawList()->AddRectFilled({0, 0},
                                                {frame.viewport.width, frame.viewport.height},
                                                ColorFor(options.colors, view::Ink::kScrim));
    ImGui::SetCursorScreenPos({0, 0});
    ImGui::InvisibleButton("##scrim", {frame.viewport.width, frame.viewport.height});
    if (over.light && ImGui::IsItemActivated())
      commands.push_back(view::ShowDialog{view::Dialog::kNone});
  }
  ImGui::End();
}

}  // namespace

Painted Paint(const view::Frame& frame, const PaintOptions& options, Fonts& fonts) {
  Painted painted;
  const ImVec2 pointer = ImGui::GetIO().MousePos;
  const view::Found found = view::ItemAt(frame, pointer.x, pointer.y);
  const bool on_bar = found.panel != nullptr && OnScrollbar(*found.panel, pointer.x, pointer.y);
  const view::Item* top = on_bar ? nullptr : found.item;
  if (top != nullptr && top->group == view::kSentences) top = nullptr;  // Its words are marked.
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, ImVec2(1, 1));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0f);
  ImGui::PushStyleColor(ImGuiCol_Text, ColorFor(options.colors, view::Ink::kInk));
  ImGui::PushStyleColor(ImGuiCol_TextDisabled, ColorFor(options.colors, view::Ink::kInkMute));
  for (const view::Panel& panel : frame.panels) {
    if (panel.modal) PaintScrim(frame, panel, options, painted.commands);
    PaintPanel(frame, panel, options, top, fonts, &painted);
  }
  if (frame.card) PaintCard(frame, options, fonts);
  ImGui::PopStyleColor(2);
  ImGui::PopStyleVar(3);
  return painted;
}

}  // namespace proviso::shell
