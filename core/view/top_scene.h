#pragma once

#include "core/view/space.h"
#include "core/view/top_model.h"

namespace proviso::view {

/// The bar at the top: mark, views, search, share.
Scene BuildTopScene(const TopModel& model, const Space& space);

/// The views at the foot of a phone.
Scene BuildTabsScene(const TopModel& model, const Space& space);

/// The line that offers the questions to who is new.
Scene BuildTourScene(const TopModel& model, const Space& space);

/// What the reader is to be told, line by line, with a button that dismisses it.
Scene BuildNoticesScene(const TopModel& model, const Space& space);

/// Where a link names a view that this build does not have: what it has.
Scene BuildMissingScene(const TopModel& model, const Space& space);

/// What is supposed, the filters in force, undo.
Scene BuildScenarioScene(const ScenarioModel& model, const Space& space);

}  // namespace proviso::view
