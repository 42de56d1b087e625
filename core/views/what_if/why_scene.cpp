#include "core/views/what_if/why_scene.h"

#include <algorithm>
#include <cmath>

#include "core/canvas/check_marks.h"
#include "core/canvas/column.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

constexpr float kMark = 28;

/// What stands at the left of a rung: "if" in black, a number in a ring, a sign, or nothing.
void DrawMark(Sketch& sketch, const WhyRow& row, float x, float y) {
  const float size = sketch.S(kMark);
  const Rect box{x, y, size, size};
  switch (row.mark) {
    case WhyMark::kIf:
      sketch.Put(DiscShape(box, Ink::kInk));
      sketch.WordsCentred(box, sketch.Say("if##before a condition"), Type::kControlStrong,
                          Ink::kPaper);
      break;
    case WhyMark::kStep:
      sketch.Put(DiscShape(box, sketch.ground()));
      sketch.Put(RingShape(box, Ink::kInk, 1));
      sketch.WordsCentred(box, std::to_string(row.step), Type::kControl, Ink::kInk);
      break;
    case WhyMark::kPull:
      sketch.Fill(box, sketch.ground());
      sketch.Sign(row.sign, x + sketch.S(2), y + size / 2, kMark - 4);
      break;
    case WhyMark::kSo:
      sketch.Fill(box, sketch.ground());
      sketch.Sign(Glyph::kRight, x + sketch.S(6), y + size / 2, 16);
      break;
    case WhyMark::kNote:
      break;
  }
}

/// How a rung's place stands in the reader's copy: on the line of its chips, or under them where
/// that has no room. Returns the bottom of both.
float DrawCheck(Sketch& sketch, const PassageCheck& check, const std::string& id, float left,
                float used, float room, float line, float bottom) {
  const std::string words = sketch.Say(Label(check.state));
  const float wide = sketch.S(20) + std::ceil(sketch.Width(Type::kMeta, words));
  const bool beside = used + wide <= room;
  const float x = beside ? left + used : left, y = beside ? line : bottom + sketch.S(2);
  sketch.Sign(GlyphOf(check.state), x, y + sketch.LineOf(Type::kMeta) / 2, 14);
  sketch.Text(x + sketch.S(20), y, room - (x - left) - sketch.S(20), words, Type::kMeta,
              Ink::kInkMute, id);
  sketch.scene().items.back().name = check.words;
  return std::max(bottom, y + sketch.LineOf(Type::kMeta));
}

/// One rung.
void DrawRow(Column& column, const WhyRow& row, const std::string& id, bool ladder, bool last) {
  Sketch& sketch = column.sketch;
  const float x = column.x, y = column.y, width = column.width;
  const float indent = ladder ? sketch.S(kMark + 14) : 0;
  const float room = width - indent, top = y + sketch.S(3);
  const float left = x + indent;
  const bool quiet = row.mark == WhyMark::kNote;
  const std::vector<Run> runs =
      quiet ? RunsOf(row.text, Type::kControl, Type::kControlStrong, Ink::kInkSoft)
            : RunsOf(row.text);
  float bottom = top + sketch.Flowed(left, top, runs, room);
  Item item = MakeItem(row.open ? ItemRole::kButton : ItemRole::kText, id, row.text.plain(),
                       {left, top, room, std::max(bottom - top, sketch.target())});
  if (row.mark == WhyMark::kStep)
    item.description = sketch.Say("Step {0}##of reasons", {std::to_string(row.step)});
  if (!row.tail.empty())
    item.description = sketch.say().Chain(Key("{0}. {1}"), {item.description, row.tail});
  item.press = row.open;
  if (row.place) item.double_press = row.place;
  if (row.mark == WhyMark::kPull) item.name = sketch.Say("{0}. {1}", {row.sign.words, item.name});
  sketch.Add(std::move(item));
  bottom = std::max(bottom, top + sketch.target());
  if (!row.tail.empty()) {
    bottom += sketch.Flowed(left, bottom + sketch.S(1), {{row.tail, Type::kCaption, Ink::kInkMute}},
                            room) +
              sketch.S(1);
    sketch.scene().items.back().rect.h = bottom - top;
  }
  if (row.place) {
    const float chips = sketch.RefChips(left, bottom + sketch.S(2), room, row.refs);
    float used = 0;
    for (const Ref& ref : row.refs) used += sketch.RefChipWidth(ref) + sketch.S(12);
    const float line =
        bottom + sketch.S(2) + (sketch.RefChipHeight() - sketch.LineOf(Type::kMeta)) / 2;
    const std::string words = sketch.Say("Open the place");
    if (used + sketch.Width(Type::kMeta, words) <= room)
      used += sketch.LinkText(left + used, line, words, Type::kMeta, id + ".place", *row.place,
                              room - used) +
              sketch.S(16);
    bottom = DrawCheck(sketch, row.check, id + ".check", left, used, room, line, bottom + chips);
    bottom += sketch.S(2);
  }
  bottom = std::max(bottom, y + sketch.S(kMark)) + sketch.S(11);
  if (ladder) {
    if (!last) sketch.VRule(std::round(x + sketch.S(kMark) / 2), y, bottom - y, Ink::kInkMute);
    DrawMark(sketch, row, x, y);
  }
  column.y = bottom;
}

