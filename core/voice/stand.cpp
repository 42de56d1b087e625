#include "core/voice/stand.h"

#include <algorithm>

#include "core/reason/views.h"
#include "core/voice/answer_marks.h"
#include "core/voice/order.h"
#include "core/voice/phrases.h"
#include "core/voice/pull_words.h"
#include "core/voice/signs.h"
#include "core/voice/tense.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

using StandKind = SideStand::Kind;

constexpr std::size_t kLevelsAtMost = 3;

/// What one claim about a proposition says outright.
StandKind KindOf(const Claim& claim) {
  if (claim.act == Act::kQuestion) return StandKind::kOpen;
  if (!reason::HoldsContent(claim) || DoubtOf(claim) != nullptr) return StandKind::kTold;
  if (claim.modality == Modality::kUncommitted) {
    const bool none = claim.has_evidence() && (claim.evidence == Evidence::kNoEvidence ||
                                               claim.evidence == Evidence::kNotYet);
    if (none && !claim.about.literal.negated()) return StandKind::kNoEvidence;
    return claim.has_evidence() && claim.evidence == Evidence::kDenied ? StandKind::kDenies
                                                                       : StandKind::kOpen;
  }
  if (claim.modality > Modality::kPossible) return StandKind::kOpen;
  return claim.about.literal.negated() ? StandKind::kDenies : StandKind::kSays;
}

/// `apart`: of different matters.
StandKind Together(StandKind a, StandKind b, bool apart) {
  if (a == StandKind::kNothing || a == b) return b;
  if (b == StandKind::kNothing) return a;
  // Who denies it may also say that nothing shows it; who weighs it leaves a firmer word standing.
  if (IsNegative(a) && IsNegative(b)) return StandKind::kDenies;
  for (const StandKind weak : {StandKind::kTold, StandKind::kOpen}) {
    if (a == weak) return b;
    if (b == weak) return a;
  }
  return apart && a != StandKind::kMixed ? StandKind::kSeveral : StandKind::kMixed;
}

/// Adds what is said, with the firmest level.
void AddSaid(Literal literal, Modality level, SideStand* stand) {
  for (auto& [said, firmest] : stand->said)
    if (said == literal) {
      firmest = std::min(firmest, level);
      return;
    }
  stand->said.emplace_back(literal, level);
}

/// True if the side says that the same matter is so and that it is not.
bool SaysBoth(const SideStand& stand) {
  for (const auto& [one, level] : stand.said)
    for (const auto& [other, other_level] : stand.said)
      if (one == !other) return true;
  return false;
}

bool IsStatedOrDenied(const Library& library, const Claim& claim) {
  const std::string_view words = LevelWords(library, claim);
  return words == "Stated as fact" || words == "Stated as an accusation" ||
         words == "Denied outright";
}

/// `words` with whose they are, where the side passes them on, and with who does not believe them,
/// keeps them at a distance or ranks them lower.
std::string ToldWords(const Library& library, const Claim& claim, std::string words,
                      const KnownVoices& known, bool level) {
  const Say& say = library.say;
  const Dataset& dataset = library.dataset;
  const bool passed_on = IsPassedOn(library, claim, known);
  if (!passed_on && IsImputed(claim))
    words = say("{0}, ascribed and not said##what is ascribed to whom the title names", {words});
  if (passed_on) {
    const std::string holder = NameInside(library, claim.holder());
    const bool act = level && !IsImputed(claim) && IsStatedOrDenied(library, claim);
    words = say(act                ? Key("{0} by {1}##stated or denied, by whom")
                : IsImputed(claim) ? Key("{0} as ascribed to {1}##what is said, to whom")
                                   : Key("{0} according to {1}##what is said, by whom"),
                {words, holder});
  }
  // Who is quoted as sharing another's words says them, too.
  for (std::size_t i = 1; i + 1 < claim.attribution.size(); ++i)
    if (claim.attribution[i].stance == Stance::kEndorses)
      words = say("{0}, shared by {1}##what is said, who shares it",
                  {words, NameInside(library, claim.attribution[i].actor)});
  if (level) words = AtDistance(say, words, DistanceOf(claim));
  if (IsReadIn(claim, Inferred::kLink))
    words = say("{0}, as the coders read it##what is said, where they infer it", {words});
  if (const Step* doubt = DoubtOf(claim)) return WithDoubt(library, words, *doubt);
  for (const Step& step : claim.attribution)
    if (step.stance == Stance::kDistances || step.stance == Stance::kDowngrades)
      return say("{0} but {1}##how firmly, who keeps it at a distance",
                 {words, say.Inside(StanceBy(dataset, step.stance, step.actor, say))});
  return words;
}

