#pragma once

#include "shell/app.h"

namespace proviso::shell {

/// Shows an explorer's frames with OpenGL 3 or WebGL 2; the GL context is the caller's.
class GlRenderer {
 public:
  /// Errors: `ok()` is false if the GL context cannot do it.
  GlRenderer(const App& app, const char* shading_language);
  ~GlRenderer();
  GlRenderer(const GlRenderer&) = delete;
  GlRenderer& operator=(const GlRenderer&) = delete;

  bool ok() const { return ok_; }

  /// Shows the last frame on a surface of this many pixels.
  void Render(int width, int height);

  /// Builds everything anew after the GL context was lost and came back.
  void Restore();

 private:
  const App& app_;
  bool started_ = false;
  bool ok_ = false;
};

}  // namespace proviso::shell
