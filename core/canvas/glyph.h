#pragma once

#include <cstdint>

#include "core/canvas/scene.h"
#include "core/voice/voice.h"

namespace proviso::view {

/// A sign that is drawn, not set in type.
enum class Glyph : std::uint8_t {
  kMore,
  kLess,
  kNoEffect,
  kPulled,
  kUnstated,
  kConflict,
  kRanking,
  kNothing,  ///< Draws nothing: what has no direction has no sign.
  kSilent,
  kSilentCell,
  kOneAway,
  kPullApart,
  kFound,
  kMoved,
  kAmbiguous,
  kAltered,
  kMissing,
  kUnchecked,
  kWarning,
  kStatus,
  kSearch,
  kMenu,
  kClose,
  kBack,
  kDown,
  kRight,
  kMark,
  kPerson,
  kPlace,
  kUnnamed,
  kAgree
};

enum class GlyphStyle : std::uint8_t {
  kPlain,
  kOutline,  ///< Bears on another step.
  kDashed,   ///< Derived, or read in by the coder.
  kStruck    ///< Dashed and struck through: not shared.
};

/// Draws `glyph` into the square of `size` points at (x, y). Its strokes stay as thick at any size;
/// letters are drawn from 16 points up.
///
/// `ink` is that of icons; signs have inks of their own. `ground` is what the glyph stands on.
void DrawGlyph(Scene* scene, Glyph glyph, float x, float y, float size,
               GlyphStyle style = GlyphStyle::kPlain, Ink ink = Ink::kInk,
               Ink ground = Ink::kPaper);

Glyph GlyphOf(Sign sign);
GlyphStyle StyleOf(const SignMark& mark);

/// The ink of a sign's line and the tint of the ground under it.
Ink InkOf(Sign sign);
Ink TintOf(Sign sign);
/// The ink of its line beside those that carry what is supposed.
Ink FaintOf(Sign sign);

// The shapes that glyphs and helpers are made of; a colour, a rectangle, nothing else.
Shape FillShape(Rect rect, Ink ink, float radius = 0);
Shape StrokeShape(Rect rect, Ink ink, float width, float radius = 0, float dash = 0, float gap = 0);
Shape LineShape(Point from, Point to, Ink ink, float width, float dash = 0, float gap = 0);
Shape CurveShape(Point a, Point b, Point c, Point d, Ink ink, float width, float dash = 0,
                 float gap = 0);
Shape TriangleShape(Point a, Point b, Point c, Ink ink);
Shape QuadShape(Point a, Point b, Point c, Point d, Ink ink);
Shape DiscShape(Rect rect, Ink ink);
Shape RingShape(Rect rect, Ink ink, float width, float dash = 0, float gap = 0);

}  // namespace proviso::view
