#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "core/canvas/frame.h"

namespace proviso::test {

using view::Item;
using view::ItemRole;
using view::Panel;
using view::Rect;
using view::Shape;
using view::ShapeKind;
using view::SpecOf;
using view::Tri;
using view::TypeSpec;

inline constexpr float kSlack = 0.6f;  // Widths are fractions of a point; places are whole.

inline bool Overlap(const Rect& a, const Rect& b, float slack) {
  return std::min(a.right(), b.right()) - std::max(a.x, b.x) > slack &&
         std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y) > slack;
}

// The part of a line box that letters fill.
inline view::Rect Letters(const Shape& shape, float scale) {
  const TypeSpec spec = SpecOf(shape.type);
  const float height = spec.size * scale * 0.9f;
  return {shape.rect.x, shape.rect.y + (shape.rect.h - height) / 2, shape.rect.w, height};
}

inline std::string First(const std::vector<std::string>& faults) {
  std::string all;
  for (std::size_t i = 0; i < faults.size() && i < 8; ++i) all += faults[i] + "\n";
  return all;
}

/// What may stand directly in `parent`, as ARIA has it; true where it is free.
inline bool MayHold(ItemRole parent, ItemRole child) {
  switch (parent) {
    case ItemRole::kList:
      return child == ItemRole::kListItem;
    case ItemRole::kTable:
      return child == ItemRole::kRow;
    case ItemRole::kRow:
      return child == ItemRole::kCell || child == ItemRole::kColumnHeader ||
             child == ItemRole::kRowHeader;
    case ItemRole::kTabList:
      return child == ItemRole::kTab;
    case ItemRole::kRadioGroup:
      return child == ItemRole::kRadio;
    default:
      return true;
  }
}

// All that must hold of a frame, as sentences about what does not.
inline std::vector<std::string> Faults(const view::Frame& frame, const view::TextMeasure& measure) {
  std::vector<std::string> faults;
  std::set<std::string> ids;
  const float target = frame.viewport.coarse_pointer ? 44 : 24;
  int titles = 0;
  for (const Panel& panel : frame.panels) {
    const auto fault = [&](const std::string& what, const std::string& which) {
      faults.push_back(panel.id + ": " + what + ": " + which.substr(0, 80));
    };
    const float bottom = std::max(panel.scene.height, panel.rect.h);
    const Rect window{0, 0, frame.viewport.width, frame.viewport.height};
    if (panel.rect.x < 0 || panel.rect.y < 0 || panel.rect.right() > window.w + kSlack ||
        panel.rect.bottom() > window.h + kSlack)
      fault("panel outside the window", panel.id);
    std::vector<Rect> words;
    for (std::size_t i = 0; i < panel.scene.items.size(); ++i) {
      const Item& item = panel.scene.items[i];
      if (!ids.insert(item.id).second) fault("id used twice", item.id);
      if (item.name.empty()) fault("no name", item.id);
      if (item.parent >= static_cast<std::int32_t>(i)) fault("parent after child", item.id);
      if (item.parent >= 0 &&
          !MayHold(panel.scene.items[static_cast<std::size_t>(item.parent)].role, item.role))
        fault("in a list or table, and no item of it", item.id);
      const Rect& r = item.rect;
      // A drawing can be larger than its panel; it is moved to what is focused.
      if (!panel.camera && (r.x < -kSlack || r.y < -kSlack || r.right() > panel.rect.w + kSlack ||
                            r.bottom() > bottom + kSlack))
        fault("item outside the panel", item.id);
      if (item.focusable() && (r.w < target - 0.01f || r.h < target - 0.01f))
        fault("target too small (" + std::to_string(r.w) + " by " + std::to_string(r.h) + ")",
              item.id);
      if (item.role == ItemRole::kRadio && item.checked == Tri::kNotApplicable)
        fault("radio without a state", item.id);
      if (item.role == ItemRole::kTab && item.selected == Tri::kNotApplicable)
        fault("tab without a state", item.id);
      if (item.role == ItemRole::kHeading && item.level == 0)
        fault("heading without level", item.id);
      if (item.role == ItemRole::kHeading && item.level == 1 && !panel.modal) ++titles;
      if (item.role != ItemRole::kText && item.role != ItemRole::kHeading) continue;
      for (const Rect& other : words)
        if (Overlap(other, r, 1)) fault("words over words", item.id + " " + item.name);
      words.push_back(r);
    }
    std::vector<const Shape*> texts;
    for (const Shape& shape : panel.scene.shapes) {
      if (shape.kind != ShapeKind::kText) continue;
      const TypeSpec spec = SpecOf(shape.type);
      const float width = measure.Width(spec.face, spec.size * frame.text_scale, shape.text);
      if (std::abs(width - shape.rect.w) > kSlack)
        fault("text is not as wide as its box", shape.text);
      if (!panel.camera && (shape.rect.x < -kSlack || shape.rect.right() > panel.rect.w + kSlack))
        fault("text cut off at the side", shape.text);
      for (const Shape* other : texts)
        if (Overlap(Letters(*other, frame.text_scale), Letters(shape, frame.text_scale), 1.2f))
          fault("letters over letters", shape.text + " / " + other->text);
      texts.push_back(&shape);
    }
  }
  if (titles != 1) faults.push_back(std::to_string(titles) + " headings of level 1");
  return faults;
}

}  // namespace proviso::test
