#include "shell/platform_desktop.h"

#include <SDL.h>

#include <string>

#include "shell/files_desktop.h"

namespace proviso::shell {

void DesktopPlatform::Copy(std::string_view text) {
  SDL_SetClipboardText(std::string(text).c_str());
}

void DesktopPlatform::OpenUrl(std::string_view url) { SDL_OpenURL(std::string(url).c_str()); }

std::string DesktopPlatform::Words(std::string_view language) {
  return ReadFile(words_ / (std::string(language) + ".json")).value_or(std::string());
}

}  // namespace proviso::shell
