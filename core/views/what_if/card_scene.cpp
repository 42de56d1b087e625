// What if in somebody's page.

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/canvas/column.h"
#include "core/canvas/sketch.h"
#include "core/views/what_if/card.h"

namespace proviso::view {
namespace {

/// The measures of a card, in points at 100 % text.
struct CardLook {
  float margin, mark, name, level, refs, row, segment;
  Type strong;
};
constexpr CardLook kFourLook{20, 26, 194, 190, 92, 67, 12, Type::kControlStrong};
constexpr CardLook kChipsLook{16, 24, 146, 130, 0, 55, 9.25f, Type::kControlStrong};

std::vector<SegmentChoice> ChoicesOf(const Sketch& sketch, const CardCondition& condition) {
  std::vector<SegmentChoice> choices(3);
  choices[0] = {"off", sketch.Say("Off"), condition.lever == Lever::kOff, false, condition.set_off};
  choices[1] = {"open", sketch.Say("Open"), condition.lever == Lever::kOpen, true,
                condition.set_open};
  choices[2] = {"on", sketch.Say("On"), condition.lever == Lever::kOn, false, condition.set_on};
  return choices;
}

// A condition and its switch. Returns the height; `draw`: at (x, y), `height` high.
float Switch(Sketch& sketch, const CardCondition& condition, float x, float y, float width,
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

// The conditions with their switches, side by side where they have room. Returns the bottom.
float DrawSwitches(Sketch& sketch, const CardModel& model, float x, float y, float width) {
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

/// A condition as a chip that goes from open to on, to off, to open.
struct CardChip {
  float width = 0, height = 0;
};

CardChip Chip(Sketch& sketch, const CardCondition& condition, float x, float y, float room,
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
  CardChip chip;
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

// Chips in as many rows as they need, then the way to the other conditions. Returns the bottom.
float DrawChips(Sketch& sketch, const CardModel& model, float x, float y, float width) {
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
  for (const CardCondition& condition : model.conditions) {
    const CardChip chip = Chip(sketch, condition, 0, 0, width, false);
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

// How likely: a ruler above its words, or the words alone. Returns the height.
float DrawLevel(Sketch& sketch, const CardVoice& voice, const CardLook& look, float x, float y,
                float width, bool draw) {
  const Strength& level = voice.level;
  if (level.words.empty()) return 0;
  const bool ruled = level.ruler == Ruler::kSegments || level.ruler == Ruler::kRing;
  Run words{level.words, ruled ? look.strong : Type::kMeta, ruled ? Ink::kInk : Ink::kInkSoft};
  // A flat “will” is no hedge.
  words.hedge = level.ruler == Ruler::kSegments && level.in_favour < 4 && level.against < 4;
  const float ruler = ruled ? sketch.S(18) : 0;
  if (draw && ruled) sketch.LevelRuler(x, y + sketch.S(7), level, look.segment);
  const std::vector<Run> runs{words};
  if (draw) return ruler + sketch.Paragraph(x, y + ruler, width, runs);
  return ruler + sketch.FlowHeight(runs, width);
}

std::vector<Run> WayRuns(const Sketch& sketch, const CardVoice& voice) {
  std::vector<Run> runs;
  if (voice.way_word.empty()) {
    runs.push_back({voice.way, Type::kControlStrong, Ink::kInk});
    return runs;
  }
  runs.push_back(
      {sketch.Say("{0}: ##before what is said", {voice.way}), Type::kControlStrong, Ink::kInk});
  runs.push_back({voice.way_word, Type::kControlStrong, Ink::kInk, voice.way_hedge});
  return runs;
}

// A voice: who, how likely, which way, where. Returns the height. At `usable` its parts can be
// used; else they are a picture.
float DrawVoice(Sketch& sketch, const CardVoice& voice, const CardLook& look, float x, float y,
                float width, bool usable) {
  const float mark = sketch.S(look.mark);
  const float inner = width - mark;
  // All columns grow and shrink with the card.
  const float wanted = sketch.S(look.margin == 20 ? 680 : 448);
  const float share = width / wanted;
  const float name = std::floor(sketch.S(look.name) * share);
  const float level = std::floor(sketch.S(look.level) * share);
  const float refs = look.refs > 0 ? sketch.S(look.refs) : 0;
  const float pad = sketch.S(10);
  const float way = inner - name - level - refs;
  const std::vector<Run> name_runs{{voice.name, look.strong, Ink::kInk}};
  const bool through = look.refs > 0;
  const float name_text = sketch.FlowHeight(name_runs, name - pad);
  const std::vector<Run> through_runs{{voice.through, Type::kCaption, Ink::kInkMute}};
  const float name_height =
      name_text + (through ? sketch.FlowHeight(through_runs, name - pad) + sketch.S(2) : 0);
  const float level_height = DrawLevel(sketch, voice, look, 0, 0, level - pad, false);
  const std::vector<Run> way_runs = WayRuns(sketch, voice);
  const float sign = voice.sign ? sketch.S(28) : 0;
  const float way_height = voice.way.empty() ? 0 : sketch.FlowHeight(way_runs, way - sign - pad);
  const float line = std::max(sketch.target(), sketch.LineOf(Type::kMeta));
  const float refs_height = refs > 0 ? sketch.RefChipHeight() + line : 0;
  const float height = std::max({name_height + sketch.S(12), level_height + sketch.S(12),
                                 way_height + sketch.S(12), refs_height, sketch.S(look.row - 1)});
  const auto top = [&](float part) { return std::round(y + (height - part) / 2); };
  const std::string id = "answer/" + voice.key;
  const std::string told = sketch.Say("{0}: {1}", {voice.name, voice.reply});
  if (voice.changed)
    sketch.Fill({x - sketch.S(look.margin) / 2, y + sketch.S(10), 3, height - sketch.S(20)},
                Ink::kInk);
  if (usable)
    sketch.Open(MakeItem(ItemRole::kGroup, id, sketch.Say("{0}, {1}", {voice.name, voice.through}),
                         {x, y, width, height}));
  sketch.Voice(voice.mark, x, y + std::round(height / 2), 15);
  const float at = x + mark;
  sketch.Flowed(at, top(name_height), name_runs, name - pad);
  if (through)
    sketch.Flowed(at, top(name_height) + name_text + sketch.S(2), through_runs, name - pad);
  if (usable && refs > 0) {
    Item link = MakeItem(ItemRole::kLink, id + ".name", voice.name,
                         {at, y, name - pad, std::max(height, sketch.target())});
    if (voice.changed) link.description = sketch.Say("Changed by the last switch");
    link.press = voice.open_actor;
    sketch.Add(std::move(link));
  }
  float from = at + name;
  if (usable && refs > 0) {
    DrawLevel(sketch, voice, look, from, top(level_height), level - pad, true);
  } else {
    // One item says the whole row.
    const std::size_t items = sketch.scene().items.size();
    DrawLevel(sketch, voice, look, from, top(level_height), level - pad, true);
    sketch.scene().items.resize(items);
  }
  from += level;
  if (voice.sign) sketch.Sign(*voice.sign, from, y + std::round(height / 2), 20);
  if (way_height > 0) {
    if (usable && refs > 0)
      sketch.Paragraph(from + sign, top(way_height), way - sign - pad, way_runs);
    else
      sketch.Flowed(from + sign, top(way_height), way_runs, way - sign - pad);
  }
  const float right = x + width;
  if (usable && refs > 0) {
    const float start = top(refs_height);
    if (voice.ref)
      sketch.RefChip(right - sketch.RefChipWidth(*voice.ref), start, *voice.ref, id + ".ref");
    const std::string why = sketch.Say("Why?");
    const float used = std::max(std::ceil(sketch.Width(Type::kMeta, why)), 1.0f);
    sketch.LinkText(
        right - used,
        start + sketch.RefChipHeight() + std::round((line - sketch.LineOf(Type::kMeta)) / 2), why,
        Type::kMeta, id + ".why", voice.why, used + 1,
        sketch.Say("{0} {1}##a question, whose answer", {why, voice.name}));
  } else if (usable) {
    Item row = MakeItem(ItemRole::kButton, id + ".why", told, {x, y, width, height});
    row.description = sketch.Say("Why?");
    row.press = voice.why;
    sketch.Add(std::move(row));
  }
  if (usable) sketch.Close();
  return height;
}

float DrawVoices(Sketch& sketch, const CardModel& model, const CardLook& look, float x, float y,
                 float width, bool usable) {
  for (const CardVoice& voice : model.voices) {
    y += DrawVoice(sketch, voice, look, x, y, width, usable);
    sketch.HRule(x, y, width, Ink::kLine);
    y += 1;
  }
  return y;
}

// Who else: one that would answer on one more condition, and how many speak of it. Returns the
// bottom.
float DrawRest(Sketch& sketch, const CardModel& model, bool one_more, float x, float y,
               float width) {
  const float line = std::max(sketch.S(one_more ? 40 : 33), sketch.target());
  const std::string words = one_more ? model.speak : sketch.Say("Full view");
  const bool leads = model.whole.has_value() && !words.empty();
  const float link = leads ? std::ceil(sketch.Width(Type::kMeta, words)) + 1 : 0;
  const float room = width - (link > 0 ? link + sketch.S(12) : 0);
  const auto middle = [&](float height) { return y + std::round((line - height) / 2); };
  float high = line;
  if (one_more && model.needs) {
    const TrayVoice& voice = *model.needs;
    const std::string lead =
        sketch.Say("{0}: {1}", {voice.name, sketch.Say("answers only##before a condition")});
    const float used = std::ceil(sketch.Width(Type::kMeta, lead)) + sketch.S(8);
    const Missing& needs = *voice.needs;
    const bool beside = used + sketch.ConditionChipWidth(needs.prefix, needs.chip, width) <= room;
    const float chip_room = beside ? room - used : width;
    const float chip = sketch.ConditionChipHeight(needs.prefix, needs.chip, chip_room);
    const float lead_height =
        sketch.Paragraph(x, beside ? middle(sketch.LineOf(Type::kMeta)) : y + sketch.S(6),
                         beside ? used : room, lead, Type::kMeta, Ink::kInkSoft);
    const float chip_top = beside ? middle(chip) : y + sketch.S(8) + lead_height;
    sketch.ConditionChip(beside ? x + used : x, chip_top, "card/needs", needs.prefix, needs.chip,
                         needs.suppose, chip_room);
    if (!beside) high = sketch.S(12) + lead_height + chip;
  } else if (!model.others.empty()) {
    const std::vector<Run> runs{{model.others, Type::kMeta, Ink::kInkSoft}};
    const float text = sketch.FlowHeight(runs, room);
    sketch.Paragraph(x, y + std::max(0.0f, std::round((line - text) / 2)), room, runs, 0,
                     "card/others");
    high = std::max(line, text + sketch.S(8));
  }
  if (leads)
    sketch.LinkText(
        x + width - link, middle(sketch.LineOf(Type::kMeta)), words, Type::kMeta, "card/whole",
        *model.whole, link + 1,
        one_more ? sketch.Say("{0}: {1}", {words, sketch.Say("Full view")}) : std::string());
  return y + high;
}

// Question and buttons. Returns the bottom.
float DrawHead(Sketch& sketch, const CardModel& model, float x, float y, float width) {
  std::vector<ButtonSpec> buttons;
  const auto add = [&](const char* id, std::string words, std::string name, Command command) {
    ButtonSpec spec;
    spec.id = id;
    spec.words = std::move(words);
    spec.name = std::move(name);
    spec.kind = ButtonKind::kSmall;
    spec.command = std::move(command);
    buttons.push_back(std::move(spec));
  };
  if (model.back) add("card/back", model.back->words, "", model.back->command);
  if (!model.more.empty())
    add("card/more", model.more,
        sketch.Say("{0}: {1}", {sketch.Say("All conditions…"), model.more}),
        ShowDialog{Dialog::kLevers});
  if (model.undo) add("card/undo", sketch.Say("Undo"), model.undo->words, model.undo->command);
  if (model.whole)
    add("card/full", sketch.Say("Full view") + " ↗", sketch.Say("Full view"), *model.whole);
  float used = 0;
  for (const ButtonSpec& button : buttons) used += sketch.ButtonWidth(button) + sketch.S(8);
  const float room = std::max(width - used, sketch.S(200));
  const float start = y;
  if (!model.lead.empty()) y += sketch.Text(x, y, room, model.lead, Type::kLabel, Ink::kInkSoft);
  y += sketch.Heading(x, y, room, model.question, Type::kH2, 1, Ink::kInk, "answers/question");
  const float high = sketch.ButtonHeight(ButtonKind::kSmall);
  float at = x + width - used + sketch.S(8);
  const float top = start + std::max(0.0f, std::round((y - start - high) / 2));
  for (const ButtonSpec& button : buttons) at += sketch.Button(at, top, button).w + sketch.S(8);
  return std::max(y, top + high);
}

Scene StillScene(const CardModel& model, const Space& space) {
  Sketch sketch(space, "card", Ink::kPaper);
  const float x = sketch.S(14), width = space.width - 2 * x;
  float y = sketch.S(8);
  const std::vector<Run> question{{model.question, Type::kH3, Ink::kInk}};
  y += sketch.Flowed(x, y, question, width) + sketch.S(6);
  sketch.HRule(x, y, width, Ink::kInk, 3);
  y += 3;
  std::string told;
  const float link = sketch.LineOf(Type::kControl) + sketch.S(12);
  std::size_t drawn = 0;
  for (const CardVoice& voice : model.voices) {
    // One line: the mark, who, and what.
    const std::vector<Run> runs{
        {sketch.Say("{0}: ##before what is said", {voice.name}), Type::kLabel, Ink::kInk},
        {voice.reply, Type::kCaption, Ink::kInkSoft}};
    const float height = sketch.FlowHeight(runs, width - sketch.S(20));
    if (y + height + sketch.S(12) + link > space.height) break;
    sketch.Voice(voice.mark, x, y + sketch.S(6) + sketch.LineOf(Type::kCaption) / 2, 12);
    y += sketch.S(6) + sketch.Flowed(x + sketch.S(20), y + sketch.S(6), runs, width - sketch.S(20));
    y += sketch.S(6);
    sketch.HRule(x, y, width, Ink::kLine);
    told = sketch.say().Chain(Key("{0}. {1}"),
                              {told, sketch.Say("{0}: {1}", {voice.name, voice.reply})});
    ++drawn;
  }
  const std::string open = sketch.Say("Open the explorer");
  const bool leads = model.whole.has_value();
  if (leads) {
    const std::vector<Run> runs{{open, Type::kControl, Ink::kAccent, false, true}};
    y += sketch.S(6) + sketch.Flowed(x, y + sketch.S(6), runs, width) + sketch.S(6);
  }
  if (drawn == 0 && !model.empty.empty()) told = model.empty;
  const Rect all{0, 0, space.width, std::max(y, space.height)};
  sketch.Add(MakeItem(ItemRole::kHeading, "answers/question", model.question,
                      {x, sketch.S(8), width, sketch.LineOf(Type::kH3)}));
  sketch.scene().items.back().level = 1;
  if (!told.empty())
    sketch.Add(MakeItem(ItemRole::kText, "card/told", told, {x, sketch.S(40), width, 1}));
  if (leads) {
    Item item = MakeItem(ItemRole::kLink, "card/full", open, all);
    item.press = *model.whole;
    sketch.Add(std::move(item));
  }
  return sketch.Finish(y);
}

}  // namespace

Scene BuildCardScene(const CardModel& model, CardSize size, const Space& space) {
  if (size == CardSize::kStill) return StillScene(model, space);
  const bool four = size == CardSize::kFour;
  const CardLook& look = four ? kFourLook : kChipsLook;
  Sketch sketch(space, "card", Ink::kPaper);
  const float x = sketch.S(look.margin), width = space.width - 2 * x;
  float y = sketch.S(four ? 13 : 10);
  if (four) {
    y = DrawHead(sketch, model, x, y, width) + sketch.S(8);
  } else {
    y += sketch.Heading(x, y, width, model.question, Type::kH3, 1, Ink::kInk, "answers/question") +
         sketch.S(7);
  }
  if (!model.empty.empty())
    y += sketch.Paragraph(x, y, width, model.empty, Type::kBody, Ink::kInkSoft, 0, "card/empty") +
         sketch.S(8);
  if (four && !model.conditions.empty()) {
    sketch.HRule(x, y, width, Ink::kLine);
    y = DrawSwitches(sketch, model, x, y + 1, width) + sketch.S(14);
  } else if (!model.conditions.empty()) {
    y = DrawChips(sketch, model, x, y, width) + sketch.S(11);
  }
  sketch.HRule(x, y, width, Ink::kInk, 3);
  y = DrawVoices(sketch, model, look, x, y + 3, width, true);
  return sketch.Finish(DrawRest(sketch, model, four, x, y, width));
}

Scene BuildCardFootScene(const CardModel& model, const Space& space) {
  Sketch sketch(space, "foot", Ink::kSunken);
  sketch.HRule(0, 0, space.width, Ink::kLine);
  const float x = sketch.S(space.width >= sketch.S(640) ? 20 : 16);
  const std::string cite = sketch.Say("Cite##this view");
  const float link = std::max(std::ceil(sketch.Width(Type::kCaption, cite)) + 1, sketch.target());
  const float mark = sketch.S(16) + sketch.S(8);
  const float room = space.width - 2 * x - mark - link - sketch.S(12);
  const std::string name = "Proviso";
  const auto runs_of = [&](const std::string& words) {
    std::vector<Run> runs;
    if (words.empty() || space.width >= sketch.S(640))
      runs.push_back({words.empty() ? name : name + " · ", Type::kCaption, Ink::kInkSoft});
    if (!words.empty()) runs.push_back({words, Type::kCaption, Ink::kInkSoft});
    return runs;
  };
  // All of it in two lines; else who checked it, and a press says the rest.
  std::vector<Run> runs = runs_of(model.coded);
  if (sketch.FlowHeight(runs, room) > 2.5f * sketch.LineOf(Type::kCaption))
    runs = runs_of(model.checked);
  const float text = sketch.FlowHeight(runs, room);
  const float least = sketch.S(space.width >= sketch.S(640) ? 30 : 28);
  const float height = std::max({text + sketch.S(9), least, sketch.coarse() ? 44.0f : 0.0f});
  const float middle = std::round(height / 2);
  sketch.Sign(Glyph::kMark, x, middle, 16);
  sketch.Flowed(x + mark, std::round(middle - text / 2), runs, room);
  Item about = MakeItem(ItemRole::kButton, "foot/coded", model.coded.empty() ? name : model.coded,
                        {x, 0, mark + room, height});
  about.description = sketch.Say("About these texts");
  about.press = ShowDialog{Dialog::kAbout};
  sketch.Add(std::move(about));
  sketch.LinkText(space.width - x - link, std::round(middle - sketch.LineOf(Type::kCaption) / 2),
                  cite, Type::kCaption, "card/cite", model.cite, link + 1);
  return sketch.Finish(height);
}

}  // namespace proviso::view
