#include "core/figure/raster.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "core/base/png.h"

namespace proviso::view {
namespace {

constexpr float kHatchStep = 6;

using Polyline = std::vector<Point>;

/// A closed line that goes round what is filled.
struct Area {
  std::vector<Polyline> rings;

  Polyline& Ring() { return rings.emplace_back(); }
};

/// How many straight pieces a curve of this length is drawn in.
int PiecesOf(float length) {
  return std::clamp(static_cast<int>(std::sqrt(std::max(length, 0.0f)) * 2), 3, 64);
}

float Apart(Point a, Point b) { return std::hypot(b.x - a.x, b.y - a.y); }

void PutCubic(Polyline* line, Point a, Point b, Point c, Point d, float ratio) {
  const int pieces = PiecesOf((Apart(a, b) + Apart(b, c) + Apart(c, d)) * ratio);
  for (int i = 1; i <= pieces; ++i) {
    const float t = static_cast<float>(i) / static_cast<float>(pieces), u = 1 - t;
    const float p = u * u * u, q = 3 * u * u * t, r = 3 * u * t * t, s = t * t * t;
    line->push_back({p * a.x + q * b.x + r * c.x + s * d.x, p * a.y + q * b.y + r * c.y + s * d.y});
  }
}

Polyline Flat(const Contour& contour, float ratio) {
  Polyline line{contour.from};
  for (const Bend& bend : contour.bends) {
    const Point from = line.back(), to = bend.to, b = bend.first;
    if (bend.kind == BendKind::kLine) {
      line.push_back(to);
    } else if (bend.kind == BendKind::kCubic) {
      PutCubic(&line, from, b, bend.second, to, ratio);
    } else {  // The cubic of the same shape.
      PutCubic(&line, from, {from.x + 2 * (b.x - from.x) / 3, from.y + 2 * (b.y - from.y) / 3},
               {to.x + 2 * (b.x - to.x) / 3, to.y + 2 * (b.y - to.y) / 3}, to, ratio);
    }
  }
  return line;
}

/// A rectangle with round corners, clockwise.
Polyline RoundRect(Rect rect, float radius, float ratio) {
  radius = std::clamp(radius, 0.0f, std::min(rect.w, rect.h) / 2);
  const float x = rect.x, y = rect.y, right = rect.right(), bottom = rect.bottom();
  if (radius <= 0) return {{x, y}, {right, y}, {right, bottom}, {x, bottom}};
  const float k = radius * 0.44771525f;  // 1 − 4/3 (√2 − 1): from the corner to the handle.
  Polyline line{{x + radius, y}, {right - radius, y}};
  PutCubic(&line, line.back(), {right - k, y}, {right, y + k}, {right, y + radius}, ratio);
  line.push_back({right, bottom - radius});
  PutCubic(&line, line.back(), {right, bottom - k}, {right - k, bottom}, {right - radius, bottom},
           ratio);
  line.push_back({x + radius, bottom});
  PutCubic(&line, line.back(), {x + k, bottom}, {x, bottom - k}, {x, bottom - radius}, ratio);
  line.push_back({x, y + radius});
  PutCubic(&line, line.back(), {x, y + k}, {x + k, y}, {x + radius, y}, ratio);
  return line;
}

Rect Inset(Rect rect, float by) {
  return {rect.x + by, rect.y + by, rect.w - 2 * by, rect.h - 2 * by};
}

Rect Square(Rect rect) {
  const float side = std::min(rect.w, rect.h);
  return {rect.x + (rect.w - side) / 2, rect.y + (rect.h - side) / 2, side, side};
}

/// One straight piece as thick as `width`; all go the same way round, so that pieces that overlap
/// do not cancel one another.
void PutSegment(Area* area, Point a, Point b, float width) {
  const float length = Apart(a, b);
  if (length <= 0) return;
  const float nx = (b.y - a.y) / length * width / 2, ny = (a.x - b.x) / length * width / 2;
  area->rings.push_back(
      {{a.x + nx, a.y + ny}, {b.x + nx, b.y + ny}, {b.x - nx, b.y - ny}, {a.x - nx, a.y - ny}});
}

/// A line as thick as `width`, whole or in dashes.
Area Stroked(const Polyline& line, float width, float dash, float gap) {
  Area area;
  if (dash > 0 && gap <= 0) dash = 0;
  float left = dash;
  bool on = true;
  for (std::size_t i = 1; i < line.size(); ++i) {
    Point at = line[i - 1];
    const Point to = line[i];
    if (dash <= 0) {
      PutSegment(&area, at, to, width);
      continue;
    }
    for (float rest = Apart(at, to); rest > 0;) {
      const float step = std::min(rest, left);
      const float share = step / rest;
      const Point next{at.x + (to.x - at.x) * share, at.y + (to.y - at.y) * share};
      if (on) PutSegment(&area, at, next, width);
      at = next;
      rest -= step;
      left -= step;
      if (left <= 1e-4f) {
        on = !on;
        left = on ? dash : gap;
      }
    }
  }
  return area;
}

class Painter {
 public:
  Painter(Pixels* pixels, const Colors& colors, const Outlines& outlines, float type_scale,
          float ratio)
      : out_(*pixels), colors_(colors), outlines_(outlines), type_(type_scale), ratio_(ratio) {
    clips_.push_back({0, 0, static_cast<float>(out_.width), static_cast<float>(out_.height)});
  }

