#include "core/io/json_cursor.h"

#include <cmath>

#include "core/base/decimal.h"
#include "core/base/text.h"

namespace proviso::io {
namespace {

constexpr char kCheckJson[] =
    "Look for a comma, quotation mark or bracket that is missing or too many just before this "
    "place.";
constexpr char kNotUtf8[] = "The bytes here are not UTF-8.";
constexpr char kSaveUtf8[] = "Save the file as UTF-8.";
constexpr char kEndsEarly[] = "The text ends before the JSON value is complete.";
constexpr char kComplete[] = "Load the whole file; this one was cut short.";

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// The length of the UTF-8 sequence at `p`, or 0 if it is none. Table 3-7 of the Unicode Standard.
std::size_t SequenceLength(const char* p, const char* end) {
  const auto byte = [p](int i) { return static_cast<unsigned char>(p[i]); };
  const auto tail = [&](int i, unsigned low = 0x80, unsigned high = 0xBF) {
    return p + i < end && byte(i) >= low && byte(i) <= high;
  };
  const unsigned lead = byte(0);
  if (lead >= 0xC2 && lead <= 0xDF) return tail(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
    const unsigned high = lead == 0xED ? 0x9F : 0xBF;
    return tail(1, low, high) && tail(2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
    return tail(1, low, high) && tail(2) && tail(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

JsonCursor::JsonCursor(std::string_view bytes)
    : begin_(bytes.data()), at_(bytes.data()), end_(bytes.data() + bytes.size()) {
  // A byte order mark says nothing in UTF-8, but some editors write one.
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") at_ += 3;
}

bool JsonCursor::Fail(const char* where, const char* rule, const char* remedy) {
  if (!failed_) {
    failed_ = true;
    error_offset_ = static_cast<std::uint32_t>(where - begin_);
    error_rule_ = rule;
    error_remedy_ = remedy;
  }
  at_ = end_;
  return false;
}

bool JsonCursor::FailHere() {
  if (at_ >= end_) return Fail(end_, kEndsEarly, kComplete);
  return Fail(at_, "This is not JSON: the character here cannot stand at this place.", kCheckJson);
}

bool JsonCursor::ScanSpecial(const char* start, std::string_view* text) {
  const char* kept = start;  // Everything before has been copied to `scratch_`.
  for (;;) {
    if (at_ >= end_) return Fail(end_, kEndsEarly, kComplete);
    const auto c = static_cast<unsigned char>(*at_);
    if (c >= 0x80) {
      const std::size_t length = SequenceLength(at_, end_);
      if (length == 0) return Fail(at_, kNotUtf8, kSaveUtf8);
      // Cyrillic and nearly all ideographs need no second look: D0, D1, E4 to E9.
      wide_ |= c >= 0xCC && c != 0xD0 && c != 0xD1 && (c < 0xE4 || c > 0xE9);
      at_ += length;
    } else if (c == '"') {
      break;
    } else if (c >= 0x20 && c != '\\') {
      at_ = FindStop(at_, end_);
    } else if (c < 0x20) {
      return Fail(at_, "A string holds a control character as it is.",
                  "Write it as an escape, such as \\n.");
    } else {
      if (in_place_) scratch_.clear();
      in_place_ = false;
      scratch_.append(kept, at_);
      const char* const escape = at_++;
      if (at_ >= end_) return Fail(end_, kEndsEarly, kComplete);
      switch (*at_++) {
        case '"':
          scratch_ += '"';
          break;
        case '\\':
          scratch_ += '\\';
          break;
        case '/':
          scratch_ += '/';
          break;
        case 'b':
          scratch_ += '\b';
          break;
        case 'f':
          scratch_ += '\f';
          break;
        case 'n':
          scratch_ += '\n';
          break;
        case 'r':
          scratch_ += '\r';
          break;
        case 't':
          scratch_ += '\t';
          break;
        case 'u': {
          std::uint32_t unit = 0;
          if (!ScanHex4(&unit)) return false;
          if (unit >= 0xD800 && unit <= 0xDBFF && end_ - at_ >= 6 && at_[0] == '\\' &&
              at_[1] == 'u') {
            std::uint32_t low = 0;
            at_ += 2;
            if (!ScanHex4(&low)) return false;
            if (low >= 0xDC00 && low <= 0xDFFF)
              unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
          }
          if (unit >= 0xD800 && unit <= 0xDFFF)
            return Fail(escape, "Half of a surrogate pair stands alone; it is no character.",
                        "Write both halves, or the character itself.");
          if (unit == 0) return Fail(escape, "A string holds the character NUL.", "Leave it out.");
          wide_ |= unit >= 0x300;
          AppendUtf8(static_cast<char32_t>(unit), &scratch_);
          break;
        }
        default:
          return Fail(escape, "This escape is none of JSON's.", kCheckJson);
      }
      kept = at_;
    }
  }
  if (in_place_) {
    *text = {start, static_cast<std::size_t>(at_ - start)};
  } else {
    scratch_.append(kept, at_);
    *text = scratch_;
  }
  ++at_;
  return true;
}

bool JsonCursor::ScanHex4(std::uint32_t* unit) {
  if (end_ - at_ < 4) return Fail(end_, kEndsEarly, kComplete);
  std::uint32_t value = 0;
  for (int i = 0; i < 4; ++i, ++at_) {
    const char c = *at_;
    const char lower = static_cast<char>(c | 0x20);
    if (IsDigit(c)) {
      value = value << 4 | static_cast<std::uint32_t>(c - '0');
    } else if (lower >= 'a' && lower <= 'f') {
      value = value << 4 | static_cast<std::uint32_t>(lower - 'a' + 10);
    } else {
      return FailHere();
    }
  }
  *unit = value;
  return true;
}

bool JsonCursor::Number(JsonNumber* number) {
  const char* const start = at_;
  const bool negative = *at_ == '-';
  if (negative) ++at_;
  if (at_ >= end_ || !IsDigit(*at_)) return FailHere();

  // Up to 19 digits fit 64 bits; a mantissa under 2^53 scaled by a power of ten up to 10^22 is the
  // nearest double (Clinger). What is longer goes the slow way.
  std::uint64_t mantissa = 0;
  int digits = 0;
  int exponent = 0;
  const auto take = [&] {
    if (digits < 19) mantissa = mantissa * 10 + static_cast<std::uint64_t>(*at_ - '0');
    if (mantissa != 0) ++digits;
    ++at_;
  };
  if (*at_ == '0') {
    ++at_;
    if (at_ < end_ && IsDigit(*at_))
      return Fail(start, "A number starts with a needless zero.", "Leave the zero out.");
  } else {
    while (at_ < end_ && IsDigit(*at_)) take();
  }
  if (at_ < end_ && *at_ == '.') {
    ++at_;
    if (at_ >= end_ || !IsDigit(*at_)) return FailHere();
    while (at_ < end_ && IsDigit(*at_)) {
      take();
      if (exponent > -10'000) --exponent;
    }
  }
  if (at_ < end_ && (*at_ == 'e' || *at_ == 'E')) {
    ++at_;
    const bool down = at_ < end_ && *at_ == '-';
    if (at_ < end_ && (*at_ == '-' || *at_ == '+')) ++at_;
    if (at_ >= end_ || !IsDigit(*at_)) return FailHere();
    int power = 0;
    for (; at_ < end_ && IsDigit(*at_); ++at_)
      if (power < 100'000) power = power * 10 + (*at_ - '0');
    exponent += down ? -power : power;
  }

  constexpr std::uint64_t kExact = std::uint64_t{1} << 53;
  if (digits < 19 && mantissa <= kExact && exponent >= -22 && exponent <= 22) {
    constexpr double kTens[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    const double whole = static_cast<double>(mantissa);
    const double scaled = exponent < 0 ? whole / kTens[-exponent] : whole * kTens[exponent];
    number->value = negative ? -scaled : scaled;
  } else {
    number->value = NearestDouble({start, static_cast<std::size_t>(at_ - start)});
  }
  number->integer = exponent == 0 || std::floor(number->value) == number->value;
  return true;
}

bool JsonCursor::Word(std::string_view word) {
  if (static_cast<std::size_t>(end_ - at_) < word.size() ||
      std::string_view(at_, word.size()) != word)
    return FailHere();
  at_ += word.size();
  return true;
}

bool JsonCursor::Boolean(bool* value) {
  *value = *at_ == 't';
  return Word(*value ? "true" : "false");
}

bool JsonCursor::Null() { return Word("null"); }

void JsonCursor::Finish() {
  SkipSpace();
  if (!failed_ && at_ < end_)
    Fail(at_, "Something follows the dataset; a file holds one JSON value.",
         "Remove what stands after the last brace.");
}

}  // namespace proviso::io
