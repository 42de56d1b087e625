#include <algorithm>
#include <cmath>
#include <utility>

#include "core/canvas/column.h"
#include "core/state/update_author.h"
#include "core/views/sources/code_scene.h"

namespace proviso::view {
namespace {

/// Draws one of the four fields into a column.
class FieldDrawer {
 public:
  FieldDrawer(const CodeModel& model, Column& column) : model_(model), column_(column) {}

  void Draw(CodeField field) {
    const CodeFieldModel& one = model_.fields[static_cast<std::size_t>(field)];
    column_.Line(one.name, Type::kLabel, Ink::kInkSoft);
    column_.Gap(6);
    if (field == CodeField::kFirm)
      DrawLevels();
    else if (field == CodeField::kWords)
      DrawWords(one);
    else
      DrawLine(one);
    if (!one.problem.empty()) {
      column_.Gap(4);
      column_.Signed(Glyph::kWarning, 16, 22, one.problem, Type::kMeta,
                     std::string(CodeItem(field)) + ".problem");
    }
  }

 private:
  Sketch& sketch() { return column_.sketch; }

  // Chips and pills, then the field in which one goes on.
  void DrawLine(const CodeFieldModel& field) {
    const std::string id(CodeItem(field.field));
    const float height = sketch().Control(26), gap = column_.S(5);
    float x = column_.x;
    std::size_t number = 0;
    for (const LinePart& part : field.parts) {
      const Type type = part.keyword ? Type::kLabel : Type::kControl;
      const float pad = column_.S(8);
      const float room = column_.width - 2 * pad;
      const float width = std::min(std::ceil(sketch().Width(type, part.words)), room) + 2 * pad;
      if (x > column_.x && x + width > column_.x + column_.width) {
        x = column_.x;
        column_.y += height + gap;
      }
      const Rect box{x, column_.y, width, height};
      const bool holder = field.field == CodeField::kWho && number + 1 == field.parts.size();
      if (part.keyword)
        sketch().Fill(box, Ink::kInk, height / 2);
      else
        sketch().Fill(box, Ink::kSunken, 4);
      if (holder) sketch().Stroke(box, Ink::kInk, 2, 4);
      sketch().WordsCentred(box, part.words, type, part.keyword ? Ink::kPaper : Ink::kInk);
      sketch().Add(
          MakeItem(ItemRole::kText, id + ".part/" + std::to_string(++number), part.words, box));
      x += width + gap;
    }
    if (!field.parts.empty()) column_.y += height + gap;
    column_.Field(
        {id, field.name, field.typed, "", "", SetCodeField{field.field, {}}, ItemRole::kTextField});
    sketch().scene().items.back().description = field.problem.empty() ? field.hint : field.problem;
    column_.Gap(4);
    if (field.matches.empty()) {
      column_.Words(field.hint, Type::kCaption, Ink::kInkMute);
      return;
    }
    Item list = MakeItem(ItemRole::kListBox, id + ".matches", column_.Say("What it may mean"));
    sketch().Open(std::move(list));
    std::size_t at = 0;
    for (const CodeMatch& match : field.matches) DrawMatch(field, match, at++);
    sketch().Close();
  }

