#pragma once

#include <vector>

#include "core/canvas/sketch.h"
#include "core/state/copy_check.h"

namespace proviso::view {

// How a passage stands in a reader's copy, drawn.

Glyph GlyphOf(CheckState state);
/// The ink of a passage's bar, and a frame for the states that are not simply there.
Ink BarInk(Sign sign);
void FrameState(Sketch& sketch, CheckState state, Rect rect);
/// What stands under a passage in this state.
Ink GroundOf(CheckState state, Sign sign, bool selected);
/// A sign and a number for each state; `words` instead of the number where there is room for them.
/// Returns the height.
float DrawCounts(Sketch& sketch, const std::vector<StateCount>& counts, bool words, float x,
                 float y, float width);

}  // namespace proviso::view
