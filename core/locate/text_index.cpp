#include "core/locate/text_index.h"

#include <algorithm>

#include "core/locate/shingle.h"

namespace proviso::locate {
namespace {

constexpr std::size_t kHashes = 65536;
constexpr std::uint32_t kOpening = 12;  // Letters: few places of a text share so many by chance.

std::uint64_t HashOf(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return hash;
}

/// Of each byte of `text` whether `wanted`, which is not empty, begins there.
///
/// Cost:   both lengths once.
/// Source: Knuth, Morris, Pratt, "Fast pattern matching in strings", 1977.
std::vector<bool> Occurrences(std::string_view wanted, std::string_view text) {
  std::vector<std::uint32_t> border(wanted.size() + 1, 0);  // Of each beginning of `wanted`.
  for (std::size_t i = 1, same = 0; i < wanted.size(); ++i) {
    while (same != 0 && wanted[i] != wanted[same]) same = border[same];
    if (wanted[i] == wanted[same]) ++same;
    border[i + 1] = static_cast<std::uint32_t>(same);
  }
  std::vector<bool> here(text.size(), false);
  for (std::size_t i = 0, same = 0; i < text.size(); ++i) {
    while (same == wanted.size() || (same != 0 && text[i] != wanted[same])) same = border[same];
    if (text[i] == wanted[same]) ++same;
    if (same == wanted.size()) here[i + 1 - same] = true;
  }
  return here;
}

}  // namespace

TextIndex::TextIndex(const ReaderText& text) : text_(text) {
  utf8_.reserve(text.skeleton.letters.size());
  byte_at_.reserve(text.skeleton.letters.size() + 1);
  for (const char32_t c : text.skeleton.letters) {
    byte_at_.push_back(static_cast<std::uint32_t>(utf8_.size()));
    AppendUtf8(c, &utf8_);
  }
  byte_at_.push_back(static_cast<std::uint32_t>(utf8_.size()));
}

std::uint32_t TextIndex::WordAt(std::uint32_t letter) const {
  const auto& starts = text_.word_starts;
  return static_cast<std::uint32_t>(std::lower_bound(starts.begin(), starts.end(), letter) -
                                    starts.begin());
}

std::uint32_t TextIndex::LetterAt(std::uint32_t offset) const {
  const auto& origin = text_.skeleton.origin;
  return static_cast<std::uint32_t>(std::lower_bound(origin.begin(), origin.end(), offset) -
                                    origin.begin());
}

void TextIndex::BuildShingles() {
  shingle_rows_.assign(kHashes + 1, 0);
  if (words() < kShingleWords) return;
  std::vector<std::uint16_t> hashes(words() - kShingleWords + 1);
  for (std::uint32_t word = 0; word < hashes.size(); ++word) {
    std::array<std::string_view, kShingleWords> shingle;
    for (std::uint32_t i = 0; i < kShingleWords; ++i) {
      const std::uint32_t start = WordStart(word + i);
      shingle[i] = Slice(start, WordStart(word + i + 1) - start);
    }
    const auto digest = ShingleDigest(shingle);
    hashes[word] = static_cast<std::uint16_t>(digest[0] << 8 | digest[1]);
    ++shingle_rows_[hashes[word] + std::size_t{1}];
  }
  for (std::size_t i = 1; i <= kHashes; ++i) shingle_rows_[i] += shingle_rows_[i - 1];
  shingle_words_.resize(hashes.size());
  std::vector<std::uint32_t> next(shingle_rows_.begin(), shingle_rows_.end() - 1);
  for (std::uint32_t word = 0; word < hashes.size(); ++word)
    shingle_words_[next[hashes[word]]++] = word;
}

std::span<const std::uint32_t> TextIndex::Shingles(std::uint16_t hash) {
  if (shingle_rows_.empty()) BuildShingles();
  const std::uint32_t* words = shingle_words_.data();
  return {words + shingle_rows_[hash], words + shingle_rows_[hash + std::size_t{1}]};
}

std::vector<std::uint32_t> TextIndex::Repeats(std::uint32_t at, std::uint32_t count) {
  std::vector<std::uint32_t> places;
  const std::string_view wanted = Slice(at, count);
  const auto try_place = [&](std::uint32_t start) {
    if (count <= letters() - start && Slice(start, count) == wanted) places.push_back(start);
  };
  if (count < kOpening) {
    std::for_each(text_.word_starts.begin(), text_.word_starts.end(), try_place);
    return places;
  }
  if (openings_.empty()) {
    openings_.reserve(words());
    for (const std::uint32_t start : text_.word_starts)
      if (kOpening <= letters() - start)
        openings_.emplace_back(HashOf(Slice(start, kOpening)), start);
    std::sort(openings_.begin(), openings_.end());
  }
  const auto alike = std::equal_range(
      openings_.begin(), openings_.end(), std::pair(HashOf(Slice(at, kOpening)), 0u),
      [](const auto& a, const auto& b) { return a.first < b.first; });
  // Where a text says the same over and over, comparing place by place would go through it as often
  // as there are places.
  const auto candidates = static_cast<std::size_t>(alike.second - alike.first);
  if (candidates > utf8_.size() / wanted.size() + 1) {
    const std::vector<bool> here = Occurrences(wanted, utf8_);
    for (auto i = alike.first; i != alike.second; ++i)
      if (count <= letters() - i->second && here[byte_at_[i->second]]) places.push_back(i->second);
  } else {
    for (auto i = alike.first; i != alike.second; ++i) try_place(i->second);
  }
  return places;
}

}  // namespace proviso::locate
