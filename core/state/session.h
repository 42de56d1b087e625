#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/edit/byte_delta.h"
#include "core/state/command.h"
#include "core/state/copies.h"
#include "core/state/host.h"
#include "core/state/notes.h"
#include "core/state/opening.h"
#include "core/state/other_file.h"
#include "core/state/view_state.h"
#include "core/voice/library.h"
#include "core/words/say.h"

namespace proviso::view {

/// A state one can go back to, and what was done to leave it.
struct PastState {
  ViewState state;
  std::string done;   ///< "Punishment: on"; shown as "Undid: …".
  std::string field;  ///< Of typing: the field, so that more typing in it is the same step.
  Judgements judgements;
  NotesPtr notes;
  std::uint32_t version = 0;   ///< Of the project's bytes.
  edit::ByteDelta bytes = {};  ///< If the step changed them: leads back to them when taken back.
};

/// How many steps can be undone once a dataset is edited, and how many bytes they keep at most.
inline constexpr std::size_t kMostSteps = 500;
inline constexpr std::size_t kMostStepBytes = std::size_t{8} << 20;

/// Scroll positions that begin anew with what is shown: the matrix's first column (on a phone its
/// condition) and, on a phone, its holder.
inline constexpr std::string_view kMatrixFirstColumn = "matrix-x";
inline constexpr std::string_view kMatrixPhonePlace = "matrix-at";

/// The number of the paragraph that a phone shows in Sources; begins anew with another text.
inline constexpr std::string_view kSourcesPhonePlace = "sources-at";

/// What belongs to a reader's screen whichever dataset is open: it goes along when another is
/// opened, and when one goes back. None of it is linked or undone.
struct Screen {
  Host host;
  ThemeId theme = ThemeId::kAuto;
  std::string language = "en";   ///< Asked for; `Library::say` follows when its words are here.
  bool single_keys = true;       ///< Keys without Ctrl do something; a host page can turn them off.
  bool reduced_motion = false;   ///< Also where the system does not ask for it.
  bool editing_allowed = false;  ///< Records can be changed.
  bool edited_elsewhere = false;  ///< They cannot, as another tab changes them.
  bool taking_over = false;       ///< That tab was asked to leave them.
  bool work_kept = false;         ///< What is edited is kept from visit to visit.
  std::vector<KeptWork> works;    ///< What was begun here, on earlier visits too.
  bool notes_kept = true;         ///< The platform can keep the reader's notes from visit to visit.
};

/// All that one explorer knows about its reader. No globals: two explorers are two sessions.
struct Session : Screen {
  ViewState state;
  std::vector<PastState> undo, redo;
  std::vector<ViewState> back, forward;

  Judgements judgements;  ///< Of passages whose copy needs a person; undone like the state.
  Copies copies;          ///< Never in a link, a storage or a request.
  NotesPtr notes = std::make_shared<Notes>();  ///< The reader's own; undone like the state.
  bool notes_locked = false;  ///< What is kept cannot be read, so nothing is written over it.
  Opening opening;            ///< Of another dataset.
  ProjectPtr project;  ///< Null until something is edited. Its bytes are undone like the state.
  Editing editing;
  Editing behind;  ///< The form over which Publish is open.
  Coding coding;
  Beginning beginning;
  Versions versions;
  Codings codings;
  std::string previous;  ///< The title of the dataset that one can go back to; or empty.

  // On this reader's screen, until it is closed or goes.
  ShareChoices share;
  PublishChoices publishing;
  std::string formats;        ///< What can be written for other tools, as `TakeFormats` told it.
  std::string bookmark_name;  ///< As far as it is typed.
  Dialog dialog = Dialog::kNone;
  std::string palette_words;
  std::string choosing;                 ///< kChoices: the field of the state.
  std::string focus;                    ///< Id of the focused item; empty: none.
  std::string return_focus;             ///< Where the focus goes when the dialog closes.
  std::map<std::string, float> scroll;  ///< By panel, in points.
  std::vector<std::string> notices;     ///< One line each, newest last; shown until dismissed.
  std::string copied;                   ///< What was copied two seconds ago at most; or empty.
  bool copied_loud = false;             ///< A notice says so; else the button that was pressed.
  ItemMenu item_menu;                   ///< kItemMenu: of what.
  std::string happened;                 ///< That notice which goes with the next step; or empty.
  bool tour_offered = false;            ///< One line leads to the questions.
  std::string announcement;             ///< What changed, for the live region.
};

struct EditRequest;

/// Something that only a platform can do.
struct Effect {
  enum class Kind : std::uint8_t {
    kCopy,  ///< `text`; `name`: what it is.
    kOpenUrl,
    kPickFile,     ///< `text`: "copy", "dataset", "notes", "text", "version" or "coding".
    kOpenAnyway,   ///< The dataset that waits, warnings and all.
    kReturn,       ///< To the dataset that was open before.
    kSaveFile,     ///< `text`: the file; `name`, `type`.
    kSavePicture,  ///< Of what is on screen; `text`: "svg" or "png"; `name`.
    kSavePage,     ///< The explorer with the dataset in one file; `name`; `text`: what it opens on.
    kSaveDataset,  ///< All of it; `name`, `type`; `text`: the file.
    kSaveData,     ///< As it is published; `name`, `type`; `text`: the form.
    kPrint,
    kStoreNotes,  ///< `text`: a file, empty where nothing is to be kept; `name`: its key.
    kLanguage,    ///< `text`: the language whose words are wanted.
    kEdit,        ///< `edit`; what comes of it is told as `TakeEdit`.
    kRebuild,     ///< The library of the project's bytes, which were undone; told as `TakeLibrary`.
    kBegin,       ///< `text`: a dataset's bytes; `name`: its document, whose text is `type`.
    kOwnText,     ///< `name`: a document that is at hand, with the text `type`; `text`: "keep", if
                  ///< the platform is to keep it.
    kOpenWork,    ///< `text`: the key of what the platform keeps.
    kTakeOver,    ///< Whoever edits the dataset elsewhere is asked to leave it.
    kReadAgain,   ///< Another tool's file that was looked at, with what the reader says: `text`.
    kFormats,     ///< What can be written for other tools is asked for.
    kExport,      ///< The dataset, for another tool; `type`: its format.
    kOpenOther,   ///< The version that is compared is opened; `text`: at this record.
    kHoldCopy     ///< A copy of the document `name` was taken; or taken away: then `text` is empty.
  } kind = Kind::kCopy;
  std::string text;
  std::string name = {};  ///< Of the file.
  std::string type = {};  ///< Its media type.
  std::shared_ptr<const EditRequest> edit = {};
};

/// A session with nothing in it but the screen of `old`, its size of type and, where there is one,
/// the title of the dataset that one can go back to.
Session FreshSession(const Session& old, std::string previous = {});

/// The session that was left for another dataset, on the screen of `left`, which is left now.
Session ReturnedSession(Session home, const Session& left);

/// Under which key a platform keeps the notes on a dataset.
std::string NotesKey(const Library& library);

}  // namespace proviso::view
