#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace proviso {

/// The check sum of gzip, zip and PNG; `before` is that of what stands before `bytes`.
std::uint32_t Crc32(std::string_view bytes, std::uint32_t before = 0);

/// `bytes` compressed as a gzip file, without a name or a time in it.
///
/// The same bytes always give the same file, about as large as zlib's best.
std::string Gzip(std::string_view bytes);
/// The same in zlib's frame, as PNG has it.
std::string Zlib(std::string_view bytes);

/// `bytes` in base64, with padding.
std::string Base64(std::string_view bytes);
/// The same in fewer signs, as web/unpack.js reads them: 13 or 14 bits in two of 91, all that are
/// printed in ASCII but `"`, `<` and the backslash, so that it can stand in a page. After basE91 by
/// Joachim Henke.
std::string Base91(std::string_view bytes);

}  // namespace proviso
