#include "core/views/questions/stage.h"

#include "core/views/questions/scene.h"

namespace proviso::view {

void QuestionsStage(StageBuilder& builder, Rect rect) {
  const Library& library = builder.library();
  std::optional<ShownClaims>& kept = builder.cache().Kept<std::optional<ShownClaims>>();
  const QuestionId shown = ShownQuestion(library.dataset, builder.state());
  const ViewState there = shown ? StateOfQuestion(library, shown, builder.state()) : ViewState();
  if (!kept || kept->link != EncodeLink(there)) {
    kept.emplace();
    kept->link = EncodeLink(there);
    if (shown && CanOpen(library, shown)) kept = FindEvidence(builder.views(), library, there);
  }
  const QuestionsModel model = BuildQuestionsModel(library, builder.session(), *kept);
  Rect stage = rect;
  if (builder.wide() && model.empty.empty()) {
    Rect side = rect;
    side.w = builder.S(372);
    stage.x += side.w;
    stage.w -= side.w;
    builder.Add("side", Landmark::kComplementary, builder.Say("Questions"), side, Ink::kPaper,
                [&](const Space& space) { return BuildQuestionListScene(model, space); });
  }
  builder.Add(
      "stage", Landmark::kMain, builder.Say("Question"), stage, Ink::kPaper,
      [&](const Space& space) { return BuildQuestionScene(model, space, builder.selected_y()); });
}

ViewId ViewOfQuestion(const Library& library, const ViewState& state) {
  const QuestionId shown = ShownQuestion(library.dataset, state);
  return shown ? DecodeLink(library.dataset[shown].state).state.view : state.view;
}

Legend QuestionsLegend(const Library& library, const Session&) {
  const Say& say = library.say;
  Legend legend;
  legend.keys = {{"↑ ↓", say("move##keys at the foot")},
                 {"Enter", say("opens##keys at the foot")},
                 {"Esc", say("closes##keys at the foot")}};
  return legend;
}

}  // namespace proviso::view
