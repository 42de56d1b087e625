#pragma once

#include <string>
#include <vector>

#include "core/state/session.h"

namespace proviso::view {

/// A file of the text version.
struct ExportedFile {
  std::string path;  ///< Relative, with "/": "actors/a-brian-hart.html".
  std::string bytes;
};

/// The whole dataset as pages that need no script: a start page, one page a document and an actor,
/// lists of everything else with an anchor a record, and one style sheet.
///
/// An anchor is the record's id; anchors that are not ids have a capital letter, which no id has.
/// Every record that a page names is a link to that record's place. Pages link to the
/// explorer as `../index.html`, so the folder belongs beside that page. Cost: about 2 KB a claim,
/// all in memory at once.
std::vector<ExportedFile> ExportPages(const Library& library);

/// What a page shows before the explorer runs, as a fragment for its `<main>`: the title, what it
/// is, counts, the conditions with who links them, and links into the text version, which lies in
/// the folder `text` (ending in "/", or empty).
std::string ExportSkeleton(const Library& library, std::string_view text);

}  // namespace proviso::view
