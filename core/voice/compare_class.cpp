#include "core/voice/compare_class.h"

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>

#include "core/base/sort.h"
#include "core/reason/level.h"
#include "core/reason/plan.h"
#include "core/voice/order.h"

namespace proviso::view {
namespace {

using reason::Deficit;

/// Between the conditions of a contest and its exceptions.
constexpr std::uint32_t kDivides = 0xFFFFFFFFu;

void AddHeads(const Condition& link, std::vector<PropositionId>* heads) {
  if (link.form != Form::kExplains) {
    heads->push_back(link.consequent.proposition());
    return;
  }
  // A diagnostic link runs from its consequent, the cause, to what it explains.
  for (const Literal effect : link.antecedents) heads->push_back(effect.proposition());
}

bool Says(const Claim& claim) { return reason::HoldsContent(claim); }

/// The claims of one side that count as said by it.
std::vector<ClaimId> SaidBy(const Dataset& dataset, const std::vector<ClaimId>& claims,
                            bool telling) {
  std::vector<ClaimId> said;
  for (const ClaimId id : claims)
    if (Says(dataset[id]) && !(telling && DoubtOf(dataset[id]) != nullptr)) said.push_back(id);
  return said;
}

// Levels.

/// What one claim concludes, and from what: claims whose `contest` is the same speak of the same
/// proposition under the same conditions.
struct Rule {
  std::vector<std::uint32_t> contest;
  bool negated = false, even = false, of_b = false;
  Deficit deficit = reason::kAbsent;
};

void AddRule(const Claim& claim, std::vector<Literal> from, std::span<const Literal> unless,
             Literal head, bool of_b, std::vector<Rule>* rules) {
  Rule rule;
  SortList(&from);
  rule.contest.push_back(head.proposition().index());
  for (const Literal literal : from) rule.contest.push_back(literal.index());
  rule.contest.push_back(kDivides);
  std::vector<Literal> exceptions(unless.begin(), unless.end());
  SortList(&exceptions);
  for (const Literal literal : exceptions) rule.contest.push_back(literal.index());
  rule.negated = head.negated();
  rule.of_b = of_b;
  rule.even = claim.modality == Modality::kEven;
  if (!rule.even) rule.deficit = static_cast<Deficit>(claim.modality);
  rules->push_back(std::move(rule));
}

/// The rules that a claim gives, as core/reason/SEMANTICS.md has them.
void AddRules(const Dataset& dataset, const Claim& claim, bool of_b, std::vector<Rule>* rules) {
  if (!Says(claim) || reason::TakesNoSide(claim) || claim.modality > Modality::kEven) return;
  if (claim.about.kind == AboutKind::kProposition)
    return AddRule(claim, {}, {}, claim.about.literal, of_b, rules);
  if (claim.about.kind != AboutKind::kCondition) return;
  const Condition& link = dataset[claim.about.condition];
  if (link.form == Form::kIf || link.form == Form::kEvenIf)
    AddRule(claim, {link.antecedents.begin(), link.antecedents.end()}, link.unless, link.consequent,
            of_b, rules);
  if (link.form == Form::kOnlyIf)
    for (const Literal needed : link.antecedents)
      AddRule(claim, {!needed}, link.unless, !link.consequent, of_b, rules);
}

/// The firmest that one side says of one contest.
struct Stand {
  Deficit so = reason::kAbsent, not_so = reason::kAbsent;
  bool even = false;

