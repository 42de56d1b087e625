#pragma once

#include <string>
#include <vector>

#include "core/canvas/sketch.h"
#include "core/views/compare/model.h"

namespace proviso::view {

// The parts of a row: what one side says, and how the two stand to each other. Each is measured
// with the width that it is drawn in, since the highest makes the row.

float CompareCellHeight(const Sketch& sketch, const CompareCell& cell, float width);
void DrawCompareCell(Sketch& sketch, const CompareCell& cell, const std::string& id,
                     const std::string& name, float x, float y, float width);

/// The sign of a verdict, centred on (x, middle).
void DrawVerdictSign(Sketch& sketch, CompareClass verdict, float x, float middle);

/// `beside`: between the two sides, sign over words; else across the row, sign before words.
float VerdictHeight(const Sketch& sketch, const CompareRow& row, float width, bool beside);
void DrawVerdict(Sketch& sketch, const CompareRow& row, const std::string& id, float x, float y,
                 float width, bool beside);

}  // namespace proviso::view
