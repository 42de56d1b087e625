#pragma once

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/gzip.h"

namespace proviso::test {

/// Reads what one block with the format's fixed codes says, as RFC 1951 describes it.
class Inflater {
 public:
  explicit Inflater(std::string_view bytes) : bytes_(bytes) {}

  std::string Read() {
    REQUIRE(Bits(1) == 1);
    REQUIRE(Bits(2) == 1);
    std::string out;
    for (;;) {
      const std::uint32_t symbol = Symbol();
      if (symbol == 256) return out;
      if (symbol < 256) {
        out += static_cast<char>(symbol);
        continue;
      }
      constexpr std::array<int, 29> kBits{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,
                                          2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};
      std::size_t length = 3;
      for (std::size_t i = 0; i < symbol - 257; ++i) length += std::size_t{1} << kBits[i];
      if (symbol == 285) length = 258;
      length += Bits(kBits[symbol - 257]);
      const std::uint32_t code = Code(5);
      std::size_t distance = 1;
      for (std::uint32_t i = 0; i < code; ++i)
        distance += std::size_t{1} << (i < 2 ? 0 : i / 2 - 1);
      distance += Bits(code < 2 ? 0 : static_cast<int>(code / 2 - 1));
      REQUIRE(distance <= out.size());
      for (; length > 0; --length) out += out[out.size() - distance];
    }
  }

 private:
  std::uint32_t Bits(int count) {
    std::uint32_t value = 0;
    for (int i = 0; i < count; ++i, ++at_) {
      REQUIRE(at_ / 8 < bytes_.size());
      value |= (static_cast<unsigned char>(bytes_[at_ / 8]) >> at_ % 8 & 1U) << i;
    }
    return value;
  }
  std::uint32_t Code(int count) {
    std::uint32_t value = 0;
    for (int i = 0; i < count; ++i) value = value << 1 | Bits(1);
    return value;
  }
  std::uint32_t Symbol() {
    std::uint32_t code = Code(7);
    if (code <= 0x17) return 256 + code;
    code = code << 1 | Bits(1);
    if (code >= 0x30 && code <= 0xbf) return code - 0x30;
    if (code >= 0xc0 && code <= 0xc7) return 280 + code - 0xc0;
    return 144 + (code << 1 | Bits(1)) - 0x190;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
};

/// The number that four bytes are, the lowest first.
inline std::uint32_t LowFirst(std::string_view bytes) {
  std::uint32_t value = 0;
  for (std::size_t i = 4; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

/// What a file of gzip holds, whose check sum and size are looked at.
inline std::string Unpacked(const std::string& packed) {
  REQUIRE(packed.size() >= 18);
  const std::string_view all = packed;
  CHECK(all.substr(0, 4) == std::string_view("\x1f\x8b\x08\0", 4));
  std::string out = Inflater(all.substr(10, all.size() - 18)).Read();
  CHECK(LowFirst(all.substr(all.size() - 8)) == Crc32(out));
  CHECK(LowFirst(all.substr(all.size() - 4)) == out.size());
  return out;
}

/// The bytes that base64 stands for.
inline std::string FromBase64(std::string_view text) {
  std::string bytes;
  std::uint32_t held = 0;
  int bits = 0;
  for (const char c : text.substr(0, text.find('='))) {
    constexpr std::string_view kDigits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    REQUIRE(kDigits.find(c) != std::string_view::npos);
    held = held << 6 | static_cast<std::uint32_t>(kDigits.find(c));
    if ((bits += 6) >= 8) bytes += static_cast<char>(held >> (bits -= 8) & 0xff);
  }
  return bytes;
}

}  // namespace proviso::test
