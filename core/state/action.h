#pragma once

#include <optional>
#include <string>

#include "core/state/command.h"

namespace proviso::view {

/// Words that lead somewhere, or only words.
struct Link {
  std::string text;
  std::optional<Command> go;
};

/// A button: its words and what it does.
struct Action {
  std::string key;  ///< Short and stable, for ids: "open-paragraph".
  std::string words;
  Command command;
  std::string shortcut;  ///< "O", or empty.
  bool main = false;     ///< The one green button.
};

}  // namespace proviso::view
