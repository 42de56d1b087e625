#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "core/canvas/colors.h"
#include "core/canvas/frame.h"
#include "core/canvas/picture.h"

namespace proviso::view {

/// A picture of points, three bytes each (red, green, blue), row by row from the top.
struct Pixels {
  std::size_t width = 0, height = 0;
  std::string rgb;
};

/// A frame as points: its shapes cut to their panels, `ratio` points to one of the frame.
///
/// The same frame gives the same points everywhere but where a compiler fuses multiplications.
/// Cost: grows with the area that is painted. Source of the way in which edges are smoothed:
/// accumulated signed areas, as in R. Levien's "font-rs".
Pixels FrameToPixels(const Frame& frame, const Colors& colors, const Outlines& outlines,
                     float ratio = 1);

/// The same as a PNG file.
std::string FrameToPng(const Frame& frame, const Colors& colors, const Outlines& outlines,
                       float ratio = 1);

}  // namespace proviso::view
