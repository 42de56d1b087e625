#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace proviso {

/// The check sum of gzip, zip and PNG; `before` is that of what stands before `bytes`.
std::uint32_t Crc32(std::string_view bytes, std::uint32_t before = 0);

/// `bytes` compressed as a gzip file, without a name or a time in it.
///
/// The same bytes always give the same file. About a fifth larger than zlib's best: the codes are
/// the format's fixed ones, since a table for each file costs more program than it saves.
std::string Gzip(std::string_view bytes);
/// The same in zlib's frame, as PNG has it.
std::string Zlib(std::string_view bytes);

/// `bytes` in base64, with padding.
std::string Base64(std::string_view bytes);

}  // namespace proviso
