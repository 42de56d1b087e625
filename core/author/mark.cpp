#include "core/author/mark.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"

namespace proviso::view {
namespace {

/// The place from the first letter in `place` to the last; none without letters.
std::optional<locate::Place> Trimmed(const locate::ReaderText& text, locate::Place place) {
  const auto& origin = text.skeleton.origin;
  const auto first = std::lower_bound(origin.begin(), origin.end(), place.start);
  const auto last = std::lower_bound(first, origin.end(), place.end);
  if (first == last) return std::nullopt;
  return locate::Place{*first, *(last - 1) + 1};
}

/// Moves an index by `by`, as far as the list goes.
std::size_t Stepped(std::size_t at, int by, std::size_t size) {
  const auto to = static_cast<std::ptrdiff_t>(at) + by;
  return static_cast<std::size_t>(
      std::clamp<std::ptrdiff_t>(to, 0, static_cast<std::ptrdiff_t>(size) - 1));
}

/// The stretch in `list` that holds `at`, else the first behind it, else the last.
std::size_t Around(const std::vector<locate::Place>& list, std::uint32_t at) {
  const auto found = std::lower_bound(
      list.begin(), list.end(), at,
      [](const locate::Place& one, std::uint32_t point) { return one.end <= point; });
  return std::min(static_cast<std::size_t>(found - list.begin()), list.size() - 1);
}

}  // namespace

std::size_t CodeText::ParagraphAt(std::uint32_t at) const {
  return paragraphs.empty() ? 0 : Around(paragraphs, at);
}

CodeText ReadCodeText(const std::u32string& norm1, std::vector<locate::Place> paragraphs,
                      std::string_view language) {
  CodeText out;
  Result<locate::ReaderText> text = locate::ReadText(ToUtf8(norm1));
  if (!text) return out;
  out.text = *std::move(text);
  out.paragraphs = std::move(paragraphs);
  const auto& starts = out.text.word_starts;
  const auto& origin = out.text.skeleton.origin;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : origin.size();
    out.words.push_back({origin[starts[i]], origin[end - 1] + 1});
  }
  for (const locate::Place& paragraph : out.paragraphs) {
    out.first_sentence.push_back(static_cast<std::uint32_t>(out.sentences.size()));
    for (const locate::Place& one : locate::Sentences(out.text.norm1, paragraph, language))
      if (const auto trimmed = Trimmed(out.text, one)) out.sentences.push_back(*trimmed);
  }
  return out;
}

std::optional<locate::Place> MarkBetween(const CodeText& text, std::uint32_t a, std::uint32_t b) {
  if (text.words.empty()) return std::nullopt;
  if (a > b) std::swap(a, b);
  const locate::Place& first = text.words[Around(text.words, a)];
  std::size_t last = Around(text.words, b);
  if (text.words[last].start > b && text.words[last].start > first.start && last > 0) --last;
  return locate::Place{first.start, std::max(first.end, text.words[last].end)};
}

std::optional<std::size_t> SentenceAt(const CodeText& text, std::uint32_t at) {
  if (text.sentences.empty()) return std::nullopt;
  std::size_t found = Around(text.sentences, at);
  // The signs behind a sentence are its own.
  if (found > 0 && text.sentences[found].start > at) {
    const std::size_t paragraph = text.ParagraphAt(at);
    if (text.ParagraphAt(text.sentences[found - 1].start) == paragraph) --found;
  }
  return found;
}

locate::Place MovedMark(const CodeText& text, locate::Place mark, bool end, MarkBy unit, int by) {
  if (text.words.empty() || by == 0) return mark;
  const std::uint32_t at = end ? mark.end - 1 : mark.start;
  std::uint32_t to = at;
  if (unit == MarkBy::kLetter) {
    const auto& origin = text.text.skeleton.origin;
    const auto letter = static_cast<std::size_t>(
        std::lower_bound(origin.begin(), origin.end(), at) - origin.begin());
    const std::uint32_t moved =
        origin[Stepped(std::min(letter, origin.size() - 1), by, origin.size())];
    to = end ? moved + 1 : moved;
  } else {
    const auto& list = unit == MarkBy::kWord ? text.words : text.sentences;
    const std::size_t here = Around(list, at);
    // Part of a unit first becomes the whole of it.
    const bool whole = end ? list[here].end == mark.end : list[here].start == mark.start;
    const bool outward = end ? by > 0 : by < 0;
    const std::size_t there = whole || !outward ? Stepped(here, by, list.size()) : here;
    to = end ? list[there].end : list[there].start;
  }
  if (end)
    mark.end = std::max(to, mark.start + 1);
  else
    mark.start = std::min(to, mark.end - 1);
  return mark;
}

}  // namespace proviso::view
