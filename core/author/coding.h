#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/author/coding_field.h"
#include "core/author/mark.h"
#include "core/author/names.h"
#include "core/voice/library.h"

namespace proviso::view {

/// A claim as far as it is written.
struct ClaimLines {
  DocumentId document;
  std::vector<locate::Place> places;               ///< Of its passages.
  std::array<std::string, kCodeFieldCount> lines;  ///< kFirm: a word of the format.
  bool settled = true;                             ///< Nothing of `About` is still being typed.
  std::vector<std::string> hedges;                 ///< The cues of the level.
  std::string coder, id;                           ///< `id`: of the draft that it was, or empty.

  const std::string& operator[](CodeField field) const {
    return lines[static_cast<std::size_t>(field)];
  }
};

/// What is to be put for it.
struct ClaimSteps {
  std::string id;
  std::vector<edit::Step> steps;
  std::array<std::string, kCodeFieldCount> problems;  ///< By field; empty: none.

  /// The first field that has a problem, or none.
  std::optional<CodeField> fault() const;
};

/// The steps that save a claim. What is missing or cannot be read is said by field; `words` of none
/// are no problem if `propose`: then the claim has those that `ProposeWords` finds.
ClaimSteps MakeClaim(const Library& library, const CodeText& text, const ClaimLines& claim,
                     bool propose);

/// The steps that keep what is written as a draft, with its passages as records.
ClaimSteps MakeDraft(const Library& library, const CodeText& text, const ClaimLines& claim);

/// What a draft holds.
struct DraftLines {
  std::string id;
  std::vector<PassageId> passages;
  std::array<std::string, kCodeFieldCount> lines;
};
std::vector<DraftLines> DraftsOf(const Library& library);
/// "about what?": what a draft of a claim lacks first.
std::string MissingOf(const Library& library, const DraftLines& draft);
/// The steps that drop a draft.
std::vector<edit::Step> WithoutDraft(const Library& library, std::string_view id);

/// Who is likely to say it: the author, then the people whose names stand in the marked words, in
/// their order.
std::string ProposeWho(const Library& library, DocumentId document, std::string_view words);

/// The claim in a sentence of its own, from what it is about and how firmly.
std::string ProposeWords(const Library& with_claim, const Claim& claim);

/// A library in which the claim stands, made aside; null where it cannot stand yet.
/// Cost: an edit and a library.
std::shared_ptr<const Library> WithClaim(const Library& library,
                                         const std::vector<edit::Step>& steps);

/// A part of a line "About" or "Who says": words, or a keyword, which is drawn as a pill.
struct LinePart {
  std::string words;
  bool keyword = false;
  std::size_t begin = 0, end = 0;  ///< Of the line, in bytes.
};
std::vector<LinePart> PartsOf(CodeField field, std::string_view line,
                              const edit::KnownWords& known);
/// `words` so that they stand in a line as one name.
std::string AsPart(CodeField field, std::string_view words);

/// Which levels go with what `about` says (I4); by `Modality`.
std::array<bool, 7> LevelsFor(const Library& library, std::string_view about, bool hedged);

/// How many words of the text's own stand in a row in the coder's sentence; the longest such run.
std::size_t LongestRun(const CodeText& text, std::string_view words);

}  // namespace proviso::view
