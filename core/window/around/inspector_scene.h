#pragma once

#include <functional>

#include "core/canvas/space.h"
#include "core/state/session.h"
#include "core/window/around/inspector_model.h"

namespace proviso::view {

/// One record from top to bottom: what it is, the answer, what is said, facts, what can be done,
/// what stands beside it. On a phone it is a sheet with Back.
///
/// `closable`: false for a profile that is there because nothing is selected.
Scene BuildInspectorScene(const InspectorModel& model, bool closable, const Space& space);

/// What draws what is selected, which there has to be. Through this one comes into the part of the
/// program that has the details (core/window/parts.h).
std::function<Scene(const Space&)> InspectorOf(const Library& library, const Session& session);

}  // namespace proviso::view
