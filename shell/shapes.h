#pragma once

#include <cstdint>
#include <vector>

#include "core/view/scene.h"
#include "shell/fonts.h"

struct ImDrawList;

namespace proviso::shell {

/// A theme's colour in the byte order of Dear ImGui.
std::uint32_t ColorFor(view::Palette palette, view::Ink ink);

/// Draws `shapes`, moved by `origin`; what lies outside `visible` (window points) is left out.
void DrawShapes(const std::vector<view::Shape>& shapes, view::Point origin,
                const view::Rect& visible, float text_scale, view::Palette palette, Fonts& fonts,
                ImDrawList& list);

}  // namespace proviso::shell
