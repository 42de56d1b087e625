#include "core/views/what_if/scene.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/canvas/choice_button.h"
#include "core/canvas/sketch.h"
#include "core/state/scenario.h"
#include "core/views/what_if/scene_parts.h"
#include "core/views/what_if/wires.h"

namespace proviso::view {
namespace {

// What stands on the question's line: another outcome, and the scenario kept to compare with.
std::vector<ButtonSpec> HeadButtons(const Sketch& sketch, const WhatIfModel& model, float width) {
  std::vector<ButtonSpec> buttons;
  if (model.outcome) {
    ButtonSpec other = ChoiceButton(sketch, *model.outcome, "answers/outcome");
    // What is told begins with what is read, so that somebody can ask for it by voice.
    const std::string now = std::move(other.words);
    other.words = sketch.Say("Another outcome");
    other.name = sketch.Say("{0}: {1}", {other.words, now});
    buttons.push_back(std::move(other));
  }
  ButtonSpec keep;
  if (!model.beside_words.empty()) {
    keep.id = "answers/swap";
    keep.words = sketch.Say("Swap the two");
    keep.command = SwapBeside{};
    buttons.push_back(keep);
    keep.id = "answers/drop";
    keep.words = sketch.Say("Close comparison");
    keep.command = DropBeside{};
    buttons.push_back(std::move(keep));
  } else if (model.supposed > 0) {
    keep.id = "answers/keep";
    keep.words = sketch.Say("Keep to compare");
    keep.description = sketch.Say("Keep this scenario to compare with");
    keep.command = KeepBeside{};
    buttons.push_back(std::move(keep));
  }
  for (ButtonSpec& button : buttons) {
    button.kind = ButtonKind::kSmall;
    button.max_width = width;
  }
  return buttons;
}

// The scenario beside this one, and the name of this one. Returns the height.
float DrawBesideLine(Sketch& sketch, const WhatIfModel& model, float x, float y, float width) {
  if (model.beside_words.empty()) return 0;
  const float start = y;
  const std::string words =
      sketch.Say(model.beside_name.empty() ? "Beside it: if {0}" : "Beside it ({1}): if {0}",
                 {model.beside_words, model.beside_name});
  y += sketch.Paragraph(x, y, width, words, Type::kControl, Ink::kInkSoft, 0, "answers/beside") +
       sketch.S(4);
  if (model.supposed > 0) {
    const std::string label = sketch.Say("Name of this scenario");
    const float height = sketch.ButtonHeight(ButtonKind::kSmall);
    const float used = std::ceil(sketch.Width(Type::kCaption, label)) + sketch.S(8);
    const bool beside = used + sketch.S(160) <= width;
    sketch.Words(x, beside ? y + (height - sketch.LineOf(Type::kCaption)) / 2 : y, label,
                 Type::kCaption, Ink::kInkMute, width);
    if (!beside) y += sketch.LineOf(Type::kCaption) + sketch.S(2);
    FieldSpec name;
    name.id = "answers/name";
    name.name = label;
    name.value = model.name;
    name.typed = SetField{"name", ""};
    name.role = ItemRole::kTextField;
    const float left = beside ? x + used : x;
    sketch.Field({left, y, std::min(sketch.S(240), x + width - left), height}, name);
    y += height;
  }
  return y + sketch.S(6) - start;
}

// What is supposed, the outcome as a question, what changed; buttons on the question's line.
// Returns the bottom.
float DrawHead(Sketch& sketch, const WhatIfModel& model, float x, float y, float width, bool phone,
               bool bare) {
  if (model.supposed > 0 && phone) {
    y += sketch.Paragraph(x, y, width, SuppositionRuns(model, Type::kControl, Type::kControlStrong),
                          0, "answers/supposition") +
         sketch.S(2);
  } else if (model.supposed > 0 && !bare) {
    // The question's line is high, and reaches a little into this one.
    y += sketch.Paragraph(x, y, width, model.supposition, Type::kBody, Ink::kInkSoft, 0,
                          "answers/supposition") -
         sketch.S(3);
    sketch.scene().items.back().rect.h -= sketch.S(3);
  }
  const std::vector<ButtonSpec> buttons =
      bare ? std::vector<ButtonSpec>() : HeadButtons(sketch, model, width);
  float used = 0;
  for (const ButtonSpec& button : buttons) used += sketch.ButtonWidth(button) + sketch.S(8);
  const bool beside = used > 0 && width - used >= sketch.S(360);
  const Type type = phone ? Type::kH2 : width < sketch.S(480) ? Type::kH1Phone : Type::kH1;
  const float question = y;
  y += sketch.Heading(x, y, beside ? width - used - sketch.S(8) : width, model.question, type, 1,
                      Ink::kInk, "answers/question");
  if (beside) {
    float at = x + width - used + sketch.S(8);
    for (const ButtonSpec& button : buttons)
      at += sketch.Button(at, question + sketch.S(8), button).w + sketch.S(8);
  }
  y += sketch.S(1);
  if (phone) {
    if (!model.brief.empty())
      y += sketch.Paragraph(x, y, width, model.brief, Type::kMeta, Ink::kInkSoft, 0,
                            "answers/summary");
    return y;
  }
  std::vector<Run> summary;
  if (!model.lead.empty()) summary.push_back({model.lead, Type::kBodyStrong, Ink::kInk});
  if (!model.summary.empty())
    summary.push_back({(summary.empty() ? "" : " ") + model.summary, Type::kBody, Ink::kInkSoft});
  y += sketch.Paragraph(x, y, width, summary, 0, "answers/summary");
  if (!beside && !buttons.empty())
    y += sketch.S(8) + sketch.ButtonRow(x, y + sketch.S(8), width, buttons);
  return y;
}

// Where nobody answers: the conditions that most voices link. Returns the bottom.
float DrawSuggested(Sketch& sketch, const WhatIfModel& model, float x, float y, float width) {
  y += sketch.S(14);
  y += sketch.Paragraph(x, y, width, sketch.Say("Switch a condition to see who answers."),
                        Type::kBody, Ink::kInkSoft, 0, "answers/nobody") +
       sketch.S(8);
  std::vector<ButtonSpec> levers;
  for (const LeverRow& row : model.suggested) {
    ButtonSpec lever;
    lever.id = "answers/suppose/" + row.id;
    lever.words = sketch.Say("If “{0}”", {row.label});
    lever.kind = ButtonKind::kSmall;
    lever.command = row.set_on;
    lever.max_width = width;
    levers.push_back(std::move(lever));
  }
  return y + sketch.ButtonRow(x, y, width, levers) + sketch.S(14);
}

}  // namespace

Scene BuildAnswersScene(const WhatIfModel& model, const WiresPlan& wires, const AnswersPlace& place,
                        const Space& space) {
  Sketch sketch(space, "answers", Ink::kPaper);
  const float x = place.gutter > 0 ? place.gutter + sketch.S(16) : space.margin();
  const float width = space.width - x - space.margin();
  float y = sketch.S(space.phone() ? 11 : model.supposed > 0 && !place.bare ? 14 : 10);
  if (!model.empty.empty()) {
    y += sketch.Heading(x, y, width, sketch.Say("What if"), Type::kH1Phone, 1, Ink::kInk,
                        "answers/question");
    y += sketch.S(8) + sketch.Paragraph(x, y + sketch.S(8), width, model.empty, Type::kBody,
                                        Ink::kInkSoft, 0, "answers/empty");
    return sketch.Finish(y + sketch.S(24));
  }
  const float head = y + sketch.S(4);
  y = DrawHead(sketch, model, x, y, width, space.phone(), space.phone() || place.bare);
  if (place.gutter > 0) sketch.Fill({place.gutter, head, 4, y - head}, Ink::kInk);
  if (const float beside = DrawBesideLine(sketch, model, x, y + sketch.S(8), width); beside > 0)
    y += sketch.S(8) + beside;
  if (place.change) {
    y += sketch.S(10);
    ButtonSpec change;
    change.id = "answers/change";
    change.max_width = width;
    change.words = sketch.Say("Change conditions ({0})", {std::to_string(model.supposed)});
    change.kind = ButtonKind::kMain;
    change.command = ShowDialog{Dialog::kLevers};
    y += sketch.Button(x, y, change).h + sketch.S(4);
  }
  std::vector<ChartPlace> places;
  y += sketch.S(place.dense ? 2 : 7);
  if (width >= LeastChartWidth(sketch)) {
    ChartLook look;
    if (place.dense) {
      look.row = 34;
      look.step_row = 27;
    }
    y = DrawChart(sketch, {x, y, width, 0}, model.chart, look, &places) + sketch.S(7);
  }
  // On a phone the voices come first, and who has none of it to say after them.
  if (!space.phone()) y = DrawTray(sketch, model, x, y, width, &places) + sketch.S(6);
  if (place.gutter > 0) DrawWires(&sketch, wires, places, place.gutter + sketch.S(16) - 12);
  sketch.HRule(space.phone() ? 0 : x, y, space.phone() ? space.width : width, Ink::kInk, 3);
  y += 3;
  if (!model.suggested.empty()) y = DrawSuggested(sketch, model, x, y, width);
  y = space.phone() ? DrawPhoneVoices(sketch, model.columns, x, y, space.width)
                    : DrawColumns(sketch, model.columns, x, y, width, space.wide() ? 3 : 2);
  if (model.more_columns > 0)
    y += sketch.Paragraph(
             x, y, width,
             sketch.Say("{0} further answers are not shown.", {std::to_string(model.more_columns)}),
             Type::kCaption, Ink::kInkMute) +
         sketch.S(8);
  if (space.phone()) {
    y = DrawTray(sketch, model, x, y + sketch.S(8), width, &places) + sketch.S(8);
    y += sketch.ButtonRow(x, y, width, HeadButtons(sketch, model, width));
  }
  return sketch.Finish(y + sketch.S(16));
}

Scene BuildSupposedScene(const ScenarioModel& scenario, const Space& space) {
  Sketch sketch(space, "supposed", Ink::kSunken);
  const float height = space.height, middle = std::round((height - 1) / 2);
  sketch.HRule(0, height - 1, space.width, Ink::kLine);
  ButtonSpec all;
  all.id = "supposed/all";
  all.words = sketch.Say("All conditions…");
  all.kind = ButtonKind::kSmall;
  all.command = ShowDialog{Dialog::kLevers};
  const float button = std::round(middle - sketch.ButtonHeight(ButtonKind::kSmall) / 2);
  ButtonSpec undo;
  undo.id = "supposed/undo";
  undo.kind = ButtonKind::kSmall;
  undo.words = sketch.Say("Undo");
  float right = space.width - space.margin();
  if (scenario.undo) {
    undo.name = scenario.undo->words;
    undo.shortcut = scenario.undo->shortcut;
    undo.command = scenario.undo->command;
    right -= sketch.ButtonWidth(undo);
    if (right < space.width / 2) right = space.width - space.margin();
  }
  ButtonSpec redo;
  redo.id = "supposed/redo";
  redo.kind = ButtonKind::kSmall;
  redo.words = sketch.Say("Redo");
  const bool redoes = scenario.redo && space.width >= sketch.S(900);
  if (redoes) {
    redo.name = scenario.redo->words;
    redo.shortcut = scenario.redo->shortcut;
    redo.command = scenario.redo->command;
    right -= sketch.ButtonWidth(redo) + sketch.S(8);
  }
  float x = space.margin();
  const float label = middle - sketch.LineOf(Type::kLabel) / 2;
  sketch.Text(x, label, right - x, sketch.Say("Suppose"), Type::kLabel, Ink::kInkSoft);
  x += std::ceil(sketch.Width(Type::kLabel, sketch.Say("Suppose"))) + sketch.S(12);
  const float limit = right - sketch.S(8) - sketch.ButtonWidth(all) - sketch.S(8);
  const float top = std::round(middle - sketch.Control(34) / 2);
  std::size_t drawn = 0;
  for (const SupposedChip& chip : scenario.supposed) {
    const float more = drawn + 1 < scenario.supposed.size() ? sketch.S(70) : 0;
    if (limit - more - x < sketch.S(160)) break;
    x += sketch.IfChip(x, top, "supposed/if/" + chip.proposition, chip.prefix, chip.label,
                       chip.inspect, chip.remove, std::min(limit - more - x, sketch.S(340))) +
         sketch.S(8);
    ++drawn;
  }
  if (drawn < scenario.supposed.size())
    all.words = sketch.Say("+{0} more", {std::to_string(scenario.supposed.size() - drawn)});
  const std::string none = sketch.Say("Nothing supposed");
  if (scenario.supposed.empty() && x + sketch.Width(Type::kControl, none) < limit) {
    sketch.Text(x, middle - sketch.LineOf(Type::kControl) / 2, limit - x, none, Type::kControl,
                Ink::kInkSoft);
    x += std::ceil(sketch.Width(Type::kControl, none)) + sketch.S(10);
  }
  all.max_width = std::max(right - sketch.S(8) - x, sketch.target());
  const float all_x = std::max(x, right - sketch.S(8) - sketch.ButtonWidth(all));
  sketch.Button(all_x, button, all);
  float at = right;
  if (scenario.undo && right < space.width - space.margin())
    at += sketch.Button(at, button, undo).w + sketch.S(8);
  if (redoes) sketch.Button(at, button, redo);
  return sketch.Finish(height);
}

Scene BuildSupposeBarScene(const WhatIfModel& model, const ScenarioModel& scenario,
                           const Space& space) {
  Sketch sketch(space, "suppose", Ink::kPaper);
  sketch.HRule(0, 0, space.width, Ink::kInk);
  const float x = space.margin(), y = sketch.S(10);
  float right = space.width - space.margin();
  ButtonSpec undo;
  undo.id = "suppose/undo";
  undo.words = sketch.Say("Undo");
  if (scenario.undo) {
    undo.name = scenario.undo->words;
    undo.command = scenario.undo->command;
    right -= sketch.ButtonWidth(undo) + sketch.S(8);
  }
  ButtonSpec change;
  change.id = "suppose/change";
  change.words = sketch.Say("Change conditions ({0})", {std::to_string(model.supposed)});
  change.kind = ButtonKind::kMain;
  change.command = ShowDialog{Dialog::kLevers};
  change.min_width = change.max_width = right - x;
  const Rect box = sketch.Button(x, y, change);
  if (scenario.undo) sketch.Button(right + sketch.S(8), y, undo);
  return sketch.Finish(box.bottom() + sketch.S(10));
}

}  // namespace proviso::view
