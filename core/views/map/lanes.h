#pragma once

#include <cstdint>
#include <vector>

#include "core/model/dataset.h"

namespace proviso::view {

struct Library;
struct MapGraph;

inline constexpr std::uint32_t kNoMapIndex = 0xFFFFFFFFu;

/// What a box of the map says: a node, and the word before it.
struct MapPart {
  enum class Word : std::uint8_t { kNone, kAnd, kUnless, kExplains };

  std::uint32_t node = 0;  ///< In `MapGraph::nodes`.
  bool negated = false;    ///< The link names the opposite of what the node says.
  Word word = Word::kNone;

  friend bool operator==(const MapPart&, const MapPart&) = default;
};
/// A condition; or several that one link joins.
using MapParts = std::vector<MapPart>;

/// A line of its own from a box to the outcome, or to a step before it.
struct MapLane {
  std::uint32_t arrow = kNoMapIndex;  ///< None: a step that no link drawn leads to.
  std::uint32_t box = kNoMapIndex;    ///< In `boxes`; lanes of a box stand together.
  std::uint32_t step = kNoMapIndex;   ///< A node near the outcome; none: the outcome itself.
};

/// A link that leads to a condition, not to the outcome.
struct MapFeeder {
  std::uint32_t arrow = 0;
  MapParts parts;
  std::uint32_t box = kNoMapIndex;    ///< What it leads to stands in this box …
  std::uint32_t under = kNoMapIndex;  ///< … or in this feeder, which stands before it.
};

/// Every arrow of a map once, in the order in which it is read. What is supposed plays no part.
///
/// Conditions stand in the one order of conditions: what changes how likely the outcome or a step
/// before it is, what pushes one way, what counts without saying which; there own words first,
/// then by the number of voices and by label. The links of one condition are in the order of
/// voices.
struct MapLanes {
  std::vector<MapParts> boxes;
  std::vector<MapLane> lanes;
  std::vector<MapFeeder> feeders;  ///< Depth first.
};

/// Cost: the square of the boxes, and n log n in the arrows.
MapLanes BuildMapLanes(const Library& library, const MapGraph& graph);

}  // namespace proviso::view
