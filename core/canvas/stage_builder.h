#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "core/canvas/frame.h"
#include "core/canvas/kept.h"
#include "core/canvas/space.h"
#include "core/state/session.h"

namespace proviso::view {

struct View;

/// How much of What if has room in somebody's page, where it may have less than 960 × 640.
enum class CardSize : std::uint8_t {
  kNone,   ///< There is room for all of it, or it is no embed.
  kFour,   ///< From 640 × 440: four conditions with their switches, three voices.
  kChips,  ///< From 400 × 320: three conditions as chips, three voices.
  kStill   ///< A picture that leads to the explorer.
};

/// How wide `viewport` is for the type of `state`: large type makes it small, at 200 % every width
/// is the class below.
WidthClass WidthClassOf(const ViewState& state, const Viewport& viewport);

/// Which card `viewport` has room for; none in views other than What if.
CardSize CardSizeOf(const ViewState& state, const Viewport& viewport);

/// What a window is laid out with: its size class, its panels so far, and what every stage needs.
///
/// A view's stage makes its model once and adds its panels inside the rectangle that it is given.
class StageBuilder {
 public:
  StageBuilder(const Library& library, const Session& session, const Viewport& viewport,
               const TextMeasure& measure, std::span<const View> views, FrameCache* cache);

  const Library& library() const { return library_; }
  const Session& session() const { return session_; }
  const ViewState& state() const { return session_.state; }
  /// The words of a key; see `view::Say`.
  std::string Say(std::string_view key) const { return library_.say(key); }
  /// All views, for one that shows what others would.
  std::span<const View> views() const { return views_; }
  /// What is kept from frame to frame; never null.
  FrameCache& cache() { return *cache_; }
  /// True if unfinished work of this frame can go on in the next.
  bool lasts() const { return cache_ != &own_cache_; }
  Frame& frame() { return frame_; }

  ViewId view() const { return session_.state.view; }
  bool phone() const { return size_ == WidthClass::kPhone; }
  bool wide() const { return size_ == WidthClass::kWide; }
  WidthClass size() const { return size_; }
  Bars bars() const { return frame_.viewport.bars; }
  /// A phone on its side, or a page zoomed far in: bars would leave nothing between them.
  bool low() const { return phone() && frame_.viewport.height < 480 * frame_.text_scale; }
  /// What if is laid out as a card: nothing but it and its foot stands in the window.
  CardSize card() const { return card_; }
  /// Points that grow with the type, whole.
  float S(float points) const;
  /// The height of a bar: room for a finger where the pointer is one.
  float Bar(float points) const;
  /// The height of what stands below the view: the tabs of a phone, elsewhere a line.
  float FootHeight() const;
  Space SpaceFor(Rect rect) const;

  /// Adds a panel whose scene `build(space)` makes of the space that it gets; called again where
  /// the scroll position turns out to be another.
  template <class Build>
  Panel& Add(std::string id, Landmark landmark, std::string name, Rect rect, Ink ground,
             const Build& build) {
    Panel panel = MakePanel(std::move(id), landmark, std::move(name), rect, ground);
    Space space = SpaceFor(rect);
    space.scroll_y = panel.scroll_y;
    panel.scene = build(space);
    while (Settle(&panel, &space)) panel.scene = build(space);
    frame_.panels.push_back(std::move(panel));
    return frame_.panels.back();
  }

  /// The same for a bar; returns its height.
  template <class Build>
  float AddBar(std::string id, Landmark landmark, std::string name, Rect rect, Ink ground,
               const Build& build) {
    Add(std::move(id), landmark, std::move(name), rect, ground, build);
    return rect.h;
  }

  /// Where a scene that `Add` is building puts the top of the selected record; below 0: none.
  float* selected_y() { return &selected_y_; }

  /// An open inspector has taken room of the stage.
  bool crowded() const { return crowded_; }
  void set_crowded(bool crowded) { crowded_ = crowded; }

 private:
  Panel MakePanel(std::string id, Landmark landmark, std::string name, Rect rect, Ink ground) const;
  /// Brings what is selected into sight, and the scroll position within its bounds; true if the
  /// scene is to be built again.
  bool Settle(Panel* panel, Space* space);

  const Library& library_;
  const Session& session_;
  const TextMeasure& measure_;
  std::span<const View> views_;
  FrameCache* cache_;
  FrameCache own_cache_;
  WidthClass size_ = WidthClass::kWide;
  CardSize card_ = CardSize::kNone;
  float selected_y_ = -1;
  Frame frame_;
  bool crowded_ = false;
};

}  // namespace proviso::view
