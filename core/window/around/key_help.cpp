#include "core/window/around/key_help.h"

#include <string>

#include "core/state/view_state.h"

namespace proviso::view {

std::vector<KeyLine> KeyHelp(const Say& say) {
  return {
      {say("1 to {0}##keys", {std::to_string(kViewCount)}), say("Go to a view")},
      {say("/ or Ctrl K (Cmd K)##keys"), say("Search, and all that can be done")},
      {"?", say("This list")},
      {"Tab, Shift Tab", say("Next and previous control")},
      {say("← → ↑ ↓, Home, End##keys"), say("Move within a list or a group")},
      {"Page Up, Page Down", say("Scroll")},
      {"Enter", say("Open; once more: the paragraph")},
      {say("Space##keys"), say("Switch a condition: open, on, off")},
      {"O", say("The original place of what is selected")},
      {"S", say("Suppose what is selected")},
      {"X", say("Clear what is supposed")},
      {"F", say("Filter the claims by words")},
      {"C", say("Compare the texts, on what is selected")},
      {"N", say("In Sources: the next passage that needs you")},
      {"E", say("Edit what is selected, where the page lets you")},
      {"W", say("Why: the reasons of whoever is selected")},
      {"Z, Shift Z, 0", say("Zoom in, zoom out, fit")},
      {say("Shift F10##keys"), say("What can be done with what has the focus")},
      {say("Ctrl C (Cmd C)##keys"), say("Copy the words that are selected")},
      {say("Ctrl Z (Cmd Z)##keys"), say("Undo")},
      {say("Ctrl Shift Z (Cmd Shift Z)##keys"), say("Redo")},
      {say("Ctrl S (Cmd S)##keys"), say("Save the dataset that is edited")},
      {"Esc", say("Close the innermost thing; then give the keyboard back to the page")},
  };
}

}  // namespace proviso::view
