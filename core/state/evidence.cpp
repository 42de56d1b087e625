#include "core/state/evidence.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <tuple>
#include <utility>

#include "core/base/sort.h"
#include "core/state/passing.h"
#include "core/state/sides.h"

namespace proviso::view {
ShownClaims ShownOf(const Library& library, const ViewState& state, std::vector<ClaimId> claims) {
  const Dataset& dataset = library.dataset;
  ShownClaims evidence;
  evidence.link = EncodeLink(state);
  SortList(&claims);
  claims.erase(std::unique(claims.begin(), claims.end()), claims.end());
  const std::vector<ClaimId> passing = PassingClaims(library, state);
  std::set_intersection(claims.begin(), claims.end(), passing.begin(), passing.end(),
                        std::back_inserter(evidence.claims));
  const auto place = [&dataset](ClaimId id) {
    const Passage& first = dataset[dataset[id].passages.front()];
    return std::make_tuple(first.document.index(), first.start, id.index());
  };
  SortList(&evidence.claims, [&place](ClaimId a, ClaimId b) { return place(a) < place(b); });
  return evidence;
}

}  // namespace proviso::view
