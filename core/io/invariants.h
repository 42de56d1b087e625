#pragma once

#include "core/io/report.h"
#include "core/model/dataset.h"

namespace proviso::io {

/// Checks what records must hold among one another, in a dataset whose references resolve or are
/// none; passes over records that are broken already.
///
/// Errors: I3 … I13; I1 and I2 are the reader's and the linker's. Warnings: I6, I7, I9.
/// Source: data/FORMAT.md, "Invariants". What needs a text is in check_text.h.
void CheckInvariants(const Dataset& dataset, Report* report);

}  // namespace proviso::io
