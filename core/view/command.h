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

// What changes only this reader's screen, not the state: neither linked nor undone.

enum class Dialog : std::uint8_t {
  kNone,
  kPalette,
  kKeys,
  kShare,
  kAbout,
  kFilters,
  kNotice,
  kLevers,  ///< The conditions, where the window is too narrow to show them at the side.
  kMenu,    ///< Views, theme, size of type, keys, about.
  kSides    ///< Compare: which texts or holders stand side by side.
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

using Command =
    std::variant<ShowView, Select, OpenPlace, Suppose, CycleLever, ClearSuppositions, SetTarget,
                 SetStrict, ToggleFilter, SetFilter, ClearFilters, SetWords, SetSort, SetGroup,
                 ShowDocument, SetTextPercent, SetField, KeepBeside, DropBeside, SwapBeside,
                 SetCamera, SetBrush, SetState, Undo, Redo, Back, Forward, ShowDialog,
                 SetPaletteWords, DismissNotices, SetTheme, Focus, ScrollTo, CopyText, OpenUrl>;
using Commands = std::vector<Command>;

}  // namespace proviso::view
