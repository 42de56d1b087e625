#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/views/actors/graph.h"

namespace proviso::view {

inline constexpr std::uint32_t kNoActors = 0xFFFFFFFFu;
/// Past this many rows at one side the tail becomes one row.
inline constexpr std::size_t kActorsRowsAtOnce = 24;

/// A voice where it stands: at the side of who tells it, or behind another voice.
struct ActorsVoice {
  std::uint32_t node = 0;            ///< In the graph.
  std::uint32_t edge = kNoActors;    ///< The line that it stands at; none: nobody tells it.
  std::uint32_t teller = kNoActors;  ///< The node from which that comes.
  std::uint16_t depth = 0;           ///< 0: told by an author; more: by the voice before it.
};

/// What an author does with the voices that he tells.
struct ActorsStance {
  std::string title;                ///< "Reports", "Guesses at"
  std::vector<ActorsVoice> voices;  ///< Each followed by those behind it.
};

/// The voices of one author alone.
struct ActorsSide {
  std::uint32_t author = 0;  ///< A node.
  std::vector<ActorsStance> stances;
  std::size_t voices = 0;
};

/// A voice that more than one author tells, and those behind it.
struct ActorsShared {
  std::vector<std::uint32_t> edges;  ///< From the authors.
  std::vector<ActorsVoice> voices;   ///< The first is told by them.
};

/// Who quotes whom, as it is drawn: every node once, every line either the one that its voice
/// stands at, one from an author to a shared voice, or one of `others`.
struct ActorsSides {
  std::vector<ActorsSide> sides;  ///< In the order of texts.
  std::vector<ActorsShared> shared;
  std::vector<std::uint32_t> alone;   ///< Nodes that nobody tells.
  std::vector<std::uint32_t> others;  ///< Edges.
};

/// Authors are those of the texts that speak in what is shown; where no text names one, whoever
/// tells others and is told by nobody.
///
/// Cost: n log n in nodes and edges.
ActorsSides BuildActorsSides(const Library& library, const ActorsGraph& graph);

/// What the teller does with most claims of a line.
Stance StanceOf(const Library& library, const ActorsGraph& graph, const ActorsEdge& edge);

/// What is written beside the line to a voice behind another: "doubts"; empty: reports.
std::string StanceWord(const Say& say, Stance stance);

}  // namespace proviso::view
