#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::locate {

/// Words in a shingle, and digests in a sketch at most.
///
/// Eight times 16 bits find a passage again and give nothing away: with all overlapping shingles at
/// 32 bits and a vocabulary of 300,000 words, whole sentences could be guessed back.
inline constexpr std::size_t kShingleWords = 4;
inline constexpr std::size_t kSketchSize = 8;

/// The digest of consecutive case-folded words (UTF-8), joined by one space.
std::array<std::uint8_t, 32> ShingleDigest(std::span<const std::string_view> words);

/// The sketch of a passage with these words: of the distinct digests of its shingles the smallest,
/// cut to 16 bits.
///
/// Shape: rising four-digit hexadecimal numbers, no duplicates, at most `kSketchSize`; one for a
///        passage of fewer than `kShingleWords` words; none without words.
std::vector<std::string> MakeSketch(std::span<const std::string_view> words);

}  // namespace proviso::locate
