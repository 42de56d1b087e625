#include "core/figure/type_faces.h"

#include <utility>

#include "core/base/text.h"

// A copy of its own: that of Dear ImGui shows nothing of itself.
#define STBTT_STATIC
#define STB_TRUETYPE_IMPLEMENTATION
#include "imstb_truetype.h"

namespace proviso::view {

struct TypeFaces::Font {
  std::string bytes;
  stbtt_fontinfo info{};
};

/// A character's shape in the first font that has it, else the first font's box.
struct TypeFaces::Placed {
  const Font* font = nullptr;
  int glyph = 0;

  float Scale(float size) const { return stbtt_ScaleForMappingEmToPixels(&font->info, size); }
  float Advance(float size) const {
    int advance = 0;
    stbtt_GetGlyphHMetrics(&font->info, glyph, &advance, nullptr);
    return static_cast<float>(advance) * Scale(size);
  }
};

TypeFaces::TypeFaces() = default;
TypeFaces::~TypeFaces() = default;

bool TypeFaces::Add(Face face, std::string bytes) {
  auto font = std::make_unique<Font>();
  font->bytes = std::move(bytes);
  const auto* data = reinterpret_cast<const unsigned char*>(font->bytes.data());
  if (font->bytes.size() < 12 || stbtt_GetFontOffsetForIndex(data, 0) != 0 ||
      stbtt_InitFont(&font->info, data, 0) == 0)
    return false;
  fonts_[static_cast<std::size_t>(face)].push_back(std::move(font));
  return true;
}

bool TypeFaces::ready() const {
  for (const auto& face : fonts_)
    if (face.empty()) return false;
  return true;
}

bool TypeFaces::TakeMissing() { return std::exchange(missing_, false); }

TypeFaces::Placed TypeFaces::Find(Face face, char32_t character) const {
  const auto& fonts = fonts_[static_cast<std::size_t>(face)];
  for (const auto& font : fonts) {
    const int glyph = stbtt_FindGlyphIndex(&font->info, static_cast<int>(character));
    if (glyph != 0) return {font.get(), glyph};
  }
  missing_ = true;
  return {fonts.empty() ? nullptr : fonts.front().get(), 0};
}

float TypeFaces::Width(Face face, float size, std::string_view text) const {
  float width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Placed placed = Find(face, NextCodePoint(text, &at));
    if (placed.font != nullptr) width += placed.Advance(size);
  }
  return width;
}

std::vector<Contour> TypeFaces::Outline(Face face, float size, std::string_view text, float x,
                                        float baseline) const {
  std::vector<Contour> out;
  for (std::size_t at = 0; at < text.size();) {
    const Placed placed = Find(face, NextCodePoint(text, &at));
    if (placed.font == nullptr) continue;
    const float scale = placed.Scale(size);
    stbtt_vertex* vertices = nullptr;
    const int count = stbtt_GetGlyphShape(&placed.font->info, placed.glyph, &vertices);
    const auto point = [&](int px, int py) {
      return Point{x + static_cast<float>(px) * scale, baseline - static_cast<float>(py) * scale};
    };
    for (int i = 0; i < count; ++i) {
      const stbtt_vertex& vertex = vertices[i];
      const Point to = point(vertex.x, vertex.y);
      if (vertex.type == STBTT_vmove || out.empty()) {
        out.push_back({to, {}});
      } else if (vertex.type == STBTT_vline) {
        out.back().bends.push_back({BendKind::kLine, {}, {}, to});
      } else if (vertex.type == STBTT_vcurve) {
        out.back().bends.push_back({BendKind::kQuadratic, point(vertex.cx, vertex.cy), {}, to});
      } else {
        out.back().bends.push_back(
            {BendKind::kCubic, point(vertex.cx, vertex.cy), point(vertex.cx1, vertex.cy1), to});
      }
    }
    stbtt_FreeShape(&placed.font->info, vertices);
    x += placed.Advance(size);
  }
  return out;
}

}  // namespace proviso::view
