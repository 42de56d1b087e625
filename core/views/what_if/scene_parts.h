#pragma once

#include <vector>

#include "core/canvas/sketch.h"
#include "core/views/what_if/chart_scene.h"
#include "core/views/what_if/model.h"

namespace proviso::view {

// The parts of the scene of answers. Each draws from `y` down and returns its bottom.

/// Columns in rows of `most`, or of as many as fit.
float DrawColumns(Sketch& sketch, const std::vector<ViewColumn>& columns, float x, float y,
                  float width, std::size_t most);

/// What is supposed, as a sentence, with its parts in bold.
std::vector<Run> SuppositionRuns(const WhatIfModel& model, Type type, Type strong);

/// Voices under each other across a phone, each with one thing that it says. Returns the bottom.
float DrawPhoneVoices(Sketch& sketch, const std::vector<ViewColumn>& columns, float margin, float y,
                      float width);

/// A reading of the scenario that stands beside, in a line. Returns the height.
float DrawBeside(Sketch& sketch, const BesideAnswer& beside, const std::string& id, float x,
                 float y, float width);

/// Who has no row in the chart. Adds the places of those whose answers a switch can change.
float DrawTray(Sketch& sketch, const WhatIfModel& model, float x, float y, float width,
               std::vector<ChartPlace>* places);

}  // namespace proviso::view
