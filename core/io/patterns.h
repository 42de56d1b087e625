#pragma once

#include <string_view>

#include "core/io/fields.h"

namespace proviso::io {

/// True if `text` has the form that data/schema.json gives to `pattern`. Dates must also exist.
bool Matches(Pattern pattern, std::string_view text);

/// What such a text looks like, to end the sentence "…; it must be …".
std::string_view Describe(Pattern pattern);

/// An example to copy, to end "Write …".
std::string_view Example(Pattern pattern);

}  // namespace proviso::io