  void Clip(Rect rect) {
    const Rect& now = clips_.back();
    rect = Mapped(rect);
    const float x = std::max(rect.x, now.x), y = std::max(rect.y, now.y);
    clips_.push_back({x, y, std::max(0.0f, std::min(rect.right(), now.right()) - x),
                      std::max(0.0f, std::min(rect.bottom(), now.bottom()) - y)});
  }
  void Unclip() { clips_.pop_back(); }

  void Draw(const Panel& panel) {
    dx_ = dy_ = 0;
    Fill({{RoundRect(panel.rect, 0, ratio_)}}, panel.ground);
    Clip(panel.rect);
    dx_ = panel.rect.x;
    dy_ = panel.rect.y - std::round(panel.scroll_y);
    for (const Shape& shape : panel.scene.shapes) Draw(shape);
    dx_ = dy_ = 0;
    clips_.resize(1);
  }

  void Fill(Area area, Ink ink) {
    const Rect& clip = clips_.back();
    float left = 1e9f, top = 1e9f, right = -1e9f, bottom = -1e9f;
    for (Polyline& ring : area.rings)
      for (Point& point : ring) {
        point = {(point.x + dx_) * ratio_, (point.y + dy_) * ratio_};
        left = std::min(left, point.x);
        top = std::min(top, point.y);
        right = std::max(right, point.x);
        bottom = std::max(bottom, point.y);
      }
    // To the right nothing counts that is cut off; to the left and above it does.
    top = std::max(top, clip.y - 1);
    right = std::min(right, clip.right());
    bottom = std::min(bottom, clip.bottom());
    if (left >= right || top >= bottom || right <= clip.x) return;
    x_ = std::floor(left);
    y_ = std::floor(top);
    width_ = static_cast<std::size_t>(std::ceil(right) - x_) + 1;
    height_ = static_cast<std::size_t>(std::ceil(bottom) - y_);
    cover_.assign(width_ * height_ + 2, 0.0f);
    for (const Polyline& ring : area.rings)
      for (std::size_t i = 0; i < ring.size(); ++i) Edge(ring[i], ring[(i + 1) % ring.size()]);
    Blend(colors_[ink]);
  }

 private:
  Rect Mapped(Rect rect) const {
    return {(rect.x + dx_) * ratio_, (rect.y + dy_) * ratio_, rect.w * ratio_, rect.h * ratio_};
  }

