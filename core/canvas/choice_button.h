#pragma once

#include <string>

#include "core/canvas/choice.h"
#include "core/canvas/sketch.h"
#include "core/canvas/space.h"

namespace proviso::view {

/// A small button that shows the value in force; pressing it is `PressOf`.
ButtonSpec ChoiceButton(const Sketch& sketch, const Choice& choice, std::string id);

}  // namespace proviso::view
