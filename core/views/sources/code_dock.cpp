#include <algorithm>
#include <array>
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
  /// `height` of the dock.
  FieldDrawer(const CodeModel& model, Column& column, float height)
      : model_(model), column_(column), height_(height) {}

  /// Returns where one goes on in it, with what its words may mean or what is wrong with them.
  Rect Draw(CodeField field) {
    typed_ = column_.y;
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
    if (!one.matches.empty() || !one.problem.empty() || shown_ == 0) shown_ = column_.y;
    return {column_.x, typed_, column_.width, shown_ - typed_};
  }

 private:
  Sketch& sketch() { return column_.sketch; }

  /// The next row, at least `points` high, and where its words begin, in as many lines as they
  /// need.
  std::pair<Rect, float> RowOf(float points, const std::vector<Run>& runs, float room) {
    const float least = std::max(sketch().Control(points), sketch().target());
    const float line = sketch().LineOf(Type::kControl);
    return {{column_.x, column_.y, column_.width, least + sketch().FlowHeight(runs, room) - line},
            column_.y + (least - line) / 2};
  }

  // Chips and pills, then the field in which one goes on.
  void DrawLine(const CodeFieldModel& field) {
    const std::string id(CodeItem(field.field));
    const float height = sketch().Control(26), gap = column_.S(5);
    float x = column_.x, row = height;
    std::size_t number = 0;
    for (const LinePart& part : field.parts) {
      const Type type = part.keyword ? Type::kLabel : Type::kControl;
      const float pad = column_.S(8), room = column_.width - 2 * pad;
      const std::vector<Run> words{{part.words, type, part.keyword ? Ink::kPaper : Ink::kInk}};
      const Flow flow = FlowText(sketch().measure(), sketch().scale(), words, room);
      const float width = std::ceil(flow.width) + 2 * pad;
      if (x > column_.x && x + width > column_.x + column_.width) {
        x = column_.x;
        column_.y += row + gap;
        row = height;
      }
      // A long one is as high as it needs.
      const Rect box{x, column_.y, width, height + flow.height() - sketch().LineOf(type)};
      row = std::max(row, box.h);
      const bool holder = field.field == CodeField::kWho && number + 1 == field.parts.size();
      if (part.keyword)
        sketch().Fill(box, Ink::kInk, height / 2);
      else
        sketch().Fill(box, Ink::kSunken, 4);
      if (holder) sketch().Stroke(box, Ink::kInk, 2, 4);
      sketch().Flowed(x + pad, box.y + (height - sketch().LineOf(type)) / 2, words, room);
      sketch().Add(
          MakeItem(ItemRole::kText, id + ".part/" + std::to_string(++number), part.words, box));
      x += width + gap;
    }
    if (!field.parts.empty()) column_.y += row + gap;
    typed_ = column_.y;
    column_.Field(
        {id, field.name, field.typed, "", "", SetCodeField{field.field, {}}, ItemRole::kTextField});
    shown_ = column_.y;
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
    const std::string words = !match.fresh ? match.label
                              : field.field == CodeField::kWho
                                  ? column_.Say("New voice “{0}”", {match.label})
                                  : column_.Say("New statement “{0}”", {match.label});
    const std::string uses =
        match.uses > 0 ? sketch().say().Counted(match.uses, "{0} claim", "{0} claims") : "";
    const float used = uses.empty() ? 0 : sketch().Width(Type::kCaption, uses) + column_.S(10);
    const std::vector<Run> runs{{words, Type::kControl, match.fresh ? Ink::kAccent : Ink::kInk}};
    const float room = column_.width - column_.S(16) - used;
    const auto [row, y] = RowOf(26, runs, room);
    if (at == 0 && !match.fresh) sketch().Fill(row, Ink::kAccentTint, 4);
    sketch().Flowed(row.x + column_.S(8), y, runs, room);
    sketch().WordsRight(row.right() - column_.S(6), y, uses, Type::kCaption, Ink::kInkMute, used);
    Item item = MakeItem(ItemRole::kOption, id + ".match/" + std::to_string(at), words, row);
    item.description = uses;
    item.press = TakeMatch{field.field, match.words};
    item.group = id + ".matches";
    item.selected = at == 0 && !match.fresh ? Tri::kYes : Tri::kNo;
    item.pos = static_cast<std::uint32_t>(at) + 1;
    item.size = static_cast<std::uint32_t>(field.matches.size());
    sketch().Add(std::move(item));
    column_.y = row.bottom();
  }

  void DrawLevels() {
    const std::string id(CodeItem(CodeField::kFirm));
    sketch().Open(MakeItem(ItemRole::kRadioGroup, id + ".group", column_.Say("How firmly")));
    std::uint32_t number = 0;
    for (const CodeLevel& level : model_.levels) {
      ++number;
      const float room = column_.width - column_.S(28);
      // As high as in bold, so that choosing moves nothing.
      const auto [row, y] = RowOf(22, {{level.label, Type::kControlStrong}}, room);
      if (level.chosen) sketch().Fill(row, Ink::kInk, 4);
      const Ink ink = level.chosen ? Ink::kPaper : !level.allowed ? Ink::kInkMute : Ink::kInk;
      sketch().Words(row.x + column_.S(8), y, std::to_string(number), Type::kCaption,
                     level.chosen ? Ink::kPaper : Ink::kInkMute);
      sketch().Flowed(row.x + column_.S(24), y,
                      {{level.label, level.chosen ? Type::kControlStrong : Type::kControl, ink}},
                      room);
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
      column_.y = row.bottom();
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
    // It grows with what is written, as far as the dock shows it at once.
    const float line = sketch().LineOf(Type::kControl);
    const float most = std::max(4.0f, std::floor((height_ - column_.S(76)) / line));
    const float lines = std::clamp(sketch().FlowHeight(runs, room) / line, 4.0f, most);
    const Rect rect{column_.x, column_.y, column_.width, lines * line + 2 * pad};
    sketch().Fill(rect, Ink::kSurface, 6);
    sketch().Stroke(rect, Ink::kControlLine, 1, 6);
    sketch().Flowed(rect.x + column_.S(11), rect.y + pad, runs, room,
                    static_cast<std::size_t>(lines));
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
  float height_, typed_ = 0, shown_ = 0;
};

/// How wide the four fields are beside each other: who, about what, how firmly, in our words.
/// Levels have room for their words, if the others have enough; of the rest About has most.
std::array<float, kCodeFieldCount> FieldWidths(const CodeModel& model, const Sketch& sketch,
                                               float all) {
  float words = 0;
  for (const CodeLevel& level : model.levels)
    words = std::max(words, sketch.Width(Type::kControlStrong, level.label));
  const float firm =
      std::clamp(std::ceil(words) + sketch.S(28), std::floor(all * 0.17f), std::floor(all * 0.26f));
  const float rest = all - firm;
  return {std::floor(rest * 0.265f), std::floor(rest * 0.458f), firm, std::floor(rest * 0.277f)};
}

}  // namespace

