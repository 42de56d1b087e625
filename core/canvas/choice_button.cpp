#include "core/canvas/choice_button.h"

#include <algorithm>
#include <cmath>
#include <utility>

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

}  // namespace proviso::view
