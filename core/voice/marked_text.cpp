#include <algorithm>
#include <string>

#include "core/base/text.h"
#include "core/voice/voice.h"

namespace proviso::view {
namespace {

/// A text by code points: folded for comparing, and where each begins.
struct Folded {
  std::u32string letters;
  std::vector<std::size_t> starts;  ///< Byte offsets, one more than letters.
};

char32_t Fold(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c - U'A' + U'a';
  if (c < 128) return c;
  if (c == U'’' || c == U'‘') return U'\'';
  const Skeleton skeleton = MakeSkeleton(std::u32string_view(&c, 1));
  return skeleton.letters.size() == 1 ? skeleton.letters[0] : c;
}

Folded FoldEach(std::string_view text) {
  Folded folded;
  for (std::size_t at = 0; at < text.size();) {
    folded.starts.push_back(at);
    folded.letters.push_back(Fold(NextCodePoint(text, &at)));
  }
  folded.starts.push_back(text.size());
  return folded;
}

/// Marks parts of a text, whatever their case.
class Marker {
 public:
  explicit Marker(std::string_view text)
      : text_(text), hay_(FoldEach(text)), marked_(hay_.letters.size(), 0) {}

  /// Marks `part` wherever it begins at the beginning of a word and, if `whole`, ends at the end of
  /// one. Returns whether it does so anywhere, or is empty.
  bool Mark(std::string_view part, bool whole) {
    const std::u32string needle = FoldEach(part).letters;
    bool found = needle.empty();
    if (found) return true;
    for (std::size_t at = hay_.letters.find(needle); at != std::u32string::npos;
         at = hay_.letters.find(needle, at + 1)) {
      const std::size_t end = at + needle.size();
      if ((at > 0 && Inside(at)) || (whole && Inside(end))) continue;
      found = true;
      std::fill(marked_.begin() + static_cast<std::ptrdiff_t>(at),
                marked_.begin() + static_cast<std::ptrdiff_t>(end), std::uint8_t{1});
    }
    return found;
  }

  std::vector<WordRun> Runs() const {
    std::vector<WordRun> runs;
    for (std::size_t i = 0; i < marked_.size();) {
      std::size_t end = i;
      while (end < marked_.size() && marked_[end] == marked_[i]) ++end;
      const std::size_t from = hay_.starts[i];
      runs.push_back({std::string(text_.substr(from, hay_.starts[end] - from)), marked_[i] != 0});
      i = end;
    }
    return runs;
  }

 private:
  /// True if the border before letter `at` runs through a word.
  bool Inside(std::size_t at) const {
    return at < hay_.letters.size() && IsWordCharacter(hay_.letters[at - 1]) &&
           IsWordCharacter(hay_.letters[at]);
  }

  std::string_view text_;
  Folded hay_;
  std::vector<std::uint8_t> marked_;
};

}  // namespace

std::string HedgedText::plain() const {
  std::string out;
  for (const WordRun& run : runs) out += run.text;
  return out;
}

HedgedText MarkHedges(std::string_view text, std::span<const Text> cues) {
  HedgedText out;
  Marker marker(text);
  for (const Text cue : cues)
    if (!marker.Mark(cue, true)) out.other_cues.emplace_back(cue);
  out.runs = marker.Runs();
  return out;
}

std::vector<WordRun> MarkBeginnings(std::string_view text, std::string_view query) {
  Marker marker(text);
  while (!query.empty()) {
    const std::size_t end = query.find(' ');
    marker.Mark(query.substr(0, end), false);
    query.remove_prefix(end == std::string_view::npos ? query.size() : end + 1);
  }
  return marker.Runs();
}

}  // namespace proviso::view
