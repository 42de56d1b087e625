#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/layout/layered.h"
#include "core/view/voice_model.h"

namespace proviso::view {

/// An end of an arrow.
struct MapEnd {
  std::uint32_t node = 0;  ///< In `MapGraph::nodes`.
  bool negated = false;
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
  std::vector<MapArrow> arrows;      ///< By condition.
  /// Matters near the outcome that a drawn link leads to; each is joined to it by a dotted line.
  std::vector<std::uint32_t> near;
  bool cut = false;  ///< More leads to it than is drawn.
};

/// Cost: the claims that pass, and the links near the outcome.
MapGraph BuildMapGraph(const Library& library, const ViewState& state);

/// Whose arrows there would be if everybody's were drawn, most first, then by id.
std::vector<ActorId> MapVoices(const Library& library, const ViewState& state);

/// True if both states have the same `MapGraph`.
bool SameMapGraph(const ViewState& a, const ViewState& b);

/// What the present supposition is carried over.
struct MapLight {
  std::vector<std::vector<ActorId>> arrows;  ///< By arrow: for whom; each once.
  std::vector<std::uint8_t> nodes;           ///< By node: 1 if it is reached.
};

/// Cost: an answer for every view that holds a drawn link, on the outcome and on each matter near
/// it.
MapLight LightMap(const Library& library, const ViewState& state, const MapGraph& graph);

/// The map's layout: the boxes of nodes, the labels of arrows, and the lines between them.
struct MapDrawing {
  std::vector<layout::Spot> nodes, labels;  ///< Top left corners, by node and by arrow.
  std::vector<float> heights;               ///< Of the nodes.
  std::vector<float> label_heights;
  float node_width = 0, label_width = 0, label_height = 0;
  /// A line from a node to a label, from a label to a node, or from a near matter to the outcome.
  struct Line {
    std::uint32_t arrow = 0;  ///< 0xFFFFFFFF: of a near matter.
    MapEnd end;
    enum class Kind : std::uint8_t { kTail, kUnless, kHead, kNear } kind = Kind::kTail;
    std::vector<layout::Spot> points;
  };
  std::vector<Line> lines;
  struct Column {
    float x = 0;
    std::uint32_t steps = 0;  ///< From the outcome.
  };
  std::vector<Column> columns;  ///< Of nodes, from the left.
  float width = 0, height = 0;
};

/// What is kept of a map from frame to frame.
struct MapCache {
  std::optional<ViewState> of;  ///< The state that graph and drawing were made for.
  bool coarse = false;
  MapGraph graph;
  std::vector<ActorId> voices;  ///< Whose arrows there are, most first.
  MapDrawing drawing;
  std::optional<ViewState> lit;  ///< And the light.
  MapLight light;
};

}  // namespace proviso::view
