#include "shell/platform_desktop.h"

#include <SDL.h>

#include <string>

namespace proviso::shell {

void DesktopPlatform::Copy(std::string_view text) {
  SDL_SetClipboardText(std::string(text).c_str());
}

void DesktopPlatform::OpenUrl(std::string_view url) { SDL_OpenURL(std::string(url).c_str()); }

}  // namespace proviso::shell
