#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "core/canvas/frame.h"

namespace proviso::shell {

/// What moves by itself between two layouts of one view: marks glide along their axis (180 ms),
/// wires grow from where they begin (180), a panel that opens comes in (160), the ground of a cell
/// turns (120); all of it slowing down. Only the picture moves: items stand where they will.
///
/// It has no clock: all times are seconds that the caller gives.
class Motion {
 public:
  /// `frame` is shown from now on. Not `glides`: at once.
  void Follow(const view::Frame& frame, bool glides, double now);
  /// True while something moves; forgets what has arrived. It ends even if the clock stands still.
  bool Moves(double now);

  /// How a shape stands in its course, 1 at its end.
  struct Course {
    float dx = 0;           ///< To be added to where it stands.
    float grown = 1;        ///< The share of a wire that is there.
    std::uint8_t from = 0;  ///< The ink that its ground turns from,
    float turned = 1;       ///< and how far it has turned.
  };
  Course Of(const view::Shape& shape) const;
  /// How far a panel is from where it comes to stand, to the right.
  float ShiftOf(const std::string& panel) const;

 private:
  struct Place {
    float x = 0;
    std::uint8_t ink = 0;
    bool wire = false, ground = false;
  };
  struct Tween {
    Place from;
    bool grows = false;
    double start = 0, seconds = 0;
    float dx = 0;
    float share = 0;  ///< Of its course, eased.
  };
  std::map<std::uint32_t, Place> places_;
  std::map<std::uint32_t, Tween> tweens_;
  std::map<std::string, float> panels_;  ///< Widths.
  std::string opened_;
  double opened_at_ = 0;
  float opened_width_ = 0, opened_share_ = 1;
  int frames_ = 0;  ///< Since something began to move.
};

}  // namespace proviso::shell
