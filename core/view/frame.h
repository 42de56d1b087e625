#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/view/answers.h"
#include "core/view/claims_model.h"
#include "core/view/compare.h"
#include "core/view/copy_flow.h"
#include "core/view/evidence.h"
#include "core/view/map_graph.h"
#include "core/view/matrix_table.h"
#include "core/view/network_cache.h"
#include "core/view/scene.h"
#include "core/view/session.h"

namespace proviso::view {

struct TimelineModel;

/// What a panel is in the page's outline.
enum class Landmark : std::uint8_t {
  kBanner,
  kNavigation,
  kMain,
  kComplementary,
  kContentInfo,
  kRegion,
  kDialog
};

/// What a drag over a panel's ground draws.
enum class DragKind : std::uint8_t {
  kNone,
  kBrush,  ///< A stretch from left to right: `Panel::stops` say what it means.
  kLasso   ///< A rectangle: the items under it whose id begins with `Panel::lasso`.
};

/// A place along a panel where a brush can begin or end.
struct Stop {
  float x = 0;        ///< In the panel's content.
  std::string value;  ///< Of the state's `from` or `to`.
};

/// A rectangle of the window with a scene in it that may scroll up and down, or be moved and
/// zoomed.
struct Panel {
  /// "top", "notices", "tour", "scenario", "side", "stage", "inspector", "foot", "suppose" and
  /// "tabs" (both at the foot of a phone), "dialog".
  std::string id;
  Landmark landmark = Landmark::kRegion;
  std::string name;
  Rect rect;  ///< In the window.
  Ink ground = Ink::kPaper;
  float scroll_y = 0;  ///< Within 0 … scene.height − rect.h.
  bool modal = false;  ///< Covers what came before; nothing behind it can be used.
  /// Where the drawing is looked at, with the percentage that fits filled in: dragging the ground
  /// moves it, the wheel and two fingers zoom. None: the panel scrolls.
  std::optional<Camera> camera;
  /// The camera moves and zooms from side to side alone; up and down the panel scrolls.
  bool along_x = false;
  DragKind drag = DragKind::kNone;  ///< With a camera: while Shift is held.
  std::vector<Stop> stops;          ///< kBrush: by x.
  std::string lasso;                ///< kLasso: "node/" where items are "node/<actor>".
  /// Items that a swipe to the left and to the right press; the same can be done without one.
  std::string swipe_left, swipe_right;
  Scene scene;
};

/// What stands around the view itself: everything; without the bar at the top and the offer of a
/// tour; or nothing but what a reader must be told.
enum class Bars : std::uint8_t { kAll, kFew, kNone };

/// The window that a frame is made for.
struct Viewport {
  float width = 1440, height = 900;  ///< Points.
  bool coarse_pointer = false;       ///< Targets of 44 points instead of 24.
  bool reduced_motion = false;
  Bars bars = Bars::kAll;

  friend bool operator==(const Viewport&, const Viewport&) = default;
};

/// Everything on screen, back to front.
struct Frame {
  Viewport viewport;
  float text_scale = 1;         ///< Multiplies size and line height of every `Type` in the scenes.
  std::string language = "en";  ///< Of the interface.
  std::vector<Panel> panels;
  bool settling = false;  ///< A layout is still at work: the next frame will look different.
};

/// What is dear to make and stays the same from frame to frame; one for each explorer and library.
struct FrameCache {
  Say say;  ///< What the words in it are said in.
  ViewState state;
  std::optional<ClaimOrder> order;
  MatrixCache matrix;
  Answers answers, beside;  ///< Of the state's scenario, and of the one beside it.
  MapCache map;
  NetworkCache network;
  /// What the timeline says of `timeline_state`, which it was made for.
  std::shared_ptr<const TimelineModel> timeline;
  ViewState timeline_state;
  std::optional<Comparison> comparison;
  std::optional<ShownClaims> evidence;  ///< Of the question that is shown.
  CopyFlow copy_flow;                   ///< The lines of the reader's copy that is shown.
};

/// Lays the whole window out. Pure: the same arguments give the same frame, with a cache or
/// without.
///
/// Cost: what is visible, not what the dataset holds (lists build only rows in sight); the order of
/// the claim list is sorted anew if `cache` does not have it.
Frame BuildFrame(const Library& library, const Session& session, const Viewport& viewport,
                 const TextMeasure& measure, FrameCache* cache = nullptr);

/// The item with this id and its panel, or none.
struct Found {
  const Panel* panel = nullptr;
  const Item* item = nullptr;
};
Found FindItem(const Frame& frame, std::string_view id);

/// The topmost item that can be used at a point of the window, or none.
Found ItemAt(const Frame& frame, float x, float y);

}  // namespace proviso::view
