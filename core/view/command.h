#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/view/notes.h"
#include "core/view/view_state.h"

namespace proviso::view {

enum class ThemeId : std::uint8_t { kAuto, kLight, kDark, kContrast };

// What a person can do. A panel pushes commands; `Update` alone carries them out.

struct ShowView {
  ViewId view;
};
struct Select {
  std::string id;
};  ///< Empty: nothing.
struct OpenPlace {
  std::string id;
};  ///< Sources, at the record's first passage.
struct Suppose {
  std::string proposition;
  Lever lever;
};
struct CycleLever {
  std::string proposition;
};
struct ClearSuppositions {};
struct SetTarget {
  std::string proposition;
};
struct SetStrict {
  bool strict;
};
struct ToggleFilter {
  query::Facet facet;
  std::string value;
};
struct SetFilter {
  query::Facet facet;
  std::vector<std::string> values;
};
struct ClearFilters {};
struct SetWords {
  std::string words;
};
struct SetSort {
  ClaimSort sort;
};
struct SetGroup {
  ClaimGroup group;
};
struct ShowDocument {
  std::string document;
};
struct SetTextPercent {
  std::uint16_t percent;
};
struct SetField {
  std::string key, value;
};                     ///< One field, as a link would say it; see `VisitFields`.
struct KeepBeside {};  ///< What is supposed now, kept as a second scenario to compare with.
struct DropBeside {};
struct SwapBeside {};  ///< The two scenarios change places.
struct SetBrush {
  std::string from, to;
};  ///< A stretch of the timeline, as EDTF dates; both empty: no brush.
struct SetCamera {
  Camera camera;
};
struct SetState {
  ViewState state;
};  ///< From a link or a question.
struct Undo {};
struct Redo {};
struct Back {};  ///< Within the explorer; a hosted page uses its own.
struct Forward {};

// A reader's own copies of the texts. They stay in the session: no link and no state has them.

enum class Acceptance : std::uint8_t {
  kNone,
  kSameSense,   ///< Other words, and the reader says that they mean the same.
  kNotTheSame,  ///< Other words, and another sense.
  kThisPlace    ///< Of several places this one.
};
struct AcceptPassage {
  std::string passage;
  Acceptance verdict;
  std::uint32_t place = 0;  ///< Of `kThisPlace`: which, from 0.
};                          ///< Can be undone.
struct OfferCopy {
  std::string document;  ///< Empty: whichever it fits.
  std::string name;      ///< Of the file, or empty.
  std::string bytes;
};
enum class CopyAnswer : std::uint8_t { kKeep, kKeepForOther, kReadAsWindows1252, kLeave };
struct AnswerCopy {
  CopyAnswer answer;
};  ///< To what is asked about the copy that was offered last.
struct DropCopy {
  std::string document;
};
struct ShowCopy {
  bool shown;           ///< In Sources the reader's copy, or the outline.
  std::string passage;  ///< To go to; or empty.
};

// A reader's private notes and bookmarks. Changes can be undone; no link and no state has them.

struct SetNote {
  std::string record, text;
};  ///< An empty text takes the note away.
struct AddBookmark {
  std::string name;  ///< Empty: what is looked at.
};                   ///< Of the state as it is.
struct OpenBookmark {
  std::size_t index;
};
struct RemoveBookmark {
  std::size_t index;
};
struct ImportNotes {
  NotesFile file;
};                      ///< Into those that are there.
struct RemoveNotes {};  ///< All of them.
struct RecallNotes {
  std::string text;
};                       ///< What the platform has kept, as a file or empty: where they begin.
struct NotesNotKept {};  ///< The platform cannot keep them: they last for this visit.

// What changes only this reader's screen, not the state: neither linked nor undone.

enum class Dialog : std::uint8_t {
  kNone,
  kPalette,
  kKeys,
  kShare,
  kAbout,
  kFilters,
  kNotice,
  kLevers,   ///< The conditions, where the window is too narrow to show them at the side.
  kMenu,     ///< Views, theme, size of type, keys, about.
  kSides,    ///< Compare: which texts or holders stand side by side.
  kChoices,  ///< The values of one setting; see `ChoiceOf`.
  kOpen,     ///< Another dataset: where it comes from, and what reading it came to.
  kNotes,    ///< The reader's notes and bookmarks.
  kSettings,
  kLanguage  ///< Which language the interface is in.
};
inline constexpr std::size_t kDialogCount = 15;

enum class ShareTab : std::uint8_t { kLink, kCite, kEmbed, kExport };
enum class CiteForm : std::uint8_t { kPlain, kBibTex, kCsl };
enum class EmbedSize : std::uint8_t { kSmall, kMiddle, kLarge };  ///< 480 × 360 to 960 × 640.
/// What is chosen in the dialog Share.
struct ShareChoices {
  ShareTab tab = ShareTab::kLink;
  CiteForm form = CiteForm::kPlain;
  bool frozen = false;
  EmbedSize size = EmbedSize::kMiddle;
  ThemeId theme = ThemeId::kAuto;  ///< Of the embed.

