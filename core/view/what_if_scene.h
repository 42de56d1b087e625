#pragma once

#include <vector>

#include "core/view/space.h"
#include "core/view/top_model.h"
#include "core/view/what_if_model.h"

namespace proviso::view {

/// Where a supposed lever stands, for the wire that starts there.
struct WireStart {
  float y = 0;  ///< In the lever panel's content.
  Sign sign = Sign::kMore;
};

/// The levers, grouped by theme.
struct LeversScene {
  Scene scene;
  std::vector<WireStart> wires;  ///< One for each lever that is on or off and linked.
};
LeversScene BuildLeversScene(const WhatIfModel& model, const ScenarioModel& scenario,
                             const Space& space);

/// The answers: a column a voice, and what is one condition away, silent, or a matter of dates.
///
/// `gutter` is the room at the left that the wires cross; their starts are given in this panel's
/// content, that is, after both panels have scrolled. 0: no wires.
Scene BuildAnswersScene(const WhatIfModel& model, const ScenarioModel& scenario,
                        const std::vector<WireStart>& wires, float gutter, const Space& space);

/// The bar above the tabs of a phone: change what is supposed, undo.
Scene BuildSupposeBarScene(const WhatIfModel& model, const ScenarioModel& scenario,
                           const Space& space);

}  // namespace proviso::view
