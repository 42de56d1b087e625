#pragma once

#include <vector>

#include "core/canvas/sketch.h"
#include "core/views/what_if/chart_scene.h"
#include "core/views/what_if/scene.h"

namespace proviso::view {

/// Draws a line from each supposed condition at the left edge to every row that it changes, which
/// begins at `right`, with the sign of what it does in the middle.
///
/// A condition that is scrolled away sends its lines from the edge of the list; no sign stands on
/// another where there is room for that.
/// Cost: the square of the number of wires.
void DrawWires(Sketch* sketch, const WiresPlan& plan, const std::vector<ChartPlace>& places,
               float right);

}  // namespace proviso::view
