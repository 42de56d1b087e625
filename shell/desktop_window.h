#pragma once

#include <SDL.h>

#include <memory>

#include "shell/app.h"
#include "shell/gl_renderer.h"

namespace proviso::shell {

/// A window with OpenGL 3 that shows one explorer and sleeps while nothing happens.
class DesktopWindow {
 public:
  explicit DesktopWindow(App& app);
  ~DesktopWindow();
  DesktopWindow(const DesktopWindow&) = delete;
  DesktopWindow& operator=(const DesktopWindow&) = delete;

  bool ok() const { return renderer_ != nullptr && renderer_->ok(); }

  /// Waits for input, draws what came of it; false once the window is closed.
  bool Step();

 private:
  bool Hear(const SDL_Event& event);
  void Draw();

  App& app_;
  SDL_Window* window_ = nullptr;
  SDL_GLContext context_ = nullptr;
  std::unique_ptr<GlRenderer> renderer_;
  int wanted_frames_ = 4;
};

}  // namespace proviso::shell
