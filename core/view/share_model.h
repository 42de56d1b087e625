#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/view/session.h"
#include "core/view/voice_model.h"

namespace proviso::view {

/// The address that opens `state`: the page's, where the host has told it, with the fragment.
std::string LinkTo(const Host& host, const ViewState& state);

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
std::string Citation(const Library& library, const Session& session, CiteForm form);

/// A tag for a page: the explorer in a frame, or as an element. Every value is encoded for an
/// attribute. Empty where the host has told no address.
std::string FrameTag(const Library& library, const Session& session);
std::string ElementTag(const Library& library, const Session& session);

/// What a coder needs to look at a record again: its id and locator, dataset, version and digest.
std::string ErrorReport(const Library& library, const Session& session, RecordRef record);

/// The effect that saves a file or a picture.
Effect SavedFile(const Library& library, const Session& session, Saved what);

/// A text in the dialog, with what copies it.
struct ShareText {
  std::string label, text;
};

/// A format that can be written.
struct ExportRow {
  std::string key, name;
  std::string lost;   ///< What it leaves out.
  std::string words;  ///< On the button; empty: there is none.
  Command command;
};

struct ShareModel {
  ShareTab tab = ShareTab::kLink;
  ShareChoices choices;
  std::vector<ShareText> texts;
  std::string note;             ///< Under the texts.
  std::string warning;          ///< A link that is too long; an embed without an address.
  std::vector<ExportRow> rows;  ///< kExport.
  std::string rows_note;
  std::vector<Action> actions;
};
ShareModel BuildShareModel(const Library& library, const Session& session);

inline constexpr std::array<std::string_view, 4> kShareTabLabels{"Link##address", "Cite", "Embed",
                                                                 "Export"};

}  // namespace proviso::view
