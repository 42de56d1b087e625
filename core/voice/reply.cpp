#include "core/voice/reply.h"

#include <algorithm>
#include <array>

#include "core/reason/plan.h"
#include "core/voice/order.h"
#include "core/voice/voice.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

using reason::Answer;
using reason::AnswerCore;
using reason::Direction;
using reason::Reason;
using reason::Status;

/// How many conditions are tried out before a voice counts as one that lacks more than one.
constexpr std::size_t kTriesAtMost = 6;

/// The claim by which the same voice flatly says of the same matter up to then what `needed` says
/// of it, without any condition.
ClaimId SaidSoFar(const Dataset& dataset, const reason::Views& views, reason::ViewIndex view,
                  Literal needed) {
  for (const ClaimId id : views.claims[view]) {
    const Claim& claim = dataset[id];
    if (claim.about.kind != AboutKind::kProposition || claim.modality != Modality::kWill ||
        reason::TakesNoSide(claim) || claim.about.literal.negated() != needed.negated())
      continue;
    for (const Near& near : dataset[claim.about.literal.proposition()].near)
      if (near.to == needed.proposition() && near.how == Nearness::kEarlier) return id;
  }
  return ClaimId();
}

/// A condition that may be the only one lacking, and what an answer would be on.
struct Candidate {
  Literal literal;
  std::optional<Nearness> near;
  LackOf of = LackOf::kLevel;
  bool others = false;
};

/// Finds the one condition that a view lacks: links onto the outcome first, then those onto what is
/// near it, then steps further back.
class LackFinder {
 public:
  /// `outcome`: an answer on a near matter is none, since there is one already.
  LackFinder(const Dataset& dataset, const reason::Views& views, const Answer& answer,
             const reason::Scenario& scenario, bool outcome)
      : dataset_(dataset), views_(views), answer_(answer), scenario_(scenario), outcome_(outcome) {}

  std::optional<Candidate> Run() {
    if (answer_.status != Status::kSilent) return std::nullopt;
    const PropositionId target = answer_.target.proposition();
    for (const reason::Unmet& unmet : answer_.unmet)
      if (unmet.missing.size() == 1) Propose({unmet.missing.front(), std::nullopt});
    LinksOnto(target, std::nullopt);
    if (!outcome_)
      for (const Nearness near : {Nearness::kMotive, Nearness::kNarrower, Nearness::kWider})
        for (const auto& [matter, how] : views_.near[target])
          if (how == near) LinksOnto(matter, how);
    if (candidates_.empty()) return std::nullopt;
    const std::size_t direct = candidates_.size();
    LinksOntoAny();
    std::optional<Candidate> found;
    for (std::size_t i = 0; i < std::min(candidates_.size(), std::max(direct, kTriesAtMost)); ++i) {
      if (!Answers(&candidates_[i])) continue;
      if (found) {
        found->others = true;
        break;
      }
      found = candidates_[i];
    }
    return found;
  }

 private:
  void Propose(Candidate candidate) {
    if (Decided(scenario_, candidate.literal.proposition()) ||
        candidate.literal.proposition() == answer_.target.proposition())
      return;
    for (const Candidate& one : candidates_)
      if (one.literal == candidate.literal) return;
    candidates_.push_back(candidate);
  }

  /// What a link lacks, if that is one thing.
  void LookAt(const Condition& link, PropositionId onto, std::optional<Nearness> near) {
    if (link.form == Form::kExplains) {
      for (const Literal effect : link.antecedents)
        if (effect.proposition() == onto) return Propose({link.consequent, near});
      return;
    }
    if (link.consequent.proposition() != onto) return;
    std::optional<Literal> lacking;
    std::size_t count = 0;
    for (const Literal literal : link.antecedents) {
      if (Holds(scenario_, literal)) continue;
      lacking = literal;
      ++count;
    }
    if (count == 1) Propose({*lacking, near});
  }

  template <class Visit>
  void Links(const Visit& visit) const {
    for (const ClaimId id : views_.claims[answer_.view]) {
      const Claim& claim = dataset_[id];
      if (claim.about.kind == AboutKind::kCondition) visit(dataset_[claim.about.condition]);
    }
  }

  void LinksOnto(PropositionId onto, std::optional<Nearness> near) {
    Links([&](const Condition& link) { LookAt(link, onto, near); });
  }

  void LinksOntoAny() {
    Links([&](const Condition& link) {
      LookAt(link,
             link.form == Form::kExplains ? link.antecedents.front().proposition()
                                          : link.consequent.proposition(),
             std::nullopt);
    });
  }

  /// Whether the view would answer, and then on what.
  bool Answers(Candidate* candidate) const {
    std::vector<Literal> supposed = scenario_.supposed;
    supposed.push_back(candidate->literal);
    const auto then = reason::MakeScenario(dataset_, supposed, scenario_.strict);
    if (!then.ok()) return false;
    const Answer answer = reason::Ask(dataset_, views_, answer_.view, answer_.target, *then);
    if (!HasAnswer(dataset_, answer, *then)) return false;
    candidate->near.reset();
    const bool moves = answer.direction != Direction::kNone;
    const bool of_it = answer.status != Status::kSilent || moves;
    if (answer.status == Status::kSilent && moves)
      candidate->of = SaysNoWay(answer)            ? LackOf::kCounts
                      : GivesWay(dataset_, answer) ? LackOf::kWay
                                                   : LackOf::kCause;
    if (outcome_) return of_it;
    if (!of_it)
      for (const reason::NearAnswer& near : answer.near)
        if (NearMoves(near) && !candidate->near) candidate->near = near.how;
    return true;
  }

