#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/state/session.h"
#include "core/views/map/lanes.h"
#include "core/voice/voice.h"

namespace proviso::view {

/// An end of an arrow.
struct MapEnd {
  std::uint32_t node = 0;  ///< In `MapGraph::nodes`.
  bool negated = false;    ///< The link names the opposite of what its box says.
};

/// One link that somebody makes, as it is drawn: from `tails` to `heads`, barred by `unless`.
struct MapArrow {
  ConditionId condition;
  std::vector<ClaimId> claims;   ///< Those shown that make it; by id, at least one.
  std::vector<ActorId> holders;  ///< Whose they are, each once.
  std::vector<MapEnd> tails, unless;
  std::vector<MapEnd> heads;  ///< One; of a diagnostic link as many as it explains.
};

/// What leads to the outcome, with whatever filters leave; levers do not change it.
struct MapGraph {
  PropositionId target;
  std::vector<PropositionId> nodes;  ///< Rising.
  std::vector<std::uint32_t> steps;  ///< By node: links from it to the outcome, at least.
  /// By node: 1 where every link names its negation, so that the box says that.
  std::vector<std::uint8_t> turned;
  std::vector<MapArrow> arrows;  ///< By condition.
  /// Matters near the outcome that a drawn link leads to; each is joined to it by a dotted line.
  std::vector<std::uint32_t> near;
  bool cut = false;  ///< More leads to it than is drawn.
  MapLanes lanes;    ///< The same as it is drawn.
};

/// Cost: the claims that pass, and the links near the outcome.
MapGraph BuildMapGraph(const Library& library, const ViewState& state);

/// Whose arrows there would be if everybody's were drawn: authors, then who is quoted, then what is
/// passed on.
std::vector<ActorId> MapVoices(const Library& library, const ViewState& state);

/// True if both states have the same `MapGraph`.
bool SameMapGraph(const ViewState& a, const ViewState& b);

/// What a box says: a label, or that of its negation.
std::string MapLabel(const Library& library, const MapGraph& graph, std::uint32_t node);

/// What the present supposition is carried over.
struct MapLight {
  std::vector<std::vector<ActorId>> arrows;  ///< By arrow: for whom; each once.
  std::vector<std::uint8_t> nodes;           ///< By node: 1 if it is reached.
};

/// Cost: an answer for every view that holds a drawn link, on the outcome and on each matter near
/// it.
MapLight LightMap(const Library& library, const ViewState& state, const MapGraph& graph);

/// What is kept of a map from frame to frame.
struct MapCache {
  std::optional<ViewState> of;  ///< The state that the graph was made for.
  MapGraph graph;
  std::vector<ActorId> voices;   ///< Whose arrows there are, most first.
  std::optional<ViewState> lit;  ///< And the light.
  MapLight light;
};

}  // namespace proviso::view
