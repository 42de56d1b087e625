#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/canvas/frame.h"
#include "core/state/session.h"
#include "core/voice/order.h"
#include "core/voice/signs.h"
#include "core/voice/voice.h"

namespace proviso::view {

// What explains a sign, a condition, a cell, an arrow or a reference: a card beside it, while the
// pointer rests there or the focus does. Made only for what is asked about. What it says stands in
// the description of the item with the focus as well, so nothing is told by hovering alone.

/// A line with a sign before it and a place behind it: "The author: then very likely  A ¶11".
struct CardRow {
  std::optional<SignMark> sign;  ///< None: three dots, for what is not said.
  std::string words;
  std::optional<Ref> ref;
};

struct CardModel {
  std::optional<VoiceMark> voice;  ///< Before the title; or `sign`.
  std::optional<SignMark> sign;
  bool silent = false;  ///< Three dots stand there.
  std::string title;
  std::string more;  ///< Goes on behind the title.
  std::optional<Ref> ref;
  std::optional<Strength> strength;  ///< With its words and `through` beside it.
  std::string through;               ///< How it reaches us.
  HedgedText gloss;
  std::vector<CardRow> rows;
  std::vector<std::string> notes;
  std::string does;  ///< What click, W and Enter do.

  bool empty() const { return title.empty(); }
  /// All that it says but `does`, a sentence or name each.
  std::vector<std::string> Lines() const;
};

/// What is said of `item`, or of a sign in it; either may be null. Empty where there is nothing to
/// explain: a button says what it does. `touch`: there is no key and no click.
CardModel BuildCardModel(const Library& library, const Session& session, const Item* item,
                         const Spot* spot, bool touch);

/// True if a card may have something to say of it; `BuildCardModel` alone knows.
bool MayExplain(const Item& item);

/// Whom a card is asked about.
struct CardAsk {
  std::string item;          ///< The id of an item, or empty.
  std::optional<Spot> spot;  ///< A sign, in the window's points.
  bool described = false;    ///< Only the item's description is wanted.
};

/// Adds the card to `frame`, and what it says to the description of the item with the focus. It
/// stands 8 points from what it explains, never over it, inside the window. Where there is nothing
/// to say, or what is asked about is not there, `frame` stays without.
void AddCard(const Library& library, const Session& session, const TextMeasure& measure,
             const CardAsk& ask, Frame* frame);

/// Where a card of `width` by `height` stands: beside `about`, clear of it by 8 points, inside the
/// window as far as that has room.
Rect CardPlace(const Rect& about, float width, float height, const Viewport& window);

/// The ids of the items that show the same record as `item`, other than itself.
std::vector<std::string> LinkedTo(const Frame& frame, const Item& item);

}  // namespace proviso::view
