#pragma once

#include <string>
#include <vector>

#include "core/view/session.h"

namespace proviso::view {

/// The claims that a state shows: what stands behind a question's answer.
struct ShownClaims {
  std::string link;             ///< Of the state, as `EncodeLink` writes it.
  std::vector<ClaimId> claims;  ///< In reading order.
};

/// Finds the claims that `state` shows: in What if those that its answers use, in Compare those of
/// the class shown, beside an actor those that he holds or passes on, else those that pass the
/// filters.
///
/// Cost: that of the view.
ShownClaims FindEvidence(const Library& library, const ViewState& state);

}  // namespace proviso::view
