#pragma once

#include <optional>
#include <string>

#include "core/canvas/space.h"
#include "core/canvas/stage_builder.h"
#include "core/state/action.h"
#include "core/state/session.h"

namespace proviso::view {

/// The question that led to the view on screen: it stays beside its answer, with the way on.
struct QuestionBarModel {
  std::string title, text;
  std::optional<Action> next;  ///< The next question, answered in its own view.
  Action all;                  ///< All questions, at this one.
  Command close;
};

/// None where no question led here.
std::optional<QuestionBarModel> BuildQuestionBarModel(const Library& library,
                                                      const Session& session);

Scene BuildQuestionBarScene(const QuestionBarModel& model, const Space& space);

/// Adds the bar below `top`, if a question led here and there is room for it. Returns its height.
float AddQuestionBar(StageBuilder& builder, float top);

}  // namespace proviso::view
