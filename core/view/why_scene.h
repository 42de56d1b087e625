#pragma once

#include "core/view/space.h"
#include "core/view/why_model.h"

namespace proviso::view {

/// An explanation as ladders: what is supposed, the claims that are used, the pulls, and what
/// follows; then what was not used and what would change it.
Scene BuildWhyScene(const WhyModel& model, const Space& space);

}  // namespace proviso::view
