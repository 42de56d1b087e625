#pragma once

namespace proviso::web {

/// Puts ImGui's draw data on a screen. One implementation in the browser (SDL2 and WebGL2), one in
/// the tests (nothing is shown).
class Graphics {
 public:
  virtual ~Graphics() = default;

  /// Takes over the current ImGui context. Errors: false if there is no usable graphics context.
  virtual bool Start() = 0;

  /// Shows ImGui's draw data on a surface of this many pixels.
  virtual void Render(int width, int height) = 0;

  /// Builds everything anew after the context was lost.
  virtual void Restore() = 0;
};

}  // namespace proviso::web
