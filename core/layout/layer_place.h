#pragma once

#include <cstdint>
#include <vector>

#include "core/layout/layer_order.h"

namespace proviso::layout {

/// What `PlaceVertices` needs of each vertex and segment.
struct Placing {
  std::vector<float> heights;             ///< By vertex; 0: only a bend.
  std::vector<float> from_port, to_port;  ///< By segment: where it leaves and enters, from the
                                          ///< middle of the vertex.
  std::vector<std::uint8_t> weights;      ///< By segment: how straight it wants to be.
  float node_gap = 16, edge_gap = 10;
};

/// The middle of every vertex, in whole points from 0, so that segments are as level as the order
/// and the gaps allow.
///
/// Cost: some dozen passes; up to a few thousand vertices the sum of all slopes is then made least.
std::vector<float> PlaceVertices(const LayeredSegments& graph, const Layers& layers,
                                 const Placing& placing);

}  // namespace proviso::layout
