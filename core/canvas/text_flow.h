#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/canvas/scene.h"

namespace proviso::view {

/// A stretch of text in one type; a paragraph is some of them in a row.
struct Run {
  std::string text;
  Type type = Type::kBody;
  Ink ink = Ink::kInk;
  bool hedge = false;      ///< Dotted underline.
  bool underline = false;  ///< As links have it.
};

/// The part of a run that stands on one line.
struct Piece {
  std::size_t run = 0;
  std::string text;
  float x = 0, width = 0;
};

struct Line {
  std::vector<Piece> pieces;
  float width = 0;
};

/// A paragraph broken into lines.
struct Flow {
  std::vector<Line> lines;
  float width = 0;  ///< Of the widest line; at most the width asked for.
  float line_height = 0;
  bool cut = false;  ///< It did not fit in the lines allowed and ends in "…".

  float height() const { return line_height * static_cast<float>(lines.size()); }
};

/// Breaks `runs` into lines of at most `width`.
///
/// Breaks after spaces, hyphens and slashes and around CJK characters, but not before closing
/// punctuation; runs that touch without a space stay together. A word that is wider than a line is
/// broken between characters. White space collapses. With `max_lines` over 0 the last line allowed
/// ends in "…" if text is left over. Lines are as high as the highest type among the runs.
///
/// Units: points; sizes of type times `scale`.
/// Cost:  linear in the text; each word is measured once.
Flow FlowText(const TextMeasure& measure, float scale, const std::vector<Run>& runs, float width,
              std::size_t max_lines = 0);

/// The height of what `FlowText` would make of the same.
///
/// Cost: each word is measured once; no line is made.
float FlowHeight(const TextMeasure& measure, float scale, const std::vector<Run>& runs, float width,
                 std::size_t max_lines = 0);

/// `text` on one line of at most `width`, its end replaced by "…" if need be.
std::string Elide(const TextMeasure& measure, float scale, Type type, std::string_view text,
                  float width);

/// The width of `text` in `type`.
float WidthOf(const TextMeasure& measure, float scale, Type type, std::string_view text);

}  // namespace proviso::view
