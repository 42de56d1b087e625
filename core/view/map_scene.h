#pragma once

#include "core/view/map_model.h"
#include "core/view/sketch.h"
#include "core/view/space.h"

namespace proviso::view {

/// Where everything stands. Knows nothing of levers, so that nothing moves when they do.
MapDrawing LayOutMap(const Library& library, const MapGraph& graph, const Space& space);

/// How a window of the size of `space` looks at the drawing where the state does not say: all of
/// it, but never so small that the boxes cannot be read; then what is selected, else the outcome,
/// is in sight.
Camera MapCamera(const MapModel& model, const MapGraph& graph, const MapDrawing& drawing,
                 const Space& space);

/// How far from the outcome each column stands: above the drawing, wherever that is moved to.
Scene BuildMapColumns(const MapDrawing& drawing, Camera camera, const Space& space);

/// The drawing under `camera`. Its items are a tree: from the outcome back, as the list is.
Scene BuildMapScene(const MapModel& model, const MapGraph& graph, const MapDrawing& drawing,
                    Camera camera, const Space& space);

/// Title, what the lines mean, what can be chosen, and where the way breaks. Returns the height.
float DrawMapHeader(Sketch& sketch, const MapModel& model, const Space& space);

/// The map as a nested list under its header, or why there is none.
Scene BuildMapListScene(const MapModel& model, const Space& space, float* selected_y);

}  // namespace proviso::view
