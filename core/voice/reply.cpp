#include "core/voice/reply.h"

#include <algorithm>
#include <array>

#include "core/reason/plan.h"
#include "core/voice/order.h"
#include "core/voice/pull_words.h"
#include "core/voice/voice.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

using reason::Answer;
using reason::AnswerCore;
using reason::Direction;
using reason::Reason;
using reason::Status;

/// What stands where a level would, of a view that gives none.
std::string NoLevelWords(const Speech& in, const Answer& answer) {
  const Dataset& dataset = in.dataset;
  const Say& say = in.say;
  const Reason first = answer.reasons.empty() ? Reason::kNeverAddressed : answer.reasons.front();
  // With what is said of it behind: "Not how likely; counts, but which way is not said".
  if (answer.direction != Direction::kNone)
    return say(GivesWay(dataset, answer) ? Label(Reason::kPullOnly) : Key("Not how likely"));
  for (const reason::NearAnswer& near : answer.near)
    if (NearMoves(near) && first != Reason::kSwitchedOff && first != Reason::kNeededNotEnough)
      return say("{0}: “{1}”##how near, what",
                 {say(NearKey(near.how)), ShortName(dataset, near.proposition)});
  if (first == Reason::kConditionsNotMet && !answer.unmet.empty()) return NeedsWords(in, answer);
  if (first == Reason::kSwitchedOff && !answer.switched_off.empty())
    return say("Set aside if {0}", {IfClause(dataset, answer.switched_off.front().by, say)});
  if (first >= Reason::kNear && SaysOught(answer))
    return say("Says what ought to be, not what will be");
  // Of what is near, only what was so before is told.
  const bool past =
      std::all_of(answer.near.begin(), answer.near.end(),
                  [](const reason::NearAnswer& near) { return near.how == Nearness::kEarlier; });
  if (first == Reason::kNear && past) return say("Speaks of what has been");
  if (first == Reason::kNear) return say("Nothing on it as things are supposed");
  // What would push, if it were supposed, pushes nothing now.
  if (first == Reason::kPullOnly) return say("Nothing on it as things are supposed");
  return say(Label(first));
}

/// Who doubts or disputes everything that a view says, on its way to the reader; none: null.
const Step* DoubtOfAll(const Speech& in, reason::ViewIndex view) {
  const Step* doubt = nullptr;
  for (const ClaimId id : in.views.chains[view]) {
    doubt = DoubtOf(in.dataset[id]);
    if (doubt == nullptr) return nullptr;
  }
  return doubt;
}

/// `words` of an answer with what is no word of its holder's: that somebody ascribes it to him,
/// and that the coders read the link or the way into it.
std::string AsTold(const Speech& in, const AnswerCore& core, std::string words, bool level) {
  const Dataset& dataset = in.dataset;
  const std::vector<ClaimId> named = ClaimsNamed(core);
  const auto all = [&named](const auto& is) {
    return !named.empty() && std::all_of(named.begin(), named.end(), is);
  };
  if (all([&](ClaimId id) { return IsImputed(dataset[id]); }))
    words = in.say("{0}, as ascribed##what somebody says of another’s mind", {words});
  // A level rests on its steps, a way on its pulls.
  std::vector<ClaimId> rests;
  if (level)
    for (const reason::Inference& step : core.because.steps) rests.push_back(step.claim);
  else
    for (const reason::Pull& pull : core.pulls)
      if (pull.to == core.target.proposition())
        rests.insert(rests.end(), pull.claims.begin(), pull.claims.end());
  const bool read_in = !rests.empty() && std::all_of(rests.begin(), rests.end(), [&](ClaimId id) {
    return IsReadIn(dataset[id], Inferred::kLink) || IsReadIn(dataset[id], Inferred::kSign);
  });
  return read_in ? in.say("{0}, read in by the coders", {words}) : words;
}

/// The level of an answer, told as what it is.
Strength LevelAsTold(const Speech& in, const AnswerCore& core) {
  Strength strength = LevelMark(in, core);
  if (core.status == Status::kPredicted || core.status == Status::kEven ||
      core.status == Status::kOpen)
    strength.words = AsTold(in, core, std::move(strength.words), true);
  return strength;
}

/// The direction of an answer with its sign, told as what it is.
std::optional<SignMark> WayAsTold(const Speech& in, const AnswerCore& core) {
  std::optional<SignMark> mark = DirectionMark(in, core);
  // Of what is so already nothing is read into the answer.
  const auto& why = core.direction_reasons;
  const bool already =
      std::find(why.begin(), why.end(), reason::DirectionReason::kAlreadySo) != why.end();
  // Once is enough: what the level rests on is told with it.
  const bool told = LevelAsTold(in, core).words != LevelMark(in, core).words;
  if (mark && !already && !told) mark->words = AsTold(in, core, std::move(mark->words), false);
  return mark;
}

NearLine LineOf(const Speech& in, const reason::NearAnswer& near) {
  NearLine line;
  line.proposition = in.dataset[near.proposition].id;
  line.words = NearWords(in, near);
  const std::string level =
      near.status == Status::kSilent ? std::string() : LevelAsTold(in, near).words;
  const std::optional<SignMark> way = WayAsTold(in, near);
  line.brief = in.say("{0}: {1}: {2}##how near, what, what is said of it",
                      {in.say(NearKey(near.how)), ShortName(in.dataset, near.proposition),
                       in.say.Inside(level.empty() && way ? way->words : level)});
  if (way) line.sign = *way;
  line.sign.other_step = true;
  line.claims = ClaimsNamed(near);
  for (const reason::Note& note : near.notes)
    if (note.kind == reason::NoteKind::kUncommitted && note.claim && line.claims.empty())
      line.claims.push_back(note.claim);
  line.steps = near.because.steps.size() + near.against.steps.size() + near.pulls.size();
  return line;
}

