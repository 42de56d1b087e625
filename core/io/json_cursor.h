#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace proviso::io {

/// A number as JSON writes it.
struct JsonNumber {
  double value = 0;      ///< Infinite where the digits say more than a double holds.
  bool integer = false;  ///< As JSON Schema means it: 3.0 is one.
};

/// Walks over JSON text (RFC 8259, strict UTF-8) once, forwards, value by value.
///
/// The caller asks for what it expects: `Opens` or `Peek` tell what comes next, and exactly one of
/// `Enter`, `String`, `Number`, `Boolean`, `Null` takes it. Nothing recurses, so depth costs no
/// stack. After the first syntax error every call answers "nothing more".
///
/// A general parser with callbacks was measured first: nlohmann's takes 1.0 s for the 88 MB of
/// 100,000 claims and hands over nothing yet; this, with the records built, takes a fraction.
class JsonCursor {
 public:
  enum class Kind : std::uint8_t { kObject, kArray, kString, kNumber, kBoolean, kNull, kEnd };

  /// `bytes` must outlive the cursor, and be shorter than 4 GiB.
  explicit JsonCursor(std::string_view bytes);

  /// The kind of the value that starts here; `kEnd` after an error.
  Kind Peek();

  /// True if the next value starts with `c`: one of `{ [ "`.
  bool Opens(char c) {
    SkipSpace();
    return at_ < end_ && *at_ == c;
  }

  /// Where the value after `Opens` or `Peek`, or the key after `NextKey`, starts, in bytes.
  std::uint32_t offset() const { return static_cast<std::uint32_t>(at_ - begin_); }
  std::uint32_t key_offset() const { return key_offset_; }

  /// What was read since `start`.
  std::string_view Since(std::uint32_t start) const {
    return {begin_ + start, static_cast<std::size_t>(at_ - begin_) - start};
  }

  /// Goes inside the object or array that starts here.
  void Enter() { ++at_; }

  /// Moves to the next member's key, or past the closing brace. `*first` is true before the first
  /// call, and false after it. Then `PassKey` or `ReadKey` must follow.
  bool NextKey(bool* first);

  /// The bytes after the key's opening quotation mark if `kKeyRoom` of them can be read, else null.
  const char* KeyBytes() const { return end_ - at_ > kKeyRoom ? at_ + 1 : nullptr; }
  static constexpr int kKeyRoom = 16;

  /// Passes over a key of which the caller knows that it has `size` bytes, and its colon.
  void PassKey(std::size_t size) {
    at_ += size + 2;
    if (at_ < end_ && *at_ == ':') {
      ++at_;
    } else {
      PassColon();
    }
  }

  /// Reads the key and passes over its colon. `*key` lives until the next string.
  bool ReadKey(std::string_view* key) { return ScanString(key) && PassColon(); }

  /// Moves to the next element, or past the closing bracket.
  bool NextElement(bool* first);

  /// Takes a string; `*text` lies in the bytes if `in_place()`, else it lives until the next call.
  bool String(std::string_view* text);
  bool in_place() const { return in_place_; }
  /// True if the last string has a character that may keep it from being in NFC.
  bool wide() const { return wide_; }

  /// Takes a string that is one of `words`, written without escapes; returns which, or -1 without
  /// moving. For the closed vocabularies: nothing is scanned.
  template <class Words>
  int OneOf(const Words& words);

  bool Number(JsonNumber* number);

  /// Takes a number of up to nine plain digits, or returns false without moving.
  bool SmallNumber(std::uint32_t* number);
  bool Boolean(bool* value);
  bool Null();

  /// Checks that nothing but white space follows.
  void Finish();

  bool failed() const { return failed_; }
  std::uint32_t error_offset() const { return error_offset_; }
  const char* error_rule() const { return error_rule_; }
  const char* error_remedy() const { return error_remedy_; }

 private:
  void SkipSpace() {
    if (at_<end_&& static_cast<unsigned char>(*at_)> ' ') return;
    while (at_ < end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) ++at_;
  }
  bool PassColon() {
    SkipSpace();
    if (at_ >= end_ || *at_ != ':') return FailHere();
    ++at_;
    return true;
  }
  bool Fail(const char* where, const char* rule, const char* remedy);
  bool FailHere();
  bool Word(std::string_view word);
  bool ScanString(std::string_view* text);
  bool ScanSpecial(const char* start, std::string_view* text);
  static const char* FindStop(const char* p, const char* end);
  bool ScanHex4(std::uint32_t* unit);

  const char* begin_;
  const char* at_;
  const char* end_;
  std::string scratch_;
  std::uint32_t key_offset_ = 0;
  std::uint32_t error_offset_ = 0;
  const char* error_rule_ = "";
  const char* error_remedy_ = "";
  bool in_place_ = true;
  bool wide_ = false;
  bool failed_ = false;
};

// The loops that decide the speed are here, so that the reader of records inlines them.

