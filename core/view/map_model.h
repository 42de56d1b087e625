#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/view/choice.h"
#include "core/view/map_graph.h"

namespace proviso::view {

/// A proposition on the map.
struct MapNode {
  std::string id, label;
  std::string caption;  ///< How a near matter is near: "A motive for it"; else empty.
  std::string name;     ///< Label, how it stands, caption.
  Lever lever = Lever::kOpen;
  bool outcome = false;
  bool reached = false;  ///< What is supposed is carried to it, for somebody.
  bool selected = false;
  Command select;
};

/// A link on the map.
struct MapArrowWords {
  std::string id;        ///< Of the condition.
  SignMark sign;         ///< To its head as marked: where that is marked "not", of the negation.
  std::string word;      ///< "only if", "even if"…; empty where the sign says it all.
  std::string voice;     ///< Whose it is, or "2 voices".
  std::string sentence;  ///< "“A” raises “B”, says the clerk"
  std::string name;      ///< The sentence, where, and what the lines mean.
  std::string firmness;  ///< How firmly it is said.
  std::vector<Ref> refs;
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
  std::string empty;  ///< Why nothing is drawn; or empty.
  /// "No path from these conditions to this outcome", and where it breaks; or empty.
  std::string broken;
  std::optional<Action> remedy;  ///< Mends what is empty or broken.
  std::vector<Choice> choices;   ///< Whose arrows, how many steps.
  Action list_or_drawing;        ///< The other way to look at it.
  std::vector<MapNode> nodes;    ///< As in the graph.
  std::vector<MapArrowWords> arrows;
  /// From the outcome back: each node and arrow once, under what it leads to.
  std::vector<MapRow> rows;
  std::vector<MapRow> list;  ///< The same without the nodes that arrows name anyway.
};

/// `listed`: the map stands as a list; `draw` is where it is looked at once it is drawn.
MapModel BuildMapModel(const Library& library, const Session& session, const MapGraph& graph,
                       const std::vector<ActorId>& voices, const MapLight& light, bool listed,
                       Camera draw);

/// Names in a sentence: "the clerk and Dr Vale".
std::string MapNames(const Library& library, const std::vector<ActorId>& actors);

/// The state with everybody's arrows, from however far.
ViewState WholeMap(ViewState state);

/// Where the way from what is supposed to the outcome breaks, in a sentence; `hidden`: by what the
/// state leaves out, not for want of a text that goes on.
std::string MapBreakWords(const Library& library, const ViewState& state,
                          const std::vector<PropositionId>& supposed, bool* hidden);

/// The state that shows a record on the map; none if no link that somebody makes has to do with it.
/// Keeps the outcome where the record leads to it, else asks about what it leads to.
std::optional<ViewState> MapStateOf(const Library& library, const ViewState& state,
                                    RecordRef record);

}  // namespace proviso::view
