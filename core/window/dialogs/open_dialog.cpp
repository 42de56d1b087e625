#include <algorithm>
#include <cmath>
#include <utility>

#include "core/window/dialogs/panels.h"

namespace proviso::view {
namespace {

// Sign and kind, where, what and what to do; under each other where it is narrow.
void DrawProblem(Column& column, const ProblemLine& line, const std::string& id) {
  Sketch& sketch = column.sketch;
  const float kind = sketch.S(112), where = sketch.S(216), mark = sketch.S(26);
  const bool beside = column.width >= sketch.S(720);
  const std::string word = sketch.Say(line.error ? "Error" : "Warning");
  column.Gap(12);
  sketch.Open(MakeItem(ItemRole::kListItem, id, sketch.Say("{0}, {1}", {word, line.record})));
  sketch.Sign(line.error ? Glyph::kMissing : Glyph::kWarning, column.x,
              column.y + sketch.LineOf(Type::kControlStrong) / 2, 18);
  Column head = column.Part(mark, kind - mark);
  head.Line(word, Type::kControlStrong);
  Column left = beside ? column.Part(kind, where - sketch.S(16)) : column.Inset(mark);
  if (!beside) left.Past(head);
  left.Words(line.record, Type::kControl);
  left.Words(line.place, Type::kCaption, Ink::kInkMute);
  Column right = beside ? column.Inset(kind + where) : left.Inset(0);
  if (!beside) right.Gap(4);
  right.Words(line.rule, Type::kControl);
  if (!line.remedy.empty()) right.y += 2;
  right.Words(line.remedy, Type::kMeta, Ink::kInkSoft);
  if (!line.cell.empty()) {
    right.Gap(6);
    const std::string name = sketch.Say("Read in this cell instead");
    right.Line(name, Type::kLabel, Ink::kInkSoft);
    right.Gap(3);
    right.Field({id + "/cell", sketch.Say("{0}: {1}", {name, line.cell}), line.words, "", "",
                 SetImport{line.cell, {}, false}, ItemRole::kTextField});
  }
  sketch.Close();
  column.Past(left);
  column.Past(right);
  column.Gap(12);
}

/// What a code stands for, as a row of buttons of which one is pressed.
void DrawCode(Column& column, const CodeChoice& code, const std::string& id) {
  Sketch& sketch = column.sketch;
  column.Gap(10);
  sketch.Open(MakeItem(ItemRole::kListItem, id, code.path));
  column.Words(code.path, Type::kControlStrong);
  column.Gap(4);
  std::vector<ButtonSpec> buttons;
  for (const CodeChoice::Use& use : code.uses) {
    ButtonSpec spec{id + "/" + use.kind, use.label, sketch.Say("{0}: {1}", {code.path, use.label}),
                    use.choose, ButtonKind::kSmall};
    spec.pressed = use.chosen ? Tri::kYes : Tri::kNo;
    buttons.push_back(std::move(spec));
  }
  column.Buttons(buttons);
  sketch.Close();
  column.Gap(10);
}

void DrawShare(Column& column, float share) {
  const Rect bar{column.x, column.y, column.width, column.S(8)};
  column.sketch.Fill(bar, Ink::kSunken);
  column.sketch.Fill({bar.x, bar.y, std::round(bar.w * std::min(share, 1.0f)), bar.h}, Ink::kInk);
  column.y = bar.bottom();
}

}  // namespace

Blocks OpenPanel(const OpenModel& model, const Say& say) {
  Blocks blocks{Prose{model.lead, Type::kControl, Ink::kInkSoft, "open/lead"}, Gap{14}};
  const auto add = [&](Blocks more) { blocks.Append(std::move(more)); };
  for (const std::string& sentence : model.told)
    add({Prose{sentence, Type::kControl, Ink::kInk,
               "open/told." + std::to_string(&sentence - model.told.data() + 1)},
         Gap{8}});
  if (model.share >= 0)
    add({[share = model.share](Column& column) { DrawShare(column, share); }, Gap{14}});
  if (!model.lines.empty()) {
    Rows list{"open/lines", say("What is wrong with it"), {}};
    for (const ProblemLine& line : model.lines)
      list.rows.push_back([line, number = list.rows.size()](Column& column) {
        if (number > 0) column.sketch.HRule(column.x, column.y, column.width, Ink::kLine);
        DrawProblem(column, line, "open/line/" + std::to_string(number + 1));
      });
    add({Rule{Ink::kInk, 3}, std::move(list)});
    if (!model.more.empty())
      add({Prose{model.more, Type::kMeta, Ink::kInkMute, "open/more"}, Gap{10}});
  }
  if (!model.corrected.empty())
    add({Prose{model.corrected, Type::kMeta, Ink::kInkSoft, "open/corrected"}, Gap{10}});
  if (!model.codes.empty()) {
    Rows list{"open/codes", say("What the codes stand for"), {}};
    for (const CodeChoice& code : model.codes)
      list.rows.push_back([code, number = list.rows.size()](Column& column) {
        if (number > 0) column.sketch.HRule(column.x, column.y, column.width, Ink::kLine);
        DrawCode(column, code, "open/code/" + std::to_string(number + 1));
      });
    add({Prose{say("What the codes stand for"), Type::kControlStrong, Ink::kInk,
               "open/codes-title"},
         Gap{8}, Rule{Ink::kInk, 2}, std::move(list)});
    if (!model.codes_more.empty())
      add({Prose{model.codes_more, Type::kMeta, Ink::kInkMute, "open/codes-more"}, Gap{10}});
  }
  if (!model.actions.empty())
    add({Rule{Ink::kInk, 1, false}, Gap{16}, ButtonsOf(model.actions, "open/")});
  add({Gap{24}});
  return blocks;
}

}  // namespace proviso::view
