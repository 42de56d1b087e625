#pragma once

#include "core/canvas/view.h"

namespace proviso::view {

// What each voice's own words imply under the suppositions.

void WhatIfStage(StageBuilder& builder, Rect rect);
Legend WhatIfLegend(const Library& library, const Session& session);
std::vector<ClaimId> BehindWhatIf(const Library& library, const ViewState& state);
std::optional<Figure> WhatIfFigure(StageBuilder& builder, Rect room);
std::optional<Beside> ReasonsBeside(StageBuilder& builder, Rect rect);
std::optional<Beside> ReasonsPanel(StageBuilder& builder, Rect rect);

namespace what_if {
inline constexpr Further kReasons{
    .part = "details",
    .needed = [](const ViewState& state) { return !state.why.empty(); },
    .key = "why"};
inline constexpr View kView{.id = ViewId::kWhatIf,
                            .stage = WhatIfStage,
                            .legend = WhatIfLegend,
                            .behind = BehindWhatIf,
                            .beside = ReasonsBeside,
                            .figure = WhatIfFigure,
                            .scenario_bar = false,
                            .further = &kReasons};
}  // namespace what_if

}  // namespace proviso::view
