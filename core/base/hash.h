#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace proviso {

/// A short text as two words and a hash: texts of up to 16 bytes are equal if their keys are.
///
/// The words overlap where the text is short of sixteen bytes, so no loop and no call is needed;
/// for ids that is several times faster than hashing byte by byte. The hash is not for hostile
/// input by itself: a table of a file's ids bounds its probes (core/io/symbols.h).
struct TextKey {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  std::uint32_t size = 0;
  std::uint32_t hash = 0;

  explicit TextKey(std::string_view text) : size(static_cast<std::uint32_t>(text.size())) {
    const char* p = text.data();
    std::uint64_t mixed = text.size() * kMix;
    if (size >= 8) {
      for (std::size_t at = 8; at + 8 < size; at += 8) {
        mixed = (mixed ^ Load<std::uint64_t>(p + at)) * kMix;
        mixed ^= mixed >> 32;
      }
      first = Load<std::uint64_t>(p);
      last = Load<std::uint64_t>(p + size - 8);
    } else if (size >= 4) {
      first = Load<std::uint32_t>(p);
      last = Load<std::uint32_t>(p + size - 4);
    } else if (size > 0) {
      first = Load<unsigned char>(p);
      last =
          std::uint64_t{Load<unsigned char>(p + size / 2)} << 8 | Load<unsigned char>(p + size - 1);
    }
    mixed = (mixed ^ first) * kMix;
    mixed ^= mixed >> 32;
    mixed = (mixed ^ last) * 0xBF58476D1CE4E5B9u;
    // The last characters stand in the top bits and are multiplied upward only; tables look at the
    // low ones. Without this step numbered ids, which differ there alone, made runs of thousands.
    mixed = (mixed ^ mixed >> 32) * kMix;
    hash = static_cast<std::uint32_t>(mixed >> 32);
  }

 private:
  static constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15u;
  template <class Word>
  static Word Load(const char* p) {
    Word word;
    std::memcpy(&word, p, sizeof word);
    return word;
  }
};

}  // namespace proviso