  friend bool operator==(const ShareChoices&, const ShareChoices&) = default;
};

struct ShowDialog {
  Dialog dialog;
};
struct ShowChoices {
  std::string key;
};  ///< The values that this field of the state can have, as a list.
struct SetPaletteWords {
  std::string words;
};
struct DismissNotices {};
struct OfferTour {
  bool offered;
};  ///< One line that leads to the questions; for who is here for the first time.
struct SetTheme {
  ThemeId theme;
};
struct SetSingleKeys {
  bool on;
};  ///< Keys without Ctrl do something.
struct SetReducedMotion {
  bool on;
};
struct Share {
  ShareChoices choices;
};  ///< Opens the dialog, or chooses in it.
struct NameBookmark {
  std::string name;
};  ///< What is typed for the next one.
struct SetLanguage {
  std::string language;
};  ///< Of the interface; an effect: the platform brings its words.
struct Focus {
  std::string item;
};  ///< The id of an `Item`; empty: none.
struct ScrollTo {
  std::string panel;
  float y;
};
struct CopyText {
  std::string text;
  std::string what;
};  ///< An effect: the platform copies.
struct OpenUrl {
  std::string url;
};  ///< An effect: the platform asks and opens.
enum class Saved : std::uint8_t { kDataset, kState, kNotes, kSvg, kPng };
struct Save {
  Saved what;
};                ///< An effect: the platform saves a file.
struct Print {};  ///< An effect: the platform prints this view.
struct ReportError {
  std::string record;
};  ///< Copies what a coder needs to look at a record again.
enum class Wanted : std::uint8_t { kCopy, kDataset, kNotes };
struct PickFile {
  Wanted what;
};                          ///< An effect: the platform lets the reader choose a file.
struct OpenAnyway {};       ///< An effect: the dataset that was read with warnings.
struct ReturnToDataset {};  ///< An effect: the dataset that was open before.

using Command =
    std::variant<ShowView, Select, OpenPlace, Suppose, CycleLever, ClearSuppositions, SetTarget,
                 SetStrict, ToggleFilter, SetFilter, ClearFilters, SetWords, SetSort, SetGroup,
                 ShowDocument, SetTextPercent, SetField, KeepBeside, DropBeside, SwapBeside,
                 SetCamera, SetBrush, AcceptPassage, OfferCopy, AnswerCopy, DropCopy, ShowCopy,
                 SetNote, AddBookmark, OpenBookmark, RemoveBookmark, ImportNotes, RemoveNotes,
                 RecallNotes, NotesNotKept, SetState, Undo, Redo, Back, Forward, ShowDialog,
                 ShowChoices, SetPaletteWords, DismissNotices, OfferTour, SetTheme, SetLanguage,
                 SetSingleKeys, SetReducedMotion, Share, NameBookmark, Focus, ScrollTo, CopyText,
                 OpenUrl, Save, Print, ReportError, PickFile, OpenAnyway, ReturnToDataset>;
using Commands = std::vector<Command>;

}  // namespace proviso::view