inline JsonCursor::Kind JsonCursor::Peek() {
  SkipSpace();
  if (at_ >= end_) {
    FailHere();
    return Kind::kEnd;
  }
  switch (*at_) {
    case '"':
      return Kind::kString;
    case '{':
      return Kind::kObject;
    case '[':
      return Kind::kArray;
    case 't':
    case 'f':
      return Kind::kBoolean;
    case 'n':
      return Kind::kNull;
    case '-':
    case '0':
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
    case '8':
    case '9':
      return Kind::kNumber;
    default:
      FailHere();
      return Kind::kEnd;
  }
}

inline bool JsonCursor::NextKey(bool* first) {
  if (!*first && end_ - at_ > 2 && at_[0] == ',' && at_[1] == '"') {  // Most are written so.
    ++at_;
    key_offset_ = offset();
    return true;
  }
  SkipSpace();
  if (at_ >= end_) return FailHere();
  if (!*first && *at_ == ',') {
    ++at_;
    SkipSpace();
  } else if (*at_ == '}') {
    ++at_;
    return false;
  } else if (!*first) {
    return FailHere();
  }
  *first = false;
  if (at_ >= end_ || *at_ != '"') return FailHere();
  key_offset_ = offset();
  return true;
}

inline bool JsonCursor::NextElement(bool* first) {
  SkipSpace();
  if (at_ < end_ && *at_ == ']') {
    ++at_;
    return false;
  }
  if (!*first) {
    if (at_ >= end_ || *at_ != ',') return FailHere();
    ++at_;
  }
  *first = false;
  return !failed_;
}

template <class Words>
int JsonCursor::OneOf(const Words& words) {
  if (end_ - at_ <= static_cast<std::ptrdiff_t>(sizeof(typename Words::value_type::Bytes)))
    return -1;
  typename Words::value_type::Bytes bytes;
  std::memcpy(bytes, at_ + 1, sizeof bytes);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].Is(bytes)) continue;
    at_ += words[i].text().size() + 2;
    return static_cast<int>(i);
  }
  return -1;
}

inline bool JsonCursor::SmallNumber(std::uint32_t* number) {
  const char* p = at_;
  if (end_ - p < 11) return false;
  std::uint32_t value = 0;
  int digits = 0;
  for (; digits < 10 && static_cast<unsigned char>(*p - '0') < 10; ++p, ++digits)
    value = value * 10 + static_cast<std::uint32_t>(*p - '0');
  if (digits == 0 || digits == 10 || *p == '.' || (*p | 0x20) == 'e') return false;
  if (*at_ == '0' && digits > 1) return false;
  at_ = p;
  *number = value;
  return true;
}

inline bool JsonCursor::String(std::string_view* text) { return ScanString(text); }

inline bool JsonCursor::ScanString(std::string_view* text) {
  const char* const start = ++at_;
  wide_ = false;
  in_place_ = true;
  const char* p = FindStop(start, end_);
  if (p < end_ && *p == '"') {
    *text = {start, static_cast<std::size_t>(p - start)};
    at_ = p + 1;
    return true;
  }
  at_ = p;
  return ScanSpecial(start, text);
}

/// The first quotation mark, backslash, control character or byte that is not ASCII, or `end`.
inline const char* JsonCursor::FindStop(const char* p, const char* end) {
#ifdef __SSE2__
  // Sixteen bytes at a time; also as WebAssembly, where the compiler is told to use SIMD.
  for (; end - p >= 16; p += 16) {
    const __m128i x = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
    // As signed bytes, what is not ASCII is below the space as well.
    const __m128i stop = _mm_or_si128(
        _mm_or_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8('"')), _mm_cmpeq_epi8(x, _mm_set1_epi8('\\'))),
        _mm_cmplt_epi8(x, _mm_set1_epi8(' ')));
    const auto mask = static_cast<unsigned>(_mm_movemask_epi8(stop));
    if (mask != 0) return p + std::countr_zero(mask);
  }
#endif
  static_assert(std::endian::native == std::endian::little);
  constexpr std::uint64_t kOnes = 0x0101010101010101u;
  constexpr std::uint64_t kHigh = 0x8080808080808080u;
  for (; end - p >= 8; p += 8) {
    std::uint64_t x;
    std::memcpy(&x, p, 8);
    const std::uint64_t quote = x ^ (kOnes * '"');
    const std::uint64_t slash = x ^ (kOnes * '\\');
    const std::uint64_t stop = ((quote - kOnes) | (slash - kOnes) | (x - kOnes * 0x20) | x) & kHigh;
    // A borrow can mark a byte that is none only above one that is.
    if (stop != 0) return p + (std::countr_zero(stop) >> 3);
  }
  while (p < end && static_cast<unsigned char>(*p - 0x20) < 0x60 && *p != '"' && *p != '\\') ++p;
  return p;
}

}  // namespace proviso::io
