#pragma once

#include "core/canvas/view.h"

namespace proviso::view {

// Who speaks about whom, as a network or a list.

void ActorsStage(StageBuilder& builder, Rect rect);
/// The voices as a list.
std::optional<Beside> ActorsBeside(StageBuilder& builder, Rect rect);
Legend ActorsLegend(const Library& library, const Session& session);
std::vector<ClaimId> BehindActors(const Library& library, const ViewState& state);

namespace actors {
inline constexpr View kView{.id = ViewId::kActors,
                            .stage = ActorsStage,
                            .legend = ActorsLegend,
                            .behind = BehindActors,
                            .beside = ActorsBeside,
                            .keeps_beside = true,
                            .part = "actors"};
}  // namespace actors

}  // namespace proviso::view
