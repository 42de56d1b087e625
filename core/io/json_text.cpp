#include "core/io/json_text.h"

#include <cmath>
#include <cstring>

#include "core/base/decimal.h"
#include "core/io/json_cursor.h"

namespace proviso::io {
namespace {

/// As ECMAScript's Number::toString lays digits out.
std::string Compose(const Decimal& decimal) {
  const std::string& digits = decimal.digits;
  const int count = static_cast<int>(digits.size());
  const int point = decimal.exponent + 1;  // Digits before the decimal point.
  const auto cut = static_cast<std::size_t>(point > 0 ? point : 0);
  if (point >= count && point <= 21) return digits + std::string(cut - digits.size(), '0');
  if (point > 0 && point <= 21) return digits.substr(0, cut) + "." + digits.substr(cut);
  if (point > -6 && point <= 0)
    return "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  std::string text = digits.substr(0, 1);
  if (count > 1) text += "." + digits.substr(1);
  return text + (decimal.exponent < 0 ? "e-" : "e+") + std::to_string(std::abs(decimal.exponent));
}

}  // namespace

namespace {

/// True if one of eight bytes has to be escaped; now and then also if none has.
bool MayEscape(const char* bytes) {
  constexpr std::uint64_t kOnes = 0x0101010101010101u, kTops = 0x8080808080808080u;
  std::uint64_t all = 0;
  std::memcpy(&all, bytes, sizeof all);
  const std::uint64_t quote = all ^ kOnes * '"', slash = all ^ kOnes * '\\';
  return (((all - kOnes * 0x20) | (quote - kOnes) | (slash - kOnes)) & kTops & ~all) != 0;
}

}  // namespace

void AppendJsonString(std::string_view text, std::string* out) {
  constexpr char kHex[] = "0123456789abcdef";
  *out += '"';
  std::size_t kept = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    while (text.size() - i > sizeof(std::uint64_t) && !MayEscape(text.data() + i))
      i += sizeof(std::uint64_t);
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out->append(text.substr(kept, i - kept));
    kept = i + 1;
    switch (c) {
      case '"':
        *out += "\\\"";
        break;
      case '\\':
        *out += "\\\\";
        break;
      case '\b':
        *out += "\\b";
        break;
      case '\f':
        *out += "\\f";
        break;
      case '\n':
        *out += "\\n";
        break;
      case '\r':
        *out += "\\r";
        break;
      case '\t':
        *out += "\\t";
        break;
      default:
        *out += "\\u00";
        *out += kHex[c >> 4];
        *out += kHex[c & 15];
    }
  }
  out->append(text.substr(kept));
  *out += '"';
}

void AppendJsonNumber(double value, std::string* out) {
  if (value < 0) *out += '-';
  const double size = std::fabs(value);
  if (size <= 9007199254740992.0 && std::floor(size) == size) {
    *out += std::to_string(static_cast<std::uint64_t>(size));
    return;
  }
  for (int precision = 1;; ++precision) {  // 17 digits are enough for every double.
    const std::string text = Compose(RoundedDecimal(size, precision));
    JsonNumber back;
    JsonCursor cursor(text);
    cursor.Number(&back);
    if (back.value != size && precision < 17) continue;
    *out += text;
    return;
  }
}

void AppendIndented(std::string_view compact, std::uint32_t depth, std::string* out) {
  const auto new_line = [&] {
    *out += '\n';
    out->append(depth, ' ');
  };
  for (std::size_t i = 0; i < compact.size(); ++i) {
    const char c = compact[i];
    switch (c) {
      case '"': {
        std::size_t end = i + 1;
        while (compact[end] != '"') end += compact[end] == '\\' ? 2u : 1u;
        out->append(compact.substr(i, end + 1 - i));
        i = end;
        break;
      }
      case '{':
      case '[':
        *out += c;
        if (compact[i + 1] == '}' || compact[i + 1] == ']') {
          *out += compact[++i];
        } else {
          ++depth;
          new_line();
        }
        break;
      case '}':
      case ']':
        --depth;
        new_line();
        *out += c;
        break;
      case ',':
        *out += c;
        new_line();
        break;
      case ':':
        *out += ": ";
        break;
      default:
        *out += c;
    }
  }
}

}  // namespace proviso::io
