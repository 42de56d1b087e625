#pragma once

#include "core/canvas/view.h"

namespace proviso::view {

// Who speaks about whom, as a network or a list.

struct ActorsModel;

void ActorsStage(StageBuilder& builder, Rect rect);
void NetworkStage(StageBuilder& builder, Rect rect, ActorsModel model);
/// True if more is drawn than who quotes whom, which alone has a drawing of its own.
bool DrawsNetwork(const ViewState& state);
/// The voices as a list.
std::optional<Beside> ActorsBeside(StageBuilder& builder, Rect rect);
std::optional<Figure> ActorsFigure(StageBuilder& builder, Rect room);
Legend ActorsLegend(const Library& library, const Session& session);
std::vector<ClaimId> BehindActors(const Library& library, const ViewState& state);

namespace actors {
inline constexpr Further kNetwork{
    .part = "network", .needed = DrawsNetwork, .key = "no-edges", .value = "about,positions"};
inline constexpr View kView{.id = ViewId::kActors,
                            .stage = ActorsStage,
                            .legend = ActorsLegend,
                            .behind = BehindActors,
                            .beside = ActorsBeside,
                            .figure = ActorsFigure,
                            .keeps_beside = true,
                            .part = "actors",
                            .further = &kNetwork,
                            .figure_part = "actors_figure"};
}  // namespace actors

}  // namespace proviso::view
