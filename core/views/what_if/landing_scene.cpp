#include <algorithm>
#include <cmath>
#include <utility>

#include "core/canvas/sketch.h"
#include "core/views/what_if/landing.h"

namespace proviso::view {
namespace {

constexpr float kCard = 300, kCardGap = 10;

// A text: letter, kind and date, title, counts. Returns the height; `draw`: in a box `height` high.
float Card(Sketch& sketch, const LandingCard& card, float x, float y, float height, bool draw) {
  const float width = sketch.S(kCard), pad = sketch.S(12);
  const float letter =
      card.letter.empty()
          ? 0
          : std::max(sketch.S(18),
                     std::ceil(sketch.Width(Type::kLabel, card.letter)) + sketch.S(7)) +
                sketch.S(8);
  const float room = width - 2 * pad;
  const std::vector<Run> kind{{card.kind, Type::kCaption, Ink::kInkMute}};
  const std::vector<Run> title{{card.title, Type::kReadingStrong, Ink::kInk}};
  const float head = std::max(sketch.FlowHeight(kind, room - letter), sketch.S(18));
  const float words = sketch.FlowHeight(title, room);
  const float all =
      sketch.S(20) + head + sketch.S(2) + words + sketch.S(2) + sketch.LineOf(Type::kCaption);
  if (!draw) return all;
  const Rect box{std::round(x), std::round(y), width, height};
  sketch.Fill(box, Ink::kSurface, 8);
  sketch.Stroke(box, Ink::kLine, 1, 8);
  float at = box.y + sketch.S(10);
  if (letter > 0) sketch.LetterBox(box.x + pad, at, 18, card.letter, card.document);
  sketch.Flowed(box.x + pad + letter, at, kind, room - letter);
  at += head + sketch.S(2);
  sketch.Flowed(box.x + pad, at, title, room);
  sketch.Words(box.x + pad, box.bottom() - sketch.S(10) - sketch.LineOf(Type::kCaption),
               card.counts, Type::kCaption, Ink::kInkMute, room);
  Item item = MakeItem(
      ItemRole::kButton, "landing/text" + std::to_string(card.document),
      card.letter.empty() ? card.title : sketch.Say("Text {0}: {1}", {card.letter, card.title}),
      box);
  item.description = sketch.say().Chain(Key("{0}. {1}"), {card.kind, card.counts});
  item.press = card.open;
  sketch.Add(std::move(item));
  return all;
}

// The conditions to try, in as many rows as they need. Returns the height.
float Tries(Sketch& sketch, const LandingModel& model, float x, float y, float width) {
  if (model.tries.empty()) return 0;
  const std::string label = sketch.Say("Try one");
  const float chip = sketch.Control(32);
  sketch.Text(x, y + (chip - sketch.LineOf(Type::kLabel)) / 2, width, label, Type::kLabel,
              Ink::kInkSoft);
  const float start = x + std::ceil(sketch.Width(Type::kLabel, label)) + sketch.S(10);
  float at = start, top = y, row = 0;
  for (const Missing& one : model.tries) {
    const float room = x + width - start;
    const float used = sketch.ConditionChipWidth(one.prefix, one.chip, room, Type::kControl);
    const float high = sketch.ConditionChipHeight(one.prefix, one.chip, room, Type::kControl);
    if (at > start && at + used > x + width) {
      at = start;
      top += row + sketch.S(6);
      row = 0;
    }
    sketch.ConditionChip(at, top + (chip - std::min(chip, high)) / 2,
                         "landing/if/" + one.proposition, one.prefix, one.chip, one.suppose, room,
                         Type::kControl);
    at += used + sketch.S(8);
    row = std::max({row, high, chip});
  }
  return top + row - y;
}

}  // namespace

Scene BuildLandingScene(const LandingModel& model, const Space& space) {
  Sketch sketch(space, "tour", Ink::kSunken);
  const bool roomy = space.wide();
  const float margin = space.margin();
  const float close = std::max(sketch.target(), sketch.S(28));
  const float cross = space.width - margin - close + sketch.S(6);
  const float cards =
      roomy ? static_cast<float>(model.cards.size()) * (sketch.S(kCard) + sketch.S(kCardGap)) -
                  sketch.S(kCardGap)
            : 0;
  const float right = roomy ? space.width - margin - sketch.S(30) - cards : cross;
  const float width = right - margin - sketch.S(roomy ? 26 : 12);
  float y = sketch.S(roomy ? 15 : 10);
  const float top = y;
  const bool one_line = sketch.Width(Type::kH1, model.title) + 1 <= width;
  y += sketch.Heading(margin, y, width, model.title,
                      !roomy     ? Type::kH3
                      : one_line ? Type::kH1
                                 : Type::kH1Phone,
                      2, Ink::kInk, "landing/title");
  sketch.IconButton(cross, sketch.S(10), close, Glyph::kClose, "tour/leave",
                    sketch.Say("Close what is said to newcomers"), model.close);
  ButtonSpec tour = ButtonOf(model.tour, "tour/", ButtonKind::kSmall);
  if (!roomy) {
    if (!space.phone())
      y += sketch.S(2) + sketch.Paragraph(margin, y + sketch.S(2), width, model.what,
                                          Type::kControl, Ink::kInkSoft, 0, "landing/what");
    if (!model.tour.words.empty()) {
      tour.max_width = space.width - 2 * margin;
      y += sketch.S(8) + sketch.Button(margin, y + sketch.S(8), tour).h;
    }
    y = std::max(y + sketch.S(10), sketch.S(14) + close);
    sketch.HRule(0, y - 1, space.width, Ink::kLine);
    return sketch.Finish(y);
  }
  y += sketch.S(2);
  y +=
      sketch.Paragraph(margin, y, width, model.what, Type::kBody, Ink::kInkSoft, 0, "landing/what");
  y += sketch.S(10);
  y += Tries(sketch, model, margin, y, width);
  float high = 0;
  for (const LandingCard& card : model.cards)
    high = std::max(high, Card(sketch, card, 0, 0, 0, false));
  float at = right;
  for (const LandingCard& card : model.cards) {
    Card(sketch, card, at, top + 1, high, true);
    at += sketch.S(kCard) + sketch.S(kCardGap);
  }
  // Who coded it, the way to the whole of that, and the tour.
  float below = top + 1 + high + sketch.S(10);
  const float button = sketch.ButtonHeight(ButtonKind::kSmall);
  const bool toured = !model.tour.words.empty();
  const float edge = space.width - margin;
  const float tour_x = toured ? edge - sketch.ButtonWidth(tour) : edge;
  if (!model.coded.empty()) {
    const std::string how = model.how.words;
    const float link = std::ceil(sketch.Width(Type::kCaption, how)) + sketch.S(8);
    const float left = right + sketch.S(26);
    const float room = tour_x - sketch.S(12) - left - std::max(link, sketch.target());
    sketch.Sign(Glyph::kWarning, right, below + button / 2, 18);
    const std::vector<Run> runs{{model.coded, Type::kCaption, Ink::kInkSoft}};
    const float words = sketch.FlowHeight(runs, room);
    const float line = std::max(0.0f, std::round((button - words) / 2));
    sketch.Paragraph(left, below + line, room, runs, 0, "landing/coded");
    sketch.LinkText(left + room + sketch.S(8), below + (button - sketch.LineOf(Type::kCaption)) / 2,
                    how, Type::kCaption, "landing/how", model.how.command, link,
                    sketch.Say("{0}: {1}", {how, sketch.Say("About these texts")}));
    if (toured) sketch.Button(tour_x, below, tour);
    below += std::max(button, words + line);
  } else if (toured) {
    sketch.Button(tour_x, below, tour);
    below += button;
  }
  y = std::max(y, below) + sketch.S(12);
  sketch.HRule(0, y - 1, space.width, Ink::kLine);
  return sketch.Finish(y);
}

}  // namespace proviso::view
