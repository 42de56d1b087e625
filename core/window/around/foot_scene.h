#pragma once

#include "core/canvas/space.h"
#include "core/window/around/foot_model.h"

namespace proviso::view {

/// The bar at the bottom: what the signs mean or what the keys do, and what is open.
Scene BuildFootScene(const FootModel& model, const Space& space);

}  // namespace proviso::view