  /// Adds what lies to the right of an edge, row by row.
  void Edge(Point a, Point b) {
    if (a.y == b.y) return;
    const float way = a.y < b.y ? 1.0f : -1.0f;
    if (a.y > b.y) std::swap(a, b);
    a = {a.x - x_, a.y - y_};
    b = {b.x - x_, b.y - y_};
    const float slope = (b.x - a.x) / (b.y - a.y);
    const auto rows = static_cast<float>(height_);
    const auto most = static_cast<float>(width_ - 1);
    float x = a.x;
    if (a.y < 0) x -= a.y * slope;
    const float first = std::max(a.y, 0.0f), last = std::min(b.y, rows);
    for (auto row = static_cast<std::size_t>(first); static_cast<float>(row) < last; ++row) {
      const auto y = static_cast<float>(row);
      const float dy = std::min(y + 1, b.y) - std::max(y, first);
      if (dy <= 0) continue;
      const float next = x + slope * dy, area = way * dy;
      const float from = std::clamp(std::min(x, next), 0.0f, most);
      const float to = std::clamp(std::max(x, next), 0.0f, most);
      x = next;
      float* cell = cover_.data() + row * width_;
      const auto begin = static_cast<std::size_t>(from);
      const auto end = static_cast<std::size_t>(std::ceil(to));
      if (end <= begin + 1) {
        const float share = (from + to) / 2 - static_cast<float>(begin);
        cell[begin] += area * (1 - share);
        cell[begin + 1] += area * share;
        continue;
      }
      const float per = 1 / (to - from);
      const float head = 1 - (from - static_cast<float>(begin));
      const float first_cell = 0.5f * per * head * head;
      const float tail = to - static_cast<float>(end) + 1;
      const float last_cell = 0.5f * per * tail * tail;
      cell[begin] += area * first_cell;
      if (end == begin + 2) {
        cell[begin + 1] += area * (1 - first_cell - last_cell);
      } else {
        const float second = per * (1.5f - (from - static_cast<float>(begin)));
        cell[begin + 1] += area * (second - first_cell);
        for (std::size_t i = begin + 2; i + 1 < end; ++i) cell[i] += area * per;
        const float before = second + static_cast<float>(end - begin - 3) * per;
        cell[end - 1] += area * (1 - before - last_cell);
      }
      cell[end] += area * last_cell;
    }
  }

  void Blend(std::uint32_t rgba) {
    const Rect& clip = clips_.back();
    const float opaque = static_cast<float>(rgba & 255u) / 255;
    const float part[3] = {static_cast<float>(rgba >> 24), static_cast<float>(rgba >> 16 & 255u),
                           static_cast<float>(rgba >> 8 & 255u)};
    for (std::size_t row = 0; row < height_; ++row) {
      const float y = y_ + static_cast<float>(row);
      const float high = std::min(y + 1, clip.bottom()) - std::max(y, clip.y);
      float sum = 0;
      for (std::size_t column = 0; column < width_; ++column) {
        sum += cover_[row * width_ + column];
        const float x = x_ + static_cast<float>(column);
        const float wide = std::min(x + 1, clip.right()) - std::max(x, clip.x);
        const float alpha = std::min(std::fabs(sum), 1.0f) * opaque;
        if (alpha < 1.0f / 512 || wide <= 0 || high <= 0) continue;
        const float share = alpha * std::min(wide, 1.0f) * std::min(high, 1.0f);
        const std::size_t at =
            (static_cast<std::size_t>(y) * out_.width + static_cast<std::size_t>(x)) * 3;
        for (std::size_t i = 0; i < 3; ++i) {
          const auto old = static_cast<float>(static_cast<unsigned char>(out_.rgb[at + i]));
          out_.rgb[at + i] =
              static_cast<char>(static_cast<unsigned char>(old + (part[i] - old) * share + 0.5f));
        }
      }
    }
  }

  void Text(const Shape& shape) {
    const TypeSpec spec = SpecOf(shape.type);
    const float baseline = std::round(shape.rect.y) + std::round(BaselineOf(shape.type) * type_);
    Area area;
    for (const Contour& contour :
         outlines_.Outline(spec.face, spec.size * type_, shape.text, shape.rect.x, baseline))
      area.rings.push_back(Flat(contour, ratio_));
    Fill(std::move(area), shape.ink);
  }

