#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace proviso {

/// A SHA-256 digest of bytes that come piece by piece (FIPS 180-4).
class Sha256Sum {
 public:
  void Add(std::string_view bytes);
  /// The digest of all of them; nothing can be added afterwards.
  std::array<std::uint8_t, 32> Finish();
  /// The same as 64 lower-case hexadecimal digits.
  std::string FinishHex();

 private:
  std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<std::uint8_t, 64> block_{};  ///< What is left over of a whole block.
  std::uint64_t added_ = 0;
};

/// The SHA-256 digest of `bytes`.
std::array<std::uint8_t, 32> Sha256(std::string_view bytes);

/// The same as 64 lower-case hexadecimal digits.
std::string Sha256Hex(std::string_view bytes);

}  // namespace proviso
