#include "shell/shapes.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "imgui.h"

namespace proviso::shell {
namespace {

using view::Point;
using view::Rect;
using view::Shape;
using view::ShapeKind;

ImVec2 Vec(Point p) { return {p.x, p.y}; }

float Distance(Point a, Point b) { return std::hypot(b.x - a.x, b.y - a.y); }

Point Between(Point a, Point b, float share) {
  return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

/// Walks a polyline and draws it solid or in dashes that run on across its corners.
class Pen {
 public:
  Pen(ImDrawList& list, std::uint32_t color, const Shape& shape)
      : list_(list), color_(color), width_(shape.width), dash_(shape.dash), gap_(shape.gap) {}

  void Line(Point from, Point to) {
    if (dash_ <= 0) {
      list_.AddLine(Vec(from), Vec(to), color_, width_);
      return;
    }
    const float length = Distance(from, to);
    const float period = dash_ + std::max(gap_, 0.5f);
    for (float at = -phase_; at < length; at += period) {
      const float start = std::max(at, 0.0f);
      const float end = std::min(at + dash_, length);
      if (end > start && length > 0)
        list_.AddLine(Vec(Between(from, to, start / length)), Vec(Between(from, to, end / length)),
                      color_, width_);
    }
    phase_ = std::fmod(phase_ + length, period);
  }

 private:
  ImDrawList& list_;
  std::uint32_t color_;
  float width_, dash_, gap_;
  float phase_ = 0;
};

void DrawCurve(const Shape& shape, const std::array<Point, 4>& p, std::uint32_t color,
               ImDrawList& list) {
  if (shape.dash <= 0) {
    list.AddBezierCubic(Vec(p[0]), Vec(p[1]), Vec(p[2]), Vec(p[3]), color, shape.width);
    return;
  }
  Pen pen(list, color, shape);
  constexpr int kPieces = 24;
  Point last = p[0];
  for (int i = 1; i <= kPieces; ++i) {
    const float t = static_cast<float>(i) / kPieces;
    const float u = 1 - t;
    const float a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
    const Point next{a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                     a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
    pen.Line(last, next);
    last = next;
  }
}

void DrawStroke(const Shape& shape, const Rect& rect, std::uint32_t color, ImDrawList& list) {
  const float half = shape.width / 2;
  const Point a{rect.x + half, rect.y + half};
  const Point b{rect.right() - half, rect.bottom() - half};
  if (shape.dash <= 0) {
    list.AddRect(Vec(a), Vec(b), color, shape.radius, 0, shape.width);
    return;
  }
  Pen pen(list, color, shape);
  pen.Line(a, {b.x, a.y});
  pen.Line({b.x, a.y}, b);
  pen.Line(b, {a.x, b.y});
  pen.Line({a.x, b.y}, a);
}

void DrawRing(const Shape& shape, const Rect& rect, std::uint32_t color, ImDrawList& list) {
  const Point centre{rect.x + rect.w / 2, rect.y + rect.h / 2};
  const float radius = (std::min(rect.w, rect.h) - shape.width) / 2;
  if (shape.dash <= 0) {
    list.AddCircle(Vec(centre), radius, color, 0, shape.width);
    return;
  }
  Pen pen(list, color, shape);
  constexpr int kPieces = 48;
  constexpr float kCos = 0.99144486f, kSin = 0.13052619f;  // Of a piece.
  Point way{radius, 0};
  for (int i = 0; i < kPieces; ++i) {
    const Point next{way.x * kCos - way.y * kSin, way.x * kSin + way.y * kCos};
    pen.Line({centre.x + way.x, centre.y + way.y}, {centre.x + next.x, centre.y + next.y});
    way = next;
  }
}

void DrawHatch(const Rect& rect, std::uint32_t color, ImDrawList& list) {
  constexpr float kStep = 6;
  list.PushClipRect({rect.x, rect.y}, {rect.right(), rect.bottom()}, true);
  for (float x = rect.x - rect.h; x < rect.right(); x += kStep)
    list.AddLine({x, rect.bottom()}, {x + rect.h, rect.y}, color, 1);
  list.PopClipRect();
}

/// The rectangle that a shape can touch, for leaving out what is not in sight.
Rect Bounds(const Shape& shape) {
  if (shape.kind != ShapeKind::kLine && shape.kind != ShapeKind::kCurve &&
      shape.kind != ShapeKind::kPolygon)
    return shape.rect;
  const std::size_t count = shape.kind == ShapeKind::kLine    ? 2
                            : shape.kind == ShapeKind::kCurve ? 4
                                                              : shape.count;
  Point low = shape.points[0], high = shape.points[0];
  for (std::size_t i = 1; i < count; ++i) {
    low = {std::min(low.x, shape.points[i].x), std::min(low.y, shape.points[i].y)};
    high = {std::max(high.x, shape.points[i].x), std::max(high.y, shape.points[i].y)};
  }
  return {low.x - shape.width, low.y - shape.width, high.x - low.x + 2 * shape.width,
          high.y - low.y + 2 * shape.width};
}

void DrawShape(const Shape& shape, Point origin, float text_scale, std::uint32_t color,
               Fonts& fonts, ImDrawList& list) {
  const Rect rect{shape.rect.x + origin.x, shape.rect.y + origin.y, shape.rect.w, shape.rect.h};
  std::array<Point, 4> points = shape.points;
  for (Point& p : points) p = {p.x + origin.x, p.y + origin.y};
  switch (shape.kind) {
    case ShapeKind::kFill:
      list.AddRectFilled({rect.x, rect.y}, {rect.right(), rect.bottom()}, color, shape.radius);
      break;
    case ShapeKind::kStroke:
      DrawStroke(shape, rect, color, list);
      break;
    case ShapeKind::kLine:
      Pen(list, color, shape).Line(points[0], points[1]);
      break;
    case ShapeKind::kCurve:
      DrawCurve(shape, points, color, list);
      break;
    case ShapeKind::kPolygon: {
      std::array<ImVec2, 4> corners;
      for (std::size_t i = 0; i < 4; ++i) corners[i] = Vec(points[i]);
      list.AddConvexPolyFilled(corners.data(), std::min<int>(shape.count, 4), color);
      break;
    }
    case ShapeKind::kDisc:
      list.AddCircleFilled({rect.x + rect.w / 2, rect.y + rect.h / 2}, std::min(rect.w, rect.h) / 2,
                           color);
      break;
    case ShapeKind::kRing:
      DrawRing(shape, rect, color, list);
      break;
    case ShapeKind::kHatch:
      DrawHatch(rect, color, list);
      break;
    case ShapeKind::kText: {
      const view::TypeSpec spec = view::SpecOf(shape.type);
      fonts.Draw(list, spec.face, spec.size * text_scale, spec.line * text_scale, rect.x, rect.y,
                 color, shape.text);
      break;
    }
    case ShapeKind::kClip:
      list.PushClipRect({rect.x, rect.y}, {rect.right(), rect.bottom()}, true);
      break;
    case ShapeKind::kUnclip:
      list.PopClipRect();
      break;
  }
}

}  // namespace

std::uint32_t ColorFor(const view::Colors& colors, view::Ink ink) {
  const std::uint32_t rgba = colors[ink];
  return IM_COL32(rgba >> 24 & 255u, rgba >> 16 & 255u, rgba >> 8 & 255u, rgba & 255u);
}

namespace {

bool Holds(const Rect& outer, const Rect& inner) {
  constexpr float kNear = 1.5f;
  return outer.x <= inner.x + kNear && outer.y <= inner.y + kNear &&
         outer.right() >= inner.right() - kNear && outer.bottom() >= inner.bottom() - kNear;
}

bool Touches(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

/// The shape before which the ground of an item is to be laid: behind all that the item stands on.
std::size_t GroundPlace(const std::vector<Shape>& shapes, const Rect& rect) {
  std::size_t place = shapes.size();
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    const Shape& shape = shapes[i];
    if (shape.kind == ShapeKind::kClip || shape.kind == ShapeKind::kUnclip) continue;
    const Rect bounds = Bounds(shape);
    if (shape.kind == ShapeKind::kFill && Holds(bounds, rect))
      place = Holds(rect, bounds) ? i : shapes.size();  // Its own ground, or a larger one.
    else if (place == shapes.size() && Touches(bounds, rect))
      place = i;
  }
  return place;
}

bool IsPlainGround(view::Ink ink) {
  return ink == view::Ink::kPaper || ink == view::Ink::kSurface || ink == view::Ink::kSunken;
}

/// The ground under an item: its own in another colour, or one where it has none.
void DrawGround(const Shape* own, const Ground& ground, Point origin, const view::Colors& colors,
                ImDrawList& list) {
  const Rect rect{ground.rect.x + origin.x, ground.rect.y + origin.y, ground.rect.w, ground.rect.h};
  const bool filled = own != nullptr && own->kind == ShapeKind::kFill &&
                      Holds(own->rect, ground.rect) && Holds(ground.rect, own->rect);
  const float radius = filled ? own->radius : 4;
  list.AddRectFilled({rect.x, rect.y}, {rect.right(), rect.bottom()}, ColorFor(colors, ground.ink),
                     radius);
}

/// `share` of one colour in another, in the byte order of Dear ImGui.
std::uint32_t Turned(std::uint32_t from, std::uint32_t to, float share) {
  std::uint32_t color = 0;
  for (unsigned shift = 0; shift < 32; shift += 8) {
    const float a = static_cast<float>(from >> shift & 255u);
    const float b = static_cast<float>(to >> shift & 255u);
    color |= static_cast<std::uint32_t>(a + (b - a) * share + 0.5f) << shift;
  }
  return color;
}

/// The part of a curve up to `share` of it.
std::array<Point, 4> CutOff(const std::array<Point, 4>& p, float share) {
  const Point a = Between(p[0], p[1], share), b = Between(p[1], p[2], share),
              c = Between(p[2], p[3], share);
  const Point d = Between(a, b, share), e = Between(b, c, share);
  return {p[0], a, d, Between(d, e, share)};
}

/// A shape on its way. False: it is not there yet.
bool Move(const Motion::Course& course, Shape* shape) {
  if (course.grown < 1) {
    if (shape->kind != ShapeKind::kCurve) return false;
    shape->points = CutOff(shape->points, course.grown);
  }
  shape->rect.x += course.dx;
  for (Point& point : shape->points) point.x += course.dx;
  return true;
}

}  // namespace

void DrawShapes(const std::vector<Shape>& shapes, Point origin, const Rect& visible,
                float text_scale, const view::Colors& colors, const Ground* under,
                const Motion* motion, Fonts& fonts, ImDrawList& list) {
  const std::size_t place = under == nullptr ? shapes.size() + 1 : GroundPlace(shapes, under->rect);
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    const Shape& shape = shapes[i];
    if (i == place) {
      DrawGround(&shape, *under, origin, colors, list);
      if (shape.kind == ShapeKind::kFill && Holds(under->rect, shape.rect) &&
          Holds(shape.rect, under->rect) && IsPlainGround(shape.ink))
        continue;
    }
    const bool clip = shape.kind == ShapeKind::kClip || shape.kind == ShapeKind::kUnclip;
    const Rect bounds = Bounds(shape);
    const bool hidden =
        bounds.bottom() + origin.y < visible.y || bounds.y + origin.y > visible.bottom();
    if (hidden && !clip) continue;
    std::uint32_t color = ColorFor(colors, shape.ink);
    if (motion == nullptr || shape.moves == 0) {
      DrawShape(shape, origin, text_scale, color, fonts, list);
      continue;
    }
    const Motion::Course course = motion->Of(shape);
    if (course.turned < 1)
      color = Turned(ColorFor(colors, static_cast<view::Ink>(course.from)), color, course.turned);
    Shape moved = shape;
    if (Move(course, &moved)) DrawShape(moved, origin, text_scale, color, fonts, list);
  }
  if (place == shapes.size()) DrawGround(nullptr, *under, origin, colors, list);
}

}  // namespace proviso::shell