  void DrawMatch(const CodeFieldModel& field, const CodeMatch& match, std::size_t at) {
    const std::string id(CodeItem(field.field));
    const float height = std::max(sketch().Control(26), sketch().target());
    const Rect row{column_.x, column_.y, column_.width, height};
    const std::string words = !match.fresh ? match.label
                              : field.field == CodeField::kWho
                                  ? column_.Say("New voice “{0}”", {match.label})
                                  : column_.Say("New statement “{0}”", {match.label});
    const std::string uses =
        match.uses > 0 ? sketch().say().Counted(match.uses, "{0} claim", "{0} claims") : "";
    if (at == 0 && !match.fresh) sketch().Fill(row, Ink::kAccentTint, 4);
    const float used = uses.empty() ? 0 : sketch().Width(Type::kCaption, uses) + column_.S(10);
    const float y = row.y + (height - sketch().LineOf(Type::kControl)) / 2;
    sketch().Words(row.x + column_.S(8), y, words, Type::kControl,
                   match.fresh ? Ink::kAccent : Ink::kInk, row.w - column_.S(16) - used);
    sketch().WordsRight(row.right() - column_.S(6), y, uses, Type::kCaption, Ink::kInkMute, used);
    Item item = MakeItem(ItemRole::kOption, id + ".match/" + std::to_string(at), words, row);
    item.description = uses;
    item.press = TakeMatch{field.field, match.words};
    item.group = id + ".matches";
    item.selected = at == 0 && !match.fresh ? Tri::kYes : Tri::kNo;
    item.pos = static_cast<std::uint32_t>(at) + 1;
    item.size = static_cast<std::uint32_t>(field.matches.size());
    sketch().Add(std::move(item));
    column_.y += height;
  }

  void DrawLevels() {
    const std::string id(CodeItem(CodeField::kFirm));
    sketch().Open(MakeItem(ItemRole::kRadioGroup, id + ".group", column_.Say("How firmly")));
    const float height = std::max(sketch().Control(22), sketch().target());
    std::uint32_t number = 0;
    for (const CodeLevel& level : model_.levels) {
      const Rect row{column_.x, column_.y, column_.width, height};
      ++number;
      if (level.chosen) sketch().Fill(row, Ink::kInk, 4);
      const Ink ink = level.chosen ? Ink::kPaper : !level.allowed ? Ink::kInkMute : Ink::kInk;
      const float y = row.y + (height - sketch().LineOf(Type::kControl)) / 2;
      sketch().Words(row.x + column_.S(8), y, std::to_string(number), Type::kCaption,
                     level.chosen ? Ink::kPaper : Ink::kInkMute);
      sketch().Words(row.x + column_.S(24), y, level.label,
                     level.chosen ? Type::kControlStrong : Type::kControl, ink,
                     row.w - column_.S(28));
      Item item = MakeItem(ItemRole::kRadio, id + "/" + level.word, level.label, row);
      item.checked = level.chosen ? Tri::kYes : Tri::kNo;
      item.disabled = !level.allowed && !level.chosen;
      if (!level.allowed)
        item.description = column_.Say("This level does not go with what it is about.");
      item.shortcut = std::to_string(number);
      item.press = SetCodeField{CodeField::kFirm, level.word};
      item.group = id;
      item.pos = number;
      item.size = static_cast<std::uint32_t>(model_.levels.size());
      sketch().Add(std::move(item));
      column_.y += height;
    }
    sketch().Close();
    if (model_.level_note.empty()) return;
    column_.Gap(4);
    column_.Words(model_.level_note, Type::kCaption, Ink::kInkMute, id + ".note");
  }

  void DrawWords(const CodeFieldModel& field) {
    const std::string id(CodeItem(CodeField::kWords));
    const float pad = column_.S(9), room = column_.width - 2 * column_.S(11);
    const bool empty = field.typed.empty();
    const std::vector<Run> runs{
        {empty ? field.hint : field.typed, Type::kControl, empty ? Ink::kInkMute : Ink::kInk}};
    const float words = 4 * sketch().LineOf(Type::kControl);
    const Rect rect{column_.x, column_.y, column_.width, words + 2 * pad};
    sketch().Fill(rect, Ink::kSurface, 6);
    sketch().Stroke(rect, Ink::kControlLine, 1, 6);
    sketch().Flowed(rect.x + column_.S(11), rect.y + pad, runs, room, 4);
    Item item = MakeItem(ItemRole::kTextArea, id, field.name, rect);
    item.value = field.typed;
    item.placeholder = field.hint;
    item.press = SetCodeField{CodeField::kWords, {}};
    sketch().Add(std::move(item));
    column_.y = rect.bottom();
    column_.Gap(4);
    if (!model_.words_note.empty())
      column_.Words(model_.words_note, Type::kCaption,
                    model_.words_warned ? Ink::kAltered : Ink::kInkMute, id + ".note");
    else if (empty && !field.hint.empty())
      column_.Words(column_.Say("Left empty, this is what the claim says."), Type::kCaption,
                    Ink::kInkMute);
  }

