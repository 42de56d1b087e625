#pragma once

#include <cstdint>
#include <vector>

#include "core/canvas/sketch.h"
#include "core/canvas/space.h"
#include "core/views/actors/sides_place.h"

namespace proviso::view {

/// Between the middle of a mark and its name, at least.
inline constexpr float kSideNameGap = 18;

/// The name of a node and how many claims it has, as it is written.
std::vector<Run> SideNameRuns(const Library& library, const ActorsGraph& graph, std::uint32_t node,
                              bool strong);

/// Breaks the name of a node into lines, and says in `spot` how wide it is and so where it begins.
Flow MeasureSideName(const Library& library, const ActorsGraph& graph, std::uint32_t node,
                     const Sketch& sketch, ActorsSpot* spot);

/// Writes a title, "n more", or the button that opens a group.
void AddSideTitle(Sketch& sketch, const Library& library, const ActorsGraph& graph,
                  const SideTitle& title, const Space& space);

}  // namespace proviso::view
