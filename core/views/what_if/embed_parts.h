#pragma once

#include "core/canvas/sketch.h"
#include "core/views/what_if/embed.h"

namespace proviso::view {

// What the card in somebody's page is drawn of. All measures are points; each part returns its
// bottom.

/// The measures of a card, in points at 100 % text.
struct EmbedLook {
  float margin, mark, name, level, refs, row, segment;
  Type strong;
};
inline constexpr EmbedLook kFourLook{20, 26, 194, 190, 92, 67, 12, Type::kControlStrong};
inline constexpr EmbedLook kChipsLook{16, 24, 146, 130, 0, 55, 9.25f, Type::kControlStrong};

/// The conditions with their switches, side by side where they have room.
float DrawEmbedSwitches(Sketch& sketch, const EmbedModel& model, float x, float y, float width);

/// The conditions as chips, each of which goes from open to on, to off, to open; then the way to
/// the others.
float DrawEmbedChips(Sketch& sketch, const EmbedModel& model, float x, float y, float width);

/// The voices, one a row: who, how likely, which way, where.
float DrawEmbedVoices(Sketch& sketch, const EmbedModel& model, const EmbedLook& look, float x,
                      float y, float width);

}  // namespace proviso::view