/// How firmly a claim is said. `as_stated`: of what it states, be that a negation, as a title does
/// that already says "not".
std::string LevelTold(const Library& library, const Claim& claim, const KnownVoices& known,
                      bool as_stated = false) {
  const Say& say = library.say;
  if (!reason::HoldsContent(claim)) {
    const std::string words = say.Inside(StrengthOf(library, claim).words);
    if (!IsPassedOn(library, claim, known)) return words;
    return say("{0}: {1}##who says it, what", {NameInside(library, claim.holder()), words});
  }
  if (claim.modality > Modality::kPossible && claim.modality != Modality::kEven)
    return ToldWords(library, claim, say.Inside(StrengthOf(library, claim).words), known, false);
  const bool stated = as_stated && claim.about.literal.negated();
  const std::string_view level = stated ? LevelWords(TenseOf(library, claim), claim.modality, false)
                                        : LevelWords(library, claim);
  return ToldWords(library, claim, say.Inside(level), known, true);
}

/// The first of them, and how many more there are.
std::string Listed(const Say& say, std::vector<std::string> levels) {
  const std::size_t more = levels.size() > kLevelsAtMost ? levels.size() - kLevelsAtMost : 0;
  levels.resize(levels.size() - more);
  const std::string words = say.Chain(Key("{0}, {1}"), levels);
  return more == 0 ? words
                   : say("{0} and {1} more##how firmly, how many", {words, std::to_string(more)});
}

/// "very likely if the dam breaks", "only if the dam breaks": what a link that says how likely
/// says; empty of others.
std::string IfWords(const Library& library, const Claim& claim, const Condition& link) {
  if (claim.modality > Modality::kPossible || !reason::HoldsContent(claim)) return {};
  if (link.form != Form::kIf && link.form != Form::kOnlyIf) return {};
  const Say& say = library.say;
  const std::string on = IfClauses(library.dataset, link.antecedents, say);
  std::string words = link.form == Form::kOnlyIf
                          ? say("only if {0}##of a side", {on})
                          : say("{0} if {1}##how firmly, on what",
                                {say.Inside(say(LevelWords(library, claim))), on});
  if (link.unless.empty()) return words;
  return say("{0}, unless {1}",
             {words, IfClauses(library.dataset, link.unless, say, Key("{0} or {1}"))});
}

}  // namespace

bool IsPassedOn(const Library& library, const Claim& claim, const KnownVoices& known) {
  const ActorId holder = claim.holder();
  return claim.attribution.size() > 1 && NameInside(library, holder) != known.side &&
         std::find(known.titled.begin(), known.titled.end(), holder) == known.titled.end();
}

SideStand StandOf(const Library& library, const CompareUnit& unit, bool of_b,
                  const KnownVoices& known) {
  SideStand stand;
  stand.passed_on = true;
  PropositionId last;
  for (const ClaimId id : of_b ? unit.b : unit.a) {
    const Claim& claim = library.dataset[id];
    if (claim.about.kind != AboutKind::kProposition) continue;
    const Literal literal = claim.about.literal;
    const PropositionId matter = literal.proposition();
    if (std::find(unit.matters.begin(), unit.matters.end(), matter) == unit.matters.end()) continue;
    const StandKind kind = KindOf(claim);
    if ((kind == StandKind::kSays || kind == StandKind::kDenies) &&
        claim.modality <= Modality::kPossible)
      AddSaid(literal, claim.modality, &stand);
    if (kind != StandKind::kTold && !IsPassedOn(library, claim, known)) stand.passed_on = false;
    stand.kind = Together(stand.kind, kind, last && last != matter);
    last = matter;
    std::string words = LevelTold(library, claim, known);
    std::pair<PropositionId, std::string> one(matter, std::move(words));
    if (std::find(stand.levels.begin(), stand.levels.end(), one) == stand.levels.end())
      stand.levels.push_back(std::move(one));
  }
  if (stand.kind == StandKind::kNothing) stand.passed_on = false;
  if (SaysBoth(stand)) stand.kind = StandKind::kMixed;
  return stand;
}

/// How firmly the one negation that a title states is stated.
std::string StatedWords(const Library& library, const std::vector<ClaimId>& claims,
                        const KnownVoices& known) {
  std::vector<std::string> levels;
  for (const ClaimId id : claims) {
    const Claim& claim = library.dataset[id];
    if (claim.about.kind != AboutKind::kProposition) continue;
    std::string words = LevelTold(library, claim, known, true);
    if (std::find(levels.begin(), levels.end(), words) == levels.end())
      levels.push_back(std::move(words));
  }
  return Listed(library.say, std::move(levels));
}

