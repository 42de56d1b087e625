#pragma once

#include "core/view/open_model.h"
#include "core/view/space.h"

namespace proviso::view {

/// The dialog in which another dataset is opened, with the report on it.
Scene BuildOpenScene(const OpenModel& model, const Space& space);

}  // namespace proviso::view
