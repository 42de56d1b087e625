#pragma once

#include <string>

#include "core/cli/commands.h"
#include "core/cli/console.h"

namespace proviso::cli {

struct CompareOptions {
  CommonOptions common;
  std::string a, b;  ///< Ids of documents or actors; empty: the first two documents.
};

/// Does what `proviso compare --help` says and returns an `ExitCode`.
int RunCompare(const CompareOptions& options, const Console& console);

}  // namespace proviso::cli
