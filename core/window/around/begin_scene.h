#pragma once

#include "core/canvas/space.h"
#include "core/state/session.h"

namespace proviso::view {

/// Where somebody gives a text, from which a dataset is made. The entry of a part of the program;
/// see core/window/parts.h.
Scene BeginScene(const Library& library, const Session& session, const Space& space);

}  // namespace proviso::view
