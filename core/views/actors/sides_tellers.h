#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/views/actors/sides_place.h"

namespace proviso::view {

/// Behind a name, where authors stand under each other: an arrow to it from those who tell it.
struct SideTellers {
  struct Teller {
    std::uint32_t edge = 0;
    std::string words;  ///< The letter of the author's text, else the teller's name.
    bool letter = true;
    Rect rect;  ///< To be pressed; the words begin at its left.
  };
  std::uint32_t node = 0;
  float from = 0, to = 0, y = 0;  ///< The arrow, from right to left.
  std::vector<Teller> tellers;
  std::string more;  ///< "+3": who found no room; empty: nobody.
  float more_x = 0;
};

/// Fills `told` of `places`: each author and each voice of several authors whom somebody tells.
/// What is told of an author is told nowhere else.
///
/// Cost: linear in nodes, lines and texts.
void FindTold(const ActorsGraph& graph, const ActorsSides& sides, SidesPlaces* places);

/// Behind the name of `told`, which is measured: who tells it.
SideTellers PlaceTellers(const Library& library, const ActorsGraph& graph,
                         const SidesPlaces& places, const Told& told, const Sketch& sketch,
                         const Space& space);

}  // namespace proviso::view
