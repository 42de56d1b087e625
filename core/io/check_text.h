#pragma once

#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/model/dataset.h"

namespace proviso::io {

/// What a document's text says about the records that were coded from it.
struct TextCheck {
  std::vector<Problem> errors;  ///< I7: the locators do not fit the text.
  Warnings warnings;            ///< I7: untidy or ambiguous locators; I14: words taken over.
};

/// Checks `document` against its own text, as `check --text DOC=FILE` does for a coder.
///
/// I7: the digest and length of the text, its paragraphs, and for each passage its letters and its
/// digest; as warnings, that it starts and ends at a letter or digit and that its words stand there
/// once. If the text itself is another, passages are not looked at: finding them again is
/// `locate`'s task, not this one's.
/// I14: no gloss, label, hedge, cue or note of any record shares seven words in a row with it;
/// asked only where the document is not to be quoted.
///
/// Shape:  pointers into the dataset, without lines; at most 100 errors and 100 warnings.
/// Errors: `syntax` if `text` is not UTF-8.
/// Source: data/FORMAT.md, "Invariants".
TextCheck CheckAgainstText(const Dataset& dataset, DocumentId document, std::string_view text);

}  // namespace proviso::io
