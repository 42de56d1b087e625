// What the pointer and fingers do, and what shows while they rest.

#include <algorithm>
#include <string>
#include <utility>

#include "core/canvas/camera.h"
#include "core/state/update.h"
#include "core/window/card.h"
#include "core/window/keys.h"
#include "core/window/parts.h"
#include "imgui.h"
#include "shell/app.h"

namespace proviso::shell {
namespace {

constexpr double kCopiedSeconds = 2;

}  // namespace

void App::MovePointer(Pointer what, float x, float y, float notches, bool shift) {
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  if (what == Pointer::kLeft) {
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    return;
  }
  io.AddMousePosEvent(x, y);
  if (what == Pointer::kPressed) shift_pressed_ = shift;
  if (what == Pointer::kPressed || what == Pointer::kReleased)
    io.AddMouseButtonEvent(0, what == Pointer::kPressed);
  if (what == Pointer::kWheel) io.AddMouseWheelEvent(0, notches);
}

void App::Hold(float x, float y) {
  if (!library_) return;
  const view::Frame& picture = frame();
  if (hovering_.Hold(picture, x, y)) return Explain();
  Menu(x, y);
}

void App::Menu(float x, float y) {
  if (!library_) return;
  view::Commands commands = view::ItemMenuAt(frame(), session_.state.selection, x, y);
  hovering_.Close();
  DropCard();
  const std::string words = selecting_.Words(frame_);
  // What is selected is what is meant.
  if (!commands.empty() && !words.empty())
    if (const auto* show = commands.front().As<view::ShowItemMenu>()) {
      view::ItemMenu menu = show->menu;
      menu.words = words;
      commands = {view::ShowItemMenu{std::move(menu)}};
    }
  Apply(commands);
}

void App::Drag(float x, float y, float dx, float dy) {
  hovering_.Close();
  DropCard();
  for (auto panel = frame().panels.rbegin(); panel != frame_.panels.rend(); ++panel) {
    if (panel->rect.Contains(x, y)) {
      if (panel->camera) return Apply(view::Pan(*panel, dx, dy));
      const float most = std::max(0.0f, panel->scene.height - panel->rect.h);
      const float to = std::clamp(panel->scroll_y - dy, 0.0f, most);
      if (to != panel->scroll_y) Apply({view::ScrollTo{panel->id, to}});
      return;
    }
    if (panel->modal) return;
  }
}

void App::Zoom(float x, float y, float factor) {
  if (const view::Panel* panel = view::CameraPanelAt(frame(), x, y))
    Apply(view::Zoom(*panel, factor, x, y));
}

void App::Swipe(float x, float y, bool left) {
  for (auto panel = frame().panels.rbegin(); panel != frame_.panels.rend(); ++panel) {
    if (panel->rect.Contains(x, y))
      return Press(std::string(left ? panel->swipe_left : panel->swipe_right));
    if (panel->modal) return;
  }
}

void App::ReleaseAll() {
  ImGui::SetCurrentContext(context_);
  ImGui::GetIO().ClearInputKeys();
  ImGui::GetIO().ClearInputMouse();
}

App::Cursor App::cursor() const {
  ImGui::SetCurrentContext(context_);
  const ImGuiMouseCursor cursor = ImGui::GetMouseCursor();
  return cursor == ImGuiMouseCursor_Hand        ? Cursor::kHand
         : cursor == ImGuiMouseCursor_TextInput ? Cursor::kText
                                                : Cursor::kArrow;
}

void App::DropCard() {
  if (!frame_.card) return;
  frame_.card.reset();
  ++revision_;
}

void App::Explain() {
  DropCard();
  if (library_ == nullptr || no_cards_) return;
  const view::Item* focused =
      session_.focus.empty() ? nullptr : view::FindItem(frame_, session_.focus).item;
  const bool described = focused != nullptr && view::MayExplain(*focused);
  if (!hovering_.open() && !described) return;
  if (!Bring({view::kDetailsPart, view::kCardPart})) return;  // Once both are here.
  view::CardAsk ask;
  if (hovering_.open())
    ask = hovering_.ask();
  else
    ask.described = true;
  // By way of a pointer that may change: whatever is put into its caller would be no part.
  decltype(&view::AddCard) volatile add = view::AddCard;
  add(*library_, session_, fonts_, ask, &frame_);
  ++revision_;
}

void App::FollowPointer() {
  const ImGuiIO& io = ImGui::GetIO();
  const bool there = ImGui::IsMousePosValid();
  const float x = io.MousePos.x, y = io.MousePos.y;
  const bool was_open = hovering_.open();
  hovering_.Point(frame_, x, y, there, last_seconds_);
  hovering_.Follow(frame_, session_.focus, focus_by_keys_, last_seconds_);
  if (io.MouseDown[0] || io.MouseWheel != 0) hovering_.Close();
  const bool opens = hovering_.Open(last_seconds_);
  if (opens)
    Explain();
  else if (was_open && !hovering_.open())
    DropCard();
  const view::Item* top = there ? view::ItemAt(frame_, x, y).item : nullptr;
  linked_ = top == nullptr ? std::vector<std::string>() : view::LinkedTo(frame_, *top);
  const bool far = io.MouseDragMaxDistanceSqr[0] > 16;
  selecting_.Follow(frame_, fonts_, io.MouseClicked[0], io.MouseDown[0], far, x, y);
  if (there && (top == nullptr || io.MouseDown[0]) && Selecting::CanBegin(frame_, x, y))
    ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
}

bool App::CopySelected() {
  std::string words = selecting_.Words(frame());
  if (words.empty()) return false;
  std::string record;
  const view::Found found = view::FindItem(frame_, selecting_.item());
  if (found.item != nullptr)
    record = view::RecordAround(*found.panel, *found.item, session_.state.selection);
  Apply({view::CopyWords{std::move(words), std::move(record)}});
  return true;
}

void App::ForgetCopied() {
  if (session_.copied.empty()) {
    copied_until_ = -1;
    return;
  }
  if (copied_until_ < 0) copied_until_ = last_seconds_ + kCopiedSeconds;
  if (last_seconds_ >= copied_until_) Apply({view::ForgetCopied{}});
}

}  // namespace proviso::shell
