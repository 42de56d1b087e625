#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "core/cli/terminal.h"

namespace proviso::cli {

Terminal ReadTerminal() {
  if (isatty(STDOUT_FILENO) == 0) return {};
  Terminal terminal;
  winsize size{};
  const bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  terminal.width = known ? size.ws_col : std::size_t{80};
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  terminal.color = (no_color == nullptr || *no_color == '\0') &&
                   !(term != nullptr && std::strcmp(term, "dumb") == 0) &&
                   isatty(STDERR_FILENO) != 0;
  return terminal;
}

std::vector<std::string> ProgramFolders() {
  std::error_code error;
  const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) return {};
  const std::filesystem::path folder = self.parent_path();
  return {(folder / "../share/proviso/web").lexically_normal().string(),
          (folder / "../../web/dist").lexically_normal().string()};
}

}  // namespace proviso::cli
