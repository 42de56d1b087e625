#include "core/exchange/text_map.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/base/unicode.h"
#include "core/exchange/xml.h"

namespace proviso::exchange {
namespace {

/// Characters that norm-1 drops: what stands around them may compose.
bool IsDropped(char32_t c) {
  return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         c == 0x2060 || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

/// True if `c` may become one character with what stands before it: marks, and vowels and final
/// consonants of Hangul.
bool Continues(char32_t c) {
  return IsMark(c) || IsDropped(c) || (c >= 0x1160 && c <= 0x11FF) || c == 0xFF9E || c == 0xFF9F;
}

}  // namespace

Result<TextMap> TextMap::Make(std::string_view bytes) {
  TextMap map;
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  map.bytes_.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == '\r') {
      if (i + 1 < bytes.size() && bytes[i + 1] == '\n') continue;
      map.bytes_ += '\n';
    } else {
      map.bytes_ += bytes[i];
    }
  }
  Result<locate::ReaderText> text = locate::ReadText(map.bytes_);
  if (!text.ok()) return text.problems();
  map.text_ = std::move(*text);

  std::string cluster;
  std::uint32_t begin = 0, count = 0;
  const auto close = [&] {
    if (cluster.empty()) return;
    const std::size_t letters = MakeSkeleton(Norm1(cluster)).letters.size();
    map.letter_at_.insert(map.letter_at_.end(), letters, begin);
    cluster.clear();
  };
  for (std::size_t at = 0; at < map.bytes_.size();) {
    const auto from = static_cast<std::uint32_t>(at);
    const char32_t c = NextCodePoint(map.bytes_, &at);
    map.byte_at_.push_back(from);
    if (c > 0xFFFF) map.wide_.push_back(count);
    if (!Continues(c)) {
      close();
      begin = count;
    }
    cluster.append(map.bytes_, from, at - from);
    ++count;
  }
  close();
  map.byte_at_.push_back(static_cast<std::uint32_t>(map.bytes_.size()));
  if (map.letter_at_.size() != map.text_.skeleton.letters.size())
    return CallProblem("The letters of the text cannot be counted one by one.",
                       "Save it in the normal form NFC and give it again.");
  return map;
}

std::optional<locate::Place> TextMap::ToFile(locate::Place norm1) const {
  const auto& origin = text_.skeleton.origin;
  const auto first = std::lower_bound(origin.begin(), origin.end(), norm1.start);
  const auto last = std::lower_bound(first, origin.end(), norm1.end);
  if (first == last) return std::nullopt;
  const std::uint32_t end = letter_at_[static_cast<std::size_t>(last - origin.begin()) - 1];
  // Marks behind the last letter belong to it.
  std::uint32_t behind = end + 1;
  while (behind < size()) {
    std::size_t at = byte_at_[behind];
    if (!IsMark(NextCodePoint(bytes_, &at))) break;
    ++behind;
  }
  return locate::Place{letter_at_[static_cast<std::size_t>(first - origin.begin())], behind};
}

std::optional<locate::Place> TextMap::FromFile(locate::Place file) const {
  const auto& origin = text_.skeleton.origin;
  const auto first = std::lower_bound(letter_at_.begin(), letter_at_.end(), file.start);
  const auto last = std::lower_bound(first, letter_at_.end(), file.end);
  if (first == last) return std::nullopt;
  const auto a = static_cast<std::size_t>(first - letter_at_.begin());
  const auto b = static_cast<std::size_t>(last - letter_at_.begin()) - 1;
  return locate::Place{origin[a], origin[b] + 1};
}

std::string_view TextMap::Slice(locate::Place file) const {
  const std::uint32_t end = std::min(file.end, size()), start = std::min(file.start, end);
  return std::string_view(bytes_).substr(byte_at_[start], byte_at_[end] - byte_at_[start]);
}

std::uint32_t TextMap::ToUtf16(std::uint32_t code_point) const {
  code_point = std::min(code_point, size());
  return code_point + static_cast<std::uint32_t>(
                          std::lower_bound(wide_.begin(), wide_.end(), code_point) - wide_.begin());
}

std::uint32_t TextMap::FromUtf16(std::uint32_t unit) const {
  std::uint32_t low = 0, high = size();
  while (low < high) {  // The last code point that begins at or before `unit`.
    const std::uint32_t middle = low + (high - low + 1) / 2;
    if (ToUtf16(middle) <= unit)
      low = middle;
    else
      high = middle - 1;
  }
  return low;
}

}  // namespace proviso::exchange
