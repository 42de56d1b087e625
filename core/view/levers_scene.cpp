#include <algorithm>
#include <cmath>
#include <utility>

#include "core/view/sketch.h"
#include "core/view/what_if_scene.h"

namespace proviso::view {
namespace {

std::vector<SegmentChoice> Choices(const Sketch& sketch, const LeverRow& row) {
  std::vector<SegmentChoice> choices(3);
  choices[0].key = "off";
  choices[0].words = sketch.Say("Off");
  choices[0].chosen = row.lever == Lever::kOff || !row.off_by.empty();
  choices[0].choose = row.set_off;
  choices[1].key = "open";
  choices[1].words = sketch.Say("Open");
  choices[1].chosen = row.lever == Lever::kOpen && row.off_by.empty();
  choices[1].quiet = true;
  choices[1].choose = row.set_open;
  choices[2].key = "on";
  choices[2].words = sketch.Say("On");
  choices[2].chosen = row.lever == Lever::kOn && row.off_by.empty();
  choices[2].choose = row.set_on;
  return choices;
}

// One row: label, the signs of those who link it, Off · Open · On. Returns its height.
float DrawRow(Sketch& sketch, const LeverRow& row, float x, float y, float width, bool phone) {
  const std::vector<SegmentChoice> choices = Choices(sketch, row);
  const float segment = sketch.SegmentWidth(choices);
  constexpr float kMark = 16;
  const float mark = sketch.S(kMark), gap = sketch.S(6);
  const float marks = static_cast<float>(row.marks.size()) * (mark + gap);
  const bool supposed = row.lever != Lever::kOpen;
  Run run;
  run.text = row.label;
  run.type = supposed ? Type::kControlStrong : Type::kControl;
  run.ink = supposed ? Ink::kInk : Ink::kInkSoft;
  std::vector<Run> runs{run};
  if (!row.off_by.empty()) {
    run.text = " " + sketch.Say("(off, by definition: {0})", {row.off_by});
    run.type = Type::kCaption;
    run.ink = Ink::kInkMute;
    runs.push_back(run);
  }
  // Where the label would become a pillar of words, the segment goes under it.
  const float beside = width - segment - marks - sketch.S(16);
  const bool under = beside < sketch.S(120);
  const float room = under ? width - marks - sketch.S(8) : beside;
  const float line = sketch.LineOf(Type::kControl) - sketch.S(1);
  const float text = std::max(sketch.FlowHeight(runs, room), line);
  const float control = sketch.Control(28);
  float height = std::max({text + sketch.S(6), control + sketch.S(6), sketch.S(phone ? 52 : 44)});
  if (under) height = text + control + sketch.S(20);
  const float text_top = under ? y + sketch.S(6) : std::round(y + (height - text) / 2);
  const float control_top =
      under ? y + sketch.S(12) + text : std::round(y + (height - control) / 2);

  Item label = MakeItem(ItemRole::kButton, "lever/" + row.id + ".label", row.label,
                        {x, under ? y : y + 1, room,
                         std::max(under ? text + sketch.S(8) : height - 2, sketch.target())});
  label.description = row.who;
  label.press = row.inspect;
  sketch.Add(std::move(label));
  sketch.Flowed(x, text_top, runs, room);
  float at = under ? x + width - marks + gap : x + width - segment - marks;
  for (const LeverMark& mark_of : row.marks) {
    sketch.Sign(mark_of.sign, at, under ? text_top + line / 2 : y + height / 2, kMark);
    at += mark + gap;
  }
  sketch.Segment(
      under ? x : x + width - segment, control_top, "lever/" + row.id, row.label, choices,
      !row.off_by.empty(),
      row.off_by.empty() ? row.who : sketch.Say("Off, by definition: {0}", {row.off_by}));
  return height;
}

// One sign for a wire that stands for all who link the lever.
SignMark SignOfAll(const std::vector<LeverMark>& marks) {
  SignMark all = marks.front().sign;
  for (const LeverMark& mark : marks) {
    const bool opposed = (all.sign == Sign::kMore && mark.sign.sign == Sign::kLess) ||
                         (all.sign == Sign::kLess && mark.sign.sign == Sign::kMore);
    if (opposed) all.sign = Sign::kPulled;
    all.inferred = all.inferred && mark.sign.inferred;
    all.other_step = all.other_step && mark.sign.other_step;
  }
  return all;
}

std::vector<ButtonSpec> HeaderButtons(const Sketch& sketch, const WhatIfModel& model,
                                      const ScenarioModel& scenario) {
  std::vector<ButtonSpec> buttons;
  if (scenario.undo) {
    ButtonSpec undo;
    undo.id = "levers/undo";
    undo.words = sketch.Say("Undo");
    undo.name = scenario.undo->words;
    undo.shortcut = scenario.undo->shortcut;
    undo.kind = ButtonKind::kSmall;
    undo.command = scenario.undo->command;
    buttons.push_back(std::move(undo));
  }
  if (model.supposed > 0) {
    ButtonSpec clear;
    clear.id = "levers/clear";
    clear.words = sketch.Say("Clear {0}", {std::to_string(model.supposed)});
    clear.kind = ButtonKind::kSmall;
    clear.command = ClearSuppositions{};
    buttons.push_back(std::move(clear));
  }
  return buttons;
}

// Title, undo and clear, and what Open means. Returns the bottom.
float DrawHeader(Sketch& sketch, const WhatIfModel& model, const ScenarioModel& scenario, float x,
                 float y, float width, bool titled) {
  const std::vector<ButtonSpec> buttons = HeaderButtons(sketch, model, scenario);
  float right = x + width;
  for (const ButtonSpec& button : buttons) right -= sketch.ButtonWidth(button) + sketch.S(8);
  float bottom = y;
  if (titled)
    bottom += sketch.Heading(x, y, right - x, sketch.Say("Suppose…"), Type::kH2, 2, Ink::kInk,
                             "levers/title", 1);
  if (!buttons.empty()) {
    const float height = sketch.ButtonHeight(ButtonKind::kSmall);
    const float top = titled ? std::max(0.0f, std::round((y + bottom - height) / 2)) : y;
    float at = titled ? right + sketch.S(8) : x;
    for (const ButtonSpec& button : buttons) at += sketch.Button(at, top, button).w + sketch.S(8);
    bottom = std::max(bottom, top + height);
  }
  bottom += sketch.S(2);
  bottom += sketch.Paragraph(x, bottom, width,
                             sketch.Say("Switch a condition on or off. Open means: not decided."),
                             Type::kCaption, Ink::kInkMute);
  return bottom + sketch.S(14);
}

}  // namespace

LeversScene BuildLeversScene(const WhatIfModel& model, const ScenarioModel& scenario,
                             const Space& space, bool titled) {
  LeversScene result;
  Sketch sketch(space, "levers", Ink::kPaper);
  const float x = space.margin();
  // Where wires go on from here nothing is left free but what the scrollbar covers.
  const float width = space.width - x - (space.wide() ? 8 : space.margin());
  float y = sketch.S(space.wide() ? 20 : 16);

  y = DrawHeader(sketch, model, scenario, x, y, width, titled);

  int number = 0;
  for (const LeverGroup& group : model.groups) {
    sketch.Open(
        MakeItem(ItemRole::kGroup, "levers/group/" + std::to_string(++number), group.label));
    y += sketch.Heading(x, y, width, group.label, Type::kLabel, 3, Ink::kInkSoft, {}, 2);
    y += sketch.S(5);
    sketch.HRule(x, y, width, Ink::kLine);
    y += 1;
    for (const LeverRow& row : group.rows) {
      const float height = DrawRow(sketch, row, x, y, width, space.phone());
      if (row.lever != Lever::kOpen && !row.marks.empty()) {
        WireStart wire;
        wire.y = std::round(y + height / 2);
        if (row.lever == Lever::kOn) wire.sign = SignOfAll(row.marks);
        result.wires.push_back(wire);
      }
      y += height;
      sketch.HRule(x, y, width, Ink::kLine);
      y += 1;
    }
    sketch.Close();
    y += sketch.S(15);
  }
  if (model.groups.empty())
    y += sketch.Paragraph(x, y, width, sketch.Say("No condition is linked to this outcome."),
                          Type::kControl, Ink::kInkSoft) +
         sketch.S(16);
  result.scene = sketch.Finish(y + sketch.S(8));
  return result;
}

}  // namespace proviso::view
