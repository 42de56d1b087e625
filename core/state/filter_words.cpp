#include "core/state/filter_words.h"

#include <algorithm>
#include <utility>

#include "core/voice/voice.h"
#include "core/words/labels.h"

namespace proviso::view {

std::string FilterValueWords(const Library& library, query::Facet facet, std::string_view value) {
  const Dataset& dataset = library.dataset;
  std::string words = FacetValueWords(dataset, facet, value, library.say);
  if (facet != query::Facet::kProposition) return words;
  const bool near = std::any_of(
      dataset.propositions.begin(), dataset.propositions.end(), [&](const Proposition& other) {
        return std::any_of(other.near.begin(), other.near.end(),
                           [&](const Near& link) { return dataset[link.to].id == value; });
      });
  return near ? library.say("{0}, or what is near it", {words}) : words;
}

std::vector<WantedFilter> WantedFilters(const Library& library, const ViewState& state) {
  const Say& say = library.say;
  std::vector<WantedFilter> wanted;
  for (std::size_t i = 0; i < query::kFacetCount; ++i) {
    const auto facet = static_cast<query::Facet>(i);
    bool first = true;
    for (const std::string& value : state.claims.filter.values[i])
      wanted.push_back({facet, value,
                        say(std::exchange(first, false) ? Key("{0}: {1}") : Key("or {0}: {1}"),
                            {say(Label(facet)), FilterValueWords(library, facet, value)}),
                        ToggleFilter{facet, value}});
  }
  return wanted;
}

}  // namespace proviso::view
