#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/pages/site.h"

namespace proviso::view {

// What start pages say of a dataset; index.cpp has them.

/// "Who claims what in 2 texts, on which conditions …"
std::string IntroWords(const Dataset& dataset);
/// "226 claims, 41 actors, …"
std::string CountWords(const Dataset& dataset);
/// The links that end at the outcome, by sign.
std::array<std::vector<ConditionId>, 9> LinksBySign(const Site& site);
std::string SignHeading(Sign sign);
/// Who holds the claims about a link, each once.
std::string HolderWords(const Library& library, ConditionId id);

}  // namespace proviso::view
