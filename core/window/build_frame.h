#pragma once

#include "core/canvas/frame.h"
#include "core/canvas/kept.h"
#include "core/state/session.h"

namespace proviso::view {

/// Lays the whole window out. Pure: the same arguments give the same frame, with a cache or
/// without.
///
/// Cost: grows with what is visible, not with the dataset (lists build only rows in sight); the
/// order of the claim list is sorted anew if `cache` does not have it.
Frame BuildFrame(const Library& library, const Session& session, const Viewport& viewport,
                 const TextMeasure& measure, FrameCache* cache = nullptr);

}  // namespace proviso::view
