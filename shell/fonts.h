#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/canvas/scene.h"
#include "core/figure/compose.h"

struct ImDrawList;
struct ImFont;

namespace proviso::shell {

/// The four faces as Dear ImGui fonts, with further scripts merged in when they are asked for.
///
/// Needs a current ImGui context. Sizes are those of the em square, as in CSS; Dear ImGui sizes a
/// font by its line, so each face carries the ratio of the two.
class Fonts final : public view::TextMeasure {
 public:
  /// Adds a TrueType font to `face`; the first one is the face, later ones fill its gaps.
  /// Errors: false if `bytes` are no font, and nothing has changed.
  bool Add(view::Face face, std::string_view bytes);

  /// Adds a TrueType font behind all four faces: another script.
  bool AddBehindAll(std::string_view bytes);

  bool ready() const;

  /// The files of all fonts, for who draws without Dear ImGui; they live as long as this does.
  std::vector<view::FontFile> Files() const;

  float Width(view::Face face, float size, std::string_view text) const override;
  std::uint32_t generation() const override { return generation_; }

  /// Draws one line of text whose line box starts at (x, y); `line` is its height.
  void Draw(ImDrawList& list, view::Face face, float size, float line, float x, float y,
            std::uint32_t rgba, std::string_view text);

  /// Characters drawn or measured since the last call that no font has; each once, rising.
  std::vector<char32_t> TakeMissing();

 private:
  struct Entry {
    ImFont* font = nullptr;
    float line_per_em = 1;
  };
  void NoteMissing(const Entry& entry, std::string_view text) const;

  std::array<Entry, view::kFaceCount> entries_{};
  std::uint32_t generation_ = 0;
  mutable std::vector<char32_t> missing_;
};

}  // namespace proviso::shell
