#pragma once

#include <optional>

#include "core/state/view_state.h"
#include "core/voice/library.h"

namespace proviso::view {

/// What `state` compares: its sides, else the first two documents. A side may be none: the dataset
/// lacks what is named, or has one text alone.
struct CompareSides {
  RecordRef a, b;
};
CompareSides SidesOf(const Library& library, const ViewState& state);

/// The state that shows what both sides say on the matter of a record; none if it has no matter, or
/// one of the sides lacks.
std::optional<ViewState> CompareStateOf(const Library& library, const ViewState& state,
                                        RecordRef record);

}  // namespace proviso::view
