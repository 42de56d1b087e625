#include <algorithm>
#include <cmath>
#include <utility>

#include "core/canvas/sketch.h"
#include "core/voice/chain_words.h"

namespace proviso::view {
namespace {

constexpr float kBoxPad = 10;  // Left and right in a box of a chain.
constexpr float kChainIndent = 16;
constexpr float kStub = 14;  // The line before and after the word.

Type LinkType(const ChainStep& step) {
  return step.line == LineStyle::kDashed ? Type::kLabel : Type::kCaption;
}

Type BoxType(const ChainStep& step) { return step.holder ? Type::kLabel : Type::kCaption; }

float DashOf(const ChainStep& step) {
  return step.line == LineStyle::kSolid ? 0 : step.line == LineStyle::kDashed ? 4.0f : 1.5f;
}

// Words and stubs between two boxes; long words give way to the box after them.
float LinkWidth(const Sketch& sketch, const ChainStep& step, float width) {
  const float words = std::ceil(sketch.Width(LinkType(step), LinkWords(sketch.say(), step)));
  return 2 * sketch.S(kStub) + 2 * sketch.S(6) + std::min(words, std::round(width / 2));
}

}  // namespace

// Side by side if all fit; where it is narrow under each other; else in rows like words.
std::vector<Sketch::ChainPlace> Sketch::ChainPlaces(float width,
                                                    const std::vector<ChainStep>& steps,
                                                    bool usable) const {
  std::vector<ChainPlace> places;
  const float row = usable ? Control(26) : S(26);
  const auto box = [&](const ChainStep& step) {
    return std::ceil(Width(BoxType(step), step.name)) + 2 * S(kBoxPad);
  };
  float all = 0;
  for (const ChainStep& step : steps)
    all += box(step) + (step.holder ? 0 : LinkWidth(*this, step, width));
  const bool stacked = all > width && width < S(480);
  float at = 0, top = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (i > 0 && stacked) {
      at = std::min(at + S(kChainIndent), std::max(width - S(60), 0.0f));
      top += row + LineOf(Type::kCaption) + S(4);
    } else if (i > 0) {
      const float link = LinkWidth(*this, steps[i - 1], width);
      if (at + link + box(steps[i]) > width) {
        at = S(kChainIndent);
        top += row + S(6);
      }
      at += link;
    }
    places.push_back({at, top, stacked});
    if (!stacked) at += box(steps[i]);
  }
  return places;
}

float Sketch::ChainHeight(float width, const std::vector<ChainStep>& steps, bool usable) const {
  if (steps.empty()) return 0;
  return ChainPlaces(width, steps, usable).back().y + (usable ? Control(26) : S(26));
}

float Sketch::ChainBox(float x, float y, const ChainStep& step, float room, bool usable) {
  const Type type = BoxType(step);
  const float pad = S(kBoxPad);
  const std::string shown =
      Elide(measure_, scale_, type, step.name, std::max(room - 2 * pad, 0.0f));
  const float height = S(26);
  const float row = usable ? Control(26) : height;
  const Rect box{std::round(x), std::round(y + (row - height) / 2),
                 std::ceil(Width(type, shown)) + 2 * pad, height};
  Fill(box, Ink::kSurface, 3);
  if (step.holder)
    Stroke(box, Ink::kInk, 2, 3);
  else
    Stroke(box, Ink::kControlLine, 1, 3);
  WordsCentred(box, shown, type, step.holder ? Ink::kInk : Ink::kInkSoft);
  if (usable) {
    Item item = MakeItem(ItemRole::kLink, {}, step.name,
                         {box.x, std::round(y), std::max(box.w, target()), row});
    if (step.holder) item.description = Say("holds this view");
    if (!step.holder) item.description = LinkWords(say(), step);
    item.press = Select{step.actor};
    Add(std::move(item));
  }
  return box.w;
}

float Sketch::Chain(float x, float y, float width, const std::vector<ChainStep>& steps,
                    bool usable) {
  if (steps.empty()) return 0;
  const std::vector<ChainPlace> places = ChainPlaces(width, steps, usable);
  const float row = usable ? Control(26) : S(26);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const float left = x + places[i].x, top = std::round(y) + places[i].y;
    ChainBox(left, top, steps[i], width - places[i].x, usable);
    if (i == 0) continue;
    const ChainStep& step = steps[i - 1];
    const Type type = LinkType(step);
    const Ink ink = step.line == LineStyle::kDashed ? Ink::kInk : Ink::kInkSoft;
    const float dash = DashOf(step), gap = dash == 0 ? 0 : 3;
    const float middle = std::round(top + row / 2) + 0.5f;
    if (places[i].stacked) {
      // Down from the box above, the word beside the line, then in to this box.
      const float above = std::round(y) + places[i - 1].y;
      const float line = std::round(x + places[i - 1].x + S(8)) + 0.5f;
      Put(LineShape({line, above + (row + S(26)) / 2}, {line, middle}, Ink::kControlLine, 1, dash,
                    gap));
      Put(LineShape({line, middle}, {left, middle}, Ink::kControlLine, 1, dash, gap));
      Words(line + S(8), above + row + S(2), LinkWords(say(), step), type, ink,
            x + width - line - S(8));
      continue;
    }
    const float stub = S(kStub), start = left - LinkWidth(*this, step, width);
    const float words = start + stub + S(6);
    Put(LineShape({start, middle}, {start + stub, middle}, Ink::kInkSoft, 1, dash, gap));
    Words(words, top + (row - LineOf(type)) / 2, LinkWords(say(), step), type, ink,
          left - stub - S(6) - words);
    Put(LineShape({left - stub, middle}, {left - 7, middle}, Ink::kInkSoft, 1, dash, gap));
    Put(TriangleShape({left - 8, middle - 5}, {left, middle}, {left - 8, middle + 5},
                      Ink::kInkSoft));
  }
  return places.back().y + row;
}

}  // namespace proviso::view
