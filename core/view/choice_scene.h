#pragma once

#include <string>

#include "core/view/choice.h"
#include "core/view/sketch.h"
#include "core/view/space.h"

namespace proviso::view {

/// A small button that shows the value in force; pressing it is `PressOf`.
ButtonSpec ChoiceButton(const Sketch& sketch, const Choice& choice, std::string id);

/// The values under each other, the one in force marked.
Scene BuildChoicesScene(const Choice& choice, const Space& space);

}  // namespace proviso::view
