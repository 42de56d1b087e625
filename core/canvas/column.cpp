#include "core/canvas/column.h"

#include <utility>

namespace proviso::view {

void Column::Rule(Ink ink, float thickness, bool room) {
  sketch.HRule(x, y, width, ink, thickness);
  if (room) y += thickness;
}

void Column::Words(std::string_view text, Type type, Ink ink, std::string id,
                   std::size_t max_lines) {
  y += sketch.Paragraph(x, y, width, text, type, ink, max_lines, std::move(id));
}

void Column::Words(const std::vector<Run>& runs, std::string id, std::size_t max_lines) {
  y += sketch.Paragraph(x, y, width, runs, max_lines, std::move(id));
}

void Column::Heading(std::string_view text, Type type, int level, Ink ink, std::string id) {
  y += sketch.Heading(x, y, width, text, type, level, ink, std::move(id));
}

void Column::Line(std::string_view text, Type type, Ink ink, std::string id) {
  y += sketch.Text(x, y, width, text, type, ink, std::move(id));
}

void Column::Signed(Glyph glyph, float size, float indent, std::string_view text, Type type,
                    std::string id) {
  sketch.Sign(glyph, x, y + sketch.LineOf(type) / 2, size);
  Column words = Inset(S(indent));
  words.Words(text, type, Ink::kInk, std::move(id));
  Past(words);
}

void Column::Button(ButtonSpec spec) {
  spec.max_width = width;
  y += sketch.Button(x, y, spec).h;
}

void Column::Buttons(const std::vector<ButtonSpec>& specs) {
  y += sketch.ButtonRow(x, y, width, specs);
}

void Column::Choice(const std::string& id, const std::string& name,
                    const std::vector<SegmentChoice>& choices) {
  if (sketch.SegmentWidth(choices) <= width) {
    y += sketch.Segment(x, y, id, name, choices).h;
    return;
  }
  std::vector<ButtonSpec> buttons;
  for (const SegmentChoice& choice : choices) {
    ButtonSpec spec{id + "/" + choice.key, choice.words, "", choice.choose, ButtonKind::kSmall};
    spec.pressed = choice.chosen ? Tri::kYes : Tri::kNo;
    buttons.push_back(std::move(spec));
  }
  sketch.Open(MakeItem(ItemRole::kGroup, id, name));
  Buttons(buttons);
  sketch.Close();
}

void Column::Field(const FieldSpec& spec) {
  const float height = sketch.Control(34);
  sketch.Field({x, y, width, height}, spec);
  y += height;
}

void Column::Chips(const std::vector<Ref>& refs) { y += sketch.RefChips(x, y, width, refs); }

void Column::Link(std::string_view text, Type type, std::string id, Command go,
                  std::size_t max_lines, std::string name) {
  const std::vector<Run> runs{{std::string(text), type, Ink::kAccent, false, true}};
  const float words = sketch.FlowHeight(runs, width, max_lines);
  const float target = std::max(words, sketch.target());
  sketch.Flowed(x, y + std::round((target - words) / 2), runs, width, max_lines);
  Item item = MakeItem(ItemRole::kLink, std::move(id),
                       name.empty() ? std::string(text) : std::move(name), {x, y, width, target});
  item.press = std::move(go);
  sketch.Add(std::move(item));
  y += target;
}

}  // namespace proviso::view
