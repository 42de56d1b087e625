#include "core/views/timeline/stage.h"

#include <algorithm>
#include <memory>

#include "core/views/timeline/model.h"
#include "core/views/timeline/scene.h"

namespace proviso::view {
namespace {

std::shared_ptr<const TimelineModel> ModelOf(StageBuilder& builder) {
  TimelineCache& kept = builder.cache().Kept<TimelineCache>();
  if (!kept.model || !SameTimeline(kept.of, builder.state())) {
    kept.model = std::make_shared<const TimelineModel>(
        BuildTimelineModel(builder.library(), builder.state()));
    kept.of = builder.state();
  }
  return kept.model;
}

}  // namespace

void TimelineStage(StageBuilder& builder, Rect rect) {
  const std::shared_ptr<const TimelineModel> kept = ModelOf(builder);
  const TimelineModel& model = *kept;
  if (builder.phone() || model.lanes.empty()) {
    builder.Add("stage", Landmark::kMain, builder.Say("Timeline"), rect, Ink::kPaper,
                [&](const Space& space) {
                  return BuildTimelineListScene(model, space, builder.selected_y());
                });
    return;
  }
  const float side_width = builder.S(244);
  const bool side = builder.wide() && !model.lists.empty() && rect.w - side_width >= builder.S(560);
  Rect stage = rect;
  if (side) stage.w -= side_width;
  const TimeView view = ViewTime(model, builder.state().camera, builder.SpaceFor(stage));
  // Head and axis stay while the lanes scroll, if they leave the lanes most of the room.
  const Scene head = BuildTimelineHeadScene(model, view, builder.SpaceFor(stage));
  const Scene axis = BuildTimeAxisScene(model, view, builder.SpaceFor(stage));
  const bool stays = head.height + axis.height <= stage.h * 0.45f;
  const std::vector<Stop> stops = BrushStops(model, view);
  Rect lanes = stage;
  if (stays) {
    builder.Add("head", Landmark::kRegion, builder.Say("Dates and zoom"),
                {stage.x, stage.y, stage.w, head.height}, Ink::kPaper,
                [&](const Space&) { return head; });
    Panel& line = builder.Add("axis", Landmark::kRegion, builder.Say("Time"),
                              {stage.x, stage.y + head.height, stage.w, axis.height}, Ink::kPaper,
                              [&](const Space&) { return axis; });
    line.drag = DragKind::kBrush;
    line.stops = stops;
    lanes.y += head.height + axis.height;
    lanes.h -= head.height + axis.height;
  }
  Panel& panel = builder.Add("stage", Landmark::kMain, builder.Say("Timeline"), lanes, Ink::kPaper,
                             [&](const Space& space) {
                               return BuildTimeLanesScene(model, view, space, !stays, !side,
                                                          builder.selected_y());
                             });
  panel.camera = view.camera;
  panel.along_x = true;
  panel.drag = DragKind::kBrush;
  panel.stops = stops;
  if (!side) return;
  const Rect beside{stage.right(), rect.y, side_width, rect.h};
  builder.Add("side", Landmark::kComplementary, builder.Say("Not on the line"), beside, Ink::kPaper,
              [&](const Space& space) { return BuildTimeListsScene(model, space); });
}

Legend TimelineLegend(const Library& library, const Session&) {
  const Say& say = library.say;
  Legend legend;
  legend.keys = {{"← → ↑ ↓", say("move##keys at the foot")},
                 {"Enter", say("opens##keys at the foot")},
                 {"Z", say("zooms##keys at the foot")},
                 {"0", say("whole span##keys at the foot")}};
  return legend;
}

}  // namespace proviso::view
