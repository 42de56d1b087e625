#include "core/view/questions_scene.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/view/sketch.h"

namespace proviso::view {
namespace {

Run PlainRun(std::string text, Type type, Ink ink = Ink::kInk) {
  Run run;
  run.text = std::move(text);
  run.type = type;
  run.ink = ink;
  return run;
}

// One question of the list: its number in a ring, its title. Returns the height.
float DrawChoice(Sketch& sketch, const QuestionChoice& choice, float x, float y, float width) {
  const float pad = sketch.S(12), ring = choice.number == 0 ? 0 : sketch.S(26);
  const float left = x + pad + (ring > 0 ? ring + sketch.S(12) : 0);
  const Run title = PlainRun(choice.title, choice.shown ? Type::kBodyStrong : Type::kBody);
  const float room = x + width - pad - left;
  const float words = sketch.FlowHeight({title}, room);
  const Rect box{x, y, width,
                 std::max({words, ring, sketch.target() - 2 * sketch.S(9)}) + 2 * sketch.S(9)};
  if (choice.shown) {
    sketch.Fill(box, Ink::kSurface, 8);
    sketch.Stroke(box, Ink::kInk, 2, 8);
  }
  if (ring > 0) {
    const Rect disc{x + pad, std::round(y + (box.h - ring) / 2), ring, ring};
    sketch.Put(choice.shown ? DiscShape(disc, Ink::kInk) : RingShape(disc, Ink::kControlLine, 1));
    sketch.WordsCentred(disc, std::to_string(choice.number), Type::kLabel,
                        choice.shown ? Ink::kPaper : Ink::kInkSoft);
  }
  sketch.Flowed(left, y + std::round((box.h - words) / 2), {title}, room);
  Item item = MakeItem(ItemRole::kButton, "question/" + choice.id, choice.title, box);
  if (choice.number != 0)
    item.description = sketch.Say("Question {0}", {std::to_string(choice.number)});
  item.press = choice.show;
  item.current = choice.shown;
  item.selected = choice.shown ? Tri::kYes : Tri::kNo;
  item.group = "questions";
  sketch.Add(std::move(item));
  return box.h;
}

float DrawChoices(Sketch& sketch, const QuestionsModel& model, float x, float y, float width) {
  const float start = y;
  sketch.Open(MakeItem(ItemRole::kGroup, "questions/list", model.title));
  for (const QuestionChoice& choice : model.tour)
    y += DrawChoice(sketch, choice, x, y, width) + sketch.S(4);
  if (!model.further.empty()) {
    if (!model.tour.empty()) {
      y += sketch.S(16);
      y += sketch.Heading(x + sketch.S(12), y, width - sketch.S(24),
                          sketch.Say("Further questions"), Type::kLabel, 3, Ink::kInkSoft) +
           sketch.S(6);
    }
    for (const QuestionChoice& choice : model.further)
      y += DrawChoice(sketch, choice, x, y, width) + sketch.S(2);
  }
  sketch.Close();
  return y - start;
}

float DrawListTitle(Sketch& sketch, const QuestionsModel& model, float x, float y, float width) {
  const float start = y;
  y += sketch.Heading(x, y, width, model.title, Type::kH3, 2, Ink::kInk, "questions/title") +
       sketch.S(2);
  y +=
      sketch.Paragraph(x, y, width, model.lead, Type::kCaption, Ink::kInkMute, 0, "questions/lead");
  return y - start + sketch.S(12);
}

// A claim behind the answer: holder, paraphrase, what kind of word, place.
float DrawEvidence(Sketch& sketch, const EvidenceRow& row, float x, float y, float width) {
  const bool beside = width >= sketch.S(640);
  const float holder_width = beside ? sketch.S(180) : width;
  const float ref_width = beside ? sketch.S(70) : 0, note_width = beside ? sketch.S(130) : 0;
  const float gap = sketch.S(16), pad = sketch.S(9);
  const float gloss_x = beside ? x + holder_width + gap : x;
  const float gloss_width = beside ? x + width - ref_width - note_width - 2 * gap - gloss_x : width;
  const std::vector<Run> holder{PlainRun(row.holder, Type::kBodyStrong)};
  const std::vector<Run> note{PlainRun(row.note, Type::kMeta, Ink::kInkSoft)};
  const std::vector<Run> gloss = RunsOf(row.gloss);
  const float holder_height = sketch.FlowHeight(holder, holder_width);
  const float gloss_height = sketch.FlowHeight(gloss, gloss_width);
  float inner = 0;
  if (beside)
    inner = std::max({holder_height, gloss_height, sketch.FlowHeight(note, note_width),
                      sketch.RefChipsHeight(ref_width, row.refs), sketch.target()});
  else
    inner = std::max(
        holder_height + gloss_height + sketch.S(4) +
            std::max(sketch.LineOf(Type::kMeta), sketch.RefChipsHeight(width / 2, row.refs)),
        sketch.target());
  const Rect rect{x, y, width, std::round(inner + 2 * pad)};
  if (row.selected) sketch.Fill({rect.x, rect.y, rect.w, rect.h - 1}, Ink::kAccentTint);
  Item item = MakeItem(ItemRole::kListItem, "evidence/" + row.id,
                       sketch.Say("{0}: {1}", {row.holder, row.gloss.plain()}), rect);
  item.description = row.note;
  item.press = row.select;
  item.double_press = row.open;
  item.selected = row.selected ? Tri::kYes : Tri::kNo;
  item.group = "evidence";
  sketch.Open(std::move(item));
  float top = y + pad;
  sketch.Flowed(x, top, holder, holder_width);
  if (!beside) top += holder_height;
  sketch.Flowed(gloss_x, top, gloss, gloss_width);
  if (beside) {
    sketch.Flowed(gloss_x + gloss_width + gap, top + 2, note, note_width);
    sketch.RefChips(x + width - ref_width, top, ref_width, row.refs);
  } else {
    top += gloss_height + sketch.S(4);
    const float chips = sketch.RefChipsHeight(width / 2, row.refs);
    sketch.Words(
        x,
        top +
            std::round((std::min(chips, sketch.RefChipHeight()) - sketch.LineOf(Type::kMeta)) / 2),
        row.note, Type::kMeta, Ink::kInkSoft, width / 2 - sketch.S(8));
    sketch.RefChips(x + width / 2, top, width / 2, row.refs);
  }
  sketch.Close();
  sketch.HRule(x, rect.bottom() - 1, width, Ink::kLine);
  return rect.h;
}

ButtonSpec SpecOf(const Action& action, float width) {
  ButtonSpec spec;
  spec.id = "questions/" + action.key;
  spec.words = action.words;
  spec.command = action.command;
  spec.kind = action.main ? ButtonKind::kMain : ButtonKind::kPlain;
  spec.shortcut = action.shortcut;
  spec.max_width = width;
  return spec;
}

}  // namespace

Scene BuildQuestionListScene(const QuestionsModel& model, const Space& space) {
  Sketch sketch(space, "questions", Ink::kPaper);
  const float x = space.margin(), width = space.width - x - sketch.S(12);
  float y = sketch.S(16);
  y += DrawListTitle(sketch, model, x, y, width);
  y += DrawChoices(sketch, model, x, y, width);
  return sketch.Finish(std::ceil(y) + sketch.S(16));
}

Scene BuildQuestionScene(const QuestionsModel& model, const Space& space, float* selected_y) {
  Sketch sketch(space, "question", Ink::kPaper);
  const float x = space.wide() ? sketch.S(32) : space.margin();
  const float width = std::min(space.width - x - space.margin(), sketch.S(900));
  float y = sketch.S(18);
  if (!model.empty.empty()) {
    y += sketch.Heading(x, y, width, model.title, Type::kH2, 1, Ink::kInk, "question/title") +
         sketch.S(8);
    y +=
        sketch.Paragraph(x, y, width, model.empty, Type::kBody, Ink::kInkSoft, 0, "question/empty");
    return sketch.Finish(std::ceil(y) + sketch.S(24));
  }
  if (!model.unknown.empty())
    y += sketch.Paragraph(x, y, width, model.unknown, Type::kMeta, Ink::kAltered, 0,
                          "question/unknown") +
         sketch.S(8);
  y += sketch.Text(x, y, width, model.place, Type::kLabel, Ink::kInkSoft, "question/place") +
       sketch.S(4);
  y += sketch.Heading(x, y, width, model.heading, space.phone() ? Type::kH1Phone : Type::kH1, 1,
                      Ink::kInk, "question/title") +
       sketch.S(8);
  if (!model.text.empty())
    y += sketch.Paragraph(x, y, std::min(width, sketch.S(760)), model.text, Type::kLead, Ink::kInk,
                          0, "question/text") +
         sketch.S(6);
  if (!model.unanswered.empty())
    y += sketch.Paragraph(x, y, width, model.unanswered, Type::kBody, Ink::kInkSoft, 0,
                          "question/unanswered") +
         sketch.S(6);
  if (!model.where.empty())
    y += sketch.Paragraph(x, y, width, model.where, Type::kMeta, Ink::kInkMute, 0,
                          "question/where") +
         sketch.S(4);
  y += sketch.S(8);
  std::vector<ButtonSpec> buttons;
  for (const std::optional<Action>* action : {&model.next, &model.go, &model.see, &model.back})
    if (*action) buttons.push_back(SpecOf(**action, width));
  y += sketch.ButtonRow(x, y, width, buttons) + sketch.S(18);
  if (!model.evidence.empty()) {
    y += sketch.Heading(x, y, width, model.evidence_title, Type::kLabel, 2, Ink::kInkSoft,
                        "evidence/title") +
         sketch.S(6);
    y = std::round(y);
    sketch.HRule(x, y, width, Ink::kInk, 3);
    y += 3;
    Item list = MakeItem(ItemRole::kList, "evidence/list", model.evidence_title, {x, y, width, 1});
    list.size = static_cast<std::uint32_t>(model.evidence.size());
    const std::int32_t at = sketch.Open(std::move(list));
    for (const EvidenceRow& row : model.evidence) {
      if (row.selected && *selected_y < 0) *selected_y = y;
      y += DrawEvidence(sketch, row, x, y, width);
    }
    sketch.item(at).rect.h = y - sketch.item(at).rect.y;
    sketch.Close();
    if (!model.rest.empty())
      y += sketch.S(8) + sketch.Text(x, y + sketch.S(8), width, model.rest, Type::kMeta,
                                     Ink::kInkMute, "evidence/rest");
  }
  if (!space.wide()) {
    y += sketch.S(28);
    y += DrawListTitle(sketch, model, x, y, width);
    y += DrawChoices(sketch, model, x, y, width);
  }
  return sketch.Finish(std::ceil(y) + sketch.S(24));
}

}  // namespace proviso::view