  const Dataset& dataset_;
  const reason::Views& views_;
  const Answer& answer_;
  const reason::Scenario& scenario_;
  bool outcome_;
  std::vector<Candidate> candidates_;
};

/// "Answers only if …": what a silent view's links onto the outcome need, as alternatives.
std::string NeedsWords(const Speech& in, const Answer& answer) {
  const Say& say = in.say;
  constexpr std::size_t kAlternatives = 2;
  std::vector<std::string> alternatives;
  for (const reason::Unmet& unmet : answer.unmet) {
    std::vector<std::string> needs;
    for (const Literal literal : unmet.missing)
      needs.push_back(NeedWords(in, answer.view, literal));
    std::string words = say.Join(needs);
    if (std::find(alternatives.begin(), alternatives.end(), words) == alternatives.end())
      alternatives.push_back(std::move(words));
  }
  const bool more = alternatives.size() > kAlternatives;
  if (more) alternatives.resize(kAlternatives);
  return say(more ? "Answers only if {0}, or on another condition" : "Answers only if {0}",
             {say.Join(alternatives, Key("{0}, or if {1}"))});
}

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

NearLine LineOf(const Speech& in, const reason::NearAnswer& near) {
  NearLine line;
  line.proposition = in.dataset[near.proposition].id;
  line.words = NearWords(in, near);
  const std::string level =
      near.status == Status::kSilent ? std::string() : LevelMark(in, near).words;
  const std::optional<SignMark> way = DirectionMark(in, near);
  line.brief = in.say("{0}: {1}: {2}##how near, what, what is said of it",
                      {in.say(NearKey(near.how)), ShortName(in.dataset, near.proposition),
                       in.say.Inside(level.empty() && way ? way->words : level)});
  if (std::optional<SignMark> mark = DirectionMark(in, near)) line.sign = *std::move(mark);
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
  reply.level = LevelMark(in, answer);
  reply.direction = DirectionMark(in, answer);
  for (const reason::NearAnswer& near : answer.near)
    if (NearMoves(near)) reply.near.push_back(LineOf(in, near));
  const bool answers = HasAnswer(dataset, answer, scenario);
  const bool close = answers && answer.status == Status::kSilent &&
                     answer.direction == Direction::kNone && !reply.near.empty();
  if (!answers || close) {
    if (const auto found = LackFinder(dataset, in.views, answer, scenario, close).Run()) {
      Lack lack;
      lack.literal = found->literal;
      lack.near = found->near;
      lack.of = found->of;
      lack.others = found->others;
      lack.words = NeedWords(in, answer.view, found->literal);
      reply.lack = std::move(lack);
    }
  }
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
              {say(LackKey(LackOf::kLevel, reply.lack->others), {reply.lack->words})});
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

std::string_view LackKey(LackOf of, bool others, bool on_it) {
  switch (of) {
    case LackOf::kCounts:
      return others ? Key("Says that it counts, for example, if {0}")
                    : Key("Says only that it counts, if {0}");
    case LackOf::kWay:
      return others ? Key("Says which way, for example, if {0}")
                    : Key("Says only which way, if {0}");
    case LackOf::kCause:
      return others ? Key("Says what would explain it, for example, if {0}")
                    : Key("Says only what would explain it, if {0}");
    case LackOf::kLevel:
      break;
  }
  if (on_it)
    return others ? Key("Answers on it, for example, if {0}") : Key("Answers on it only if {0}");
  return others ? Key("Answers, for example, if {0}") : Key("Answers only if {0}");
}

std::string NearWords(const Speech& in, const reason::NearAnswer& near) {
  const Dataset& dataset = in.dataset;
  const Say& say = in.say;
  std::string said;
  if (near.status != Status::kSilent) said = LevelMark(in, near).words;
  std::vector<std::string> parts;
  if (!said.empty()) parts.push_back(say.Inside(said));
  if (const std::optional<SignMark> mark = DirectionMark(in, near))
    parts.push_back(say.Inside(mark->words));
  return say("{0}: “{1}”: {2}##how near, what, what is said of it",
             {say(NearKey(near.how)), ShortName(dataset, near.proposition),
              say.Chain(Key("{0}; {1}##of a reply"), parts)});
}

bool IsSaid(const reason::NearAnswer& near) {
  if (near.status == Status::kAssumed) return false;
  return near.status != Status::kSilent || near.direction != Direction::kNone;
}

std::string NeedWords(const Speech& in, reason::ViewIndex view, Literal literal) {
  const Dataset& dataset = in.dataset;
  const Say& say = in.say;
  const std::string clause = IfClause(dataset, literal, say);
  const ClaimId held = SaidSoFar(dataset, in.views, view, literal);
  if (!held) return clause;
  const Claim& claim = dataset[held];
  return say("{0} (so far, {1}: {2}, {3})##a condition, in whose words, what is so, where",
             {clause, WhoseWords(dataset, in.views[view].actor, IsImputed(claim), say),
              Statement(dataset, claim.about.literal, say), PlaceWords(dataset, claim, say)});
}

}  // namespace proviso::view
