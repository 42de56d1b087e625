#pragma once

#include <memory>

#include "core/canvas/view.h"
#include "core/views/timeline/model.h"

namespace proviso::view {

// What is dated, on a line of time.

/// What the timeline says of the state `of`, kept from frame to frame.
struct TimelineCache {
  ViewState of;
  std::shared_ptr<const TimelineModel> model;
};

void TimelineStage(StageBuilder& builder, Rect rect);
std::optional<Figure> TimelineFigure(StageBuilder& builder, Rect room);
Legend TimelineLegend(const Library& library, const Session& session);

namespace timeline {
inline constexpr View kView{.id = ViewId::kTimeline,
                            .stage = TimelineStage,
                            .legend = TimelineLegend,
                            .figure = TimelineFigure,
                            .part = "timeline"};
}  // namespace timeline

}  // namespace proviso::view
