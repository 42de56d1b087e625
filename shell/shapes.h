#pragma once

#include <cstdint>
#include <vector>

#include "core/canvas/colors.h"
#include "core/canvas/scene.h"
#include "shell/fonts.h"
#include "shell/motion.h"

struct ImDrawList;

namespace proviso::shell {

/// A colour in the byte order of Dear ImGui.
std::uint32_t ColorFor(const view::Colors& colors, view::Ink ink);

/// The ground under the item that the pointer is on, in the panel's content.
struct Ground {
  view::Rect rect;
  view::Ink ink = view::Ink::kHover;
};

/// Draws `shapes`, moved by `origin`; what lies outside `visible` (window points) is left out.
/// `under`: a ground to be laid under what stands in its rectangle, or null; `motion`: what is on
/// its way, or null.
void DrawShapes(const std::vector<view::Shape>& shapes, view::Point origin,
                const view::Rect& visible, float text_scale, const view::Colors& colors,
                const Ground* under, const Motion* motion, Fonts& fonts, ImDrawList& list);

}  // namespace proviso::shell
