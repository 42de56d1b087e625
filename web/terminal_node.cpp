// The terminal of the command line under node: web/command.js says what it is.

#include <emscripten.h>

#include "core/cli/terminal.h"

EM_JS(int, proviso_terminal_width, (), { return Module['terminal']['width']; })
EM_JS(int, proviso_terminal_color, (), { return Module['terminal']['color']; })
/// A byte of the folder's name; 0 behind its end.
EM_JS(int, proviso_program_folder, (int at), { return Module['programFolder'][at] | 0; })

namespace proviso::cli {

Terminal ReadTerminal() {
  return {static_cast<std::size_t>(proviso_terminal_width()), proviso_terminal_color() != 0};
}

std::vector<std::string> ProgramFolders() {
  std::string folder;
  for (int at = 0; const int byte = proviso_program_folder(at); ++at)
    folder += static_cast<char>(byte);
  return {folder};
}

}  // namespace proviso::cli
