#include "core/voice/answer_marks.h"

#include <algorithm>

#include "core/reason/reading.h"
#include "core/voice/reply.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

using reason::Answer;
using reason::AnswerCore;
using reason::Direction;
using reason::Reason;
using reason::Status;

std::uint8_t Segments(const std::optional<Modality>& strength) {
  if (!strength || *strength > Modality::kPossible) return 1;
  return static_cast<std::uint8_t>(4 - static_cast<int>(*strength));
}

/// `negated`: the segments left of the centre.
void Put(bool negated, std::uint8_t segments, Fill fill, Strength* strength) {
  (negated ? strength->against : strength->in_favour) = segments;
  (negated ? strength->against_fill : strength->in_favour_fill) = fill;
}

bool Residual(const AnswerCore& answer) {
  return std::any_of(answer.notes.begin(), answer.notes.end(), [](const reason::Note& note) {
    return note.kind == reason::NoteKind::kResidual;
  });
}

Strength Predicted(const Speech& in, const AnswerCore& answer) {
  const Say& say = in.say;
  Strength strength;
  strength.ruler = Ruler::kSegments;
  const bool negated = answer.literal.negated();
  Put(negated, Segments(answer.strength), answer.derived ? Fill::kDashed : Fill::kSolid, &strength);
  strength.words = LevelSaid(in, answer.strength.value_or(Modality::kPossible), answer.literal);
  if (answer.attenuated)
    strength.words = say("{0} at most, as follows over many steps", {strength.words});
  else if (answer.derived)
    strength.words = say("{0}, as follows from what is said", {strength.words});
  if (Residual(answer)) {
    Put(!negated, 1, Fill::kOpen, &strength);
    strength.words =
        say(negated ? "{0}, and possibly so" : "{0}, and possibly not", {strength.words});
  }
  return strength;
}

std::string SideWords(const Speech& in, const reason::Derivation& side) {
  return in.say.Inside(LevelSaid(in, side.strength.value_or(Modality::kWill), side.literal));
}

Strength Conflict(const AnswerCore& answer, Fill fill) {
  Strength strength;
  strength.ruler = Ruler::kSegments;
  for (const reason::Derivation* side : {&answer.because, &answer.against})
    if (side->strength) Put(side->literal.negated(), Segments(side->strength), fill, &strength);
  return strength;
}

bool Has(const AnswerCore& answer, reason::DirectionReason why) {
  return std::find(answer.direction_reasons.begin(), answer.direction_reasons.end(), why) !=
         answer.direction_reasons.end();
}

/// The direction of what is asked about without its negation.
Direction OfOutcome(const AnswerCore& answer) {
  const Direction asked = answer.direction;
  if (!answer.target.negated()) return asked;
  if (asked == Direction::kMore) return Direction::kLess;
  return asked == Direction::kLess ? Direction::kMore : asked;
}

}  // namespace

ClaimId EvidenceClaim(const Dataset& dataset, const AnswerCore& answer) {
  for (const reason::Note& note : answer.notes)
    if (note.kind == reason::NoteKind::kUncommitted && note.claim &&
        dataset[note.claim].has_evidence())
      return note.claim;
  return {};
}

bool Decided(const reason::Scenario& scenario, PropositionId p) {
  const auto is = [p](Literal literal) { return literal.proposition() == p; };
  return std::any_of(scenario.supposed.begin(), scenario.supposed.end(), is) ||
         std::any_of(scenario.by_definition.begin(), scenario.by_definition.end(), is);
}

bool Holds(const reason::Scenario& scenario, Literal literal) {
  return std::binary_search(scenario.supposed.begin(), scenario.supposed.end(), literal) ||
         std::binary_search(scenario.by_definition.begin(), scenario.by_definition.end(), literal);
}

bool NearMoves(const reason::NearAnswer& near) {
  return near.how != Nearness::kEarlier && IsSaid(near);
}

