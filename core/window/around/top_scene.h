#pragma once

#include "core/canvas/space.h"
#include "core/state/scenario.h"
#include "core/window/around/top_model.h"

namespace proviso::view {

/// The bar at the top: mark, views, search, share.
Scene BuildTopScene(const TopModel& model, const Space& space);

/// The views at the foot of a phone.
Scene BuildTabsScene(const TopModel& model, const Space& space);

/// The line that offers the questions to who is new.

/// What the reader is to be told, line by line, with a button that dismisses it.
Scene BuildNoticesScene(const TopModel& model, const Space& space);

/// What is supposed, the filters in force, undo.
Scene BuildScenarioScene(const ScenarioModel& model, const Space& space);

}  // namespace proviso::view
