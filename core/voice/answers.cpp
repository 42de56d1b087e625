#include "core/voice/answers.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/base/sort.h"
#include "core/voice/ahead.h"
#include "core/voice/order.h"

namespace proviso::view {

reason::Scenario ScenarioOf(const Dataset& dataset, const std::vector<std::string>& on,
                            const std::vector<std::string>& off, bool strict) {
  std::vector<Literal> literals;
  const auto add = [&](const std::vector<std::string>& ids, bool negated) {
    for (const std::string& id : ids) {
      const RecordRef record = dataset.Find(id);
      if (!record || record.table != Table::kPropositions) continue;
      literals.emplace_back(PropositionId(record.index), negated);
      if (!reason::MakeScenario(dataset, literals, strict).ok()) literals.pop_back();
    }
  };
  add(on, false);
  add(off, true);
  Result<reason::Scenario> scenario = reason::MakeScenario(dataset, literals, strict);
  return scenario.ok() ? std::move(scenario).value() : reason::Scenario{};
}

void Answers::Follow(const Library& library, PropositionId target, reason::Scenario scenario) {
  const bool other = dataset_ != &library.dataset || target_ != target || !live_;
  if (other) {
    if (target == library.start.target) {
      const Ahead& ahead = StartAnswers(library);
      live_.emplace(*ahead.live);
      reach_ = ahead.reach;
    } else {
      live_.emplace(library.dataset, library.views, target);
      reach_ = std::make_shared<const reason::Reach>(
          reason::ReachOf(library.dataset, library.views, target));
    }
    dataset_ = &library.dataset;
    target_ = target;
  }
  if (!other && scenario == scenario_) return;
  live_->Suppose(scenario);
  scenario_ = std::move(scenario);
  answers_.clear();
  replies_.clear();
}

const reason::Answer& Answers::Of(const Library& library, reason::ViewIndex view) {
  const auto found = answers_.find(view.index());
  if (found != answers_.end()) return found->second;
  return answers_
      .emplace(view.index(),
               reason::Ask(library.dataset, library.views, view, Literal(target_), scenario_))
      .first->second;
}

const Reply& Answers::ReplyOf(const Library& library, reason::ViewIndex view) {
  if (!(say_ == library.say)) {
    say_ = library.say;
    replies_.clear();
  }
  const auto found = replies_.find(view.index());
  if (found != replies_.end()) return found->second;
  return replies_
      .emplace(view.index(), view::ReplyOf(SpeechOf(library), Of(library, view), scenario_))
      .first->second;
}

std::vector<reason::ViewIndex> ChangedReplies(const Library& library, Answers* before,
                                              Answers* after) {
  std::vector<reason::ViewIndex> changed;
  for (std::uint32_t i = 0; i < library.views.size(); ++i) {
    const reason::ViewIndex view(i);
    if (after->reach().of_view[i] == reason::Reach::kNothing) continue;
    if (before->ReplyOf(library, view).words != after->ReplyOf(library, view).words)
      changed.push_back(view);
  }
  return changed;
}

namespace {

/// What of a reply is new.
std::string NewWords(const Say& say, const Reply& before, const Reply& after) {
  std::vector<std::string> parts;
  // Which way says more than that it is no likelihood.
  const bool way = after.kind == ReplyKind::kSpeaks && after.direction;
  if (before.level.words != after.level.words && after.kind != ReplyKind::kClose && !way)
    parts.push_back(after.level.words);
  const auto direction = [](const Reply& reply) {
    return reply.direction ? reply.direction->words : std::string();
  };
  if (parts.empty() && direction(before) != direction(after))
    parts.push_back(after.direction ? after.direction->words : say("No longer pushed either way"));
  for (const NearLine& line : after.near) {
    const bool old = std::any_of(before.near.begin(), before.near.end(),
                                 [&](const NearLine& one) { return one.words == line.words; });
    if (!old) parts.push_back(line.brief);
  }
  if (parts.empty()) parts.push_back(after.words);
  for (std::size_t i = 0; i < parts.size(); ++i) parts[i] = say.Inside(parts[i]);
  return say.Chain(Key("{0}; {1}##of a reply"), parts);
}

}  // namespace

ChangeParts ChangesOf(const Library& library, Answers* before, Answers* after) {
  constexpr std::size_t kNamed = 2;
  const Say& say = library.say;
  std::vector<reason::ViewIndex> changed = ChangedReplies(library, before, after);
  if (changed.empty()) return {say("No voice changes its answer."), {}};
  SortList(&changed, [&](reason::ViewIndex a, reason::ViewIndex b) {
    return OrderOf(library, a) < OrderOf(library, b);
  });
  std::set<std::pair<ActorId, ActorId>> voices;
  for (const reason::ViewIndex view : changed)
    voices.emplace(library.views[view].actor, reason::PathOf(library.views, view).front());
  std::vector<std::string> sentences;
  for (std::size_t i = 0; i < std::min(kNamed, changed.size()); ++i)
    sentences.push_back(
        say("{0}: {1}.##who, how likely", {library.dataset[library.views[changed[i]].actor].name,
                                           NewWords(say, before->ReplyOf(library, changed[i]),
                                                    after->ReplyOf(library, changed[i]))}));
  return {say.Counted(voices.size(), "{0} voice changed.", "{0} voices changed."),
          say.Chain(Key("{0} {1}##sentences"), sentences)};
}

std::string ChangeSummary(const Library& library, Answers* before, Answers* after) {
  const ChangeParts parts = ChangesOf(library, before, after);
  return library.say.Chain(Key("{0} {1}##sentences"), {parts.count, parts.answers});
}

std::string PathWords(const Library& library, reason::ViewIndex view) {
  std::string words;
  for (const ActorId actor : reason::PathOf(library.views, view))
    words.append(words.empty() ? "" : ">").append(library.dataset[actor].id);
  return words;
}

std::string PathOfRecord(const Library& library, RecordRef record) {
  const Dataset& dataset = library.dataset;
  std::string words;
  if (!record) return words;
  if (record.table == Table::kClaims) {
    for (const Step& step : dataset.claims[record.index].attribution)
      words.append(words.empty() ? "" : ">").append(dataset[step.actor].id);
  } else if (record.table == Table::kActors) {
    std::uint32_t best = library.views.size(), depth = 0;
    for (std::uint32_t i = 0; i < library.views.size(); ++i) {
      const reason::View& view = library.views.rows[i];
      if (view.actor != ActorId(record.index) || (best < i && view.depth >= depth)) continue;
      best = i;
      depth = view.depth;
    }
    if (best < library.views.size()) words = PathWords(library, reason::ViewIndex(best));
  }
  return words;
}

}  // namespace proviso::view
