#pragma once

#include "core/canvas/space.h"
#include "core/views/compare/model.h"

namespace proviso::view {

/// The comparison as a table: matter, A, verdict, B; stacked where it is narrow. `selected_y`
/// becomes the top of the row that is selected, or that holds the selected record.
Scene BuildCompareScene(const CompareModel& model, const Space& space, float* selected_y);

}  // namespace proviso::view
