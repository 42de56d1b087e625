#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace proviso::query {

/// For each word the records that hold it, rising, with what BM25 makes of how often it stands
/// there and how long the record is.
///
/// A posting is the distance to the previous record in 7-bit groups, then the impact in a byte:
/// mostly two bytes. With the impact ready, a query reads neither frequencies nor lengths, and the
/// steps of half a per cent change no order that a reader would see.
class Postings {
 public:
  /// The share of BM25 that does not depend on how rare the word is, in steps of 1/115: at most
  /// k1 + 1 = 2.2.
  using Impact = std::uint8_t;
  static constexpr float kImpactUnit = 1.0f / 115.0f;

  Postings() = default;
  /// `starts`: first byte of each word's postings, and the end. `records`: how many have any word.
  Postings(std::vector<std::uint8_t> bytes, std::vector<std::uint32_t> starts,
           std::vector<std::uint32_t> counts, std::uint32_t records)
      : bytes_(std::move(bytes)),
        starts_(std::move(starts)),
        counts_(std::move(counts)),
        records_(records) {}

  /// How many records hold the word.
  std::uint32_t count(std::uint32_t word) const { return counts_[word]; }

  /// How much a word that `count` records hold tells: BM25's idf.
  float Rarity(std::uint32_t count) const;

  /// Calls `use(record, impact)` for each record that holds the word.
  template <class Use>
  void ForEach(std::uint32_t word, Use use) const {
    const std::uint8_t* at = bytes_.data() + starts_[word];
    const std::uint8_t* end = bytes_.data() + starts_[word + 1];
    std::uint32_t next = 0;
    while (at != end) {
      std::uint32_t gap = *at++;
      if (gap >= 0x80) {
        gap &= 0x7F;
        for (unsigned shift = 7;; shift += 7) {
          const std::uint32_t group = *at++;
          gap |= (group & 0x7F) << shift;
          if (group < 0x80) break;
        }
      }
      next += gap;
      use(next - 1, *at++);
    }
  }

  static constexpr std::uint32_t SizeOfGap(std::uint32_t gap) {
    return gap < 1u << 7 ? 1 : gap < 1u << 14 ? 2 : gap < 1u << 21 ? 3 : gap < 1u << 28 ? 4 : 5;
  }

  std::size_t size_bytes() const { return bytes_.size() + (starts_.size() + counts_.size()) * 4; }

 private:
  std::vector<std::uint8_t> bytes_;
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> counts_;
  std::uint32_t records_ = 0;
};

/// Collects the words of records, record by record, and lays their postings out.
class PostingsBuilder {
 public:
  /// Begins the next record.
  void BeginRecord() {
    record_starts_.push_back(static_cast<std::uint32_t>(words_.size()));
    lengths_.push_back(0);
  }

  /// The current record holds `word` (once more). Words are numbered in the order in which they
  /// first come.
  void Add(std::uint32_t word) {
    ++lengths_.back();
    Add(word, 1);
  }

  /// `word` stands beside the text: it does not make the record longer, and finds it with the least
  /// impact there is.
  void AddAside(std::uint32_t word) { Add(word, 0); }

  /// The postings with words renumbered: `order[i]` is the word that becomes `i`.
  Postings Build(const std::vector<std::uint32_t>& order) const;

 private:
  void Add(std::uint32_t word, std::uint8_t times);

  struct Word {
    std::uint32_t last = 0;  ///< Record + 1.
    std::uint32_t place = 0;
    std::uint32_t count = 0;
    std::uint32_t bytes = 0;
  };
  std::vector<Word> by_word_;
  std::vector<std::uint32_t> lengths_;        ///< In words.
  std::vector<std::uint32_t> record_starts_;  ///< Into the two below.
  std::vector<std::uint32_t> words_;
  std::vector<std::uint8_t> times_;
};

}  // namespace proviso::query
