#include <algorithm>
#include <utility>

#include "core/canvas/column.h"
#include "core/views/sources/code_scene.h"

namespace proviso::view {

void DrawCodeSide(const CodeModel& model, Column& column) {
  Sketch& sketch = column.sketch;
  column.Heading(column.Say("Sources"), Type::kH2, 2, Ink::kInk, "code-side/title");
  column.Gap(10);
  const auto row = [&](const CodeRow& one, const std::string& id, Glyph glyph, bool signs) {
    const float indent = signs ? sketch.S(24) : 0;
    const std::vector<Run> runs{{one.words, one.current ? Type::kBodyStrong : Type::kControl}};
    const float high = sketch.FlowHeight(runs, column.width - indent, 3);
    const float height = std::max(high + sketch.S(10), sketch.target());
    if (one.current) sketch.Fill({column.x - sketch.S(8), column.y, 4, height}, Ink::kInk);
    if (signs) sketch.Sign(glyph, column.x, column.y + height / 2, 16);
    sketch.Flowed(column.x + indent, column.y + (height - high) / 2, runs, column.width - indent,
                  3);
    Item item =
        MakeItem(ItemRole::kButton, id, one.words, {column.x, column.y, column.width, height});
    item.press = one.open;
    item.current = one.current;
    sketch.Add(std::move(item));
    column.y += height + sketch.S(2);
  };
  for (const CodeRow& text : model.texts) row(text, "code-side/" + text.id, Glyph::kMark, false);
  column.Gap(4);
  column.Button(
      {"code-side/add", column.Say("Add a text…"), "", ShowBegin{true, true}, ButtonKind::kSmall});
  if (!model.facts.empty()) {
    column.Gap(8);
    // How much of the shown text is coded.
    const float share = model.sentences.empty() ? 0
                                                : static_cast<float>(model.coded) /
                                                      static_cast<float>(model.sentences.size());
    const Rect bar{column.x, column.y, column.width, sketch.S(6)};
    sketch.Fill(bar, Ink::kSkeleton, 3);
    sketch.Fill({bar.x, bar.y, bar.w * share, bar.h}, Ink::kInk, 3);
    column.y += bar.h;
    column.Gap(6);
    column.Words(model.facts, Type::kMeta, Ink::kInkSoft, "code-side/facts");
  }
  if (!model.drafts.empty()) {
    column.Gap(18);
    column.Heading(column.Say("Not finished"), Type::kLabel, 3, Ink::kInkSoft);
    column.Gap(4);
    for (const CodeRow& draft : model.drafts)
      row(draft, "code-side/draft/" + draft.id, Glyph::kUnchecked, true);
  }
  column.Gap(20);
  column.Line(column.Say("Your initials"), Type::kLabel, Ink::kInkSoft);
  column.Gap(4);
  column.Field({"code-side/initials", column.Say("Your initials"), model.coder, "", "", SetCoder{},
                ItemRole::kTextField});
  column.Gap(4);
  column.Words(column.Say("They go into the ids of your claims, so that two codings can be put "
                          "together later."),
               Type::kCaption, Ink::kInkMute);
}

Scene BuildCodeSide(const CodeModel& model, const Space& space) {
  Sketch sketch(space, "code-side", Ink::kPaper);
  Column column{sketch, space.margin(), 0, space.width - space.margin() - sketch.S(8)};
  column.Gap(16);
  DrawCodeSide(model, column);
  return column.Finish(16);
}

Scene BuildCodeAside(const CodeModel& model, const Space& space) {
  Sketch sketch(space, "code-aside", Ink::kSurface);
  if (!space.phone()) sketch.VRule(0, 0, 100000, Ink::kLine);
  Column column{sketch, space.margin(), 0, space.width - 2 * space.margin()};
  column.Gap(18);
  column.Heading(column.Say("What this claim changes"), Type::kLabel, 2, Ink::kInkSoft,
                 "code-aside/title");
  column.Gap(6);
  if (model.outcome.empty()) {
    column.Words(column.Say("Nothing yet. Say who, about what and how firmly."), Type::kControl,
                 Ink::kInkSoft, "code-aside/nothing");
  } else {
    column.Words(column.Say("{0}?", {model.outcome}), Type::kLead, Ink::kInk, "code-aside/outcome");
    column.Gap(8);
    column.Rule(Ink::kInk, 2);
    int number = 0;
    for (const CodeAnswer& answer : model.answers) {
      const std::string id = "code-aside/answer/" + std::to_string(++number);
      column.Gap(10);
      sketch.Open(MakeItem(ItemRole::kGroup, id, answer.voice));
      column.Words(answer.voice, answer.holder ? Type::kBodyStrong : Type::kControl);
      column.Gap(2);
      column.Words(answer.now, answer.holder ? Type::kLead : Type::kControl);
      column.Gap(2);
      if (answer.now != answer.before)
        column.Words(answer.before.empty() ? column.Say("before: not heard")
                                           : column.Say("before: {0}", {answer.before}),
                     Type::kMeta, Ink::kInkMute);
      else
        column.Words(column.Say("no change"), Type::kMeta, Ink::kInkMute);
      sketch.Close();
    }
    column.Gap(8);
    column.Words(column.Say("What it depends on is supposed only to show it. Your scenario stays "
                            "as it is."),
                 Type::kCaption, Ink::kInkMute);
  }
  if (!model.checks.empty()) {
    column.Gap(16);
    column.Rule();
    column.Gap(12);
    column.Heading(column.Say("Checked as you write"), Type::kLabel, 3, Ink::kInkSoft);
    int number = 0;
    for (const CodeCheck& check : model.checks) {
      column.Gap(6);
      column.Signed(check.fine ? Glyph::kFound : Glyph::kWarning, 16, 26, check.words,
                    Type::kControl, "code-aside/check/" + std::to_string(++number));
    }
  }
  Scene scene = column.Finish(24);
  if (!space.phone()) scene.shapes.front().rect.h = std::max(scene.height, space.height);
  return scene;
}

}  // namespace proviso::view
