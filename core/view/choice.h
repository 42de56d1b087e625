#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/view/session.h"
#include "core/view/voice_model.h"

namespace proviso::view {

/// A setting with a few values; the one in force is `main`.
struct Choice {
  std::string key;   ///< Of the state's field, as in links.
  std::string name;  ///< "Sort by"
  std::vector<Action> values;
};

/// What field `key` of the state can be set to: "t" (the outcome), "arrows", "steps", "sort",
/// "group", "cols", "rows" or "order"; none for another field, and where there is nothing to choose
/// from.
///
/// Cost: of "arrows" the links of the dataset; of the others their values.
std::optional<Choice> ChoiceOf(const Library& library, const ViewState& state,
                               std::string_view key);

/// The choice of "arrows" among `voices`, for a caller that has them.
Choice ArrowsChoice(const Library& library, const ViewState& state,
                    const std::vector<ActorId>& voices);

/// The value in force.
const Action& Chosen(const Choice& choice);

/// The id of a value's item in the list.
std::string ChoiceItem(const Choice& choice, const Action& value);

/// What pressing the choice means: of two values the other one, of more a list of them.
Command PressOf(const Choice& choice);

}  // namespace proviso::view
