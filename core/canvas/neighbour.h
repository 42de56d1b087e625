#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/canvas/frame.h"

namespace proviso::view {

/// Where an arrow key, Home or End leads within a group.
enum class Way : std::uint8_t { kLeft, kRight, kUp, kDown, kFirst, kLast };

/// The way that a key goes, or none.
std::optional<Way> WayOf(std::string_view key);

/// The item of the group of `at` to which an arrow leads, or none.
const Item* Neighbour(const Panel& panel, const Item& at, Way way);

}  // namespace proviso::view
