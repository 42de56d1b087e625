#pragma once

#include <string>
#include <vector>

#include "core/canvas/colors.h"
#include "core/canvas/frame.h"
#include "shell/fonts.h"
#include "shell/platform.h"

namespace proviso::shell {

/// How a frame is to be painted; what only the platform or the reader's settings know.
struct PaintOptions {
  view::Colors colors;
  std::string focus;               ///< Item with the focus; empty: none.
  bool show_focus = false;         ///< Draw the ring: the keyboard was used last.
  TextField text_field = nullptr;  ///< As the platform draws them, if it does.
  bool shift = false;              ///< Shift was held as the pointer went down.
};

/// Paints `frame` with Dear ImGui, between NewFrame and Render, and returns what the pointer did.
///
/// One ImGui window a panel, an invisible button for the item under the pointer: hover and capture
/// are ImGui's; where everything stands, and what lies on top, is the frame's.
view::Commands Paint(const view::Frame& frame, const PaintOptions& options, Fonts& fonts);

}  // namespace proviso::shell
