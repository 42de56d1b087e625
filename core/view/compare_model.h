#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/view/compare.h"
#include "core/view/voice_model.h"

namespace proviso::view {

/// One claim on its side.
struct CompareClaim {
  std::string id;
  std::vector<Ref> refs;
  std::string voice;  ///< "Joe Biden's sources, doubted by Joe Biden, reported"
  SignMark sign;      ///< Toward what it is about, not toward the state's outcome.
  HedgedText gloss;
  bool selected = false;
  Command select, open;
};

struct CompareCell {
  std::vector<CompareClaim> claims;
  std::string rest;    ///< "and 9 more", "2 hidden by filters"; or empty.
  std::string silent;  ///< Where it has none: "says nothing on this", "not coded".
};

struct CompareRow {
  std::string id;  ///< Of its matter.
  std::uint32_t row = 0;
  std::string heading;  ///< Of the topic that begins with this row, with its count; or empty.
  std::optional<Action> to_matrix;  ///< Beside the heading: the topic in the matrix.
  std::string title, beside;        ///< The matter; and the one that the coder sets beside it.
  CompareClass verdict = CompareClass::kAgree;
  std::string words;               ///< Of the verdict.
  std::vector<std::string> notes;  ///< "Both can be true", who says so.
  CompareCell a, b;
  bool selected = false;
  Command open;  ///< The matter with all that is said about it on either side.
};

struct CompareHead {
  std::string id;
  std::string letter;  ///< Of a text; empty for a holder.
  std::uint32_t document = 0;
  std::string title, line;
};

struct CompareTab {
  std::string key;  ///< Of the class; empty: all.
  std::string words;
  std::uint32_t count = 0;
  bool chosen = false;
  Command choose;
};

struct CompareModel {
  std::string title, lead;
  CompareHead a, b;
  std::vector<CompareTab> tabs;  ///< All, then every class: their counts add up to the first.
  std::vector<CompareRow> rows;
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

/// A text or holder that can stand on a side.
struct SideChoice {
  std::string id, name, note;  ///< "60 claims"
  bool is_a = false, is_b = false;
  Command as_a, as_b;
};

struct SidesModel {
  std::vector<SideChoice> texts, holders;  ///< Holders with most claims first.
  std::string more;                        ///< Holders left out; or empty.
};
SidesModel BuildSidesModel(const Library& library, const Session& session);

/// What a class is called: "Agree", "Only A".
std::string Label(const Library& library, const CompareSides& sides, CompareClass verdict);

}  // namespace proviso::view
