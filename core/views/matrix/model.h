#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/canvas/choice.h"
#include "core/state/action.h"
#include "core/views/matrix/table.h"
#include "core/voice/order.h"

namespace proviso::view {

/// What stands around the cells.
struct MatrixModel {
  std::string title, subtitle;
  Choice columns;                     ///< Conditions or statements.
  Action turn;                        ///< Voices down, or conditions.
  std::vector<Choice> choices;        ///< Rows, order; of voices that stand down.
  std::uint16_t least = 1;            ///< Claims that a row or column needs.
  std::string least_words;            ///< "At least 2 claims"
  std::optional<Action> fewer, more;  ///< Of `least`; none at its ends.
  std::optional<Action> silent;       ///< Shows or hides holders without a cell; across, they are
                                      ///< folded, and it puts them down.
  std::vector<std::string> dropped;   ///< What the least count leaves out, one sentence each.
  std::vector<SignMark> legend;       ///< Modifiers that are drawn, each with its words.
  bool mixed = false, not_coded = false;
  std::string empty;  ///< Why there is no cell; empty if there are some.
  std::optional<Action> remedy;
};
MatrixModel BuildMatrixModel(const Library& library, const Session& session,
                             const MatrixTable& table);

struct MatrixHead {
  std::string id, label, theme;
  std::string supposed;  ///< "if", "if not" or empty.
  std::string name;      ///< For a reader of the twin: with its theme and how many claims.
  bool selected = false;
  Command select;
};
MatrixHead HeadOf(const Library& library, const Session& session, const MatrixTable& table,
                  std::uint32_t column);

struct MatrixHolder {
  std::string id, name;
  std::string heard;       ///< "own voice", "through others or guessed at"
  std::string count;       ///< "3 claims"
  VoiceMark mark;          ///< How the nearest of it reaches us.
  std::vector<Ref> texts;  ///< In which it is heard, by their letters.
  bool selected = false;
  Command select;
};
MatrixHolder HolderOf(const Library& library, const Session& session, const MatrixTable& table,
                      std::uint32_t row);

/// Claims of one sign in a cell.
struct MatrixPart {
  SignMark sign;
  std::optional<Strength> level;  ///< Of propositions: drawn in ink instead of the sign.
  std::string word;               ///< "very likely"
  std::uint32_t claims = 0;
  bool drawn = true;  ///< A ranking beside a direction is counted and told, and not drawn.
};

enum class MatrixGap : std::uint8_t { kNone, kSilent, kNotCoded, kHidden };

struct MatrixBox {
  std::string id;  ///< "actor~proposition"
  MatrixGap gap = MatrixGap::kNone;
  std::vector<MatrixPart> parts;  ///< More than one: mixed.
  std::string word;               ///< Under the signs: "likely / possible"
  std::uint32_t claims = 0;       ///< As many as it opens.
  std::string name;               ///< "More likely, very likely, B paragraph 11"
  std::string about;              ///< "The editor, on “Fees rise”"
  std::vector<Ref> refs;
  bool selected = false;
  Command select;
  std::optional<Command> open;  ///< The first claim's place.
};
MatrixBox BoxOf(const Library& library, const Session& session, const MatrixTable& table,
                std::uint32_t row, std::uint32_t column);

/// True if a cell draws the part of this entry.
bool IsDrawn(const MatrixTable& table, const MatrixCell& cell, const MatrixEntry& entry);
/// The word under the signs of a cell; "" if it has no claim.
std::string WordOf(const Library& library, const MatrixTable& table, const MatrixCell& cell);

/// The id of the item of a cell, of a column's head, of a row's.
std::string CellItem(std::string_view actor, std::string_view proposition);
std::string HeadItem(std::string_view proposition);
std::string HolderItem(std::string_view actor);

/// The group of arrow keys in the matrix; on a phone, whether a condition or a holder is shown.
inline constexpr std::string_view kMatrixGroup = "matrix";
inline constexpr std::string_view kMatrixPhoneBy = "matrix-by";

/// What an arrow to the side means where the columns in sight end, and Home and End: the focus goes
/// `by` columns on from `item`, and the columns move along. `shown` are the ids of those in
/// sight. Empty if there is nowhere to go.
Commands MoveInMatrix(const Library& library, const Session& session, std::string_view item,
                      std::int64_t by, const std::vector<std::string_view>& shown);

}  // namespace proviso::view
