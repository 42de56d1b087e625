#include "shell/keyboard_desktop.h"

#include <array>
#include <string>
#include <utility>

namespace proviso::shell {
namespace {

constexpr std::array<std::pair<SDL_Keycode, const char*>, 16> kNamed{{
    {SDLK_UP, "ArrowUp"},
    {SDLK_DOWN, "ArrowDown"},
    {SDLK_LEFT, "ArrowLeft"},
    {SDLK_RIGHT, "ArrowRight"},
    {SDLK_HOME, "Home"},
    {SDLK_END, "End"},
    {SDLK_PAGEUP, "PageUp"},
    {SDLK_PAGEDOWN, "PageDown"},
    {SDLK_RETURN, "Enter"},
    {SDLK_KP_ENTER, "Enter"},
    {SDLK_ESCAPE, "Escape"},
    {SDLK_TAB, "Tab"},
    {SDLK_SPACE, " "},
    {SDLK_BACKSPACE, "Backspace"},
    {SDLK_F10, "F10"},
    {SDLK_APPLICATION, "ContextMenu"},
}};

}  // namespace

view::KeyPress KeyPressFrom(const SDL_KeyboardEvent& event, bool in_text_field) {
  view::KeyPress press;
  const int mods = event.keysym.mod;
  press.shift = (mods & KMOD_SHIFT) != 0;
  press.ctrl = (mods & (KMOD_CTRL | KMOD_GUI)) != 0;
  press.alt = (mods & KMOD_ALT) != 0;
  press.in_text_field = in_text_field;
  for (const auto& [code, name] : kNamed)
    if (event.keysym.sym == code) press.key = name;
  if (press.key.empty() && event.keysym.sym > 32 && event.keysym.sym < 127) {
    // SDL names the key, not the character; `?` is the one shifted sign that is a command.
    const char c = static_cast<char>(event.keysym.sym);
    press.key = press.shift && c == '/' ? "?" : std::string(1, c);
  }
  return press;
}

}  // namespace proviso::shell
