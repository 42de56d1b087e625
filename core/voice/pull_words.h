#pragma once

#include <string>

#include "core/reason/answer.h"
#include "core/voice/phrases.h"

namespace proviso::view {

// What one influence does to what it arrives at, in words: a push, nothing, or an explanation.

/// What follows a claim's own words: "Makes “China sends weapons to Russia” more likely. The more,
/// the more so."
std::string PullWords(const Speech& in, const reason::Pull& pull, ClaimId claim);

/// What the pull's sign says: "More likely", "Its cause, if it comes", "Already so, it is said".
std::string PullWay(const Speech& in, const reason::Pull& pull, ClaimId claim);

/// True if the coders read `what` into the claim.
bool IsReadIn(const Claim& claim, Inferred what);

}  // namespace proviso::view
