#include "core/canvas/glyph.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace proviso::view {
namespace {

constexpr float kLetterFrom = 16;  // Below, a word stands beside the shape.
constexpr float kPen = 1.8f;

// Draws in a unit square, so that one drawing serves every size.
class Pen {
 public:
  Pen(Scene* scene, float x, float y, float size, GlyphStyle style, Ink ground)
      : scene_(scene), x_(x), y_(y), size_(size), style_(style), ground_(ground) {}

  Point At(float u, float v) const { return {x_ + u * size_, y_ + v * size_}; }
  Rect Box(float u, float v, float w, float h) const {
    return {x_ + u * size_, y_ + v * size_, w * size_, h * size_};
  }
  float size() const { return size_; }
  bool lettered() const { return size_ >= kLetterFrom; }
  bool small() const { return size_ < 20; }
  bool filled() const { return style_ == GlyphStyle::kPlain; }
  GlyphStyle style() const { return style_; }
  Ink ground() const { return ground_; }
  float dash() const {
    return style_ == GlyphStyle::kOutline || filled() ? 0 : small() ? 2.0f : 2.5f;
  }
  float gap() const { return dash() > 0 ? (small() ? 1.6f : 2.0f) : 0; }
  // Thinner where a full line would fill the shape.
  float line() const { return small() ? 1.5f : kPen; }

  void Put(Shape shape) { scene_->shapes.push_back(std::move(shape)); }
  void Line(Point a, Point b, Ink ink, float width) { Put(LineShape(a, b, ink, width)); }

  void Triangle(Point a, Point b, Point c, Ink ink) {
    if (filled()) {
      Put(TriangleShape(a, b, c, ink));
      return;
    }
    const std::array<Point, 4> corners{a, b, c, a};
    for (std::size_t i = 0; i < 3; ++i)
      Put(LineShape(corners[i], corners[i + 1], ink, line(), dash(), gap()));
  }

  // What is written on a shape: the ground's colour on a filled one, its own colour in an outline.
  Ink LetterInk(Ink own) const { return filled() ? ground_ : own; }

  void Plus(float u, float v, float half, Ink ink) {
    Minus(u, v, half, ink);
    Line(At(u, v - half), At(u, v + half), ink, Stem());
  }
  void Minus(float u, float v, float half, Ink ink) {
    Line(At(u - half, v), At(u + half, v), ink, Stem());
  }
  void Question(float u, float v, float half, Ink ink) {
    const float stem = size_ >= 22 ? 1.8f : 1.5f;
    Put(CurveShape(At(u - half, v - half * 0.55f), At(u - half, v - half * 1.75f),
                   At(u + half * 1.25f, v - half * 1.75f), At(u + half * 0.75f, v - half * 0.35f),
                   ink, stem));
    Put(CurveShape(At(u + half * 0.75f, v - half * 0.35f), At(u + half * 0.55f, v),
                   At(u, v + half * 0.05f), At(u, v + half * 0.55f), ink, stem));
    const float dot = stem * 1.15f;
    const Point p = At(u, v + half * 1.25f);
    Put(DiscShape({p.x - dot / 2, p.y - dot / 2, dot, dot}, ink));
  }
  void Strike() {
    if (style_ == GlyphStyle::kStruck) Line(At(0.08f, 0.98f), At(0.92f, 0.06f), Ink::kInk, 2);
  }

 private:
  float Stem() const { return size_ >= 22 ? 2.0f : 1.5f; }

