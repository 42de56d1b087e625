#pragma once

#include "core/canvas/view.h"
#include "core/views/claims/model.h"

namespace proviso::view {

// The list of claims, and the facets beside it.

void ClaimsStage(StageBuilder& builder, Rect rect);
Legend ClaimsLegend(const Library& library, const Session& session);

/// The claim list's order, made anew where the cache does not have it.
const ClaimOrder& OrderOf(StageBuilder& builder);

namespace claims {
inline constexpr View kView{
    .id = ViewId::kClaims, .stage = ClaimsStage, .legend = ClaimsLegend, .part = "claims"};
}  // namespace claims

}  // namespace proviso::view
