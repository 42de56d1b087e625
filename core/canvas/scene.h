#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/canvas/theme.h"
#include "core/state/command.h"

namespace proviso::view {

// What is on screen, as data: shapes to paint and items to use. The shell paints shapes and turns
// the pointer into the commands of items; the semantic DOM is made of the same items; pictures are
// written from the same shapes. None of them lays anything out.
//
// A widget of its own per panel in the shell was the other way (one Dear ImGui call a control). It
// would have put layout, wording and semantics where neither tests under node nor a screen reader
// nor an SVG can reach them.

struct Point {
  float x = 0, y = 0;
};

/// Points (CSS pixels), y down.
struct Rect {
  float x = 0, y = 0, w = 0, h = 0;

  float right() const { return x + w; }
  float bottom() const { return y + h; }
  bool Contains(float px, float py) const { return px >= x && py >= y && px < x + w && py < y + h; }
};

enum class ShapeKind : std::uint8_t {
  kFill,     ///< `rect`, `radius`.
  kStroke,   ///< `rect`, `radius`, `width`, dash; the line lies inside the rectangle.
  kLine,     ///< `points[0]` to `points[1]`, `width`, dash.
  kCurve,    ///< Cubic through `points[0..3]`, `width`, dash.
  kPolygon,  ///< The first `count` of `points`, convex, filled.
  kDisc,     ///< Filled, inscribed in `rect`.
  kRing,     ///< `width`, dash; inscribed in `rect`.
  kHatch,    ///< Diagonal lines over `rect`.
  kText,     ///< `text` in `type`, its line box from `rect.x`, `rect.y`; never wrapped.
  kClip,     ///< Shapes up to the matching kUnclip show only inside `rect`.
  kUnclip
};

struct Shape {
  ShapeKind kind = ShapeKind::kFill;
  Ink ink = Ink::kInk;
  Type type = Type::kBody;
  std::uint8_t count = 0;
  float width = 1, radius = 0;
  float dash = 0, gap = 0;  ///< 0: solid.
  Rect rect;
  std::array<Point, 4> points{};
  std::string text;
  /// Of what may be elsewhere in the next frame: which, and 0 of what never moves by itself. A
  /// painter may let shapes of the same number glide from where they were.
  std::uint32_t moves = 0;
};

/// What an item is to a person, named after the ARIA role that it becomes.
enum class ItemRole : std::uint8_t {
  kText,
  kHeading,
  kButton,
  kLink,
  kTab,
  kCheckbox,
  kRadioGroup,
  kRadio,
  kSearchBox,
  kTextField,
  kList,
  kListItem,
  kTable,
  kRow,
  kColumnHeader,
  kRowHeader,
  kCell,
  kImage,
  kGroup,
  kTabList,
  kListBox,
  kOption,
  kComboBox,
  kMenu,
  kMenuItem,
  kStatus,
  kSeparator,
  kTree,
  kTreeItem,
  kSlider,
  kSwitch,
  kFigure,
  kTextArea
};

/// A sign or word in a scene that says something by itself: what it is, where, and in which words.
struct Spot {
  enum class What : std::uint8_t {
    kVoice,   ///< `code`: the distance, and 4 where it is doubted.
    kSign,    ///< `code`: the sign; `words`: what the mark says.
    kLevel,   ///< `words`: how likely.
    kHedge,   ///< `words`: the text's own.
    kBefore,  ///< The answer before the last switch.
    kSilent   ///< Nothing is said.
  } what = What::kSign;
  std::uint8_t code = 0;
  bool other_step = false, inferred = false, not_held = false;  ///< Of a sign.
  Rect rect;                                                    ///< In the panel's content.
  std::string words;
};

enum class Tri : std::uint8_t { kNotApplicable, kNo, kYes, kMixed };

/// Something that has a name: text that can be read, or a control that can be used.
struct Item {
  std::string id;  ///< Unique in the frame and the same from frame to frame.
  ItemRole role = ItemRole::kText;
  std::string name;         ///< What a screen reader says; the visible words where there are any.
  std::string description;  ///< A further sentence, or empty.
  std::string value;        ///< The text of a field.
  std::string placeholder;
  std::string shortcut;      ///< As in aria-keyshortcuts, or empty.
  Rect rect;                 ///< In the panel's content, before scrolling.
  std::int32_t parent = -1;  ///< Index of the containing item in the same scene; always smaller.
  std::uint16_t level = 0;   ///< Of a heading, or depth in a tree; from 1.
  std::uint32_t pos = 0;     ///< Place among `size` siblings, from 1, where not all are here.
  std::uint32_t size = 0;
  Tri checked = Tri::kNotApplicable;
  Tri expanded = Tri::kNotApplicable;
  Tri selected = Tri::kNotApplicable;
  bool current = false;
  bool disabled = false;
  std::optional<Command> press;  ///< Click, Enter, touch.
  std::optional<Command> double_press;
  /// The record that it speaks of, where that is not what its press selects or opens; or empty.
  std::string about;
  /// Arrow keys move among the focusable items of one group, which is one Tab stop; empty: alone.
  std::string group;

  bool focusable() const { return (press.has_value() || editable()) && !disabled; }
  bool editable() const {
    return role == ItemRole::kSearchBox || role == ItemRole::kTextField ||
           role == ItemRole::kTextArea;
  }
};

/// One panel's picture. Coordinates are the panel's content: the origin is its top left before
/// scrolling.
struct Scene {
  std::vector<Shape> shapes;
  std::vector<Item> items;
  std::vector<Spot> spots;  ///< What a card explains beside the items; later ones lie on top.
  float height = 0;         ///< Of the whole content; over the panel's own height it scrolls.
};

/// `prototype` with `text` as its text: what typing into a field means.
Command WithText(const Command& prototype, std::string text);

/// Widths of type, which only a platform knows.
class TextMeasure {
 public:
  virtual ~TextMeasure() = default;
  /// The width of `text` in points; `size` is in points.
  virtual float Width(Face face, float size, std::string_view text) const = 0;
  /// Another number whenever a font has come: what was measured before may be wider now.
  virtual std::uint32_t generation() const { return 0; }
};

/// Widths from a table: the same everywhere, for tests and for pictures made without a window.
/// Source: advance widths of the shipped fonts' Latin letters; other characters count one em.
class TableMeasure final : public TextMeasure {
 public:
  float Width(Face face, float size, std::string_view text) const override;
};

}  // namespace proviso::view
