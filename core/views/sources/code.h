#pragma once

#include "core/canvas/stage_builder.h"
#include "core/canvas/view.h"

namespace proviso::view {

// The third face of Sources: the text that is coded, the four fields of a claim, and what the claim
// changes. The entries of a part of the program; see core/window/parts.h.

/// Lays the text, the fields and the answers beside them out in `rect`.
void CodeStage(StageBuilder& builder, Rect rect);

/// What a key means while a text is coded; empty: what it means everywhere.
Commands CodeKey(const Library& library, const Session& session, const Frame& frame,
                 const KeyPress& key);

/// True while Sources shows the text to be coded.
inline bool IsCoding(const Session& session) {
  return session.coding.shown && session.editing_allowed && session.state.view == ViewId::kSources;
}

}  // namespace proviso::view
