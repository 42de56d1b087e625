#include "core/window/around/foot_scene.h"

#include <algorithm>
#include <cmath>

#include "core/canvas/check_marks.h"
#include "core/canvas/sketch.h"

namespace proviso::view {

Scene BuildFootScene(const FootModel& model, const Space& space) {
  Sketch sketch(space, "foot", Ink::kSunken);
  sketch.HRule(0, 0, space.width, Ink::kLine);
  const float middle = std::round(space.height / 2);
  const float top = middle - sketch.LineOf(Type::kCaption) / 2;
  const float gap = sketch.S(24), margin = space.margin();

  // The counts stay, then the legend, sign by sign; the dataset and the documents get what is left,
  // half of the bar at most.
  std::vector<std::string> right{model.counts};
  float used = sketch.Width(Type::kCaption, model.counts);
  const float limit = space.width - margin - used - gap;
  float x = margin;
  const auto entry = [&](const std::string& words, float mark, const auto& draw) {
    const float width = mark + std::ceil(sketch.Width(Type::kCaption, words));
    if (words.empty() || x + width > limit) return;
    draw(x);
    sketch.Text(x + mark, top, width, words, Type::kCaption, Ink::kInkSoft);
    x += width + sketch.S(18);
  };
  for (const FootVoice& voice : model.voices)
    entry(voice.words, sketch.S(20), [&](float at) { sketch.Voice(voice.mark, at, middle, 14); });
  entry(model.before, sketch.S(20), [&](float at) { sketch.Ghost(at, middle, 14); });
  for (const CheckState state : model.checks)
    entry(sketch.Say(Label(state)), sketch.S(22),
          [&](float at) { sketch.Sign(GlyphOf(state), at, middle, 16); });
  for (const SignMark& mark : model.legend)
    entry(mark.words, sketch.S(22), [&](float at) { sketch.Sign(mark, at, middle, 16); });
  for (const KeyLine& key : model.keys) entry(key.keys + " " + key.what, 0, [](float) {});
  std::vector<std::string> wished;
  if (!model.dataset.empty()) wished.push_back(model.dataset);
  for (auto it = model.documents.rbegin(); it != model.documents.rend(); ++it)
    wished.push_back(*it);
  for (const std::string& words : wished) {
    const float width = sketch.Width(Type::kCaption, words);
    if (used + gap + width > std::min(space.width / 2, space.width - margin - x)) break;
    right.push_back(words);
    used += gap + width;
  }
  float end = space.width - margin;
  const float room = std::max(0.0f, space.width - 2 * margin);
  for (const std::string& words : right) {
    const float width = std::min(sketch.Width(Type::kCaption, words), room);
    sketch.Text(std::floor(end - width), top, room, words, Type::kCaption, Ink::kInkSoft);
    end -= width + gap;
  }
  return sketch.Finish(space.height);
}

}  // namespace proviso::view
