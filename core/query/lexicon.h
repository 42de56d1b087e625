#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::query {

/// The indexed words in byte order: a word is a number, and the words with a prefix are a range.
class Lexicon {
 public:
  struct Range {
    std::uint32_t first = 0, last = 0;  ///< Half-open.
    bool empty() const { return first == last; }
  };

  Lexicon() = default;
  /// `words` in byte order, without duplicates.
  explicit Lexicon(const std::vector<std::string_view>& words);

  std::uint32_t size() const { return static_cast<std::uint32_t>(starts_.size()) - 1; }
  std::string_view operator[](std::uint32_t word) const {
    return std::string_view(letters_).substr(starts_[word], starts_[word + 1] - starts_[word]);
  }
  std::size_t size_bytes() const { return letters_.size() + starts_.size() * 4; }

  std::optional<std::uint32_t> Find(std::string_view word) const;
  Range WithPrefix(std::string_view prefix) const;

  /// The other words that one insertion, deletion, substitution or transposition of neighbours
  /// away from `word`, rising.
  ///
  /// A walk along the sorted words: before each place where the error may be, the words that share
  /// what comes before are a range, and only letters that occur next in it are tried. Some hundred
  /// binary searches; an index of deletions would find the same at ten times the memory.
  std::vector<std::uint32_t> WithinOneEdit(std::string_view word) const;

  /// The fewest such edits between two words, or `most + 1` if there are more than `most`.
  static std::uint32_t Distance(const std::u32string& a, const std::u32string& b,
                                std::uint32_t most);

 private:
  /// The first word in `range` that is not before `key`.
  std::uint32_t LowerBound(Range range, std::string_view key) const;
  /// The words in `range` that begin with `prefix`.
  Range Narrow(Range range, std::string_view prefix) const;
  /// The words from the first of `range` on that have the same first `bytes`.
  Range Alike(Range range, std::size_t bytes) const;

  std::string letters_;
  std::vector<std::uint32_t> starts_{0};  ///< One more than there are words.
};

}  // namespace proviso::query
