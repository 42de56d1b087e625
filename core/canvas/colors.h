#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/canvas/theme.h"

namespace proviso::view {

/// What every ink is drawn in: a theme's colours, some of them in favour of a page's own.
///
/// `page` names colours as "paper #fbfaf6 ink #1b1d21 …"; the names are paper, surface, ink, soft,
/// mute, accent, danger, line and focus. A colour is taken only where everything stays as readable
/// as a theme must be: words at 4.5 : 1 on every ground (7 in the high-contrast theme), rings and
/// the borders of controls at 3 : 1. What is of another form or name is left out.
class Colors {
 public:
  Colors(Palette palette = Palette::kLight, std::string_view page = {});

  /// 0xRRGGBBAA.
  std::uint32_t operator[](Ink ink) const { return values_[static_cast<std::size_t>(ink)]; }

  friend bool operator==(const Colors&, const Colors&) = default;

 private:
  std::array<std::uint32_t, kInkCount> values_{};
};

/// "#rrggbb" of an opaque colour.
std::string HexOf(std::uint32_t rgba);

/// The contrast of two opaque colours, 1 … 21. Source: WCAG 2.2, "contrast ratio".
float ContrastOf(std::uint32_t a, std::uint32_t b);

}  // namespace proviso::view
