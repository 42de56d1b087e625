#pragma once

#include "core/canvas/view.h"

namespace proviso::view {

// The list of claims, and the facets beside it.

void ClaimsStage(StageBuilder& builder, Rect rect);
Legend ClaimsLegend(const Library& library, const Session& session);

/// The facets alone, as they stand in a dialog; of the same part of the program as the view.
Scene FacetsScene(StageBuilder& builder, const Space& space);

namespace claims {
inline constexpr View kView{
    .id = ViewId::kClaims, .stage = ClaimsStage, .legend = ClaimsLegend, .part = "claims"};
}  // namespace claims

}  // namespace proviso::view
