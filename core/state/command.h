#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/state/host.h"
#include "core/state/notes.h"
#include "core/state/opening.h"
#include "core/state/other_file.h"
#include "core/state/project.h"
#include "core/state/view_state.h"

namespace proviso::view {

enum class ThemeId : std::uint8_t { kAuto, kLight, kDark, kContrast };

}  // namespace proviso::view

namespace proviso {
/// In attributes, addresses and what a page remembers.
template <>
inline constexpr std::array<std::string_view, 4> kWords<view::ThemeId>{"auto", "light", "dark",
                                                                       "contrast"};
}  // namespace proviso

namespace proviso::view {

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
struct ToggleFilter {
  query::Facet facet;
  std::string value;
};
struct ClearFilters {};
struct ShowDocument {
  std::string document;
};
struct SetField {
  std::string key, value;
  /// To be undone by itself, even right after another change of this field; else what is typed or
  /// counted up in one go is one step of undo.
  bool own_step = false;
};  ///< One field, as a link would say it; see `VisitFields`.
// Some of these by name. They are no commands of their own.
struct SetWords : SetField {
  explicit SetWords(std::string_view words = {}) : SetField{"q", EncodedText(words)} {}
};
struct SetStrict : SetField {
  explicit SetStrict(bool strict) : SetField{"strict", strict ? "1" : "", true} {}
};
struct SetTextPercent : SetField {
  explicit SetTextPercent(int percent) : SetField{"text", std::to_string(percent), true} {}
};
struct ClearFilter : SetField {
  explicit ClearFilter(query::Facet facet) : SetField{std::string(Word(facet)), "", true} {}
};
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
};  ///< From a question, or a picture of the state.
struct FollowLink {
  std::string fragment;
};  ///< What a link says; what of it cannot be read becomes notices.
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
  /// It was here before: it is kept for that document as it is, and nobody is led to it.
  bool again = false;
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
/// What the platform has kept, as a file or empty, and what it knew to be kept before: where notes
/// begin, and what another tab has written meanwhile.
struct RecallNotes {
  std::string text, base;
};
/// The platform could keep what it was last asked to, or could not: then they last for this visit.
struct NotesKept {
  bool kept = false;
};

// Making a dataset. Carried out by `UpdateAuthor`, a part of the program that comes with the first
// form or the first text to be coded; only where editing is allowed.

struct ShowForm {
  std::string record;
};  ///< Opens the form of a record; empty: closes it.
struct AddRecord {
  Table table;
};  ///< Opens the form of a new one.
struct ShowCode {
  bool shown;
};  ///< In Sources the text to be coded.
struct TypeField {
  std::string path, words;
};  ///< Of the open form: what is typed, not taken yet.
struct EditField {
  std::string path, words;
};  ///< Takes it.
struct OpenField {
  std::string path;
};  ///< Opens or closes a field's list of words.
struct AddItem {
  std::string path;
};  ///< An empty item at the end of a list of objects.
struct MoveItem {
  std::string path;
  int by;
};
struct DropItem {
  std::string path;
};
struct AskRemove {
  bool asked;
};  ///< Of the open record: what goes with it.
struct RemoveRecord {
  std::string id;
  bool with_users;
};
struct AskJoin {
  bool asked;
};
struct JoinRecords {
  std::string from, to;
};  ///< `to` stays.
struct MarkStretch {
  std::uint32_t start, end;
};  ///< From the first letter to the last of the words between two code points of the shown text.
struct MarkSentence {
  std::uint32_t at;
};  ///< The sentence around a code point.
struct StepSentence {
  int by;
  bool uncoded;  ///< Those that have no claim.
};
struct MoveMark {
  bool end;  ///< The end, else the start.
  MarkBy unit;
  int by;
};
struct DropMark {};
struct BeginClaim {};
struct AddPassage {};  ///< The mark becomes a further passage of the claim before it.
struct FocusCode {
  CodeField field;
};
struct SetCodeField {
  CodeField field;
  std::string words;
};  ///< What is typed behind the chips.
struct TakeMatch {
  CodeField field;
  std::string words;
};  ///< Puts words in the place of what is typed, as a chip.
struct TakeBack {
  CodeField field;
};  ///< The last chip becomes words again.
struct SaveClaim {
  bool next;  ///< Marks the next sentence.
};
struct KeepDraft {};
struct OpenDraft {
  std::string id;
};
struct DropDraft {
  std::string id;
};
struct ShowBegin {
  bool shown;
  bool adding = false;
};  ///< A text is given, from which a dataset is made; or which is added to the open one.
struct TypeBegin {
  BeginField field;
  std::string words;
};
struct BeginProject {};
struct OpenWork {
  std::string key;
};                   ///< An effect: goes on with what the platform keeps.
struct TakeOver {};  ///< An effect: what is edited elsewhere is edited here from then on.
struct MergeCoding {
  std::shared_ptr<const Library> own, other;
  std::string name;
};  ///< A colleague's coding, from a file of this name, and the open one become one.
struct DecidePair {
  std::string draft;
  CodingTaken took;
};  ///< Of two codings that were merged.
struct WritePair {
  std::string draft;
};  ///< Opens the form for a version of one's own, with both readings beside it.
struct BeginFrom {
  std::string side;
};  ///< The version that is written begins anew as coding "a" or "b" has it.
struct NotePair {
  std::string row;
};  ///< Asks why a pair is decided so; empty: no more. The field is `NotePath` of the row.
struct SaveReport {};  ///< An effect: how far two codings agree and what was decided, as a file.
struct SetCoder {
  std::string initials;
};  ///< Whose initials numbered ids carry.

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
  kLanguage,  ///< Which language the interface is in.
  kItemMenu,  ///< What can be done with one item, where it was asked for.
  kPublish,   ///< The dataset as something that others can open.
  kVersions   ///< What the open dataset and another version of it have otherwise.
};
inline constexpr std::size_t kDialogCount = 18;

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

