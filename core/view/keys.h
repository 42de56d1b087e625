#pragma once

#include <cstdint>
#include <string>

#include "core/view/frame.h"

namespace proviso::view {

/// A key as the DOM names it ("ArrowDown", "Enter", "Escape", "a", "/"), with its modifiers.
struct KeyPress {
  std::string key;
  bool shift = false;
  bool ctrl = false;  ///< Ctrl, or Command on a Mac.
  bool alt = false;
  bool in_text_field = false;  ///< A text field has the focus: letters and arrows are its own.
};

/// The commands of one key press, given what is on screen; empty if the key is not ours, and then
/// the page keeps it. Tab is never ours on the web: `NextTabStop` serves the desktop.
///
/// Source: design/ui, "Keys"; listed for people by `KeyHelp`.
Commands OnKey(const Library& library, const Session& session, const Frame& frame,
               const KeyPress& key);

/// The id of the next (step 1) or previous (step −1) Tab stop after the focused item, or empty past
/// either end: the keyboard is never trapped.
std::string NextTabStop(const Frame& frame, const std::string& focus, int step);

/// Where the focus goes when the item `focus` of `before` is not in `now`: to the next one of its
/// panel that is still there, else the last one before it. If the panel has gone as well, or has
/// nothing left of what it had, to what is selected on the stage, else to the first thing there.
std::string FocusAfter(const Frame& before, const Frame& now, const std::string& focus);

struct KeyHelpLine {
  std::string keys, what;
};
std::vector<KeyHelpLine> KeyHelp(const Say& say);

}  // namespace proviso::view
