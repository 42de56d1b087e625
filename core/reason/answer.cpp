#include "core/reason/answer.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/base/sort.h"
#include "core/reason/direction.h"
#include "core/reason/reading.h"

namespace proviso::reason {
namespace {

Direction Flipped(Direction direction) {
  if (direction == Direction::kMore) return Direction::kLess;
  if (direction == Direction::kLess) return Direction::kMore;
  return direction;
}

/// The first step toward an undecided literal that could be taken and is not: what is neither held
/// nor given up, and what stands against it.
void NameUndecided(const Reading& reading, const Plan::Block& block, AnswerCore* answer) {
  const State& state = reading.state;
  for (const Inference& step : answer->because.steps) {
    const std::uint32_t head = reading.Find(block, step.conclusion);
    if (state.accepted[head] != kAbsent) continue;
    std::uint32_t rival = head ^ 1u;
    if (state.supported[rival] == kAbsent) {
      rival = Reading::kNoLiteral;
      for (const Literal exception : step.unless) {
        const std::uint32_t l = reading.Find(block, exception);
        if (rival == Reading::kNoLiteral && state.supported[l] != kAbsent) rival = l;
      }
    }
    if (rival == Reading::kNoLiteral) continue;
    answer->against = Derive(reading, block, rival, false);
    Note note;
    note.kind = NoteKind::kUndecided;
    note.literal = rival == (head ^ 1u) ? step.conclusion : reading.plan.LiteralOf(rival);
    if (!answer->against.steps.empty()) note.claim = answer->against.steps.back().claim;
    answer->notes.push_back(note);
    return;
  }
}

/// Rules that would apply, were it not for an exception that holds.
void ListSwitchedOff(const Reading& reading, const Plan::Block& block, AnswerCore* answer) {
  const Plan& plan = reading.plan;
  const auto held = [&](std::uint32_t l) { return reading.state.accepted[l] != kAbsent; };
  std::vector<SwitchedOff>& off = answer->switched_off;
  for (std::uint32_t r = block.rule; r < block.rule_end; ++r) {
    const auto from = plan.Antecedents(r);
    if (!plan.rules[r].excepted || !std::all_of(from.begin(), from.end(), held)) continue;
    for (const std::uint32_t exception : plan.Exceptions(r))
      if (held(exception)) off.push_back({plan.origins[r].claim, plan.LiteralOf(exception)});
  }
  const auto key = [&](const SwitchedOff& a) {
    return std::tuple(reading.dataset[a.claim].id, reading.dataset[a.by.proposition()].id,
                      a.by.negated());
  };
  SortList(&off, [&](const SwitchedOff& a, const SwitchedOff& b) { return key(a) < key(b); });
  off.erase(
      std::unique(off.begin(), off.end(),
                  [&](const SwitchedOff& a, const SwitchedOff& b) { return key(a) == key(b); }),
      off.end());
}

/// What a view says by itself, without the matters near the outcome and without other views.
AnswerCore CoreOf(const Reading& reading, const Plan::Block& block, Literal target,
                  const Scenario& scenario) {
  const Verdict verdict = VerdictOf(reading.plan, block, reading.state);
  const std::uint32_t asked = block.prop * 2 + (target.negated() ? 1u : 0u);
  const std::uint32_t holds = block.prop * 2 + (verdict.negated ? 1u : 0u);
  AnswerCore answer;
  answer.view = block.view;
  answer.target = target;
  answer.status = verdict.status;
  answer.direction = target.negated() ? Flipped(verdict.direction) : verdict.direction;
  switch (verdict.status) {
    case Status::kAssumed:
      answer.literal = reading.plan.LiteralOf(holds);
      break;
    case Status::kPredicted: {
      answer.literal = reading.plan.LiteralOf(holds);
      answer.strength = StrengthOf(verdict.deficit);
      answer.attenuated = verdict.deficit == kAttenuated;
      answer.because = Derive(reading, block, holds, true);
      answer.derived = answer.because.steps.size() > 1;
      answer.against = Derive(reading, block, holds ^ 1u, false);
      if (reading.state.accepted[holds ^ 1u] != kAbsent) {
        Note note;
        note.kind = NoteKind::kResidual;
        note.literal = !answer.literal;
        answer.notes.push_back(note);
      }
      break;
    }
    case Status::kEven:
    case Status::kOpen:
      answer.because = Derive(reading, block, asked, true);
      answer.against = Derive(reading, block, asked ^ 1u, true);
      break;
    case Status::kConflict:
      answer.because = Derive(reading, block, asked, false);
      answer.against = Derive(reading, block, asked ^ 1u, false);
      break;
    case Status::kUnresolved:
      answer.because = Derive(reading, block, holds, false);
      NameUndecided(reading, block, &answer);
      break;
    case Status::kUncommitted:
      break;
    case Status::kSilent:
      ExplainSilence(reading, block, scenario, &answer);
      break;
  }
  ListSwitchedOff(reading, block, &answer);
  Course course = Trace(reading, block);
  answer.pulls = std::move(course.pulls);
  answer.direction_reasons = std::move(course.reasons);
  answer.notes.insert(answer.notes.end(), course.notes.begin(), course.notes.end());
  return answer;
}

/// True if nothing that a view holds bears on the outcome of its plan.
bool SaysNothing(const Plan::Block& block) {
  return block.rule == block.rule_end && block.edge == block.edge_end &&
         block.doubt == block.doubt_end && !block.uncommitted;
}

/// True if a view has something of its own to say about a matter near the outcome: what the reader
/// supposes is nobody's answer.
bool SpokenOf(const AnswerCore& answer) {
  if (answer.status == Status::kAssumed) return false;
  return answer.status != Status::kSilent || answer.direction != Direction::kNone ||
         !answer.reasons.empty();
}

Note ByDefinition(Literal literal) {
  Note note;
  note.kind = NoteKind::kByDefinition;
  note.literal = literal;
  return note;
}

/// Whether another chain through this view speaks of the outcome.
bool SpokenThroughOthers(const Dataset& dataset, const Views& views, ViewIndex view,
                         PropositionId target) {
  const std::uint32_t depth = views[view].depth;
  for (std::uint32_t v = view.index() + 1; v < views[view].end; ++v)
    for (const ClaimId id : views.chains[ViewIndex(v)])
      if (dataset[id].attribution[depth - 1].stance != Stance::kEndorses &&
          SpeaksOf(dataset, dataset[id], target))
        return true;
  return false;
}

class Asker {
 public:
  Asker(const Dataset& dataset, const Views& views, Literal target, const Scenario& scenario,
        std::uint32_t begin, std::uint32_t end)
      : dataset_(dataset),
        views_(views),
        target_(target),
        scenario_(scenario),
        begin_(begin),
        reading_(dataset, views, target.proposition(), scenario, begin, end) {
    for (const Plan::Block& block : reading_.plan.blocks)
      cores_.push_back(CoreOf(reading_, block, target, scenario));
  }

