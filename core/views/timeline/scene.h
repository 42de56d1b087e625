#pragma once

#include <vector>

#include "core/canvas/camera.h"
#include "core/canvas/space.h"
#include "core/views/timeline/model.h"

namespace proviso::view {

/// How the line of time is looked at in a panel.
struct TimeView {
  Camera camera;  ///< With the percentage that fits filled in.
  bool fits = true;
  Projection projection;
  float left = 0, right = 0;     ///< Where the line is drawn, in the panel.
  float label_x = 0, label = 0;  ///< Names of lanes beside it; 0 wide: above each lane.

  float X(float drawing) const { return drawing * projection.scale + projection.dx; }
  float scale() const { return projection.scale; }
  /// The stretch of the drawing that is in sight.
  float first() const { return (left - projection.dx) / projection.scale; }
  float last() const { return (right - projection.dx) / projection.scale; }
};
TimeView ViewTime(const TimelineModel& model, const Camera& camera, const Space& space);

/// Where a brush over the line can begin and end.
std::vector<Stop> BrushStops(const TimelineModel& model, const TimeView& view);

/// Title, what the marks mean, the dates of the brush, zooming.
Scene BuildTimelineHeadScene(const TimelineModel& model, const TimeView& view, const Space& space);

/// Years, months or days in sight.
Scene BuildTimeAxisScene(const TimelineModel& model, const TimeView& view, const Space& space);

/// The lanes; with head and axis above them and the lists below where those have no panels of their
/// own. `selected_y` gets the top of the selected mark, and stays as it is without one.
Scene BuildTimeLanesScene(const TimelineModel& model, const TimeView& view, const Space& space,
                          bool head, bool lists, float* selected_y);

/// What stands beside the line.
Scene BuildTimeListsScene(const TimelineModel& model, const Space& space);

/// All of it as a list from top to bottom with small bars: for a phone, and where nothing is
/// dated.
Scene BuildTimelineListScene(const TimelineModel& model, const Space& space, float* selected_y);

}  // namespace proviso::view
