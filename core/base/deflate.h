#pragma once

#include <string>
#include <string_view>

namespace proviso {

/// `bytes` compressed as RFC 1951 has it, about as small as zlib's best; the same bytes always give
/// the same. Each block of 32,768 tokens has codes of its own.
std::string Deflate(std::string_view bytes);

}  // namespace proviso
