#include "core/canvas/view.h"

namespace proviso::view {

ShownClaims FindEvidence(std::span<const View> views, const Library& library,
                         const ViewState& state) {
  return ShownOf(library, state,
                 views[static_cast<std::size_t>(state.view)].behind(library, state));
}

}  // namespace proviso::view
