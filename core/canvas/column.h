#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "core/canvas/sketch.h"

namespace proviso::view {

/// A cursor over a sketch: draws what it is given across `width`, and moves below it.
///
/// A scene then reads as the list of what it shows, and no scene carries a `y` by hand. What stands
/// beside something else is drawn into a `Part`, a column of its own with the same top; `Past` then
/// moves below the lowest of them. Gaps are in points at 100 % text, like all that is asked of
/// `Sketch::S`; each is rounded by itself, so that two gaps are not one of both lengths.
struct Column {
  Sketch& sketch;
  float x = 0, y = 0, width = 0;  ///< Points; `y` is where the next thing stands.

  float S(float points) const { return sketch.S(points); }
  std::string Say(std::string_view key, view::Say::Args args = {}) const {
    return sketch.Say(key, args);
  }

  void Gap(float points) { y += S(points); }
  /// Across the whole width; as thick as it says whatever the size of type. Without `room` it is
  /// the edge of what follows.
  void Rule(Ink ink = Ink::kLine, float thickness = 1, bool room = true);
  /// Sketch::Paragraph, Heading and Text, here. Empty words take no room but `Line`'s.
  void Words(std::string_view text, Type type, Ink ink = Ink::kInk, std::string id = {},
             std::size_t max_lines = 0);
  void Words(const std::vector<Run>& runs, std::string id = {}, std::size_t max_lines = 0);
  void Heading(std::string_view text, Type type, int level, Ink ink = Ink::kInk,
               std::string id = {});
  void Line(std::string_view text, Type type, Ink ink = Ink::kInk, std::string id = {});
  /// Words beside a glyph of `size` points, which is centred on their first line; they begin
  /// `indent` points from the left.
  void Signed(Glyph glyph, float size, float indent, std::string_view text, Type type,
              std::string id = {});
  /// Never wider than the column.
  void Button(ButtonSpec spec);
  void Buttons(const std::vector<ButtonSpec>& specs);
  /// A choice of one, as a bar, or where that has no room as buttons in a group of the same name.
  void Choice(const std::string& id, const std::string& name,
              const std::vector<SegmentChoice>& choices);
  void Field(const FieldSpec& spec);
  void Chips(const std::vector<Ref>& refs);
  /// Words that lead somewhere, underlined, in the middle of their target.
  void Link(std::string_view text, Type type, std::string id, Command go, std::size_t max_lines = 0,
            std::string name = {});

  /// `width` of it, `left` from its own left, from here down.
  Column Part(float left, float part) const { return {sketch, x + left, y, part}; }
  Column Inset(float left, float right = 0) const { return Part(left, width - left - right); }
  void Past(const Column& part) { y = std::max(y, part.y); }
  /// From `top` to here.
  Rect From(float top) const { return {x, top, width, y - top}; }

  /// The scene, which ends `points` below.
  Scene Finish(float points) const { return sketch.Finish(std::ceil(y) + S(points)); }
};

}  // namespace proviso::view
