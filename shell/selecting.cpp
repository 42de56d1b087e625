#include "shell/selecting.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "core/base/text.h"

namespace proviso::shell {
namespace {

using view::Item;
using view::Panel;
using view::Rect;
using view::Shape;

/// What people say is set in serifs, and their answers.
bool CanSelect(const Shape& shape) {
  if (shape.kind != view::ShapeKind::kText) return false;
  const view::Face face = view::SpecOf(shape.type).face;
  return face == view::Face::kSerif || face == view::Face::kSerifBold ||
         shape.type == view::Type::kAnswer;
}

Rect Middle(const Rect& rect) { return {rect.x + rect.w / 2, rect.y + rect.h / 2, 0, 0}; }

/// The pieces of text in `item`, as they were drawn.
std::vector<const Shape*> PiecesOf(const Panel& panel, const Item& item) {
  std::vector<const Shape*> pieces;
  for (const Shape& shape : panel.scene.shapes) {
    if (!CanSelect(shape)) continue;
    const Rect at = Middle(shape.rect);
    if (item.rect.Contains(at.x, at.y)) pieces.push_back(&shape);
  }
  return pieces;
}

const Panel* PanelAt(const view::Frame& frame, float x, float y) {
  for (auto panel = frame.panels.rbegin(); panel != frame.panels.rend(); ++panel) {
    if (panel->rect.Contains(x, y)) return panel->camera ? nullptr : &*panel;
    if (panel->modal) return nullptr;
  }
  return nullptr;
}

/// The smallest item around a piece of text at a point of the panel's content.
const Item* ItemAround(const Panel& panel, float x, float y) {
  const bool words = std::any_of(
      panel.scene.shapes.begin(), panel.scene.shapes.end(),
      [x, y](const Shape& shape) { return CanSelect(shape) && shape.rect.Contains(x, y); });
  const Item* best = nullptr;
  if (!words) return best;
  for (const Item& item : panel.scene.items)
    if (item.rect.Contains(x, y) && !item.editable() &&
        (best == nullptr || item.rect.w * item.rect.h <= best->rect.w * best->rect.h))
      best = &item;
  return best;
}

std::size_t ByteAt(const Shape& shape, const view::TextMeasure& measure, float scale, float x) {
  const view::TypeSpec spec = view::SpecOf(shape.type);
  float before = shape.rect.x;
  for (std::size_t at = 0; at < shape.text.size();) {
    std::size_t next = at;
    NextCodePoint(shape.text, &next);
    const float after =
        shape.rect.x + measure.Width(spec.face, spec.size * scale, shape.text.substr(0, next));
    if (x < (before + after) / 2) return at;
    before = after;
    at = next;
  }
  return shape.text.size();
}

}  // namespace

bool Selecting::CanBegin(const view::Frame& frame, float x, float y) {
  const Panel* panel = PanelAt(frame, x, y);
  return panel != nullptr &&
         ItemAround(*panel, x - panel->rect.x, y - panel->rect.y + panel->scroll_y) != nullptr;
}

void Selecting::Follow(const view::Frame& frame, const view::TextMeasure& measure, bool pressed,
                       bool down, bool far, float x, float y) {
  const auto place = [&](const Panel& panel, const Item& item) {
    const std::vector<const Shape*> pieces = PiecesOf(panel, item);
    const float px = x - panel.rect.x, py = y - panel.rect.y + panel.scroll_y;
    Place best;
    float least = 1e9f;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const Rect& rect = pieces[i]->rect;
      const float dy = py < rect.y ? rect.y - py : std::max(0.0f, py - rect.bottom());
      const float dx = px < rect.x ? rect.x - px : std::max(0.0f, px - rect.right());
      const float away = dy * 1000 + dx;  // The line first.
      if (away >= least) continue;
      least = away;
      best = {i, ByteAt(*pieces[i], measure, frame.text_scale, px)};
    }
    return best;
  };
  if (pressed) {
    Clear();
    const Panel* panel = PanelAt(frame, x, y);
    const Item* item = panel == nullptr ? nullptr
                                        : ItemAround(*panel, x - panel->rect.x,
                                                     y - panel->rect.y + panel->scroll_y);
    if (item == nullptr) return;
    panel_ = panel->id;
    item_ = item->id;
    from_ = to_ = place(*panel, *item);
    began_ = true;
    return;
  }
  if (!down) began_ = false;
  if (!began_ || !far) return;
  const view::Found found = view::FindItem(frame, item_);
  if (found.item == nullptr) return Clear();
  to_ = place(*found.panel, *found.item);
  selects_ = true;
}

std::string Selecting::Words(const view::Frame& frame) const {
  if (!selects_ || from_ == to_) return {};
  const view::Found found = view::FindItem(frame, item_);
  if (found.item == nullptr) return {};
  const std::vector<const Shape*> pieces = PiecesOf(*found.panel, *found.item);
  const bool ahead =
      from_.piece < to_.piece || (from_.piece == to_.piece && from_.byte <= to_.byte);
  const Place low = ahead ? from_ : to_, high = ahead ? to_ : from_;
  std::string words;
  for (std::size_t i = low.piece; i <= high.piece && i < pieces.size(); ++i) {
    const std::string& text = pieces[i]->text;
    const std::size_t begin = i == low.piece ? std::min(low.byte, text.size()) : 0;
    const std::size_t end = i == high.piece ? std::min(high.byte, text.size()) : text.size();
    // A line ends where the next begins further down; its last space was dropped there.
    const bool new_line = i > low.piece && pieces[i]->rect.y > pieces[i - 1]->rect.bottom() - 4;
    if (new_line && !words.empty() && words.back() != ' ') words += ' ';
    words.append(text, begin, end - begin);
  }
  return words;
}

std::vector<Rect> Selecting::Rects(const view::Frame& frame, const Panel& panel,
                                   const view::TextMeasure& measure) const {
  std::vector<Rect> rects;
  if (!selects_ || from_ == to_ || panel.id != panel_) return rects;
  const auto item = std::find_if(panel.scene.items.begin(), panel.scene.items.end(),
                                 [this](const Item& one) { return one.id == item_; });
  if (item == panel.scene.items.end()) return rects;
  const std::vector<const Shape*> pieces = PiecesOf(panel, *item);
  const bool ahead =
      from_.piece < to_.piece || (from_.piece == to_.piece && from_.byte <= to_.byte);
  const Place low = ahead ? from_ : to_, high = ahead ? to_ : from_;
  for (std::size_t i = low.piece; i <= high.piece && i < pieces.size(); ++i) {
    const Shape& shape = *pieces[i];
    const view::TypeSpec spec = view::SpecOf(shape.type);
    const auto x_of = [&](std::size_t byte) {
      return shape.rect.x + measure.Width(spec.face, spec.size * frame.text_scale,
                                          shape.text.substr(0, std::min(byte, shape.text.size())));
    };
    const float left = i == low.piece ? x_of(low.byte) : shape.rect.x;
    const float right = i == high.piece ? x_of(high.byte) : x_of(shape.text.size());
    rects.push_back({left, shape.rect.y, right - left, shape.rect.h});
  }
  return rects;
}

}  // namespace proviso::shell
