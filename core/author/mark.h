#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/author/coding_field.h"
#include "core/locate/find_quote.h"
#include "core/locate/locate.h"

namespace proviso::view {

/// A text to be coded, with what can be marked in it. Places are norm-1 code points.
struct CodeText {
  locate::ReaderText text;
  std::vector<locate::Place> paragraphs, words;
  std::vector<locate::Place> sentences;       ///< From the first letter to the last.
  std::vector<std::uint32_t> first_sentence;  ///< Of each paragraph.

  /// The paragraph, from 0, in which code point `at` stands.
  std::size_t ParagraphAt(std::uint32_t at) const;
  std::string WordsAt(locate::Place place) const { return locate::WordsAt(text, place); }
};

/// `norm1`: a text in norm-1; `paragraphs`: those that the copy has.
CodeText ReadCodeText(const std::u32string& norm1, std::vector<locate::Place> paragraphs,
                      std::string_view language);

/// From the first letter to the last of the words that touch the stretch between two code points;
/// none where there is no word.
std::optional<locate::Place> MarkBetween(const CodeText& text, std::uint32_t a, std::uint32_t b);

/// The sentence around `at`, or the one before it; none in a text without words.
std::optional<std::size_t> SentenceAt(const CodeText& text, std::uint32_t at);

/// `mark` with its end, or its start, moved by so many words, sentences or letters; never empty.
locate::Place MovedMark(const CodeText& text, locate::Place mark, bool end, MarkBy unit, int by);

}  // namespace proviso::view
