#include "core/canvas/check_marks.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace proviso::view {

Glyph GlyphOf(CheckState state) {
  switch (state) {
    case CheckState::kFound:
      return Glyph::kFound;
    case CheckState::kMoved:
      return Glyph::kMoved;
    case CheckState::kAmbiguous:
    case CheckState::kChosen:
      return Glyph::kAmbiguous;
    case CheckState::kAltered:
    case CheckState::kAccepted:
      return Glyph::kAltered;
    case CheckState::kMissing:
    case CheckState::kRejected:
      return Glyph::kMissing;
    case CheckState::kUnchecked:
      break;
  }
  return Glyph::kUnchecked;
}

Ink BarInk(Sign sign) {
  switch (sign) {
    case Sign::kMore:
      return Ink::kMore;
    case Sign::kLess:
      return Ink::kLess;
    case Sign::kPulled:
    case Sign::kUnstated:
    case Sign::kConflict:
      return Ink::kInkSoft;
    default:
      return Ink::kControlLine;
  }
}

void FrameState(Sketch& sketch, CheckState state, Rect rect) {
  const auto dashed = [&](Ink ink, float dash, float gap) {
    sketch.Put(StrokeShape(rect, ink, 2, 3, dash, gap));
  };
  switch (state) {
    case CheckState::kAltered:
      return dashed(Ink::kAltered, 5, 3);
    case CheckState::kAccepted:
      return sketch.Stroke(rect, Ink::kAltered, 2, 3);
    case CheckState::kMissing:
    case CheckState::kRejected:
      return dashed(Ink::kMissing, 5, 3);
    case CheckState::kAmbiguous:
    case CheckState::kChosen:
      return dashed(Ink::kInkSoft, 2, 3);
    default:
      return;
  }
}

Ink GroundOf(CheckState state, Sign sign, bool selected) {
  if (selected) return Ink::kAccentTint;
  if (state == CheckState::kAltered || state == CheckState::kAccepted) return Ink::kAlteredTint;
  return TintOf(sign);
}

float DrawCounts(Sketch& sketch, const std::vector<StateCount>& counts, bool words, float x,
                 float y, float width) {
  const float line = std::max(sketch.LineOf(Type::kMeta), sketch.S(20)) + sketch.S(2);
  const float start = y;
  float at = x;
  for (const StateCount& count : counts) {
    const std::string text = words ? count.words : std::to_string(count.count);
    const float wide = sketch.S(22) + std::ceil(sketch.Width(Type::kMeta, text)) + sketch.S(14);
    if (!words || (at > x && at + wide > x + width)) {
      if (at > x) y += line;
      at = x;
    }
    sketch.Sign(GlyphOf(count.state), at, y + line / 2, 16);
    sketch.Words(at + sketch.S(22), y + (line - sketch.LineOf(Type::kMeta)) / 2, text, Type::kMeta,
                 Ink::kInkSoft, width - sketch.S(22));
    at += wide;
  }
  return counts.empty() ? 0 : y + line - start;
}

}  // namespace proviso::view
