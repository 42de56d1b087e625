#pragma once

#include <vector>

#include "core/canvas/space.h"
#include "core/views/claims/model.h"

namespace proviso::view {

/// The facets: words, and for each facet its values with their counts.
Scene BuildFacetsScene(const ClaimsModel& model, const Space& space);

/// The claim list. Up to some hundred claims every row is as high as its words; beyond, all rows
/// are equally high and only those in sight, and a few around them, are built.
///
/// `model` is filled with the rows that were built and everything else that it says; `selected_y`
/// gets the top of the selected row, and stays as it is without one.
Scene BuildClaimListScene(const Library& library, const Session& session, const ClaimOrder& order,
                          const Space& space, ClaimsModel* model, float* selected_y);

}  // namespace proviso::view
