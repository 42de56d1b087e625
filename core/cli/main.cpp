#include <cstdio>
#include <string>
#include <vector>

#include "core/cli/commands.h"
#include "core/cli/system_console.h"

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const int exit_code = proviso::cli::RunCommand(arguments, proviso::cli::SystemConsole());
  if (proviso::cli::FlushSystemConsole()) return exit_code;
  std::fputs("proviso: error: the output did not all arrive.\n", stderr);
  return proviso::cli::kCallAtFault;
}
