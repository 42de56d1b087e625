#pragma once

#include <SDL_events.h>

#include "core/window/keys.h"

namespace proviso::shell {

/// A key of SDL's in the DOM's words, so that both platforms ask the core the same question.
view::KeyPress KeyPressFrom(const SDL_KeyboardEvent& event, bool in_text_field);

}  // namespace proviso::shell
