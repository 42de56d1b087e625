#include <algorithm>
#include <cmath>
#include <utility>

#include "core/views/what_if/scene_parts.h"

namespace proviso::view {
namespace {

constexpr float kTrayIndent = 32;
constexpr float kLeastCell = 260;

Glyph GlyphOfLine(TrayKind kind) {
  switch (kind) {
    case TrayKind::kOneMore:
      return Glyph::kOneAway;
    case TrayKind::kPast:
      return Glyph::kStatus;
    case TrayKind::kSilent:
      return Glyph::kSilent;
    case TrayKind::kSpeaks:
      break;
  }
  return Glyph::kNothing;
}

// A voice: its name, what it says or lacks, and the condition that would make it answer. Returns
// the height; `draw`: at (x, y).
float Cell(Sketch& sketch, const TrayVoice& voice, const std::string& id, float x, float y,
           float width, bool draw) {
  const float sign = voice.sign ? sketch.S(24) : 0;
  std::vector<Run> runs{{voice.name, Type::kMeta, Ink::kInk}};
  if (!voice.note.empty()) runs.push_back({"  " + voice.note, Type::kCaption, Ink::kInkMute});
  const float room = width - sign;
  const float text = sketch.FlowHeight(runs, room);
  const float row = std::max(text + sketch.S(4), sketch.target());
  float height = row;
  if (draw) {
    if (voice.sign) sketch.Sign(*voice.sign, x, y + row / 2, 18);
    sketch.Flowed(x + sign, y + (row - text) / 2, runs, room);
    Item item = MakeItem(ItemRole::kButton, id, voice.name, {x, y, width, row});
    item.description = voice.note;
    item.press = voice.open;
    sketch.Add(std::move(item));
  }
  if (!voice.needs) return height;
  const Missing& needs = *voice.needs;
  const std::string& words = needs.lead;
  const float used = std::ceil(sketch.Width(Type::kCaption, words)) + sketch.S(6);
  const float chip = sketch.ConditionChipHeight(needs.prefix, needs.chip, width - used);
  if (draw) {
    const float top = y + height;
    sketch.Text(x, top + (chip - sketch.LineOf(Type::kCaption)) / 2, used, words, Type::kCaption,
                Ink::kInkMute);
    sketch.ConditionChip(x + used, top, id + ".needs", needs.prefix, needs.chip, needs.suppose,
                         width - used);
  }
  return height + chip + sketch.S(4);
}

// Voices side by side, as many as fit. Returns the bottom.
float DrawVoices(Sketch& sketch, const std::vector<TrayVoice>& voices, float x, float y,
                 float width) {
  const std::size_t across =
      std::clamp<std::size_t>(static_cast<std::size_t>(width / sketch.S(kLeastCell)), 1, 3);
  const float gap = sketch.S(16);
  const float cell = (width - gap * static_cast<float>(across - 1)) / static_cast<float>(across);
  for (std::size_t from = 0; from < voices.size(); from += across) {
    float high = 0;
    for (std::size_t i = from; i < std::min(voices.size(), from + across); ++i) {
      const float left = std::round(x + (cell + gap) * static_cast<float>(i - from));
      high = std::max(
          high, Cell(sketch, voices[i], "tray/" + voices[i].key, left, y, std::floor(cell), true));
    }
    y += high + sketch.S(2);
  }
  return y + sketch.S(4);
}

// What has been, one line a claim. Returns the bottom.
float DrawStatus(Sketch& sketch, const WhatIfModel& model, float left, float y, float room) {
  for (const StatusLine& line : model.status) {
    float refs = 0;
    for (const Ref& ref : line.refs) refs += sketch.RefChipWidth(ref) + sketch.S(12);
    const bool beside = refs < room / 3;
    const float words = beside ? room - refs - sketch.S(8) : room;
    std::vector<Run> runs{Run{sketch.Say("{0}: ##before what is said", {line.name}),
                              Type::kControlStrong, Ink::kInk}};
    for (Run& run : RunsOf(line.text, Type::kControl, Type::kControlStrong, Ink::kInkSoft))
      runs.push_back(std::move(run));
    const std::string end = sketch.say().Chain(Key("{0}, {1}"), {line.words, line.as_of});
    if (!end.empty()) runs.push_back(Run{" " + end, Type::kCaption, Ink::kInkMute});
    const float height = std::max(sketch.FlowHeight(runs, words), sketch.target());
    sketch.Flowed(left, y + sketch.S(2), runs, words);
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
  return y + sketch.S(4);
}

// Its sign, what unites them, who they are. Returns the bottom.
float DrawLine(Sketch& sketch, const TrayLine& line, const std::string& id, float x, float y,
               float width) {
  const float left = x + sketch.S(kTrayIndent), room = width - sketch.S(kTrayIndent);
  const Glyph glyph = GlyphOfLine(line.kind);
  const float first = sketch.LineOf(Type::kControlStrong);
  if (glyph != Glyph::kNothing) sketch.Sign(glyph, x + sketch.S(3), y + first / 2, 18);
  const bool inline_names = line.kind != TrayKind::kSpeaks;
  std::vector<Run> runs{{line.lead, Type::kControlStrong, Ink::kInk}};
  if (inline_names) runs.push_back({" " + line.words, Type::kMeta, Ink::kInkSoft});
  const Flow flow = FlowText(sketch.measure(), sketch.scale(), runs, room);
  float bottom = y + sketch.Paragraph(left, y, room, runs, 0, id);
  if (line.show) {
    const float link = std::ceil(sketch.Width(Type::kMeta, line.show->words)) + 1;
    const float last = flow.lines.empty() ? 0 : flow.lines.back().width + sketch.S(8);
    const bool beside = !sketch.coarse() && last + link <= room;
    const float target = sketch.target();
    const float at = beside ? bottom - first + (first - sketch.LineOf(Type::kMeta)) / 2
                            : bottom + (target - sketch.LineOf(Type::kMeta)) / 2;
    sketch.LinkText(beside ? left + last : left, at, line.show->words, Type::kMeta, id + ".show",
                    line.show->command, room,
                    sketch.Say("{0}: {1}", {line.show->words, line.lead}));
    sketch.scene().items.back().expanded = line.opened ? Tri::kYes : Tri::kNo;
    if (!beside) bottom += target;
  }
  return bottom + sketch.S(3);
}

}  // namespace

float DrawTray(Sketch& sketch, const WhatIfModel& model, float x, float y, float width,
               std::vector<ChartPlace>* places) {
  if (model.tray.empty()) return y;
  sketch.Open(MakeItem(ItemRole::kGroup, "tray", sketch.Say("Who has no row in the chart")));
  sketch.HRule(x, y, width, Ink::kInk);
  y += sketch.S(8);
  std::size_t number = 0;
  for (const TrayLine& line : model.tray) {
    y = DrawLine(sketch, line, "tray/line" + std::to_string(++number), x, y, width);
    const float left = x + sketch.S(kTrayIndent), room = width - sketch.S(kTrayIndent);
    if (line.kind == TrayKind::kSpeaks) {
      for (const TrayVoice& voice : line.voices) {
        const float height = Cell(sketch, voice, "tray/" + voice.key, left, y, room, true);
        if (voice.changed) sketch.Fill({x - 8, y + 1, 3, height - 2}, Ink::kInk);
        places->push_back({voice.key, std::round(y + height / 2)});
        y += height + sketch.S(2);
      }
    } else if (line.opened && line.kind == TrayKind::kPast) {
      y = DrawStatus(sketch, model, left, y, room);
    } else if (line.opened) {
      y = DrawVoices(sketch, line.voices, left, y, room);
    }
  }
  sketch.Close();
  return y;
}

}  // namespace proviso::view
