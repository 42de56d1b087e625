#pragma once

#include <string>

#include "core/canvas/frame.h"
#include "core/canvas/theme.h"

namespace proviso::shell {

/// Words that are being selected with the pointer: what people say, never the words of controls.
///
/// A press is a drag after 4 points. What is selected belongs to one item, so that it has one
/// reference, and stays while its panel scrolls; it goes with the next press.
class Selecting {
 public:
  /// The pointer is at (x, y), pressed at (from_x, from_y) or not; `far`: it has been dragged.
  void Follow(const view::Frame& frame, const view::TextMeasure& measure, bool pressed, bool down,
              bool far, float x, float y);
  void Clear() { *this = {}; }

  /// What is selected; empty: nothing.
  std::string Words(const view::Frame& frame) const;
  /// The item that it belongs to.
  const std::string& item() const { return item_; }
  /// True if words are under a point, which the pointer then shows.
  static bool CanBegin(const view::Frame& frame, float x, float y);

  /// The rectangles of what is selected in `panel`, in its content.
  std::vector<view::Rect> Rects(const view::Frame& frame, const view::Panel& panel,
                                const view::TextMeasure& measure) const;

 private:
  /// A place between two characters: the piece of text, counted within the item, and bytes.
  struct Place {
    std::size_t piece = 0, byte = 0;
    friend bool operator==(const Place&, const Place&) = default;
  };
  std::string panel_, item_;
  Place from_, to_;
  bool began_ = false, selects_ = false;
};

}  // namespace proviso::shell
