#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace proviso::io {

/// A word as a JSON string has it, with the closing quotation mark, ready to be compared with the
/// bytes of a file a machine word at a time.
template <std::size_t kRoom>
class JsonWord {
 public:
  using Bytes = std::uint64_t[kRoom / 8];

  constexpr JsonWord() = default;
  constexpr explicit JsonWord(std::string_view text) : text_(text) {
    for (std::size_t i = 0; i <= text.size(); ++i) {
      const auto byte = static_cast<unsigned char>(i < text.size() ? text[i] : '"');
      bytes_[i / 8] |= std::uint64_t{byte} << (i % 8 * 8);
      mask_[i / 8] |= std::uint64_t{0xFF} << (i % 8 * 8);
    }
  }
  template <std::size_t kSize>
  consteval JsonWord(const char (&text)[kSize])  // NOLINT: a literal is a word.
      : JsonWord(std::string_view(text, kSize - 1)) {
    static_assert(kSize <= kRoom, "The word and its quotation mark must fit.");
  }

  constexpr std::string_view text() const { return text_; }
  constexpr operator std::string_view() const { return text_; }  // NOLINT: it is one.
  constexpr bool Is(const Bytes& bytes) const {
    for (std::size_t i = 0; i < kRoom / 8; ++i)
      if ((bytes[i] & mask_[i]) != bytes_[i]) return false;  // Nearly always the first.
    return true;
  }

 private:
  std::string_view text_;
  Bytes bytes_ = {};
  Bytes mask_ = {};
};

}  // namespace proviso::io
