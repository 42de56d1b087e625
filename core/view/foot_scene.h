#pragma once

#include "core/view/foot_model.h"
#include "core/view/space.h"

namespace proviso::view {

/// The bar at the bottom: what the signs mean or what the keys do, and what is open.
Scene BuildFootScene(const FootModel& model, const Space& space);

}  // namespace proviso::view