  /// Adds what near matters and other views contribute, to the answers up to `end`.
  std::vector<Answer> Finish(std::uint32_t end) {
    std::vector<Answer> answers(end - begin_);
    for (std::size_t i = 0; i < answers.size(); ++i)
      static_cast<AnswerCore&>(answers[i]) = cores_[i];
    for (const auto& [proposition, how] : views_.near[target_.proposition()])
      AddNear(proposition, how, &answers);
    for (Answer& answer : answers) {
      if (answer.status == Status::kSilent) AddLastReasons(&answer);
      AddNotes(reading_, scenario_, cores_, &answer);
    }
    return answers;
  }

 private:
  void AddNear(PropositionId proposition, Nearness how, std::vector<Answer>* answers) {
    const auto end = static_cast<std::uint32_t>(begin_ + answers->size());
    const Reading reading(dataset_, views_, proposition, scenario_, begin_, end);
    for (const Plan::Block& block : reading.plan.blocks) {
      NearAnswer near;
      static_cast<AnswerCore&>(near) = CoreOf(reading, block, Literal(proposition), scenario_);
      if (!SpokenOf(near)) continue;
      near.proposition = proposition;
      near.how = how;
      AddOwnNotes(reading, scenario_, &near);
      Answer& answer = (*answers)[block.view.index() - begin_];
      answer.near.push_back(std::move(near));
      for (const Literal literal : scenario_.by_definition)
        if (reading.Find(block, literal) != Reading::kNoLiteral)
          answer.notes.push_back(ByDefinition(literal));
    }
  }

  void AddLastReasons(Answer* answer) const {
    const bool own = !answer->reasons.empty();
    if (!answer->near.empty()) answer->reasons.push_back(Reason::kNear);
    if (!own && SpokenThroughOthers(dataset_, views_, answer->view, target_.proposition()))
      answer->reasons.push_back(Reason::kOnlyThroughOthers);
    if (answer->reasons.empty()) answer->reasons.push_back(Reason::kNeverAddressed);
  }

