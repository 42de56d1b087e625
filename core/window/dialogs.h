#pragma once

#include "core/canvas/stage_builder.h"

namespace proviso::view {

/// Adds the dialog that is open, over everything.
void AddDialog(StageBuilder& builder);

}  // namespace proviso::view
