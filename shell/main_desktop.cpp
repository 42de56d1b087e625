// The desktop program: proviso_desktop DATASET [LINK]. The panels are those of the browser.

#include <SDL.h>

#include <cstdio>
#include <ctime>
#include <filesystem>
#include <string>

#include "shell/desktop_window.h"
#include "shell/files_desktop.h"
#include "shell/platform_desktop.h"

namespace {

std::string Today() {
  const std::time_t now = std::time(nullptr);
  char text[16] = "";
  if (const std::tm* day = std::localtime(&now)) std::strftime(text, sizeof text, "%Y-%m-%d", day);
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "Usage: proviso_desktop DATASET [LINK]\n");
    return 2;
  }
  const std::filesystem::path made = std::filesystem::path(argv[0]).parent_path().parent_path();
  proviso::shell::DesktopPlatform platform(made / "words");
  proviso::shell::App app(platform);
  app.SetHost({{}, {}, Today(), {}, false, false});
  const std::filesystem::path fonts = made / "fonts";
  if (!proviso::shell::LoadFaces(fonts, app)) {
    std::fprintf(stderr, "The fonts are not in %s; make them with node web/fonts/build.mjs.\n",
                 fonts.string().c_str());
    return 1;
  }
  const std::optional<std::string> bytes = proviso::shell::ReadFile(argv[1]);
  if (!bytes) {
    std::fprintf(stderr, "%s cannot be read.\n", argv[1]);
    return 2;
  }
  const auto report = app.Open(*bytes);
  for (const proviso::Problem& problem : report.errors)
    std::fprintf(stderr, "%s:%u:%u: %s %s\n", argv[1], problem.line, problem.column,
                 problem.rule.c_str(), problem.remedy.c_str());
  if (!report.ok()) return 1;
  if (argc > 2) app.SetLink(argv[2]);
  proviso::shell::DesktopWindow window(app);
  if (!window.ok()) {
    std::fprintf(stderr, "No window with OpenGL 3: %s\n", SDL_GetError());
    return 1;
  }
  while (window.Step()) {
  }
  return 0;
}
