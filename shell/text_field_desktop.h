#pragma once

#include "core/canvas/frame.h"

namespace proviso::shell {

/// Dear ImGui's own text field, for a window that no page lays inputs over.
void EditField(const view::Item& item, const view::Rect& rect, view::Commands& commands);

}  // namespace proviso::shell
