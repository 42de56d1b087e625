#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/canvas/choice.h"
#include "core/state/action.h"
#include "core/views/map/graph.h"

namespace proviso::view {

/// A proposition on the map.
struct MapNode {
  std::string id, label;
  std::string caption;  ///< How a near matter is near: "A step before"; else empty.
  std::string brings;   ///< The same as it stands inside the outcome.
  std::string name;     ///< Label, how it stands, caption.
  Lever lever = Lever::kOpen;
  bool as_said = true;  ///< What is supposed of it is what its box says, not the opposite.
  bool outcome = false;
  bool reached = false;  ///< What is supposed is carried to it, for somebody.
  bool selected = false;
  Command select;
};

/// A link on the map.
struct MapArrowWords {
  std::string id;        ///< Of the condition.
  SignMark sign;         ///< Toward what its head says.
  std::string word;      ///< "only if", "even if"…; empty where the sign says it all.
  std::string voice;     ///< Whose it is, or "2 voices".
  std::string label;     ///< "The clerk and 1 more", with who ranks it lower.
  std::string brings;    ///< Inside the outcome: "very likely", "less likely", "only if".
  std::string from;      ///< What it leads from: "A and B, unless C".
  std::string sentence;  ///< "“A” raises “B”, says the clerk"
  std::string name;      ///< The sentence, where, and what the lines mean.
  std::string firmness;  ///< How firmly the voice says it.
  std::vector<Ref> refs;
  std::string dashed_why;  ///< "read in by the coders", "reported, not shared"; or empty.
  bool heavy = false, dashed = false, selected = false;
  Command select;
};

/// A line of the map as a nested list.
struct MapRow {
  bool arrow = false;
  std::uint32_t index = 0;  ///< Of `arrows` or `nodes`.
  std::uint16_t level = 1;
  std::uint32_t pos = 1, size = 1;  ///< Among those under the same line.
};

struct MapModel {
  std::string title, subtitle;
  bool letters = false;   ///< There are several texts, which letters tell apart.
  bool supposed = false;  ///< Something is: what carries it is heavy, the rest faint.
  std::string empty;      ///< Why nothing is drawn; or empty.
  /// "No path from these conditions to this outcome", and where it breaks; or empty.
  std::string broken;
  std::optional<Action> remedy;  ///< Mends an empty map or a broken way.
  std::vector<Choice> choices;   ///< Whose arrows, how many steps.
  Action list_or_drawing;        ///< The other way to look at it.
  std::vector<MapNode> nodes;    ///< As in the graph.
  std::vector<MapArrowWords> arrows;
  /// From the outcome back: each node and arrow once, under what it leads to.
  std::vector<MapRow> rows;
  std::vector<MapRow> list;  ///< The same without the nodes that arrows name anyway.
};

/// `listed`: the map stands as a list.
MapModel BuildMapModel(const Library& library, const Session& session, const MapGraph& graph,
                       const std::vector<ActorId>& voices, const MapLight& light, bool listed);

/// Names in a sentence: "the clerk and Dr Vale".
std::string MapNames(const Library& library, const std::vector<ActorId>& actors);

/// The state with everybody's arrows, from however far.
ViewState WholeMap(ViewState state);

/// Where the way from the suppositions to the outcome breaks, in a sentence; `hidden`: by what the
/// state leaves out, not for want of a text that goes on.
std::string MapBreakWords(const Library& library, const ViewState& state,
                          const std::vector<PropositionId>& supposed, bool* hidden);

/// The state that shows a record on the map; none if no link that somebody makes has to do with it.
/// Keeps the outcome where the record leads to it, else asks about what it leads to.
std::optional<ViewState> MapStateOf(const Library& library, const ViewState& state,
                                    RecordRef record);

}  // namespace proviso::view