/// How likely and which way, in words beside their marks, under the title of what is near.
void DrawReading(Column& column, const WhySection& section) {
  Sketch& sketch = column.sketch;
  const float line = sketch.LineOf(Type::kControlStrong), middle = column.y + line / 2;
  float at = column.x, y = column.y;
  const auto words = [&](std::string_view text) {
    const float width = std::ceil(sketch.Width(Type::kControlStrong, text)) + 1;
    sketch.Paragraph(at, y, column.x + column.width - at, text, Type::kControlStrong);
    at += width + sketch.S(16);
  };
  if (section.strength) {
    if (section.strength->ruler != Ruler::kAbsent)
      at += sketch.LevelRuler(at, std::round(middle), *section.strength, 12) + sketch.S(12);
    words(section.strength->words);
  }
  if (section.sign) {
    const float width = sketch.S(28) + sketch.Width(Type::kControlStrong, section.sign->words);
    if (at > column.x && at + width > column.x + column.width) {
      at = column.x;
      y += line + sketch.S(4);
    }
    sketch.Sign(*section.sign, at, y + line / 2, 20);
    at += sketch.S(28);
    words(section.sign->words);
  }
  if (section.strength || section.sign) column.y = y + line + sketch.S(8);
}

void DrawHeading(Column& column, const WhySection& section) {
  Sketch& sketch = column.sketch;
  column.Rule(Ink::kInk, 2, false);
  column.Gap(12);
  if (section.key.rfind("near/", 0) == 0) {
    column.y += sketch.Heading(column.x, column.y, column.width, section.title, Type::kH3, 3);
    column.Gap(5);
    DrawReading(column, section);
    column.Gap(4);
    return;
  }
  const float x = column.x, y = column.y, width = column.width;
  const float line = sketch.LineOf(Type::kH3);
  const float aside =
      section.aside.empty() ? 0 : sketch.Width(Type::kCaption, section.aside) + sketch.S(12);
  float mark = 0;
  if (section.sign) mark = sketch.S(34);
  if (section.strength && section.strength->ruler != Ruler::kAbsent)
    mark = sketch.RulerWidth(14) + sketch.S(12);
  const float title = std::min(sketch.Width(Type::kH3, section.title) + 1, width);
  const bool beside = title + mark + aside + sketch.S(10) <= width;
  const float height = sketch.Heading(x, y, beside ? title : width, section.title, Type::kH3, 3);
  float at = x + title + sketch.S(10), middle = y + line / 2;
  if (!beside) {
    at = x;
    middle = y + height + sketch.S(12);
  }
  if (section.sign)
    sketch.Sign(*section.sign, at, middle, 24);
  else if (section.strength && section.strength->ruler != Ruler::kAbsent)
    sketch.LevelRuler(at, std::round(middle), *section.strength, 14);
  if (!section.aside.empty())
    sketch.WordsRight(x + width, middle - sketch.LineOf(Type::kCaption) / 2, section.aside,
                      Type::kCaption, Ink::kInkMute, aside);
  column.y += height;
  column.Gap(beside ? 12 : 34);
}

