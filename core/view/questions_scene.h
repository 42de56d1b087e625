#pragma once

#include "core/view/questions_model.h"
#include "core/view/space.h"

namespace proviso::view {

/// The list of questions, for the side of a wide window.
Scene BuildQuestionListScene(const QuestionsModel& model, const Space& space);

/// The question that is shown with its evidence; where it is narrow the list follows it.
Scene BuildQuestionScene(const QuestionsModel& model, const Space& space, float* selected_y);

}  // namespace proviso::view
