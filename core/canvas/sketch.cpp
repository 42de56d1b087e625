#include "core/canvas/sketch.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace proviso::view {

Sketch::Sketch(const Space& space, std::string panel, Ink ground)
    : measure_(space.measure),
      say_(space.say),
      copied_(space.copied),
      scale_(space.scale),
      coarse_(space.coarse),
      ground_(ground),
      panel_(std::move(panel)) {
  open_.push_back({});
}

float Sketch::S(float points) const { return std::round(points * scale_); }

float Sketch::Control(float points) const { return std::max(S(points), target()); }

float Sketch::LineOf(Type type) const { return std::round(SpecOf(type).line * scale_); }

float Sketch::BaseOf(Type type) const { return std::round(BaselineOf(type) * scale_); }

float Sketch::Width(Type type, std::string_view text) const {
  return WidthOf(measure_, scale_, type, text);
}

Scene Sketch::Finish(float height) {
  scene_.height = height;
  return std::move(scene_);
}

std::int32_t Sketch::Add(Item item) {
  Opened& parent = open_.back();
  ++parent.children;
  if (item.id.empty()) {
    const std::string& base =
        parent.item < 0 ? panel_ : scene_.items[static_cast<std::size_t>(parent.item)].id;
    item.id = base + "." + std::to_string(parent.children);
  }
  item.parent = parent.item;
  scene_.items.push_back(std::move(item));
  return static_cast<std::int32_t>(scene_.items.size()) - 1;
}

std::int32_t Sketch::Open(Item item) {
  const std::int32_t index = Add(std::move(item));
  open_.push_back({index, 0});
  return index;
}

void Sketch::Close() {
  const std::int32_t index = open_.back().item;
  open_.pop_back();
  Item& closed = item(index);
  if (closed.rect.w > 0) return;
  bool first = true;
  Rect all;
  for (std::size_t i = static_cast<std::size_t>(index) + 1; i < scene_.items.size(); ++i) {
    if (scene_.items[i].parent != index) continue;
    const Rect& r = scene_.items[i].rect;
    if (first) {
      all = r;
      first = false;
      continue;
    }
    const float right = std::max(all.right(), r.right()),
                bottom = std::max(all.bottom(), r.bottom());
    all.x = std::min(all.x, r.x);
    all.y = std::min(all.y, r.y);
    all.w = right - all.x;
    all.h = bottom - all.y;
  }
  item(index).rect = all;
}

void Sketch::HRule(float x, float y, float width, Ink ink, float thickness) {
  Fill({std::round(x), std::round(y), std::round(width), thickness}, ink);
}

void Sketch::VRule(float x, float y, float height, Ink ink, float thickness) {
  Fill({std::round(x), std::round(y), thickness, std::round(height)}, ink);
}

void Sketch::DashedHRule(float x, float y, float width, Ink ink) {
  const float line = std::round(y) + 0.5f;
  Put(LineShape({x, line}, {x + width, line}, ink, 1, 4, 3));
}

void Sketch::DashedVRule(float x, float y, float height, Ink ink) {
  const float line = std::round(x) + 0.5f;
  Put(LineShape({line, y}, {line, y + height}, ink, 1, 4, 3));
}

void Sketch::DottedUnderline(float x, float y, float width, Ink ink) {
  const float line = std::round(y) + 1;
  Put(LineShape({std::round(x), line}, {std::round(x + width), line}, ink, 2, 2, 2));
}

void Sketch::Hatch(Rect rect) {
  Shape shape = FillShape(rect, Ink::kSkeleton);
  shape.kind = ShapeKind::kHatch;
  Put(std::move(shape));
}

void Sketch::Clip(Rect rect) {
  Shape shape = FillShape(rect, Ink::kPaper);
  shape.kind = ShapeKind::kClip;
  Put(std::move(shape));
}

void Sketch::Unclip() {
  Shape shape;
  shape.kind = ShapeKind::kUnclip;
  Put(std::move(shape));
}

void Sketch::StopMoving(std::string_view what) {
  std::uint32_t number = 2166136261u;  // FNV-1a.
  for (const char c : what) number = (number ^ static_cast<unsigned char>(c)) * 16777619u;
  for (std::size_t i = moves_from_; i < scene_.shapes.size(); ++i)
    scene_.shapes[i].moves = number | 1u;
}

float Sketch::Sign(Glyph glyph, float x, float middle, float size, GlyphStyle style, Ink ink) {
  const float s = S(size);
  const Rect box{std::round(x), std::round(middle - s / 2), s, s};
  DrawGlyph(&scene_, glyph, box.x, box.y, s, style, ink, ground_);
  if (glyph == Glyph::kSilent || glyph == Glyph::kSilentCell)
    Explain({Spot::What::kSilent, 0, false, false, false, box, {}});
  if (glyph == Glyph::kConflict)
    Explain({Spot::What::kSign, static_cast<std::uint8_t>(view::Sign::kConflict), false, false,
             false, box, say_(Label(view::Sign::kConflict))});
  return s;
}

