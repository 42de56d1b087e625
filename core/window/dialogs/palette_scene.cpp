#include <algorithm>
#include <cmath>
#include <utility>

#include "core/canvas/sketch.h"
#include "core/window/dialogs/panels.h"
#include "core/window/dialogs/title.h"

namespace proviso::view {
namespace {

void DrawPaletteRow(Sketch& sketch, const PaletteRow& row, Rect rect, bool chosen, float margin) {
  if (chosen) {
    sketch.Fill(rect, Ink::kAccentTint);
    sketch.Fill({rect.x, rect.y, 4, rect.h}, Ink::kAccent);
    sketch.set_ground(Ink::kAccentTint);
  }
  const float x = rect.x + margin, middle = rect.y + rect.h / 2;
  if (row.sign)
    sketch.Sign(*row.sign, x, middle, 18);
  else
    sketch.Sign(Glyph::kRight, x, middle, 18);
  float right = rect.right() - margin;
  const bool roomy = rect.w >= sketch.S(480);
  if (chosen && roomy && !row.enter.empty()) {
    right -= std::ceil(sketch.WordsRight(right, middle - sketch.LineOf(Type::kCaption) / 2,
                                         row.enter, Type::kCaption, Ink::kInkMute, rect.w / 4)) +
             sketch.S(6);
    sketch.KeyCap(right, middle, "Enter");
    right -= sketch.KeyCapWidth("Enter") + sketch.S(12);
  } else if (roomy && !row.shortcut.empty()) {
    sketch.KeyCap(right, middle, row.shortcut);
    right -= sketch.KeyCapWidth(row.shortcut) + sketch.S(12);
  } else if (!row.refs.empty()) {
    const Ref& ref = row.refs.front();
    const float width = sketch.Width(Type::kCaption, ref.short_words);
    sketch.Words(right - width, middle - sketch.LineOf(Type::kCaption) / 2, ref.short_words,
                 Type::kCaption, Ink::kInkSoft);
    right -= std::ceil(width) + sketch.S(12);
  }
  const float left = x + sketch.S(36);
  std::vector<Run> runs;
  std::string name;
  for (const WordRun& word : row.text) {
    Run run;
    run.text = word.text;
    run.type = word.hedge ? Type::kBodyStrong : Type::kBody;
    run.underline = word.hedge;
    name += word.text;
    runs.push_back(std::move(run));
  }
  const float note_room = row.note.empty() || right - left < sketch.S(200)
                              ? 0
                              : std::min(rect.w / 4, sketch.Width(Type::kCaption, row.note) + 1);
  const float room = right - left - (note_room > 0 ? note_room + sketch.S(14) : 0);
  const Flow flow = FlowText(sketch.measure(), sketch.scale(), runs, room, 1);
  const float top = std::round(middle - sketch.LineOf(Type::kBody) / 2);
  sketch.Flowed(left, top, runs, room, 1);
  if (note_room > 0)
    sketch.Words(left + flow.width + sketch.S(14),
                 top + sketch.BaseOf(Type::kBody) - sketch.BaseOf(Type::kCaption), row.note,
                 Type::kCaption, Ink::kInkMute, note_room);
  Item item = MakeItem(ItemRole::kOption, "palette/" + row.key, name, rect);
  std::vector<std::string> more{row.note};
  if (!row.refs.empty()) more.push_back(row.refs.front().words);
  if (chosen) more.push_back(row.enter);
  item.description = sketch.say().Chain(Key("{0}, {1}"), more);
  item.shortcut = row.shortcut;
  item.press = row.command;
  item.group = "palette";
  item.selected = chosen ? Tri::kYes : Tri::kNo;
  sketch.Add(std::move(item));
  sketch.set_ground(Ink::kSurface);
}

}  // namespace

Scene BuildPaletteScene(const PaletteModel& model, const std::string& focus, const Space& space) {
  Sketch sketch(space, "palette", Ink::kSurface);
  const float x = space.phone() ? 16.0f : 20.0f, width = space.width - 2 * x;
  const float bar = std::max(sketch.S(60), sketch.target() + 16);
  const float count =
      model.count.empty() ? 0 : std::ceil(sketch.Width(Type::kCaption, model.count)) + sketch.S(12);
  const float close = sketch.Control(28);
  FieldSpec field;
  field.id = std::string(kPaletteField);
  field.name = sketch.Say("Search");
  field.value = model.words;
  field.placeholder = model.placeholder;
  field.typed = SetPaletteWords{};
  field.type = Type::kAnswer;
  field.framed = false;
  sketch.Field({x, 6, width - count - close, bar - 12}, field);
  const float caption = std::round((bar - sketch.LineOf(Type::kCaption)) / 2);
  if (count > 0)
    sketch.Text(x + width - close - count + sketch.S(8), caption, count, model.count,
                Type::kCaption, Ink::kInkMute, "palette/count");
  sketch.IconButton(x + width - close + sketch.S(6), std::round((bar - close) / 2), close,
                    Glyph::kClose, "dialog/close", sketch.Say("Close"), ShowDialog{Dialog::kNone},
                    16);
  sketch.HRule(2, bar, space.width - 4, Ink::kLine);
  float y = bar + 1 + sketch.S(10);
  if (!model.empty.empty()) {
    y += sketch.S(8);
    y += sketch.Paragraph(x, y, width, model.empty, Type::kBody, Ink::kInkSoft, 0, "palette/empty");
    if (model.nearest) {
      ButtonSpec nearest;
      nearest.id = "palette/" + model.nearest->key;
      nearest.words = model.nearest->words;
      nearest.command = model.nearest->command;
      nearest.max_width = width;
      y += sketch.S(10);
      y += sketch.Button(x, y, nearest).h;
    }
    y += sketch.S(14);
  }
  bool chosen_one = false;
  for (const PaletteGroup& group : model.groups)
    for (const PaletteRow& row : group.rows) chosen_one |= focus == "palette/" + row.key;
  const float row_height = std::max(sketch.S(40), sketch.target());
  bool first = true;
  sketch.Open(MakeItem(ItemRole::kListBox, "palette/list", sketch.Say("Results")));
  int number = 0;
  for (const PaletteGroup& group : model.groups) {
    if (group.rows.empty()) continue;
    sketch.Open(
        MakeItem(ItemRole::kGroup, "palette/group/" + std::to_string(++number), group.label));
    y += sketch.Text(x, y, width, group.label, Type::kLabel, Ink::kInkSoft) + sketch.S(3);
    for (const PaletteRow& row : group.rows) {
      const bool chosen = chosen_one ? focus == "palette/" + row.key : first;
      first = false;
      DrawPaletteRow(sketch, row, {2, y, space.width - 4, row_height}, chosen, x - 2);
      y += row_height;
    }
    sketch.Close();
    y += sketch.S(12);
  }
  sketch.Close();
  std::string hints;
  for (const std::string& hint : model.hints) hints += (hints.empty() ? "" : "  ·  ") + hint;
  if (!hints.empty()) {
    const Run run{hints, Type::kCaption, Ink::kInkMute};
    const float height = sketch.FlowHeight({run}, width) + sketch.S(24);
    sketch.Fill({2, y, space.width - 4, height}, Ink::kSunken);
    sketch.HRule(2, y, space.width - 4, Ink::kLine);
    sketch.Paragraph(x, y + sketch.S(12), width, {run}, 0, "palette/hints");
    y += height;
  }
  return sketch.Finish(std::ceil(y) + 2);
}

}  // namespace proviso::view
