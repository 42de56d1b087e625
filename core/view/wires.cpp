#include "core/view/wires.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace proviso::view {
namespace {

constexpr float kWidth = 3;
constexpr float kArrow = 9;
constexpr int kSamples = 32;

using Cubic = std::array<Point, 4>;

Point Between(Point a, Point b, float t) { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }

Point At(const Cubic& c, float t) {
  const Point a = Between(c[0], c[1], t), b = Between(c[1], c[2], t), d = Between(c[2], c[3], t);
  return Between(Between(a, b, t), Between(b, d, t), t);
}

// The part of a curve from `t0` to `t1`, by de Casteljau's construction.
Cubic Part(const Cubic& c, float t0, float t1) {
  const auto after = [](const Cubic& p, float t) {
    const Point a = Between(p[0], p[1], t), b = Between(p[1], p[2], t), d = Between(p[2], p[3], t);
    const Point ab = Between(a, b, t), bd = Between(b, d, t);
    return Cubic{Between(ab, bd, t), bd, d, p[3]};
  };
  const auto before = [](const Cubic& p, float t) {
    const Point a = Between(p[0], p[1], t), b = Between(p[1], p[2], t), d = Between(p[2], p[3], t);
    const Point ab = Between(a, b, t), bd = Between(b, d, t);
    return Cubic{p[0], a, ab, Between(ab, bd, t)};
  };
  return before(after(c, t0), t1 >= 1 ? 1 : (t1 - t0) / (1 - t0));
}

float Distance(Point a, Point b) { return std::hypot(b.x - a.x, b.y - a.y); }

// How much room a sign at `t` of wire `which` has, from other wires and from signs that stand.
float Room(const std::vector<Cubic>& curves, std::size_t which, float t,
           const std::vector<Point>& signs) {
  const Point p = At(curves[which], t);
  float room = 1e9f;
  for (std::size_t i = 0; i < curves.size(); ++i) {
    if (i == which) continue;
    for (int s = 0; s <= kSamples; ++s)
      room = std::min(room, Distance(p, At(curves[i], static_cast<float>(s) / kSamples)));
  }
  for (const Point& sign : signs) room = std::min(room, Distance(p, sign) - 10);
  return room;
}

// Where on wire `which` its sign stands: near its lever if it has room there, else where most is.
float PlaceOf(const std::vector<Cubic>& curves, std::size_t which, float clear,
              const std::vector<Point>& signs) {
  float best = 0.5f, most = -1;
  for (const float t : {0.4f, 0.32f, 0.48f, 0.26f, 0.56f, 0.64f, 0.2f, 0.72f}) {
    const float room = Room(curves, which, t, signs);
    if (room >= clear) return t;
    if (room > most) {
      most = room;
      best = t;
    }
  }
  return best;
}

// The share of a curve that `length` points around `t` take.
float ShareAround(const Cubic& c, float t, float length) {
  const float step = 0.02f;
  const float speed =
      Distance(At(c, std::max(0.0f, t - step)), At(c, std::min(1.0f, t + step))) / (2 * step);
  return speed > 1 ? std::min(0.45f, length / speed) : 0.45f;
}

void Put(Sketch* sketch, const Cubic& c, Ink ink, const WireStart& wire) {
  const bool dashed = wire.sign && wire.sign->inferred;
  sketch->Put(CurveShape(c[0], c[1], c[2], c[3], ink, kWidth, dashed ? 6 : 0, dashed ? 4 : 0));
}

}  // namespace

void DrawWires(Sketch* sketch, const std::vector<WireStart>& wires, Rect bar) {
  sketch->Fill(bar, Ink::kInk);
  std::vector<Cubic> curves;
  const auto count = static_cast<float>(wires.size());
  for (std::size_t i = 0; i < wires.size(); ++i) {
    // The farther a lever is, the farther right its line climbs: no two cross.
    const float place = static_cast<float>(i + 1) / (count + 1);
    const Point end{bar.x - kArrow + 1, std::round(bar.y + bar.h * place)};
    const Point start{0, wires[i].y};
    const float lane = end.x * (0.42f + 0.5f * place);
    curves.push_back({start, {lane, start.y}, {lane - 16, end.y}, end});
  }
  std::vector<Point> signs;
  const float size = sketch->S(16);
  for (std::size_t i = 0; i < wires.size(); ++i) {
    const Cubic& c = curves[i];
    const Ink ink = wires[i].sign ? InkOf(wires[i].sign->sign) : Ink::kControlLine;
    if (wires[i].sign) {
      const float t = PlaceOf(curves, i, size / 2 + 5, signs);
      const float half = ShareAround(c, t, size / 2 + 4);
      const Point at = At(c, t);
      signs.push_back(at);
      Put(sketch, Part(c, 0, std::max(t - half, 0.01f)), ink, wires[i]);
      Put(sketch, Part(c, std::min(t + half, 0.99f), 1), ink, wires[i]);
      sketch->Sign(*wires[i].sign, std::round(at.x - size / 2), std::round(at.y), 16);
    } else {
      Put(sketch, c, ink, wires[i]);
    }
    sketch->Put(
        TriangleShape({c[3].x - 1, c[3].y - 5}, {bar.x, c[3].y}, {c[3].x - 1, c[3].y + 5}, ink));
  }
}

}  // namespace proviso::view
