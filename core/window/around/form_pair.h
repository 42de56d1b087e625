#pragma once

#include "core/canvas/blocks.h"
#include "core/state/session.h"

namespace proviso::view {

/// Over the form of a version of one's own: both readings of the pair, and what becomes of it.
void DrawPairHead(const Editing& editing, Column& column);

/// Under it: why the pair is decided so. `library`: the one that holds the pair.
void DrawPairWhy(const Library& library, const Editing& editing, Column& column);

}  // namespace proviso::view
