#include "core/voice/signs.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/reason/views.h"
#include "core/voice/order.h"
#include "core/voice/phrases.h"
#include "core/voice/tense.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

Bearing BearingOf(const Outcome& outcome, PropositionId p) {
  if (!p || !outcome.target) return Bearing::kBackground;
  if (p == outcome.target) return Bearing::kDirect;
  const std::uint8_t leads = outcome.leads[p.index()];
  if (leads == 0) return Bearing::kBackground;
  return leads == 1 ? Bearing::kOtherStep : Bearing::kNear;
}

Bearing BearingOf(const Outcome& outcome, const Condition& condition) {
  Bearing bearing = BearingOf(outcome, condition.consequent.proposition());
  // A diagnostic link runs from its consequent, the cause, to what it explains.
  if (condition.form == Form::kExplains)
    for (const Literal effect : condition.antecedents)
      bearing = std::min(bearing, BearingOf(outcome, effect.proposition()));
  return bearing;
}

/// Where the arrow of a link ends: its consequent, or for a diagnostic link what it explains.
Literal HeadOf(const Outcome& outcome, const Condition& condition) {
  if (condition.form != Form::kExplains) return condition.consequent;
  Literal head = condition.antecedents.empty() ? condition.consequent : condition.antecedents[0];
  for (const Literal effect : condition.antecedents)
    if (effect.proposition() == outcome.target) head = effect;
  return head;
}

bool GivesLevel(Form form) {
  return form == Form::kIf || form == Form::kOnlyIf || form == Form::kEvenIf;
}

Strength NoLevel(const Library& library, std::string_view key) {
  Strength strength;
  strength.ruler = Ruler::kEmpty;
  strength.words = library.say(key);
  return strength;
}

std::string_view PullKey(Form form, Modality modality) {
  if (form == Form::kNoEffect) return Key("No effect, not how likely");
  if (form == Form::kBearsOn) return Key("It counts, which way is not said");
  if (form == Form::kExplains) return Key("Why, if it comes; not how likely");
  if (modality == Modality::kPossible) return Key("Which way (possibly), not how likely");
  if (modality == Modality::kLikely) return Key("Which way (likely), not how likely");
  if (modality == Modality::kVeryLikely) return Key("Which way (very likely), not how likely");
  return Key("Which way, not how likely");
}

}  // namespace

Outcome FindOutcome(const Library& library, std::string_view target) {
  const RecordRef named = library.dataset.Find(target);
  if (!named || named.table != Table::kPropositions ||
      PropositionId(named.index) == library.start.target)
    return library.start;
  return MakeOutcome(library.dataset, library.index, PropositionId(named.index));
}

Bearing BearingOf(const Library& library, const Outcome& outcome, const Claim& claim) {
  const auto of = [&](RecordRef record) {
    if (!record) return Bearing::kBackground;
    if (record.table == Table::kConditions)
      return BearingOf(outcome, library.dataset.conditions[record.index]);
    return record.table == Table::kPropositions ? BearingOf(outcome, PropositionId(record.index))
                                                : Bearing::kBackground;
  };
  switch (claim.about.kind) {
    case AboutKind::kProposition:
      return BearingOf(outcome, claim.about.literal.proposition());
    case AboutKind::kCondition:
      return BearingOf(outcome, library.dataset[claim.about.condition]);
    case AboutKind::kComparison:
      return std::min(of(claim.about.more), of(claim.about.less));
    case AboutKind::kQuantity:
      break;
  }
  return Bearing::kBackground;
}

Sign Flipped(Sign sign) {
  if (sign == Sign::kMore) return Sign::kLess;
  return sign == Sign::kLess ? Sign::kMore : sign;
}

Sign SignOf(const Condition& condition) {
  switch (condition.form) {
    case Form::kNoEffect:
    case Form::kEvenIf:
      return Sign::kNoEffect;
    case Form::kBearsOn:
      return Sign::kUnstated;
    case Form::kIf:
      // Read without contrast, it says how likely, and nothing of a difference that it makes.
      if (!condition.contrast) return Sign::kLevel;
      [[fallthrough]];
    case Form::kOnlyIf:
    case Form::kRaises:
    case Form::kExplains:
      return condition.consequent.negated() ? Sign::kLess : Sign::kMore;
    case Form::kLowers:
      break;
  }
  return condition.consequent.negated() ? Sign::kMore : Sign::kLess;
}

