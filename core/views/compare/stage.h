#pragma once

#include "core/canvas/view.h"

namespace proviso::view {

// Two texts or two holders, point by point.

Commands CompareKey(const Library& library, const Session& session, const Frame& frame,
                    const KeyPress& key);
void CompareStage(StageBuilder& builder, Rect rect);
std::optional<Figure> CompareFigure(StageBuilder& builder, Rect room);
Legend CompareLegend(const Library& library, const Session& session);
std::vector<ClaimId> BehindCompare(const Library& library, const ViewState& state);

namespace compare {
inline constexpr View kView{.id = ViewId::kCompare,
                            .stage = CompareStage,
                            .legend = CompareLegend,
                            .behind = BehindCompare,
                            .on_key = CompareKey,
                            .figure = CompareFigure,
                            .part = "compare"};
}  // namespace compare

}  // namespace proviso::view
