#pragma once

#include <string>
#include <string_view>

#include "core/canvas/sketch.h"
#include "core/canvas/space.h"

namespace proviso::view {

/// The margin of a dialog, and its title with the cross; the latter returns where the rest begins.
float DialogMargin(const Space& space);
float DrawDialogTitle(Sketch& sketch, const std::string& title, const Space& space);

/// What a dialog is called, as a key.
std::string_view DialogName(Dialog dialog);

}  // namespace proviso::view
