#include "core/view/frame_builder.h"

#include <algorithm>
#include <cmath>

namespace proviso::view {

FrameBuilder::FrameBuilder(const Library& library, const Session& session, const Viewport& viewport,
                           const TextMeasure& measure, FrameCache* cache)
    : library_(library),
      session_(session),
      measure_(measure),
      cache_(cache == nullptr ? &own_cache_ : cache),
      top_model_(BuildTopModel(library, session)),
      scenario_(BuildScenarioModel(library, session)) {
  // What is kept has words in it.
  if (!(cache_->say == library.say)) {
    *cache_ = FrameCache();
    cache_->say = library.say;
  }
  frame_.language = library.say.language();
  frame_.viewport = viewport;
  if (session.reduced_motion) frame_.viewport.reduced_motion = true;
  frame_.text_scale =
      static_cast<float>(std::clamp<int>(session.state.text_percent, 100, 200)) / 100;
  // Large type makes a window small: at 200 % every width behaves as the class below.
  const float effective = viewport.width / frame_.text_scale;
  size_ = effective >= 1200  ? WidthClass::kWide
          : effective >= 700 ? WidthClass::kMedium
                             : WidthClass::kPhone;
}

float FrameBuilder::S(float points) const { return std::round(points * frame_.text_scale); }

float FrameBuilder::Bar(float points) const {
  return std::max(S(points), frame_.viewport.coarse_pointer ? 52.0f : 0.0f);
}

float FrameBuilder::FootHeight() const {
  if (phone()) return bars() == Bars::kAll ? Bar(64) : 0;
  return bars() == Bars::kNone ? 0 : S(28);
}

Space FrameBuilder::SpaceFor(Rect rect) const {
  Space space{measure_};
  space.scale = frame_.text_scale;
  space.coarse = frame_.viewport.coarse_pointer;
  space.size = size_;
  space.width = rect.w;
  space.height = rect.h;
  space.say = library_.say;
  return space;
}

Panel FrameBuilder::MakePanel(std::string id, Landmark landmark, std::string name, Rect rect,
                              Ink ground) const {
  Panel panel;
  panel.id = std::move(id);
  panel.landmark = landmark;
  panel.name = std::move(name);
  panel.rect = rect;
  panel.ground = ground;
  const auto found = session_.scroll.find(panel.id);
  if (found != session_.scroll.end()) panel.scroll_y = std::round(std::max(0.0f, found->second));
  return panel;
}

bool FrameBuilder::Settle(Panel* panel, Space* space) {
  const float selected = std::exchange(selected_y_, -1.0f);
  // A place that was just gone to: what is selected there is in sight.
  if (selected >= 0 && selected > panel->rect.h - S(60) && space->scroll_y == 0 &&
      session_.scroll.count(panel->id) == 0) {
    space->scroll_y = std::round(selected - panel->rect.h / 4);
    return true;
  }
  const float most = std::max(0.0f, std::ceil(panel->scene.height - panel->rect.h));
  panel->scroll_y = std::min(space->scroll_y, most);
  if (panel->scroll_y == space->scroll_y) return false;
  // Scrolled past the end of what is now shorter: lists build other rows there.
  space->scroll_y = panel->scroll_y;
  return true;
}

}  // namespace proviso::view