Strength LevelMark(const Speech& in, const AnswerCore& answer) {
  const Dataset& dataset = in.dataset;
  const Say& say = in.say;
  Strength strength;
  switch (answer.status) {
    case Status::kAssumed:
      strength.ruler = Ruler::kSegments;
      Put(answer.literal.negated(), 4, Fill::kOpen, &strength);
      strength.words = say("You suppose this");
      return strength;
    case Status::kPredicted:
      return Predicted(in, answer);
    case Status::kEven:
    case Status::kOpen:
      strength = Conflict(answer, Fill::kSolid);
      strength.against = strength.in_favour = 1;
      strength.words = say(answer.status == Status::kEven ? "About even" : "Possible either way");
      return strength;
    case Status::kConflict:
      strength = Conflict(answer, Fill::kSolid);
      strength.words = say("Own words clash: {0} against {1}",
                           {SideWords(in, answer.because), SideWords(in, answer.against)});
      return strength;
    case Status::kUnresolved:
      strength = Conflict(answer, Fill::kDotted);
      strength.words = say("Undecided");
      return strength;
    case Status::kUncommitted:
      strength.ruler = Ruler::kRing;
      strength.words = say("Leaves it open");
      if (const ClaimId claim = EvidenceClaim(dataset, answer))
        strength.words = say(Label(dataset[claim].evidence));
      return strength;
    case Status::kSilent:
      break;
  }
  strength.ruler = Ruler::kEmpty;
  return strength;
}

std::optional<SignMark> DirectionMark(const Say& say, const AnswerCore& answer) {
  SignMark mark;
  const Direction direction = OfOutcome(answer);
  mark.words = say(DirectionKey(direction));
  switch (direction) {
    case Direction::kNone:
      return std::nullopt;
    case Direction::kMore:
      mark.sign = Sign::kMore;
      break;
    case Direction::kLess:
      mark.sign = Sign::kLess;
      break;
    case Direction::kZero:
      mark.sign = Sign::kNoEffect;
      if (Has(answer, reason::DirectionReason::kNeedNotChange))
        mark.words = say("Need not change it");
      if (Has(answer, reason::DirectionReason::kAlreadySo))
        mark.words = say("Already so, it is said");
      break;
    case Direction::kOpposed:
      mark.sign = Has(answer, reason::DirectionReason::kPulls) ? Sign::kPulled : Sign::kUnstated;
      mark.words =
          say(mark.sign == Sign::kPulled         ? Label(reason::DirectionReason::kPulls)
              : answer.direction_reasons.empty() ? Label(reason::DirectionReason::kNotStated)
                                                 : Label(answer.direction_reasons.front()));
      break;
  }
  // Over several links, or read from an "if": nobody says the sign in so many words.
  mark.inferred = std::any_of(answer.pulls.begin(), answer.pulls.end(), [&](const auto& pull) {
    return pull.to != answer.target.proposition();
  });
  return mark;
}

int AnswerRank(const Answer& answer) {
  switch (answer.status) {
    case Status::kAssumed:
    case Status::kPredicted:
      return answer.attenuated ? 4 : static_cast<int>(answer.strength.value_or(Modality::kWill));
    case Status::kEven:
    case Status::kOpen:
      return 5;
    case Status::kConflict:
      return 6;
    case Status::kUnresolved:
      return 7;
    case Status::kUncommitted:
      return 8;
    case Status::kSilent:
      break;
  }
  return answer.direction != Direction::kNone ? 9 : 10;
}

bool HasAnswer(const Dataset& dataset, const Answer& answer, const reason::Scenario& scenario) {
  if (answer.status == Status::kAssumed) return false;
  if (answer.status != Status::kSilent || answer.direction != Direction::kNone) return true;
  const auto has = [&](Reason why) {
    return std::find(answer.reasons.begin(), answer.reasons.end(), why) != answer.reasons.end();
  };
  if (has(Reason::kSwitchedOff) || has(Reason::kNeededNotEnough)) return true;
  if (std::any_of(answer.near.begin(), answer.near.end(), NearMoves)) return true;
  if (!has(Reason::kRankingOnly)) return false;
  // A ranking of what is supposed.
  for (const reason::Note& note : answer.notes) {
    if (note.kind != reason::NoteKind::kRanking || !note.claim) continue;
    for (const PropositionId p : reason::RankedPropositions(dataset, dataset[note.claim]))
      if (Decided(scenario, p)) return true;
  }
  return false;
}

std::vector<ClaimId> ClaimsNamed(const AnswerCore& answer) {
  std::vector<ClaimId> claims;
  const auto add = [&claims](ClaimId id) {
    if (std::find(claims.begin(), claims.end(), id) == claims.end()) claims.push_back(id);
  };
  for (const reason::Inference& step : answer.because.steps) add(step.claim);
  for (const reason::Inference& step : answer.against.steps) add(step.claim);
  for (const reason::Pull& pull : answer.pulls)
    for (const ClaimId id : pull.claims) add(id);
  for (const reason::SwitchedOff& off : answer.switched_off) add(off.claim);
  return claims;
}

}  // namespace proviso::view
