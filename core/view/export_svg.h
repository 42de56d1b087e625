#pragma once

#include <string>

#include "core/view/frame.h"

namespace proviso::view {

/// A frame as a picture: exactly its shapes, cut to their panels, as one SVG document.
///
/// Fonts are asked for by name (Inter, Source Serif 4) and every text is given its width, so that
/// another font changes the letters and moves nothing.
std::string FrameToSvg(const Frame& frame, Palette palette, const TextMeasure& measure);

}  // namespace proviso::view
