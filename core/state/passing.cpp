#include "core/state/passing.h"

#include <algorithm>
#include <cstdint>

#include "core/base/text.h"
#include "core/state/brush.h"

namespace proviso::view {

bool HasWords(const ViewState& state) {
  return FoldForSearch(state.claims.words).find_first_not_of(' ') != std::string::npos;
}

std::vector<ClaimId> PassingClaims(const Library& library, const ViewState& state) {
  std::vector<ClaimId> passing = library.facets.Find(state.claims.filter);
  DropUnbrushed(library.dataset, state, &passing);
  if (!HasWords(state)) return passing;
  std::vector<std::uint8_t> found(library.dataset.claims.size(), 0);
  for (const query::Hit& hit : library.claims().Find(state.claims.words, found.size()))
    found[hit.record.index] = 1;
  passing.erase(std::remove_if(passing.begin(), passing.end(),
                               [&found](ClaimId id) { return found[id.index()] == 0; }),
                passing.end());
  return passing;
}

}  // namespace proviso::view
