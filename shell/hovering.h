#pragma once

#include <string>

#include "core/canvas/frame.h"
#include "core/window/card.h"

namespace proviso::shell {

/// Decides when a card opens and when it goes: 300 ms after the pointer came to something that can
/// be explained, 600 ms after keys brought the focus to it, at once under a finger that stays; gone
/// as soon as the pointer leaves, the layout changes, or anything is done.
///
/// It has no clock: all times are seconds that the caller gives.
class Hovering {
 public:
  /// The pointer stands at a place of `frame`; not `there`: it has left the window.
  void Point(const view::Frame& frame, float x, float y, bool there, double now);
  /// `item` has the focus; `by_keys`: not through the pointer.
  void Follow(const view::Frame& frame, const std::string& item, bool by_keys, double now);
  /// A finger stays at a place. False: there is nothing to explain.
  bool Hold(const view::Frame& frame, float x, float y);
  /// Something was done: what is open closes, and opens no more for the same thing.
  void Close();

  /// Opens what is due. True if it has just opened.
  bool Open(double now);
  bool open() const { return open_; }
  const view::CardAsk& ask() const { return ask_; }
  /// Seconds until something is due; below 0: nothing is.
  double Wait(double now) const;

 private:
  enum class Cause : std::uint8_t { kNone, kPointer, kKeys, kFinger };
  void Begin(view::CardAsk ask, Cause cause, double due);
  void Forget();

  view::CardAsk ask_;
  Cause cause_ = Cause::kNone;
  double due_ = 0;
  bool open_ = false, spent_ = false;
  float x_ = -1, y_ = -1;
  std::string focus_;
};

}  // namespace proviso::shell
