#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/canvas/frame.h"

namespace proviso::view {

/// For each of a panel's items whether Tab stops at it: at each that stands alone, and in each
/// group at one, where the focus is, else at what is chosen, else at the first. What stands inside
/// an item of a group (the links of a row) is a stop only where Tab stops at that item, so that the
/// way out of a list is as short as one row of it.
std::vector<bool> TabStops(const std::vector<Item>& items, std::string_view focus);

/// The id of the next (step 1) or previous (step −1) Tab stop after the focused item, or empty past
/// either end: the keyboard is never trapped.
std::string NextTabStop(const Frame& frame, std::string_view focus, int step);

}  // namespace proviso::view
