#pragma once

#include <optional>
#include <vector>

#include "core/canvas/space.h"
#include "core/state/scenario.h"
#include "core/views/what_if/model.h"

namespace proviso::view {

/// Where a supposed lever stands, for the wires that start there.
struct WireStart {
  std::string lever;  ///< Id of the proposition.
  float y = 0;        ///< In the lever panel's content.
};

/// The levers, grouped by what they move; `titled`: under a title of their own.
struct LeversScene {
  Scene scene;
  std::vector<WireStart> starts;  ///< One for each lever that is on or off.
};
LeversScene BuildLeversScene(const WhatIfModel& model, const ScenarioModel& scenario,
                             const Space& space, bool titled = true);

/// Where the answers stand.
struct AnswersPlace {
  float gutter = 0;     ///< Room at the left that wires cross; 0: there are none.
  bool change = false;  ///< A button leads to the conditions, since nothing else does.
  bool bare = false;    ///< What is supposed stands in a bar, and nothing but the answers here.
  bool dense = false;   ///< Rows a little lower, since something else takes room.
};

/// The wires from the conditions to the rows that they change.
struct WiresPlan {
  std::vector<WireModel> wires;
  std::vector<WireStart> starts;  ///< In the panel of answers, that is, after both have scrolled.
  float top = 0, bottom = 0;      ///< What of that panel is in sight.
};

/// The answers: the chart of all voices, who has no row in it, a column a voice.
Scene BuildAnswersScene(const WhatIfModel& model, const WiresPlan& wires, const AnswersPlace& place,
                        const Space& space);

/// The bar above the answers where the conditions have no room of their own: what is supposed, and
/// the way to all conditions.
Scene BuildSupposedScene(const ScenarioModel& scenario, const Space& space);

/// The bar above the tabs of a phone: change the suppositions, undo.
Scene BuildSupposeBarScene(const WhatIfModel& model, const ScenarioModel& scenario,
                           const Space& space);

}  // namespace proviso::view
