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
void NameUndecided(const Reading& reading, const Plan::Block& block, Answer* answer) {
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
void ListSwitchedOff(const Reading& reading, const Plan::Block& block, Answer* answer) {
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
Answer CoreOf(const Reading& reading, const Plan::Block& block, Literal target,
              const Scenario& scenario) {
  const Verdict verdict = VerdictOf(reading.plan, block, reading.state);
  const std::uint32_t asked = block.prop * 2 + (target.negated() ? 1u : 0u);
  const std::uint32_t holds = block.prop * 2 + (verdict.negated ? 1u : 0u);
  Answer answer;
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

/// True if a view has something of its own to say about a matter near the outcome: what the reader
/// supposes is nobody's answer.
bool SpokenOf(const Answer& answer) {
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
    for (std::uint32_t p = 0; p < dataset.propositions.size(); ++p)
      for (const Near& near : dataset.propositions[p].near)
        if (near.to == target.proposition()) near_.emplace_back(PropositionId(p), near.how);
    SortList(&near_, [&](const auto& a, const auto& b) {
      return std::tuple(dataset[a.first].id, a.second) < std::tuple(dataset[b.first].id, b.second);
    });
  }

  /// Adds what near matters and other views contribute, to the answers up to `end`.
  std::vector<Answer> Finish(std::uint32_t end) {
    std::vector<Answer> answers(cores_.data(), cores_.data() + (end - begin_));
    for (const auto& [proposition, how] : near_) AddNear(proposition, how, &answers);
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
      Answer core = CoreOf(reading, block, Literal(proposition), scenario_);
      if (!SpokenOf(core)) continue;
      NearAnswer near;
      near.proposition = proposition;
      near.how = how;
      near.status = core.status;
      if (!core.reasons.empty()) near.reason = core.reasons.front();
      near.literal = core.literal;
      near.strength = core.strength;
      near.direction = core.direction;
      Answer& answer = (*answers)[block.view.index() - begin_];
      answer.near.push_back(near);
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
  std::vector<Answer> cores_;
  std::vector<std::pair<PropositionId, Nearness>> near_;
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
  const auto verdict = [&](const Scenario& supposed) {
    const Reading reading(dataset, views, target.proposition(), supposed, view.index(),
                          view.index() + 1);
    return VerdictOf(reading.plan, reading.plan.blocks.front(), reading.state);
  };
  const Verdict before = verdict(scenario);
  const auto supposes = [&](const std::vector<Literal>& literals, Literal literal) {
    return std::find(literals.begin(), literals.end(), literal) != literals.end();
  };
  std::vector<Change> changes;
  for (const PropositionId lever : Levers(dataset, target.proposition())) {
    if (lever == target.proposition()) continue;
    const Literal on(lever);
    if (supposes(scenario.by_definition, !on)) continue;
    Change change{lever, Supposed::kOpen, Supposed::kOn, before, before};
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
    change.after = verdict(*scenario_then);
    if (change.after != before) changes.push_back(change);
  }
  return changes;
}

}  // namespace proviso::reason
