#include "core/base/safe_text.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"

namespace proviso {
namespace {

bool Hides(char32_t c) {
  if (c < 0x20) return c != U'\n' && c != U'\t';
  return (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF ||
         (c >= 0xFFF9 && c <= 0xFFFB);
}

void AppendSpelt(char32_t c, std::string* out) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  *out += "[U+";
  for (const int shift : {12, 8, 4, 0}) out->push_back(kDigits[c >> shift & 0xF]);
  out->push_back(']');
}

}  // namespace

std::string VisibleText(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t end = FirstInvalidUtf8(text).value_or(text.size());
    for (std::size_t at = 0; at < end;) {
      const std::size_t from = at;
      const char32_t c = NextCodePoint(text.substr(0, end), &at);
      if (Hides(c))
        AppendSpelt(c, &out);
      else
        out.append(text.substr(from, at - from));
    }
    text.remove_prefix(end);
    if (text.empty()) break;
    out += "\uFFFD";
    text.remove_prefix(1);
  }
  return out;
}

std::string EncodeHtml(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : VisibleText(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

bool SafeUrl(std::string_view url) {
  constexpr std::array<std::string_view, 3> kSchemes{"https://", "http://", "mailto:"};
  const auto begins = [url](std::string_view scheme) {
    return url.size() > scheme.size() && url.substr(0, scheme.size()) == scheme;
  };
  if (std::none_of(kSchemes.begin(), kSchemes.end(), begins)) return false;
  // What RFC 3986 keeps out of any address and what could end the attribute that it stands in.
  constexpr std::string_view kNever = "\"<>\\^`{|}\x7F";
  const auto plain = [kNever](char c) {
    return static_cast<unsigned char>(c) > 0x20 && kNever.find(c) == std::string_view::npos;
  };
  return std::all_of(url.begin(), url.end(), plain) && VisibleText(url) == url;
}

}  // namespace proviso
