#pragma once

namespace proviso::shell {
class App;
}

namespace proviso::web {

/// Puts an explorer on a screen. One implementation in the browser (SDL2 and WebGL2), one in
/// the tests (nothing is shown).
class Graphics {
 public:
  virtual ~Graphics() = default;

  /// Starts showing `app`. Errors: false if there is no usable graphics context.
  virtual bool Start(const shell::App& app) = 0;

  /// Shows the app's last frame on a surface of this many pixels.
  virtual void Render(int width, int height) = 0;

  /// Builds everything anew after the context was lost.
  virtual void Restore() = 0;
};

}  // namespace proviso::web
