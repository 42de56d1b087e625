#pragma once

#include <array>
#include <vector>

#include "core/voice/compare.h"

namespace proviso::view {

// How two sides stand to each other on one point: levels by the table of the reasoning, directions
// by its sign tables, and where the coder sets claims beside each other his word.

/// Sides as they are compared: a text tells what somebody in it doubts or disputes, and does not
/// say it; whoever holds it does.
using Telling = std::array<bool, 2>;  ///< Of A and B: true for a text.

/// What a claim is about: a proposition, or what a link leads to; of a ranking what it puts first.
std::vector<PropositionId> MattersOf(const Dataset& dataset, const Claim& claim);

/// Finds the first class that holds.
void Classify(const Dataset& dataset, const Telling& telling, CompareUnit* unit);

}  // namespace proviso::view
