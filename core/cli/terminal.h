#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace proviso::cli {

/// What the output goes to. One .cpp a platform.
struct Terminal {
  std::size_t width = 0;  ///< In columns; 0: no terminal.
  bool color = false;     ///< Only where the error stream is one too, and NO_COLOR is not set.
};

Terminal ReadTerminal();

/// Where the page's program may lie, by where this one does: installed beside it, or built.
std::vector<std::string> ProgramFolders();

}  // namespace proviso::cli
