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

/// The levers, grouped by theme; `titled`: under a title of their own.
struct LeversScene {
  Scene scene;
  std::vector<WireStart> wires;  ///< One for each lever that is on or off and linked.
};
LeversScene BuildLeversScene(const WhatIfModel& model, const ScenarioModel& scenario,
                             const Space& space, bool titled = true);

/// What stands around the answers.
struct AnswersPlace {
  float gutter = 0;            ///< Room at the left that wires cross; 0: there are none.
  bool levers_beside = false;  ///< The levers are in sight: nothing here needs to lead to them.
  bool bar_below = false;      ///< A bar below leads to them.
};

/// The answers: a column a voice, and what is one condition away, silent, or a matter of dates.
///
/// The starts of `wires` are in this panel's content, that is, after both panels have scrolled.
Scene BuildAnswersScene(const WhatIfModel& model, const ScenarioModel& scenario,
                        const std::vector<WireStart>& wires, const AnswersPlace& place,
                        const Space& space);

/// The bar above the tabs of a phone: change what is supposed, undo.
Scene BuildSupposeBarScene(const WhatIfModel& model, const ScenarioModel& scenario,
                           const Space& space);

}  // namespace proviso::view
