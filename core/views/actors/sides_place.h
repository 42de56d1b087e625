#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/canvas/sketch.h"
#include "core/canvas/space.h"
#include "core/views/actors/cache.h"

namespace proviso::view {

/// One row of a side; once placed, one that is no voice.
struct SideRow {
  enum class Kind : std::uint8_t { kTitle, kVoice, kMore, kAuthor } kind = Kind::kTitle;
  std::string words;  ///< kTitle, kMore.
  const ActorsVoice* voice = nullptr;
  std::uint32_t author = 0;   ///< kAuthor: the node; kMore: whose.
  std::size_t voices = 0;     ///< kAuthor: how many.
  bool open = false;          ///< kAuthor.
  float room = 0, lines = 0;  ///< Of the name with its number: what it has, how high it is.
  float y = 0, height = 0;
};

/// Where an actor's mark stands, and its name.
struct ActorsSpot {
  bool shown = false, author = false;
  bool strong = false;    ///< How the name is written.
  std::int8_t align = 1;  ///< 1: from the left; −1: to the right; 0: in the middle.
  Point at;
  float radius = 0, room = 0;  ///< Of the mark; for the name.
  Rect name;                   ///< Its x and width are known once `MeasureSideName` was there.
};

/// A title, a row that says "n more", or the head of a group.
struct SideTitle {
  SideRow row;
  float x = 0, way = 1, room = 0;
};

/// Whom the lines of `edges` end at, in the order of the texts whose authors they come from.
struct Told {
  std::uint32_t node = 0;
  std::span<const std::uint32_t> edges;
};

/// What the places depend on beside the graph.
struct SidesFor {
  float width = 0, height = 0, scale = 0;
  bool coarse = false;
  WidthClass size = WidthClass::kWide;
  std::string selection;
  std::map<std::string, float> opened;  ///< What is open, of the scroll positions.

  friend bool operator==(const SidesFor&, const SidesFor&) = default;
};

/// Where everything stands in the drawing of who quotes whom.
struct SidesPlaces {
  SidesFor of;
  std::vector<ActorsSpot> spots;  ///< By node.
  std::vector<SideTitle> titles;
  std::vector<Told> told;  ///< Where `under`: those behind whose names their tellers stand.
  std::vector<std::uint32_t> told_edges;  ///< What `told` points into.
  bool under = false;  ///< Authors stand under each other, each opening onto the own voices.
  bool many = false;   ///< Too many to make all of: only what is in sight, and around it.
  float toggle = 0;    ///< Where `under`: kept free at the right for the button that opens one.
  float height = 0;
  std::uint32_t selected = kNoActors;  ///< The node, if it is drawn.
  /// Of many: the first and the last that are shown, as the tree goes.
  std::uint32_t first = kNoActors, last = kNoActors;
};

/// Where everything stands for `space`, as it was kept or made anew.
///
/// Cost, made anew: the names of all nodes, each measured once.
SidesPlaces& PlacesOfSides(const Library& library, const Session& session, const Space& space,
                           ActorsCache* cache);

/// Where it is kept, among scroll positions, that a group or a tail is open (1) or closed (2).
std::string SideKey(std::string_view what, std::string_view author);

}  // namespace proviso::view
