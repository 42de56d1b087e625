#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/state/action.h"
#include "core/views/actors/graph.h"
#include "core/views/actors/rows.h"

namespace proviso::view {

/// A line of the network as a nested list, and of its twin: an actor, or under whom it starts an
/// edge; after all of them, in the list alone, those who are not drawn.
struct ActorsRow {
  enum class Kind : std::uint8_t { kActor, kEdge, kRest } kind = Kind::kActor;
  std::uint32_t index = 0;  ///< In the graph's `nodes`, `edges` or `rest`.
  std::uint16_t level = 1;
  std::uint32_t pos = 1, size = 1;  ///< Among those under the same line.
};

/// Authors, then who is quoted, then what is passed on; there by claims held, by claims they stand
/// in, by name; each edge once, under the
/// actor that it starts from.
///
/// Cost: n log n in nodes and edges.
std::vector<ActorsRow> ActorsRows(const Library& library, const ActorsGraph& graph);

/// An actor in the drawing.
struct ActorsNodeWords {
  std::string id;
  std::string label, count;  ///< "US intelligence", "3"; no count where nothing is held.
  std::string name;          ///< "US intelligence, organisation: holds 3 claims"
  std::string letter;        ///< Of the text that it is an author of, or empty.
  bool selected = false, pinned = false;
  Command select;
  std::optional<Command> open;
};
ActorsNodeWords WordsOfNode(const Library& library, const ViewState& state,
                            const ActorsGraph& graph, std::uint32_t node);

/// An edge in the drawing and in the list.
struct ActorsEdgeWords {
  std::string id;        ///< Of the item: "edge/reports/a-clerk~a-vale".
  std::string sentence;  ///< "The clerk reports Dr Vale: 4 claims, 1 disputed"
  std::string under;     ///< The same under the clerk's name: "reports Dr Vale: 4 claims".
  std::string places;    ///< "A ¶9, B ¶6"; at most four.
  bool selected = false;
  bool touched = false;  ///< One of its ends is selected, or it is.
  Command select, open;  ///< The inspector with its claims; the first one's passage.
};
ActorsEdgeWords WordsOfEdge(const Library& library, const ViewState& state,
                            const ActorsGraph& graph, std::uint32_t edge);

/// A kind of edge that can be drawn.
struct ActorsSwitch {
  EdgeKind kind = EdgeKind::kReports;
  std::string words;  ///< "Who quotes whom"
  bool drawn = false;
  Command choose;  ///< Draws it alone.
};

/// What stands over the drawing and over the list.
struct ActorsModel {
  std::string title, subtitle;
  std::string cut;            ///< What is left out and why, in a sentence; or empty.
  std::vector<Action> tools;  ///< What brings it back, what shows more or less; without the rest.
  std::vector<ActorsSwitch> switches;
  Command draw, list;  ///< Network, and list.
  bool listed = false;
  std::string rest;  ///< Over those who are not drawn: "Not in the drawing: 31"; or empty.
  std::string empty;
  std::optional<Action> remedy;
};

/// `draw` is where the network is looked at once it is drawn from a list that came by itself.
ActorsModel BuildActorsModel(const Library& library, const Session& session,
                             const ActorsGraph& graph, bool listed, Camera draw);

/// What the inspector offers for an actor in this view: its neighbours, pins, in and out of what is
/// drawn. `at`: where it stands, if it is drawn.
std::vector<Action> ActorsActions(const Library& library, const ViewState& state, ActorId actor);

}  // namespace proviso::view
