#pragma once

#include <vector>

#include "core/canvas/key_press.h"
#include "core/words/say.h"

namespace proviso::view {

/// Every key and what it does, for people.
std::vector<KeyLine> KeyHelp(const Say& say);

}  // namespace proviso::view
