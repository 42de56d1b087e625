#pragma once

#include <string>
#include <vector>

#include "core/canvas/colors.h"
#include "core/canvas/frame.h"
#include "shell/fonts.h"
#include "shell/motion.h"
#include "shell/platform.h"
#include "shell/selecting.h"

namespace proviso::shell {

/// How a frame is to be painted; what only the platform or the reader's settings know.
struct PaintOptions {
  view::Colors colors;
  std::string focus;                     ///< Item with the focus; empty: none.
  bool show_focus = false;               ///< Draw the ring: the keyboard was used last.
  TextField text_field = nullptr;        ///< As the platform draws them, if it does.
  bool shift = false;                    ///< Shift was held as the pointer went down.
  std::vector<std::string> linked;       ///< Items that show the same as what the pointer is on.
  const Motion* motion = nullptr;        ///< What is on its way; or null: nothing is.
  const Selecting* selecting = nullptr;  ///< Words that are selected; or null.
};

/// What painting a frame came to.
struct Painted {
  view::Commands commands;  ///< What the pointer did.
  double wait = -1;         ///< Seconds until the picture changes by itself; below 0: it does not.
};

/// Paints `frame` with Dear ImGui, between NewFrame and Render.
///
/// One ImGui window a panel, an invisible button for the item under the pointer: hover and capture
/// are ImGui's; where everything stands, and what lies on top, is the frame's.
Painted Paint(const view::Frame& frame, const PaintOptions& options, Fonts& fonts);

}  // namespace proviso::shell
