#pragma once

#include <cstdint>
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
  std::uint32_t author = 0;  ///< kAuthor: the node; kMore: whose.
  std::uint32_t side = 0;    ///< kAuthor.
  bool open = false;         ///< kAuthor.
  Flow flow;                 ///< The name and its number.
  std::vector<Run> runs;
  float y = 0, height = 0;
};

/// Where an actor's mark stands, and its name.
struct ActorsSpot {
  bool shown = false, author = false;
  Point at;
  float radius = 0;
  Rect name;
  Flow flow;
  std::vector<Run> runs;
  std::int8_t align = 1;  ///< 1: from the left; −1: to the right; 0: in the middle.
};

/// A title, a row that says "n more", or the head of a group.
struct SideTitle {
  SideRow row;
  float x = 0, way = 1, room = 0;
};

/// Where everything stands in the drawing of who quotes whom.
struct SidesPlaces {
  std::vector<ActorsNodeWords> nodes;
  std::vector<ActorsSpot> spots;  ///< By node.
  std::vector<SideTitle> titles;
  bool under = false;  ///< Authors stand under each other, each opening onto the own voices.
  float toggle = 0;    ///< Then: what is kept free at the right for the button that opens one.
  float height = 0;
};

/// Cost: the names of all nodes, each broken into lines once.
SidesPlaces PlaceSides(const Library& library, const Session& session, const ActorsCache& cache,
                       const Space& space);

/// Where it is kept, among scroll positions, that a group or a tail is open (1) or closed (2).
std::string SideKey(std::string_view what, std::string_view author);

}  // namespace proviso::view
