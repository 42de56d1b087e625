#pragma once

#include "core/canvas/space.h"
#include "core/views/questions/model.h"

namespace proviso::view {

/// The list of questions, for the side of a wide window.
Scene BuildQuestionListScene(const QuestionsModel& model, const Space& space);

/// The question that is shown with its evidence; where it is narrow the list follows it.
Scene BuildQuestionScene(const QuestionsModel& model, const Space& space, float* selected_y);

}  // namespace proviso::view
