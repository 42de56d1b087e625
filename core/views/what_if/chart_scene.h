#pragma once

#include <string>
#include <vector>

#include "core/canvas/sketch.h"
#include "core/views/what_if/chart_model.h"

namespace proviso::view {

/// How the chart is drawn: in a view its rows lead to their reasons, a picture has none of that.
struct ChartLook {
  float row = 38, step_row = 28;  ///< Heights at 100 % text, where words do not need more.
  bool usable = true;
};

/// Where a row stands, for the wires that end there.
struct ChartPlace {
  std::string row;
  float y = 0;  ///< Of its middle.
};

/// Draws the chart across `rect` from its top, as high as it must be. Adds the places of its rows
/// to `places`, and returns the bottom.
///
/// The width decides: the steps are equal and at most 58 points, what is left stands before them
/// for names and behind them for direction and place. No name, hedge or condition is cut: rows
/// grow.
float DrawChart(Sketch& sketch, Rect rect, const ChartModel& model, const ChartLook& look,
                std::vector<ChartPlace>* places);

/// The least width at which it can be read.
float LeastChartWidth(const Sketch& sketch);

}  // namespace proviso::view
