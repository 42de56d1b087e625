#pragma once

#include <cstddef>

#include "core/canvas/sketch.h"
#include "core/canvas/space.h"
#include "core/canvas/stage_builder.h"
#include "core/views/compare/model.h"
#include "core/voice/compare.h"

namespace proviso::view {

/// The comparison as a table: matter, A, verdict, B; stacked where it is narrow. `selected_y`
/// becomes the top of the row that is selected, or that holds the selected record.
Scene BuildCompareScene(const CompareModel& model, const Space& space, float* selected_y);

/// The heads and as many points as have room between `rect`'s top and bottom, for a picture.
/// Returns how many; without `draw` nothing is drawn.
std::size_t DrawComparePoints(Sketch& sketch, const CompareModel& model, Rect rect, bool draw);

/// The same in two lines a point, without what is said (terse.cpp).
std::size_t DrawTersePoints(Sketch& sketch, const CompareModel& model, Rect rect, bool draw);

/// The comparison of the state's two sides, made when they change.
const Comparison& KeptComparison(StageBuilder& builder);

}  // namespace proviso::view