std::string LevelsWords(const Library& library, const SideStand& stand) {
  const Say& say = library.say;
  std::vector<std::pair<PropositionId, std::vector<std::string>>> by_matter;
  for (const auto& [matter, words] : stand.levels) {
    if (by_matter.empty() || by_matter.back().first != matter) {
      const auto is = [m = matter](const auto& one) { return one.first == m; };
      const auto found = std::find_if(by_matter.begin(), by_matter.end(), is);
      if (found != by_matter.end()) {
        found->second.push_back(words);
        continue;
      }
      by_matter.push_back({matter, {}});
    }
    by_matter.back().second.push_back(words);
  }
  if (by_matter.empty()) return {};
  const bool alike = std::all_of(by_matter.begin(), by_matter.end(), [&](const auto& one) {
    return one.second == by_matter.front().second;
  });
  if (alike) return Listed(say, by_matter.front().second);
  std::vector<std::string> parts;
  for (const auto& [matter, levels] : by_matter)
    parts.push_back(say("“{0}”: {1}##what, how firmly",
                        {ShortName(library.dataset, matter), Listed(say, levels)}));
  return say.Join(parts);
}

std::vector<std::string> WaysOf(const Library& library, const CompareUnit& unit, bool of_b,
                                const KnownVoices& known) {
  std::vector<std::string> ways;
  Outcome outcome;
  outcome.leads.assign(library.dataset.propositions.size(), 0);
  for (const ClaimId id : of_b ? unit.b : unit.a) {
    const Claim& claim = library.dataset[id];
    if (claim.about.kind != AboutKind::kCondition) continue;
    const Condition& link = library.dataset[claim.about.condition];
    outcome.target =
        (link.form == Form::kExplains ? link.antecedents.front() : link.consequent).proposition();
    std::string way = IfWords(library, claim, link);
    if (way.empty()) {
      const Sign sign = SignOf(library, outcome, claim).sign;
      if (!IsDrawn(sign)) continue;
      const bool counts = sign == Sign::kUnstated && IsPassedOn(library, claim, known);
      way = HedgedWay(library.say, PullFirmness(library.dataset, claim),
                      library.say(counts ? Key("Counts") : WayKey(library.dataset, link, sign)));
    }
    way = ToldWords(library, claim, library.say.Inside(way), known, false);
    if (std::find(ways.begin(), ways.end(), way) == ways.end()) ways.push_back(std::move(way));
  }
  return ways;
}

std::string WaysWords(const Library& library, const CompareUnit& unit, bool of_b,
                      const KnownVoices& known) {
  return library.say.Join(WaysOf(library, unit, of_b, known));
}

std::string BriefWays(const Library& library, const CompareUnit& unit, bool of_b) {
  const Say& say = library.say;
  bool more = false, less = false, none = false, counts = false, level = false, needs = false,
       need_not = false;
  std::size_t links = 0;
  for (const ClaimId id : of_b ? unit.b : unit.a) {
    const Claim& claim = library.dataset[id];
    if (claim.about.kind != AboutKind::kCondition) continue;
    const Condition& link = library.dataset[claim.about.condition];
    ++links;
    if (!IfWords(library, claim, link).empty()) {
      (link.form == Form::kOnlyIf ? needs : level) = true;
      continue;
    }
    const Sign sign = SignOf(link);
    more = more || sign == Sign::kMore;
    less = less || sign == Sign::kLess;
    const bool even = sign == Sign::kNoEffect && link.form == Form::kEvenIf;
    need_not = need_not || even;
    none = none || (sign == Sign::kNoEffect && !even);
    counts = counts || sign == Sign::kUnstated;
  }
  if (links == 0) return {};
  std::vector<std::string> words;
  if (more && less)
    words.push_back(say.Inside(Label(Sign::kPulled)));
  else if (more || less)
    words.push_back(say.Inside(Label(more ? Sign::kMore : Sign::kLess)));
  if (none) words.push_back(say.Inside(Label(Sign::kNoEffect)));
  if (need_not) words.push_back(say.Inside(say("Need not change it")));
  if (counts) words.push_back(say.Inside(Label(Sign::kUnstated)));
  if (level) words.push_back(say("how likely on a condition##of a side"));
  if (needs) words.push_back(say("what it takes##of a side"));
  return say("{0}: {1}", {say.Counted(links, "{0} link", "{0} links"), say.Join(words)});
}

}  // namespace proviso::view
