#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace proviso {

/// A picture's points, row by row from the top.
struct PngPicture {
  std::size_t width = 0, height = 0;
  std::string_view points;   ///< Three bytes each (red, green, blue); with a palette one.
  std::string_view palette;  ///< Three bytes a colour, at most 256 of them; empty: none.
};

/// A picture as a PNG file. The same points always give the same bytes.
std::string PngOf(const PngPicture& picture);

}  // namespace proviso
