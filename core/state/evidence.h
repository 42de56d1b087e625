#pragma once

#include <string>
#include <vector>

#include "core/state/session.h"

namespace proviso::view {

/// The claims that a state shows: what stands behind a question's answer.
struct ShownClaims {
  std::string link;             ///< Of the state, as `EncodeLink` writes it.
  std::vector<ClaimId> claims;  ///< In reading order.
};

/// `claims`, which stand behind what `state` shows, without those that the filters hide and in the
/// order in which they are read.
///
/// Cost: n log n in the claims.
ShownClaims ShownOf(const Library& library, const ViewState& state, std::vector<ClaimId> claims);

}  // namespace proviso::view
