#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/locate/locate.h"
#include "core/state/command.h"

namespace proviso::view {

struct Library;

/// What a reader decided about a passage that the locator could not.
struct Judgement {
  std::uint32_t copy = 0;  ///< The number of the copy that it was said of: it holds for no other.
  Acceptance verdict = Acceptance::kNone;
  std::uint32_t place = 0;

  friend bool operator==(const Judgement&, const Judgement&) = default;
};
using Judgements = std::map<std::string, Judgement>;  ///< By passage.

/// A reader's own text of one document, and where the coded passages stand in it.
struct Copy {
  std::uint32_t number = 0;               ///< Different for each copy of a session.
  std::string name;                       ///< Of the file, or empty.
  std::u32string text;                    ///< In norm-1: quotation marks and spaces are plain.
  std::vector<locate::Place> paragraphs;  ///< Rising; they cover the text but for single spaces.
  locate::Report report;

  /// What was found of a passage, or null for one of another document.
  const locate::Finding* Find(PassageId passage) const;
  /// The paragraph, from 1, in which code point `at` stands.
  std::uint32_t ParagraphAt(std::uint32_t at) const;
  /// Passages whose letters are there, wherever.
  std::uint32_t found() const;
  /// Passages that are there in some form: all but missing and unchecked ones.
  std::uint32_t present() const;
};
using CopyPtr = std::shared_ptr<const Copy>;

/// The copy as text again, in UTF-8, with an empty line between its paragraphs.
std::string TextOfCopy(const Copy& copy);

/// A copy that needs an answer before it is kept.
struct OfferedCopy {
  std::string document;  ///< Which it was offered for.
  std::string name;
  CopyPtr copy;         ///< Null: its bytes cannot be read as they are.
  std::string other;    ///< A document that it fits better, or empty.
  CopyPtr other_copy;   ///< Checked against that.
  std::string bytes;    ///< Not UTF-8; empty if they cannot be read at all.
  std::string problem;  ///< What is the matter, in a sentence or two.
};

/// The copies of a session.
struct Copies {
  std::map<std::string, CopyPtr> by_document;
  std::map<std::string, CopyPtr> aside;  ///< Of documents that were taken back, should they return.
  std::optional<OfferedCopy> offered;
  bool shown = false;  ///< Sources shows the copy where there is one.
  std::uint32_t last = 0;
};

/// `bytes` as a checked copy of `document`.
///
/// Errors: those of `locate::ReadText`.
/// Cost:   grows with the text plus the passages; see `locate::Locate`.
Result<CopyPtr> MakeCopy(const Library& library, DocumentId document, std::string_view bytes,
                         std::string_view name, std::uint32_t number);

/// Takes an offered text in: keeps it where it fits, else leaves it in `copies->offered` with what
/// is the matter. A document that is not named is the one that the text fits best.
///
/// Returns the document that has a new copy, or none.
std::optional<DocumentId> TakeCopy(const Library& library, const OfferCopy& offer, Copies* copies);

/// Carries the answer about the offered copy out; returns as `TakeCopy` does.
std::optional<DocumentId> AnswerOffer(const Library& library, CopyAnswer answer, Copies* copies);

/// `bytes` of Windows-1252 (and so of Latin-1) as UTF-8; the five bytes that mean nothing become
/// U+FFFD. Source: encoding.spec.whatwg.org, index windows-1252.
std::string FromWindows1252(std::string_view bytes);

/// `bytes` as UTF-8 if they begin with the mark of UTF-16, either way round; else as they are.
std::string FromUtf16(std::string_view bytes);

}  // namespace proviso::view
