#include "tests/support/plain_reasoner.h"

#include <algorithm>
#include <map>

namespace proviso::test {
namespace {

using reason::Direction;
using reason::Scenario;
using reason::Status;
using Costs = std::map<Literal, int>;

constexpr int kOver = 4;  // More than can be said: possible, attenuated.

bool Meet(const std::set<Literal>& literals, const Costs& known) {
  return std::any_of(literals.begin(), literals.end(),
                     [&](Literal l) { return known.count(l) != 0; });
}

bool Within(const std::set<Literal>& literals, const Costs& known) {
  return std::all_of(literals.begin(), literals.end(),
                     [&](Literal l) { return known.count(l) != 0; });
}

int CostOf(const PlainRule& rule, const Costs& known) {
  int sum = rule.deficit;
  for (const Literal l : rule.from) sum += known.at(l);
  return std::min(sum, kOver);
}

Costs CloseUnder(const std::vector<PlainRule>& rules, const std::set<Literal>& supposed) {
  Costs known;
  for (const Literal l : supposed) known[l] = 0;
  for (bool more = true; more;) {
    more = false;
    for (const PlainRule& rule : rules) {
      if (!Within(rule.from, known)) continue;
      const int cost = CostOf(rule, known);
      const auto at = known.find(rule.to);
      if (at != known.end() && at->second <= cost) continue;
      known[rule.to] = cost;
      more = true;
    }
  }
  return known;
}

bool LessSpecific(const PlainRule& a, const PlainRule& b) {
  return a.from.size() < b.from.size() &&
         std::includes(b.from.begin(), b.from.end(), a.from.begin(), a.from.end());
}

/// The table of 2.4, row by row: will, very likely, likely, possible.
bool TableClash(int plus, int minus) {
  static constexpr bool kTable[4][4] = {{true, true, true, true},
                                        {true, true, true, false},
                                        {true, true, true, false},
                                        {true, false, false, false}};
  return kTable[std::min(plus, 3)][std::min(minus, 3)];
}

/// The side of `rule` as `rival` meets it. Amendment 1: the rules that `rival` overrides are left
/// out, unless `rule` is one of them.
struct Side {
  int cost = 99;
  bool even = false;
};
Side SideOf(const PlainRule& rule, const PlainRule& rival, const std::vector<PlainRule>& applicable,
            const Costs& supported, bool strict) {
  Side side;
  const bool all = strict || LessSpecific(rule, rival);
  for (const PlainRule& other : applicable) {
    if (other.to != rule.to || (!all && LessSpecific(other, rival))) continue;
    side.cost = std::min(side.cost, CostOf(other, supported));
    side.even = side.even || other.even;
  }
  return side;
}

struct Fixpoint {
  Costs supported, accepted;
  std::vector<PlainRule> unbeaten;
  std::set<Literal> even;
};

Fixpoint Solve(const std::vector<PlainRule>& all, const std::set<Literal>& supposed, bool strict) {
  std::vector<PlainRule> rules;
  for (const PlainRule& rule : all)
    if (supposed.count(rule.to) == 0 && supposed.count(!rule.to) == 0) rules.push_back(rule);
  Fixpoint at;
  for (const Literal l : supposed) at.accepted[l] = 0;
  for (;;) {
    std::vector<PlainRule> on;
    for (const PlainRule& rule : rules)
      if (!Meet(rule.unless, at.accepted)) on.push_back(rule);
    at.supported = CloseUnder(on, supposed);
    std::vector<PlainRule> applicable;
    for (const PlainRule& rule : on)
      if (Within(rule.from, at.supported)) applicable.push_back(rule);
    std::vector<PlainRule> unbeaten;
    for (const PlainRule& rule : applicable) {
      bool beaten = Meet(rule.unless, at.supported);
      for (const PlainRule& rival : applicable) {
        if (rival.to != !rule.to || (!strict && LessSpecific(rival, rule))) continue;
        const Side mine = SideOf(rule, rival, applicable, at.supported, strict);
        const Side theirs = SideOf(rival, rule, applicable, at.supported, strict);
        beaten = beaten || TableClash(mine.cost, theirs.cost) || (mine.even && theirs.cost <= 2) ||
                 (theirs.even && mine.cost <= 2);
      }
      if (!beaten) unbeaten.push_back(rule);
    }
    const std::size_t before = at.accepted.size();
    at.accepted = CloseUnder(unbeaten, supposed);
    at.unbeaten = unbeaten;
    at.even.clear();
    for (const PlainRule& rule : unbeaten)
      if (rule.even && Within(rule.from, at.accepted)) at.even.insert(rule.to);
    if (at.accepted.size() == before) return at;
  }
}

int Flip(int sign, bool negated) { return negated && (sign == 1 || sign == -1) ? -sign : sign; }

/// The edges of a claim that carry anything in this state of levels.
std::vector<PlainEdge> EdgesOf(const Dataset& dataset, ClaimId id, const Fixpoint& levels,
                               bool strict) {
  const Claim& claim = dataset[id];
  std::vector<PlainEdge> edges;
  if (claim.about.kind != AboutKind::kCondition || claim.modality == Modality::kEven ||
      claim.modality == Modality::kUncommitted)
    return edges;
  const Condition& link = dataset[claim.about.condition];
  static const std::map<Form, int> kSigns{
      {Form::kIf, 1},       {Form::kOnlyIf, 1},  {Form::kRaises, 1}, {Form::kLowers, -1},
      {Form::kNoEffect, 0}, {Form::kBearsOn, 2}, {Form::kEvenIf, 0}, {Form::kExplains, 1}};
  int sign = kSigns.at(link.form);
  if (link.form == Form::kIf && (!link.contrast || strict)) return edges;
  const std::set<Literal> unless(link.unless.begin(), link.unless.end());
  if (Meet(unless, levels.accepted)) return edges;
  const bool unsettled = Meet(unless, levels.supported);
  if (unsettled) sign = 2;
  for (const Literal antecedent : link.antecedents) {
    std::set<Literal> others(link.antecedents.begin(), link.antecedents.end());
    others.erase(antecedent);
    if (link.form != Form::kOnlyIf && !Within(others, levels.accepted)) continue;
    PlainEdge edge{id,
                   claim.about.condition,
                   antecedent.proposition(),
                   link.consequent.proposition(),
                   0,
                   unsettled,
                   link.form == Form::kEvenIf};
    if (link.form == Form::kExplains) std::swap(edge.from, edge.to);
    edge.sign = Flip(Flip(sign, antecedent.negated()), link.consequent.negated());
    edges.push_back(edge);
  }
  return edges;
}

using Pulls = std::map<PropositionId, int>;  // Only what is reached.

Pulls Spread(const std::vector<PlainEdge>& edges, const std::set<Literal>& supposed,
             const std::set<Literal>& already) {
  Pulls pulls;
  std::set<PropositionId> sources;
  for (const Literal l : supposed) {
    sources.insert(l.proposition());
    pulls[l.proposition()] = already.count(l) != 0 ? 0 : l.negated() ? -1 : 1;
  }
  for (bool more = true; more;) {
    more = false;
    for (const PlainEdge& edge : edges) {
      const auto from = pulls.find(edge.from);
      if (from == pulls.end() || sources.count(edge.to) != 0) continue;
      const int arriving = Carry(from->second, edge.sign);
      const auto to = pulls.find(edge.to);
      const int joined = to == pulls.end() ? arriving : Join(to->second, arriving);
      if (to != pulls.end() && to->second == joined) continue;
      pulls[edge.to] = joined;
      more = true;
    }
  }
  return pulls;
}

Direction DirectionAt(const Pulls& pulls, Literal target, const std::set<Literal>& supposed) {
  const PropositionId p = target.proposition();
  if (supposed.count(Literal(p)) != 0 || supposed.count(!Literal(p)) != 0) return Direction::kNone;
  const auto at = pulls.find(p);
  if (at == pulls.end()) return Direction::kNone;
  switch (Flip(at->second, target.negated())) {
    case 1:
      return Direction::kMore;
    case -1:
      return Direction::kLess;
    case 0:
      return Direction::kZero;
    default:
      return Direction::kOpposed;
  }
}

bool OpenAbout(const Dataset& dataset, ClaimId id, PropositionId target, const Fixpoint& levels) {
  const Claim& claim = dataset[id];
  if (claim.about.kind == AboutKind::kProposition)
    return claim.about.literal.proposition() == target &&
           (claim.modality == Modality::kUncommitted || claim.evidence == Evidence::kNoEvidence);
  if (claim.about.kind != AboutKind::kCondition || claim.modality != Modality::kUncommitted)
    return false;
  const Condition& link = dataset[claim.about.condition];
  return link.consequent.proposition() == target &&
         Within({link.antecedents.begin(), link.antecedents.end()}, levels.accepted) &&
         !Meet({link.unless.begin(), link.unless.end()}, levels.accepted);
}

int NumberOf(Direction direction) {
  switch (direction) {
    case Direction::kMore:
      return 1;
    case Direction::kLess:
      return -1;
    case Direction::kOpposed:
      return 2;
    default:
      return 0;
  }
}

/// What is wrong with one list of steps; `end` is what it must lead to.
std::string ReplaySteps(const Dataset& dataset, const std::vector<ClaimId>& held,
                        const reason::Derivation& derivation, const std::set<Literal>& supposed,
                        const std::set<Literal>& off) {
  if (derivation.steps.empty()) return {};
  Costs known;
  for (const Literal l : supposed) known[l] = 0;
  for (const reason::Inference& step : derivation.steps) {
    const std::string name(dataset[step.claim].id);
    if (std::find(held.begin(), held.end(), step.claim) == held.end())
      return name + " is not a claim of the view";
    const std::set<Literal> from(step.antecedents.begin(), step.antecedents.end());
    const PlainRule* used = nullptr;
    const std::vector<PlainRule> rules = PlainRules(dataset, step.claim);
    for (const PlainRule& rule : rules)
      if (rule.from == from && rule.to == step.conclusion) used = &rule;
    if (used == nullptr) return name + " does not say this";
    if (!Within(from, known)) return name + " builds on what is not there";
    for (const Literal l : used->unless)
      if (off.count(l) != 0) return name + " is switched off";
    if (known.count(step.conclusion) != 0) return name + " says again what was there";
    known[step.conclusion] = CostOf(*used, known);
  }
  if (derivation.steps.back().conclusion != derivation.literal) return "the last step is another";
  if (int(*derivation.strength) != std::min(known.at(derivation.literal), 3))
    return "the strength is not the sum of the steps";
  return {};
}

}  // namespace

std::set<Literal> SupposedIn(const Scenario& scenario) {
  std::set<Literal> all(scenario.supposed.begin(), scenario.supposed.end());
  all.insert(scenario.by_definition.begin(), scenario.by_definition.end());
  return all;
}

int Join(int a, int b) { return a == 0 ? b : b == 0 || a == b ? a : 2; }

int Carry(int pull, int sign) {
  return pull == 0 || sign == 0 ? 0 : pull == 2 || sign == 2 ? 2 : pull * sign;
}

std::vector<ClaimId> PlainKnowledge(const Dataset& dataset, const std::vector<ActorId>& path) {
  std::vector<ClaimId> held;
  for (std::uint32_t i = 0; i < dataset.claims.size(); ++i) {
    const Claim& claim = dataset.claims[i];
    if (claim.act == Act::kQuestion || claim.act == Act::kDemand ||
        claim.kind == ClaimKind::kNormative || claim.attribution.size() < path.size())
      continue;
    bool same = true;
    for (std::size_t k = 0; k < path.size(); ++k)
      same = same && claim.attribution[k].actor == path[k];
    if (!same) continue;
    if (claim.attribution.size() == path.size() ||
        claim.attribution[path.size() - 1].stance == Stance::kEndorses)
      held.push_back(ClaimId(i));
  }
  return held;
}

std::vector<PlainRule> PlainRules(const Dataset& dataset, ClaimId id) {
  const Claim& claim = dataset[id];
  std::vector<PlainRule> rules;
  const auto add = [&](std::set<Literal> from, std::set<Literal> unless, Literal to) {
    if (claim.modality == Modality::kEven) {
      rules.push_back({id, from, unless, to, 3, true});
      rules.push_back({id, from, unless, !to, 3, true});
    } else if (claim.modality <= Modality::kPossible) {
      rules.push_back({id, from, unless, to, int(claim.modality), false});
    }
  };
  if (claim.about.kind == AboutKind::kProposition) {
    if (claim.evidence != Evidence::kNoEvidence) add({}, {}, claim.about.literal);
  } else if (claim.about.kind == AboutKind::kCondition) {
    const Condition& link = dataset[claim.about.condition];
    const std::set<Literal> unless(link.unless.begin(), link.unless.end());
    if (link.form == Form::kIf || link.form == Form::kEvenIf)
      add({link.antecedents.begin(), link.antecedents.end()}, unless, link.consequent);
    if (link.form == Form::kOnlyIf)
      for (const Literal needed : link.antecedents) add({!needed}, unless, !link.consequent);
  }
  return rules;
}

PlainAnswer PlainAsk(const Dataset& dataset, const std::vector<ActorId>& path, Literal target,
                     const Scenario& scenario) {
  const std::vector<ClaimId> held = PlainKnowledge(dataset, path);
  std::vector<PlainRule> rules;
  for (const ClaimId id : held)
    for (PlainRule& rule : PlainRules(dataset, id)) rules.push_back(std::move(rule));
  const std::set<Literal> supposed = SupposedIn(scenario);
  const Fixpoint levels = Solve(rules, supposed, scenario.strict);
  const Fixpoint anyway = Solve(rules, {}, false);

  PlainAnswer answer;
  for (const auto& [l, cost] : levels.accepted) answer.accepted.insert(l);
  for (const auto& [l, cost] : levels.supported) answer.supported.insert(l);
  std::set<Literal> already;
  for (const auto& [l, cost] : anyway.accepted)
    if (cost == 0) already.insert(l);
  for (const ClaimId id : held)
    for (const PlainEdge& edge : EdgesOf(dataset, id, levels, scenario.strict))
      answer.edges.push_back(edge);
  answer.pulls = Spread(answer.edges, supposed, already);
  answer.direction = DirectionAt(answer.pulls, target, supposed);
  answer.rules = rules;
  answer.unbeaten = levels.unbeaten;

  const Literal yes(target.proposition());
  const auto cost = [](const Costs& of, Literal l) {
    const auto at = of.find(l);
    return at == of.end() ? 99 : at->second;
  };
  const int for_it = cost(levels.accepted, yes);
  const int against = cost(levels.accepted, !yes);
  const bool can = levels.supported.count(yes) != 0;
  const bool cannot = levels.supported.count(!yes) != 0;
  if (supposed.count(yes) != 0 || supposed.count(!yes) != 0) {
    answer.status = Status::kAssumed;
    answer.literal = supposed.count(yes) != 0 ? yes : !yes;
  } else if (for_it != 99 && against != 99 && for_it >= 3 && against >= 3) {
    answer.status = levels.even.count(yes) != 0 ? Status::kEven : Status::kOpen;
  } else if (for_it != 99 || against != 99) {
    answer.status = Status::kPredicted;
    answer.literal = against < for_it ? !yes : yes;
    answer.strength = static_cast<Modality>(std::min(3, std::min(for_it, against)));
    answer.attenuated = std::min(for_it, against) == kOver;
  } else if (can && cannot) {
    answer.status = Status::kConflict;
  } else if (can || cannot) {
    answer.status = Status::kUnresolved;
  } else {
    for (const ClaimId id : held)
      if (OpenAbout(dataset, id, target.proposition(), levels))
        answer.status = Status::kUncommitted;
  }
  return answer;
}

std::string Replay(const Dataset& dataset, const reason::Views& views, const reason::Answer& answer,
                   const Scenario& scenario, const PlainAnswer& plain) {
  const std::vector<ClaimId> held = PlainKnowledge(dataset, PathOf(views, answer.view));
  const std::set<Literal> supposed = SupposedIn(scenario);
  const bool settled = answer.status == Status::kPredicted || answer.status == Status::kEven ||
                       answer.status == Status::kOpen;
  // What is settled must not rest on an exception that may hold; the rest, on none that does.
  std::string wrong = ReplaySteps(dataset, held, answer.because, supposed,
                                  settled ? plain.supported : plain.accepted);
  if (wrong.empty()) wrong = ReplaySteps(dataset, held, answer.against, supposed, plain.accepted);
  if (!wrong.empty()) return wrong;
  if (answer.status == Status::kPredicted) {
    if (answer.because.literal != answer.literal) return "the steps lead elsewhere";
    if (answer.because.strength != answer.strength) return "the steps are not as firm";
    if (answer.derived != (answer.because.steps.size() > 1)) return "derived is not derived";
    for (const reason::Inference& step : answer.because.steps)
      if (plain.accepted.count(step.conclusion) == 0) return "a step is not accepted";
  }
  if (answer.status == Status::kConflict &&
      (answer.because.literal != answer.target || answer.against.literal != !answer.target))
    return "a side of the conflict is missing";
  if (answer.status == Status::kUnresolved && answer.against.steps.empty())
    return "nothing says what is undecided";

  std::vector<PlainEdge> edges;
  for (const reason::Pull& pull : answer.pulls) {
    if (pull.claims.empty()) return "a pull nobody lends";
    for (const ClaimId id : pull.claims)
      if (std::find(held.begin(), held.end(), id) == held.end()) return "a pull of another view";
    edges.push_back({{}, pull.condition, pull.from, pull.to, NumberOf(pull.sign)});
  }
  std::set<Literal> already;
  for (const reason::Note& note : answer.notes)
    if (note.kind == reason::NoteKind::kAlreadySo) already.insert(note.literal);
  if (DirectionAt(Spread(edges, supposed, already), answer.target, supposed) != answer.direction)
    return "the pulls do not give the direction";
  const bool needs_reason =
      answer.direction == Direction::kOpposed || answer.direction == Direction::kZero;
  if (needs_reason == answer.direction_reasons.empty()) return "the direction's reason";
  return {};
}

}  // namespace proviso::test
