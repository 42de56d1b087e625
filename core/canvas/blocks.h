#pragma once

#include <functional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "core/canvas/column.h"
#include "core/canvas/key_press.h"

namespace proviso::view {

// A text-like panel as data: the list of what it shows, from top to bottom. A panel says what
// stands in it and how far apart; `Draw` alone knows how each thing looks and where it stands.
//
// One function a panel that draws as it goes was the other way. It took twice the lines, and
// the rows of the menu, of a choice and of the languages had become three drawings of one thing.

/// Points at 100 % text.
struct Gap {
  float points = 0;
};
struct Rule {
  Ink ink = Ink::kLine;
  float thickness = 1;
  bool room = true;  ///< Takes that room; else it is the edge of what follows.
};
struct Title {
  std::string text;
  Type type = Type::kLabel;
  int level = 2;
  Ink ink = Ink::kInkSoft;
  std::string id = {};
};
struct Prose {
  std::string text;
  Type type = Type::kControl;
  Ink ink = Ink::kInk;
  std::string id = {};
};
/// A text under its label; nothing where there is no text.
struct Labelled {
  std::string label, text;
};
/// A text to copy, on a sunken ground.
struct Quote {
  std::string text;
  Type type = Type::kControl;
  std::string id = {};
};
/// A sentence beside a glyph.
struct Signed {
  Glyph glyph = Glyph::kWarning;
  std::string text;
  std::string id = {};
};
using Buttons = std::vector<ButtonSpec>;
/// Words at the left and a few choices at the right, or under them.
struct Choices {
  std::string label, id;
  std::vector<SegmentChoice> choices;
};
/// A box to tick with a sentence under it.
struct Switch {
  std::string id, words, sentence;
  bool on = false;
  Command turn;
};
/// A row over the whole width.
struct Option {
  std::string id, words;
  Command choose;
  bool chosen = false;
  std::string note = {};      ///< Under the words.
  std::string shortcut = {};  ///< At the right.
};
/// Rows of which one can be chosen. `role` is the list's: kMenu, kListBox or kRadioGroup.
struct Options {
  ItemRole role = ItemRole::kListBox;
  std::string id, name, group;
  std::vector<Option> options;
};
/// Two columns: keys, and what they do.
struct KeyTable {
  std::string id, name;
  std::vector<KeyLine> lines;
};
/// What no other panel has.
using Drawing = std::function<void(Column&)>;
/// A list of such rows; `size`: how many there are, if they are not all here.
struct Rows {
  std::string id, name;
  std::vector<Drawing> rows;
  std::size_t size = 0;
};

using Block = std::variant<Gap, Rule, Title, Prose, Labelled, Quote, Signed, Buttons, Choices,
                           Switch, Options, KeyTable, Drawing, Rows>;
/// A list of blocks, which takes each as its own: a plain vector would copy them out of its braces.
struct Blocks : std::vector<Block> {
  Blocks() = default;
  template <class... These>
  requires(sizeof...(These) > 0 && (std::is_constructible_v<Block, These> && ...))
      Blocks(These&&... these) {
    reserve(sizeof...(These));
    (emplace_back(std::forward<These>(these)), ...);
  }
  void Append(Blocks more) {
    for (Block& block : more) push_back(std::move(block));
  }
};

void Draw(Column& column, const Blocks& blocks);

}  // namespace proviso::view
