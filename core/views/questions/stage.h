#pragma once

#include "core/canvas/view.h"

namespace proviso::view {

// The tour, and further questions.

void QuestionsStage(StageBuilder& builder, Rect rect);
Legend QuestionsLegend(const Library& library, const Session& session);
/// Where the question that is shown leads to.
ViewId ViewOfQuestion(const Library& library, const ViewState& state);

namespace questions {
inline constexpr View kView{.id = ViewId::kQuestions,
                            .stage = QuestionsStage,
                            .legend = QuestionsLegend,
                            .asks = ViewOfQuestion,
                            .part = "questions"};
}  // namespace questions

}  // namespace proviso::view