float Sketch::Sign(const SignMark& mark, float x, float middle, float size) {
  const float used = Sign(GlyphOf(mark.sign), x, middle, size, StyleOf(mark));
  if (IsDrawn(mark.sign) && mark.sign != view::Sign::kSilent && mark.sign != view::Sign::kConflict)
    Explain({Spot::What::kSign, static_cast<std::uint8_t>(mark.sign), mark.other_step,
             mark.inferred, mark.not_held,
             Rect{std::round(x), std::round(middle - used / 2), used, used}, mark.words});
  return used;
}

float Sketch::Words(float x, float y, std::string_view text, Type type, Ink ink, float room) {
  Shape shape;
  shape.kind = ShapeKind::kText;
  shape.type = type;
  shape.ink = ink;
  shape.text = Elide(measure_, scale_, type, text, room);
  const float width = Width(type, shape.text);
  shape.rect = {x, std::round(y), width, LineOf(type)};
  if (!shape.text.empty()) Put(std::move(shape));
  return width;
}

float Sketch::WordsRight(float right, float y, std::string_view text, Type type, Ink ink,
                         float room) {
  const std::string shown = Elide(measure_, scale_, type, text, room);
  const float width = Width(type, shown);
  Words(right - width, y, shown, type, ink);
  return width;
}

float Sketch::WordsCentred(Rect box, std::string_view text, Type type, Ink ink) {
  const std::string shown = Elide(measure_, scale_, type, text, box.w);
  const float width = Width(type, shown);
  return Words(std::round(box.x + (box.w - width) / 2), box.y + (box.h - LineOf(type)) / 2, shown,
               type, ink);
}

float Sketch::Flowed(float x, float y, const std::vector<Run>& runs, float width,
                     std::size_t max_lines) {
  const Flow flow = FlowText(measure_, scale_, runs, width, max_lines);
  // Types of different sizes on one line stand on the baseline of the highest.
  float base = 0;
  for (const Run& run : runs) {
    const float slack = (flow.line_height - LineOf(run.type)) / 2;
    base = std::max(base, BaseOf(run.type) + slack);
  }
  float top = std::round(y);
  for (const Line& line : flow.lines) {
    for (const Piece& piece : line.pieces) {
      const Run& run = runs[piece.run];
      Shape shape;
      shape.kind = ShapeKind::kText;
      shape.type = run.type;
      shape.ink = run.ink;
      shape.text = piece.text;
      shape.rect = {x + piece.x, std::round(top + base - BaseOf(run.type)), piece.width,
                    LineOf(run.type)};
      const float baseline = shape.rect.y + BaseOf(run.type);
      Put(std::move(shape));
      if (run.hedge) {
        DottedUnderline(x + piece.x, baseline + 3, piece.width, Ink::kHedge);
        Explain({Spot::What::kHedge, 0, false, false, false,
                 Rect{x + piece.x, top, piece.width, flow.line_height}, run.text});
      }
      if (run.underline) HRule(x + piece.x, baseline + 3, piece.width, run.ink);
    }
    top += flow.line_height;
  }
  return flow.height();
}

float Sketch::FlowHeight(const std::vector<Run>& runs, float width, std::size_t max_lines) const {
  return view::FlowHeight(measure_, scale_, runs, width, max_lines);
}

float Sketch::Text(float x, float y, float width, std::string_view text, Type type, Ink ink,
                   std::string id) {
  const float used = Words(x, y, text, type, ink, width);
  if (!text.empty())
    Add(MakeItem(ItemRole::kText, std::move(id), std::string(text),
                 {x, std::round(y), used, LineOf(type)}));
  return LineOf(type);
}

float Sketch::Paragraph(float x, float y, float width, const std::vector<Run>& runs,
                        std::size_t max_lines, std::string id) {
  std::string name;
  for (const Run& run : runs) name += run.text;
  if (name.empty()) return 0;
  const float height = Flowed(x, y, runs, width, max_lines);
  if (height > 0)
    Add(MakeItem(ItemRole::kText, std::move(id), std::move(name),
                 {x, std::round(y), width, height}));
  return height;
}

float Sketch::Paragraph(float x, float y, float width, std::string_view text, Type type, Ink ink,
                        std::size_t max_lines, std::string id) {
  return Paragraph(x, y, width, std::vector<Run>{{std::string(text), type, ink}}, max_lines,
                   std::move(id));
}

float Sketch::Heading(float x, float y, float width, std::string_view text, Type type, int level,
                      Ink ink, std::string id, std::size_t max_lines) {
  const float height = Paragraph(x, y, width, text, type, ink, max_lines, std::move(id));
  if (height > 0) {
    scene_.items.back().role = ItemRole::kHeading;
    scene_.items.back().level = static_cast<std::uint16_t>(level);
  }
  return height;
}

std::vector<Run> RunsOf(const HedgedText& text, Type type, Type strong, Ink ink) {
  std::vector<Run> runs;
  for (const WordRun& word : text.runs)
    runs.push_back({word.text, word.hedge ? strong : type, ink, word.hedge});
  return runs;
}

Item MakeItem(ItemRole role, std::string id, std::string name, Rect rect) {
  Item item;
  item.role = role;
  item.id = std::move(id);
  item.name = std::move(name);
  item.rect = rect;
  return item;
}

}  // namespace proviso::view
