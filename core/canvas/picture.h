#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/canvas/colors.h"
#include "core/canvas/frame.h"
#include "core/state/session.h"

namespace proviso::view {

/// What a picture says about itself, and which part of the window it shows.
struct Picture {
  std::string title;        ///< Its accessible name; empty: none.
  std::string description;  ///< Where it comes from.
  Rect part;                ///< Of the window; without width: all of it.
};

/// One step of a line: from where the one before it ends to `to`; a curve by way of one handle or
/// two.
enum class BendKind : std::uint8_t { kLine, kQuadratic, kCubic };
struct Bend {
  BendKind kind = BendKind::kLine;
  Point first, second, to;
};
/// A closed line; what an odd number of them, or of one way round, encloses is filled.
struct Contour {
  Point from;
  std::vector<Bend> bends;
};

/// Letters as shapes, which only who has the fonts knows.
class Outlines {
 public:
  virtual ~Outlines() = default;
  /// `text` from `x` on, standing on `baseline`; `size` is in points.
  virtual std::vector<Contour> Outline(Face face, float size, std::string_view text, float x,
                                       float baseline) const = 0;
};

/// A frame as a picture: exactly its shapes, cut to their panels, as one SVG document.
///
/// The file asks for fonts by name (Inter, Source Serif 4) and gives every text its width, so that
/// another font changes the letters and moves nothing. With `outlines` it has no words but shapes,
/// and needs no font.
std::string FrameToSvg(const Frame& frame, const Colors& colors, const TextMeasure& measure,
                       const Picture& picture = {}, const Outlines* outlines = nullptr);

/// What a picture of `session` says about itself: the view; dataset, version, digest, link.
Picture PictureOf(const Library& library, const Session& session);

}  // namespace proviso::view