  const Dataset& dataset_;
  const Views& views_;
  Literal target_;
  const Scenario& scenario_;
  std::uint32_t begin_;
  Reading reading_;
  std::vector<AnswerCore> cores_;
};

}  // namespace

Answer Ask(const Dataset& dataset, const Views& views, ViewIndex view, Literal target,
           const Scenario& scenario) {
  Asker asker(dataset, views, target, scenario, view.index(), views[view].end);
  return std::move(asker.Finish(view.index() + 1).front());
}

std::vector<Answer> AskAll(const Dataset& dataset, const Views& views, Literal target,
                           const Scenario& scenario) {
  return Asker(dataset, views, target, scenario, 0, views.size()).Finish(views.size());
}

std::vector<Change> WhatWouldChange(const Dataset& dataset, const Views& views, ViewIndex view,
                                    Literal target, const Scenario& scenario) {
  // A plan for the outcome and for each near matter of which the view says anything.
  std::vector<Plan> plans;
  std::vector<std::uint8_t> bears(dataset.propositions.size(), 0);
  const auto add = [&](PropositionId matter) {
    Plan plan = BuildPlan(dataset, views, matter, view.index(), view.index() + 1);
    if (!plans.empty() && SaysNothing(plan.blocks.front())) return;
    for (const PropositionId p : plan.propositions) bears[p.index()] = 1;
    plans.push_back(std::move(plan));
  };
  add(target.proposition());
  for (const auto& [matter, how] : views.near[target.proposition()])
    if (how != Nearness::kEarlier) add(matter);
  const auto verdicts = [&](const Scenario& supposed) {
    std::vector<Verdict> all;
    for (const Plan& plan : plans) {
      State state = MakeState(plan);
      Suppose(plan, supposed, &state);
      all.push_back(VerdictOf(plan, plan.blocks.front(), state));
    }
    return all;
  };
  const std::vector<Verdict> before = verdicts(scenario);
  const auto supposes = [&](const std::vector<Literal>& literals, Literal literal) {
    return std::find(literals.begin(), literals.end(), literal) != literals.end();
  };
  const auto can_bear = [&](PropositionId lever) {
    if (bears[lever.index()] != 0) return true;
    const auto& partners = dataset[lever].excludes;
    return std::any_of(partners.begin(), partners.end(),
                       [&](PropositionId p) { return bears[p.index()] != 0; });
  };
  std::vector<Change> changes;
  for (const PropositionId lever : Levers(dataset, target.proposition())) {
    if (lever == target.proposition() || !can_bear(lever)) continue;
    const Literal on(lever);
    if (supposes(scenario.by_definition, !on)) continue;
    Change change{lever, Supposed::kOpen, Supposed::kOn, before[0], before[0]};
    if (supposes(scenario.supposed, on)) {
      change.from = Supposed::kOn;
      change.to = Supposed::kOff;
    } else if (supposes(scenario.supposed, !on)) {
      change.from = Supposed::kOff;
    }
    std::vector<Literal> turned;
    for (const Literal literal : scenario.supposed)
      if (literal.proposition() != lever) turned.push_back(literal);
    turned.push_back(change.to == Supposed::kOn ? on : !on);
    const Result<Scenario> scenario_then = MakeScenario(dataset, turned, scenario.strict);
    if (!scenario_then.ok()) continue;
    const std::vector<Verdict> after = verdicts(*scenario_then);
    change.after = after[0];
    change.near = !std::equal(before.begin() + 1, before.end(), after.begin() + 1, after.end());
    if (change.after != before[0] || change.near) changes.push_back(change);
  }
  return changes;
}

Reach ReachOf(const Dataset& dataset, const Views& views, PropositionId target) {
  Reach reach;
  reach.of_proposition.assign(dataset.propositions.size(), Reach::kNothing);
  reach.of_view.assign(views.size(), Reach::kNothing);
  const auto raise = [](std::uint8_t* way, std::uint8_t to) { *way = std::max(*way, to); };
  const auto look = [&](PropositionId matter, Reach::Way way) {
    const Plan plan = BuildPlan(dataset, views, matter, 0, views.size());
    for (const Plan::Block& block : plan.blocks) {
      if (SaysNothing(block)) continue;
      raise(&reach.of_view[block.view.index()], way);
      for (std::uint32_t p = block.prop; p < block.prop_end; ++p)
        raise(&reach.of_proposition[plan.propositions[p].index()], way);
    }
  };
  look(target, Reach::kOutcome);
  for (const auto& [matter, how] : views.near[target])
    if (how != Nearness::kEarlier) look(matter, Reach::kNear);
  for (std::uint32_t v = 0; v < views.size(); ++v) {
    for (const ClaimId id : views.claims[ViewIndex(v)]) {
      const Claim& claim = dataset[id];
      if (claim.about.kind != AboutKind::kComparison || !RanksToward(dataset, claim, target))
        continue;
      raise(&reach.of_view[v], Reach::kOutcome);
      for (const PropositionId p : RankedPropositions(dataset, claim))
        raise(&reach.of_proposition[p.index()], Reach::kOutcome);
    }
  }
  // Who supposes something supposes the absence of what it excludes.
  const std::vector<std::uint8_t> own = reach.of_proposition;
  for (std::uint32_t p = 0; p < dataset.propositions.size(); ++p)
    for (const PropositionId partner : dataset.propositions[p].excludes)
      raise(&reach.of_proposition[p], own[partner.index()]);
  reach.of_proposition[target.index()] = Reach::kOutcome;
  return reach;
}

}  // namespace proviso::reason
