// What if in somebody's page.

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/canvas/column.h"
#include "core/canvas/sketch.h"
#include "core/views/what_if/embed_parts.h"

namespace proviso::view {
namespace {

// Who else: one that would answer on one more condition, and how many speak of it. Returns the
// bottom.
float DrawRest(Sketch& sketch, const EmbedModel& model, bool one_more, float x, float y,
               float width) {
  // A target that stands in the middle of it stays inside when its place is rounded.
  const float line = std::max(sketch.S(one_more ? 40 : 33), sketch.target() + 2);
  const std::string words = one_more ? model.speak : sketch.Say("Full view");
  const bool leads = model.whole.has_value() && !words.empty();
  const float link =
      leads ? std::max(std::ceil(sketch.Width(Type::kMeta, words)) + 1, sketch.target()) : 0;
  const float room = width - (link > 0 ? link + sketch.S(12) : 0);
  const auto middle = [&](float height) { return y + std::round((line - height) / 2); };
  float high = line;
  if (one_more && model.needs) {
    const TrayVoice& voice = *model.needs;
    const std::string lead = sketch.Say("{0}: {1}", {voice.name, voice.needs->lead});
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
float DrawHead(Sketch& sketch, const EmbedModel& model, float x, float y, float width) {
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

Scene StillScene(const EmbedModel& model, const Space& space) {
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
  for (const EmbedVoice& voice : model.voices) {
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

Scene BuildEmbedScene(const EmbedModel& model, CardSize size, const Space& space) {
  if (size == CardSize::kStill) return StillScene(model, space);
  const bool four = size == CardSize::kFour;
  const EmbedLook& look = four ? kFourLook : kChipsLook;
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
    y = DrawEmbedSwitches(sketch, model, x, y + 1, width) + sketch.S(14);
  } else if (!model.conditions.empty()) {
    y = DrawEmbedChips(sketch, model, x, y, width) + sketch.S(11);
  }
  sketch.HRule(x, y, width, Ink::kInk, 3);
  y = DrawEmbedVoices(sketch, model, look, x, y + 3, width);
  return sketch.Finish(DrawRest(sketch, model, four, x, y, width));
}

Scene BuildEmbedFootScene(const EmbedModel& model, const Space& space) {
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
  const float height = std::max({text + sketch.S(9), least, sketch.target() + 2});
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
