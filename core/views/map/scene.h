#pragma once

#include "core/canvas/sketch.h"
#include "core/canvas/space.h"
#include "core/views/map/model.h"
#include "core/views/map/place.h"

namespace proviso::view {

/// Past this many lanes one row says how many more there are, and shows them.
inline constexpr std::size_t kMapLanesAtOnce = 40;
/// Kept with scroll positions: above nought once they are shown.
inline constexpr std::string_view kMapMore = "map-more";

/// The heads of the columns, `y` being their top.
void DrawMapHeads(Sketch& sketch, const MapColumns& columns, float y);

/// The map itself, as a tree of items from the outcome back; of what lies above `top` or below
/// `bottom` the items alone. The same for the screen and for a picture of its own.
void DrawMap(Sketch& sketch, const MapModel& model, const MapGraph& graph,
             const MapColumns& columns, const MapPlaces& places, float top, float bottom);

/// Title, what the lines mean, what can be chosen, and where the way breaks. Returns the height.
float DrawMapHeader(Sketch& sketch, const MapModel& model, const Space& space);

/// The map as a nested list under its header, or why there is none.
Scene BuildMapListScene(const MapModel& model, const Space& space, float* selected_y);

}  // namespace proviso::view
