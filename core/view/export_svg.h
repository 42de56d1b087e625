#pragma once

#include <string>

#include "core/view/colors.h"
#include "core/view/frame.h"

namespace proviso::view {

/// What a picture says about itself, and which part of the window it shows.
struct Picture {
  std::string title;        ///< Its accessible name; empty: none.
  std::string description;  ///< Where it comes from.
  Rect part;                ///< Of the window; without width: all of it.
};

/// A frame as a picture: exactly its shapes, cut to their panels, as one SVG document.
///
/// Fonts are asked for by name (Inter, Source Serif 4) and every text is given its width, so that
/// another font changes the letters and moves nothing.
std::string FrameToSvg(const Frame& frame, const Colors& colors, const TextMeasure& measure,
                       const Picture& picture = {});

/// What a picture of `session` says about itself: the view; dataset, version, digest, link.
Picture PictureOf(const Library& library, const Session& session);

}  // namespace proviso::view
