#include "core/views/actors/labels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

namespace proviso::view {
namespace {

constexpr float kAway = 3, kBetween = 3;
constexpr std::size_t kTouchesAtMost = 400'000;
constexpr float kLineCost = 4;

bool Meet(const Rect& a, const Rect& b, float gap) {
  return a.x < b.right() + gap && b.x < a.right() + gap && a.y < b.bottom() + gap &&
         b.y < a.bottom() + gap;
}

/// Places beside a mark, the best first.
std::array<Rect, 12> Around(const LabelWish& wish) {
  const Rect& m = wish.mark;
  const float middle = m.x + m.w / 2 - wish.width / 2, beside = m.y + m.h / 2 - wish.height / 2;
  const float over = m.y - kAway - wish.height, under = m.bottom() + kAway;
  const float left = m.x - kAway - 2 - wish.width, right = m.right() + kAway + 2;
  const float first = wish.above ? over : under, second = wish.above ? under : over;
  const auto at = [&wish](float x, float y) {
    return Rect{std::round(x), std::round(y), wish.width, wish.height};
  };
  const float slant = m.w / 2, aside = wish.width * 0.3f;
  return {at(middle, first),         at(right, beside),          at(left, beside),
          at(middle, second),        at(right - slant, first),   at(left + slant, first),
          at(right - slant, second), at(left + slant, second),   at(middle - aside, first),
          at(middle + aside, first), at(middle - aside, second), at(middle + aside, second)};
}

bool Within(const Rect& r, const Rect& box) {
  return r.x >= box.x && r.y >= box.y && r.right() <= box.right() && r.bottom() <= box.bottom();
}

}  // namespace

bool Crosses(const Stretch& line, const Rect& rect) {
  // The part of the line that lies within both stripes, as shares of its length.
  float low = 0, high = 1;
  const auto cut = [&](float from, float to, float least, float most) {
    const float d = to - from;
    if (std::abs(d) < 1e-6f) return from >= least && from <= most;
    float a = (least - from) / d, b = (most - from) / d;
    if (a > b) std::swap(a, b);
    low = std::max(low, a);
    high = std::min(high, b);
    return low <= high;
  };
  return cut(line.from.x, line.to.x, rect.x, rect.right()) &&
         cut(line.from.y, line.to.y, rect.y, rect.bottom());
}

std::vector<std::optional<Rect>> PlaceLabels(const std::vector<LabelWish>& wishes,
                                             const std::vector<Stretch>& lines,
                                             const std::vector<Rect>& taken, Rect box) {
  std::vector<std::optional<Rect>> places(wishes.size());
  std::vector<Rect> full;  // Marks and labels in sight.
  for (const LabelWish& wish : wishes)
    if (Meet(wish.mark, box, 0)) full.push_back(wish.mark);
  for (const Rect& rect : taken)
    if (Meet(rect, box, 0)) full.push_back(rect);
  const bool look = lines.size() * full.size() <= kTouchesAtMost;
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    const LabelWish& wish = wishes[i];
    if (wish.width <= 0 || !Meet(wish.mark, box, 0)) continue;
    float least = 1e9f;
    std::optional<Rect> best;
    const std::array<Rect, 12> around = Around(wish);
    for (std::size_t c = 0; c < around.size(); ++c) {
      const Rect& rect = around[c];
      float cost = static_cast<float>(c);
      if (!Within(rect, box)) continue;
      if (std::any_of(full.begin(), full.end(),
                      [&rect](const Rect& other) { return Meet(rect, other, kBetween); }))
        continue;
      if (look)
        for (const Stretch& line : lines)
          if (Crosses(line, rect)) cost += kLineCost;
      if (cost >= least) continue;
      least = cost;
      best = rect;
    }
    if (best) full.push_back(*best);
    places[i] = best;
  }
  return places;
}

}  // namespace proviso::view
