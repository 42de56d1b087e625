#pragma once

#include <optional>
#include <vector>

#include "core/canvas/scene.h"

namespace proviso::view {

/// Words that want to stand beside a mark.
struct LabelWish {
  Rect mark;
  float width = 0, height = 0;
  bool above = false;  ///< Where they stand best: over the mark, else under it.
};

struct Stretch {
  Point from, to;
};

/// Finds a place for each label, the first wishes first: no two overlap, none lies on a mark or on
/// `taken`, all stay within `box`, and as few as can be lie on a line. None: there was no room; it
/// appears when one zooms in.
///
/// Cost: labels times (labels + lines) for what is within `box`; above 400,000 such pairs lines are
/// not looked at.
std::vector<std::optional<Rect>> PlaceLabels(const std::vector<LabelWish>& wishes,
                                             const std::vector<Stretch>& lines,
                                             const std::vector<Rect>& taken, Rect box);

/// True if the stretch passes through the rectangle.
bool Crosses(const Stretch& line, const Rect& rect);

}  // namespace proviso::view
