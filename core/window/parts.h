#pragma once

#include <array>
#include <string_view>

#include "core/state/session.h"

namespace proviso::view {

// A page fetches some parts of the program only when something first needs them: the dialogs, and
// each view that says so in its row. What belongs to a part is found by the functions through which
// one comes into it (web/split.mjs); `BuildFrame` and `OnKey` alone call these, and whoever calls
// those sees to it that the parts are here. Everywhere else all of the program is always here.

/// What draws pictures for articles (core/figure).
inline constexpr std::string_view kFigurePart = "figure";

/// What makes a dataset: forms, the text to be coded, edits (core/author).
inline constexpr std::string_view kAuthorPart = "author";

/// The names of parts; empty: none.
using Parts = std::array<std::string_view, 3>;

/// What it takes to lay out the frame of `session`.
Parts PartsFor(const Session& session);

/// What it will take once `command` is carried out, as far as that can be told.
Parts PartsAfter(const Command& command);

/// Commands that lead from where `part` is needed to where it is not, in the view `shown` before.
Commands WithoutPart(const Session& session, std::string_view part, ViewId shown);

}  // namespace proviso::view
