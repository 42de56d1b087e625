#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

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
  kOpen,     ///< Another dataset: where it comes from, and what reading it came to.
  kLanguage  ///< Which language the interface is in.
};
struct ShowDialog {
  Dialog dialog;
};
struct SetPaletteWords {
  std::string words;
};
struct DismissNotices {};
struct SetTheme {
  ThemeId theme;
};
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
enum class Wanted : std::uint8_t { kCopy, kDataset };
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
                 SetState, Undo, Redo, Back, Forward, ShowDialog, SetPaletteWords, DismissNotices,
                 SetTheme, SetLanguage, Focus, ScrollTo, CopyText, OpenUrl, PickFile, OpenAnyway,
                 ReturnToDataset>;
using Commands = std::vector<Command>;

}  // namespace proviso::view
