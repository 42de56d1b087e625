#pragma once

#include <string>

#include "core/state/session.h"

namespace proviso::view {

/// What a coder is writing and has not saved, in one text that `TakeTyping` takes back; their
/// initials where nothing is written. The entry of a part of the program; see core/window/parts.h.
std::string TypingOf(const Library& library, const Session& session);

}  // namespace proviso::view
