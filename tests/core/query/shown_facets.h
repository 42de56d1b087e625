#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/query/facets.h"
#include "tests/support/make_dataset.h"

namespace proviso::query {

using test::DatasetMaker;

inline std::vector<std::string>& Of(ClaimFilter& filter, Facet facet) {
  return filter.values[static_cast<std::size_t>(facet)];
}

/// The counts of one facet as "value=count", with a star where the value is wanted.
inline std::vector<std::string> Shown(const FacetTable& table, const ClaimFilter& filter,
                                      Facet facet) {
  const auto counted = table.Count(filter);
  std::vector<std::string> shown;
  for (const FacetValue& value : counted[static_cast<std::size_t>(facet)])
    shown.push_back(std::string(value.value) + "=" + std::to_string(value.count) +
                    (value.wanted ? "*" : ""));
  return shown;
}

inline std::vector<std::uint32_t> Found(const FacetTable& table, const ClaimFilter& filter) {
  std::vector<std::uint32_t> found;
  for (ClaimId claim : table.Find(filter)) found.push_back(claim.index());
  return found;
}

using Strings = std::vector<std::string>;
using Numbers = std::vector<std::uint32_t>;

/// Three claims: two of a1 (likely, topics t1 and t2; stated, no topic), one of a2 (likely, t2).
inline DatasetMaker ThreeClaims() {
  DatasetMaker make;
  const ActorId first = make.AddActor("First");
  const ActorId second = make.AddActor("Second");
  const TopicId one = make.AddTopic("One");
  const TopicId two = make.AddTopic("Two");
  const PassageId passage = make.AddPassage(make.AddDocument("Title", "2023-03~"));
  make[make.AddClaim(first, passage)].topics = make.Keep({one, two});
  make.AddClaim(first, passage);
  make[make.AddClaim(second, passage)].topics = make.Keep({two});
  make[ClaimId(0)].modality = Modality::kLikely;
  make[ClaimId(2)].modality = Modality::kLikely;
  return make;
}

}  // namespace proviso::query
