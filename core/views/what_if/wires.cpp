#include "core/views/what_if/wires.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace proviso::view {
namespace {

constexpr float kWidth = 3;
constexpr float kArrow = 9;

using Cubic = std::array<Point, 4>;

Point Between(Point a, Point b, float t) { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }

Point At(const Cubic& c, float t) {
  const Point a = Between(c[0], c[1], t), b = Between(c[1], c[2], t), d = Between(c[2], c[3], t);
  return Between(Between(a, b, t), Between(b, d, t), t);
}

float Distance(Point a, Point b) { return std::hypot(b.x - a.x, b.y - a.y); }

// How far `p` is from the nearest of `signs`.
float Room(Point p, const std::vector<Point>& signs) {
  float room = 1e9f;
  for (const Point& sign : signs) room = std::min(room, Distance(p, sign));
  return room;
}

// Where on a wire its sign stands: in the middle, or along it where another sign is.
float PlaceOf(const Cubic& curve, float clear, const std::vector<Point>& signs) {
  float best = 0.5f, most = -1;
  for (const float t : {0.5f, 0.42f, 0.58f, 0.34f, 0.66f, 0.26f, 0.74f}) {
    const float room = Room(At(curve, t), signs);
    if (room >= clear) return t;
    if (room > most) {
      most = room;
      best = t;
    }
  }
  return best;
}

}  // namespace

void DrawWires(Sketch* sketch, const WiresPlan& plan, const std::vector<ChartPlace>& places,
               float right) {
  std::vector<Point> signs;
  const float size = sketch->S(18);
  for (const WireModel& wire : plan.wires) {
    const auto start =
        std::find_if(plan.starts.begin(), plan.starts.end(),
                     [&wire](const WireStart& one) { return one.lever == wire.lever; });
    const auto end = std::find_if(places.begin(), places.end(),
                                  [&wire](const ChartPlace& one) { return one.row == wire.row; });
    if (start == plan.starts.end() || end == places.end()) continue;
    const float from = std::clamp(start->y, plan.top + 1, std::max(plan.top + 1, plan.bottom - 1));
    const float tip = right - kArrow + 1;
    const Cubic c{Point{1, from}, {tip * 0.7f, from}, {tip * 0.36f, end->y}, {tip, end->y}};
    const Ink ink = wire.sign ? InkOf(wire.sign->sign) : Ink::kControlLine;
    const bool dashed = wire.sign && wire.sign->inferred;
    sketch->StartMoving();
    sketch->Put(
        CurveShape(c[0], c[1], c[2], c[3], ink, kWidth, dashed ? 6 : 0.0f, dashed ? 4 : 0.0f));
    sketch->Put(
        TriangleShape({tip - 1, end->y - 5.5f}, {right, end->y}, {tip - 1, end->y + 5.5f}, ink));
    const std::string moving = wire.lever + ">" + wire.row;
    if (!wire.sign) {
      sketch->StopMoving(moving);
      continue;
    }
    const Point at = At(c, PlaceOf(c, size + 4, signs));
    signs.push_back(at);
    const float disc = size / 2 + 2;
    sketch->Put(DiscShape({at.x - disc, at.y - disc, 2 * disc, 2 * disc}, sketch->ground()));
    sketch->Sign(*wire.sign, std::round(at.x - size / 2), std::round(at.y), 18);
    sketch->StopMoving(moving);
  }
}

}  // namespace proviso::view