ReplyKind KindOf(const Reply& reply, const Answer& answer, bool answers) {
  switch (answer.status) {
    case Status::kAssumed:
      return ReplyKind::kSupposed;
    case Status::kPredicted:
    case Status::kEven:
    case Status::kOpen:
    case Status::kConflict:
      return ReplyKind::kLikelihood;
    case Status::kUnresolved:
    case Status::kUncommitted:
      return ReplyKind::kOpen;
    case Status::kSilent:
      break;
  }
  if (!answers) return reply.lack ? ReplyKind::kOneMore : ReplyKind::kNothing;
  const auto has = [&](Reason why) {
    return std::find(answer.reasons.begin(), answer.reasons.end(), why) != answer.reasons.end();
  };
  if (answer.direction != Direction::kNone || reply.near.empty() || has(Reason::kSwitchedOff) ||
      has(Reason::kNeededNotEnough))
    return ReplyKind::kSpeaks;
  return ReplyKind::kClose;
}

}  // namespace

Reply ReplyOf(const Speech& in, const Answer& answer, const reason::Scenario& scenario) {
  const Dataset& dataset = in.dataset;
  const Say& say = in.say;
  Reply reply;
  reply.level = LevelAsTold(in, answer);
  reply.direction = WayAsTold(in, answer);
  for (const reason::NearAnswer& near : answer.near)
    if (NearMoves(near)) reply.near.push_back(LineOf(in, near));
  const bool answers = HasAnswer(dataset, answer, scenario);
  const bool close = answers && answer.status == Status::kSilent &&
                     answer.direction == Direction::kNone && !reply.near.empty();
  if (!answers || close) reply.lack = FindLack(in, answer, scenario, close);
  reply.kind = KindOf(reply, answer, answers);
  if (reply.kind == ReplyKind::kLikelihood) {
    reply.level.words = AtDistance(say, reply.level.words, DistanceOf(in.views[answer.view]));
    // What whoever tells it does not believe is never drawn as if it were said.
    if (const Step* doubt = DoubtOfAll(in, answer.view)) {
      reply.level.ruler = Ruler::kEmpty;
      reply.level.words =
          say("{0}; {1}##how firmly, whose doubt",
              {reply.level.words, say.Inside(StanceBy(dataset, doubt->stance, doubt->actor, say))});
    }
  }
  if (answer.status == Status::kSilent) {
    if (close)
      reply.level.words = NoLevelWords(in, answer);
    else if (reply.lack && reply.lack->near)
      reply.level.words =
          say(*reply.lack->near == Nearness::kMotive ? "{0}, and then on a step before it"
                                                     : "{0}, and then on something close to it",
              {say(LackKey(reply.lack->of == LackOf::kEvenIf ? LackOf::kEvenIf : LackOf::kLevel,
                           reply.lack->others),
                   {reply.lack->words})});
    else if (reply.lack)
      reply.level.words = say(LackKey(reply.lack->of, reply.lack->others), {reply.lack->words});
    else
      reply.level.words = NoLevelWords(in, answer);
    const Reason first = answer.reasons.empty() ? Reason::kNeverAddressed : answer.reasons.front();
    if (!reply.lack && first >= Reason::kOnlyThroughOthers && !SaysOught(answer))
      reply.level.ruler = Ruler::kAbsent;
  }
  std::vector<std::string> parts;
  // A near matter is named in full below, and once is enough.
  if (reply.kind != ReplyKind::kClose) parts.push_back(reply.level.words);
  if (reply.direction) parts.push_back(reply.direction->words);
  for (const NearLine& near : reply.near) parts.push_back(near.words);
  if (close && reply.lack)
    parts.push_back(say(LackKey(reply.lack->of, reply.lack->others, true), {reply.lack->words}));
  for (std::size_t i = 1; i < parts.size(); ++i) parts[i] = say.Inside(parts[i]);
  reply.words = say.Chain(Key("{0}; {1}##of a reply"), parts);
  return reply;
}

bool SaysOught(const Answer& answer) {
  return std::any_of(answer.notes.begin(), answer.notes.end(),
                     [](const reason::Note& note) { return note.kind == reason::NoteKind::kNorm; });
}

std::string NearWords(const Speech& in, const reason::NearAnswer& near) {
  const Dataset& dataset = in.dataset;
  const Say& say = in.say;
  std::string said;
  if (near.status != Status::kSilent) said = LevelAsTold(in, near).words;
  std::vector<std::string> parts;
  if (!said.empty()) parts.push_back(say.Inside(said));
  if (const std::optional<SignMark> mark = WayAsTold(in, near))
    parts.push_back(say.Inside(mark->words));
  return say("{0}: “{1}”: {2}##how near, what, what is said of it",
             {say(NearKey(near.how)), ShortName(dataset, near.proposition),
              say.Chain(Key("{0}; {1}##of a reply"), parts)});
}

bool IsSaid(const reason::NearAnswer& near) {
  if (near.status == Status::kAssumed) return false;
  return near.status != Status::kSilent || near.direction != Direction::kNone;
}

}  // namespace proviso::view
