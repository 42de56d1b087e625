#pragma once

#include <string>
#include <vector>

#include "core/view/what_if_model.h"

namespace proviso::view {

// What the parts of the What-if model share.

/// "Brian Hart" · "in own voice" or "through the author of the news analysis".
std::string ViewName(const Library& library, reason::ViewIndex view);
std::string ThroughWords(const Library& library, reason::ViewIndex view);

/// True if somebody on the way to the view's holder doubts, disputes or ranks lower all that is
/// told of him.
bool NotShared(const Library& library, reason::ViewIndex view);

/// (+) of two signs: what both together say. `kSilent` is nothing said.
Sign Joined(Sign a, Sign b);
/// (×): the sign over one link after another.
Sign Chained(Sign a, Sign b);

/// The levers of `outcome` by topic, with who links them to it and which way.
std::vector<LeverGroup> LeverGroups(const Library& library, const ViewState& state,
                                    const Outcome& outcome);

}  // namespace proviso::view
