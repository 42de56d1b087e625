#pragma once

#include <cstdint>
#include <vector>

#include "core/canvas/colors.h"
#include "core/canvas/scene.h"
#include "shell/fonts.h"

struct ImDrawList;

namespace proviso::shell {

/// A colour in the byte order of Dear ImGui.
std::uint32_t ColorFor(const view::Colors& colors, view::Ink ink);

/// Draws `shapes`, moved by `origin`; what lies outside `visible` (window points) is left out.
void DrawShapes(const std::vector<view::Shape>& shapes, view::Point origin,
                const view::Rect& visible, float text_scale, const view::Colors& colors,
                Fonts& fonts, ImDrawList& list);

}  // namespace proviso::shell
