#pragma once

#include <string>
#include <vector>

#include "core/view/scene.h"
#include "core/view/session.h"

namespace proviso::view {

/// What a panel is in the page's outline.
enum class Landmark : std::uint8_t {
  kBanner, kNavigation, kMain, kComplementary, kContentInfo, kRegion, kDialog
};

/// A rectangle of the window with a scene in it that may scroll up and down.
struct Panel {
  std::string id;  ///< "top", "scenario", "stage", "side", "inspector", "foot", "dialog".
  Landmark landmark = Landmark::kRegion;
  std::string name;
  Rect rect;  ///< In the window.
  Ink ground = Ink::kPaper;
  float scroll_y = 0;  ///< Within 0 … scene.height − rect.h.
  bool modal = false;  ///< Covers what came before; nothing behind it can be used.
  Scene scene;
};

/// The window that a frame is made for.
struct Viewport {
  float width = 1440, height = 900;  ///< Points.
  bool coarse_pointer = false;       ///< Targets of 44 points instead of 24.
  bool reduced_motion = false;
};

/// Everything on screen, back to front.
struct Frame {
  Viewport viewport;
  float text_scale = 1;  ///< Multiplies size and line height of every `Type` in the scenes.
  std::vector<Panel> panels;
};

/// Lays the whole window out. Pure: the same arguments give the same frame.
///
/// Cost: what is visible, not what the dataset holds (lists build only rows in sight).
Frame BuildFrame(const Library& library, const Session& session, const Viewport& viewport,
                 const TextMeasure& measure);

/// The item with this id and its panel, or none.
struct Found {
  const Panel* panel = nullptr;
  const Item* item = nullptr;
};
Found FindItem(const Frame& frame, std::string_view id);

/// The topmost item that can be used at a point of the window, or none.
Found ItemAt(const Frame& frame, float x, float y);

}  // namespace proviso::view
