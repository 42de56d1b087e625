// Claims of one date as squares, one a claim.

#include <algorithm>
#include <cmath>

#include "core/views/timeline/parts.h"

namespace proviso::view {
namespace {

constexpr float kSquare = 8, kSquarePitch = 10;
constexpr std::size_t kStackedAtMost = 7, kBesideAtMost = 6;
// More would be a wall; the number under them says how many there are.
constexpr std::size_t kSquaresAtMost = 84;

}  // namespace

SquareSize SizeOfSquares(const TimeMark& mark, float width) {
  const std::size_t count = std::min(mark.texts.size(), kSquaresAtMost);
  const auto fits = static_cast<std::size_t>(std::max(width / kSquarePitch, 1.0f));
  SquareSize size;
  // Of a loose date beside each other while that is short, of a day on top of each other.
  size.columns = mark.date.day() ? 1 : std::min({count, kBesideAtMost, fits});
  size.columns = std::max(
      {size.columns, (count + kStackedAtMost - 1) / kStackedAtMost, static_cast<std::size_t>(1)});
  size.rows = (count + size.columns - 1) / size.columns;
  size.width = static_cast<float>(size.columns) * kSquarePitch - (kSquarePitch - kSquare);
  size.height = static_cast<float>(size.rows) * kSquarePitch;
  return size;
}

void DrawSquares(Sketch& sketch, const TimeMark& mark, const SquareSize& size, float x,
                 float bottom) {
  const std::size_t count = std::min(mark.texts.size(), kSquaresAtMost);
  const Ink ink = mark.outside ? Ink::kInkMute : Ink::kInk;
  // The first text fills the lowest, so that two texts make two blocks.
  std::size_t place = 0;
  for (const bool first : {true, false})
    for (std::size_t i = 0; i < count; ++i) {
      if ((mark.texts[i] == 0) != first) continue;
      const auto column = static_cast<float>(place % size.columns);
      const auto row = static_cast<float>(place / size.columns);
      const Rect box{std::round(x) + column * kSquarePitch, bottom - (row + 1) * kSquarePitch,
                     kSquare, kSquare};
      ++place;
      if (first && !mark.outside)
        sketch.Fill(box, ink);
      else
        sketch.Stroke(box, ink, 1.6f);
      // Further texts have a bar, as their letters have.
      if (mark.texts[i] > 1) sketch.Fill({box.x, box.y, 3, box.h}, ink);
    }
}

}  // namespace proviso::view
