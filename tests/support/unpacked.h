#pragma once

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/gzip.h"

namespace proviso::test {

/// Reads blocks with codes of their own, as RFC 1951 describes them.
class Inflater {
 public:
  explicit Inflater(std::string_view bytes) : bytes_(bytes) {}

  std::string Read() {
    std::string out;
    for (bool last = false; !last;) {
      last = Bits(1) == 1;
      REQUIRE(Bits(2) == 2);
      ReadBlock(&out);
    }
    CHECK((at_ + 7) / 8 == bytes_.size());
    return out;
  }

 private:
  /// How long each symbol's code is, by which the codes themselves are known.
  using Lengths = std::vector<std::uint32_t>;

  void ReadBlock(std::string* out) {
    const std::size_t symbols = Bits(5) + 257, distances = Bits(5) + 1, shown = Bits(4) + 4;
    constexpr std::array<std::size_t, 19> kOrder{16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                 11, 4,  12, 3, 13, 2, 14, 1, 15};
    Lengths of_lengths(19, 0), lengths;
    for (std::size_t i = 0; i < shown; ++i) of_lengths[kOrder[i]] = Bits(3);
    RequireWhole(of_lengths);
    while (lengths.size() < symbols + distances) {
      const std::uint32_t told = Symbol(of_lengths);
      if (told < 16) {
        lengths.push_back(told);
        continue;
      }
      const std::uint32_t again = told == 16 ? lengths.at(lengths.size() - 1) : 0;
      const std::size_t times = told == 16 ? 3 + Bits(2) : told == 17 ? 3 + Bits(3) : 11 + Bits(7);
      lengths.insert(lengths.end(), times, again);
    }
    REQUIRE(lengths.size() == symbols + distances);
    const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(symbols);
    const Lengths of_symbols(lengths.begin(), middle), of_distances(middle, lengths.end());
    RequireWhole(of_symbols);
    RequireWhole(of_distances);
    for (;;) {
      const std::uint32_t symbol = Symbol(of_symbols);
      if (symbol == 256) return;
      if (symbol < 256) {
        *out += static_cast<char>(symbol);
        continue;
      }
      constexpr std::array<int, 29> kBits{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,
                                          2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};
      std::size_t length = 3;
      for (std::size_t i = 0; i < symbol - 257; ++i) length += std::size_t{1} << kBits[i];
      if (symbol == 285) length = 258;
      length += Bits(kBits[symbol - 257]);
      const std::uint32_t code = Symbol(of_distances);
      std::size_t distance = 1;
      for (std::uint32_t i = 0; i < code; ++i)
        distance += std::size_t{1} << (i < 2 ? 0 : i / 2 - 1);
      distance += Bits(code < 2 ? 0 : static_cast<int>(code / 2 - 1));
      REQUIRE(distance <= out->size());
      for (; length > 0; --length) *out += (*out)[out->size() - distance];
    }
  }

  std::uint32_t Bits(int count) {
    std::uint32_t value = 0;
    for (int i = 0; i < count; ++i, ++at_) {
      REQUIRE(at_ / 8 < bytes_.size());
      value |= (static_cast<unsigned char>(bytes_[at_ / 8]) >> at_ % 8 & 1U) << i;
    }
    return value;
  }
  /// The codes leave nothing free, as readers demand.
  static void RequireWhole(const Lengths& lengths) {
    std::uint32_t used = 0;
    for (const std::uint32_t length : lengths)
      if (length > 0) used += 1U << (15 - length);
    REQUIRE(used == 1U << 15);
  }
  std::uint32_t Symbol(const Lengths& lengths) {
    std::uint32_t code = 0, first = 0;
    for (std::uint32_t length = 1; length <= 15; ++length, first <<= 1) {
      code = code << 1 | Bits(1);
      const auto count =
          static_cast<std::uint32_t>(std::count(lengths.begin(), lengths.end(), length));
      if (code < first + count) {
        std::size_t at = 0;
        for (std::uint32_t before = code - first;; ++at)
          if (lengths[at] == length && before-- == 0) return static_cast<std::uint32_t>(at);
      }
      first += count;
    }
    FAIL("no symbol has this code");
    return 0;
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

/// The bytes that a text in base 91 stands for.
inline std::string FromBase91(std::string_view text) {
  constexpr std::string_view kMissing = "\"<\\";
  std::string bytes;
  std::uint32_t held = 0;
  int bits = 0, first = -1;
  const auto take = [&] {
    for (; bits > 7; bits -= 8, held >>= 8) bytes += static_cast<char>(held & 0xff);
  };
  for (const char c : text) {
    REQUIRE((c > ' ' && c <= '~' && kMissing.find(c) == std::string_view::npos));
    const int digit = static_cast<int>(
        c - '!' - std::count_if(kMissing.begin(), kMissing.end(), [&](char m) { return m < c; }));
    if (first < 0) {
      first = digit;
      continue;
    }
    const int pair = first + 91 * digit;
    first = -1;
    held |= static_cast<std::uint32_t>(pair) << bits;
    bits += (pair & 8191) > 88 ? 13 : 14;
    take();
  }
  if (first >= 0) {
    held |= static_cast<std::uint32_t>(first) << bits;
    bits += 8;
    take();
  }
  return bytes;
}

}  // namespace proviso::test
