#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/canvas/scene.h"
#include "core/state/view_state.h"

namespace proviso::view {

/// What a panel is in the page's outline.
enum class Landmark : std::uint8_t {
  kBanner,
  kNavigation,
  kMain,
  kComplementary,
  kContentInfo,
  kRegion,
  kDialog,
  kTooltip
};

/// What a drag over a panel's ground draws.
enum class DragKind : std::uint8_t {
  kNone,
  kBrush,  ///< A stretch from left to right: `Panel::stops` say what it means.
  kLasso,  ///< A rectangle: the items under it whose id begins with `Panel::lasso`.
  kMark    ///< Words of a text: `Panel::spots` say where each stands.
};

/// A place along a panel where a brush can begin or end.
struct Stop {
  float x = 0;        ///< In the panel's content.
  std::string value;  ///< Of the state's `from` or `to`.
};

/// A word of a text that can be marked.
struct MarkSpot {
  Rect rect;                         ///< In the panel's content.
  std::uint32_t start = 0, end = 0;  ///< Code points.
};
/// What is marked, with the handles at its ends.
struct MarkHandles {
  std::uint32_t start = 0, end = 0;
  Rect first, last;           ///< Of the handles; without extent where they are out of sight.
  float top = 0, bottom = 0;  ///< Of its lines, in sight or not; in the panel's content.
};

/// Items of this group stand on words that can be marked: the pointer marks, other means press.
inline constexpr std::string_view kSentences = "sentences";

/// A rectangle of the window with a scene in it that may scroll up and down, or be moved and
/// zoomed.
struct Panel {
  /// "top", "notices", "tour", "scenario", "question", "side", "stage", "inspector", "foot",
  /// "suppose" and "tabs" (both at the foot of a phone), "dialog".
  std::string id;
  Landmark landmark = Landmark::kRegion;
  std::string name;
  Rect rect;  ///< In the window.
  Ink ground = Ink::kPaper;
  float scroll_y = 0;  ///< Within 0 … scene.height − rect.h.
  bool modal = false;  ///< Covers what came before; nothing behind it can be used.
  bool light = false;  ///< With `modal`: nothing is darkened, and a press elsewhere closes it.
  /// Where the drawing is looked at, with the percentage that fits filled in: dragging the ground
  /// moves it, the wheel and two fingers zoom. None: the panel scrolls.
  std::optional<Camera> camera;
  /// The camera moves and zooms from side to side alone; up and down the panel scrolls.
  bool along_x = false;
  DragKind drag = DragKind::kNone;  ///< With a camera: while Shift is held.
  std::vector<Stop> stops;          ///< kBrush: by x.
  std::vector<MarkSpot> spots;      ///< kMark: line by line, from left to right.
  std::optional<MarkHandles> mark;  ///< kMark.
  std::string lasso;                ///< kLasso: "node/" where items are "node/<actor>".
  /// Items that a swipe to the left and to the right press; the same can be done without one.
  std::string swipe_left, swipe_right;
  Scene scene;
};

/// What stands around the view itself: everything; without the bar at the top and the offer of a
/// band for newcomers; or nothing but what a reader must be told.
enum class Bars : std::uint8_t { kAll, kFew, kNone };

/// The window that a frame is made for.
struct Viewport {
  float width = 1440, height = 900;  ///< Points.
  bool coarse_pointer = false;       ///< Targets of 44 points instead of 24.
  bool reduced_motion = false;
  Bars bars = Bars::kAll;
  /// In somebody's page: under 960 × 640 What if is a card (core/canvas/stage_builder.h).
  bool embedded = false;

  friend bool operator==(const Viewport&, const Viewport&) = default;
};

/// Everything on screen, back to front.
struct Frame {
  Viewport viewport;
  float text_scale = 1;         ///< Multiplies size and line height of every `Type` in the scenes.
  std::string language = "en";  ///< Of the interface.
  std::vector<Panel> panels;
  /// What explains the item under the pointer or with the focus, over all else; nothing in it can
  /// be used, and the pointer goes through it.
  std::optional<Panel> card;
  bool settling = false;  ///< A layout is still at work: the next frame will look different.
};

/// The item with this id and its panel, or none.
struct Found {
  const Panel* panel = nullptr;
  const Item* item = nullptr;
};
Found FindItem(const Frame& frame, std::string_view id);

/// The word of `panel` that is nearest to a point of the window, or null.
const MarkSpot* MarkSpotAt(const Panel& panel, float x, float y);

/// What stays marked of a drag that begins at a point of the window: the word there; from a handle
/// the other end of the mark, which has no extent. None: no word is within a line of it.
struct MarkAnchor {
  std::uint32_t start = 0, end = 0;
};
std::optional<MarkAnchor> AnchorAt(const Panel& panel, float x, float y);

/// What a drag to a point of the window marks: from word to word.
Commands Marked(const Panel& panel, const MarkAnchor& anchor, float x, float y);

/// What a press at a point marks that moved nothing: the sentence; pressed twice the word. With
/// Shift the nearer end of the mark goes there. Nothing where no word is within a line of it.
Commands MarkPressed(const Panel& panel, float x, float y, int times, bool shift);

/// The topmost item that can be used at a point of the window, or none.
Found ItemAt(const Frame& frame, float x, float y);

/// The sign or word at a point of the window that says something by itself; none: null.
const Spot* SpotAt(const Frame& frame, float x, float y);

/// The record that an item is about: what it selects or opens, else what it says; empty if none.
std::string_view RecordOf(const Item& item);

/// Room at the right edge of a panel that scrolls, kept free for where it stands.
inline constexpr float kScrollRoom = 14;
/// How far the content of `panel` can be scrolled; 0: it does not.
float MostScroll(const Panel& panel);

}  // namespace proviso::view
