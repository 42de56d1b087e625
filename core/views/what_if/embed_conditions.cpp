// What is supposed, in the card.

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/canvas/column.h"
#include "core/canvas/sketch.h"
#include "core/views/what_if/embed_parts.h"

namespace proviso::view {
namespace {

std::vector<SegmentChoice> ChoicesOf(const Sketch& sketch, const EmbedCondition& condition) {
  std::vector<SegmentChoice> choices(3);
  choices[0] = {"off", sketch.Say("Off"), condition.lever == Lever::kOff, false, condition.set_off};
  choices[1] = {"open", sketch.Say("Open"), condition.lever == Lever::kOpen, true,
                condition.set_open};
  choices[2] = {"on", sketch.Say("On"), condition.lever == Lever::kOn, false, condition.set_on};
  return choices;
}

// A condition and its switch. Returns the height; `draw`: at (x, y), `height` high.
float Switch(Sketch& sketch, const EmbedCondition& condition, float x, float y, float width,
             float height, bool draw) {
  const std::vector<SegmentChoice> choices = ChoicesOf(sketch, condition);
  const float segment = sketch.SegmentWidth(choices), control = sketch.Control(28);
  const bool under = width - segment - sketch.S(8) < sketch.S(110);
  const float room = under ? width : width - segment - sketch.S(8);
  const bool supposed = condition.lever != Lever::kOpen;
  const std::vector<Run> runs{{condition.label, supposed ? Type::kControlStrong : Type::kControl,
                               supposed ? Ink::kInk : Ink::kInkSoft}};
  const float text = sketch.FlowHeight(runs, room);
  const float least = under ? text + control + sketch.S(14)
                            : std::max({text + sketch.S(3), control + sketch.S(8), sketch.S(43)});
  if (!draw) return least;
  const float text_top = under ? y + sketch.S(4) : std::round(y + (height - text) / 2);
  sketch.Flowed(x, text_top, runs, room);
  sketch.Segment(under ? x : x + width - segment,
                 under ? text_top + text + sketch.S(4) : std::round(y + (height - control) / 2),
                 "lever/" + condition.id, condition.label, choices, condition.settled,
                 condition.who);
  return least;
}

/// A condition as a chip that goes from open to on, to off, to open.
struct ChipSize {
  float width = 0, height = 0;
};

ChipSize Chip(Sketch& sketch, const EmbedCondition& condition, float x, float y, float room,
              bool draw) {
  const bool off = condition.lever == Lever::kOff, supposed = condition.lever != Lever::kOpen;
  const std::string prefix =
      off ? sketch.Say("if not##before a condition") : sketch.Say("if##before a condition");
  const float pill_height = sketch.S(22);
  const float pill =
      std::max(sketch.S(26), std::ceil(sketch.Width(Type::kReadingStrong, prefix)) + sketch.S(14));
  const float fixed = sketch.S(3) + pill + sketch.S(6) + sketch.S(9);
  const std::vector<Run> runs{
      {condition.label, Type::kCaption, supposed ? Ink::kInk : Ink::kInkSoft}};
  const float inner = std::max(room - fixed, sketch.S(40));
  const Flow flow = FlowText(sketch.measure(), sketch.scale(), runs, inner);
  ChipSize chip;
  chip.width = std::min(std::ceil(fixed + flow.width) + 1, room);
  chip.height = std::max({flow.height() + sketch.S(8), sketch.S(30), sketch.target()});
  if (!draw) return chip;
  const Rect box{std::round(x), std::round(y), chip.width, chip.height};
  const float radius = std::min(box.h / 2, sketch.S(22));
  sketch.Fill(box, Ink::kSurface, radius);
  sketch.Stroke(box, Ink::kControlLine, 1, radius);
  const Rect mark{box.x + sketch.S(4), std::round(box.y + (box.h - pill_height) / 2), pill,
                  pill_height};
  if (supposed)
    sketch.Fill(mark, Ink::kInk, pill_height / 2);
  else
    sketch.Stroke(mark, Ink::kControlLine, 1, pill_height / 2);
  sketch.WordsCentred(mark, prefix, Type::kReadingStrong, supposed ? Ink::kPaper : Ink::kInkSoft);
  sketch.Flowed(mark.right() + sketch.S(6), std::round(box.y + (box.h - flow.height()) / 2), runs,
                inner);
  Item item = MakeItem(ItemRole::kButton, "lever/" + condition.id + ".chip", condition.label, box);
  const std::string_view now = off || condition.settled ? Key("Off")
                               : supposed               ? Key("On")
                                                        : Key("Open");
  item.description = sketch.say().Chain(Key("{0}. {1}"), {sketch.Say(now), condition.who});
  item.disabled = condition.settled;
  item.press = off ? condition.set_open : supposed ? condition.set_off : condition.set_on;
  sketch.Add(std::move(item));
  return chip;
}

}  // namespace

float DrawEmbedSwitches(Sketch& sketch, const EmbedModel& model, float x, float y, float width) {
  const float gap = sketch.S(18);
  const std::size_t across = width >= sketch.S(560) ? 2 : 1;
  const float part = across == 1 ? width : std::floor((width - gap) / 2);
  for (std::size_t from = 0; from < model.conditions.size(); from += across) {
    const std::size_t to = std::min(model.conditions.size(), from + across);
    float height = 0;
    for (std::size_t i = from; i < to; ++i)
      height = std::max(height, Switch(sketch, model.conditions[i], 0, 0, part, 0, false));
    for (std::size_t i = from; i < to; ++i) {
      const float left = x + (i == from ? 0 : width - part);
      Switch(sketch, model.conditions[i], left, y, part, height, true);
      sketch.HRule(left, y + height, part, Ink::kLine);
    }
    y += height + 1;
  }
  return y;
}

float DrawEmbedChips(Sketch& sketch, const EmbedModel& model, float x, float y, float width) {
  const float gap = sketch.S(6);
  float at = x, row = 0;
  const auto place = [&](float wide, float high) {
    if (at > x && at + wide > x + width) {
      at = x;
      y += row + gap;
      row = 0;
    }
    row = std::max(row, high);
  };
  for (const EmbedCondition& condition : model.conditions) {
    const ChipSize chip = Chip(sketch, condition, 0, 0, width, false);
    place(chip.width, chip.height);
    Chip(sketch, condition, at, y, width, true);
    at += chip.width + gap;
  }
  if (!model.more.empty()) {
    ButtonSpec more;
    more.id = "card/more";
    more.words = model.more;
    more.name = sketch.Say("{0}: {1}", {sketch.Say("All conditions…"), model.more});
    more.kind = ButtonKind::kSmall;
    more.command = ShowDialog{Dialog::kLevers};
    const float high = sketch.ButtonHeight(more.kind);
    place(sketch.ButtonWidth(more), high);
    sketch.Button(at, y + std::max(0.0f, std::round((row - high) / 2)), more);
  }
  return y + row;
}

}  // namespace proviso::view
