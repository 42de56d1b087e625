#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/dataset.h"
#include "core/query/facets.h"
#include "core/query/index.h"
#include "core/query/search.h"
#include "core/reason/views.h"
#include "core/view/command.h"
#include "core/view/copies.h"
#include "core/view/host.h"
#include "core/view/notes.h"
#include "core/view/opening.h"
#include "core/view/say.h"
#include "core/view/view_state.h"

namespace proviso::view {

/// A dataset with everything that is derived from it once: what every model is built from.
struct Library {
  explicit Library(Dataset loaded);

  Dataset dataset;
  query::Index index;
  query::FacetTable facets;
  reason::Views views;
  query::SearchIndex claims;      ///< For the words over the claim list.
  query::SearchIndex everything;  ///< For the palette.
  std::string digest;
  Say say;  ///< The language of the interface; the dataset keeps its own.
};

/// A state one can go back to, and what was done to leave it.
struct PastState {
  ViewState state;
  std::string done;   ///< "Punishment: on"; shown as "Undid: …".
  std::string field;  ///< Of typing: the field, so that more typing in it is the same step.
  Judgements judgements;
  NotesPtr notes;
};

/// All that one explorer knows about its reader. No globals: two explorers are two sessions.
struct Session {
  ViewState state;
  std::vector<PastState> undo, redo;
  std::vector<ViewState> back, forward;

  Judgements judgements;  ///< Of passages whose copy needs a person; undone like the state.
  Copies copies;          ///< Never in a link, a storage or a request.
  NotesPtr notes = std::make_shared<Notes>();  ///< The reader's own; undone like the state.
  bool notes_kept = true;                      ///< The platform can keep them from visit to visit.
  Opening opening;                             ///< Of another dataset.
  std::string previous;  ///< The title of the dataset that one can go back to; or empty.

  // This reader's screen.
  Host host;
  ShareChoices share;
  std::string bookmark_name;  ///< As far as it is typed.
  ThemeId theme = ThemeId::kAuto;
  std::string language = "en";  ///< Asked for; `Library::say` follows when its words are here.
  bool single_keys = true;      ///< Keys without Ctrl do something; a host page can turn them off.
  bool reduced_motion = false;  ///< Also where the system does not ask for it.
  Dialog dialog = Dialog::kNone;
  std::string palette_words;
  std::string choosing;                 ///< kChoices: the field of the state.
  std::string focus;                    ///< Id of the focused item; empty: none.
  std::string return_focus;             ///< Where the focus goes when the dialog closes.
  std::map<std::string, float> scroll;  ///< By panel, in points.
  std::vector<std::string> notices;     ///< One line each, newest last; shown until dismissed.
  bool tour_offered = false;            ///< One line leads to the questions.
  std::string announcement;             ///< What changed, for the live region.
};

/// Something that only a platform can do.
struct Effect {
  enum class Kind : std::uint8_t {
    kCopy,
    kOpenUrl,
    kPickFile,     ///< `text`: "copy" or "dataset".
    kOpenAnyway,   ///< The dataset that waits, warnings and all.
    kReturn,       ///< To the dataset that was open before.
    kSaveFile,     ///< `text`: the file; `name`, `type`.
    kSavePicture,  ///< Of what is on screen; `text`: "svg" or "png"; `name`.
    kPrint,
    kStoreNotes,  ///< `text`: a file, empty where nothing is to be kept; `name`: its key.
    kLanguage     ///< `text`: the language whose words are wanted.
  } kind = Kind::kCopy;
  std::string text;
  std::string name = {};  ///< Of the file.
  std::string type = {};  ///< Its media type.
};

/// A session with nothing in it but what belongs to the reader's screen in `old`.
Session FreshSession(const Session& old);

/// Under which key a platform keeps the notes on a dataset.
std::string NotesKey(const Library& library);

/// Carries `command` out. Pure: the same session and command give the same result; a command that
/// changes nothing leaves no trace in undo.
///
/// Every change of `ViewState` can be undone, in one step each (typing in one field is one step); a
/// change of view, selection or document is also a place to go back to.
void Update(const Library& library, const Command& command, Session& session,
            std::vector<Effect>& effects);

/// Carries out what a link says; what it cannot read becomes notices. Never fails.
void OpenLink(const Library& library, std::string_view fragment, Session& session,
              std::vector<Effect>& effects);

}  // namespace proviso::view
