#include "core/query/postings.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace proviso::query {
namespace {

constexpr float kK1 = 1.2f;
constexpr float kB = 0.75f;

}  // namespace

float Postings::Rarity(std::uint32_t count) const {
  const double all = records_;
  const double with = std::min(count, records_);
  return static_cast<float>(std::log(1 + (all - with + 0.5) / (with + 0.5)));
}

void PostingsBuilder::Add(std::uint32_t word, std::uint8_t times) {
  if (word >= by_word_.size()) by_word_.resize(word + 1);
  Word& w = by_word_[word];
  const std::uint32_t record = static_cast<std::uint32_t>(record_starts_.size());
  if (w.last == record) {
    std::uint8_t& so_far = times_[w.place];
    if (so_far < 0xFF) so_far = static_cast<std::uint8_t>(so_far + times);
    return;
  }
  w.bytes += Postings::SizeOfGap(record - w.last) + 1;
  w.last = record;
  w.place = static_cast<std::uint32_t>(words_.size());
  ++w.count;
  words_.push_back(word);
  times_.push_back(times);
}

Postings PostingsBuilder::Build(const std::vector<std::uint32_t>& order) const {
  std::vector<std::uint32_t> starts{0};
  std::vector<std::uint32_t> counts;
  starts.reserve(order.size() + 1);
  counts.reserve(order.size());
  struct Cursor {
    std::uint32_t at = 0, last = 0;
  };
  std::vector<Cursor> cursors(order.size());
  for (std::uint32_t word : order) {
    cursors[word].at = starts.back();
    starts.push_back(starts.back() + by_word_[word].bytes);
    counts.push_back(by_word_[word].count);
  }

  const std::size_t records = record_starts_.size();
  const auto end_of = [&](std::size_t record) {
    return record + 1 < records ? record_starts_[record + 1]
                                : static_cast<std::uint32_t>(words_.size());
  };
  std::uint64_t all_words = 0;
  std::uint32_t with_words = 0;
  for (std::uint32_t length : lengths_) {
    all_words += length;
    if (length > 0) ++with_words;
  }
  // A dataset without a word has no mean: any number does, but 0.
  const float mean = static_cast<float>(std::max<std::uint64_t>(all_words, 1)) /
                     static_cast<float>(std::max(with_words, 1u));

  std::vector<std::uint8_t> bytes(starts.back());
  for (std::size_t record = 0; record < records; ++record) {
    const float length_part = kK1 * (1 - kB + kB * static_cast<float>(lengths_[record]) / mean);
    for (std::uint32_t i = record_starts_[record]; i < end_of(record); ++i) {
      Cursor& cursor = cursors[words_[i]];
      std::uint32_t gap = static_cast<std::uint32_t>(record) + 1 - cursor.last;
      cursor.last = static_cast<std::uint32_t>(record) + 1;
      for (; gap >= 0x80; gap >>= 7)
        bytes[cursor.at++] = static_cast<std::uint8_t>((gap & 0x7F) | 0x80);
      bytes[cursor.at++] = static_cast<std::uint8_t>(gap);
      const float times = times_[i];
      const float impact = times * (kK1 + 1) / (times + length_part) / Postings::kImpactUnit;
      bytes[cursor.at++] = static_cast<std::uint8_t>(std::max(1.0f, impact + 0.5f));
    }
  }
  return {std::move(bytes), std::move(starts), std::move(counts), with_words};
}

}  // namespace proviso::query
