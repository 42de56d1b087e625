#pragma once

#include <string>

#include "core/cli/console.h"
#include "core/cli/messages.h"

namespace proviso::cli {

/// The files of the page's program, by their places on a site.
struct Program {
  std::string folder;
  Json files;  ///< place → where it is in the folder.

  /// Errors: there is no such place.
  Result<std::string> Read(const Console& console, const std::string& place) const;
};

/// The program in the folder `named`; without one, in the first of the console's that has it.
Result<Program> FindProgram(const std::string& named, const Console& console);

}  // namespace proviso::cli
