#include "core/view/frame_builder.h"
#include "core/view/questions_scene.h"

namespace proviso::view {

void QuestionsStage(FrameBuilder& builder, Rect rect) {
  const Library& library = builder.library();
  std::optional<ShownClaims>& kept = builder.cache().evidence;
  const QuestionId shown = ShownQuestion(library.dataset, builder.state());
  const ViewState there = shown ? StateOfQuestion(library, shown, builder.state()) : ViewState();
  if (!kept || kept->link != EncodeLink(there)) {
    kept.emplace();
    kept->link = EncodeLink(there);
    if (shown && CanOpen(library, shown)) kept = FindEvidence(library, there);
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

}  // namespace proviso::view