/// A condition, what would be said if it were turned, and its switch.
void DrawChange(Column& column, const WhyChange& change) {
  Sketch& sketch = column.sketch;
  std::vector<SegmentChoice> choices;
  for (const Lever lever : {Lever::kOff, Lever::kOpen, Lever::kOn}) {
    SegmentChoice choice;
    choice.key = lever == Lever::kOff ? "off" : lever == Lever::kOpen ? "open" : "on";
    choice.words = sketch.Say(Label(lever));
    choice.chosen = change.now == lever;
    choice.quiet = lever == Lever::kOpen;
    choice.choose = Suppose{change.lever, lever};
    choices.push_back(std::move(choice));
  }
  const float segment = sketch.SegmentWidth(choices);
  const bool beside = column.width - segment >= sketch.S(200);
  const float room = beside ? column.width - segment - sketch.S(12) : column.width;
  const std::vector<Run> runs{{change.name, Type::kControl, Ink::kInk},
                              {"  " + change.turned, Type::kMeta, Ink::kInkSoft}};
  const float text = sketch.FlowHeight(runs, room);
  const float control = sketch.Control(28);
  const float height = beside ? std::max(text, control) + sketch.S(4) : text + sketch.S(2);
  sketch.Flowed(column.x, column.y + (height - text) / 2, runs, room);
  Item item = MakeItem(ItemRole::kButton, "why/change/" + change.lever,
                       sketch.Say("{0}: {1}", {change.words, change.then}),
                       {column.x, column.y, room, std::max(height, sketch.target())});
  item.description = sketch.say().Chain(Key("{0}. {1}"), {change.name, change.turned});
  item.press = change.turn;
  sketch.Add(std::move(item));
  if (!beside) column.y += std::max(height, sketch.target());
  sketch.Segment(beside ? column.x + column.width - segment : column.x,
                 beside ? column.y + (height - control) / 2 : column.y,
                 "why/switch/" + change.lever, change.name, choices);
  column.y += beside ? std::max(height, sketch.target()) : control + sketch.S(4);
  sketch.HRule(column.x, column.y, column.width, Ink::kLine);
  column.y += 1;
}

void DrawChanges(Column& column, const WhyModel& model) {
  Sketch& sketch = column.sketch;
  WhySection section;
  section.title = sketch.Say("What would change it?");
  sketch.Open(MakeItem(ItemRole::kGroup, "why/changes", section.title));
  DrawHeading(column, section);
  column.Words(model.no_change, Type::kControl, Ink::kInkSoft);
  for (const WhyChange& change : model.changes) DrawChange(column, change);
  if (model.more_changes > 0)
    column.Line(sketch.Say("and {0} more", {std::to_string(model.more_changes)}), Type::kCaption,
                Ink::kInkMute);
  if (!model.others.empty()) {
    column.Gap(6);
    column.Words(model.others, Type::kControl, Ink::kInkSoft);
  }
  sketch.Close();
}

}  // namespace

Scene BuildWhyScene(const WhyModel& model, const Space& space) {
  Sketch sketch(space, "why", Ink::kSurface);
  const float x = space.phone() ? space.margin() : sketch.S(28);
  Column column{sketch, x, sketch.S(18), space.width - 2 * x};
  const float close = std::max(sketch.target(), sketch.S(28));
  const bool known = model.unknown.empty();
  if (known)
    sketch.Voice(model.mark, x, column.y + sketch.S(4) + sketch.LineOf(Type::kLabel) / 2, 14);
  Column title = column.Inset(known ? sketch.S(22) : 0, close + sketch.S(8));
  title.Gap(4);
  title.Heading(model.heading, Type::kLabel, 2, Ink::kInkSoft, "why/title");
  sketch.IconButton(x + column.width - close, column.y, close, Glyph::kClose, "why/close",
                    sketch.Say("Close the reasons"), model.close);
  column.y += close;
  column.Past(title);
  column.Gap(8);
  if (!model.unknown.empty()) {
    column.Words(model.unknown, Type::kBody, Ink::kInkSoft);
    return sketch.Finish(column.y + sketch.S(24));
  }
  for (const WhySection& section : model.sections) {
    sketch.Open(MakeItem(ItemRole::kGroup, "why/" + section.key, section.title));
    DrawHeading(column, section);
    const bool ladder = section.key == "level" || section.key == "against" ||
                        section.key == "direction" || section.key.rfind("near/", 0) == 0;
    for (std::size_t i = 0; i < section.rows.size(); ++i)
      DrawRow(column, section.rows[i], "why/" + section.key + "/" + std::to_string(i), ladder,
              i + 1 == section.rows.size());
    sketch.Close();
    column.Gap(8);
  }
  DrawChanges(column, model);
  column.Gap(18);
  column.Buttons(ButtonsOf(model.actions, "why/"));
  return sketch.Finish(column.y + sketch.S(24));
}

}  // namespace proviso::view