CodeDockScene BuildCodeDock(const CodeModel& model, const Space& space, bool with_foot) {
  CodeDockScene out;
  Sketch sketch(space, "dock", Ink::kSurface);
  const float margin = space.margin();
  Column column{sketch, margin, 2, space.width - 2 * margin};
  if (!model.writing) {
    DrawMarkButtons(model, column);
    out.scene = column.Finish(10);
    return out;
  }
  column.Gap(12);
  sketch.Open(MakeItem(ItemRole::kGroup, "code/fields", sketch.Say("The claim")));
  if (AreAbreast(column)) {
    const float gap = sketch.S(18);
    const auto widths = FieldWidths(model, sketch, column.width - 3 * gap);
    float left = 0;
    Column lowest = column;
    for (std::size_t i = 0; i < kCodeFieldCount; ++i) {
      const auto field = static_cast<CodeField>(i);
      Column part = column.Part(left, widths[i]);
      const Rect drawn = FieldDrawer(model, part, space.height).Draw(field);
      if (field == model.field) out.field = drawn;
      lowest.Past(part);
      left += widths[i] + gap;
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
    out.field = FieldDrawer(model, column, space.height).Draw(model.field);
  }
  sketch.Close();
  if (!AreAbreast(column)) {
    column.Gap(12);
    DrawFurtherButtons(column);
  }
  if (with_foot) {
    column.Gap(12);
    DrawClaimButtons(column);
  }
  out.scene = column.Finish(12);
  return out;
}

Scene BuildCodeFoot(const Space& space) {
  Sketch sketch(space, "dock-foot", Ink::kSurface);
  sketch.HRule(0, 0, space.width, Ink::kLine);
  const float margin = space.margin();
  Column column{sketch, margin, 1, space.width - 2 * margin};
  column.Gap(10);
  DrawClaimButtons(column);
  return column.Finish(10);
}

}  // namespace proviso::view
