#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/state/action.h"
#include "core/state/session.h"
#include "core/voice/voice.h"

namespace proviso::view {

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
  bool edited_elsewhere = false;  ///< One of them says so, and can be answered.
};
TopModel BuildTopModel(const Library& library, const Session& session);

}  // namespace proviso::view
