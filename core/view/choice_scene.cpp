#include "core/view/choice_scene.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/view/dialog_scene.h"

namespace proviso::view {

ButtonSpec ChoiceButton(const Sketch& sketch, const Choice& choice, std::string id) {
  ButtonSpec spec;
  spec.id = std::move(id);
  spec.words = Chosen(choice).words;
  spec.name = sketch.Say("{0}: {1}", {choice.name, spec.words});
  spec.command = PressOf(choice);
  spec.description =
      choice.values.size() > 2
          ? sketch.Say("{0} choices", {std::to_string(choice.values.size())})
          : sketch.Say("Next: {0}",
                       {(choice.values[0].main ? choice.values[1] : choice.values[0]).words});
  spec.kind = ButtonKind::kSmall;
  spec.drop_arrow = true;
  return spec;
}

Scene BuildChoicesScene(const Choice& choice, const Space& space) {
  Sketch sketch(space, "choices", Ink::kSurface);
  const float x = DialogMargin(space), width = space.width - 2 * x;
  float y = DrawDialogTitle(sketch, choice.name, space);
  sketch.HRule(x, y, width, Ink::kInk, 2);
  y += 2;
  sketch.Open(MakeItem(ItemRole::kListBox, "choices/list", choice.name));
  const float least = std::max(sketch.S(40), sketch.target());
  const float left = x + sketch.S(12), room = width - sketch.S(16);
  for (std::size_t i = 0; i < choice.values.size(); ++i) {
    const Action& value = choice.values[i];
    Run run;
    run.text = value.words;
    run.type = value.main ? Type::kBodyStrong : Type::kBody;
    const float words = sketch.FlowHeight({run}, room);
    const float height = std::max(std::ceil(words + sketch.S(16)), least);
    if (value.main) sketch.Fill({x, y, 4, height}, Ink::kInk);
    sketch.Flowed(left, std::round(y + (height - words) / 2), {run}, room);
    Item item =
        MakeItem(ItemRole::kOption, ChoiceItem(choice, value), value.words, {x, y, width, height});
    item.press = value.command;
    item.selected = value.main ? Tri::kYes : Tri::kNo;
    item.group = "choices";
    item.pos = static_cast<std::uint32_t>(i) + 1;
    item.size = static_cast<std::uint32_t>(choice.values.size());
    sketch.Add(std::move(item));
    y += height;
    sketch.HRule(x, y, width, Ink::kLine);
    y += 1;
  }
  sketch.Close();
  return sketch.Finish(std::ceil(y) + sketch.S(22));
}

}  // namespace proviso::view
