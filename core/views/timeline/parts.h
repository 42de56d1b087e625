#pragma once

#include <optional>

#include "core/canvas/sketch.h"
#include "core/views/timeline/scene.h"

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
  bool expected = false;  ///< Not said to have happened: a dashed outline.
};

/// A date as a shape: a dot for a day, a bar as wide as it is loose, an outline where it is about
/// then, dashed beyond an open end.
void DrawDate(Sketch& sketch, const DrawnDate& date, DateStyle style, float x0, float x1,
              float middle, float size);

/// Where the chosen stretch stands in the panel; none where there is none in sight.
struct ChosenPart {
  float from = 0, to = 0;
};
std::optional<ChosenPart> ChosenStretch(const TimelineModel& model, const TimeView& view);

/// A square a claim: filled of the first text, outlined of others; `width`: of the date on the
/// line.
struct SquareSize {
  std::size_t columns = 1, rows = 1;
  float width = 0, height = 0;
};
SquareSize SizeOfSquares(const TimeMark& mark, float width);
void DrawSquares(Sketch& sketch, const TimeMark& mark, const SquareSize& size, float x,
                 float bottom);

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
