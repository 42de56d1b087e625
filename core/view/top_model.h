#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/view/voice_model.h"

namespace proviso::view {

/// The views that this build has, in the order of their tabs and number keys.
std::span<const ViewId> PresentViews();
bool IsPresent(ViewId view);

struct TopTab {
  ViewId view = ViewId::kWhatIf;
  std::string label;
  std::string shortcut;  ///< "1"
  bool current = false;
  Command show;
};

struct TopModel {
  std::string name;  ///< "Proviso"
  std::string dataset_title;
  std::vector<TopTab> tabs;
  Action search;  ///< Opens the palette.
  Action share;   ///< Opens the dialog Share.
  Action theme;   ///< To the next theme: "Theme: light".
  Action keys;    ///< The list of keys.
  std::vector<std::string> notices;
  Command dismiss_notices;
  std::string tour;              ///< Offers the questions to who is new; or empty.
  Action take_tour, leave_tour;  ///< With `tour`.
};
TopModel BuildTopModel(const Library& library, const Session& session);

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
  Action add;                   ///< To the levers.
  std::vector<Action> filters;  ///< One for each filter that is on; pressing drops it.
  std::optional<Action> clear;
  std::optional<Action> undo, redo;  ///< "Undo: punishment on"; none if there is nothing to undo.
};
ScenarioModel BuildScenarioModel(const Library& library, const Session& session);

}  // namespace proviso::view