  const CodeModel& model_;
  Column& column_;
};

std::vector<ButtonSpec> ClaimButtons(const Sketch& sketch) {
  ButtonSpec save{"code/save",
                  sketch.Say("Save, mark the next sentence"),
                  "",
                  SaveClaim{true},
                  ButtonKind::kMain,
                  "Enter"};
  save.key_cap = true;
  ButtonSpec stay{"code/stay", sketch.Say("Save and stay"), "", SaveClaim{false}};
  ButtonSpec draft{"code/draft", sketch.Say("Keep as draft"), "",
                   KeepDraft{},  ButtonKind::kPlain,          "Escape"};
  draft.key_cap = true;
  ButtonSpec more{"code/more", sketch.Say("Further words…"), "", AddPassage{}};
  more.description = sketch.Say("What is marked is kept, and a further passage can be marked.");
  return {save, stay, draft, more};
}

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

void DrawMarkOnly(const CodeModel& model, Column& column) {
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

}  // namespace

float CodeDockHeight(const CodeModel& model, const Space& space) {
  const float scale = space.scale;
  if (model.writing) return std::round((space.phone() ? 372.0f : 330.0f) * scale);
  return std::round((space.phone() ? 132.0f : 56.0f) * scale);
}

Scene BuildCodeDock(const CodeModel& model, const Space& space) {
  Sketch sketch(space, "dock", Ink::kSurface);
  sketch.HRule(0, 0, space.width, Ink::kInk, 2);
  const float margin = space.margin();
  Column column{sketch, margin, 2, space.width - 2 * margin};
  if (!model.writing) {
    DrawMarkOnly(model, column);
    return column.Finish(10);
  }
  column.Gap(12);
  sketch.Open(MakeItem(ItemRole::kGroup, "code/fields", sketch.Say("The claim")));
  const bool abreast = column.width >= sketch.S(640);
  if (abreast) {
    // Who, about what, how firmly, in our words; About has the most room.
    const float gap = sketch.S(18), all = column.width - 3 * gap;
    const float shares[] = {0.22f, 0.38f, 0.17f, 0.23f};
    float left = 0;
    Column lowest = column;
    for (std::size_t i = 0; i < kCodeFieldCount; ++i) {
      const float width = std::floor(all * shares[i]);
      Column part = column.Part(left, width);
      FieldDrawer(model, part).Draw(static_cast<CodeField>(i));
      lowest.Past(part);
      left += width + gap;
    }
    column.y = lowest.y;
  } else {
    std::vector<SegmentChoice> tabs;
    for (std::size_t i = 0; i < kCodeFieldCount; ++i) {
      const auto field = static_cast<CodeField>(i);
      tabs.push_back({std::string(CodeItem(field)).substr(5),
                      sketch.Say(i == 0   ? Key("Who##tab")
                                 : i == 1 ? Key("About##tab")
                                 : i == 2 ? Key("Firm##tab")
                                          : Key("Words##tab")),
                      model.field == field, false, FocusCode{field}});
    }
    column.y += sketch.Segment(column.x, column.y, "code/tabs", sketch.Say("Fields"), tabs).h;
    column.Gap(10);
    FieldDrawer(model, column).Draw(model.field);
  }
  sketch.Close();
  column.Gap(12);
  column.Buttons(ClaimButtons(sketch));
  column.Gap(8);
  column.Buttons(EdgeButtons(sketch));
  return column.Finish(12);
}

}  // namespace proviso::view
