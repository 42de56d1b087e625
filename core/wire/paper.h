#pragma once

#include <string>

#include "core/canvas/frame.h"
#include "core/state/session.h"

namespace proviso::view {

/// What goes on paper, as JSON: `title`, `view`, `svg` (the view laid out for a sheet, in the light
/// theme, without the bar of tabs), `lines` (label and words: what is supposed and filtered, the
/// texts, version, digest, date) and `link`.
std::string PrintJson(const Library& library, const Session& session, const TextMeasure& measure);

}  // namespace proviso::view
