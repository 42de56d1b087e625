#include "core/window/around/question_bar.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "core/canvas/sketch.h"
#include "core/views/questions/model.h"

namespace proviso::view {

std::optional<QuestionBarModel> BuildQuestionBarModel(const Library& library,
                                                      const Session& session) {
  const ViewState& state = session.state;
  const RecordRef record = library.dataset.Find(state.step);
  if (state.view == ViewId::kQuestions || !record || record.table != Table::kQuestions)
    return std::nullopt;
  const Question& question = library.dataset.questions[record.index];
  const Say& say = library.say;
  QuestionBarModel model;
  model.title = question.title;
  model.text = question.text;
  model.all = {"all", say("All questions"), ShowView{ViewId::kQuestions}, "", false};
  model.close = SetField{"step", "", true};
  const std::vector<QuestionId> order = QuestionsInOrder(library.dataset);
  auto next = std::find(order.begin(), order.end(), QuestionId(record.index));
  if (next != order.end()) ++next;
  while (next != order.end() && !CanOpen(library, *next)) ++next;
  if (next != order.end())
    model.next = Action{"next", say("Next: {0}", {library.dataset[*next].title}),
                        SetState{StateOfQuestion(library, *next, state)}, "", true};
  return model;
}

Scene BuildQuestionBarScene(const QuestionBarModel& model, const Space& space) {
  Sketch sketch(space, "question", Ink::kSunken);
  const float margin = space.margin(), side = sketch.Control(28);
  const float width = space.width - 2 * margin - side - sketch.S(8);
  float y = sketch.S(8);
  sketch.IconButton(space.width - margin - side, y, side, Glyph::kClose, "question/close",
                    sketch.Say("Leave the question"), model.close, 14);
  y += sketch.Heading(margin, y, width, model.title, Type::kControlStrong, 2, Ink::kInk,
                      "question/title");
  if (!model.text.empty())
    y += sketch.S(2) + sketch.Paragraph(margin, y + sketch.S(2), width, model.text, Type::kMeta,
                                        Ink::kInkSoft, 0, "question/text");
  y += sketch.S(6);
  std::vector<ButtonSpec> buttons;
  if (model.next) {
    buttons.push_back(ButtonOf(*model.next, "question/", ButtonKind::kSmall));
  }
  buttons.push_back(ButtonOf(model.all, "question/", ButtonKind::kSmall));
  y += sketch.ButtonRow(margin, y, width, buttons) + sketch.S(8);
  sketch.HRule(0, y - 1, space.width, Ink::kLine);
  return sketch.Finish(std::ceil(y));
}

// Through this one comes into the part of the program that has the questions.
float AddQuestionBar(StageBuilder& builder, float top) {
  const auto question = BuildQuestionBarModel(builder.library(), builder.session());
  if (!question || builder.bars() == Bars::kNone || builder.low()) return 0;
  const Viewport& window = builder.frame().viewport;
  const Scene scene = BuildQuestionBarScene(*question, builder.SpaceFor({0, top, window.width, 1}));
  // A long one scrolls; the view keeps most of the window.
  const float height = std::min(scene.height, std::round(window.height / 4));
  return builder.AddBar("question", Landmark::kRegion, builder.Say("Question"),
                        {0, top, window.width, height}, Ink::kSunken,
                        [&](const Space&) { return scene; });
}

}  // namespace proviso::view
