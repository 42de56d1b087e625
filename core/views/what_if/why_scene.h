#pragma once

#include "core/canvas/space.h"
#include "core/views/what_if/why_model.h"

namespace proviso::view {

/// An explanation as ladders: the suppositions, the claims used, the pulls, and what
/// follows; then what was not used and what would change it.
Scene BuildWhyScene(const WhyModel& model, const Space& space);

}  // namespace proviso::view
