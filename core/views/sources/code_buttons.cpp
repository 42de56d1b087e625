#include <utility>

#include "core/state/update_author.h"
#include "core/views/sources/code_scene.h"

namespace proviso::view {
namespace {

/// Which edge of the mark moves where, for a finger and for whoever hears.
std::vector<ButtonSpec> EdgeButtons(const Sketch& sketch) {
  const auto button = [&](const char* id, std::string words, std::string name, bool end, int by) {
    return ButtonSpec{id, std::move(words), std::move(name), MoveMark{end, MarkBy::kWord, by},
                      ButtonKind::kSmall};
  };
  return {
      button("code/start-back", sketch.Say("Start ←"), sketch.Say("Start one word earlier"), false,
             -1),
      button("code/start-on", sketch.Say("Start →"), sketch.Say("Start one word later"), false, 1),
      button("code/end-back", sketch.Say("End ←"), sketch.Say("End one word earlier"), true, -1),
      button("code/end-on", sketch.Say("End →"), sketch.Say("End one word later"), true, 1)};
}

ButtonSpec StayButton(const Column& column) {
  return {"code/stay", column.Say("Save and stay"), "", SaveClaim{false}};
}

ButtonSpec MoreButton(const Column& column) {
  ButtonSpec more{"code/more", column.Say("Further words…"), "", AddPassage{}};
  if (AreAbreast(column)) more.kind = ButtonKind::kSmall;
  more.description = column.Say("What is marked is kept, and a further passage can be marked.");
  return more;
}

}  // namespace

bool AreAbreast(const Column& column) { return column.width >= column.S(640); }

void DrawMarkButtons(const CodeModel& model, Column& column) {
  column.Gap(10);
  std::vector<ButtonSpec> buttons;
  if (model.mark) {
    ButtonSpec begin{
        "code/begin", column.Say("Code these words"), "", BeginClaim{}, ButtonKind::kMain, "C"};
    begin.key_cap = true;
    buttons.push_back(std::move(begin));
    for (ButtonSpec& edge : EdgeButtons(column.sketch)) buttons.push_back(std::move(edge));
    buttons.push_back(
        {"code/unmark", column.Say("Unmark"), "", DropMark{}, ButtonKind::kSmall, "Escape"});
  } else {
    ButtonSpec next{"code/next",
                    column.Say("Mark the next sentence"),
                    "",
                    StepSentence{1, true},
                    ButtonKind::kMain,
                    "S"};
    next.key_cap = true;
    buttons.push_back(std::move(next));
  }
  column.Buttons(buttons);
}

void DrawClaimButtons(Column& column) {
  ButtonSpec save{"code/save",
                  column.Say("Save, mark the next sentence"),
                  "",
                  SaveClaim{true},
                  ButtonKind::kMain,
                  "Enter"};
  save.key_cap = true;
  ButtonSpec draft{"code/draft", column.Say("Keep as draft"), "",
                   KeepDraft{},  ButtonKind::kPlain,          "Escape"};
  draft.key_cap = true;
  if (!AreAbreast(column)) return column.Buttons({save, draft});
  column.Buttons({save, StayButton(column), draft});
  column.Gap(8);
  std::vector<ButtonSpec> small = EdgeButtons(column.sketch);
  small.push_back(MoreButton(column));
  column.Buttons(small);
}

void DrawFurtherButtons(Column& column) {
  column.Buttons({StayButton(column), MoreButton(column)});
  column.Gap(8);
  column.Buttons(EdgeButtons(column.sketch));
}

}  // namespace proviso::view
