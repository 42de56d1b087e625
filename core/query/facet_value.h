#pragma once

#include <string_view>

#include "core/query/facets.h"

namespace proviso::query {

/// The value of `claim` in `facet`, as in links; of several topics the first.
std::string_view ValueOf(const Dataset& dataset, const Claim& claim, Facet facet);

}  // namespace proviso::query
