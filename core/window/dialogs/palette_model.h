#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/state/action.h"
#include "core/state/session.h"
#include "core/voice/voice.h"

namespace proviso::view {

struct PaletteRow {
  std::string key;  ///< Unique in the palette and stable: a record's id, or "view/claims".
  std::vector<WordRun> text;  ///< `hedge`: the letters that match.
  std::string note;           ///< "supposed: on"; who holds a claim; or empty.
  std::optional<SignMark> sign;
  std::vector<Ref> refs;
  std::string enter;  ///< What Enter does: "switch on", "open", "go".
  std::string shortcut;
  Command command;  ///< The palette closes after it, but after switching a condition.
};

struct PaletteGroup {
  std::string label;  ///< Conditions, Claims, Actors, Places, Go to and do, Questions.
  std::vector<PaletteRow> rows;
};

struct PaletteModel {
  std::string words;
  std::string placeholder;
  std::vector<PaletteGroup> groups;
  std::string count;              ///< "19 results"
  std::string empty;              ///< "No match for “taiwn”. Nearest: Taiwan."
  std::optional<Action> nearest;  ///< Searches for the nearest word instead.
  std::vector<std::string> hints;
};

/// `>` only what can be done, `@` only actors, `#` only conditions.
PaletteModel BuildPaletteModel(const Library& library, const Session& session);

}  // namespace proviso::view
