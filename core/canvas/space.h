#pragma once

#include <cstdint>
#include <string>

#include "core/canvas/scene.h"
#include "core/words/say.h"

namespace proviso::view {

/// How wide the window is for its type.
enum class WidthClass : std::uint8_t {
  kPhone,   ///< Under 700 points at 100 % text: one pane.
  kMedium,  ///< Under 1200: the inspector covers, side panels give way.
  kWide
};

/// What a scene is laid out for.
struct Space {
  const TextMeasure& measure;
  float scale = 1;
  bool coarse = false;
  WidthClass size = WidthClass::kWide;
  float width = 0, height = 0;  ///< Of the panel, points.
  float scroll_y = 0;    ///< Where the panel stands, for lists that draw only what is in sight.
  Say say{};             ///< What controls are called in.
  std::string copied{};  ///< What was copied just now: its button says so.

  bool phone() const { return size == WidthClass::kPhone; }
  bool wide() const { return size == WidthClass::kWide; }
  /// The margin left and right.
  float margin() const { return phone() ? 16.0f : 24.0f; }
};

}  // namespace proviso::view
