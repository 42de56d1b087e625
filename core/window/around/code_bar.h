#pragma once

#include "core/canvas/space.h"
#include "core/state/session.h"

namespace proviso::view {

/// The bar over a text that is coded, in the place of what is supposed: which dataset, how far it
/// has come and where it is kept; Undo, Redo, Save, Publish. The entry of a part of the program;
/// see core/window/parts.h.
Scene CodeBarScene(const Library& library, const Session& session, const Space& space);

}  // namespace proviso::view
