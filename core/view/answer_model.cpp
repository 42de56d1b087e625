#include "core/view/answer_model.h"

#include <algorithm>

#include "core/view/wording.h"

namespace proviso::view {
namespace {

using reason::Answer;
using reason::Direction;
using reason::Reason;
using reason::Status;

Strength Empty(std::string words) {
  Strength strength;
  strength.ruler = Ruler::kEmpty;
  strength.words = std::move(words);
  return strength;
}

std::uint8_t Segments(const std::optional<Modality>& strength) {
  if (!strength || *strength > Modality::kPossible) return 1;
  return static_cast<std::uint8_t>(4 - static_cast<int>(*strength));
}

/// `negated`: the segments left of the centre.
void Put(bool negated, std::uint8_t segments, Fill fill, Strength* strength) {
  (negated ? strength->against : strength->in_favour) = segments;
  (negated ? strength->against_fill : strength->in_favour_fill) = fill;
}

bool Residual(const Answer& answer) {
  return std::any_of(answer.notes.begin(), answer.notes.end(), [](const reason::Note& note) {
    return note.kind == reason::NoteKind::kResidual;
  });
}

Strength Predicted(const Say& say, const Answer& answer) {
  Strength strength;
  strength.ruler = Ruler::kSegments;
  const bool negated = answer.literal.negated();
  Put(negated, Segments(answer.strength), answer.derived ? Fill::kDashed : Fill::kSolid, &strength);
  strength.words = say(LevelWords(answer.strength.value_or(Modality::kPossible), negated));
  if (answer.attenuated) strength.words = say("{0} at most: the chain is long", {strength.words});
  if (Residual(answer)) {
    Put(!negated, 1, Fill::kOpen, &strength);
    strength.words =
        say(negated ? "{0}, and possibly so" : "{0}, and possibly not", {strength.words});
  }
  return strength;
}

std::string SideWords(const Say& say, const reason::Derivation& side) {
  return say.Inside(LevelWords(side.strength.value_or(Modality::kWill), side.literal.negated()));
}

Strength Conflict(const Answer& answer, Fill fill) {
  Strength strength;
  strength.ruler = Ruler::kSegments;
  for (const reason::Derivation* side : {&answer.because, &answer.against})
    if (side->strength) Put(side->literal.negated(), Segments(side->strength), fill, &strength);
  return strength;
}

/// "No evidence so far", where the view's claim has such a word.
std::string OpenWords(const Library& library, const Answer& answer) {
  for (const reason::Note& note : answer.notes) {
    if (note.kind == reason::NoteKind::kUncommitted && note.claim)
      return StrengthOf(library, library.dataset[note.claim]).words;
  }
  return library.say("Leaves it open");
}

std::string SilentWords(const Library& library, const Answer& answer) {
  switch (answer.reasons.empty() ? Reason::kNeverAddressed : answer.reasons.front()) {
    case Reason::kConditionsNotMet: {
      std::vector<std::string> labels;
      for (const Literal literal : answer.missing) labels.push_back(LiteralWords(library, literal));
      return library.say("Needs {0}", {library.say.Join(labels)});
    }
    case Reason::kSwitchedOff:
      if (answer.switched_off.empty()) break;
      return library.say("Switched off by “{0}”",
                         {LiteralWords(library, answer.switched_off.front().by)});
    case Reason::kNear:
      for (const reason::NearAnswer& near : answer.near)
        if (near.direction != Direction::kNone && near.status == Status::kSilent)
          return library.say("No level: a pull on a near matter");
      return library.say("No level: a near matter");
    default:
      break;
  }
  return library.say(
      Label(answer.reasons.empty() ? Reason::kNeverAddressed : answer.reasons.front()));
}

bool Has(const Answer& answer, reason::DirectionReason why) {
  return std::find(answer.direction_reasons.begin(), answer.direction_reasons.end(), why) !=
         answer.direction_reasons.end();
}

/// True if `literal` or something that it excludes or negates is supposed.
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
  return near.how != Nearness::kEarlier &&
         (near.status != Status::kSilent || near.direction != Direction::kNone);
}

}  // namespace

Strength LevelMark(const Library& library, const Answer& answer) {
  Strength strength;
  switch (answer.status) {
    case Status::kAssumed:
      strength.ruler = Ruler::kSegments;
      Put(answer.literal.negated(), 4, Fill::kOpen, &strength);
      strength.words = library.say("You suppose this");
      return strength;
    case Status::kPredicted:
      return Predicted(library.say, answer);
    case Status::kEven:
    case Status::kOpen:
      strength = Conflict(answer, Fill::kSolid);
      strength.against = strength.in_favour = 1;
      strength.words =
          library.say(answer.status == Status::kEven ? "About even" : "Possible either way");
      return strength;
    case Status::kConflict:
      strength = Conflict(answer, Fill::kSolid);
      strength.words = library.say(
          "Own words clash: {0} against {1}",
          {SideWords(library.say, answer.because), SideWords(library.say, answer.against)});
      return strength;
    case Status::kUnresolved:
      strength = Conflict(answer, Fill::kDotted);
      strength.words = library.say("Undecided");
      return strength;
    case Status::kUncommitted:
      strength.ruler = Ruler::kRing;
      strength.words = OpenWords(library, answer);
      return strength;
    case Status::kSilent:
      break;
  }
  const bool never = answer.reasons.empty() || answer.reasons.front() >= Reason::kOnlyThroughOthers;
  strength = Empty(SilentWords(library, answer));
  if (never) strength.ruler = Ruler::kAbsent;
  return strength;
}

