#include "shell/hovering.h"

#include <cmath>
#include <utility>

namespace proviso::shell {
namespace {

constexpr double kPointerSeconds = 0.3, kKeysSeconds = 0.6;

/// What can be explained at a place: a sign first, since it lies on the item.
view::CardAsk At(const view::Frame& frame, float x, float y) {
  view::CardAsk ask;
  const view::Found found = view::ItemAt(frame, x, y);
  // A switch or a field says what it does; a sign on it would be in the way of pressing it.
  const bool control = found.item != nullptr &&
                       (found.item->role == view::ItemRole::kRadio || found.item->editable());
  if (control) return ask;
  if (const view::Spot* spot = view::SpotAt(frame, x, y)) {
    for (auto panel = frame.panels.rbegin(); panel != frame.panels.rend(); ++panel) {
      if (!panel->rect.Contains(x, y)) continue;
      ask.spot = *spot;
      ask.spot->rect.x += panel->rect.x;
      ask.spot->rect.y += panel->rect.y - panel->scroll_y;
      // Who says nothing, and on what, is said by the cell or row.
      if (spot->what == view::Spot::What::kSilent && found.item != nullptr &&
          view::MayExplain(*found.item))
        ask.item = found.item->id;
      return ask;
    }
  }
  if (found.item != nullptr && view::MayExplain(*found.item)) ask.item = found.item->id;
  return ask;
}

bool Empty(const view::CardAsk& ask) { return ask.item.empty() && !ask.spot; }

bool Same(const view::CardAsk& a, const view::CardAsk& b) {
  if (a.item != b.item || a.spot.has_value() != b.spot.has_value()) return false;
  return !a.spot ||
         (a.spot->what == b.spot->what && std::fabs(a.spot->rect.x - b.spot->rect.x) < 1 &&
          std::fabs(a.spot->rect.y - b.spot->rect.y) < 1);
}

}  // namespace

void Hovering::Forget() {
  ask_ = {};
  cause_ = Cause::kNone;
  open_ = spent_ = false;
}

void Hovering::Begin(view::CardAsk ask, Cause cause, double due) {
  ask_ = std::move(ask);
  cause_ = cause;
  due_ = due;
  open_ = spent_ = false;
}

void Hovering::Point(const view::Frame& frame, float x, float y, bool there, double now) {
  const bool moved = there && (x != x_ || y != y_);
  if (there) {
    x_ = x;
    y_ = y;
  }
  if (!there) {
    if (cause_ == Cause::kPointer) Forget();
    return;
  }
  if (cause_ != Cause::kPointer && !moved) return;
  view::CardAsk ask = At(frame, x, y);
  if (cause_ == Cause::kPointer && Same(ask, ask_)) return;
  // What came under a pointer that rests was not asked about.
  if (moved && !Empty(ask))
    Begin(std::move(ask), Cause::kPointer, now + kPointerSeconds);
  else
    Forget();
}

void Hovering::Follow(const view::Frame& frame, const std::string& item, bool by_keys, double now) {
  if (item == focus_) return;
  focus_ = item;
  if (cause_ == Cause::kKeys) Forget();
  if (!by_keys || item.empty()) return;
  const view::Found found = view::FindItem(frame, item);
  if (found.item == nullptr || !view::MayExplain(*found.item)) return;
  view::CardAsk ask;
  ask.item = item;
  Begin(std::move(ask), Cause::kKeys, now + kKeysSeconds);
}

bool Hovering::Hold(const view::Frame& frame, float x, float y) {
  view::CardAsk ask = At(frame, x, y);
  if (Empty(ask)) return false;
  Begin(std::move(ask), Cause::kFinger, 0);
  open_ = true;
  return true;
}

void Hovering::Close() {
  if (cause_ == Cause::kFinger) return Forget();
  open_ = false;
  spent_ = true;
}

bool Hovering::Open(double now) {
  if (cause_ == Cause::kNone || open_ || spent_ || now < due_) return false;
  open_ = true;
  return true;
}

double Hovering::Wait(double now) const {
  if (cause_ == Cause::kNone || open_ || spent_) return -1;
  return due_ > now ? due_ - now : 0;
}

}  // namespace proviso::shell
