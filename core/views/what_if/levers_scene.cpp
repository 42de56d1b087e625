#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "core/canvas/frame.h"
#include "core/canvas/sketch.h"
#include "core/state/scenario.h"
#include "core/views/what_if/scene.h"

namespace proviso::view {
namespace {

constexpr float kSign = 18, kLetter = 16;
constexpr std::size_t kLettersAtMost = 3;  // Of one row; the rest is counted.
constexpr std::size_t kTextsTold = 100;    // Of a mark, to whoever hears it.
constexpr std::size_t kRowsInFull = 100;   // Of more rows those in sight alone are drawn,
constexpr float kRowsAround = 400;         // and what is this near to them.

std::vector<SegmentChoice> Choices(const Sketch& sketch, const LeverRow& row) {
  // What is excluded is not so; where the row says its negation, that is.
  const bool settled = !row.off_by.empty();
  const Lever lever = settled ? (row.turned ? Lever::kOn : Lever::kOff) : row.lever;
  std::vector<SegmentChoice> choices(3);
  choices[0].key = "off";
  choices[0].words = sketch.Say("Off");
  choices[0].chosen = lever == Lever::kOff;
  choices[0].choose = row.set_off;
  choices[1].key = "open";
  choices[1].words = sketch.Say("Open");
  choices[1].chosen = lever == Lever::kOpen;
  choices[1].quiet = true;
  choices[1].choose = row.set_open;
  choices[2].key = "on";
  choices[2].words = sketch.Say("On");
  choices[2].chosen = lever == Lever::kOn;
  choices[2].choose = row.set_on;
  return choices;
}

// The signs of those who link a condition, each with the letters of the texts that say so. Returns
// the width; `draw`: at `right`, where they end.
float Marks(Sketch& sketch, const LeverRow& row, float right, float middle, bool draw) {
  std::size_t letters = 0;
  for (const LeverMark& mark : row.marks) letters += mark.texts.size();
  const std::string more =
      letters > kLettersAtMost ? "+" + std::to_string(letters - kLettersAtMost) : std::string();
  float at = 0;
  const auto pass = [&](float from, bool put) {
    at = from;
    std::size_t left = kLettersAtMost;
    for (const LeverMark& mark : row.marks) {
      if (at > from) at += sketch.S(4);
      if (put) sketch.Sign(mark.sign, at, middle, kSign);
      at += sketch.S(kSign);
      for (const LeverText& text : mark.texts) {
        if (left == 0) break;
        --left;
        at += sketch.S(2);
        if (put)
          sketch.LetterBox(at, std::round(middle - sketch.S(kLetter) / 2), kLetter, text.letter,
                           text.document);
        at += sketch.LetterBoxWidth(kLetter, text.letter);
      }
    }
    if (!more.empty()) {
      at += sketch.S(4);
      if (put)
        sketch.Words(at, middle - sketch.LineOf(Type::kCaption) / 2, more, Type::kCaption,
                     Ink::kInkMute);
      at += std::ceil(sketch.Width(Type::kCaption, more));
    }
  };
  pass(0, false);
  const float width = at;
  if (draw) pass(right - width, true);
  return width;
}

// One row: label, the signs of those who link it, Off · Open · On. Returns its height; a row that
// is far from what is in `sight` is only measured.
float DrawRow(Sketch& sketch, const LeverRow& row, float x, float y, float width, bool phone,
              const Space* sight) {
  const std::vector<SegmentChoice> choices = Choices(sketch, row);
  const float segment = sketch.SegmentWidth(choices);
  const float gap = sketch.S(8);
  const float marks = Marks(sketch, row, 0, 0, false);
  const bool supposed = row.lever != Lever::kOpen;
  std::vector<Run> runs{{row.label, supposed ? Type::kControlStrong : Type::kControl,
                         supposed ? Ink::kInk : Ink::kInkSoft}};
  if (!row.off_by.empty())
    runs.push_back({" " + sketch.Say("(off, by definition: {0})", {row.off_by}), Type::kCaption,
                    Ink::kInkMute});
  if (!row.note.empty())
    runs.push_back({" " + sketch.Say("({0})", {row.note}), Type::kCaption, Ink::kInkMute});
  // Where the label would become a pillar of words, the segment goes under it.
  const float beside = width - segment - marks - 2 * gap;
  const bool under = beside < sketch.S(120);
  const float room = under ? width - marks - gap : std::min(beside, sketch.S(phone ? 400 : 198));
  const float line = sketch.LineOf(Type::kControl) - sketch.S(1);
  const float text = std::max(sketch.FlowHeight(runs, room), line);
  const float control = sketch.Control(28);
  float height = std::max({text + sketch.S(5), control + sketch.S(5), sketch.S(phone ? 52 : 45)});
  if (under) height = text + control + sketch.S(20);
  if (sight != nullptr && (y + height < sight->scroll_y - kRowsAround ||
                           y > sight->scroll_y + sight->height + kRowsAround))
    return height;
  const float text_top = under ? y + sketch.S(6) : std::round(y + (height - text) / 2);
  const float control_top =
      under ? y + sketch.S(12) + text : std::round(y + (height - control) / 2);

  Item label = MakeItem(ItemRole::kButton, "lever/" + row.id + ".label", row.label,
                        {x, under ? y : y + 1, room,
                         std::max(under ? text + sketch.S(8) : height - 2, sketch.target())});
  const std::string who =
      sketch.say().Chain(Key("{0}. {1}"), {row.who, sketch.say().Capital(row.note)});
  // It is long where many speak, and mostly it names no text.
  const std::string any = sketch.Say("text {0}", {"\n"});
  const bool named = who.find(any.substr(0, any.find('\n'))) != std::string::npos;
  std::string texts;
  for (const LeverMark& mark : row.marks)
    for (const LeverText& in :
         std::span(mark.texts).first(std::min(mark.texts.size(), kTextsTold))) {
      const std::string words = sketch.Say("text {0}", {in.letter});
      if ((named && who.find(words) != std::string::npos) || texts.find(words) != std::string::npos)
        continue;
      texts = sketch.say().Chain(Key("{0}. {1}"), {texts, sketch.say().Capital(words)});
    }
  label.description = sketch.say().Chain(Key("{0}. {1}"), {who, texts});
  label.press = row.inspect;
  sketch.Add(std::move(label));
  sketch.Flowed(x, text_top, runs, room);
  Marks(sketch, row, under ? x + width : x + width - segment - gap,
        under ? text_top + line / 2 : std::round(y + height / 2), true);
  sketch.Segment(under ? x : x + width - segment, control_top, "lever/" + row.id, row.label,
                 choices, !row.off_by.empty(),
                 row.off_by.empty() ? who : sketch.Say("Off, by definition: {0}", {row.off_by}));
  return height;
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
  if (scenario.redo) {
    ButtonSpec redo;
    redo.id = "levers/redo";
    redo.words = sketch.Say("Redo");
    redo.name = scenario.redo->words;
    redo.shortcut = scenario.redo->shortcut;
    redo.kind = ButtonKind::kSmall;
    redo.command = scenario.redo->command;
    buttons.push_back(std::move(redo));
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

// A line that shows or hides what moves no voice. Returns the height.
float DrawFold(Sketch& sketch, const LeverGroup& group, float x, float y, float width) {
  const float height = std::max(sketch.target(), sketch.S(36));
  const float left = x + sketch.S(18);
  const std::vector<Run> runs{{group.label, Type::kControlStrong, Ink::kInk},
                              {"  " + group.aside, Type::kCaption, Ink::kInkMute}};
  const float text = sketch.FlowHeight(runs, width - sketch.S(18));
  const float box = std::max(height, text + sketch.S(8));
  const bool shown = !group.rows.empty();
  const float middle = std::round(y + box / 2);
  const float s = sketch.S(4);
  if (shown)
    sketch.Put(TriangleShape({x + 2, middle - s + 2}, {x + 2 + 2 * s, middle - s + 2},
                             {x + 2 + s, middle + s - 1}, Ink::kInkSoft));
  else
    sketch.Put(TriangleShape({x + 3, middle - s}, {x + 3 + s + 2, middle}, {x + 3, middle + s},
                             Ink::kInkSoft));
  sketch.Flowed(left, y + (box - text) / 2, runs, width - sketch.S(18));
  Item item = MakeItem(ItemRole::kButton, "levers/fold",
                       sketch.Say("{0}: {1}", {group.label, group.aside}), {x, y, width, box});
  item.description = group.fold->words;
  item.expanded = shown ? Tri::kYes : Tri::kNo;
  item.press = group.fold->command;
  sketch.Add(std::move(item));
  return box;
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
  bottom += sketch.S(titled ? 2 : 8);
  bottom += sketch.Paragraph(
      x, bottom, width,
      sketch.Say("Switch a condition on or off. Open: you suppose nothing about it."),
      Type::kCaption, Ink::kInkMute);
  return bottom + sketch.S(14);
}

}  // namespace

LeversScene BuildLeversScene(const WhatIfModel& model, const ScenarioModel& scenario,
                             const Space& space, bool titled) {
  LeversScene result;
  Sketch sketch(space, "levers", Ink::kPaper);
  const float x = space.margin();
  // Where wires go on from here nothing is left free but for the scrollbar.
  const float width = space.width - x - (space.wide() ? kScrollRoom : space.margin());
  float y = sketch.S(15);

  y = DrawHeader(sketch, model, scenario, x, y, width, titled);

  int number = 0;
  std::size_t rows = 0;
  for (const LeverGroup& group : model.groups) rows += group.rows.size();
  const Space* sight = rows > kRowsInFull ? &space : nullptr;
  for (const LeverGroup& group : model.groups) {
    sketch.Open(MakeItem(ItemRole::kGroup, "levers/group/" + std::to_string(++number),
                         group.idle ? sketch.Say("Other conditions") : group.label));
    if (group.fold) {
      y += DrawFold(sketch, group, x, y, width);
    } else {
      y += sketch.Heading(x, y, width, group.label, Type::kLabel, 3, Ink::kInkSoft, {}, 2);
      y += sketch.S(5);
      sketch.HRule(x, y, width, Ink::kInkMute);
      y += 1;
    }
    for (const LeverRow& row : group.rows) {
      const float height = DrawRow(sketch, row, x, y, width, space.phone(), sight);
      if (row.lever != Lever::kOpen) result.starts.push_back({row.id, std::round(y + height / 2)});
      y += height;
      sketch.HRule(x, y, width, Ink::kLine);
      y += 1;
    }
    sketch.Close();
    y += sketch.S(8);
  }
  if (model.groups.empty())
    y += sketch.Paragraph(x, y, width, sketch.Say("No condition is linked to this outcome."),
                          Type::kControl, Ink::kInkSoft) +
         sketch.S(16);
  result.scene = sketch.Finish(y + sketch.S(8));
  return result;
}

}  // namespace proviso::view
