#pragma once

#include "core/view/copy_flow.h"
#include "core/view/sketch.h"

namespace proviso::view {

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

/// Where a copy is given, or asked about. Returns the height.
float DrawCopyBox(Sketch& sketch, const CopyBox& box, const std::string& id, float x, float y,
                  float width);

/// The reader's copy in reading order, with the bands of its passages over the words.
///
/// Cost: the lines in sight and the passages; see `FollowCopy`.
Scene BuildCopyScene(const SourcesModel& sources, const CopyModel& model, const Space& space,
                     CopyFlow* flow, float* selected_y);

}  // namespace proviso::view
