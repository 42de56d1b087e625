#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/locate/locate.h"

namespace proviso::locate {

/// What a search for many passages in one text shares. Letters are counted as in its skeleton.
///
/// The two tables are built when first asked for: a text that has not changed needs neither.
class TextIndex {
 public:
  explicit TextIndex(const ReaderText& text);

  std::uint32_t letters() const { return static_cast<std::uint32_t>(byte_at_.size() - 1); }
  std::uint32_t words() const { return static_cast<std::uint32_t>(text_.word_starts.size()); }

  /// The letter at which `word` starts; the end of the text for one past the last.
  std::uint32_t WordStart(std::uint32_t word) const {
    return word < words() ? text_.word_starts[word] : letters();
  }
  /// The first word that starts at or behind `letter`.
  std::uint32_t WordAt(std::uint32_t letter) const;
  /// The norm-1 offset of `letter`.
  std::uint32_t Origin(std::uint32_t letter) const { return text_.skeleton.origin[letter]; }
  /// The first letter whose norm-1 offset is `offset` or more.
  std::uint32_t LetterAt(std::uint32_t offset) const;

  /// Letters [at, at + count) as UTF-8.
  std::string_view Slice(std::uint32_t at, std::uint32_t count) const {
    return std::string_view(utf8_).substr(byte_at_[at], byte_at_[at + count] - byte_at_[at]);
  }

  /// The first words, rising, of the shingles whose digest begins with these 16 bits.
  /// Cost: a digest for every word of the text when first called; then a look-up.
  std::span<const std::uint32_t> Shingles(std::uint16_t hash);

  /// The word starts, rising, at which the same `count` letters stand as at `at`.
  /// Cost: a sort of the words when first called; then at most the text once more, however often it
  ///       says the same.
  std::vector<std::uint32_t> Repeats(std::uint32_t at, std::uint32_t count);

 private:
  void BuildShingles();

  const ReaderText& text_;
  std::string utf8_;
  std::vector<std::uint32_t> byte_at_;       ///< For each letter, and the end.
  std::vector<std::uint32_t> shingle_rows_;  ///< For each of 65,536 hashes, into `shingle_words_`.
  std::vector<std::uint32_t> shingle_words_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> openings_;  ///< Hash, word start; sorted.
};

}  // namespace proviso::locate
