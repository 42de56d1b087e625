#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/view/frame.h"
#include "core/view/inspector_model.h"
#include "core/view/space.h"
#include "core/view/top_model.h"

namespace proviso::view {

/// What a window is laid out with: its size class, its panels so far, and what every stage needs.
///
/// A stage is one function a view, `<View>Stage(FrameBuilder&, Rect)`, in a file of its own: it
/// makes the view's model once and adds its panels inside the rectangle it is given.
class FrameBuilder {
 public:
  FrameBuilder(const Library& library, const Session& session, const Viewport& viewport,
               const TextMeasure& measure, FrameCache* cache);

  const Library& library() const { return library_; }
  const Session& session() const { return session_; }
  const ViewState& state() const { return session_.state; }
  /// The words of a key; see `view::Say`.
  std::string Say(std::string_view key) const { return library_.say(key); }
  const TopModel& top() const { return top_model_; }
  const ScenarioModel& scenario() const { return scenario_; }
  /// What is kept from frame to frame; never null.
  FrameCache& cache() { return *cache_; }
  /// True if what is not done in this frame can go on in the next.
  bool lasts() const { return cache_ != &own_cache_; }
  Frame& frame() { return frame_; }

  ViewId view() const { return session_.state.view; }
  bool phone() const { return size_ == WidthClass::kPhone; }
  bool wide() const { return size_ == WidthClass::kWide; }
  WidthClass size() const { return size_; }
  Bars bars() const { return frame_.viewport.bars; }
  /// A phone on its side, or a page zoomed far in: bars would leave nothing between them.
  bool low() const { return phone() && frame_.viewport.height < 480 * frame_.text_scale; }
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

  /// Where a scene that `Add` is building says that what is selected stands; below 0: nothing is.
  float* selected_y() { return &selected_y_; }

  /// What stands in the inspector where nothing is selected; a stage may give it.
  std::optional<InspectorModel>& profile() { return profile_; }

 private:
  Panel MakePanel(std::string id, Landmark landmark, std::string name, Rect rect, Ink ground) const;
  /// Brings what is selected into sight, and the scroll position within its bounds; true if the
  /// scene is to be built again.
  bool Settle(Panel* panel, Space* space);

  const Library& library_;
  const Session& session_;
  const TextMeasure& measure_;
  FrameCache* cache_;
  FrameCache own_cache_;
  WidthClass size_ = WidthClass::kWide;
  float selected_y_ = -1;
  Frame frame_;
  TopModel top_model_;
  ScenarioModel scenario_;
  std::optional<InspectorModel> profile_;
};

// The views. Each is told the room beside the inspector, if that is open.

/// `crowded`: an open inspector has taken room.
void WhatIfStage(FrameBuilder& builder, Rect rect, bool crowded);
void MatrixStage(FrameBuilder& builder, Rect rect);
void ClaimsStage(FrameBuilder& builder, Rect rect);
void ActorsStage(FrameBuilder& builder, Rect rect);
void MapStage(FrameBuilder& builder, Rect rect);
void TimelineStage(FrameBuilder& builder, Rect rect);
void CompareStage(FrameBuilder& builder, Rect rect);
void SourcesStage(FrameBuilder& builder, Rect rect);
void QuestionsStage(FrameBuilder& builder, Rect rect);

/// The claim list's order, made anew if the cache does not have it.
const ClaimOrder& OrderOf(FrameBuilder& builder);

/// The dialog that is open, over everything.
void AddDialog(FrameBuilder& builder);

}  // namespace proviso::view