  Scene* scene_;
  float x_, y_, size_;
  GlyphStyle style_;
  Ink ground_;
};

void DrawMore(Pen& pen) {
  pen.Triangle(pen.At(0.5f, 0.08f), pen.At(0.98f, 0.92f), pen.At(0.02f, 0.92f), Ink::kMore);
  if (pen.lettered()) pen.Plus(0.5f, 0.63f, pen.small() ? 0.18f : 0.15f, pen.LetterInk(Ink::kMore));
  pen.Strike();
}

void DrawLess(Pen& pen) {
  pen.Triangle(pen.At(0.02f, 0.08f), pen.At(0.98f, 0.08f), pen.At(0.5f, 0.92f), Ink::kLess);
  if (pen.lettered())
    pen.Minus(0.5f, 0.33f, pen.small() ? 0.18f : 0.15f, pen.LetterInk(Ink::kLess));
  pen.Strike();
}

void DrawNoEffect(Pen& pen) {
  const Rect disc = pen.Box(0.08f, 0.08f, 0.84f, 0.84f);
  pen.Put(pen.filled() ? DiscShape(disc, Ink::kNone)
                       : RingShape(disc, Ink::kNone, kPen, pen.dash(), pen.gap()));
  if (pen.lettered())
    pen.Put(StrokeShape(pen.Box(0.375f, 0.31f, 0.25f, 0.38f), pen.LetterInk(Ink::kNone),
                        pen.size() >= 22 ? 2.0f : 1.5f, pen.size() * 0.125f));
  pen.Strike();
}

// Both triangles base to base with a ring between: neither orange nor blue, but both.
void DrawPulled(Pen& pen) {
  pen.Triangle(pen.At(0.5f, 0.0f), pen.At(1.0f, 0.47f), pen.At(0.0f, 0.47f), Ink::kMore);
  pen.Triangle(pen.At(0.0f, 0.53f), pen.At(1.0f, 0.53f), pen.At(0.5f, 1.0f), Ink::kLess);
  const Rect disc = pen.Box(0.21f, 0.21f, 0.58f, 0.58f);
  pen.Put(DiscShape(disc, pen.ground()));
  if (pen.lettered()) {
    pen.Plus(0.5f, 0.44f, pen.small() ? 0.14f : 0.12f, Ink::kInk);
    pen.Minus(0.5f, 0.66f, pen.small() ? 0.14f : 0.12f, Ink::kInk);
  } else {
    pen.Put(RingShape(disc, Ink::kInk, 1.5f));
  }
  pen.Strike();
}

// A diamond that leans neither way.
void DrawUnstated(Pen& pen) {
  const std::array<Point, 5> corners{pen.At(0.5f, 0.02f), pen.At(0.98f, 0.5f), pen.At(0.5f, 0.98f),
                                     pen.At(0.02f, 0.5f), pen.At(0.5f, 0.02f)};
  for (std::size_t i = 0; i < 4; ++i)
    pen.Put(LineShape(corners[i], corners[i + 1], Ink::kInk, pen.line(), pen.dash(), pen.gap()));
  if (pen.lettered()) pen.Question(0.5f, 0.47f, 0.125f, Ink::kInk);
  pen.Strike();
}

// Two arrows away from each other, and a dashed bar between them.
void DrawPullApart(Pen& pen) {
  const float stem = pen.small() ? 1.5f : 2.0f;
  pen.Put(LineShape(pen.At(0.5f, 0.08f), pen.At(0.5f, 0.92f), Ink::kInk, stem, 3, 2.4f));
  for (const float way : {-1.0f, 1.0f}) {
    const Point tip = pen.At(0.5f + way * 0.47f, 0.5f);
    pen.Line(pen.At(0.5f + way * 0.14f, 0.5f), tip, Ink::kInk, stem);
    for (const float v : {0.32f, 0.68f})
      pen.Line(pen.At(0.5f + way * 0.29f, v), tip, Ink::kInk, stem);
  }
}

void DrawAgree(Pen& pen) {
  pen.Put(RingShape(pen.Box(0.06f, 0.06f, 0.88f, 0.88f), Ink::kInk, 2));
  for (const float v : {0.4f, 0.6f}) pen.Line(pen.At(0.29f, v), pen.At(0.71f, v), Ink::kInk, 2);
}

// Two blocks, not equal.
void DrawConflict(Pen& pen) {
  if (pen.filled()) {
    pen.Put(FillShape(pen.Box(0.0f, 0.16f, 0.44f, 0.68f), Ink::kMore, 2));
    pen.Put(FillShape(pen.Box(0.56f, 0.16f, 0.44f, 0.68f), Ink::kLess, 2));
  } else {
    pen.Put(StrokeShape(pen.Box(0.0f, 0.16f, 0.44f, 0.68f), Ink::kMore, kPen, 2, pen.dash(),
                        pen.gap()));
    pen.Put(StrokeShape(pen.Box(0.56f, 0.16f, 0.44f, 0.68f), Ink::kLess, kPen, 2, pen.dash(),
                        pen.gap()));
  }
  pen.Put(DiscShape(pen.Box(0.22f, 0.22f, 0.56f, 0.56f), pen.ground()));
  const float stem = pen.size() >= 22 ? 1.8f : 1.4f;
  pen.Line(pen.At(0.36f, 0.43f), pen.At(0.64f, 0.43f), Ink::kInk, stem);
  pen.Line(pen.At(0.36f, 0.57f), pen.At(0.64f, 0.57f), Ink::kInk, stem);
  pen.Line(pen.At(0.41f, 0.70f), pen.At(0.59f, 0.30f), Ink::kInk, stem);
  pen.Strike();
}

// Steps of a podium: one thing above another, and no more than that.
void DrawRanking(Pen& pen) {
  constexpr std::array<float, 3> kTops{0.42f, 0.14f, 0.6f};
  for (std::size_t i = 0; i < 3; ++i) {
    const Rect bar =
        pen.Box(0.08f + 0.29f * static_cast<float>(i), kTops[i], 0.25f, 0.86f - kTops[i]);
    pen.Put(pen.filled() ? FillShape(bar, Ink::kNone, 1)
                         : StrokeShape(bar, Ink::kNone, 1.5f, 1, pen.dash(), pen.gap()));
  }
  pen.Strike();
}

void DrawDots(Pen& pen, int count) {
  const float dot = std::max(3.0f, pen.size() * 0.15f);
  for (int i = 0; i < count; ++i) {
    const float u = count == 1 ? 0.5f : 0.2f + 0.3f * static_cast<float>(i);
    const Point p = pen.At(u, 0.5f);
    pen.Put(DiscShape({p.x - dot / 2, p.y - dot / 2, dot, dot}, Ink::kSilent));
  }
}

// A dashed pill that says "if".
void DrawOneAway(Pen& pen) {
  pen.Put(StrokeShape(pen.Box(0.0f, 0.14f, 1.0f, 0.72f), Ink::kInkMute, kPen, pen.size() * 0.36f,
                      2.5f, 2.2f));
  if (!pen.lettered()) return;
  const Point dot = pen.At(0.38f, 0.34f);
  pen.Put(DiscShape({dot.x - 1.1f, dot.y - 1.1f, 2.2f, 2.2f}, Ink::kInkSoft));
  pen.Line(pen.At(0.38f, 0.46f), pen.At(0.38f, 0.68f), Ink::kInkSoft, 1.6f);
  pen.Line(pen.At(0.58f, 0.36f), pen.At(0.58f, 0.68f), Ink::kInkSoft, 1.6f);
  pen.Line(pen.At(0.58f, 0.35f), pen.At(0.68f, 0.31f), Ink::kInkSoft, 1.6f);
  pen.Line(pen.At(0.5f, 0.48f), pen.At(0.68f, 0.48f), Ink::kInkSoft, 1.6f);
}

void DrawTick(Pen& pen, Ink ink) {
  const float stem = std::max(1.8f, pen.size() * 0.11f);
  pen.Line(pen.At(0.27f, 0.52f), pen.At(0.44f, 0.68f), ink, stem);
  pen.Line(pen.At(0.44f, 0.68f), pen.At(0.74f, 0.34f), ink, stem);
}

void DrawCross(Pen& pen, float inset, float stem, Ink ink) {
  pen.Line(pen.At(inset, inset), pen.At(1 - inset, 1 - inset), ink, stem);
  pen.Line(pen.At(1 - inset, inset), pen.At(inset, 1 - inset), ink, stem);
}

void DrawArrow(Pen& pen, Ink ink, float stem) {
  pen.Line(pen.At(0.2f, 0.5f), pen.At(0.62f, 0.5f), ink, stem);
  pen.Put(TriangleShape(pen.At(0.55f, 0.25f), pen.At(0.84f, 0.5f), pen.At(0.55f, 0.75f), ink));
}

void DrawAltered(Pen& pen) {
  pen.Put(QuadShape(pen.At(0.5f, 0.0f), pen.At(1.0f, 0.5f), pen.At(0.5f, 1.0f), pen.At(0.0f, 0.5f),
                    Ink::kAltered));
  for (const float v : {0.41f, 0.59f})
    pen.Put(CurveShape(pen.At(0.32f, v + 0.04f), pen.At(0.42f, v - 0.1f), pen.At(0.58f, v + 0.1f),
                       pen.At(0.68f, v - 0.04f), pen.ground(), 1.5f));
}

void DrawWarning(Pen& pen) {
  const Point a = pen.At(0.5f, 0.06f), b = pen.At(0.97f, 0.92f), c = pen.At(0.03f, 0.92f);
  pen.Line(a, b, Ink::kAltered, kPen);
  pen.Line(b, c, Ink::kAltered, kPen);
  pen.Line(c, a, Ink::kAltered, kPen);
  pen.Line(pen.At(0.5f, 0.38f), pen.At(0.5f, 0.64f), Ink::kAltered, kPen);
  const Point dot = pen.At(0.5f, 0.77f);
  pen.Put(DiscShape({dot.x - 1.1f, dot.y - 1.1f, 2.2f, 2.2f}, Ink::kAltered));
}

// Two conditions, one met, one open, and an arrow.
void DrawMark(Pen& pen, Ink ink) {
  const float stem = std::max(1.8f, pen.size() * 0.09f);
  pen.Put(DiscShape(pen.Box(0.0f, 0.0f, 0.32f, 0.32f), ink));
  pen.Line(pen.At(0.16f, 0.16f), pen.At(0.16f, 0.68f), ink, stem);
  pen.Line(pen.At(0.16f, 0.5f), pen.At(0.74f, 0.5f), ink, stem);
  pen.Put(TriangleShape(pen.At(0.68f, 0.29f), pen.At(1.0f, 0.5f), pen.At(0.68f, 0.71f), ink));
  pen.Put(RingShape(pen.Box(0.0f, 0.67f, 0.32f, 0.32f), ink, stem));
}

void DrawIcon(Pen& pen, Glyph glyph, Ink ink) {
  switch (glyph) {
    case Glyph::kSearch:
      pen.Put(RingShape(pen.Box(0.08f, 0.08f, 0.66f, 0.66f), ink, 2));
      pen.Line(pen.At(0.65f, 0.65f), pen.At(0.94f, 0.94f), ink, 2.4f);
      break;
    case Glyph::kMenu:
      for (const float v : {0.2f, 0.5f, 0.8f})
        pen.Put(FillShape(
            {pen.At(0.04f, 0).x, std::round(pen.At(0, v).y - 1), pen.size() * 0.92f, 2}, ink));
      break;
    case Glyph::kClose:
      DrawCross(pen, 0.2f, kPen, ink);
      break;
    case Glyph::kBack:
      pen.Line(pen.At(0.66f, 0.18f), pen.At(0.34f, 0.5f), ink, 2);
      pen.Line(pen.At(0.34f, 0.5f), pen.At(0.66f, 0.82f), ink, 2);
      break;
    case Glyph::kDown:
      pen.Put(TriangleShape(pen.At(0.18f, 0.34f), pen.At(0.82f, 0.34f), pen.At(0.5f, 0.74f), ink));
      break;
    case Glyph::kRight:
      DrawArrow(pen, ink, 2);
      break;
    case Glyph::kStatus:
      pen.Put(StrokeShape(pen.Box(0.02f, 0.2f, 0.96f, 0.6f), ink, kPen, 1));
      pen.Line(pen.At(0.04f, 0.5f), pen.At(0.96f, 0.5f), ink, kPen);
      break;
    case Glyph::kPerson:
      pen.Put(RingShape(pen.Box(0.08f, 0.08f, 0.84f, 0.84f), ink, kPen));
      break;
    case Glyph::kPlace:
      pen.Put(StrokeShape(pen.Box(0.1f, 0.1f, 0.8f, 0.8f), ink, kPen, 2));
      break;
    case Glyph::kUnnamed:
      pen.Put(RingShape(pen.Box(0.08f, 0.08f, 0.84f, 0.84f), ink, kPen, 2.5f, 2));
      break;
    default:
      DrawMark(pen, ink);
      break;
  }
}

void DrawLocator(Pen& pen, Glyph glyph) {
  switch (glyph) {
    case Glyph::kFound:
      pen.Put(DiscShape(pen.Box(0.04f, 0.04f, 0.92f, 0.92f), Ink::kFound));
      DrawTick(pen, pen.ground());
      break;
    case Glyph::kMoved:
      pen.Put(FillShape(pen.Box(0.06f, 0.06f, 0.88f, 0.88f), Ink::kMoved, 3));
      DrawArrow(pen, pen.ground(), kPen);
      break;
    case Glyph::kAmbiguous:
      pen.Put(RingShape(pen.Box(0.02f, 0.2f, 0.6f, 0.6f), Ink::kMoved, kPen));
      pen.Put(RingShape(pen.Box(0.38f, 0.2f, 0.6f, 0.6f), Ink::kMoved, kPen));
      break;
    case Glyph::kAltered:
      DrawAltered(pen);
      break;
    case Glyph::kMissing:
      pen.Put(StrokeShape(pen.Box(0.06f, 0.06f, 0.88f, 0.88f), Ink::kMissing, 2, 3));
      DrawCross(pen, 0.32f, 2, Ink::kMissing);
      break;
    default:
      pen.Put(RingShape(pen.Box(0.08f, 0.08f, 0.84f, 0.84f), Ink::kInkMute, kPen));
      break;
  }
}

}  // namespace

