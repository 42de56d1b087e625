#include "core/canvas/stage_builder.h"

#include <algorithm>
#include <cmath>

#include "core/state/scenario.h"

namespace proviso::view {
namespace {

float TextScale(const ViewState& state) {
  return static_cast<float>(std::clamp<int>(state.text_percent, 100, 200)) / 100;
}

}  // namespace

WidthClass WidthClassOf(const ViewState& state, const Viewport& viewport) {
  const float effective = viewport.width / TextScale(state);
  return effective >= 1200  ? WidthClass::kWide
         : effective >= 700 ? WidthClass::kMedium
                            : WidthClass::kPhone;
}

CardSize CardSizeOf(const ViewState& state, const Viewport& viewport) {
  const float scale = TextScale(state);
  const float width = viewport.width / scale, height = viewport.height / scale;
  const bool roomy = width >= 960 && height >= 640;
  if (!viewport.embedded || roomy || state.view != ViewId::kWhatIf) return CardSize::kNone;
  if (width >= 640 && height >= 440) return CardSize::kFour;
  return width >= 400 && height >= 320 ? CardSize::kChips : CardSize::kStill;
}

StageBuilder::StageBuilder(const Library& library, const Session& session, const Viewport& viewport,
                           const TextMeasure& measure, std::span<const View> views,
                           FrameCache* cache)
    : library_(library),
      session_(session),
      measure_(measure),
      views_(views),
      cache_(cache == nullptr ? &own_cache_ : cache) {
  // What is kept has words in it.
  if (!(cache_->say == library.say)) {
    *cache_ = FrameCache();
    cache_->say = library.say;
  }
  frame_.language = library.say.language();
  frame_.viewport = viewport;
  if (session.reduced_motion) frame_.viewport.reduced_motion = true;
  frame_.text_scale = TextScale(session.state);
  size_ = WidthClassOf(session.state, viewport);
  card_ = CardSizeOf(session.state, viewport);
}

float StageBuilder::S(float points) const { return std::round(points * frame_.text_scale); }

float StageBuilder::Bar(float points) const {
  return std::max(S(points), frame_.viewport.coarse_pointer ? 52.0f : 0.0f);
}

float StageBuilder::FootHeight() const {
  if (card_ != CardSize::kNone) return 0;
  if (phone()) return bars() == Bars::kAll ? Bar(64) : 0;
  return bars() == Bars::kNone ? 0 : S(28);
}

Space StageBuilder::SpaceFor(Rect rect) const {
  Space space{measure_};
  space.scale = frame_.text_scale;
  space.coarse = frame_.viewport.coarse_pointer;
  space.size = size_;
  space.width = rect.w;
  space.height = rect.h;
  space.say = library_.say;
  space.copied = session_.copied;
  return space;
}

Panel StageBuilder::MakePanel(std::string id, Landmark landmark, std::string name, Rect rect,
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

bool StageBuilder::Settle(Panel* panel, Space* space) {
  const float selected = std::exchange(selected_y_, -1.0f);
  const float most = std::max(0.0f, std::ceil(panel->scene.height - panel->rect.h));
  // A place that was just gone to: what is selected there is in sight, as far as anything scrolls.
  const float to = std::min(std::round(selected - panel->rect.h / 4), most);
  if (selected > panel->rect.h - S(60) && to > 0 && space->scroll_y == 0 &&
      session_.scroll.count(panel->id) == 0) {
    space->scroll_y = to;
    return true;
  }
  panel->scroll_y = std::min(space->scroll_y, most);
  if (panel->scroll_y == space->scroll_y) return false;
  // Scrolled past the end of what is now shorter: lists build other rows there.
  space->scroll_y = panel->scroll_y;
  return true;
}

}  // namespace proviso::view
