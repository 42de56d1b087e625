#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/query/facets.h"

namespace proviso::query {

/// The values of one claim in one facet.
struct ClaimValues {
  std::vector<std::string_view> values;  ///< As in links; one at least, none twice.
  std::size_t near_from = 0;             ///< From here on those that it is only near to.
};

/// Replaces `*values` by those of `claim` in `facet`.
void GetValues(const Dataset& dataset, const Claim& claim, Facet facet, ClaimValues* values);

/// The propositions that `claim` speaks of: the one that it is about, those of the link that it is
/// about (the consequent first), or those of what it ranks. None twice.
std::vector<PropositionId> PropositionsOf(const Dataset& dataset, const Claim& claim);

/// How a claim stands to a proposition.
struct NearMatter {
  bool itself = false;              ///< It speaks of it.
  PropositionId about;              ///< Else what it speaks of that is near; or none.
  Nearness how = Nearness::kWider;  ///< How `about` is near.
};
NearMatter NearMatterOf(const Dataset& dataset, const Claim& claim, PropositionId proposition);

}  // namespace proviso::query
