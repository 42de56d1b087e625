#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/state/action.h"
#include "core/state/session.h"

namespace proviso::view {

/// A black "if" with what is supposed.
struct SupposedChip {
  std::string proposition;
  std::string prefix;  ///< "if" or "if not"
  std::string label;
  Command remove;  ///< Back to open.
  Command inspect;
};

/// The bar under the top in every view but What if.
struct ScenarioModel {
  std::string words;  ///< Where nothing is supposed: what that means.
  std::vector<SupposedChip> supposed;
  Action add;                   ///< The levers, over the view that one is in.
  std::vector<Action> filters;  ///< One for each filter that is on; pressing drops it.
  std::optional<Action> clear;
  std::optional<Action> clear_filters;  ///< Where a filter is on.
  std::optional<Action> undo, redo;  ///< "Undo: punishment on"; none if there is nothing to undo.
};

ScenarioModel BuildScenarioModel(const Library& library, const Session& session);

}  // namespace proviso::view
