#pragma once

#include "core/canvas/frame.h"
#include "shell/painter.h"

struct ImDrawList;

namespace proviso::shell {

/// True if a panel's scrollbar is what the pointer is on: nothing else there can be used.
bool OnScrollbar(const view::Panel& panel, float x, float y);

/// Where a panel stands in what scrolls, at its right edge: unseen at rest, shown while it moves or
/// the pointer is near, to be gripped, its track to be pressed. Within the panel's own window.
/// `wait`: lowered to the seconds after which it goes by itself.
void UseScrollbar(const view::Panel& panel, const PaintOptions& options, ImDrawList& list,
                  view::Commands& commands, double* wait);

}  // namespace proviso::shell
