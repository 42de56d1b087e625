#pragma once

#include <optional>
#include <vector>

#include "core/view/space.h"
#include "core/view/top_model.h"
#include "core/view/what_if_model.h"

namespace proviso::view {

/// Where a supposed lever stands, for the wire that starts there.
struct WireStart {
  float y = 0;                   ///< In the lever panel's content.
  std::optional<SignMark> sign;  ///< None: supposed false, and what follows from that is not said.
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
/// content, that is, after both panels have scrolled. 0: no wires. `levers_beside`: the levers are
/// in sight, so nothing here needs to lead to them.
Scene BuildAnswersScene(const WhatIfModel& model, const ScenarioModel& scenario,
                        const std::vector<WireStart>& wires, float gutter, bool levers_beside,
                        const Space& space);

/// The bar above the tabs of a phone: change what is supposed, undo.
Scene BuildSupposeBarScene(const WhatIfModel& model, const ScenarioModel& scenario,
                           const Space& space);

}  // namespace proviso::view
