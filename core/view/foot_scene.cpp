#include "core/view/foot_scene.h"

#include <algorithm>
#include <cmath>

#include "core/view/copy_scene.h"
#include "core/view/sketch.h"

namespace proviso::view {

Scene BuildFootScene(const FootModel& model, const Space& space) {
  Sketch sketch(space, "foot", Ink::kSunken);
  sketch.HRule(0, 0, space.width, Ink::kLine);
  const float middle = std::round(space.height / 2);
  const float top = middle - sketch.LineOf(Type::kCaption) / 2;
  const float gap = sketch.S(24), margin = space.margin();

  // The counts stay, then the dataset, then the documents; the legend gets what is left, sign by
  // sign, and half the bar at the least.
  std::vector<std::string> right{model.counts};
  float used = sketch.Width(Type::kCaption, model.counts);
  std::vector<std::string> wished;
  if (!model.dataset.empty()) wished.push_back(model.dataset);
  for (auto it = model.documents.rbegin(); it != model.documents.rend(); ++it)
    wished.push_back(*it);
  for (const std::string& words : wished) {
    const float width = sketch.Width(Type::kCaption, words);
    if (used + gap + width > space.width / 2) break;
    right.push_back(words);
    used += gap + width;
  }
  float limit = space.width - margin - used - gap;
  float x = margin;
  for (const CheckState state : model.checks) {
    const std::string words = sketch.Say(Label(state));
    const float width = sketch.S(22) + std::ceil(sketch.Width(Type::kCaption, words));
    if (x + width > limit) break;
    sketch.Sign(GlyphOf(state), x, middle, 16);
    sketch.Text(x + sketch.S(22), top, width, words, Type::kCaption, Ink::kInkSoft);
    x += width + gap;
  }
  for (const SignMark& mark : model.legend) {
    const float width = sketch.S(22) + std::ceil(sketch.Width(Type::kCaption, mark.words));
    if (x + width > limit) break;
    sketch.Sign(mark, x, middle, 16);
    sketch.Text(x + sketch.S(22), top, width, mark.words, Type::kCaption, Ink::kInkSoft);
    x += width + gap;
  }
  for (const KeyHelpLine& key : model.keys) {
    const std::string words = key.keys + " " + key.what;
    const float width = std::ceil(sketch.Width(Type::kCaption, words));
    if (x + width > limit) break;
    sketch.Text(x, top, width, words, Type::kCaption, Ink::kInkSoft);
    x += width + gap;
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
