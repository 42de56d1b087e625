#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/view/network_cache.h"
#include "core/view/sketch.h"
#include "core/view/space.h"

namespace proviso::view {

/// Brings graph and rows in step with `state`; a layout that is at work on another is dropped.
void FollowNetwork(const Library& library, const ViewState& state, const Space& space,
                   NetworkCache* cache);

/// Works on the layout of `cache.graph` for about `work` units and says where all stands now; true
/// once it is done.
bool SettleNetwork(const Library& library, const ViewState& state, const Space& space,
                   std::uint64_t work, NetworkCache* cache);

/// How a window of the size of `space` looks at the drawing where the state does not say: all of
/// it, names included.
Camera NetworkCamera(const NetworkDrawing& drawing, const Space& space);

/// Title, what can be switched and chosen, what is left out. Returns the height.
float DrawNetworkHeader(Sketch& sketch, const NetworkModel& model, const Space& space);

/// What shapes and lines mean; only of the kinds that are drawn.
Scene BuildNetworkLegend(const NetworkModel& model, const Space& space);

/// The drawing under `camera`. Its items are a tree, as the list is.
Scene BuildNetworkScene(const Library& library, const ViewState& state, const NetworkModel& model,
                        const NetworkCache& cache, Camera camera, const Space& space);

/// The network as a nested list under its header, or why there is none; only the rows in sight, and
/// a few around them, are built.
Scene BuildNetworkListScene(const Library& library, const Session& session,
                            const NetworkModel& model, const NetworkCache& cache,
                            const Space& space, float* selected_y);

}  // namespace proviso::view
