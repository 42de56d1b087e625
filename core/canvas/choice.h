#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/state/action.h"
#include "core/state/session.h"
#include "core/voice/voice.h"

namespace proviso::view {

/// A setting with a few values; the one in force is `main`.
struct Choice {
  std::string key;   ///< Of the state's field, as in links.
  std::string name;  ///< "Sort by"
  std::vector<Action> values;
};

/// What field `key` of the state can be set to: "t" (the outcome), "steps", "sort", "group",
/// "cols", "rows" or "order"; none for another field, and where there is nothing to choose from.
std::optional<Choice> ChoiceOf(const Library& library, const ViewState& state,
                               std::string_view key);

/// The choice of "arrows", whose links are drawn, among `voices`.
Choice ArrowsChoice(const Library& library, const ViewState& state,
                    const std::vector<ActorId>& voices);

/// The value in force.
const Action& Chosen(const Choice& choice);

/// The id of a value's item in the list.
std::string ChoiceItem(const Choice& choice, const Action& value);

/// What pressing the choice means: of two values the other one, of more a list of them.
Command PressOf(const Choice& choice);

}  // namespace proviso::view