  Deficit firmest() const { return std::min(so, not_so); }
};

enum class Levels : std::uint8_t { kTogether, kLeaveRoom, kClash };

Levels CompareStands(const Stand& a, const Stand& b) {
  if (reason::Clash(a.so, b.not_so) || reason::Clash(a.not_so, b.so) ||
      (a.even && b.firmest() <= 2) || (b.even && a.firmest() <= 2))
    return Levels::kClash;
  const bool apart = (a.so != reason::kAbsent && b.not_so != reason::kAbsent) ||
                     (a.not_so != reason::kAbsent && b.so != reason::kAbsent);
  return apart ? Levels::kLeaveRoom : Levels::kTogether;
}

Levels CompareLevels(std::vector<Rule>* rules) {
  SortList(rules, [](const Rule& a, const Rule& b) { return a.contest < b.contest; });
  Levels worst = Levels::kTogether;
  for (std::size_t i = 0; i < rules->size();) {
    Stand stands[2];
    std::size_t end = i;
    for (; end < rules->size() && (*rules)[end].contest == (*rules)[i].contest; ++end) {
      const Rule& rule = (*rules)[end];
      Stand& stand = stands[rule.of_b ? 1 : 0];
      stand.even = stand.even || rule.even;
      Deficit& firmest = rule.negated ? stand.not_so : stand.so;
      firmest = std::min(firmest, rule.deficit);
    }
    worst = std::max(worst, CompareStands(stands[0], stands[1]));
    i = end;
  }
  return worst;
}

// Directions.

using Pulls = std::uint8_t;  ///< A bit for each sign that is said.
constexpr Pulls kMore = 1, kLess = 2, kNoEffect = 4, kUnstated = 8;

/// One antecedent of one link.
struct Edge {
  std::uint32_t to = 0, from = 0;
  Pulls pull = 0;
  bool makes_difference = true;  ///< False: `if` read without contrast names a condition, no pull.
  bool of_b = false;
};

void AddEdges(const Dataset& dataset, const Claim& claim, bool of_b, std::vector<Edge>* edges) {
  if (claim.about.kind != AboutKind::kCondition || !Says(claim) ||
      claim.modality == Modality::kEven || claim.modality == Modality::kUncommitted)
    return;
  const Condition& link = dataset[claim.about.condition];
  const bool backwards = link.form == Form::kExplains;
  for (const Literal literal : link.antecedents) {
    const Literal from = backwards ? link.consequent : literal;
    const Literal to = backwards ? literal : link.consequent;
    Edge edge{to.proposition().index(), from.proposition().index(), kNoEffect, true, of_b};
    const reason::SignBits sign = reason::SignOf(link.form);
    if (sign == reason::kPullBoth) {
      edge.pull = kUnstated;
    } else if (sign != reason::kPullNone) {
      const bool more = (sign == reason::kPullMore) == (from.negated() == to.negated());
      edge.pull = more ? kMore : kLess;
    }
    edge.makes_difference = link.form != Form::kIf || link.contrast;
    edges->push_back(edge);
  }
}

/// The sign of pulls taken together, by the sign tables of core/reason; 0: none.
Pulls Together(Pulls pulls) {
  if ((pulls & kUnstated) != 0 || (pulls & (kMore | kLess)) == (kMore | kLess)) return kUnstated;
  if ((pulls & kMore) != 0) return kMore;
  return (pulls & kLess) != 0 ? kLess : static_cast<Pulls>(pulls & kNoEffect);
}

/// Opposite signs, or 0 against a sign.
bool Opposed(Pulls a, Pulls b) {
  a = Together(a);
  b = Together(b);
  return a != 0 && b != 0 && a != b && a != kUnstated && b != kUnstated;
}

struct Directions {
  bool apart = false;         ///< The sides' pulls are opposed.
  bool same_lever = false;    ///< … over the same condition.
  bool other_levers = false;  ///< The same sign, and no condition that both name.
  bool unlike = false;        ///< One of them gives no sign, both signs, or another than the other.
  bool unsettled[2] = {false, false};  ///< Of each side: no sign, or both.
};

/// Of the edges onto one proposition.
void CompareEdges(std::span<const Edge> edges, Directions* found) {
  Pulls pulls[2] = {0, 0}, named[2] = {0, 0};
  bool shared = false;
  for (std::size_t i = 0; i < edges.size();) {
    Pulls here[2] = {0, 0};
    bool of[2] = {false, false};
    std::size_t end = i;
    for (; end < edges.size() && edges[end].from == edges[i].from; ++end) {
      const Edge& edge = edges[end];
      of[edge.of_b] = true;
      named[edge.of_b] |= edge.pull;
      if (edge.makes_difference) here[edge.of_b] |= edge.pull;
    }
    shared = shared || (of[0] && of[1]);
    if (Opposed(here[0], here[1])) found->apart = found->same_lever = true;
    pulls[0] |= here[0];
    pulls[1] |= here[1];
    i = end;
  }
  if (Opposed(pulls[0], pulls[1])) found->apart = true;
  if (!(shared && named[0] == named[1]))
    for (const int side : {0, 1})
      if (Together(named[side]) == kUnstated) found->unsettled[side] = true;
  if (named[0] == 0 || named[1] == 0) return;
  // A pull whose sign is not stated may be of any sign, and so may pulls of both signs.
  const Pulls sign = Together(named[0]);
  const bool same = sign == Together(named[1]) && sign != kUnstated;
  if (same && !shared) found->other_levers = true;
  if (!same && !(shared && named[0] == named[1])) found->unlike = true;
}

Directions CompareDirections(std::vector<Edge>* edges) {
  SortList(edges, [](const Edge& a, const Edge& b) {
    return std::tie(a.to, a.from) < std::tie(b.to, b.from);
  });
  Directions found;
  for (std::size_t i = 0; i < edges->size();) {
    std::size_t end = i;
    while (end < edges->size() && (*edges)[end].to == (*edges)[i].to) ++end;
    CompareEdges({edges->data() + i, end - i}, &found);
    i = end;
  }
  return found;
}

/// True if two of the unit's matters cannot both be, by the coder's definition.
bool MattersExclude(const Dataset& dataset, const CompareUnit& unit) {
  for (const PropositionId one : unit.matters)
    for (const PropositionId other : dataset[one].excludes)
      if (std::find(unit.matters.begin(), unit.matters.end(), other) != unit.matters.end())
        return true;
  return false;
}

/// How the claims that a side says speak of the matters, a bit each.
using Manners = std::uint8_t;
constexpr Manners kOutright = 1;  ///< That it is so or not.
constexpr Manners kNothingShows = 2, kWeighs = 4, kByLinks = 8;

bool FindsNothing(const Claim& claim) {
  return !claim.about.literal.negated() &&
         (claim.evidence == Evidence::kNoEvidence || claim.evidence == Evidence::kNotYet ||
          claim.evidence == Evidence::kDenied);
}

Manners MannersOf(const Dataset& dataset, const std::vector<ClaimId>& said) {
  Manners manners = 0;
  for (const ClaimId id : said) {
    const Claim& claim = dataset[id];
    if (claim.about.kind != AboutKind::kProposition)
      manners |= kByLinks;
    else if (!reason::TakesNoSide(claim))
      manners |= kOutright;
    else
      manners |= FindsNothing(claim) ? kNothingShows : kWeighs;
  }
  return manners;
}

/// True if what both say is of one kind: a word that it is so agrees with no question, no link and
/// nothing that is left open. `negative`: of each side, all that it says outright is a negation.
bool Comparable(Manners a, Manners b, bool negative_a, bool negative_b) {
  if ((a & b & (kOutright | kByLinks)) != 0) return true;
  if (((a | b) & (kOutright | kByLinks)) == 0) return (a & b) != 0;
  // That nothing shows it goes with a denial.
  return ((a & kNothingShows) != 0 && (b & kOutright) != 0 && negative_b) ||
         ((b & kNothingShows) != 0 && (a & kOutright) != 0 && negative_a);
}

/// True if whatever is said outright is said not to be so.
bool OnlyDenies(const Dataset& dataset, const std::vector<ClaimId>& said) {
  return std::all_of(said.begin(), said.end(), [&dataset](ClaimId id) {
    const Claim& claim = dataset[id];
    return claim.about.kind != AboutKind::kProposition || reason::TakesNoSide(claim) ||
           claim.about.literal.negated();
  });
}

/// True if nothing but the coder's word that each tells the matter from its own side brings the
/// two together.
bool OnlyFramed(const Dataset& dataset, const CompareUnit& unit) {
  bool framed = false;
  for (const RelationId id : unit.relations) {
    const Relation& relation = dataset[id];
    if (relation.type != RelationType::kRestates) continue;
    if (relation.strength != RelationStrength::kFramed) return false;
    framed = true;
  }
  if (!framed) return false;
  std::vector<PropositionId> of_a, of_b;
  for (const bool b : {false, true})
    for (const ClaimId id : b ? unit.b : unit.a)
      for (const PropositionId matter : MattersOf(dataset, dataset[id]))
        (b ? of_b : of_a).push_back(matter);
  SortList(&of_a);
  return std::none_of(of_b.begin(), of_b.end(), [&of_a](PropositionId matter) {
    return std::binary_search(of_a.begin(), of_a.end(), matter);
  });
}

}  // namespace

std::vector<PropositionId> MattersOf(const Dataset& dataset, const Claim& claim) {
  std::vector<PropositionId> matters;
  const About& about = claim.about;
  if (about.kind == AboutKind::kProposition) matters.push_back(about.literal.proposition());
  if (about.kind == AboutKind::kCondition) AddHeads(dataset[about.condition], &matters);
  if (about.kind == AboutKind::kComparison) {
    if (about.more.table == Table::kConditions)
      AddHeads(dataset.conditions[about.more.index], &matters);
    else
      matters.emplace_back(about.more.index);
  }
  return matters;
}

void Classify(const Dataset& dataset, const Telling& telling, CompareUnit* unit) {
  if (unit->b.empty() || unit->a.empty()) {
    unit->verdict = unit->b.empty() ? CompareClass::kOnlyA : CompareClass::kOnlyB;
    return;
  }
  std::vector<Rule> rules;
  std::vector<Edge> edges;
  const std::vector<ClaimId> said[] = {SaidBy(dataset, unit->a, telling[0]),
                                       SaidBy(dataset, unit->b, telling[1])};
  const Manners manners[] = {MannersOf(dataset, said[0]), MannersOf(dataset, said[1])};
  for (const bool of_b : {false, true})
    for (const ClaimId id : said[of_b ? 1 : 0]) {
      AddRules(dataset, dataset[id], of_b, &rules);
      AddEdges(dataset, dataset[id], of_b, &edges);
    }
  const Levels levels = CompareLevels(&rules);
  const Directions directions = CompareDirections(&edges);
  const bool outright[] = {(manners[0] & kOutright) != 0, (manners[1] & kOutright) != 0};
  bool contrasts = false, same_outcome = false;
  for (const RelationId id : unit->relations) {
    contrasts = contrasts || dataset[id].type == RelationType::kContrasts;
    same_outcome = same_outcome || dataset[id].type == RelationType::kSameOutcome;
  }
  if (contrasts && levels != Levels::kClash) {
    unit->verdict = CompareClass::kPullApart;
    unit->by_coder = true;
    unit->both_can_be_true = !directions.same_lever && !MattersExclude(dataset, *unit);
  } else if (same_outcome && !contrasts) {
    unit->verdict = CompareClass::kSameOutcome;
    unit->by_coder = true;
  } else if (levels == Levels::kClash) {
    unit->verdict = CompareClass::kContradict;
    unit->by_coder = contrasts;
  } else if (directions.apart) {
    unit->verdict = CompareClass::kPullApart;
    unit->both_can_be_true = !directions.same_lever;
  } else if (OnlyFramed(dataset, *unit)) {
    unit->verdict = CompareClass::kSameMatter;
    unit->by_coder = true;
  } else if ((directions.unlike && !(outright[0] && outright[1])) ||
             !Comparable(manners[0], manners[1], OnlyDenies(dataset, said[0]),
                         OnlyDenies(dataset, said[1])) ||
             (directions.unsettled[0] && !outright[0]) ||
             (directions.unsettled[1] && !outright[1])) {
    unit->verdict = CompareClass::kSameMatter;
  } else if (directions.other_levers) {
    unit->verdict = CompareClass::kSameOutcome;
  } else {
    unit->verdict = CompareClass::kAgree;
    unit->by_coder = unit->matters.size() > 1;
    unit->both_can_be_true = levels == Levels::kLeaveRoom;
  }
}

}  // namespace proviso::view
