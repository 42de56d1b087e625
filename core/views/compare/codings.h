#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/canvas/stage_builder.h"
#include "core/canvas/view.h"
#include "core/state/action.h"
#include "core/voice/voice.h"

namespace proviso::view {

// The second face of Compare: two codings of the same texts that were merged, place by place. The
// entries of a part of the program; see core/window/parts.h.

/// Lays the pairs out in `rect`.
void CodingsStage(StageBuilder& builder, Rect rect);

/// What a key means among the pairs; empty: what it means everywhere.
Commands CodingsKey(const Library& library, const Session& session, const Frame& frame,
                    const KeyPress& key);

/// True while Compare shows two codings.
inline bool IsMerging(const Session& session) {
  return session.codings.shown && session.editing_allowed && session.state.view == ViewId::kCompare;
}

/// What one coding says in a place.
struct CodingSide {
  bool there = false;
  bool taken = false;  ///< It stands in the dataset.
  std::string voices;  ///< Who says it, from outside in.
  HedgedText gloss;
  struct Field {
    std::string label, words;
  };
  std::vector<Field> fields;  ///< In which the two differ.
};

/// A pair of claims of two codings, or a claim that one of them has alone.
struct CodingRow {
  enum class State : std::uint8_t { kToDecide, kDecided, kLeftOut, kSame } state = State::kToDecide;
  std::string id;  ///< Of the claim, or the draft.
  std::vector<Ref> refs;
  CodingSide a, b;
  bool alone = false;   ///< Only one of them coded these words.
  bool second = false;  ///< Decided together with another row, whose pair it is.
  std::string verdict;  ///< "differs: how firmly, act"; "only lm"; "lm taken"
  CodingSide written;   ///< What stands, where neither is taken.
  std::string own;      ///< What is written of one's own and not taken yet; or empty.
  std::string note;     ///< Who decided it, and why.
  std::string why;      ///< Why alone, as it is kept.
  std::vector<Action> actions;
  std::uint32_t document = 0, start = 0;  ///< For the order of reading.
};

/// "0.87": a figure with so many decimal places, 1 to 4.
std::string PlacesWords(double value, int places);

/// A figure of agreement.
struct CodingFigure {
  std::string label, words, note;  ///< "Holder", "8 of 9", "alpha 0.87"
};

struct CodingsTabRow {
  CodingsTab tab;
  std::string words;
  std::size_t count = 0;
  bool chosen = false;
};

/// Two codings, side by side.
struct CodingsModel {
  bool merged = false;         ///< The dataset comes of two codings.
  std::string lead;            ///< "2 of 6 decided. What is not decided is in no answer."
  std::string side_a, side_b;  ///< "lm", "km"
  std::vector<CodingFigure> figures;
  std::string figures_note;  ///< Why there are none, or what they leave out.
  std::vector<CodingsTabRow> tabs;
  std::vector<CodingRow> rows;  ///< Of the chosen tab, in the order of reading.
  std::size_t hidden = 0;       ///< Rows that are not listed yet.
  std::string empty;            ///< What to say where there is no row.
  std::vector<Action> actions;
};

/// Cost: an edit and a library for each side, where something is to be decided; the pairs once.
CodingsModel BuildCodingsModel(const Library& library, const Session& session);

}  // namespace proviso::view
