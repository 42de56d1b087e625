#pragma once

#include <optional>
#include <vector>

#include "core/cli/commands.h"
#include "core/cli/console.h"

namespace proviso::cli {

struct AskOptions {
  CommonOptions common;
  std::string target;                ///< "id" or "!id"
  std::vector<std::string> suppose;  ///< The same, supposed to hold.
  std::vector<std::string> suppose_not;
  std::optional<std::string> view;  ///< Actor ids joined by ">"; none: all views.
  bool strict = false;
  bool why = false;
};

/// Does what `proviso ask --help` says and returns an `ExitCode`.
int RunAsk(const AskOptions& options, const Console& console);

}  // namespace proviso::cli
