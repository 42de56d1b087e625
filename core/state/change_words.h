#pragma once

#include <string>
#include <string_view>

#include "core/state/session.h"

namespace proviso::view {

/// What leads from `before` to `after`, in a few words: "“Punishment”: on", "filter Holder: Hart".
/// Starts small; empty if the states are equal.
std::string ChangeWords(const Library& library, const ViewState& before, const ViewState& after);

/// Whose answers a change of what is supposed has changed, for whoever cannot see it: "1 voice
/// changed. The clerk: very likely; both ways."; empty if the dataset is too large to be asked
/// twice in passing.
std::string AnswerChangeWords(const Library& library, const ViewState& before,
                              const ViewState& after);

/// What the record with this id is called, cut to a line; the id itself where there is none.
std::string NameOfId(const Library& library, std::string_view id);

}  // namespace proviso::view
