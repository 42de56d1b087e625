#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/canvas/picture.h"
#include "core/canvas/scene.h"

namespace proviso::view {

/// The shipped fonts, read from their files: widths and outlines without a window.
///
/// A size is that of the em square, as in CSS; nothing is kerned, as on the canvas.
class TypeFaces final : public TextMeasure, public Outlines {
 public:
  TypeFaces();
  ~TypeFaces() override;
  TypeFaces(const TypeFaces&) = delete;
  TypeFaces& operator=(const TypeFaces&) = delete;

  /// Adds a TrueType font to `face`; later ones fill the gaps of the first.
  /// Errors: false if `bytes` are no font. Only for fonts of our own: what a font says is trusted.
  bool Add(Face face, std::string bytes);
  bool ready() const;  ///< Each face has a font.
  /// Whether a character was asked for since the last call that no font has.
  bool TakeMissing();

  float Width(Face face, float size, std::string_view text) const override;
  std::vector<Contour> Outline(Face face, float size, std::string_view text, float x,
                               float baseline) const override;

 private:
  struct Font;
  struct Placed;
  Placed Find(Face face, char32_t character) const;

  std::array<std::vector<std::unique_ptr<Font>>, kFaceCount> fonts_;
  mutable bool missing_ = false;
};

}  // namespace proviso::view
