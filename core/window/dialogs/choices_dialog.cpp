#include <utility>

#include "core/canvas/choice.h"
#include "core/window/dialogs/panels.h"

namespace proviso::view {

Blocks ChoicesPanel(const Choice& choice) {
  Options list{ItemRole::kListBox, "choices/list", choice.name, "choices", {}};
  for (const Action& value : choice.values)
    list.options.push_back({ChoiceItem(choice, value), value.words, value.command, value.main});
  return {Rule{Ink::kInk, 2}, std::move(list), Gap{22}};
}

}  // namespace proviso::view
