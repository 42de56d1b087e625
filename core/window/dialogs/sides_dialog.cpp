#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "core/window/dialogs/panels.h"

namespace proviso::view {
namespace {

// A text or holder with its note, cut where there is no room, and which side it is.
void DrawSide(Column& column, const SideChoice& choice) {
  Sketch& sketch = column.sketch;
  const std::vector<SegmentChoice> sides{
      {"a", sketch.Say("First"), choice.is_a, false, choice.as_a},
      {"b", sketch.Say("Second"), choice.is_b, false, choice.as_b}};
  const float height = sketch.Control(28), segment = sketch.SegmentWidth(sides);
  const float room = column.width - segment - sketch.S(12);
  const float note = std::min(std::ceil(sketch.Width(Type::kCaption, choice.note)), room / 2);
  const float top = std::round(column.y + (height - sketch.LineOf(Type::kControl)) / 2);
  const float used = sketch.Words(column.x, top, choice.name, Type::kControl, Ink::kInk,
                                  room - note - sketch.S(8));
  sketch.Words(column.x + used + sketch.S(8),
               top + sketch.BaseOf(Type::kControl) - sketch.BaseOf(Type::kCaption), choice.note,
               Type::kCaption, Ink::kInkMute, note + 1);
  sketch.Segment(column.x + column.width - segment, column.y, "sides/" + choice.id, choice.name,
                 sides, false, choice.note);
  column.y += height + sketch.S(6);
}

}  // namespace

Blocks SidesPanel(const SidesModel& model, const Say& say) {
  Blocks blocks;
  const auto add = [&](std::string title, const std::vector<SideChoice>& choices) {
    if (choices.empty()) return;
    blocks.insert(blocks.end(), {Title{std::move(title)}, Gap{4}});
    for (const SideChoice& choice : choices)
      blocks.push_back([choice](Column& column) { DrawSide(column, choice); });
    blocks.push_back(Gap{10});
  };
  add(say("Texts"), model.texts);
  add(say("Voices"), model.holders);
  blocks.insert(blocks.end(), {Prose{model.more, Type::kCaption, Ink::kInkMute}, Gap{16}});
  return blocks;
}

}  // namespace proviso::view