  void Border(Rect rect, float radius, const Shape& shape) {
    const Rect inner = Inset(rect, shape.width);
    Polyline outside = RoundRect(rect, radius, ratio_);
    if (shape.dash > 0) {
      Polyline middle = RoundRect(Inset(rect, shape.width / 2), radius, ratio_);
      middle.push_back(middle.front());
      Fill(Stroked(middle, shape.width, shape.dash, shape.gap), shape.ink);
      return;
    }
    Area area{{std::move(outside)}};
    if (inner.w > 0 && inner.h > 0) {
      Polyline hole = RoundRect(inner, std::max(0.0f, radius - shape.width), ratio_);
      std::reverse(hole.begin(), hole.end());
      area.rings.push_back(std::move(hole));
    }
    Fill(std::move(area), shape.ink);
  }

  void Draw(const Shape& shape) {
    const auto& points = shape.points;
    switch (shape.kind) {
      case ShapeKind::kFill:
        return Fill({{RoundRect(shape.rect, shape.radius, ratio_)}}, shape.ink);
      case ShapeKind::kStroke:
        return Border(shape.rect, shape.radius, shape);
      case ShapeKind::kLine:
        return Fill(Stroked({points[0], points[1]}, shape.width, shape.dash, shape.gap), shape.ink);
      case ShapeKind::kCurve: {
        Polyline line{points[0]};
        PutCubic(&line, points[0], points[1], points[2], points[3], ratio_);
        return Fill(Stroked(line, shape.width, shape.dash, shape.gap), shape.ink);
      }
      case ShapeKind::kPolygon:
        return Fill({{Polyline(points.begin(), points.begin() + shape.count)}}, shape.ink);
      case ShapeKind::kDisc: {
        const Rect square = Square(shape.rect);
        return Fill({{RoundRect(square, square.w / 2, ratio_)}}, shape.ink);
      }
      case ShapeKind::kRing: {
        const Rect square = Square(shape.rect);
        return Border(square, square.w / 2, shape);
      }
      case ShapeKind::kHatch: {
        Clip(shape.rect);
        Area area;
        for (float x = shape.rect.x - shape.rect.h; x < shape.rect.right(); x += kHatchStep)
          PutSegment(&area, {x, shape.rect.bottom()}, {x + shape.rect.h, shape.rect.y}, 1);
        Fill(std::move(area), shape.ink);
        return Unclip();
      }
      case ShapeKind::kText:
        return Text(shape);
      case ShapeKind::kClip:
        return Clip(shape.rect);
      case ShapeKind::kUnclip:
        return Unclip();
    }
  }

  Pixels& out_;
  const Colors& colors_;
  const Outlines& outlines_;
  float type_, ratio_;
  float dx_ = 0, dy_ = 0;
  std::vector<Rect> clips_;
  float x_ = 0, y_ = 0;
  std::size_t width_ = 0, height_ = 0;
  std::vector<float> cover_;  ///< How much more of a point is covered than of the one before it.
};

}  // namespace

Pixels FrameToPixels(const Frame& frame, const Colors& colors, const Outlines& outlines,
                     float ratio) {
  Pixels pixels;
  pixels.width = static_cast<std::size_t>(std::lround(frame.viewport.width * ratio));
  pixels.height = static_cast<std::size_t>(std::lround(frame.viewport.height * ratio));
  pixels.rgb.assign(pixels.width * pixels.height * 3, '\xff');
  Painter painter(&pixels, colors, outlines, frame.text_scale, ratio);
  const Area window{{RoundRect({0, 0, frame.viewport.width, frame.viewport.height}, 0, ratio)}};
  painter.Fill(window, Ink::kPaper);
  for (const Panel& panel : frame.panels) {
    if (panel.modal) painter.Fill(window, Ink::kScrim);
    painter.Draw(panel);
  }
  return pixels;
}

std::string FrameToPng(const Frame& frame, const Colors& colors, const Outlines& outlines,
                       float ratio) {
  const Pixels pixels = FrameToPixels(frame, colors, outlines, ratio);
  return PngOf({pixels.width, pixels.height, pixels.rgb, {}});
}

}  // namespace proviso::view
