#pragma once

#include <SDL.h>

#include "shell/app.h"

namespace proviso::shell {

/// A window with OpenGL 3 that shows one explorer and sleeps while nothing happens.
class DesktopWindow {
 public:
  explicit DesktopWindow(App& app);
  ~DesktopWindow();
  DesktopWindow(const DesktopWindow&) = delete;
  DesktopWindow& operator=(const DesktopWindow&) = delete;

  bool ok() const { return started_; }

  /// Waits for input, draws what came of it; false once the window is closed.
  bool Step();

 private:
  bool Hear(const SDL_Event& event);
  void Draw();

  App& app_;
  SDL_Window* window_ = nullptr;
  SDL_GLContext context_ = nullptr;
  bool started_ = false;
  int wanted_frames_ = 4;
};

}  // namespace proviso::shell
