#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/locate/locate.h"

namespace proviso::locate {

/// Where the letters of `quote` stand, from a word's first letter to a word's last.
///
/// Skeletons are compared: layout, hyphens, quotation marks and case do not matter, one changed
/// letter does. “[…]” and “[...]” part pieces, each found behind the one before.
///
/// Shape: one list of places a finding, a place for each piece; in the order of the text. Empty:
///        the words stand nowhere. At most a million places in all.
/// Cost:  linear in the text for each piece, whatever repeats in either.
std::vector<std::vector<Place>> FindQuote(const ReaderText& text, std::string_view quote);

/// The pieces of a quote that “[…]” parts, without the empty ones.
std::vector<std::string_view> QuotePieces(std::string_view quote);

/// A place that is like the words that are not there; to be offered to a person, never taken.
struct Nearest {
  Place place;
  double share = 0;  ///< Of the pairs of neighbouring words of the quote, 0 to 1.
};

/// The likeliest place of words that `FindQuote` does not find, or none where less than a third of
/// their pairs stand together.
std::optional<Nearest> NearestPlace(const ReaderText& text, std::string_view quote);

/// The words of the text at `place`, in norm-1.
std::string WordsAt(const ReaderText& text, const Place& place);

/// The paragraphs of a text in norm-1 code points: blocks between blank lines; lines, where no line
/// is blank. They cover `text.norm1` but for the single spaces between them.
std::vector<Place> Paragraphs(std::string_view bytes);

/// The sentences of a paragraph, each from its first character to behind its closing signs.
///
/// A sentence ends behind one of . ! ? … 。！？ and closing quotation marks and brackets, before a
/// space and a capital, digit, quotation mark or letter without case; not behind a known short
/// form of the `language`, nor behind a single letter.
std::vector<Place> Sentences(std::u32string_view norm1, Place paragraph, std::string_view language);

}  // namespace proviso::locate
