#include "core/base/text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/unicode.h"

namespace proviso {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

constexpr bool IsAsciiLetterOrDigit(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// The length of the well-formed sequence at `at` (Unicode 15.0, table 3-7), or 0.
std::size_t SequenceLength(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
  };
  const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
  const unsigned first = byte(0);
  const unsigned second = byte(1);
  if (first < 0x80) return at < text.size() ? 1 : 0;
  if (first < 0xC2) return 0;
  if (first < 0xE0) return tail(1) ? 2 : 0;
  if (first < 0xF0) {
    if (first == 0xE0 && second < 0xA0) return 0;   // Overlong.
    if (first == 0xED && second >= 0xA0) return 0;  // A surrogate.
    return tail(1) && tail(2) ? 3 : 0;
  }
  if (first == 0xF0 && second < 0x90) return 0;   // Overlong.
  if (first == 0xF4 && second >= 0x90) return 0;  // Over U+10FFFF.
  return first < 0xF5 && tail(1) && tail(2) && tail(3) ? 4 : 0;
}

/// The case folding of ASCII, else that of the tables.
void AppendFolding(char32_t c, std::u32string* out) {
  if (c >= 0x80) return AppendFolded(c, out);
  out->push_back(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

}  // namespace

std::optional<std::size_t> FirstInvalidUtf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::uint64_t eight = 0;
    if (text.size() - at >= sizeof eight) {
      std::memcpy(&eight, text.data() + at, sizeof eight);
      if ((eight & 0x8080808080808080u) == 0) {
        at += sizeof eight;
        continue;
      }
    }
    const std::size_t length = SequenceLength(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

char32_t NextCodePoint(std::string_view text, std::size_t* at) {
  const auto byte = [&](std::size_t i) {
    return char32_t{static_cast<unsigned char>(text[*at + i])};
  };
  const char32_t first = byte(0);
  if (first < 0x80) {
    ++*at;
    return first;
  }
  const std::size_t length = first < 0xE0 ? 2u : first < 0xF0 ? 3u : 4u;
  if (first < 0xC0 || text.size() - *at < length) {  // Not valid: never read past the end.
    ++*at;
    return kReplacement;
  }
  char32_t c = first & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) c = c << 6 | (byte(i) & 0x3F);
  *at += length;
  return c > 0x10FFFF ? kReplacement : c;
}

void AppendUtf8(char32_t c, std::string* out) {
  const auto put = [out](char32_t byte) {
    out->push_back(static_cast<char>(static_cast<unsigned char>(byte)));
  };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::size_t CountCodePoints(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

bool IsWordCharacter(char32_t c) {
  if (c < 0x80) return IsAsciiLetterOrDigit(c);
  return IsLetterMarkOrNumber(c);
}

Skeleton MakeSkeleton(std::u32string_view norm1) {
  Skeleton skeleton;
  skeleton.letters.reserve(norm1.size());
  skeleton.origin.reserve(norm1.size());
  for (std::size_t i = 0; i < norm1.size(); ++i) {
    if (!IsWordCharacter(norm1[i])) continue;
    AppendFolding(norm1[i], &skeleton.letters);
    skeleton.origin.resize(skeleton.letters.size(), static_cast<std::uint32_t>(i));
  }
  return skeleton;
}

std::vector<std::u32string> Words(std::u32string_view norm1) {
  std::vector<std::u32string> words;
  bool inside = false;
  for (const char32_t c : norm1) {
    const bool letter = IsWordCharacter(c);
    if (letter && !inside) words.emplace_back();
    if (letter) AppendFolding(c, &words.back());
    inside = letter;
  }
  return words;
}

std::string ToUtf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char32_t c : text) AppendUtf8(c, &out);
  return out;
}

std::string_view TakeWord(std::string_view* words) {
  words->remove_prefix(std::min(words->find_first_not_of(' '), words->size()));
  const std::string_view word = words->substr(0, words->find(' '));
  words->remove_prefix(word.size());
  return word;
}

}  // namespace proviso
