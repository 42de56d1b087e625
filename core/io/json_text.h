#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace proviso::io {

// JSON as the canonical form spells it: what `JSON.stringify(value, null, 1)` gives, so that anyone
// can check a digest with a few lines of their own.

/// Appends `text` as a JSON string; only what must be escaped is.
void AppendJsonString(std::string_view text, std::string* out);

/// Appends a finite number in the shortest form that reads back as the same double.
void AppendJsonNumber(double value, std::string* out);

/// Appends compact JSON laid out one space an indent, as it looks `depth` levels deep.
void AppendIndented(std::string_view compact, std::uint32_t depth, std::string* out);

}  // namespace proviso::io
