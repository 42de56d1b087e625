#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace proviso::layout {

using Layers = std::vector<std::vector<std::uint32_t>>;  ///< Vertices, from top to bottom.

/// A graph whose segments each lead from one layer to the next.
struct LayeredSegments {
  std::vector<std::uint32_t> layer;                              ///< By vertex.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> from_to;  ///< Segments.
};

/// Orders every layer so that few segments cross: sweeps to the mean or median of the neighbours
/// and exchanges of adjacent vertices, from several starts; the best is kept.
///
/// Cost: some dozen passes over the segments, fewer where there are many; the same every time.
Layers OrderLayers(const LayeredSegments& graph);

/// How many pairs of segments cross. Cost: n log n in the segments.
std::size_t CountCrossings(const LayeredSegments& graph, const Layers& layers);

}  // namespace proviso::layout
