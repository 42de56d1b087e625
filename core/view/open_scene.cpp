#include "core/view/open_scene.h"

#include <algorithm>
#include <cmath>

#include "core/view/dialog_scene.h"
#include "core/view/sketch.h"

namespace proviso::view {
namespace {

// Sign and kind, where, what and what to do; under each other where it is narrow. Returns the
// height.
float DrawLine(Sketch& sketch, const ProblemLine& line, const std::string& id, float x, float y,
               float width) {
  const float start = y;
  y += sketch.S(12);
  const float kind = sketch.S(112), where = sketch.S(216);
  const bool beside = width >= sketch.S(720);
  const std::string word = sketch.Say(line.error ? "Error" : "Warning");
  Item row = MakeItem(ItemRole::kListItem, id, sketch.Say("{0}, {1}", {word, line.record}));
  sketch.Open(std::move(row));
  sketch.Sign(line.error ? Glyph::kMissing : Glyph::kWarning, x,
              y + sketch.LineOf(Type::kControlStrong) / 2, 18);
  sketch.Text(x + sketch.S(26), y, kind - sketch.S(26), word, Type::kControlStrong);
  const float at = beside ? x + kind : x + sketch.S(26);
  const float room = beside ? where - sketch.S(16) : width - sketch.S(26);
  float left = y + (beside ? 0 : sketch.LineOf(Type::kControlStrong));
  left += sketch.Paragraph(at, left, room, line.record, Type::kControl);
  if (!line.place.empty())
    left += sketch.Paragraph(at, left, room, line.place, Type::kCaption, Ink::kInkMute);
  const float said = beside ? at + where : at;
  const float wide = beside ? x + width - said : room;
  float right = beside ? y : left + sketch.S(4);
  right += sketch.Paragraph(said, right, wide, line.rule, Type::kControl);
  if (!line.remedy.empty())
    right += sketch.Paragraph(said, right + 2, wide, line.remedy, Type::kMeta, Ink::kInkSoft) + 2;
  sketch.Close();
  y = std::max(left, right) + sketch.S(12);
  return y - start;
}

}  // namespace

Scene BuildOpenScene(const OpenModel& model, const Space& space) {
  Sketch sketch(space, "open", Ink::kSurface);
  const float x = DialogMargin(space), width = space.width - 2 * x;
  float y = DrawDialogTitle(sketch, model.title, space);
  y += sketch.Paragraph(x, y, width, model.lead, Type::kControl, Ink::kInkSoft, 0, "open/lead") +
       sketch.S(14);
  if (model.share >= 0) {
    const Rect bar{x, y, width, sketch.S(8)};
    sketch.Fill(bar, Ink::kSunken);
    sketch.Fill({bar.x, bar.y, std::round(bar.w * std::min(model.share, 1.0f)), bar.h}, Ink::kInk);
    y += bar.h + sketch.S(14);
  }
  if (!model.lines.empty()) {
    sketch.HRule(x, y, width, Ink::kInk, 3);
    y += 3;
    Item list = MakeItem(ItemRole::kList, "open/lines", sketch.Say("What is wrong with it"));
    list.size = static_cast<std::uint32_t>(model.lines.size());
    sketch.Open(std::move(list));
    int number = 0;
    for (const ProblemLine& line : model.lines) {
      if (number > 0) sketch.HRule(x, y, width, Ink::kLine);
      y += DrawLine(sketch, line, "open/line/" + std::to_string(++number), x, y, width);
    }
    sketch.Close();
    if (!model.more.empty())
      y += sketch.Paragraph(x, y, width, model.more, Type::kMeta, Ink::kInkMute, 0, "open/more") +
           sketch.S(10);
  }
  if (!model.actions.empty()) {
    sketch.HRule(x, y, width, Ink::kInk);
    y += sketch.S(16);
    std::vector<ButtonSpec> buttons;
    for (const Action& action : model.actions) {
      ButtonSpec spec;
      spec.id = "open/" + action.key;
      spec.words = action.words;
      spec.command = action.command;
      spec.kind = action.main ? ButtonKind::kMain : ButtonKind::kPlain;
      buttons.push_back(std::move(spec));
    }
    y += sketch.ButtonRow(x, y, width, buttons);
  }
  return sketch.Finish(std::ceil(y) + sketch.S(24));
}

}  // namespace proviso::view
