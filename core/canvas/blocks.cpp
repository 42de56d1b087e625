#include "core/canvas/blocks.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace proviso::view {
namespace {

void DrawBlock(Column& column, const Gap& gap) { column.Gap(gap.points); }

void DrawBlock(Column& column, const Rule& rule) {
  column.Rule(rule.ink, rule.thickness, rule.room);
}

void DrawBlock(Column& column, const Title& title) {
  column.Heading(title.text, title.type, title.level, title.ink, title.id);
}

void DrawBlock(Column& column, const Prose& words) {
  column.Words(words.text, words.type, words.ink, words.id);
}

void DrawBlock(Column& column, const Labelled& block) {
  if (block.text.empty()) return;
  column.Words(block.label, Type::kLabel, Ink::kInkSoft);
  column.y += 2;
  column.Words(block.text, Type::kControl);
  column.Gap(10);
}

void DrawBlock(Column& column, const Quote& quote) {
  const std::vector<Run> runs{{quote.text, quote.type}};
  Column inside = column.Inset(column.S(14), column.S(14));
  const float height = column.sketch.FlowHeight(runs, inside.width) + 2 * column.S(11);
  const Rect rect{column.x, column.y, column.width, height};
  column.sketch.Fill(rect, Ink::kSunken, 8);
  column.sketch.Stroke(rect, Ink::kLine, 1, 8);
  inside.Gap(11);
  inside.Words(runs, quote.id);
  column.y += height;
}

void DrawBlock(Column& column, const Signed& block) {
  column.Signed(block.glyph, 18, 26, block.text, Type::kControl, block.id);
}

void DrawBlock(Column& column, const Buttons& buttons) { column.Buttons(buttons); }

void DrawBlock(Column& column, const Choices& block) {
  Sketch& sketch = column.sketch;
  const float segment = sketch.SegmentWidth(block.choices), height = sketch.Control(28);
  const float line = sketch.LineOf(Type::kControl);
  const bool beside =
      sketch.Width(Type::kControl, block.label) + sketch.S(16) + segment <= column.width;
  sketch.Words(column.x, column.y + (beside ? (height - line) / 2 : 0), block.label, Type::kControl,
               Ink::kInk, column.width);
  if (!beside) column.y += line + sketch.S(4);
  if (segment <= column.width) {
    sketch.Segment(beside ? column.x + column.width - segment : column.x, column.y, block.id,
                   block.label, block.choices);
  } else {
    // Too wide for a phone at large type: one button that goes round.
    std::size_t at = 0;
    for (std::size_t i = 0; i < block.choices.size(); ++i)
      if (block.choices[i].chosen) at = i;
    const SegmentChoice& now = block.choices[at];
    const SegmentChoice& next = block.choices[(at + 1) % block.choices.size()];
    ButtonSpec spec{block.id, now.words, sketch.Say("{0}: {1}", {block.label, now.words}),
                    next.choose, ButtonKind::kSmall};
    spec.description = sketch.Say("Next: {0}", {next.words});
    spec.drop_arrow = true;
    spec.max_width = column.width;
    sketch.Button(column.x, column.y, spec);
  }
  column.y += height + sketch.S(8);
}

void DrawBlock(Column& column, const Switch& block) {
  column.y += column.sketch.CheckRow(column.x, column.y, column.width, block.id, block.words, "",
                                     block.on, block.turn);
  Column under = column.Inset(column.S(24));
  under.Words(block.sentence, Type::kCaption, Ink::kInkMute);
  column.Past(under);
  column.Gap(8);
}

void DrawOption(Column& column, const Options& list, std::size_t at) {
  Sketch& sketch = column.sketch;
  const Option& option = list.options[at];
  const std::vector<Run> words{{option.words, option.chosen ? Type::kBodyStrong : Type::kBody}};
  const std::vector<Run> note{{option.note, Type::kCaption, Ink::kInkMute}};
  const float cap =
      option.shortcut.empty() ? 0 : sketch.KeyCapWidth(option.shortcut) + sketch.S(16);
  const Column inside = column.Inset(sketch.S(12), cap + sketch.S(option.note.empty() ? 4 : 12));
  const float high = sketch.FlowHeight(words, inside.width);
  const float under = sketch.FlowHeight(note, inside.width);
  const Rect row{column.x, column.y, column.width,
                 std::max({high + under + sketch.S(16), sketch.S(40), sketch.target()})};
  if (option.chosen) sketch.Fill({row.x, row.y, 4, row.h}, Ink::kInk);
  const float top = std::round(row.y + (row.h - high - under) / 2);
  sketch.Flowed(inside.x, top, words, inside.width);
  sketch.Flowed(inside.x, top + high, note, inside.width);
  if (cap > 0) sketch.KeyCap(row.right() - sketch.S(8), row.y + row.h / 2, option.shortcut);
  const Tri chosen = option.chosen ? Tri::kYes : Tri::kNo;
  Item item = MakeItem(ItemRole::kMenuItem, option.id, option.words, row);
  item.description = option.note;
  item.shortcut = option.shortcut;
  item.press = option.choose;
  item.group = list.group;
  if (list.role == ItemRole::kMenu) {
    item.current = option.chosen;
  } else {
    const bool radio = list.role == ItemRole::kRadioGroup;
    item.role = radio ? ItemRole::kRadio : ItemRole::kOption;
    (radio ? item.checked : item.selected) = chosen;
    item.pos = static_cast<std::uint32_t>(at) + 1;
    item.size = static_cast<std::uint32_t>(list.options.size());
  }
  sketch.Add(std::move(item));
  column.y += row.h;
  column.Rule();
}

void DrawBlock(Column& column, const Options& list) {
  column.sketch.Open(MakeItem(list.role, list.id, list.name));
  for (std::size_t i = 0; i < list.options.size(); ++i) DrawOption(column, list, i);
  column.sketch.Close();
}

void DrawBlock(Column& column, const KeyTable& table) {
  Sketch& sketch = column.sketch;
  const float keys = std::min(sketch.S(180), column.width * 0.4f);
  sketch.Open(MakeItem(ItemRole::kTable, table.id + "/table", table.name));
  int number = 0;
  for (const KeyLine& line : table.lines) {
    sketch.Open(MakeItem(ItemRole::kRow, table.id + "/" + std::to_string(++number),
                         sketch.Say("{0}: {1}", {line.keys, line.what})));
    column.Gap(7);
    Column left = column.Part(0, keys - sketch.S(12)), right = column.Inset(keys);
    left.Words(line.keys, Type::kControlStrong);
    sketch.scene().items.back().role = ItemRole::kRowHeader;
    right.Words(line.what, Type::kControl, Ink::kInkSoft);
    sketch.scene().items.back().role = ItemRole::kCell;
    column.Past(left);
    column.Past(right);
    column.y += sketch.S(14) - sketch.S(7);
    sketch.Close();
    column.Rule();
  }
  sketch.Close();
}

void DrawBlock(Column& column, const Drawing& draw) { draw(column); }

void DrawBlock(Column& column, const Rows& list) {
  Item item = MakeItem(ItemRole::kList, list.id, list.name);
  item.size = static_cast<std::uint32_t>(std::max(list.size, list.rows.size()));
  column.sketch.Open(std::move(item));
  for (const Drawing& row : list.rows) row(column);
  column.sketch.Close();
}

}  // namespace

void Draw(Column& column, const Blocks& blocks) {
  for (const Block& block : blocks)
    std::visit([&](const auto& one) { DrawBlock(column, one); }, block);
}

}  // namespace proviso::view
