#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/canvas/sketch.h"
#include "core/canvas/space.h"
#include "core/views/actors/cache.h"

namespace proviso::view {

/// Brings graph and rows in step with `state`; a layout that is at work on another is dropped.
void FollowActors(const Library& library, const ViewState& state, const Space& space,
                  ActorsCache* cache);

/// Works on the layout of `cache.graph` for about `work` units and says where all stands now; true
/// once it is done.
bool SettleActors(const Library& library, const ViewState& state, const Space& space,
                  std::uint64_t work, ActorsCache* cache);

/// How a window of the size of `space` looks at the drawing where the state does not say: all of
/// it, names included.
Camera ActorsCamera(const ActorsDrawing& drawing, const Space& space);

/// Title, switches and choices, and whom the drawing leaves out. Returns the height.
float DrawActorsHeader(Sketch& sketch, const ActorsModel& model, const Space& space);

/// What shapes and lines mean; only of the kinds that are drawn.
Scene BuildActorsLegend(const ActorsModel& model, const Space& space);

/// The drawing under `camera`. Its items are a tree, as the list is.
Scene BuildActorsScene(const Library& library, const ViewState& state, const ActorsModel& model,
                       const ActorsCache& cache, Camera camera, const Space& space);

/// Who quotes whom, authors in the middle and their voices at their sides. Its items are the same
/// tree, but for those whom a row that says "n more" stands for; of many those in sight, and around
/// it, alone.
Scene BuildActorsSidesScene(const Library& library, const Session& session,
                            const ActorsModel& model, const Space& space, ActorsCache* cache,
                            float* selected_y);

/// The network as a nested list under its header, or why there is none; only the rows in sight, and
/// a few around them, are built.
Scene BuildActorsListScene(const Library& library, const Session& session, const ActorsModel& model,
                           const ActorsCache& cache, const Space& space, float* selected_y);

}  // namespace proviso::view
