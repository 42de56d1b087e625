#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace proviso::layout {

/// `to` stands at least `length` behind `from`; every further step costs `weight`.
struct Arc {
  std::uint32_t from = 0, to = 0;
  std::int32_t length = 1;  ///< May be negative.
  std::int32_t weight = 1;  ///< 0: only keeps the distance.
};

/// Moves `ranks` so that the weighted sum of all distances is least. `ranks` must keep every
/// distance already; what is not connected keeps its place.
///
/// Cost:   arcs times pivots, about one pivot a node.
/// Source: network simplex as in Gansner, Koutsofios, North, Vo: A technique for drawing directed
///         graphs (1993), with cut values from the sums of subtrees.
void ShortenArcs(std::vector<Arc> arcs, std::vector<std::int32_t>* ranks);

}  // namespace proviso::layout
