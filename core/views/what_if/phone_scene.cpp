// What if on a phone: what is supposed as a sentence, and the voices under each other.

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/views/what_if/scene_parts.h"

namespace proviso::view {
namespace {

constexpr float kPhoneSegment = 11.25f;  // Of the ruler.

/// How likely, in its words; a flat “will” is no hedge.
Run LevelRun(const Strength& level, bool ruled) {
  Run words{level.words, ruled ? Type::kControlStrong : Type::kControl,
            ruled ? Ink::kInk : Ink::kInkSoft};
  words.hedge = level.ruler == Ruler::kSegments && level.in_favour < 4 && level.against < 4 &&
                !level.words.empty();
  return words;
}

/// Which way, or what is said of a statement near the outcome.
struct PhoneWay {
  std::optional<SignMark> sign;
  std::vector<Run> runs;
};

PhoneWay WayOf(const SignMark& direction) {
  PhoneWay way;
  if (IsDrawn(direction.sign) && direction.sign != Sign::kSilent) way.sign = direction;
  way.runs.push_back({direction.words, Type::kControlStrong, Ink::kInk});
  return way;
}

PhoneWay WayOf(const Sketch& sketch, const NearSaid& near) {
  PhoneWay way;
  if (IsDrawn(near.line.sign.sign) && near.line.sign.sign != Sign::kSilent)
    way.sign = near.line.sign;
  way.runs.push_back(
      {sketch.Say("{0}: ##before what is said", {near.title}), Type::kControlStrong, Ink::kInk});
  way.runs.push_back({near.word, Type::kControlStrong, Ink::kInk, near.hedge});
  return way;
}

/// How likely at the left and, where there is room, which way or how it reaches us at the right;
/// else under it. Returns the height.
float DrawAnswer(Sketch& sketch, const ViewColumn& column, float x, float y, float width) {
  const bool ruled = column.level.ruler == Ruler::kSegments || column.level.ruler == Ruler::kRing;
  const float line = sketch.S(26), text = sketch.LineOf(Type::kControl);
  const float start = y;
  float used = 0;
  bool open = false;  // The first line has room at its right.
  if (!column.close && !column.level.words.empty()) {
    const float ruler = ruled ? sketch.RulerWidth(kPhoneSegment) + sketch.S(12) : 0;
    const std::vector<Run> runs{LevelRun(column.level, ruled)};
    if (ruled) sketch.LevelRuler(x, y + line / 2, column.level, kPhoneSegment);
    const float wide = std::ceil(sketch.Width(runs.front().type, runs.front().text)) + 1;
    const float height =
        sketch.Paragraph(x + ruler, y + (line - text) / 2, std::min(wide, width - ruler), runs);
    used = ruler + wide + sketch.S(12);
    open = height < 1.5f * text;
    y += std::max(line, height + sketch.S(6));
  }
  std::vector<PhoneWay> ways;
  if (column.direction) ways.push_back(WayOf(*column.direction));
  for (const NearSaid& near : column.near) ways.push_back(WayOf(sketch, near));
  for (const PhoneWay& way : ways) {
    const float sign = way.sign ? sketch.S(26) : 0;
    float wide = sign + 1;
    for (const Run& run : way.runs) wide += std::ceil(sketch.Width(run.type, run.text));
    const bool beside = open && used + wide <= width;
    open = false;
    const float left = beside ? x + width - wide : x;
    const float top = beside ? start : y;
    if (way.sign) sketch.Sign(*way.sign, left, top + line / 2, 18);
    const float height = sketch.Paragraph(left + sign, top + (line - text) / 2,
                                          beside ? wide - sign + 1 : width - sign, way.runs);
    if (!beside) y += std::max(line, height + sketch.S(6));
  }
  if (ways.empty() && !column.through.empty()) {
    const float wide = std::ceil(sketch.Width(Type::kMeta, column.through)) + 1;
    const bool beside = open && used + wide <= width;
    const float top = (beside ? start : y) + (line - sketch.LineOf(Type::kMeta)) / 2;
    const float height =
        sketch.Paragraph(beside ? x + width - wide : x, top, beside ? wide + 1 : width,
                         column.through, Type::kMeta, Ink::kInkSoft);
    if (!beside) y += std::max(line, height + sketch.S(6));
  }
  return std::max(y, start + line) - start;
}

/// The first thing that it says, and the way to its reasons behind it. Returns the height.
float DrawGloss(Sketch& sketch, const ViewColumn& column, const std::string& id, float x, float y,
                float width) {
  const Said* said = nullptr;
  if (!column.said.empty()) said = &column.said.front();
  for (const NearSaid& near : column.near)
    if (said == nullptr && !near.said.empty()) said = &near.said.front();
  const std::string why = sketch.Say("Why?");
  const float link = std::ceil(sketch.Width(Type::kControl, why)) + 1;
  float height = 0, last = 0;
  const float reading = sketch.LineOf(Type::kReading);
  if (said != nullptr) {
    const std::vector<Run> runs = RunsOf(said->text);
    const Flow flow = FlowText(sketch.measure(), sketch.scale(), runs, width);
    height = sketch.Flowed(x, y, runs, width);
    last = flow.lines.empty() ? 0 : flow.lines.back().width + sketch.S(8);
    Item item = MakeItem(ItemRole::kButton, id + "/" + said->claim, said->text.plain(),
                         {x, y, width, std::max(height, sketch.target())});
    item.description = sketch.say().Chain(Key("{0}. {1}"), {said->lead, said->note});
    item.press = said->open;
    sketch.Add(std::move(item));
  }
  const bool beside = height > 0 && last + link <= width;
  const float top = beside ? y + height - reading : y + height;
  sketch.LinkText(beside ? x + last : x,
                  top + std::round((reading - sketch.LineOf(Type::kControl)) / 2), why,
                  Type::kControl, id + ".why", column.why, link,
                  sketch.Say("{0} {1}##a question, whose answer", {why, column.name}));
  return beside ? height : height + reading;
}

float DrawPhoneVoice(Sketch& sketch, const ViewColumn& column, float margin, float y, float width) {
  const float x = margin, inner = width - 2 * margin, start = y;
  const std::string id = "answer/" + column.key;
  sketch.Open(
      MakeItem(ItemRole::kGroup, id, sketch.Say("{0}, {1}", {column.name, column.through})));
  y += sketch.S(11);
  const std::vector<Ref>* refs = !column.said.empty() ? &column.said.front().refs : nullptr;
  for (const NearSaid& near : column.near)
    if (refs == nullptr && !near.said.empty()) refs = &near.said.front().refs;
  const bool placed = refs != nullptr && !refs->empty();
  const float ref = placed ? sketch.RefChipWidth(refs->front()) : 0;
  const float line = sketch.LineOf(Type::kBodyStrong);
  const float indent = sketch.S(23);
  const float room = inner - indent - (placed ? ref + sketch.S(10) : 0);
  const std::vector<Run> name{{column.name, Type::kBodyStrong, Ink::kInk}};
  sketch.Voice(column.mark, x, y + line / 2, 15);
  const float high = sketch.Flowed(x + indent, y, name, room);
  const float target = std::max(high, sketch.target());
  Item link = MakeItem(ItemRole::kLink, id + ".name", column.name,
                       {x, std::round(y - (target - high) / 2), indent + room, target});
  if (column.changed) link.description = sketch.Say("Changed by the last switch");
  link.press = column.open_actor;
  sketch.Add(std::move(link));
  if (placed)
    sketch.RefChip(x + inner - ref, std::round(y + (line - sketch.RefChipHeight()) / 2),
                   refs->front(), id + ".ref");
  y += high + sketch.S(4);
  y += DrawAnswer(sketch, column, x, y, inner);
  if (column.beside)
    y += DrawBeside(sketch, *column.beside, id + ".beside", x, y, inner) + sketch.S(4);
  y += sketch.S(4);
  if (!column.lead.empty())
    y += sketch.Paragraph(x, y, inner, sketch.Say("{0}.", {column.lead}), Type::kCaption,
                          Ink::kInkSoft) +
         sketch.S(4);
  y += DrawGloss(sketch, column, id, x, y, inner);
  for (const std::string& note : column.notes)
    y +=
        sketch.S(5) + sketch.Paragraph(x, y + sketch.S(5), inner, note, Type::kMeta, Ink::kInkSoft);
  y += sketch.S(11);
  if (column.changed)
    sketch.Fill({0, start + sketch.S(12), 4, y - start - sketch.S(24)}, Ink::kInk);
  sketch.Close();
  return y;
}

}  // namespace

std::vector<Run> SuppositionRuns(const WhatIfModel& model, Type type, Type strong) {
  std::vector<Run> runs;
  std::string_view rest = model.supposition;
  for (const std::string& clause : model.clauses) {
    const std::size_t at = clause.empty() ? std::string_view::npos : rest.find(clause);
    if (at == std::string_view::npos) continue;
    runs.push_back({std::string(rest.substr(0, at)), type, Ink::kInkSoft});
    runs.push_back({clause, strong, Ink::kInk});
    rest.remove_prefix(at + clause.size());
  }
  runs.push_back({std::string(rest), type, Ink::kInkSoft});
  return runs;
}

float DrawPhoneVoices(Sketch& sketch, const std::vector<ViewColumn>& columns, float margin, float y,
                      float width) {
  for (const ViewColumn& column : columns) {
    y = DrawPhoneVoice(sketch, column, margin, y, width);
    sketch.HRule(0, y, width, Ink::kLine);
    y += 1;
  }
  return y;
}

}  // namespace proviso::view
