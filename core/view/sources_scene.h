#pragma once

#include "core/view/sources_model.h"
#include "core/view/space.h"

namespace proviso::view {

/// The texts, as cards.
Scene BuildDocumentsScene(const SourcesModel& model, const Space& space);

/// The outline of the shown text: each paragraph as bars of true length, coded passages on them,
/// and under the selected paragraph what is coded there.
///
/// `selected_y` gets the top of the first selected paragraph, and stays as it is without one.
Scene BuildOutlineScene(const SourcesModel& model, const Space& space, float* selected_y);

}  // namespace proviso::view
