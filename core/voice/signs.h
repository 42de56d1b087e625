#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/voice/library.h"

namespace proviso::view {

/// What an item says about the way toward the outcome. Every one has a shape and a letter of its
/// own; core/canvas/glyph draws them.
enum class Sign : std::uint8_t {
  kMore,      ///< Triangle up, +.
  kLess,      ///< Triangle down, −.
  kNoEffect,  ///< Disc, 0.
  kPulled,    ///< Both triangles, ±: a reason for and one against, by one voice.
  kUnstated,  ///< A diamond, ?: it counts, but which way is not said.
  kConflict,  ///< Two blocks, ≠: clashes alone.
  kRanking,   ///< Three bars: ranks, does not say how likely.
  kLevel,     ///< No sign: how likely it is, and no direction.
  kSilent,    ///< Three dots, one in a small place: a voice says nothing on it.
  kNone,      ///< No sign: a claim that does not bear on the outcome.
  kPullApart  ///< Arrows apart over a dashed bar: two sides, not one claim.
};

/// True for what is drawn; a claim without direction has no sign.
constexpr bool IsDrawn(Sign sign) { return sign != Sign::kLevel && sign != Sign::kNone; }

/// A sign with what modifies it.
struct SignMark {
  Sign sign = Sign::kSilent;
  bool other_step = false;  ///< Plain outline: bears on a step toward the outcome, not on it.
  bool inferred = false;    ///< Dashed outline: derived, or read in by the coder.
  bool not_held = false;    ///< Dashed and struck through: reports it, does not share it.
  std::string words;   ///< "More likely", "More likely, of “Relations get worse”"; empty where
                       ///< there is neither sign nor step.
  PropositionId step;  ///< With `other_step`: which; or none.
  std::optional<Nearness> near;  ///< How the step is near the outcome, if it is.
};

enum class Fill : std::uint8_t {
  kSolid,   ///< Said in so many words.
  kDashed,  ///< Follows from what is said.
  kDotted,  ///< Undecided.
  kOpen     ///< One more segment that is left open (a residual).
};

enum class Ruler : std::uint8_t {
  kSegments,  ///< Eight segments, some filled.
  kEmpty,     ///< Eight dotted segments: no level.
  kRing,      ///< A dotted ring on the centre: leaves it open.
  kAbsent     ///< No ruler at all.
};

/// How firmly something is said to be so (right of the centre) or not so (left).
struct Strength {
  Ruler ruler = Ruler::kAbsent;
  std::uint8_t against = 0;  ///< Segments left of the centre, 0 … 4, filled from the centre out.
  std::uint8_t in_favour = 0;  ///< Right of it.
  Fill against_fill = Fill::kSolid;
  Fill in_favour_fill = Fill::kSolid;
  std::string words;  ///< "Very likely", "Has not", "Will, doubted by Ann". Starts with a capital.
};

/// The outcome with the id `target`, else the dataset's own start.
///
/// Cost: a copy for the start, which the library keeps; else one pass over links and propositions.
Outcome FindOutcome(const Library& library, std::string_view target);

/// How near a claim is to the outcome.
enum class Bearing : std::uint8_t {
  kDirect,     ///< About the outcome, or about a link to it.
  kOtherStep,  ///< About what leads to it, or about a link on the way.
  kNear,       ///< The same of a matter near it: a motive for it, a wider matter, an earlier one.
  kBackground
};
Bearing BearingOf(const Library& library, const Outcome& outcome, const Claim& claim);

/// What `claim` says on its way toward `outcome`.
SignMark SignOf(const Library& library, const Outcome& outcome, const Claim& claim);

/// What `mark` says, where its sign is called `label`: with the step that it bears on, and who
/// reads it in or does not share it.
std::string SignWords(const Library& library, const SignMark& mark, std::string_view label);

/// What `sign` is called where it is that of a link: who explains something by its cause, or says
/// that something need not change it, makes no forecast; a key.
std::string_view WayKey(const Condition& link, Sign sign);

/// The same; where both sides of the link have come about "One of its causes", "Holds it back".
std::string_view WayKey(const Dataset& dataset, const Condition& link, Sign sign);

/// The sign of one link: from its antecedents as written to its consequent as written.
Sign SignOf(const Condition& condition);

Sign Flipped(Sign sign);

/// How firmly `claim` says what it says, in the tense of what it is about; with the distance where
/// it reaches the reader at second hand or further, and no level where somebody in its chain doubts
/// or disputes it.
Strength StrengthOf(const Library& library, const Claim& claim);

/// The order of strengths, firmest first: 0 "will" … 3 "possible", 4 even, 5 left open, 6 no level.
int FirmnessRank(const Library& library, const Claim& claim);

/// What a sign means; empty for one that is not drawn.
std::string_view Label(Sign sign);

}  // namespace proviso::view