std::optional<SignMark> DirectionMark(const Say& say, const Answer& answer) {
  SignMark mark;
  mark.words = DirectionOf(answer, say);
  switch (answer.direction) {
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
      if (mark.sign == Sign::kUnstated && !answer.direction_reasons.empty())
        mark.words = say(Label(answer.direction_reasons.front()));
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
  // A ranking of what is supposed.
  for (const reason::Note& note : answer.notes) {
    if (note.kind != reason::NoteKind::kRanking || !note.claim) continue;
    const auto supposed = [&](RecordRef ref) {
      if (ref.table == Table::kPropositions) return Decided(scenario, PropositionId(ref.index));
      if (ref.table != Table::kConditions) return false;
      const auto& from = dataset.conditions[ref.index].antecedents;
      return std::any_of(from.begin(), from.end(),
                         [&](Literal l) { return Decided(scenario, l.proposition()); });
    };
    const About& about = dataset[note.claim].about;
    if (supposed(about.more) || supposed(about.less)) return true;
  }
  return false;
}

std::optional<Literal> LacksOnly(const Dataset& dataset, const reason::Views& views,
                                 const Answer& answer, const reason::Scenario& scenario) {
  for (const reason::Unmet& unmet : answer.unmet)
    if (unmet.missing.size() == 1 && !Decided(scenario, unmet.missing.front().proposition()))
      return unmet.missing.front();
  const PropositionId target = answer.target.proposition();
  for (const ClaimId id : views.claims[answer.view]) {
    const Claim& claim = dataset[id];
    if (claim.about.kind != AboutKind::kCondition) continue;
    const Condition& link = dataset[claim.about.condition];
    if (link.form == Form::kExplains) {
      const bool effect = link.antecedents.front().proposition() == target;
      if (effect && !Decided(scenario, link.consequent.proposition())) return link.consequent;
      continue;
    }
    if (link.consequent.proposition() != target) continue;
    std::optional<Literal> lacking;
    std::size_t count = 0;
    for (const Literal literal : link.antecedents) {
      if (Holds(scenario, literal)) continue;
      lacking = literal;
      ++count;
    }
    if (count == 1 && !Decided(scenario, lacking->proposition())) return lacking;
  }
  return std::nullopt;
}

std::vector<NearLine> NearLines(const Library& library, const Answer& answer) {
  std::vector<NearLine> lines;
  for (const reason::NearAnswer& near : answer.near) {
    if (!NearMoves(near)) continue;
    NearLine line;
    line.proposition = library.dataset[near.proposition].id;
    const std::string level = library.say(
        near.literal && near.strength         ? LevelWords(*near.strength, near.literal.negated())
        : near.status == Status::kUncommitted ? Key("left open")
        : near.status == Status::kSilent      ? Key("no level")
                                              : StatusKey(near.status));
    if (near.direction == Direction::kMore) line.sign.sign = Sign::kMore;
    if (near.direction == Direction::kLess) line.sign.sign = Sign::kLess;
    if (near.direction == Direction::kZero) line.sign.sign = Sign::kNoEffect;
    if (near.direction == Direction::kOpposed) line.sign.sign = Sign::kPulled;
    line.sign.other_step = true;
    const bool moves = near.direction != Direction::kNone;
    if (moves) line.sign.words = library.say(DirectionKey(near.direction));
    line.words = library.say(moves ? "“{0}”, {1}: {2}, {3}" : "“{0}”, {1}: {2}",
                             {library.dataset[near.proposition].label,
                              library.say(NearKey(near.how)), level, line.sign.words});
    line.open = Select{line.proposition};
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string AnswerChangeWords(const Library& library, const ViewState& before,
                              const ViewState& after) {
  constexpr std::size_t kClaimsAtMost = 20'000, kNamedAtMost = 2;
  const Dataset& dataset = library.dataset;
  const PropositionId target = FindOutcome(library, after).target;
  if (!target || dataset.claims.size() > kClaimsAtMost) return {};
  reason::LiveAnswers live(dataset, library.views, target);
  live.Suppose(ScenarioOf(dataset, before.on, before.off, before.strict));
  const std::vector<reason::Verdict> earlier = live.verdicts();
  live.Suppose(ScenarioOf(dataset, after.on, after.off, after.strict));
  const Say& say = library.say;
  std::vector<std::string> sentences;
  std::size_t changed = 0;
  for (std::uint32_t i = 0; i < library.views.size(); ++i) {
    const reason::Verdict& now = live.verdicts()[i];
    if (now == earlier[i] || ++changed > kNamedAtMost) continue;
    const std::string level =
        now.status == Status::kPredicted
            ? say.Inside(LevelWords(
                  static_cast<Modality>(std::min<int>(now.deficit, reason::kAttenuated - 1)),
                  now.negated))
            : say(now.status == Status::kSilent ? Key("no level") : StatusKey(now.status));
    sentences.push_back(
        say(now.direction != Direction::kNone ? "{0}: now {1}, {2}." : "{0}: now {1}.",
            {dataset[library.views.rows[i].actor].name, level,
             say.Inside(DirectionKey(now.direction))}));
  }
  if (changed > kNamedAtMost)
    sentences.push_back(say.Counted(changed - kNamedAtMost, "{0} more answer changed.",
                                    "{0} more answers changed."));
  return say.Chain(Key("{0} {1}##sentences"), sentences);
}

std::vector<ClaimId> ClaimsUsed(const Answer& answer) {
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