std::string_view WayKey(const Condition& link, Sign sign) {
  if (link.form == Form::kEvenIf && sign == Sign::kNoEffect) return Key("Need not change it");
  if (link.form != Form::kExplains || (sign != Sign::kMore && sign != Sign::kLess))
    return Label(sign);
  return std::any_of(link.antecedents.begin(), link.antecedents.end(),
                     [](Literal effect) { return effect.negated(); })
             ? Key("Its cause, if it does not come")
             : Key("Its cause, if it comes");
}

std::string_view WayKey(const Dataset& dataset, const Condition& link, Sign sign) {
  if (HasCome(dataset, link) && sign == Sign::kMore) return Key("One of its causes");
  if (HasCome(dataset, link) && sign == Sign::kLess) return Key("Holds it back");
  return WayKey(link, sign);
}

SignMark SignOf(const Library& library, const Outcome& outcome, const Claim& claim) {
  SignMark mark;
  const Bearing bearing = BearingOf(library, outcome, claim);
  if (bearing == Bearing::kBackground) {
    mark.sign = Sign::kNone;
    return mark;
  }
  mark.other_step = bearing != Bearing::kDirect;
  mark.not_held = Rejected(claim);
  mark.inferred = std::any_of(claim.inferred.begin(), claim.inferred.end(), [](Inferred what) {
    return what == Inferred::kSign || what == Inferred::kLink;
  });
  Literal about = claim.about.literal;
  mark.sign = Sign::kLevel;
  if (claim.about.kind == AboutKind::kComparison) {
    mark.sign = Sign::kRanking;
  } else if (claim.about.kind == AboutKind::kCondition) {
    const Condition& condition = library.dataset[claim.about.condition];
    about = HeadOf(outcome, condition);
    // Who asks for it, or holds that it should be, does not say that it is.
    const bool arrow = reason::HoldsContent(claim) && claim.modality != Modality::kEven &&
                       claim.modality != Modality::kUncommitted &&
                       BearingOf(outcome, about.proposition()) == bearing;
    if (arrow) mark.sign = SignOf(condition);
    if (arrow && condition.form == Form::kExplains)
      mark.sign = condition.consequent.negated() == about.negated() ? Sign::kMore : Sign::kLess;
  }
  if (mark.other_step && about) {
    mark.step = about.proposition();
    for (const Near& near : library.dataset[mark.step].near)
      if (near.to == outcome.target) mark.near = near.how;
  }
  const bool link = claim.about.kind == AboutKind::kCondition;
  mark.words =
      SignWords(library, mark,
                link ? WayKey(library.dataset, library.dataset[claim.about.condition], mark.sign)
                     : Label(mark.sign));
  return mark;
}

std::string SignWords(const Library& library, const SignMark& mark, std::string_view label) {
  std::string words = library.say(label);
  if (mark.step) {
    const Text step = library.dataset[mark.step].label;
    const std::string_view place = mark.near ? NearKey(*mark.near) : Key("A step before");
    // The matter is named, not stated: whoever speaks of it may deny it.
    words = words.empty() ? library.say("{0}: “{1}”##how near, what",
                                        {library.say(place), ShortName(library.dataset, mark.step)})
                          : library.say("{0}, of “{1}”", {words, step});
  }
  if (words.empty()) return words;
  if (mark.inferred) words = library.say("{0}, read in by the coders", {words});
  if (mark.not_held) words = library.say("{0}; reported, not shared", {words});
  return words;
}

