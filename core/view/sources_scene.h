#pragma once

#include <string>

#include "core/view/sketch.h"
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

/// In place of a copy that nobody gave: where to give it.
Scene BuildNoCopyScene(const SourcesModel& model, const Space& space);

/// The title of the shown text with `facts`, what to look at, and on narrower windows the cards.
/// Returns where the text begins.
float DrawSourcesHead(Sketch& sketch, const SourcesModel& model, const std::string& facts,
                      const Space& space, float x, float width);

}  // namespace proviso::view
