#include "core/voice/answer_marks.h"

#include <algorithm>
#include <vector>

#include "core/base/sort.h"
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

/// Rises as a word on a pull gets less firm; what is stated without a hedge is the firmest.
constexpr int kLeastFirm = static_cast<int>(Modality::kPossible);
int FirmnessOf(Modality modality) {
  return modality <= Modality::kPossible ? static_cast<int>(modality) : 0;
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

/// The pulls that arrive at the outcome itself, if each is that of an explanation; else none.
std::vector<const reason::Pull*> ExplainingPulls(const Dataset& dataset, const AnswerCore& answer) {
  std::vector<const reason::Pull*> pulls;
  for (const reason::Pull& pull : answer.pulls) {
    if (pull.to != answer.target.proposition() || pull.pull == Direction::kZero) continue;
    if (dataset[pull.condition].form != Form::kExplains) return {};
    pulls.push_back(&pull);
  }
  return pulls;
}

/// The words of an answer that only explains the outcome; empty: it does more, or says no way.
std::string OnlyCauseWords(const Speech& in, const AnswerCore& answer) {
  std::vector<std::string> words;
  for (const reason::Pull* pull : ExplainingPulls(in.dataset, answer))
    for (const ClaimId claim : pull->claims) {
      std::string one = CauseWords(in, *pull, PullFirmness(in.dataset, in.dataset[claim]));
      if (!words.empty()) one = in.say.Inside(one);
      if (std::find(words.begin(), words.end(), one) == words.end())
        words.push_back(std::move(one));
    }
  return in.say.Join(words);
}

/// How firmly the outcome is said to be pushed: as the firmest of all chains of pulls onto it, of
/// which none is firmer than its weakest link.
///
/// Cost: n log n in the pulls.
Modality FirmestPull(const Dataset& dataset, const AnswerCore& answer) {
  const std::size_t count = answer.pulls.size();
  std::vector<int> own(count, 0);
  std::vector<std::uint32_t> ids;  // What is pushed or pushes, each once, rising.
  for (std::size_t i = 0; i < count; ++i) {
    const reason::Pull& pull = answer.pulls[i];
    if (pull.pull == Direction::kZero) continue;  // It pushes nothing.
    if (!pull.claims.empty()) own[i] = kLeastFirm;
    for (const ClaimId claim : pull.claims)
      own[i] = std::min(own[i], FirmnessOf(PullFirmness(dataset, dataset[claim])));
    ids.push_back(pull.from.index());
    ids.push_back(pull.to.index());
  }
  if (std::all_of(own.begin(), own.end(), [](int one) { return one == 0; }))
    return Modality::kStated;
  SortList(&ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  const auto place = [&ids](PropositionId p) {
    return static_cast<std::size_t>(std::lower_bound(ids.begin(), ids.end(), p.index()) -
                                    ids.begin());
  };
  // The pulls that leave a place, and how firmly it is reached: at first only where pulls begin.
  std::vector<std::vector<std::size_t>> leaving(ids.size());
  constexpr int kNever = kLeastFirm + 1;
  std::vector<int> reached(ids.size(), 0);
  for (std::size_t i = 0; i < count; ++i) {
    if (answer.pulls[i].pull == Direction::kZero) continue;
    leaving[place(answer.pulls[i].from)].push_back(i);
    reached[place(answer.pulls[i].to)] = kNever;
  }
  // What firm words reach, then what those reach with the next less firm, and so on.
  for (int level = 0; level <= kLeastFirm; ++level) {
    std::vector<std::size_t> left;
    for (std::size_t at = 0; at < ids.size(); ++at)
      if (reached[at] < kNever) left.push_back(at);
    while (!left.empty()) {
      const std::size_t from = left.back();
      left.pop_back();
      for (const std::size_t i : leaving[from]) {
        const std::size_t to = place(answer.pulls[i].to);
        if (own[i] > level || reached[to] < kNever) continue;
        reached[to] = level;
        left.push_back(to);
      }
    }
  }
  const std::size_t target = place(answer.target.proposition());
  const bool found = target < ids.size() && ids[target] == answer.target.proposition().index();
  const int firm = found ? reached[target] : 0;
  return firm == 0 || firm == kNever ? Modality::kStated : static_cast<Modality>(firm);
}

}  // namespace

bool SaysNoWay(const AnswerCore& answer) {
  return answer.direction == Direction::kOpposed && !Has(answer, reason::DirectionReason::kPulls) &&
         (answer.direction_reasons.empty() ||
          answer.direction_reasons.front() == reason::DirectionReason::kNotStated);
}

bool GivesWay(const Dataset& dataset, const AnswerCore& answer) {
  if (answer.direction == Direction::kNone || answer.direction == Direction::kZero) return false;
  return !SaysNoWay(answer) && ExplainingPulls(dataset, answer).empty();
}

std::string_view PullOnlyKey(const Speech& in, const Answer& answer) {
  if (GivesWay(in.dataset, answer)) return Label(Reason::kPullOnly);
  if (SaysNoWay(answer)) return Label(Sign::kUnstated);
  bool counts = false, explains = false;
  for (const ClaimId id : in.views.claims[answer.view]) {
    const Claim& claim = in.dataset[id];
    if (claim.about.kind != AboutKind::kCondition) continue;
    const Condition& link = in.dataset[claim.about.condition];
    const PropositionId target = answer.target.proposition();
    const auto is = [target](Literal literal) { return literal.proposition() == target; };
    if (link.form == Form::kExplains)
      explains = explains || std::any_of(link.antecedents.begin(), link.antecedents.end(), is);
    if (!is(link.consequent)) continue;
    counts = counts || link.form == Form::kBearsOn;
    // Another form says which way, if what it starts from is supposed.
    if (link.form != Form::kBearsOn && link.form != Form::kExplains && IsDrawn(SignOf(link)))
      return answer.direction == Direction::kNone ? Label(Reason::kPullOnly)
                                                  : Key("Not how likely");
  }
  if (explains) return Key("Why, if it comes; not how likely");
  return counts ? Label(Sign::kUnstated) : Key("Not how likely");
}

std::string CauseWords(const Speech& in, const reason::Pull& pull, Modality firm) {
  const Say& say = in.say;
  const Condition& link = in.dataset[pull.condition];
  if (pull.supposed) {
    const std::string cause = HedgedWay(say, firm, say(WayKey(link, Sign::kMore)));
    if (pull.supposed == link.consequent) return cause;
    return say("{0}; this cause is lacking here", {cause});
  }
  const Direction of_cause = pull.pull == pull.sign ? Direction::kMore : Direction::kLess;
  return say("What would explain it: {0}##a direction", {say.Inside(DirectionKey(of_cause))});
}

Modality PullFirmness(const Dataset& dataset, const Claim& claim) {
  // Of "if A, probably C" the level is hedged, and not that A counts.
  if (claim.about.kind != AboutKind::kCondition) return Modality::kStated;
  const Form form = dataset[claim.about.condition].form;
  const bool influence = form == Form::kRaises || form == Form::kLowers ||
                         form == Form::kNoEffect || form == Form::kExplains;
  const bool hedged = claim.modality > Modality::kWill && claim.modality <= Modality::kPossible;
  return influence && hedged ? claim.modality : Modality::kStated;
}

std::string HedgedWay(const Say& say, Modality modality, const std::string& words) {
  switch (modality) {
    case Modality::kVeryLikely:
      return say("Very probably {0}##a direction", {say.Inside(words)});
    case Modality::kLikely:
      return say("Probably {0}##a direction", {say.Inside(words)});
    case Modality::kPossible:
      return say("Possibly {0}##a direction", {say.Inside(words)});
    default:
      return words;
  }
}

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

std::optional<SignMark> DirectionMark(const Speech& in, const AnswerCore& answer) {
  const Say& say = in.say;
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
      mark.words = say(mark.sign == Sign::kPulled ? Label(reason::DirectionReason::kPulls)
                       : SaysNoWay(answer)        ? Label(Sign::kUnstated)
                                                  : Label(answer.direction_reasons.front()));
      break;
  }
  if (direction == Direction::kMore || direction == Direction::kLess) {
    const std::string cause = OnlyCauseWords(in, answer);
    mark.words =
        cause.empty() ? HedgedWay(say, FirmestPull(in.dataset, answer), mark.words) : cause;
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
