#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/locate/locate.h"

namespace proviso::exchange {

/// A text as another tool shows it, beside the same text as the dataset counts it.
///
/// Passages count code points of norm-1, other tools code points or UTF-16 units of the file. The
/// letters are the same in both, so a place is taken over by its first and its last letter.
class TextMap {
 public:
  /// Prepares `bytes`: without a byte order mark, line ends as LF; `bytes()` is what was made of
  /// it. Errors: those of `locate::ReadText`; call if letters of the two forms cannot be paired.
  static Result<TextMap> Make(std::string_view bytes);

  const std::string& bytes() const { return bytes_; }
  const locate::ReaderText& text() const { return text_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(byte_at_.size() - 1); }

  /// The place of norm-1 [start, end) in the file, in code points.
  std::optional<locate::Place> ToFile(locate::Place norm1) const;
  /// The place in norm-1 of the file's code points [start, end); none if it holds no letter.
  std::optional<locate::Place> FromFile(locate::Place file) const;

  /// The words between two code points of the file.
  std::string_view Slice(locate::Place file) const;

  /// Code points of the file ↔ UTF-16 units, as Java and JavaScript count. A place inside a pair of
  /// units is that of its character; one behind the end is the end.
  std::uint32_t ToUtf16(std::uint32_t code_point) const;
  std::uint32_t FromUtf16(std::uint32_t unit) const;

 private:
  std::string bytes_;
  locate::ReaderText text_;
  std::vector<std::uint32_t> byte_at_;    ///< Of each code point of the file, and of its end.
  std::vector<std::uint32_t> letter_at_;  ///< Of each letter of the skeleton: its code point.
  std::vector<std::uint32_t> wide_;       ///< Code points that take two UTF-16 units, rising.
};

}  // namespace proviso::exchange
