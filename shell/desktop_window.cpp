#include "shell/desktop_window.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>

#include "core/window/tab_stops.h"
#include "imgui.h"
#include "imgui_impl_sdl2.h"
#include "shell/files_desktop.h"
#include "shell/keyboard_desktop.h"

namespace proviso::shell {

DesktopWindow::DesktopWindow(App& app) : app_(app) {
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return;
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 2);
  window_ = SDL_CreateWindow("Proviso", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, 1440, 900,
                             SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
  if (window_ == nullptr) return;
  context_ = SDL_GL_CreateContext(window_);
  if (context_ == nullptr) return;
  ImGui::SetCurrentContext(app_.context());
  ImGui_ImplSDL2_InitForOpenGL(window_, context_);
  renderer_ = std::make_unique<GlRenderer>(app_, "#version 150");
}

DesktopWindow::~DesktopWindow() {
  ImGui::SetCurrentContext(app_.context());
  if (renderer_ != nullptr) {
    renderer_.reset();
    ImGui_ImplSDL2_Shutdown();
  }
  if (context_ != nullptr) SDL_GL_DeleteContext(context_);
  if (window_ != nullptr) SDL_DestroyWindow(window_);
  SDL_Quit();
}

bool DesktopWindow::Step() {
  SDL_Event event;
  if (wanted_frames_ == 0) {
    const double wait = app_.wait();
    const int came = wait < 0 ? SDL_WaitEvent(&event)
                              : SDL_WaitEventTimeout(&event, static_cast<int>(wait * 1000) + 1);
    if (came == 0 && wait < 0) return false;
    if (came != 0 && !Hear(event)) return false;
    if (came == 0) wanted_frames_ = 1;  // Something is due.
  }
  while (SDL_PollEvent(&event) != 0)
    if (!Hear(event)) return false;
  Draw();
  return true;
}

bool DesktopWindow::Hear(const SDL_Event& event) {
  if (event.type == SDL_QUIT) return false;
  wanted_frames_ = 4;  // Dear ImGui needs a few frames to settle after an input.
  ImGui::SetCurrentContext(app_.context());
  ImGui_ImplSDL2_ProcessEvent(&event);
  if (event.type == SDL_DROPFILE) {
    const std::filesystem::path path(event.drop.file);
    SDL_free(event.drop.file);
    if (const std::optional<std::string> bytes = ReadFile(path))
      app_.Offer(App::Purpose::kAsItLooks, path.filename().string(), *bytes);
  }
  if (event.type == SDL_MOUSEBUTTONDOWN && event.button.button == SDL_BUTTON_RIGHT)
    app_.Menu(static_cast<float>(event.button.x), static_cast<float>(event.button.y));
  if (event.type == SDL_KEYDOWN) {
    const view::KeyPress key = KeyPressFrom(event.key, ImGui::GetIO().WantTextInput);
    if (key.key == "Tab") {
      const std::string next =
          view::NextTabStop(app_.frame(), app_.session().focus, key.shift ? -1 : 1);
      app_.MoveFocus(next);
    } else {
      app_.Key(key);
    }
  }
  return true;
}

void DesktopWindow::Draw() {
  int width = 0, height = 0, pixels_wide = 0, pixels_high = 0;
  SDL_GetWindowSize(window_, &width, &height);
  SDL_GL_GetDrawableSize(window_, &pixels_wide, &pixels_high);
  const float density =
      width > 0 ? static_cast<float>(pixels_wide) / static_cast<float>(width) : 1.0f;
  app_.SetViewport({static_cast<float>(width), static_cast<float>(height)}, density);
  app_.MakeCurrent();
  ImGui_ImplSDL2_NewFrame();
  const bool again = app_.Frame(static_cast<double>(SDL_GetTicks64()) / 1000);
  renderer_->Render(pixels_wide, pixels_high);
  SDL_GL_SwapWindow(window_);
  wanted_frames_ = std::max(again ? 2 : 0, wanted_frames_ - 1);
}

}  // namespace proviso::shell
