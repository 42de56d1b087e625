#pragma once

#include <string>
#include <vector>

#include "core/state/session.h"

namespace proviso::view {

// What leaves the explorer as text for other programs, and the files that it saves.

/// The address that opens `state`: the page's, where the host has told it, with the fragment. Empty
/// where a reader's own file is open: no link brings it along, and the page would show other data.
std::string LinkTo(const Session& session, const ViewState& state);

/// "View “What if”, with 2 conditions supposed".
std::string StateWords(const Library& library, const ViewState& state);

/// What is supposed, and what the filters keep, each as a line; for whoever prints a view.
struct StateLine {
  std::string label, words;
};

std::vector<StateLine> StateLines(const Library& library, const ViewState& state);

/// A sentence that cites a record: what is said by whom, where, dataset with version and digest,
/// and the link to this view.
std::string CiteWords(const Library& library, const Session& session, RecordRef record);

/// The view on screen as a full citation: title, view, version, digest, date, link.
std::string Citation(const Library& library, const Session& session);
/// The same in the form that a program of references reads.
std::string CitationAs(const Library& library, const Session& session, CiteForm form);

/// What a coder needs to look at a record again: its id and locator, dataset, version and digest.
std::string ErrorReport(const Library& library, const Session& session, RecordRef record);

/// How far two codings that were merged agree, what was decided, and what waits: a page that needs
/// nothing else. Defined where their pairs are drawn (core/views/compare).
std::string MergeReport(const Library& library, const Session& session);

/// The effect that saves a file or a picture.
Effect SavedFile(const Library& library, const Session& session, Saved what);

}  // namespace proviso::view
