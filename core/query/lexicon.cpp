#include "core/query/lexicon.h"

#include <algorithm>

#include "core/base/sort.h"
#include "core/base/text.h"

namespace proviso::query {
namespace {

/// The UTF-8 of the code point at `at`.
std::string_view LetterAt(std::string_view word, std::size_t at) {
  std::size_t end = at;
  NextCodePoint(word, &end);
  return word.substr(at, end - at);
}

/// The least first byte of letters that take as many bytes in UTF-8 as one that begins with `lead`.
char FirstLike(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return static_cast<char>(byte < 0x80 ? 0 : byte < 0xE0 ? 0xC0 : byte < 0xF0 ? 0xE0 : 0xF0);
}

/// The byte after the greatest.
char EndLike(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return static_cast<char>(byte < 0x80 ? 0x80 : byte < 0xE0 ? 0xE0 : byte < 0xF0 ? 0xF0 : 0xF8);
}

}  // namespace

Lexicon::Lexicon(const std::vector<std::string_view>& words) {
  starts_.reserve(words.size() + 1);
  std::size_t size = 0;
  for (std::string_view word : words) size += word.size();
  letters_.reserve(size);
  for (std::string_view word : words) {
    letters_ += word;
    starts_.push_back(static_cast<std::uint32_t>(letters_.size()));
  }
}

std::uint32_t Lexicon::LowerBound(Range range, std::string_view key) const {
  while (range.first < range.last) {
    const std::uint32_t middle = range.first + (range.last - range.first) / 2;
    if ((*this)[middle] < key) {
      range.first = middle + 1;
    } else {
      range.last = middle;
    }
  }
  return range.first;
}

Lexicon::Range Lexicon::Narrow(Range range, std::string_view prefix) const {
  const std::uint32_t first = LowerBound(range, prefix);
  if (first == range.last || (*this)[first].substr(0, prefix.size()) != prefix)
    return {first, first};
  return Alike({first, range.last}, prefix.size());
}

Lexicon::Range Lexicon::Alike(Range range, std::size_t bytes) const {
  const std::string_view begin = (*this)[range.first].substr(0, bytes);
  // Such ranges are mostly short: steps that double find the end near the start.
  std::uint32_t inside = range.first + 1;
  std::uint32_t step = 1;
  while (inside + step <= range.last && (*this)[inside + step - 1].substr(0, bytes) == begin) {
    inside += step;
    step *= 2;
  }
  std::uint32_t end = std::min(inside + step, range.last);
  while (inside < end) {
    const std::uint32_t middle = inside + (end - inside) / 2;
    if ((*this)[middle].substr(0, bytes) == begin) {
      inside = middle + 1;
    } else {
      end = middle;
    }
  }
  return {range.first, inside};
}

std::optional<std::uint32_t> Lexicon::Find(std::string_view word) const {
  const std::uint32_t at = LowerBound({0, size()}, word);
  if (at == size() || (*this)[at] != word) return std::nullopt;
  return at;
}

Lexicon::Range Lexicon::WithPrefix(std::string_view prefix) const {
  return Narrow({0, size()}, prefix);
}

std::vector<std::uint32_t> Lexicon::WithinOneEdit(std::string_view word) const {
  std::vector<std::uint32_t> found;
  std::string key;
  const auto try_key = [&](Range range, std::string_view a, std::string_view b, std::string_view c,
                           std::string_view d) {
    key.assign(a).append(b).append(c).append(d);
    const std::uint32_t at = LowerBound(range, key);
    if (at < range.last && (*this)[at] == key) found.push_back(at);
  };

  if (word.empty()) return found;
  char lead = word.front();
  Range range{0, size()};
  for (std::size_t at = 0;;) {
    const std::string_view before = word.substr(0, at);
    const std::string_view from = word.substr(at);
    const std::string_view letter = from.empty() ? from : LetterAt(word, at);
    const std::string_view after = from.substr(letter.size());
    if (!from.empty()) {
      try_key(range, before, after, {}, {});  // A letter too many.
      if (!after.empty()) {
        const std::string_view next = LetterAt(after, 0);
        try_key(range, before, next, letter, after.substr(next.size()));
      }
    }
    // Typing errors stay within a script, and with CJK pairs in the index there are thousands of
    // other letters to begin with: only those of the same length in UTF-8 are tried.
    if (!from.empty()) lead = from.front();
    std::uint32_t other = LowerBound(range, key.assign(before).append(1, FirstLike(lead)));
    const std::uint32_t end =
        LowerBound({other, range.last}, key.assign(before).append(1, EndLike(lead)));
    while (other < end) {
      const std::string_view begin =
          (*this)[other].substr(0, at + LetterAt((*this)[other], at).size());
      const Range branch = Alike({other, end}, begin.size());
      try_key(branch, begin, from, {}, {});  // A letter is missing.
      if (!from.empty()) try_key(branch, begin, after, {}, {});
      other = branch.last;
    }
    if (from.empty()) break;
    at += letter.size();
    range = Narrow(range, word.substr(0, at));
    if (range.empty()) {
      // Nothing begins like this; what follows cannot be reached without a second error.
      break;
    }
  }

  SortList(&found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  found.erase(std::remove_if(found.begin(), found.end(),
                             [&](std::uint32_t i) { return (*this)[i] == word; }),
              found.end());
  return found;
}

std::uint32_t Lexicon::Distance(const std::u32string& a, const std::u32string& b,
                                std::uint32_t most) {
  const std::size_t gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (gap > most) return most + 1;
  std::vector<std::uint32_t> before_last(b.size() + 1);
  std::vector<std::uint32_t> last(b.size() + 1);
  std::vector<std::uint32_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<std::uint32_t>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last.swap(last);
    last.swap(row);
    row[0] = static_cast<std::uint32_t>(i);
    std::uint32_t least = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] =
          std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > most) return most + 1;
  }
  return std::min(row[b.size()], most + 1);
}

}  // namespace proviso::query
