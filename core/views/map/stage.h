#pragma once

#include "core/canvas/view.h"
#include "core/views/map/graph.h"

namespace proviso::view {

// From conditions to the outcome, step by step.

void MapStage(StageBuilder& builder, Rect rect);
Legend MapLegend(const Library& library, const Session& session);
std::optional<Figure> MapFigure(StageBuilder& builder, Rect room);
/// Brings what is kept of a map up to date with the state.
void RefreshMap(StageBuilder& builder, MapCache* cache);
std::vector<ClaimId> BehindMap(const Library& library, const ViewState& state);

namespace map {
inline constexpr View kView{.id = ViewId::kMap,
                            .stage = MapStage,
                            .legend = MapLegend,
                            .behind = BehindMap,
                            .figure = MapFigure,
                            .part = "map"};
}  // namespace map

}  // namespace proviso::view
