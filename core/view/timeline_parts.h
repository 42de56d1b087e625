#pragma once

#include "core/view/sketch.h"
#include "core/view/timeline_scene.h"

namespace proviso::view {

// What the scenes of the timeline share.

/// How far the tails of a date reach beyond its bar.
struct Tails {
  float before = 0, after = 0;
};
Tails TailsOf(const DrawnDate& date, float size);

/// How a date is drawn, beside what it is.
struct DateStyle {
  bool inferred = false;  ///< The coder worked it out: hatched.
  bool faint = false;     ///< Outside the brush: an outline.
};

/// A date as a shape: a dot for a day, a bar as wide as it is loose, dashed beyond an open end,
/// fading slices beside an end that is `about`.
void DrawDate(Sketch& sketch, const DrawnDate& date, DateStyle style, float x0, float x1,
              float middle, float size);

/// The width that a text's letter takes before its title; 0 for marks that are no texts.
float LetterRoom(const Sketch& sketch, const TimeMark& mark);
/// The line under a mark's title: its date, and where it stands.
std::string Under(const TimeMark& mark);

/// These return the y below them.
float DrawTimelineHead(Sketch& sketch, const TimelineModel& model, const TimeView* view,
                       const Space& space, float y);
float DrawTimeAxis(Sketch& sketch, const TimelineModel& model, const TimeView& view, float y);
float DrawTimeLists(Sketch& sketch, const TimelineModel& model, float x, float y, float width,
                    float* selected_y);

}  // namespace proviso::view
