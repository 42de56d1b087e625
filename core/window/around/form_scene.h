#pragma once

#include "core/canvas/space.h"
#include "core/state/session.h"

namespace proviso::view {

/// The open form of a record: every field with its control, what cannot be read with the problem
/// under it, what goes with the record if it is taken away. The entry of a part of the program; see
/// core/window/parts.h.
Scene FormScene(const Library& library, const Session& session, const Space& space);

}  // namespace proviso::view
