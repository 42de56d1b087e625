#pragma once

#include "core/view/compare_model.h"
#include "core/view/space.h"

namespace proviso::view {

/// The comparison as a table: matter, A, verdict, B; stacked where it is narrow. `selected_y`
/// becomes the top of the row that is, or holds, what is selected.
Scene BuildCompareScene(const CompareModel& model, const Space& space, float* selected_y);

}  // namespace proviso::view
