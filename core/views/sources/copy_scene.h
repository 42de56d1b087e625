#pragma once

#include "core/canvas/sketch.h"
#include "core/views/sources/copy_flow.h"

namespace proviso::view {

/// Where a reader gives a copy, or answers about one. Returns the height.
float DrawCopyBox(Sketch& sketch, const CopyBox& box, const std::string& id, float x, float y,
                  float width);

/// The reader's copy in reading order, with the bands of its passages over the words.
///
/// Cost: the lines in sight and the passages; see `FollowCopy`.
Scene BuildCopyScene(const SourcesModel& sources, const CopyModel& model, const Space& space,
                     CopyFlow* flow, float* selected_y);

}  // namespace proviso::view
