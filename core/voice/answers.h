#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/reason/answer.h"
#include "core/voice/library.h"
#include "core/voice/reply.h"

namespace proviso::view {

/// What a state supposes, as the engine reads it. Ids that the dataset lacks are left out, and of
/// two that exclude each other the second: both have a notice of their own.
reason::Scenario ScenarioOf(const Dataset& dataset, const std::vector<std::string>& on,
                            const std::vector<std::string>& off, bool strict);

/// Every view's verdict on one outcome, and the whole answer of those that somebody reads; kept
/// from frame to frame.
///
/// A verdict costs next to nothing after a toggle; an answer with its reasons is worked out when it
/// is asked for, and kept until the scenario or the outcome changes.
class Answers {
 public:
  /// Brings the answers in step with an outcome and a scenario. The outcome must exist.
  void Follow(const Library& library, PropositionId target, reason::Scenario scenario);

  /// One a view, in the order of `Library::views`.
  const std::vector<reason::Verdict>& verdicts() const { return live_->verdicts(); }
  const reason::Answer& Of(const Library& library, reason::ViewIndex view);
  /// The same in words and marks, as every place shows it.
  const Reply& ReplyOf(const Library& library, reason::ViewIndex view);
  /// What can move whom on this outcome, whatever is supposed.
  const reason::Reach& reach() const { return *reach_; }
  const reason::Scenario& scenario() const { return scenario_; }

 private:
  const Dataset* dataset_ = nullptr;
  PropositionId target_;
  std::optional<reason::LiveAnswers> live_;
  reason::Scenario scenario_;
  std::shared_ptr<const reason::Reach> reach_ = std::make_shared<const reason::Reach>();
  std::map<std::uint32_t, reason::Answer> answers_;
  std::map<std::uint32_t, Reply> replies_;
  Say say_;  ///< Of the replies.
};

/// Whose replies differ between two scenarios of one outcome, in the order of views.
///
/// Cost: the replies of all views that anything can move, in both.
std::vector<reason::ViewIndex> ChangedReplies(const Library& library, Answers* before,
                                              Answers* after);

/// How many voices a scenario changes, and what at most two of them say now, authors first.
struct ChangeParts {
  std::string count;    ///< "2 voices changed." or "No voice changes its answer."
  std::string answers;  ///< "The clerk: very likely; both ways."; or empty.
};
ChangeParts ChangesOf(const Library& library, Answers* before, Answers* after);

/// What a scenario changes, authors first: "2 voices changed. The clerk: very likely; both ways.
/// …", or "No voice changes its answer." The live region and What if say it in the same words.
///
/// Cost: as `ChangedReplies`.
std::string ChangeSummary(const Library& library, Answers* before, Answers* after);

/// The path of a view as links and the command line write it: actor ids joined by ">".
std::string PathWords(const Library& library, reason::ViewIndex view);

/// The view that a record stands for: of a claim its whole chain, of an actor the shortest path to
/// him; empty if none.
std::string PathOfRecord(const Library& library, RecordRef record);

}  // namespace proviso::view
