// A card laid out and placed.

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "core/canvas/column.h"
#include "core/canvas/sketch.h"
#include "core/window/card.h"

namespace proviso::view {
namespace {

constexpr float kMostWidth = 424, kPad = 14, kAway = 8, kSegment = 12;

/// What is larger than this is explained at its middle: no card would find room beside it.
constexpr float kLargeShare = 0.6f;

void DrawCardHead(Column& column, const CardModel& card) {
  Sketch& sketch = column.sketch;
  const float mark = sketch.S(16), line = sketch.LineOf(Type::kBodyStrong);
  float left = 0;
  const float middle = column.y + line / 2;
  if (card.voice) {
    sketch.Voice(*card.voice, column.x, middle, 16);
    left = mark + sketch.S(8);
  } else if (card.sign && IsDrawn(card.sign->sign)) {
    sketch.Sign(*card.sign, column.x, middle, 18);
    left = sketch.S(26);
  } else if (card.silent) {
    sketch.Sign(Glyph::kSilent, column.x, middle, 18);
    left = sketch.S(26);
  }
  const float right = card.ref ? sketch.RefChipWidth(*card.ref) + sketch.S(10) : 0;
  if (card.ref) {
    sketch.RefChip(column.x + column.width - right + sketch.S(10),
                   middle - sketch.RefChipHeight() / 2, *card.ref, "card/ref");
    sketch.scene().items.back().press.reset();
    sketch.scene().items.back().role = ItemRole::kText;
  }
  std::vector<Run> runs{{card.title, Type::kBodyStrong, Ink::kInk}};
  if (!card.more.empty()) runs.push_back({" " + card.more, Type::kBody, Ink::kInk});
  Column words = column.Inset(left, right);
  words.Words(runs, "card/title");
  column.Past(words);
}

void DrawCardRow(Column& column, const CardRow& row) {
  Sketch& sketch = column.sketch;
  const float middle = column.y + sketch.LineOf(Type::kControl) / 2;
  if (!row.sign)
    sketch.Sign(Glyph::kSilent, column.x, middle, 18);
  else if (IsDrawn(row.sign->sign))
    sketch.Sign(*row.sign, column.x, middle, 18);
  const float right = row.ref ? sketch.RefChipWidth(*row.ref) + sketch.S(8) : 0;
  if (row.ref) {
    sketch.RefChip(column.x + column.width - right + sketch.S(8),
                   middle - sketch.RefChipHeight() / 2, *row.ref, {});
    sketch.scene().items.back().press.reset();
    sketch.scene().items.back().role = ItemRole::kText;
  }
  Column words = column.Inset(sketch.S(26), right);
  words.Words(row.words, Type::kControl);
  column.Past(words);
}

Scene CardScene(const CardModel& card, const Space& space) {
  Sketch sketch(space, "card", Ink::kSurface);
  Column column{sketch, sketch.S(kPad), sketch.S(kPad) - sketch.S(2),
                space.width - 2 * sketch.S(kPad)};
  DrawCardHead(column, card);
  if (card.strength || !card.through.empty()) {
    column.Gap(5);
    float left = 0;
    const float line = sketch.LineOf(Type::kControlStrong);
    const bool ruled = card.strength && card.strength->ruler != Ruler::kAbsent;
    if (ruled)
      left =
          sketch.LevelRuler(column.x, column.y + line / 2, *card.strength, kSegment) + sketch.S(10);
    std::vector<Run> runs;
    if (card.strength && !card.strength->words.empty())
      runs.push_back({card.strength->words, Type::kControlStrong, Ink::kInk});
    if (!card.through.empty())
      runs.push_back({(runs.empty() ? "" : "   ") + card.through, Type::kMeta, Ink::kInkMute});
    Column words = column.Inset(left);
    words.Words(runs, "card/level");
    column.y += line;
    column.Past(words);
  }
  if (!card.gloss.runs.empty()) {
    column.Gap(5);
    column.Words(RunsOf(card.gloss), "card/gloss");
  }
  for (const CardRow& row : card.rows) {
    column.Gap(5);
    DrawCardRow(column, row);
  }
  for (const std::string& note : card.notes) {
    column.Gap(4);
    column.Words(note, Type::kMeta, Ink::kInkMute);
  }
  if (!card.does.empty()) {
    column.Gap(7);
    column.Rule();
    column.Gap(6);
    column.Words(card.does, Type::kMeta, Ink::kInkMute, "card/does");
  }
  Scene scene = column.Finish(kPad - 2);
  scene.spots.clear();
  scene.shapes.push_back(StrokeShape({0, 0, space.width, scene.height}, Ink::kInk, 2, 8));
  return scene;
}

bool Apart(const Rect& a, const Rect& b) {
  return a.right() <= b.x || b.right() <= a.x || a.bottom() <= b.y || b.bottom() <= a.y;
}

Space CardSpace(const Library& library, const TextMeasure& measure, const Frame& frame,
                float width) {
  Space space{measure};
  space.scale = frame.text_scale;
  space.size = WidthClass::kWide;
  space.width = width;
  space.height = 1;
  space.say = library.say;
  return space;
}

}  // namespace

Rect CardPlace(const Rect& about, float width, float height, const Viewport& window) {
  const float most_x = std::max(0.0f, window.width - width);
  const float most_y = std::max(0.0f, window.height - height);
  const float x = std::clamp(about.x, 0.0f, most_x), y = std::clamp(about.y, 0.0f, most_y);
  const Rect places[] = {{x, about.bottom() + kAway, width, height},
                         {x, about.y - kAway - height, width, height},
                         {about.right() + kAway, y, width, height},
                         {about.x - kAway - width, y, width, height}};
  for (const Rect& place : places)
    if (place.x >= 0 && place.y >= 0 && place.right() <= window.width &&
        place.bottom() <= window.height && Apart(place, about))
      return place;
  return {0, 0, 0, 0};
}

void AddCard(const Library& library, const Session& session, const TextMeasure& measure,
             const CardAsk& ask, Frame* frame) {
  const bool touch = frame->viewport.coarse_pointer;
  Item* focused = nullptr;
  for (Panel& panel : frame->panels)
    for (Item& item : panel.scene.items)
      if (!session.focus.empty() && item.id == session.focus) focused = &item;
  if (focused != nullptr && MayExplain(*focused)) {
    const CardModel card = BuildCardModel(library, session, focused, nullptr, touch);
    std::vector<std::string> parts;
    if (!focused->description.empty()) parts.push_back(focused->description);
    if (!card.empty())
      for (std::string& line : card.Lines()) {
        while (!line.empty() && line.back() == '.') line.pop_back();
        if (focused->name.find(line) == std::string::npos &&
            focused->description.find(line) == std::string::npos)
          parts.push_back(library.say.Capital(line));
      }
    for (std::string& part : parts)
      if (&part != &parts.back() && !part.empty() && part.back() == '.') part.pop_back();
    focused->description = library.say.Chain(Key("{0}. {1}"), parts);
  }
  if (ask.described) return;
  Rect about;
  CardModel card;
  const Found found = ask.item.empty() ? Found() : FindItem(*frame, ask.item);
  if (ask.spot)
    about = ask.spot->rect;
  else if (found.item == nullptr)
    return;
  else
    about = {found.panel->rect.x + found.item->rect.x,
             found.panel->rect.y + found.item->rect.y - found.panel->scroll_y, found.item->rect.w,
             found.item->rect.h};
  card = BuildCardModel(library, session, found.item, ask.spot ? &*ask.spot : nullptr, touch);
  if (card.empty()) return;
  const Viewport& window = frame->viewport;
  const float width = std::floor(std::min(
      std::round(kMostWidth * std::min(frame->text_scale, 2.0f)), window.width - 2 * kAway));
  Scene scene = CardScene(card, CardSpace(library, measure, *frame, width));
  if (about.w > window.width * kLargeShare && about.h > window.height * kLargeShare) return;
  const Rect place = CardPlace(about, width, std::ceil(scene.height), window);
  if (place.w <= 0) return;
  Panel panel;
  panel.id = "card";
  panel.landmark = Landmark::kTooltip;
  panel.name = card.title;
  panel.rect = {std::round(place.x), std::round(place.y), place.w, place.h};
  panel.ground = Ink::kSurface;
  panel.scene = std::move(scene);
  frame->card = std::move(panel);
}

}  // namespace proviso::view
