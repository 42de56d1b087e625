#pragma once

#include <string>

namespace proviso::view {

/// A key as the DOM names it ("ArrowDown", "Enter", "Escape", "a", "/"), with its modifiers.
struct KeyPress {
  std::string key;
  bool shift = false;
  bool ctrl = false;  ///< Ctrl, or Command on a Mac.
  bool alt = false;
  bool in_text_field = false;  ///< A text field has the focus: letters and arrows are its own.
};

/// What a key does, for people.
struct KeyLine {
  std::string keys, what;
};

}  // namespace proviso::view
