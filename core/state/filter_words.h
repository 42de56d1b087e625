#pragma once

#include <string>
#include <vector>

#include "core/state/command.h"
#include "core/state/view_state.h"
#include "core/voice/library.h"

namespace proviso::view {

/// One wanted value of a facet, as a chip says it.
struct WantedFilter {
  query::Facet facet = query::Facet::kHolder;
  std::string value;  ///< As in links.
  std::string words;  ///< "Holder: Brian Hart"; behind another of the same facet "or Holder: …".
  Command remove;
};

/// All that the facets of `state` ask for, facet by facet.
std::vector<WantedFilter> WantedFilters(const Library& library, const ViewState& state);

/// What a filter by this value lets pass, in words: the value, and of a proposition that others are
/// near also "or near it".
std::string FilterValueWords(const Library& library, query::Facet facet, std::string_view value);

}  // namespace proviso::view
