#pragma once

#include "core/canvas/frame.h"

namespace proviso::view {

/// The panel under a point of the window whose drawing can be moved and zoomed, or none.
const Panel* CameraPanelAt(const Frame& frame, float x, float y);

/// The drawing of `panel` moved by so many points of the window.
Commands Pan(const Panel& panel, float dx, float dy);

/// The drawing of `panel` zoomed by `factor` so that what lies under a point of the window stays
/// there.
Commands Zoom(const Panel& panel, float factor, float x, float y);

/// What a drag over the ground of `panel` means: `box` in the panel's content.
Commands Dragged(const Panel& panel, Rect box);

/// Maps a drawing's own points to a panel's content.
struct Projection {
  float scale = 1, dx = 0, dy = 0;

  Point At(Point p) const { return {p.x * scale + dx, p.y * scale + dy}; }
};

/// How `camera` looks at a drawing whose extent is `bounds`, in a panel of the size of `box` at
/// `box.x`, `box.y`; fills in a camera that fits.
///
/// A drawing is never fitted larger than `most` percent: few things stay small.
Projection ProjectionOf(Rect bounds, Rect box, Camera* camera, std::uint16_t most = 150);

}  // namespace proviso::view
