#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/state/action.h"
#include "core/state/evidence.h"
#include "core/voice/voice.h"

namespace proviso::view {

/// A question in the list beside the one that is shown.
struct QuestionChoice {
  std::string id, title;
  std::uint32_t number = 0;  ///< Of its step in the tour; 0: a further question.
  bool shown = false;
  Command show;
};

/// A claim behind the answer.
struct EvidenceRow {
  std::string id, holder;
  HedgedText gloss;
  std::string note;  ///< What kind of word it is: "no evidence", "threat", "Very likely".
  std::vector<Ref> refs;
  bool selected = false;
  Command select, open;
};

/// The tour and the further questions; one of them shown.
struct QuestionsModel {
  std::string title, lead;  ///< "Seven questions", and how to leave.
  std::vector<QuestionChoice> tour, further;
  std::string shown;  ///< Id; empty: the dataset has no questions.
  std::string place;  ///< "Question 1 of 7"
  std::string heading, text;
  std::string where;           ///< "Answered in What if, with “…” supposed."
  std::string unanswered;      ///< "This dataset has no answer to this question."; or empty.
  std::string evidence_title;  ///< "5 claims behind this"
  std::vector<EvidenceRow> evidence;
  std::string rest;  ///< "and 12 more"; or empty.
  std::optional<Action> next, back, go, see;
  std::string empty;    ///< Where there is no question at all.
  std::string unknown;  ///< Where the state names a question that the dataset lacks; or empty.
};

/// `evidence` is that of the question shown; see `ShownQuestion`.
QuestionsModel BuildQuestionsModel(const Library& library, const Session& session,
                                   const ShownClaims& evidence);

/// The questions in the order of the walk: the tour's steps, then the others as the dataset lists
/// them.
std::vector<QuestionId> QuestionsInOrder(const Dataset& dataset);

/// What `state.step` names, else the first of the walk; none if there are no questions.
QuestionId ShownQuestion(const Dataset& dataset, const ViewState& state);

/// The state of a question as it opens from `now`: with the reader's size of type, and with the
/// question as the step to come back to.
ViewState StateOfQuestion(const Library& library, QuestionId question, const ViewState& now);

/// True if everything that the question's link names is there: its view, its records, its words.
bool CanOpen(const Library& library, QuestionId question);

inline constexpr std::size_t kEvidenceRows = 6;  ///< Shown, unless all are asked for.

}  // namespace proviso::view