namespace {

/// The level of what a claim states. Its gloss states the negation of what it denies, so that "is
/// not so" below it would deny it again.
std::string_view LevelStated(const Library& library, const Claim& claim) {
  const std::string_view level = LevelWords(library, claim);
  const Tense tense = TenseOf(library, claim);
  if (claim.about.kind != AboutKind::kProposition || !claim.about.literal.negated() ||
      tense != Tense::kPresent || level == "Denied outright")
    return level;
  if (claim.modality == Modality::kWill && claim.kind == ClaimKind::kFact)
    return Key("Stated as fact");
  if (claim.modality == Modality::kWill && claim.kind == ClaimKind::kAccusation)
    return Key("Stated as an accusation");
  return LevelWords(tense, claim.modality, false);
}

/// The strength of a claim that gives one, as its holder would say it.
Strength LevelOf(const Library& library, const Claim& claim) {
  Strength strength;
  const bool link = claim.about.kind == AboutKind::kCondition;
  const bool only_if = link && library.dataset[claim.about.condition].form == Form::kOnlyIf;
  // "C only if A" says how firmly C fails without A; of C with A it says nothing.
  const bool negated = link ? library.dataset[claim.about.condition].consequent.negated() != only_if
                            : claim.about.literal.negated();
  if (claim.modality == Modality::kUncommitted) {
    strength.ruler = Ruler::kRing;
    strength.words =
        library.say(claim.has_evidence() ? Label(claim.evidence) : LevelWords(library, claim));
    return strength;
  }
  strength.ruler = Ruler::kSegments;
  if (claim.modality == Modality::kEven)
    strength.against = strength.in_favour = 1;
  else
    (negated ? strength.against : strength.in_favour) =
        static_cast<std::uint8_t>(4 - static_cast<int>(claim.modality));
  strength.words = library.say(LevelStated(library, claim));
  if (only_if) strength.words = library.say("{0} without it", {strength.words});
  return strength;
}

}  // namespace

Strength StrengthOf(const Library& library, const Claim& claim) {
  if (claim.about.kind == AboutKind::kComparison)
    return NoLevel(library, Key("Ranks it, does not say how likely"));
  if (claim.act == Act::kQuestion) return NoLevel(library, Key("Asks, and leaves it open"));
  if (claim.act == Act::kDemand) {
    const bool negated =
        claim.about.kind == AboutKind::kProposition && claim.about.literal.negated();
    return NoLevel(library, negated ? Key("Demands that it not be") : Key("Demands it"));
  }
  if (claim.kind == ClaimKind::kNormative && claim.about.kind != AboutKind::kQuantity) {
    Strength strength = NoLevel(library, LevelWords(library, claim));
    if (const Step* doubt = DoubtOf(claim))
      strength.words = WithDoubt(library, strength.words, *doubt);
    return strength;
  }
  if (claim.about.kind == AboutKind::kQuantity) {
    Strength strength;
    strength.words = library.say("A figure");
    return strength;
  }
  if (claim.about.kind == AboutKind::kCondition &&
      !GivesLevel(library.dataset[claim.about.condition].form))
    return NoLevel(library, PullKey(library.dataset[claim.about.condition].form, claim.modality));
  if (claim.modality == Modality::kStated) return NoLevel(library, Key("Not how likely"));
  Strength strength = LevelOf(library, claim);
  strength.words = AtDistance(library.say, strength.words, DistanceOf(claim));
  if (const Step* doubt = DoubtOf(claim)) {
    // Who tells it does not believe it: it is told, and not drawn as a level.
    strength.words = WithDoubt(library, strength.words, *doubt);
    strength.against = strength.in_favour = 0;
    strength.ruler = Ruler::kEmpty;
  }
  return strength;
}

int FirmnessRank(const Library& library, const Claim& claim) {
  constexpr int kNoLevel = 6;
  const bool level = claim.about.kind == AboutKind::kProposition ||
                     (claim.about.kind == AboutKind::kCondition &&
                      GivesLevel(library.dataset[claim.about.condition].form));
  if (!level || !reason::HoldsContent(claim)) return kNoLevel;
  return static_cast<int>(claim.modality);
}

std::string_view Label(Sign sign) {
  constexpr std::array<std::string_view, 11> kLabels{"More likely",
                                                     "Less likely",
                                                     "No effect",
                                                     "Both ways",
                                                     "Counts, but which way is not said",
                                                     "In conflict",
                                                     "Ranks it, does not say how likely",
                                                     "",
                                                     "Says nothing on it",
                                                     "",
                                                     "Pull apart"};
  return kLabels[static_cast<std::size_t>(sign)];
}

}  // namespace proviso::view
