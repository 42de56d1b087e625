#include "core/voice/answer_changes.h"

#include <utility>

#include "core/voice/answers.h"
#include "core/voice/phrases.h"
#include "core/voice/reply.h"

namespace proviso::view {
namespace {

struct VoiceReply {
  std::string path, voice, words;
};

/// What every voice replies on a statement; those that say nothing are left out.
std::vector<VoiceReply> RepliesOn(const Library& library, std::string_view id,
                                  const std::vector<std::string>& on,
                                  const std::vector<std::string>& off, bool strict) {
  std::vector<VoiceReply> replies;
  const RecordRef record = library.dataset.Find(id);
  const Speech in = SpeechOf(library);
  const reason::Scenario scenario = ScenarioOf(library.dataset, on, off, strict);
  for (const reason::Answer& answer : reason::AskAll(
           library.dataset, library.views, Literal(PropositionId(record.index)), scenario)) {
    const Reply reply = ReplyOf(in, answer, scenario);
    if (reply.kind == ReplyKind::kNothing && reply.near.empty()) continue;
    replies.push_back({PathWords(library, answer.view),
                       ViewWords(library.dataset, library.views, answer.view, library.say),
                       reply.words});
  }
  return replies;
}

std::vector<std::string> OutcomesOf(const Dataset& before, const Dataset& after) {
  std::vector<std::string> ids;
  const auto both = [&](PropositionId id) {
    const RecordRef other = before.Find(after[id].id);
    if (other && other.table == Table::kPropositions) ids.emplace_back(after[id].id);
  };
  for (std::uint32_t i = 0; i < after.propositions.size(); ++i)
    if (after.propositions[i].role == Role::kOutcome) both(PropositionId(i));
  const PropositionId start = StartOutcome(after);
  if (ids.empty() && start) both(start);
  return ids;
}

}  // namespace

std::vector<AnswerChange> AnswerChanges(const Library& before, const Library& after,
                                        const std::vector<std::string>& on,
                                        const std::vector<std::string>& off, bool strict) {
  std::vector<AnswerChange> changes;
  for (const std::string& id : OutcomesOf(before.dataset, after.dataset)) {
    const auto earlier = RepliesOn(before, id, on, off, strict);
    const auto later = RepliesOn(after, id, on, off, strict);
    const std::string statement =
        Statement(after.dataset, Literal(PropositionId(after.dataset.Find(id).index)), after.say);
    // Views stand by path in both.
    const auto of_path = [](const std::vector<VoiceReply>& list, const std::string& path) {
      const VoiceReply* found = nullptr;
      for (const VoiceReply& one : list)
        if (one.path == path) found = &one;
      return found;
    };
    for (const VoiceReply& one : later) {
      const VoiceReply* other = of_path(earlier, one.path);
      const std::string was = other == nullptr ? std::string() : other->words;
      if (was != one.words)
        changes.push_back({id, statement, one.path, one.voice, was, one.words, true});
    }
    for (const VoiceReply& one : earlier)
      if (of_path(later, one.path) == nullptr)
        changes.push_back({id, statement, one.path, one.voice, one.words, {}, false});
  }
  return changes;
}

}  // namespace proviso::view
