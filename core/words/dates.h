#pragma once

#include <string>
#include <string_view>

#include "core/words/say.h"

namespace proviso::view {

/// The date that somebody types, as EDTF has it: "2023-03-07" of "7 March 2023", of the reader's
/// own language or of English; "2023-03", "2023" and whatever is EDTF already. Empty if it is no
/// date.
std::string DateTyped(std::string_view typed, const Say& say);

}  // namespace proviso::view
