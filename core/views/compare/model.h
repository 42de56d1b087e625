#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/state/action.h"
#include "core/state/session.h"
#include "core/state/sides.h"
#include "core/voice/compare_words.h"
#include "core/voice/order.h"
#include "core/voice/voice.h"

namespace proviso::view {

/// One claim on its side.
struct CompareClaim {
  std::string id;
  std::vector<Ref> refs;
  VoiceMark mark;       ///< How the voice reaches us.
  std::string voice;    ///< "Joe Biden's sources, doubted by Joe Biden"; who only passes it on the
                        ///< mark says.
  std::string told;     ///< All of it, for who does not see the mark.
  Strength strength;    ///< How likely; its ruler stands beside `level`.
  std::string level;    ///< "very likely", else which way: "less likely"; or empty.
  bool likely = false;  ///< `level` says how likely.
  SignMark sign;        ///< Toward what it is about, not toward the state's outcome.
  HedgedText gloss;
  bool selected = false;
  Command select, open;
};

struct CompareCell {
  std::vector<CompareClaim> claims;
  std::size_t left_out = 0;  ///< More claims than are listed.
  std::string rest;          ///< "and 9 more", "2 hidden by filters"; or empty.
  std::string silent;        ///< Where it has none: "says nothing on this", "not coded".
};

struct CompareRow {
  std::string id;      ///< Of its matter.
  std::string title;   ///< What both say, or what it is about: a true sentence.
  std::string beside;  ///< What it is about, where the title does not name all; or empty.
  CompareClass verdict = CompareClass::kAgree;
  std::string words;               ///< "Agree".
  std::string told;                ///< With what each side says.
  std::vector<std::string> notes;  ///< "Both can be true", who says so.
  CompareCell a, b;
  bool selected = false;
  Command open;  ///< The matter with all that either side says about it.
};

struct CompareHead {
  std::string id;
  std::string letter;  ///< Of a text; empty for a holder.
  std::uint32_t document = 0;
  std::string title, line;
};

struct CompareTab {
  std::string key;  ///< Of the class; empty: all on which both speak.
  std::string words;
  std::uint32_t count = 0;
  bool chosen = false;
  Command choose;
};

struct CompareModel {
  std::string title;
  CompareHead a, b;
  /// Where both speak, then its classes, whose counts add up to it; and what one side alone says.
  /// A class that has no point is left out, unless it is chosen.
  std::vector<CompareTab> both, alone;
  std::string words;  ///< That the claims are searched for.
  /// On the outcome first, then on what leads to it; there what is apart before what agrees.
  std::vector<CompareRow> rows;
  std::string lead;   ///< What a side is, and what was left out.
  std::string cut;    ///< "The first 300 of 1,200 points…"; or empty.
  std::string empty;  ///< Why there are no rows; or empty.
  std::optional<Action> empty_remedy;
  Action choose, swap;
  bool ready = false;  ///< Two sides stand beside each other.
};

/// The comparison as it is shown: filters hide rows and claims, but never change a verdict.
///
/// Cost: the rows of the class shown, at most `kCompareRows`.
CompareModel BuildCompareModel(const Library& library, const Session& session,
                               const Comparison& comparison);
inline constexpr std::size_t kCompareRows = 300;
inline constexpr std::size_t kCompareClaims = 3;  ///< Shown on one side of a row.

/// A text or voice that can stand on a side.
struct SideChoice {
  std::string id, name, note;  ///< "60 claims"
  bool is_a = false, is_b = false;
  Command as_a, as_b;
};

struct SidesModel {
  std::vector<SideChoice> texts, holders;  ///< Holders in the order of voices.
  std::string more;                        ///< Holders left out; or empty.
};
SidesModel BuildSidesModel(const Library& library, const Session& session);

/// The name of a class: "Agree", "Only A".
std::string Label(const Library& library, const CompareSides& sides, CompareClass verdict);

/// Title and verdict of one point.
PointWords WordsOf(const Library& library, const CompareSides& sides, const CompareUnit& unit);

}  // namespace proviso::view
