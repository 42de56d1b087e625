#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/io/report.h"

namespace proviso::io {

/// A place in a JSON text, in every way a person or a program asks for it.
struct Place {
  std::uint32_t offset = 0;
  std::string pointer;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

/// Finds `spots` in `bytes`, which are JSON at least up to the last of them.
///
/// A field that is missing is placed at its object.
/// Shape: one place a spot, in the order of `spots`.
/// Cost:  one pass over the bytes, however many spots there are.
std::vector<Place> FindPlaces(std::string_view bytes, const std::vector<Spot>& spots);

}  // namespace proviso::io
