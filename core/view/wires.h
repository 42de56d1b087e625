#pragma once

#include <vector>

#include "core/view/sketch.h"
#include "core/view/what_if_scene.h"

namespace proviso::view {

/// Draws lines from supposed levers at the left edge to `bar`, each with its sign on it, and the
/// bar.
///
/// No sign stands on another line where there is room for that.
/// Cost: the square of the number of wires, times a few dozen.
void DrawWires(Sketch* sketch, const std::vector<WireStart>& wires, Rect bar);

}  // namespace proviso::view
