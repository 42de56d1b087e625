#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/dataset.h"
#include "core/state/view_state.h"
#include "core/words/say.h"

namespace proviso::view {

/// A stretch of days since 1970-01-01, both included.
struct Days {
  std::int32_t first = 0, last = 0;

  bool Meets(const Days& other) const { return first <= other.last && other.first <= last; }
};

/// The days in which something of this date can lie: the whole month of `2023-03`, without end for
/// `2023-05/..`. `~` and `?` do not widen it. None if `date` cannot be read.
std::optional<Days> DaysOf(std::string_view date);

/// The days that the timeline's brush covers, or none if there is no brush. An end that cannot be
/// read is open.
std::optional<Days> BrushOf(const ViewState& state);

/// The date of a claim: as of when it speaks, else when its text was published; empty if neither is
/// known.
Date DateOf(const Dataset& dataset, const Claim& claim);

/// Drops the claims that cannot lie within the brush: those of other days and, as long as there is
/// a brush, those without a date.
///
/// Source: data/FORMAT.md, "Links".
void DropUnbrushed(const Dataset& dataset, const ViewState& state, std::vector<ClaimId>* claims);

/// "March 2023 to May 2023", "from March 2023", "March 2023"; empty if there is no brush.
std::string BrushWords(const ViewState& state, const Say& say);

/// What is wrong with the ends of the brush, in a sentence; empty if nothing is.
std::string BrushFault(const ViewState& state, const Say& say);

/// The ends of `date` as ends of a brush: "2023-03" and "2023-05" of "2023-03~/2023-05". Empty
/// where it is open or cannot be read.
struct BrushEnds {
  std::string from, to;
};
BrushEnds EndsOf(std::string_view date);

}  // namespace proviso::view
