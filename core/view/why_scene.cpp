#include "core/view/why_scene.h"

#include <algorithm>
#include <cmath>

#include "core/view/copy_scene.h"
#include "core/view/sketch.h"

namespace proviso::view {
namespace {

constexpr float kMark = 28;

Run PlainRun(std::string text, Type type, Ink ink) {
  Run run;
  run.text = std::move(text);
  run.type = type;
  run.ink = ink;
  return run;
}

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

/// One rung. Returns its height.
float DrawRow(Sketch& sketch, const WhyRow& row, const std::string& id, float x, float y,
              float width, bool ladder, bool last) {
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
  if (!row.tail.empty()) item.description = row.tail;
  item.press = row.open;
  if (row.place) item.double_press = row.place;
  if (row.mark == WhyMark::kPull) item.name = sketch.Say("{0}. {1}", {row.sign.words, item.name});
  sketch.Add(std::move(item));
  bottom = std::max(bottom, top + sketch.target());
  if (!row.tail.empty()) {
    bottom += sketch.Flowed(left, bottom + sketch.S(1),
                            {PlainRun(row.tail, Type::kCaption, Ink::kInkMute)}, room) +
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
  return bottom - y;
}

float DrawHeading(Sketch& sketch, const WhySection& section, float x, float y, float width) {
  sketch.HRule(x, y, width, Ink::kInk, 2);
  y += sketch.S(12);
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
  return sketch.S(12) + height + (beside ? sketch.S(12) : sketch.S(34));
}

float DrawChanges(Sketch& sketch, const WhyModel& model, float x, float y, float width) {
  WhySection section;
  section.key = "changes";
  section.title = sketch.Say("What would change it?");
  const float start = y;
  sketch.Open(MakeItem(ItemRole::kGroup, "why/changes", section.title));
  y += DrawHeading(sketch, section, x, y, width);
  if (!model.no_change.empty())
    y += sketch.Paragraph(x, y, width, model.no_change, Type::kControl, Ink::kInkSoft);
  for (const WhyChange& change : model.changes) {
    const std::vector<Run> runs{PlainRun(sketch.Say("{0}: ##before what is said", {change.words}),
                                         Type::kControl, Ink::kInk),
                                PlainRun(change.then, Type::kControlStrong, Ink::kInk)};
    const float height = std::max(sketch.FlowHeight(runs, width), sketch.target());
    sketch.Flowed(x, y + sketch.S(2), runs, width);
    Item item =
        MakeItem(ItemRole::kButton, "why/change/" + change.lever,
                 sketch.Say("{0}: {1}", {change.words, change.then}), {x, y, width, height});
    item.press = change.turn;
    sketch.Add(std::move(item));
    y += height + sketch.S(4);
  }
  if (model.more_changes > 0)
    y += sketch.Text(x, y, width, sketch.Say("and {0} more", {std::to_string(model.more_changes)}),
                     Type::kCaption, Ink::kInkMute);
  sketch.Close();
  return y - start;
}

}  // namespace

Scene BuildWhyScene(const WhyModel& model, const Space& space) {
  Sketch sketch(space, "why", Ink::kSurface);
  const float x = space.phone() ? space.margin() : sketch.S(28);
  const float width = space.width - 2 * x;
  float y = sketch.S(18);
  const float close = std::max(sketch.target(), sketch.S(28));
  const float heading = sketch.Heading(x, y + sketch.S(4), width - close - sketch.S(8),
                                       model.heading, Type::kLabel, 2, Ink::kInkSoft, "why/title");
  sketch.IconButton(x + width - close, y, close, Glyph::kClose, "why/close",
                    sketch.Say("Close the reasons"), model.close);
  y += std::max(heading + sketch.S(4), close) + sketch.S(6);
  y += sketch.Paragraph(x, y, width, sketch.Say("{0}?", {model.outcome}), Type::kLead, Ink::kInk) +
       sketch.S(12);
  if (!model.unknown.empty()) {
    y += sketch.Paragraph(x, y, width, model.unknown, Type::kBody, Ink::kInkSoft);
    return sketch.Finish(y + sketch.S(24));
  }
  for (const WhySection& section : model.sections) {
    sketch.Open(MakeItem(ItemRole::kGroup, "why/" + section.key, section.title));
    y += DrawHeading(sketch, section, x, y, width);
    const bool ladder =
        section.key == "level" || section.key == "against" || section.key == "direction";
    for (std::size_t i = 0; i < section.rows.size(); ++i)
      y += DrawRow(sketch, section.rows[i], "why/" + section.key + "/" + std::to_string(i), x, y,
                   width, ladder, i + 1 == section.rows.size());
    sketch.Close();
    y += sketch.S(8);
  }
  y += DrawChanges(sketch, model, x, y, width) + sketch.S(18);
  std::vector<ButtonSpec> buttons;
  for (const Action& action : model.actions) {
    ButtonSpec spec;
    spec.id = "why/" + action.key;
    spec.words = action.words;
    spec.command = action.command;
    spec.kind = action.main ? ButtonKind::kMain : ButtonKind::kPlain;
    spec.max_width = width;
    buttons.push_back(std::move(spec));
  }
  y += sketch.ButtonRow(x, y, width, buttons);
  return sketch.Finish(y + sketch.S(24));
}

}  // namespace proviso::view
