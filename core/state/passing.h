#pragma once

#include <vector>

#include "core/state/view_state.h"
#include "core/voice/library.h"

namespace proviso::view {

/// The ids of the claims that pass filters, words and the timeline's brush (core/state/brush.h).
/// Shape: rising.
std::vector<ClaimId> PassingClaims(const Library& library, const ViewState& state);

/// True if the state searches for words that are more than spaces.
bool HasWords(const ViewState& state);

}  // namespace proviso::view
