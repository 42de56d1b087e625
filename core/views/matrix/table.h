#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/state/session.h"
#include "core/voice/voice.h"

namespace proviso::view {

// Who says what on what, counted: the matrix without its words. Rows are holders (the last actor of
// a chain), columns are propositions, whichever of the two stand down on the screen. As conditions,
// a column holds the claims whose link leads from the proposition toward the outcome, or that rank
// it; as propositions, the claims about it.

/// How one claim stands in one column.
struct MatrixMark {
  PropositionId column;
  bool turned = false;  ///< The link or claim names its negation.
  bool unless = false;  ///< It stands after "unless": it takes a reason away and is none itself.
};

/// The columns in which `claim` stands, each once.
std::vector<MatrixMark> MarksOf(const Library& library, const Outcome& outcome,
                                MatrixColumns columns, const Claim& claim);

/// What `claim` says of the column of `mark`, read from the proposition, or from its negation where
/// `mark.turned` is undone because the whole column says that.
SignMark SignAt(const Library& library, const Outcome& outcome, MatrixColumns columns,
                const Claim& claim, const MatrixMark& mark);

/// Whether a claim about a proposition holds it to be so. Where a matrix shows links, kNone.
enum class Side : std::uint8_t { kNone, kFor, kAgainst, kOpen };

/// A claim in a cell.
struct MatrixEntry {
  ClaimId claim;
  MatrixMark mark;
  Sign sign = Sign::kSilent;
  Side side = Side::kNone;
  bool other_step = false, inferred = false, not_held = false;

  /// Claims with the same part stand together in a cell: one sign, or one side.
  unsigned part() const { return static_cast<unsigned>(sign) * 4 + static_cast<unsigned>(side); }
};

/// A cell that has claims, shown or hidden by filters.
struct MatrixCell {
  std::uint32_t column = 0;            ///< Place in `MatrixTable::columns`.
  std::uint32_t first = 0, count = 0;  ///< In `MatrixTable::entries`: those that pass the filters.
  std::uint32_t hidden = 0;            ///< Claims that the filters hide.
};

/// What a condition does in the words of those who link it, by the claim that does most.
enum class MatrixEffect : std::uint8_t {
  kLikelihood,  ///< Changes how likely the outcome or a matter near it is.
  kWay,         ///< Pushes one way.
  kCounts,      ///< Counts, way not said, or is ranked.
  kFurther      ///< Works on what leads to the outcome.
};

struct MatrixColumn {
  PropositionId proposition;
  TopicId theme;             ///< Of its topics the first that the outcome lacks; or none.
  std::uint32_t claims = 0;  ///< That pass.
  bool turned = false;       ///< Every link names its negation, so that the column says that.
  MatrixEffect effect = MatrixEffect::kLikelihood;  ///< Of a condition.
};

struct MatrixRow {
  ActorId actor;
  std::uint32_t claims = 0;  ///< In these columns, each once.
  std::uint32_t group = 0;
  bool in_part = false;  ///< A text in which it is heard is coded in part: a gap is not a silence.
  std::uint32_t first = 0, count = 0;  ///< In `MatrixTable::cells`.
};

struct MatrixTable {
  Outcome outcome;
  std::vector<MatrixColumn> columns;
  std::vector<MatrixRow> rows;       ///< Those of one group together; silent ones last of all.
  std::vector<std::string> groups;   ///< Headings; an empty one is not shown.
  std::vector<MatrixCell> cells;     ///< Of each row by column.
  std::vector<MatrixEntry> entries;  ///< Of each cell by part, firmest first.
  std::uint32_t silent = 0;          ///< Holders without a claim in these columns, shown or not.
  std::uint32_t dropped = 0;         ///< Columns with fewer claims than asked for.
  /// Conditions stand down and voices across: those by what they do, these authors first.
  bool down = false;
  bool filtered = false;

  /// Rows with a claim: all but the silent ones.
  std::uint32_t speaking() const;
  /// The cell at a place, or none if no claim of that holder is there.
  const MatrixCell* At(std::uint32_t row, std::uint32_t column) const;
};

/// Up to so many voices stand across of themselves.
inline constexpr std::size_t kMatrixAcross = 12;

/// Cost: one pass over the claims, and the square of rows and columns where they are ordered by
/// similarity.
MatrixTable BuildMatrixTable(const Library& library, const ViewState& state);

/// True if both states have the same table.
bool SameMatrix(const ViewState& a, const ViewState& b);

/// The table kept from frame to frame.
struct MatrixCache {
  ViewState state;
  std::optional<MatrixTable> table;

  const MatrixTable& Of(const Library& library, const ViewState& now);
};

/// The claims of one cell, whether filters hide them or not. Shape: rising.
std::vector<ClaimId> ClaimsOfCell(const Library& library, const Outcome& outcome,
                                  MatrixColumns columns, ActorId holder, PropositionId proposition);

/// True if `holder` is heard in a text that is coded only in part, among those that the filter
/// lets pass.
bool HeardInPart(const Library& library, const ViewState& state, ActorId holder);

}  // namespace proviso::view
