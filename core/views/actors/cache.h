#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/layout/force.h"
#include "core/reason/views.h"
#include "core/state/session.h"
#include "core/views/actors/model.h"
#include "core/views/actors/sides.h"

namespace proviso::view {

/// The voices of the list beside the drawing, and how high their names are.
struct ActorsVoices {
  std::vector<std::uint32_t> nodes;
  std::vector<float> heights;  ///< At `scale`, with so much `room`.
  float scale = 0, room = 0;
};

struct SidesPlaces;

/// The network's layout as it stands, in points of the drawing.
struct ActorsDrawing {
  std::vector<layout::ForceNode> nodes;  ///< As the graph's; sizes of marks and labels.
  std::vector<layout::ForcePlace> places;
};

/// What is kept of the network from frame to frame: the graph of one state, and the layout that is
/// at work or done. `home` is the layout of the whole dataset, from which every other one starts,
/// so that a picture depends on the state alone and what stays stands near where it stood.
struct ActorsCache {
  std::optional<ViewState> of;
  float sample = 0;  ///< Width of some letters: another font is another layout.
  ActorsGraph graph;
  ActorsSides sides;                    ///< Of `graph`, where it is who quotes whom alone.
  std::shared_ptr<SidesPlaces> places;  ///< Of `sides`, as they were last drawn; or none.
  std::vector<ActorsRow> rows;
  std::vector<std::uint32_t> row_of_node, row_of_edge;  ///< In `rows`.
  ActorsVoices voices;
  std::vector<std::optional<reason::ViewIndex>> nearest;  ///< By actor, of the dataset.
  ActorsDrawing drawing;
  std::optional<layout::ForceRun> home, run;
  std::vector<ActorId> home_nodes;
  std::vector<std::optional<layout::ForcePlace>> spots;  ///< By actor, once `home` is done.
};

}  // namespace proviso::view
