#include "core/io/patterns.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "core/base/text.h"
#include "core/model/date.h"

namespace proviso::io {
namespace {

constexpr bool Lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool Digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool Hex(char c) { return Digit(c) || (c >= 'a' && c <= 'f'); }

/// ^[a-z][a-z0-9]*(-[a-z0-9]+)*$, at most 64.
bool IsId(std::string_view text) {
  if (text.empty() || text.size() > 64 || !Lower(text[0])) return false;
  bool hyphen = false;
  for (const char c : text) {
    if (c == '-') {
      if (hyphen) return false;
      hyphen = true;
    } else {
      if (!Lower(c) && !Digit(c)) return false;
      hyphen = false;
    }
  }
  return !hyphen;
}

/// True if all eight bytes of `x` are digits or letters from a to f.
bool AreHex(std::uint64_t x) {
  constexpr std::uint64_t kOnes = 0x0101010101010101u;
  constexpr std::uint64_t kHigh = kOnes * 0x80;
  if ((x & kHigh) != 0) return false;
  // In seven bits a byte: the high bit tells whether a byte is at least so much.
  const std::uint64_t digit = (x + kOnes * (0x80 - '0')) & ~(x + kOnes * (0x80 - '9' - 1));
  const std::uint64_t letter = (x + kOnes * (0x80 - 'a')) & ~(x + kOnes * (0x80 - 'f' - 1));
  return ((digit | letter) & kHigh) == kHigh;
}

bool IsHex(std::string_view text, std::size_t size) {
  if (text.size() != size) return false;
  std::size_t at = 0;
  for (; at + 8 <= size; at += 8) {
    std::uint64_t x;
    std::memcpy(&x, text.data() + at, 8);
    if (!AreHex(x)) return false;
  }
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), Hex);
}

/// What \s matches in the schema's dialect, which is ECMAScript's.
bool IsSpace(char32_t c) {
  return (c >= 9 && c <= 13) || c == ' ' || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == 0xFEFF;
}

/// ^[a-z][a-z0-9+.-]*:\S+$
bool IsUrl(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size()) return false;
  if (!Lower(text[0])) return false;
  for (const char c : text.substr(0, colon))
    if (!Lower(c) && !Digit(c) && c != '+' && c != '.' && c != '-') return false;
  for (std::size_t at = colon + 1; at < text.size();)
    if (IsSpace(NextCodePoint(text, &at))) return false;
  return true;
}

/// ^[a-z]{2,3}(-[A-Za-z0-9]+)*$
bool IsLanguage(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && Lower(text[at])) ++at;
  if (at < 2 || at > 3 || (at < text.size() && text[at] != '-')) return false;
  bool hyphen = false;
  for (const char c : text.substr(at)) {
    if (c == '-') {
      if (hyphen) return false;
      hyphen = true;
    } else {
      if (!Lower(static_cast<char>(c | 0x20)) && !Digit(c)) return false;
      hyphen = false;
    }
  }
  return !hyphen;
}

/// ^[0-9]+\.[0-9]+(\.[0-9]+)?$
bool IsVersion(std::string_view text) {
  int parts = 0;
  bool digit = false;
  for (const char c : text) {
    if (c == '.') {
      if (!digit || ++parts > 2) return false;
      digit = false;
    } else {
      if (!Digit(c)) return false;
      digit = true;
    }
  }
  return digit && parts >= 1;
}

}  // namespace

bool Matches(Pattern pattern, std::string_view text) {
  switch (pattern) {
    case Pattern::kAny:
      return true;
    case Pattern::kId:
    case Pattern::kOwnId:
      return IsId(text);
    case Pattern::kDate:
      return ParseDate(text).has_value();
    case Pattern::kDigest:
      return IsHex(text, 64);
    case Pattern::kSketch:
      return IsHex(text, 4);
    case Pattern::kUrl:
      return IsUrl(text);
    case Pattern::kLanguage:
      return IsLanguage(text);
    case Pattern::kVersion:
      return IsVersion(text);
  }
  return false;
}

std::string_view Describe(Pattern pattern) {
  switch (pattern) {
    case Pattern::kAny:
      return "any text";
    case Pattern::kId:
    case Pattern::kOwnId:
      return "an id: small letters and digits, single hyphens between them, at most 64 characters, "
             "a letter first";
    case Pattern::kDate:
      return "a date of the EDTF subset that exists";
    case Pattern::kDigest:
      return "a SHA-256 digest: 64 digits from 0 to 9 and a to f";
    case Pattern::kSketch:
      return "four digits from 0 to 9 and a to f";
    case Pattern::kUrl:
      return "an address with a scheme and without spaces";
    case Pattern::kLanguage:
      return "a language tag";
    case Pattern::kVersion:
      return "a version of two or three numbers";
  }
  return "";
}

std::string_view Example(Pattern pattern) {
  switch (pattern) {
    case Pattern::kAny:
      return "a text";
    case Pattern::kId:
    case Pattern::kOwnId:
      return "it like a-writer-2";
    case Pattern::kDate:
      return "it like 2023/.., 2022/2023, 2023-03~ or 2023-03-24";
    case Pattern::kDigest:
      return "all 64 digits, as `sha256sum` prints them";
    case Pattern::kSketch:
      return "it like 05a3";
    case Pattern::kUrl:
      return "it like https://example.org/page";
    case Pattern::kLanguage:
      return "it like en or zh-Hant";
    case Pattern::kVersion:
      return "it like 1.0 or 1.0.2";
  }
  return "";
}

}  // namespace proviso::io
