#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace proviso {

/// Returns the byte offset of the first byte of `text` that is not strict UTF-8 (overlong forms,
/// surrogates and values over U+10FFFF included), or none.
std::optional<std::size_t> FirstInvalidUtf8(std::string_view text);

/// Reads one code point of valid UTF-8 at `*at` and moves `*at` past it.
char32_t NextCodePoint(std::string_view text, std::size_t* at);

/// Appends `c` to `out` as UTF-8.
void AppendUtf8(char32_t c, std::string* out);

/// The number of code points in valid UTF-8.
std::size_t CountCodePoints(std::string_view text);

/// True for the Unicode 15.0 categories L*, M* and N*: what a skeleton keeps.
bool IsWordCharacter(char32_t c);

/// Returns `text` in NFC; equal to `text` if it already is.
std::string Nfc(std::string_view text);

/// True if `text` (valid UTF-8) is in NFC at first sight: it has only characters that nothing
/// composes with and that stay as they are. False says nothing. Covers most text of most scripts.
bool IsPlainlyNfc(std::string_view text);

/// Returns the norm-1 form of valid UTF-8: invisible characters dropped, quotes and dashes folded,
/// NFKC, white space collapsed and trimmed.
///
/// Source: data/FORMAT.md, "norm-1". Offsets of passages count code points of this form.
std::u32string Norm1(std::string_view text);

/// A norm-1 text reduced to its letters, marks and digits, case folded.
///
/// Blind to layout, hyphenation, quotes, dashes and case, and to nothing else.
struct Skeleton {
  std::u32string letters;
  std::vector<std::uint32_t>
      origin;  ///< For each letter, its code-point offset in the norm-1 text.
};
Skeleton MakeSkeleton(std::u32string_view norm1);

/// The words of a norm-1 text, case folded: maximal runs of L, M and N.
std::vector<std::u32string> Words(std::u32string_view norm1);

/// Folds text for searching: norm-1, full case folding, diacritics and stroke letters (ł, ø, ß, đ)
/// reduced to their base letters, everything but letters and digits turned into one space.
std::string FoldForSearch(std::string_view text);

/// Takes the first word off `words`, which spaces part; empty: there is no more.
std::string_view TakeWord(std::string_view* words);

std::string ToUtf8(std::u32string_view text);

}  // namespace proviso
