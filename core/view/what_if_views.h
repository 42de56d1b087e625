#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/view/what_if_model.h"

namespace proviso::view {

// What the parts of the What-if model share.

/// One path of attribution, and the claims whose content its holder stands for.
struct View {
  std::vector<ActorId> path;    ///< Outermost first.
  std::vector<ClaimId> claims;  ///< Rising; may be empty.
};

/// Every view of the dataset: all beginnings of all chains. A claim's content belongs to the whole
/// chain, and to a shorter one where its last voice endorses what follows; a question, a demand and
/// what ought to be belong to none.
///
/// Shape:  by path; each path once.
/// Cost:   one pass over the chains of all claims.
std::vector<View> ViewsOf(const Library& library);

/// "Brian Hart" · "in own voice" or "through the author of the news analysis".
std::string ViewName(const Library& library, const View& view);
std::string ThroughWords(const Library& library, const View& view);

/// (+) of two signs: what both together say. `kSilent` is nothing said.
Sign Joined(Sign a, Sign b);
/// (×): the sign over one link after another.
Sign Chained(Sign a, Sign b);

/// The levers of `outcome` by topic, with who links them to it and which way.
std::vector<LeverGroup> LeverGroups(const Library& library, const ViewState& state,
                                    const Outcome& outcome, const std::vector<View>& views);

}  // namespace proviso::view