void DrawGlyph(Scene* scene, Glyph glyph, float x, float y, float size, GlyphStyle style, Ink ink,
               Ink ground) {
  Pen pen(scene, x, y, size, style, ground);
  switch (glyph) {
    case Glyph::kMore:
      DrawMore(pen);
      break;
    case Glyph::kLess:
      DrawLess(pen);
      break;
    case Glyph::kNoEffect:
      DrawNoEffect(pen);
      break;
    case Glyph::kPulled:
      DrawPulled(pen);
      break;
    case Glyph::kUnstated:
      DrawUnstated(pen);
      break;
    case Glyph::kPullApart:
      DrawPullApart(pen);
      break;
    case Glyph::kAgree:
      DrawAgree(pen);
      break;
    case Glyph::kConflict:
      DrawConflict(pen);
      break;
    case Glyph::kRanking:
      DrawRanking(pen);
      break;
    case Glyph::kNothing:
      break;
    case Glyph::kSilent:
      DrawDots(pen, 3);
      break;
    case Glyph::kSilentCell:
      DrawDots(pen, 1);
      break;
    case Glyph::kOneAway:
      DrawOneAway(pen);
      break;
    case Glyph::kWarning:
      DrawWarning(pen);
      break;
    case Glyph::kFound:
    case Glyph::kMoved:
    case Glyph::kAmbiguous:
    case Glyph::kAltered:
    case Glyph::kMissing:
    case Glyph::kUnchecked:
      DrawLocator(pen, glyph);
      break;
    default:
      DrawIcon(pen, glyph, ink);
      break;
  }
}

