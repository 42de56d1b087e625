#include "core/views/questions/scene.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/canvas/column.h"

namespace proviso::view {
namespace {

// One question of the list: its number in a ring, its title.
void DrawQuestionChoice(Column& column, const QuestionChoice& choice) {
  Sketch& sketch = column.sketch;
  const float pad = sketch.S(12), ring = choice.number == 0 ? 0 : sketch.S(26);
  const Column inside = column.Inset(pad + (ring > 0 ? ring + sketch.S(12) : 0), pad);
  const Run title{choice.title, choice.shown ? Type::kBodyStrong : Type::kBody};
  const float words = sketch.FlowHeight({title}, inside.width);
  const Rect box{column.x, column.y, column.width,
                 std::max({words, ring, sketch.target() - 2 * sketch.S(9)}) + 2 * sketch.S(9)};
  if (choice.shown) {
    sketch.Fill(box, Ink::kSurface, 8);
    sketch.Stroke(box, Ink::kInk, 2, 8);
  }
  if (ring > 0) {
    const Rect disc{box.x + pad, std::round(box.y + (box.h - ring) / 2), ring, ring};
    sketch.Put(choice.shown ? DiscShape(disc, Ink::kInk) : RingShape(disc, Ink::kControlLine, 1));
    sketch.WordsCentred(disc, std::to_string(choice.number), Type::kLabel,
                        choice.shown ? Ink::kPaper : Ink::kInkSoft);
  }
  sketch.Flowed(inside.x, box.y + std::round((box.h - words) / 2), {title}, inside.width);
  Item item = MakeItem(ItemRole::kButton, "question/" + choice.id, choice.title, box);
  if (choice.number != 0)
    item.description = sketch.Say("Question {0}", {std::to_string(choice.number)});
  item.press = choice.show;
  item.current = choice.shown;
  item.selected = choice.shown ? Tri::kYes : Tri::kNo;
  item.group = "questions";
  sketch.Add(std::move(item));
  column.y = box.bottom();
}

void DrawQuestionList(Column& column, const QuestionsModel& model) {
  column.Heading(model.title, Type::kH3, 2, Ink::kInk, "questions/title");
  column.Gap(2);
  column.Words(model.lead, Type::kCaption, Ink::kInkMute, "questions/lead");
  column.Gap(12);
  column.sketch.Open(MakeItem(ItemRole::kGroup, "questions/list", model.title));
  for (const QuestionChoice& choice : model.tour) {
    DrawQuestionChoice(column, choice);
    column.Gap(4);
  }
  if (!model.tour.empty() && !model.further.empty()) {
    column.Gap(16);
    Column title = column.Inset(column.S(12), column.S(12));
    title.Heading(column.Say("Further questions"), Type::kLabel, 3, Ink::kInkSoft);
    column.Past(title);
    column.Gap(6);
  }
  for (const QuestionChoice& choice : model.further) {
    DrawQuestionChoice(column, choice);
    column.Gap(2);
  }
  column.sketch.Close();
}

// A claim behind the answer: holder, paraphrase, what kind of word, place.
void DrawEvidence(Column& column, const EvidenceRow& row) {
  Sketch& sketch = column.sketch;
  const bool beside = column.width >= sketch.S(640);
  const float gap = sketch.S(16), pad = sketch.S(9);
  const std::vector<Run> holder{{row.holder, Type::kBodyStrong}};
  const std::vector<Run> note{{row.note, Type::kMeta, Ink::kInkSoft}};
  const std::vector<Run> gloss = RunsOf(row.gloss);
  const float holder_width = beside ? sketch.S(180) : column.width;
  const float ref_width = beside ? sketch.S(70) : column.width / 2;
  const float note_width = beside ? sketch.S(130) : column.width / 2 - sketch.S(8);
  const Column said =
      beside ? column.Inset(holder_width + gap, ref_width + note_width + 2 * gap) : column;
  const float holder_height = sketch.FlowHeight(holder, holder_width);
  const float gloss_height = sketch.FlowHeight(gloss, said.width);
  const float chips = sketch.RefChipsHeight(ref_width, row.refs);
  const float line = sketch.LineOf(Type::kMeta);
  const float inner =
      beside ? std::max({holder_height, gloss_height, sketch.FlowHeight(note, note_width), chips})
             : holder_height + gloss_height + sketch.S(4) + std::max(line, chips);
  const Rect rect{column.x, column.y, column.width,
                  std::round(std::max(inner, sketch.target()) + 2 * pad)};
  if (row.selected) sketch.Fill({rect.x, rect.y, rect.w, rect.h - 1}, Ink::kAccentTint);
  Item item = MakeItem(ItemRole::kListItem, "evidence/" + row.id,
                       sketch.Say("{0}: {1}", {row.holder, row.gloss.plain()}), rect);
  item.description = row.note;
  item.press = row.select;
  item.double_press = row.open;
  item.selected = row.selected ? Tri::kYes : Tri::kNo;
  item.group = "evidence";
  sketch.Open(std::move(item));
  const float top = column.y + pad;
  sketch.Flowed(column.x, top, holder, holder_width);
  if (beside) {
    sketch.Flowed(said.x, top, gloss, said.width);
    sketch.Flowed(said.x + said.width + gap, top + 2, note, note_width);
    sketch.RefChips(rect.right() - ref_width, top, ref_width, row.refs);
  } else {
    sketch.Flowed(said.x, top + holder_height, gloss, said.width);
    const float under = top + holder_height + gloss_height + sketch.S(4);
    sketch.Words(column.x, under + std::round((std::min(chips, sketch.RefChipHeight()) - line) / 2),
                 row.note, Type::kMeta, Ink::kInkSoft, note_width);
    sketch.RefChips(column.x + ref_width, under, ref_width, row.refs);
  }
  sketch.Close();
  sketch.HRule(column.x, rect.bottom() - 1, column.width, Ink::kLine);
  column.y = rect.bottom();
}

void DrawEvidenceList(Column& column, const QuestionsModel& model, float* selected_y) {
  if (model.evidence.empty()) return;
  Sketch& sketch = column.sketch;
  column.Heading(model.evidence_title, Type::kLabel, 2, Ink::kInkSoft, "evidence/title");
  column.Gap(6);
  column.y = std::round(column.y);
  column.Rule(Ink::kInk, 3);
  Item list = MakeItem(ItemRole::kList, "evidence/list", model.evidence_title,
                       {column.x, column.y, column.width, 1});
  list.size = static_cast<std::uint32_t>(model.evidence.size());
  const std::int32_t at = sketch.Open(std::move(list));
  for (const EvidenceRow& row : model.evidence) {
    if (row.selected && *selected_y < 0) *selected_y = column.y;
    DrawEvidence(column, row);
  }
  sketch.item(at).rect.h = column.y - sketch.item(at).rect.y;
  sketch.Close();
  if (model.rest.empty()) return;
  column.Gap(8);
  column.Line(model.rest, Type::kMeta, Ink::kInkMute, "evidence/rest");
}

// Words with a gap under them; nothing where there are none.
void DrawWords(Column& column, const std::string& text, Type type, Ink ink, const char* id,
               float gap) {
  if (text.empty()) return;
  column.Words(text, type, ink, id);
  column.Gap(gap);
}

}  // namespace

Scene BuildQuestionListScene(const QuestionsModel& model, const Space& space) {
  Sketch sketch(space, "questions", Ink::kPaper);
  const float x = space.margin();
  Column column{sketch, x, sketch.S(16), space.width - x - sketch.S(12)};
  DrawQuestionList(column, model);
  return column.Finish(16);
}

Scene BuildQuestionScene(const QuestionsModel& model, const Space& space, float* selected_y) {
  Sketch sketch(space, "question", Ink::kPaper);
  const float x = space.wide() ? sketch.S(32) : space.margin();
  Column column{sketch, x, sketch.S(18), std::min(space.width - x - space.margin(), sketch.S(900))};
  if (!model.empty.empty()) {
    column.Heading(model.title, Type::kH2, 1, Ink::kInk, "question/title");
    column.Gap(8);
    column.Words(model.empty, Type::kBody, Ink::kInkSoft, "question/empty");
    return column.Finish(24);
  }
  DrawWords(column, model.unknown, Type::kMeta, Ink::kAltered, "question/unknown", 8);
  column.Line(model.place, Type::kLabel, Ink::kInkSoft, "question/place");
  column.Gap(4);
  column.Heading(model.heading, space.phone() ? Type::kH1Phone : Type::kH1, 1, Ink::kInk,
                 "question/title");
  column.Gap(8);
  Column text = column.Part(0, std::min(column.width, sketch.S(760)));
  DrawWords(text, model.text, Type::kLead, Ink::kInk, "question/text", 6);
  column.Past(text);
  DrawWords(column, model.unanswered, Type::kBody, Ink::kInkSoft, "question/unanswered", 6);
  DrawWords(column, model.where, Type::kMeta, Ink::kInkMute, "question/where", 4);
  column.Gap(8);
  std::vector<ButtonSpec> buttons;
  for (const std::optional<Action>* action : {&model.next, &model.go, &model.see, &model.back})
    if (*action) buttons.push_back(ButtonOf(**action, "questions/"));
  column.Buttons(buttons);
  column.Gap(18);
  DrawEvidenceList(column, model, selected_y);
  if (!space.wide()) {
    column.Gap(28);
    DrawQuestionList(column, model);
  }
  return column.Finish(24);
}

}  // namespace proviso::view
