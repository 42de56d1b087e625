#include "core/voice/lack.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/reason/plan.h"
#include "core/voice/answer_marks.h"

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

/// Finds the one condition that a view lacks: links onto the outcome first, then those onto what is
/// near it, then steps further back.
class LackFinder {
 public:
  /// `outcome`: an answer on a near matter is none, since there is one already.
  LackFinder(const Dataset& dataset, const reason::Views& views, const Answer& answer,
             const reason::Scenario& scenario, bool outcome)
      : dataset_(dataset), views_(views), answer_(answer), scenario_(scenario), outcome_(outcome) {}

  std::optional<Lack> Run() {
    if (answer_.status != Status::kSilent) return std::nullopt;
    const PropositionId target = answer_.target.proposition();
    for (const reason::Unmet& unmet : answer_.unmet)
      if (unmet.missing.size() == 1) Propose(unmet.missing.front(), std::nullopt);
    LinksOnto(target, std::nullopt);
    if (!outcome_)
      for (const Nearness near : {Nearness::kMotive, Nearness::kNarrower, Nearness::kWider})
        for (const auto& [matter, how] : views_.near[target])
          if (how == near) LinksOnto(matter, how);
    if (candidates_.empty()) return std::nullopt;
    const std::size_t direct = candidates_.size();
    LinksOntoAny();
    std::optional<Lack> found;
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
  /// A condition that may be the only one lacking, and what an answer would be on.
  void Propose(Literal literal, std::optional<Nearness> near) {
    if (Decided(scenario_, literal.proposition()) ||
        literal.proposition() == answer_.target.proposition())
      return;
    for (const Lack& one : candidates_)
      if (one.literal == literal) return;
    Lack candidate;
    candidate.literal = literal;
    candidate.near = near;
    candidates_.push_back(std::move(candidate));
  }

  /// What a link lacks, if that is one thing.
  void LookAt(const Condition& link, PropositionId onto, std::optional<Nearness> near) {
    if (link.form == Form::kExplains) {
      for (const Literal effect : link.antecedents)
        if (effect.proposition() == onto) return Propose(link.consequent, near);
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
    if (count == 1) Propose(*lacking, near);
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
  bool Answers(Lack* candidate) const {
    std::vector<Literal> supposed = scenario_.supposed;
    supposed.push_back(candidate->literal);
    const auto then = reason::MakeScenario(dataset_, supposed, scenario_.strict);
    if (!then.ok()) return false;
    const Answer answer = reason::Ask(dataset_, views_, answer_.view, answer_.target, *then);
    if (!HasAnswer(dataset_, answer, *then)) return false;
    candidate->near.reset();
    if (EvenIf(answer, candidate->literal)) candidate->of = LackOf::kEvenIf;
    const bool moves = answer.direction != Direction::kNone;
    const bool of_it = answer.status != Status::kSilent || moves;
    if (answer.status == Status::kSilent && !moves &&
        std::find(answer.reasons.begin(), answer.reasons.end(), Reason::kNeededNotEnough) !=
            answer.reasons.end())
      candidate->of = LackOf::kNeed;
    if (answer.status == Status::kSilent && moves)
      candidate->of = SaysNoWay(answer)            ? LackOf::kCounts
                      : GivesWay(dataset_, answer) ? LackOf::kWay
                                                   : LackOf::kCause;
    if (outcome_) return of_it;
    if (!of_it)
      for (const reason::NearAnswer& near : answer.near)
        if (NearMoves(near) && !candidate->near) {
          candidate->near = near.how;
          if (EvenIf(near, candidate->literal)) candidate->of = LackOf::kEvenIf;
        }
    return true;
  }

  /// True if what is concluded holds even if `literal` does, and so not only if it does.
  bool EvenIf(const AnswerCore& core, Literal literal) const {
    for (const reason::Inference& step : core.because.steps)
      for (const Literal antecedent : step.antecedents)
        if (antecedent == literal)
          return step.condition && dataset_[step.condition].form == Form::kEvenIf;
    return false;
  }

  const Dataset& dataset_;
  const reason::Views& views_;
  const Answer& answer_;
  const reason::Scenario& scenario_;
  bool outcome_;
  std::vector<Lack> candidates_;
};

}  // namespace

LackOf WouldGive(const Dataset& dataset, const reason::Unmet& unmet) {
  switch (dataset[dataset[unmet.claim].about.condition].form) {
    case Form::kIf:
      return LackOf::kLevel;
    case Form::kOnlyIf:
      return LackOf::kNeed;
    case Form::kEvenIf:
      return LackOf::kEvenIf;
    case Form::kBearsOn:
      return LackOf::kCounts;
    case Form::kExplains:
      return LackOf::kCause;
    case Form::kRaises:
    case Form::kLowers:
    case Form::kNoEffect:
      break;
  }
  return LackOf::kWay;
}

std::string_view LackKey(LackOf of, bool others, bool on_it) {
  switch (of) {
    case LackOf::kEvenIf:
      return others ? Key("Says, for example, what comes even if {0}")
                    : Key("Says only what comes even if {0}");
    case LackOf::kNeed:
      return Key("Only if {0}; whether that is enough is not said##what a voice lacks");
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

std::string NeedWords(const Speech& in, reason::ViewIndex view, Literal literal) {
  const Dataset& dataset = in.dataset;
  const Say& say = in.say;
  const std::string clause = IfClause(dataset, literal, say);
  const ClaimId held = SaidSoFar(dataset, in.views, view, literal);
  if (!held) return clause;
  const Claim& claim = dataset[held];
  return say("{0} (so far, {1}: {2}, {3})##a condition, in whose words, what is so, where",
             {clause, WhoseWords(dataset, claim.holder(), IsImputed(claim), say),
              Statement(dataset, claim.about.literal, say), PlaceWords(dataset, claim, say)});
}

std::string NeedsWords(const Speech& in, const Answer& answer) {
  const Say& say = in.say;
  constexpr std::size_t kAlternatives = 2;
  LackOf of = LackOf::kCause;
  for (const reason::Unmet& unmet : answer.unmet) of = std::min(of, WouldGive(in.dataset, unmet));
  std::vector<std::string> alternatives;
  for (const reason::Unmet& unmet : answer.unmet) {
    if (WouldGive(in.dataset, unmet) != of) continue;
    std::vector<std::string> needs;
    for (const Literal literal : unmet.missing)
      needs.push_back(NeedWords(in, answer.view, literal));
    std::string words = say.Join(needs);
    if (std::find(alternatives.begin(), alternatives.end(), words) == alternatives.end())
      alternatives.push_back(std::move(words));
  }
  const bool more = alternatives.size() > kAlternatives;
  if (more) alternatives.resize(kAlternatives);
  const std::string joined = say.Join(alternatives, Key("{0}, or if {1}"));
  return say(LackKey(of, more), {joined});
}

std::optional<Lack> FindLack(const Speech& in, const Answer& answer,
                             const reason::Scenario& scenario, bool close) {
  std::optional<Lack> lack = LackFinder(in.dataset, in.views, answer, scenario, close).Run();
  if (lack) lack->words = NeedWords(in, answer.view, lack->literal);
  return lack;
}

}  // namespace proviso::view