Glyph GlyphOf(Sign sign) {
  switch (sign) {
    case Sign::kMore:
      return Glyph::kMore;
    case Sign::kLess:
      return Glyph::kLess;
    case Sign::kNoEffect:
      return Glyph::kNoEffect;
    case Sign::kPulled:
      return Glyph::kPulled;
    case Sign::kUnstated:
      return Glyph::kUnstated;
    case Sign::kConflict:
      return Glyph::kConflict;
    case Sign::kRanking:
      return Glyph::kRanking;
    case Sign::kSilent:
      return Glyph::kSilent;
    case Sign::kPullApart:
      return Glyph::kPullApart;
    case Sign::kLevel:
    case Sign::kNone:
      break;
  }
  return Glyph::kNothing;
}

GlyphStyle StyleOf(const SignMark& mark) {
  if (mark.not_held) return GlyphStyle::kStruck;
  if (mark.inferred) return GlyphStyle::kDashed;
  return mark.other_step ? GlyphStyle::kOutline : GlyphStyle::kPlain;
}

Ink InkOf(Sign sign) {
  switch (sign) {
    case Sign::kMore:
      return Ink::kMore;
    case Sign::kLess:
      return Ink::kLess;
    case Sign::kPulled:
      return Ink::kPulled;
    case Sign::kUnstated:
      return Ink::kInk;
    case Sign::kConflict:
      return Ink::kConflict;
    case Sign::kNoEffect:
      return Ink::kNone;
    default:
      return Ink::kInkMute;
  }
}

