#pragma once

#include <array>

#include "core/canvas/view.h"
#include "core/views/actors/stage.h"
#include "core/views/claims/stage.h"
#include "core/views/compare/stage.h"
#include "core/views/map/stage.h"
#include "core/views/matrix/stage.h"
#include "core/views/questions/stage.h"
#include "core/views/sources/stage.h"
#include "core/views/timeline/stage.h"
#include "core/views/what_if/stage.h"

namespace proviso::view {

/// Every view, in the order of `ViewId`: one row a view.
inline constexpr std::array kViews{
    what_if::kView,  matrix::kView,  claims::kView,  actors::kView,    map::kView,
    timeline::kView, compare::kView, sources::kView, questions::kView,
};

constexpr const View& ViewOf(ViewId id) { return kViews[static_cast<std::size_t>(id)]; }

}  // namespace proviso::view
