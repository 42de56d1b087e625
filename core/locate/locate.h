#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/text.h"
#include "core/model/dataset.h"

namespace proviso::locate {

/// A reader's copy of a document, prepared once for all look-ups.
///
/// Cost: linear in the text. Source: data/FORMAT.md, "Locators".
struct ReaderText {
  std::u32string norm1;
  Skeleton skeleton;
  std::vector<std::uint32_t> word_starts;  ///< Offsets into `skeleton.letters`.
};

/// The longest text that is read, in bytes.
inline constexpr std::size_t kLargestText = std::size_t{64} << 20;

/// Prepares `bytes`.
/// Errors: syntax at the first byte that is not UTF-8; limit over `kLargestText`.
Result<ReaderText> ReadText(std::string_view bytes);

/// What a text says about one passage; unchecked: the search was given up (see `Locate`).
enum class Verdict : std::uint8_t { kUnchecked, kFound, kMoved, kAmbiguous, kAltered, kMissing };

/// A stretch of the reader's norm-1 text, in code points, half-open.
struct Place {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
};

struct Finding {
  PassageId passage;
  Verdict verdict = Verdict::kUnchecked;
  std::vector<Place> places;  ///< One; several if ambiguous; none if missing.
  double share = 1.0;  ///< 1 if the passage is there; else how much of its sketch is, at best.
};

/// The findings for every passage of one document, in the order of the table.
struct Report {
  bool same_text = false;  ///< The whole text has the coder's digest.
  std::vector<Finding> findings;
  std::uint32_t count(Verdict verdict) const;
};

/// Looks every passage of `document` up in `text`.
///
/// An altered passage is a question to a person, never counted as found; its place is that of the
/// same length that holds most of the sketch, widened to whole words.
///
/// Cost: grows with the text plus the passages, not with their product. What cannot be found by its
/// place or sketch is sought at every word of the text, shortest passages first, but only for about
/// a second: 2 million SHA-256 blocks, which do for 100 such passages in 7,000 words. What is
/// left then is missing if its sketch has four hashes or more, else unchecked.
Report Locate(const Dataset& dataset, DocumentId document, const ReaderText& text);

/// What a coder writes down about a passage.
struct Locator {
  std::uint32_t start = 0, end = 0, letters = 0;
  std::string sha256;
  std::vector<std::string> sketch;
};

/// The locator of norm-1 code points [start, end), trimmed to its first and last letter or digit.
/// Errors: `call` if nothing is left.
Result<Locator> MakeLocator(const ReaderText& text, std::uint32_t start, std::uint32_t end);

/// The digest of a whole text: SHA-256 of its skeleton.
std::string TextDigest(const ReaderText& text);

}  // namespace proviso::locate
