#include <CLI/CLI.hpp>
#include <string>

#include "core/base/version.h"

int main(int argc, char** argv) {
  CLI::App app("Who claims what, on which conditions");
  app.set_version_flag("--version", std::string(proviso::Version()));
  CLI11_PARSE(app, argc, argv);
  return 0;
}