Ink FaintOf(Sign sign) {
  return sign == Sign::kMore   ? Ink::kMoreFaint
         : sign == Sign::kLess ? Ink::kLessFaint
                               : Ink::kInkFaint;
}

Ink TintOf(Sign sign) {
  switch (sign) {
    case Sign::kMore:
      return Ink::kMoreTint;
    case Sign::kLess:
      return Ink::kLessTint;
    case Sign::kPulled:
    case Sign::kConflict:
      return Ink::kPulledTint;
    default:
      return Ink::kNoneTint;
  }
}

Shape FillShape(Rect rect, Ink ink, float radius) {
  Shape shape;
  shape.kind = ShapeKind::kFill;
  shape.ink = ink;
  shape.rect = rect;
  shape.radius = radius;
  return shape;
}

Shape StrokeShape(Rect rect, Ink ink, float width, float radius, float dash, float gap) {
  Shape shape = FillShape(rect, ink, radius);
  shape.kind = ShapeKind::kStroke;
  shape.width = width;
  shape.dash = dash;
  shape.gap = gap;
  return shape;
}

Shape LineShape(Point from, Point to, Ink ink, float width, float dash, float gap) {
  Shape shape = CurveShape(from, to, to, to, ink, width, dash, gap);
  shape.kind = ShapeKind::kLine;
  shape.count = 2;
  return shape;
}

Shape CurveShape(Point a, Point b, Point c, Point d, Ink ink, float width, float dash, float gap) {
  Shape shape;
  shape.kind = ShapeKind::kCurve;
  shape.ink = ink;
  shape.width = width;
  shape.dash = dash;
  shape.gap = gap;
  shape.count = 4;
  shape.points = {a, b, c, d};
  return shape;
}

Shape TriangleShape(Point a, Point b, Point c, Ink ink) {
  Shape shape = QuadShape(a, b, c, c, ink);
  shape.count = 3;
  return shape;
}

Shape QuadShape(Point a, Point b, Point c, Point d, Ink ink) {
  Shape shape = CurveShape(a, b, c, d, ink, 0);
  shape.kind = ShapeKind::kPolygon;
  return shape;
}

Shape DiscShape(Rect rect, Ink ink) {
  Shape shape = FillShape(rect, ink);
  shape.kind = ShapeKind::kDisc;
  return shape;
}

Shape RingShape(Rect rect, Ink ink, float width, float dash, float gap) {
  Shape shape = StrokeShape(rect, ink, width, 0, dash, gap);
  shape.kind = ShapeKind::kRing;
  return shape;
}

}  // namespace proviso::view
