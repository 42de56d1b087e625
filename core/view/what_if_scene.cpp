#include "core/view/what_if_scene.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/view/choice_scene.h"
#include "core/view/sketch.h"
#include "core/view/wires.h"

namespace proviso::view {
namespace {

constexpr std::size_t kMostSaid = 4;  // Beyond, the actor's profile has them.
constexpr std::size_t kMostAway = 8;
constexpr std::size_t kMostStatus = 6;

Run Plain(std::string text, Type type, Ink ink) {
  Run run;
  run.text = std::move(text);
  run.type = type;
  run.ink = ink;
  return run;
}

float NameHeight(const Sketch& sketch, const ViewColumn& column, float width) {
  return sketch.FlowHeight({Plain(column.name, Type::kAnswer, Ink::kInk)}, width, 2);
}

// Where a part of another type stands in a sentence, whose language says where.
constexpr std::string_view kHole = "\x01";

// `words` in the type of `like`, with `part` in the place of the hole.
std::vector<Run> Around(const std::string& words, Run part, const Run& like) {
  const std::size_t hole = words.find(kHole);
  std::vector<Run> runs;
  const auto add = [&](std::string text) {
    if (text.empty()) return;
    runs.push_back(like);
    runs.back().text = std::move(text);
  };
  add(words.substr(0, hole));
  runs.push_back(std::move(part));
  if (hole != std::string::npos) add(words.substr(hole + kHole.size()));
  return runs;
}

float ThroughHeight(const Sketch& sketch, const ViewColumn& column, float width) {
  return sketch.FlowHeight({Plain(column.through, Type::kCaption, Ink::kInkMute)}, width, 3);
}

// The holder's name, which leads to its profile. Returns the height.
float DrawName(Sketch& sketch, const ViewColumn& column, float x, float y, float width, Type type,
               std::size_t lines) {
  const std::vector<Run> runs{Plain(column.name, type, Ink::kInk)};
  const float height = sketch.Flowed(x, y, runs, width, lines);
  const float target = std::max(height, sketch.target());
  Item item = MakeItem(ItemRole::kLink, "answer/" + column.key + ".name", column.name,
                       {x, std::round(y - (target - height) / 2), width, target});
  item.press = column.open_actor;
  sketch.Add(std::move(item));
  return height;
}

constexpr std::size_t kLevelLines = 3;

float LevelHeight(const Sketch& sketch, const Strength& level, float width) {
  return sketch.S(5) + sketch.LineOf(Type::kLabel) + sketch.S(22) +
         sketch.FlowHeight({Plain(level.words, Type::kAnswer, Ink::kInk)}, width, kLevelLines) +
         sketch.S(8);
}

void DrawLevel(Sketch& sketch, const Strength& level, float x, float y, float width) {
  y += sketch.Text(x, y, width, sketch.Say("How likely"), Type::kLabel, Ink::kInkSoft);
  y += sketch.S(2);
  const float middle = std::round(y + sketch.S(9));
  const float caption = middle - sketch.LineOf(Type::kCaption) / 2;
  float at = x;
  const std::string least = sketch.Say("won’t"), most = sketch.Say("will");
  const float ends = sketch.Width(Type::kCaption, least) + sketch.Width(Type::kCaption, most);
  const bool roomy = ends + sketch.RulerWidth(18) + sketch.S(20) <= width;
  if (level.ruler != Ruler::kAbsent && roomy)
    at += sketch.Words(at, caption, least, Type::kCaption, Ink::kInkMute) + sketch.S(8);
  at += sketch.LevelRuler(at, middle, level, roomy ? 18 : 14) + sketch.S(10);
  if (level.ruler != Ruler::kAbsent && roomy)
    sketch.Words(at, caption, most, Type::kCaption, Ink::kInkMute);
  y += sketch.S(20);
  Run words =
      Plain(level.words, Type::kAnswer, level.ruler == Ruler::kEmpty ? Ink::kInkMute : Ink::kInk);
  // A flat “will” is no hedge.
  words.hedge = level.ruler == Ruler::kSegments && level.in_favour < 4 && level.against < 4;
  sketch.Paragraph(x, y, width, {words}, kLevelLines);
}

float DirectionHeight(const Sketch& sketch, const SignMark& direction, float width) {
  const float words = sketch.FlowHeight({Plain(direction.words, Type::kAnswer, Ink::kInk)},
                                        width - sketch.S(34), 3);
  return sketch.LineOf(Type::kLabel) + sketch.S(5) + std::max(sketch.S(26), words) + sketch.S(14);
}

void DrawDirection(Sketch& sketch, const SignMark& direction, float x, float y, float width) {
  y += sketch.Text(x, y, width, sketch.Say("Which way it pushes"), Type::kLabel, Ink::kInkSoft);
  y += sketch.S(5);
  const Ink ink = direction.sign == Sign::kSilent ? Ink::kInkMute : Ink::kInk;
  const std::vector<Run> runs{Plain(direction.words, Type::kAnswer, ink)};
  const float words = sketch.FlowHeight(runs, width - sketch.S(34), 3);
  const float height = std::max(sketch.S(26), words);
  sketch.Sign(direction, x, y + height / 2, 26);
  sketch.Paragraph(x + sketch.S(34), std::round(y + (height - words) / 2), width - sketch.S(34),
                   runs, 3);
}

// One thing said: on which condition, in which words, how firmly, where. Returns the height.
float DrawSaid(Sketch& sketch, const Said& said, const std::string& id, float x, float y,
               float width, bool with_strength) {
  const float start = y;
  Item item = MakeItem(ItemRole::kButton, id, said.text.plain(), {});
  item.press = said.open;
  item.description = said.lead;
  const float mark = with_strength ? sketch.S(24) : 0;
  std::vector<Run> runs;
  if (!said.lead.empty()) {
    const std::vector<Run> lead{Plain(said.lead, Type::kCaption, Ink::kInkSoft)};
    y += sketch.Flowed(x + mark, y, lead, width - mark, 3) + sketch.S(1);
  }
  const float first = sketch.LineOf(said.lead.empty() ? Type::kReading : Type::kCaption);
  if (with_strength) sketch.Sign(said.sign, x, start + first / 2, 16);
  y += sketch.Flowed(x + mark, y, RunsOf(said.text), width - mark);
  item.rect = {x, start, width, std::max(y - start, sketch.target())};
  if (!said.strength.words.empty())
    item.name =
        sketch.Say("{0} {1}##sentences", {item.name, sketch.Say("{0}.", {said.strength.words})});
  sketch.Add(std::move(item));
  y = std::max(y, start + sketch.target()) + sketch.S(2);
  std::string note = with_strength ? said.strength.words : "";
  if (!said.note.empty()) note += (note.empty() ? "" : " · ") + said.note;
  float used = 0;
  if (!note.empty())
    used = sketch.Paragraph(x + mark, y + sketch.S(2), width - mark, note, Type::kCaption,
                            Ink::kInkMute, 3) +
           sketch.S(4);
  y += used;
  y += sketch.RefChips(x + mark, y, width - mark, said.refs);
  return y - start;
}

/// A reading of the scenario that stands beside: its level and direction in a line.
float DrawBeside(Sketch& sketch, const BesideAnswer& beside, const std::string& id, float x,
                 float y, float width) {
  const std::string words =
      sketch.Say(beside.direction ? "Beside: {0}; {1}" : "Beside: {0}",
                 {beside.level.words, beside.direction ? beside.direction->words : std::string()});
  const std::vector<Run> runs{Plain(words, beside.differs ? Type::kControlStrong : Type::kControl,
                                    beside.differs ? Ink::kInk : Ink::kInkMute)};
  const float sign = beside.direction ? sketch.S(26) : 0;
  if (beside.direction)
    sketch.Sign(*beside.direction, x, y + sketch.LineOf(Type::kControl) / 2, 18);
  const float height = sketch.Flowed(x + sign, y, runs, width - sign, 3);
  sketch.Add(MakeItem(ItemRole::kText, id, words, {x, y, width, height}));
  return height;
}

float DrawNear(Sketch& sketch, const NearLine& near, const std::string& id, float x, float y,
               float width) {
  const float indent = near.sign.sign == Sign::kSilent ? 0 : sketch.S(24);
  if (indent > 0) sketch.Sign(near.sign, x, y + sketch.LineOf(Type::kControl) / 2, 16);
  const std::string words = sketch.Say("Near: {0}", {near.words});
  const std::vector<Run> runs{Plain(words, Type::kControl, Ink::kInkSoft)};
  const float height = sketch.Flowed(x + indent, y, runs, width - indent);
  Item item =
      MakeItem(ItemRole::kButton, id, words, {x, y, width, std::max(height, sketch.target())});
  item.press = near.open;
  sketch.Add(std::move(item));
  return std::max(height, sketch.target());
}

// A column; its blocks start where those of its neighbours do. Returns the bottom.
float DrawColumn(Sketch& sketch, const ViewColumn& column, float x, float y, float width,
                 float head, float level, float direction) {
  const std::string id = "answer/" + column.key;
  sketch.Open(
      MakeItem(ItemRole::kGroup, id, sketch.Say("{0}, {1}", {column.name, column.through})));
  const float name = DrawName(sketch, column, x, y, width, Type::kAnswer, 2);
  sketch.Paragraph(x, y + name + sketch.S(1), width, column.through, Type::kCaption, Ink::kInkMute,
                   3);
  y += head;
  SignMark no_direction;
  no_direction.words = sketch.Say("No direction");
  DrawLevel(sketch, column.level, x, y, width);
  y += level;
  if (direction > 0) DrawDirection(sketch, column.direction.value_or(no_direction), x, y, width);
  y += direction;
  if (column.beside)
    y += DrawBeside(sketch, *column.beside, id + ".beside", x, y, width) + sketch.S(10);
  if (!column.lead.empty())
    y += sketch.Paragraph(x, y, width, sketch.Say("{0}.", {column.lead}), Type::kCaption,
                          Ink::kInkSoft) +
         sketch.S(6);
  if (!column.said.empty() || !column.near.empty())
    y += sketch.Text(x, y, width, sketch.Say("Why"), Type::kLabel, Ink::kInkSoft) + sketch.S(3);
  const std::size_t count = std::min(kMostSaid, column.said.size());
  for (std::size_t i = 0; i < count; ++i)
    y += DrawSaid(sketch, column.said[i], id + "/" + column.said[i].claim, x, y, width,
                  column.said.size() > 1) +
         sketch.S(8);
  for (const NearLine& near : column.near)
    y += DrawNear(sketch, near, id + "/near/" + near.proposition, x, y, width) + sketch.S(4);
  for (const std::string& note : column.notes)
    y += sketch.Paragraph(x, y, width, note, Type::kCaption, Ink::kInkMute) + sketch.S(2);
  const float pad = std::max(0.0f, (sketch.target() - sketch.LineOf(Type::kControlStrong)) / 2);
  std::string words = column.why_words;
  if (count < column.said.size())
    words = sketch.Say("{0}, {1} more claims", {words, std::to_string(column.said.size() - count)});
  sketch.LinkText(x, y + pad, words, Type::kControlStrong, id + ".why", column.why, width,
                  sketch.Say("{0} {1}##a question, whose answer", {words, column.name}));
  y += sketch.target() + sketch.S(4);
  sketch.Close();
  return y;
}

// Columns in rows of as many as fit. Returns the bottom.
float DrawColumns(Sketch& sketch, const std::vector<ViewColumn>& columns, float x, float y,
                  float width) {
  const float least = sketch.S(248);
  const std::size_t fit = std::max<std::size_t>(1, static_cast<std::size_t>(width / least));
  const std::size_t across =
      std::min({fit, std::max<std::size_t>(columns.size(), 1), std::size_t{4}});
  const float pitch = width / static_cast<float>(across);
  const float pad = sketch.S(19);
  for (std::size_t from = 0; from < columns.size(); from += across) {
    const std::size_t to = std::min(columns.size(), from + across);
    if (from > 0) {
      sketch.HRule(x, y, width, Ink::kLine);
      y += 1;
    }
    const float top = y;
    float head = 0, level = 0, direction = 0;
    const auto inner = [&](std::size_t i) { return pitch - (i == from ? 0 : pad) - pad; };
    for (std::size_t i = from; i < to; ++i) {
      const ViewColumn& column = columns[i];
      head = std::max(head, NameHeight(sketch, column, inner(i)) +
                                ThroughHeight(sketch, column, inner(i)) + sketch.S(11));
      level = std::max(level, LevelHeight(sketch, column.level, inner(i)));
      if (column.direction)
        direction = std::max(direction, DirectionHeight(sketch, *column.direction, inner(i)));
    }
    float bottom = y;
    for (std::size_t i = from; i < to; ++i) {
      const float left = std::round(x + pitch * static_cast<float>(i - from));
      bottom = std::max(bottom, DrawColumn(sketch, columns[i], left + (i == from ? 0 : pad),
                                           y + sketch.S(13), inner(i), head, level, direction));
    }
    y = bottom + sketch.S(6);
    for (std::size_t i = from + 1; i < from + across; ++i)
      sketch.VRule(x + pitch * static_cast<float>(i - from), top, y - top, Ink::kLine);
    y += sketch.S(8);
  }
  return y;
}

float DrawAway(Sketch& sketch, const ViewColumn& column, float x, float y, float width) {
  sketch.Open(MakeItem(ItemRole::kGroup, "away/" + column.key, column.name));
  const float sign = sketch.Sign(Glyph::kOneAway, x, y + sketch.LineOf(Type::kBodyStrong) / 2, 20);
  const float left = x + sign + sketch.S(8);
  y += std::max(DrawName(sketch, column, left, y, width - (left - x), Type::kBodyStrong, 2),
                sketch.target()) +
       sketch.S(1);
  y += sketch.Paragraph(x, y, width, column.through, Type::kCaption, Ink::kInkMute, 2);
  y += sketch.S(5);
  for (const Missing& missing : column.missing) {
    y += sketch.Paragraph(
        x, y, width,
        Around(sketch.Say(missing.needed == Lever::kOff ? "Needs the absence of {0}" : "Needs {0}",
                          {kHole}),
               Plain(missing.label, Type::kControlStrong, Ink::kInk),
               Plain({}, Type::kControl, Ink::kInk)),
        3);
    y += sketch.S(7);
    ButtonSpec suppose;
    suppose.id = "away/" + column.key + "/" + missing.proposition;
    suppose.words = sketch.Say("Suppose it too");
    suppose.name = sketch.Say("Suppose it too: {0}", {missing.label});
    suppose.kind = ButtonKind::kSmall;
    suppose.command = missing.suppose;
    suppose.max_width = width;
    y += sketch.Button(x, y, suppose).h + sketch.S(6);
  }
  sketch.Close();
  return y;
}

float DrawOneAway(Sketch& sketch, const std::vector<ViewColumn>& columns, float x, float y,
                  float width) {
  sketch.HRule(x, y, width, Ink::kInk);
  y += sketch.S(9);
  const std::string words = sketch.Say("One condition away");
  const float title = std::ceil(sketch.Width(Type::kBodyStrong, words)) + 1;
  const std::string aside = sketch.Say("silent now, and this is what is missing");
  const float gap = sketch.S(8);
  const bool beside = title + gap + sketch.Width(Type::kCaption, aside) <= width;
  y += sketch.Heading(x, y, beside ? title : width, words, Type::kBodyStrong, 2);
  if (beside)
    sketch.Text(x + title + gap,
                y - sketch.LineOf(Type::kBodyStrong) + sketch.BaseOf(Type::kBodyStrong) -
                    sketch.BaseOf(Type::kCaption),
                width - title - gap, aside, Type::kCaption, Ink::kInkMute);
  else
    y += sketch.Paragraph(x, y, width, aside, Type::kCaption, Ink::kInkMute);
  y += sketch.S(8);
  const std::size_t count = std::min(kMostAway, columns.size());
  const std::size_t across = std::clamp<std::size_t>(
      static_cast<std::size_t>(width / sketch.S(215)), 1, std::min<std::size_t>(4, count));
  const float pitch = width / static_cast<float>(across), pad = sketch.S(16);
  for (std::size_t from = 0; from < count; from += across) {
    const float top = y;
    float bottom = y;
    for (std::size_t i = from; i < std::min(count, from + across); ++i) {
      const float left = std::round(x + pitch * static_cast<float>(i - from));
      const float inset = i == from ? 0 : pad;
      bottom = std::max(bottom, DrawAway(sketch, columns[i], left + inset, y, pitch - inset - pad));
    }
    for (std::size_t i = from + 1; i < std::min(count, from + across); ++i)
      sketch.DashedVRule(x + pitch * static_cast<float>(i - from), top, bottom - top - sketch.S(4),
                         Ink::kControlLine);
    y = bottom + sketch.S(8);
  }
  if (count < columns.size())
    y += sketch.Paragraph(x, y, width,
                          sketch.Say("{0} more are one condition away.",
                                     {std::to_string(columns.size() - count)}),
                          Type::kCaption, Ink::kInkMute) +
         sketch.S(8);
  return y;
}

float DrawSilent(Sketch& sketch, const WhatIfModel& model, float x, float y, float width) {
  sketch.DashedHRule(x, y, width, Ink::kInk);
  y += sketch.S(11);
  sketch.Sign(Glyph::kSilent, x, y + sketch.LineOf(Type::kControl) / 2, 22);
  std::vector<std::string> holders;
  for (const SilentHolder& holder : model.silent)
    holders.push_back(holder.note.empty() ? holder.name
                                          : sketch.Say("{0} ({1})", {holder.name, holder.note}));
  const std::string names = " " + sketch.say().Chain(Key("{0}, {1}##of a list"), holders);
  y += sketch.Paragraph(x + sketch.S(34), y, width - sketch.S(34),
                        {Plain(sketch.Say("Say nothing on this, whatever you suppose:"),
                               Type::kControlStrong, Ink::kInk),
                         Plain(names, Type::kControl, Ink::kInkSoft)},
                        0, "answers/silent");
  return y + sketch.S(10);
}

float DrawStatus(Sketch& sketch, const WhatIfModel& model, float x, float y, float width) {
  sketch.DashedHRule(x, y, width, Ink::kInk);
  y += sketch.S(11);
  sketch.Sign(Glyph::kStatus, x, y + sketch.LineOf(Type::kControl) / 2, 20);
  const float left = x + sketch.S(34), room = width - sketch.S(34);
  sketch.Open(MakeItem(ItemRole::kGroup, "status", sketch.Say("Up to the dates of writing")));
  y += sketch.Heading(left, y, room, sketch.Say("Up to the dates of writing"), Type::kControlStrong,
                      2, Ink::kInk, {}, 1) +
       sketch.S(2);
  const std::size_t count = std::min(kMostStatus, model.status.size());
  for (std::size_t i = 0; i < count; ++i) {
    const StatusLine& line = model.status[i];
    float refs = 0;
    for (const Ref& ref : line.refs) refs += sketch.RefChipWidth(ref) + sketch.S(12);
    const bool beside = refs < room / 3;
    const float words = beside ? room - refs - sketch.S(8) : room;
    std::vector<Run> runs{Plain(sketch.Say("{0}: ##before what is said", {line.name}),
                                Type::kControlStrong, Ink::kInk)};
    for (Run& run : RunsOf(line.text, Type::kControl, Type::kControlStrong, Ink::kInkSoft))
      runs.push_back(std::move(run));
    const std::string end = sketch.say().Chain(Key("{0}, {1}"), {line.words, line.as_of});
    if (!end.empty()) runs.push_back(Plain(" " + end, Type::kCaption, Ink::kInkMute));
    const float height = std::max(sketch.FlowHeight(runs, words, 4), sketch.target());
    sketch.Flowed(left, y + sketch.S(2), runs, words, 4);
    Item item =
        MakeItem(ItemRole::kButton, "status/" + line.claim,
                 sketch.Say("{0}: {1}", {line.name, line.text.plain()}), {left, y, words, height});
    item.description = end;
    item.press = line.open;
    sketch.Add(std::move(item));
    if (beside) {
      if (!line.refs.empty()) sketch.RefChips(left + words + sketch.S(8), y, refs, line.refs);
      y += std::max(height, sketch.RefChipHeight());
    } else {
      y += height + sketch.RefChips(left, y + height, room, line.refs);
    }
    y += sketch.S(4);
  }
  sketch.Close();
  if (count < model.status.size())
    y += sketch.Text(left, y, room,
                     sketch.Say("{0} more", {std::to_string(model.status.size() - count)}),
                     Type::kCaption, Ink::kInkMute);
  return y + sketch.S(8);
}

float DrawOutcomes(Sketch& sketch, const WhatIfModel& model, float x, float y, float width) {
  if (!model.outcome) return 0;
  ButtonSpec other = ChoiceButton(sketch, *model.outcome, "answers/outcome");
  // What is told begins with what is read, so that somebody can ask for it by voice.
  const std::string now = std::move(other.words);
  other.words = sketch.Say("Ask about another outcome");
  other.name = sketch.Say("{0}: {1}", {other.words, now});
  other.max_width = width;
  return sketch.Button(x, y, other).h;
}

// Header: what is supposed, the outcome as a question, how many answer. Returns the bottom.
float DrawHeader(Sketch& sketch, const WhatIfModel& model, float x, float y, float width,
                 bool phone) {
  // On a phone the chips above say what is supposed.
  const bool chips = phone && model.supposed > 0;
  y += sketch.Paragraph(
      x, y, width, chips ? sketch.Say("Then, would it happen?") : model.supposition,
      chips ? Type::kLabel : Type::kBody, Ink::kInkSoft, 4, "answers/supposition");
  const Type type = phone || width < sketch.S(480) ? Type::kH1Phone : Type::kH1;
  y += sketch.Heading(x, y, width, model.question, type, 1, Ink::kInk, "answers/question");
  y += sketch.S(2);
  y += sketch.Paragraph(x, y, width, model.counts, Type::kBody, Ink::kInkSoft, 0, "answers/counts");
  return y;
}

// The scenario by name, and the one beside it. Returns the height.
float DrawScenarios(Sketch& sketch, const WhatIfModel& model, float x, float y, float width) {
  const float start = y;
  if (!model.beside_words.empty()) {
    const std::string words =
        sketch.Say(model.beside_name.empty() ? "Beside it: if {0}" : "Beside it ({1}): if {0}",
                   {model.beside_words, model.beside_name});
    y += sketch.Paragraph(x, y, width, words, Type::kControl, Ink::kInkSoft, 3, "answers/beside") +
         sketch.S(4);
  }
  std::vector<ButtonSpec> buttons(1);
  buttons[0].id = "answers/keep";
  buttons[0].words = sketch.Say("Keep to compare");
  buttons[0].name = sketch.Say("Keep this scenario to compare with");
  buttons[0].command = KeepBeside{};
  if (!model.beside_words.empty()) {
    buttons[0].id = "answers/swap";
    buttons[0].words = sketch.Say("Swap the two");
    buttons[0].name.clear();
    buttons[0].command = SwapBeside{};
    ButtonSpec drop;
    drop.id = "answers/drop";
    drop.words = sketch.Say("Close comparison");
    drop.command = DropBeside{};
    buttons.push_back(std::move(drop));
  }
  for (ButtonSpec& button : buttons) button.kind = ButtonKind::kSmall;
  if (model.supposed > 0) {
    FieldSpec name;
    name.id = "answers/name";
    name.name = sketch.Say("Name of this scenario");
    name.value = model.name;
    name.placeholder = sketch.Say("Name this scenario");
    name.typed = SetField{"name", ""};
    name.role = ItemRole::kTextField;
    const float height = sketch.ButtonHeight(ButtonKind::kSmall);
    const float room = width - sketch.ButtonWidth(buttons.front()) - sketch.S(8);
    const bool beside = buttons.size() == 1 && room >= sketch.S(160);
    const float field = std::min(sketch.S(240), beside ? room : width);
    sketch.Field({x, y, field, height}, name);
    if (beside) {
      sketch.Button(x + field + sketch.S(8), y, buttons.front());
      return y + height - start;
    }
    y += height + sketch.S(8);
  }
  return y + sketch.ButtonRow(x, y, width, buttons) - start;
}

}  // namespace

Scene BuildAnswersScene(const WhatIfModel& model, const ScenarioModel& scenario,
                        const std::vector<WireStart>& wires, const AnswersPlace& place,
                        const Space& space) {
  Sketch sketch(space, "answers", Ink::kPaper);
  const float x = place.gutter > 0 ? place.gutter + sketch.S(16) : space.margin();
  const float width = space.width - x - space.margin();
  float y = sketch.S(20);
  if (!model.empty.empty()) {
    y += sketch.Heading(x, y, width, sketch.Say("What if"), Type::kH1Phone, 1, Ink::kInk,
                        "answers/question");
    y += sketch.S(8) + sketch.Paragraph(x, y + sketch.S(8), width, model.empty, Type::kBody,
                                        Ink::kInkSoft, 0, "answers/empty");
    return sketch.Finish(y + sketch.S(24));
  }
  if (!place.levers_beside && !scenario.supposed.empty()) {
    for (const SupposedChip& chip : scenario.supposed) {
      sketch.IfChip(x, y, "answers/if/" + chip.proposition, chip.prefix, chip.label, chip.inspect,
                    chip.remove, width);
      y += sketch.Control(34) + sketch.S(6);
    }
    y += sketch.S(6);
  }
  const float header = y;
  y = DrawHeader(sketch, model, x, y, width, space.phone());
  if (place.gutter > 0) DrawWires(&sketch, wires, {place.gutter, header, 4, y - header});
  y += sketch.S(8);
  const float outcomes = DrawOutcomes(sketch, model, x, y, width);
  if (outcomes > 0) y += outcomes + sketch.S(10);
  if (model.supposed > 0 || !model.beside_words.empty())
    y += DrawScenarios(sketch, model, x, y, width) + sketch.S(10);
  if (!place.levers_beside && !place.bar_below) {
    ButtonSpec change;
    change.id = "answers/change";
    change.max_width = width;
    change.words = sketch.Say("Change what you suppose ({0})", {std::to_string(model.supposed)});
    change.kind = ButtonKind::kMain;
    change.command = ShowDialog{Dialog::kLevers};
    y += sketch.Button(x, y, change).h + sketch.S(12);
  }
  y += sketch.S(4);
  sketch.HRule(x, y, width, Ink::kInk, 3);
  y += 3;
  y = DrawColumns(sketch, model.columns, x, y, width);
  if (model.more_columns > 0)
    y += sketch.Paragraph(
             x, y, width,
             sketch.Say("{0} further answers are not shown.", {std::to_string(model.more_columns)}),
             Type::kCaption, Ink::kInkMute) +
         sketch.S(8);
  if (model.columns.empty()) {
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
    y += sketch.ButtonRow(x, y, width, levers) + sketch.S(14);
  }
  if (!model.one_away.empty()) y = DrawOneAway(sketch, model.one_away, x, y, width);
  if (!model.silent.empty()) y = DrawSilent(sketch, model, x, y, width);
  if (!model.status.empty()) y = DrawStatus(sketch, model, x, y, width);
  return sketch.Finish(y + sketch.S(16));
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
  change.words = sketch.Say("Change what you suppose ({0})", {std::to_string(model.supposed)});
  change.kind = ButtonKind::kMain;
  change.command = ShowDialog{Dialog::kLevers};
  change.min_width = change.max_width = right - x;
  const Rect box = sketch.Button(x, y, change);
  if (scenario.undo) sketch.Button(right + sketch.S(8), y, undo);
  return sketch.Finish(box.bottom() + sketch.S(10));
}

}  // namespace proviso::view