enum class PublishForm : std::uint8_t { kOneFile, kSite, kData };
/// What is chosen in the dialog Publish.
struct PublishChoices {
  PublishForm form = PublishForm::kOneFile;
  bool as_now = false;  ///< It opens on what is looked at and supposed; else on the first view.

  friend bool operator==(const PublishChoices&, const PublishChoices&) = default;
};

struct ShowDialog {
  Dialog dialog;
};
struct ShowChoices {
  std::string key;
  std::string focus;  ///< The item of the value in force.
};                    ///< The values that this field of the state can have, as a list.
/// The id of the item that they are typed into.
inline constexpr std::string_view kPaletteField = "palette-words";
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
struct Publish {
  PublishChoices choices;
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
struct KeepFocus {
  std::string item;
};  ///< What had the focus is gone, and this stood next to it. Nothing is said of it.
struct ScrollTo {
  std::string panel;
  float y;
};
struct CopyText {
  std::string text;
  std::string what;
  bool loud = false;  ///< No button is there to say that it is done: a notice does.
};                    ///< An effect: the platform copies.
/// What a menu of an item is asked for: its record, its words, where in the window.
struct ItemMenu {
  std::string record;
  std::string words;
  float x = 0, y = 0;
};
struct ShowItemMenu {
  ItemMenu menu;
};
struct CopyWords {
  std::string words;
  std::string record;
};  ///< Words that were selected, with the place in the text and whose they are.
struct ForgetCopied {};  ///< Two seconds after: buttons say again what they copy.
struct OpenUrl {
  std::string url;
};  ///< An effect: the platform asks and opens.
/// `kFigure…`: a picture for an article.
enum class Saved : std::uint8_t {
  kDataset,
  kState,
  kNotes,
  kSvg,
  kPng,
  kFigureSvg,
  kFigurePng,
  kFigureSquare,
  kFigureColumn,
  kOneFile,  ///< The explorer with the dataset, as a page that needs nothing else.
  kData,     ///< The dataset without drafts, as it is published.
  kClaims    ///< Its claims, for spreadsheets.
};
struct Save {
  Saved what;
};                ///< An effect: the platform saves a file.
struct Print {};  ///< An effect: the platform prints this view.
struct ReportError {
  std::string record;
};  ///< Copies what a coder needs to look at a record again.
struct PickFile {
  Wanted what;
};                          ///< An effect: the platform lets the reader choose a file.
struct OpenAnyway {};       ///< An effect: the dataset that was read with warnings.
struct ReturnToDataset {};  ///< An effect: the dataset that was open before.
struct SetVersions {
  bool later;
  std::size_t most;
};  ///< Which of two versions came later, and how many records are listed.
struct OpenOther {
  std::string record;
};                     ///< An effect: the version that is compared is opened, at a record.
struct AskFormats {};  ///< An effect: what can be written for other tools is told as `TakeFormats`.
struct ExportFor {
  std::string format;
};  ///< An effect: the dataset is written for another tool.
struct ShowCodings {
  bool shown;
  CodingsTab tab = CodingsTab::kToDecide;
  std::size_t most = 60;
};  ///< In Compare the pairs of two codings that were merged.

// What a platform tells.

struct Tell {
  std::string sentence;
};  ///< One line for the reader, shown until it is dismissed.
struct Announce {
  std::string sentence;
};  ///< For the live region.
struct Copied {
  std::string what;
  std::string text;
  bool done;
};  ///< What `CopyText` came to; `text`: to be copied by hand, where it failed and is not yet
    ///< shown.
struct Happened {
  std::string sentence;
};  ///< Something asked of the platform is done: for the live region, and shown until the next
    ///< step.
struct SetHost {
  Host host;
};
struct SetOpening {
  Opening opening;
};  ///< How far opening another dataset has come.
struct UseLanguage {
  std::string language;
};  ///< The words of this one are here, or are waited for.

struct AllowEditing {
  bool allowed;
  bool elsewhere = false;  ///< They are being changed elsewhere, and so not here.
};                         ///< The page lets records be changed.
struct SetWorks {
  std::vector<KeptWork> works;
};  ///< What the platform keeps.
struct TakeTyping {
  std::string typing;
};  ///< What was being written when an earlier visit ended; see `TypingOf`.
struct EditOutcome;
struct TakeEdit {
  std::shared_ptr<const EditOutcome> outcome;
};  ///< What an edit came to; the library is the new one already.
struct TakeWork {
  enum class What { kFound, kKept, kNotKept, kNewer };
  std::string bytes, saved;
  What what = What::kFound;  ///< kNewer: it was changed elsewhere meanwhile.
};  ///< What was edited on an earlier visit, as the platform kept it, or nothing; or whether it
    ///< can.
struct TakeFormats {
  std::string json;
};  ///< A list of {name, about, ending, lost}.
struct SetImport {
  std::string place, words;
  bool code = false;
};  ///< Of another tool's file that is looked at: what stands in a cell instead, or what a code is
    ///< taken for; the latter is tried at once.
struct ReadAgain {};  ///< An effect: that file is read with what was said.
struct TakeVersion {
  std::shared_ptr<Library> other;
  std::string name;
};                      ///< A file that the reader gave to compare the open dataset with.
struct TakeLibrary {};  ///< The library is that of the project's bytes again.
struct FileMade {
  std::string digest;
};  ///< The dataset with this digest is in a file now.

// What each is called, in English.
std::string_view Label(ThemeId theme);
std::string_view Label(Acceptance verdict);

template <class... Types>
struct TypeList {};

/// Everything that a `Command` can be.
using CommandTypes =
    TypeList<ShowView, Select, OpenPlace, Suppose, CycleLever, ClearSuppositions, ToggleFilter,
             ClearFilters, ShowDocument, SetField, KeepBeside, DropBeside, SwapBeside, SetCamera,
             SetBrush, AcceptPassage, OfferCopy, AnswerCopy, DropCopy, ShowCopy, SetNote,
             AddBookmark, OpenBookmark, RemoveBookmark, ImportNotes, RemoveNotes, RecallNotes,
             NotesKept, SetState, Undo, Redo, Back, Forward, ShowDialog, ShowChoices,
             SetPaletteWords, DismissNotices, OfferTour, SetTheme, SetLanguage, SetSingleKeys,
             SetReducedMotion, Share, Publish, NameBookmark, Focus, ScrollTo, CopyText, OpenUrl,
             Save, Print, ReportError, PickFile, OpenAnyway, ReturnToDataset, FollowLink, KeepFocus,
             Tell, Announce, Copied, Happened, SetHost, SetOpening, UseLanguage, ShowForm,
             AddRecord, ShowCode, AllowEditing, SetCoder, TakeWork, FileMade, ShowBegin, OpenWork,
             SetWorks, ShowItemMenu, CopyWords, ForgetCopied, TakeOver, ShowCodings, AskFormats,
             ExportFor, TakeFormats>;

/// Those that `UpdateAuthor` carries out.
using AuthorTypes =
    TypeList<TypeField, EditField, OpenField, AddItem, MoveItem, DropItem, AskRemove, RemoveRecord,
             AskJoin, JoinRecords, MarkStretch, MarkSentence, StepSentence, MoveMark, DropMark,
             BeginClaim, AddPassage, FocusCode, SetCodeField, TakeMatch, TakeBack, SaveClaim,
             KeepDraft, OpenDraft, DropDraft, TakeEdit, TakeLibrary, TypeBegin, BeginProject,
             TakeTyping, MergeCoding, DecidePair, WritePair, BeginFrom, NotePair, SaveReport,
             SetVersions, OpenOther, TakeVersion, SetImport, ReadAgain>;

template <class T, class List>
inline constexpr bool kIsOneOf = false;
template <class T, class... Types>
inline constexpr bool kIsOneOf<T, TypeList<Types...>> = (std::is_same_v<T, Types> || ...);

/// One thing that a person can do, or nothing.
///
/// What it says never changes, so copies share it: items, buttons and choices hold commands by
/// value. A variant of all types in its place took most of the compile time of every file that
/// makes an item, and made items several times as large.
class Command {
 public:
  Command() = default;
  template <class What>
  requires(kIsOneOf<What, CommandTypes> || kIsOneOf<What, AuthorTypes>) Command(What what)
      : type_(&kType<What>), what_(std::make_shared<What>(std::move(what))) {}
  /// So that what is a `SetField` by another name becomes one.
  Command(SetField what)
      : type_(&kType<SetField>), what_(std::make_shared<SetField>(std::move(what))) {}

  /// What it says, if it is a `What`; else null.
  template <class What>
  const What* As() const {
    static_assert(kIsOneOf<What, CommandTypes> || kIsOneOf<What, AuthorTypes>);
    return type_ == &kType<What> ? static_cast<const What*>(what_.get()) : nullptr;
  }
  template <class What>
  bool Is() const {
    return As<What>() != nullptr;
  }

 private:
  /// Its address stands for `What`: there are no run-time types here.
  template <class What>
  static constexpr char kType = 0;

  const void* type_ = nullptr;
  std::shared_ptr<const void> what_;
};
using Commands = std::vector<Command>;

/// True if it is one of these.
template <class... C>
bool IsOneOf(const Command& command, TypeList<C...>) {
  return (command.Is<C>() || ...);
}

}  // namespace proviso::view
