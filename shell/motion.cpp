#include "shell/motion.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace proviso::shell {
namespace {

constexpr double kMark = 0.18, kPanel = 0.16, kCell = 0.12;
/// More than any course takes at 240 frames a second.
constexpr int kFramesAtMost = 60;

/// Slows down toward its end.
float Eased(double share) {
  const double left = 1 - std::clamp(share, 0.0, 1.0);
  return static_cast<float>(1 - left * left * left);
}

bool IsPath(const view::Shape& shape) {
  return shape.kind == view::ShapeKind::kCurve || shape.kind == view::ShapeKind::kLine ||
         shape.kind == view::ShapeKind::kPolygon;
}

}  // namespace

void Motion::Follow(const view::Frame& frame, bool glides, double now) {
  std::map<std::uint32_t, Place> places;
  std::map<std::string, float> panels;
  for (const view::Panel& panel : frame.panels) {
    panels[panel.id] = panel.rect.w;
    for (const view::Shape& shape : panel.scene.shapes) {
      if (shape.moves == 0) continue;
      places.emplace(shape.moves, Place{IsPath(shape) ? shape.points[0].x : shape.rect.x,
                                        static_cast<std::uint8_t>(shape.ink),
                                        shape.kind == view::ShapeKind::kCurve,
                                        shape.kind == view::ShapeKind::kFill});
    }
  }
  if (!glides) {
    tweens_.clear();
    opened_.clear();
  } else {
    for (const auto& [what, place] : places) {
      const auto before = places_.find(what);
      const auto running = tweens_.find(what);
      if (before == places_.end()) {
        if (place.wire) tweens_[what] = {place, true, now, kMark, 0, 0};
        continue;
      }
      const float still =
          running == tweens_.end() ? 0 : running->second.dx * (1 - running->second.share);
      const float dx = before->second.x + still - place.x;
      if (place.ground && before->second.ink != place.ink)
        tweens_[what] = {before->second, false, now, kCell, 0, 0};
      else if (!place.wire && before->second.x != place.x)
        tweens_[what] = {before->second, false, now, kMark, dx, 0};
      else
        continue;
      frames_ = 0;
    }
    if (panels_.count("inspector") == 0 && panels.count("inspector") != 0) {
      opened_ = "inspector";
      opened_at_ = now;
      opened_width_ = panels["inspector"];
      opened_share_ = 0;
      frames_ = 0;
    }
    if (!tweens_.empty() && frames_ > kFramesAtMost) frames_ = 0;
  }
  if (panels.count(opened_) == 0) opened_.clear();
  for (auto tween = tweens_.begin(); tween != tweens_.end();)
    tween = places.count(tween->first) == 0 ? tweens_.erase(tween) : std::next(tween);
  places_ = std::move(places);
  panels_ = std::move(panels);
}

bool Motion::Moves(double now) {
  if (tweens_.empty() && opened_.empty()) return false;
  if (++frames_ > kFramesAtMost) {
    tweens_.clear();
    opened_.clear();
    return false;
  }
  for (auto tween = tweens_.begin(); tween != tweens_.end();) {
    const double share = (now - tween->second.start) / tween->second.seconds;
    tween->second.share = Eased(share);
    tween = share >= 1 ? tweens_.erase(tween) : std::next(tween);
  }
  if (!opened_.empty()) {
    const double share = (now - opened_at_) / kPanel;
    opened_share_ = Eased(share);
    if (share >= 1) opened_.clear();
  }
  return !tweens_.empty() || !opened_.empty();
}

Motion::Course Motion::Of(const view::Shape& shape) const {
  Course course;
  const auto found = shape.moves == 0 ? tweens_.end() : tweens_.find(shape.moves);
  if (found == tweens_.end()) return course;
  const Tween& tween = found->second;
  course.dx = tween.dx * (1 - tween.share);
  if (tween.grows) course.grown = tween.share;
  if (tween.from.ground && shape.kind == view::ShapeKind::kFill) {
    course.from = tween.from.ink;
    course.turned = tween.share;
  }
  return course;
}

float Motion::ShiftOf(const std::string& panel) const {
  return panel == opened_ ? std::round(opened_width_ * (1 - opened_share_)) : 0;
}

}  // namespace proviso::shell
