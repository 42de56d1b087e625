#include <algorithm>
#include <set>
#include <tuple>

#include "core/base/sort.h"
#include "core/reason/reading.h"

namespace proviso::reason {
namespace {

bool IsInfluence(Form form) {
  return form == Form::kRaises || form == Form::kLowers || form == Form::kNoEffect ||
         form == Form::kBearsOn;
}

/// Looks at each link onto the outcome that a view holds, and says why it gives no level.
class Silence {
 public:
  Silence(const Reading& reading, const Plan::Block& block, AnswerCore* answer)
      : reading_(reading), dataset_(reading.dataset), block_(block), answer_(answer) {}

  void Run(const Scenario& scenario) {
    for (const ClaimId id : reading_.views.claims[block_.view]) {
      const Claim& claim = dataset_[id];
      if (claim.about.kind == AboutKind::kCondition) {
        LookAt(id, dataset_[claim.about.condition]);
      } else if (claim.about.kind == AboutKind::kComparison) {
        if (RanksAnyOf(dataset_, claim, Target(), scenario) &&
            RanksToward(dataset_, claim, Target()))
          reasons_.insert(Reason::kRankingOnly);
      }
    }
    for (const ClaimId id : reading_.views.uttered[block_.view])
      if (dataset_[id].act == Act::kQuestion && SpeaksOf(dataset_, dataset_[id], Target()))
        reasons_.insert(Reason::kAsked);
    // Where something needed does hold, that is the news; the rest of what is needed is not.
    if (reasons_.count(Reason::kNeededNotEnough) == 0)
      for (Unmet& lack : lacks_of_needs_) Lack(std::move(lack));
    Finish();
  }

 private:
  PropositionId Target() const { return reading_.plan.target; }

  void Lack(Unmet lack) {
    reasons_.insert(Reason::kConditionsNotMet);
    answer_->unmet.push_back(std::move(lack));
  }

  Unmet LackOf(ClaimId id, const Condition& link) const {
    Unmet lack{id, {}, 0, static_cast<std::uint32_t>(link.antecedents.size())};
    for (const Literal antecedent : link.antecedents) {
      if (reading_.Holds(block_, antecedent)) {
        ++lack.met;
      } else {
        lack.missing.push_back(antecedent);
      }
    }
    return lack;
  }

  void LookAt(ClaimId id, const Condition& link) {
    if (link.form == Form::kExplains) {
      for (const Literal effect : link.antecedents)
        if (effect.proposition() == Target()) reasons_.insert(Reason::kPullOnly);
      return;
    }
    if (link.consequent.proposition() != Target()) return;
    bool off = false;
    for (const Literal exception : link.unless) {
      if (!reading_.Holds(block_, exception)) continue;
      off = true;
      answer_->switched_off.push_back({id, exception});
      reasons_.insert(Reason::kSwitchedOff);
    }
    if (IsInfluence(link.form) || link.form == Form::kEvenIf) reasons_.insert(Reason::kPullOnly);
    if (link.form == Form::kOnlyIf) {
      if (TakesNoSide(dataset_[id])) return;
      Unmet lack = LackOf(id, link);
      if (lack.met != 0 && !off) reasons_.insert(Reason::kNeededNotEnough);
      if (!lack.missing.empty()) lacks_of_needs_.push_back(std::move(lack));
      return;
    }
    if (link.form == Form::kEvenIf) return;
    if (IsInfluence(link.form) && (off || link.antecedents.size() < 2)) return;
    Unmet lack = LackOf(id, link);
    if (!lack.missing.empty()) Lack(std::move(lack));
  }

  void Finish() {
    const auto by_id = [&](ClaimId a, ClaimId b) { return dataset_[a].id < dataset_[b].id; };
    SortList(&answer_->unmet,
             [&](const Unmet& a, const Unmet& b) { return by_id(a.claim, b.claim); });
    SortList(&answer_->switched_off, [&](const SwitchedOff& a, const SwitchedOff& b) {
      return std::tuple(dataset_[a.claim].id, a.by) < std::tuple(dataset_[b.claim].id, b.by);
    });
    std::vector<Literal>& missing = answer_->missing;
    for (const Unmet& lack : answer_->unmet)
      missing.insert(missing.end(), lack.missing.begin(), lack.missing.end());
    SortById(dataset_, &missing);
    missing.erase(std::unique(missing.begin(), missing.end()), missing.end());
    answer_->reasons.assign(reasons_.begin(), reasons_.end());
  }

  const Reading& reading_;
  const Dataset& dataset_;
  const Plan::Block& block_;
  AnswerCore* answer_;
  std::set<Reason> reasons_;
  std::vector<Unmet> lacks_of_needs_;
};

/// Calls `visit` with each proposition and link that a ranking names.
template <class OnProposition, class OnLink>
void VisitRanked(const Claim& claim, const OnProposition& on_proposition, const OnLink& on_link) {
  for (const RecordRef item : {claim.about.more, claim.about.less}) {
    if (!item) continue;
    if (item.table == Table::kPropositions) on_proposition(PropositionId(item.index));
    if (item.table == Table::kConditions) on_link(ConditionId(item.index));
  }
}

}  // namespace

bool SpeaksOf(const Dataset& dataset, const Claim& claim, PropositionId target) {
  const auto link_speaks = [&](ConditionId id) {
    const Condition& link = dataset[id];
    if (link.form != Form::kExplains) return link.consequent.proposition() == target;
    return std::any_of(link.antecedents.begin(), link.antecedents.end(),
                       [&](Literal effect) { return effect.proposition() == target; });
  };
  switch (claim.about.kind) {
    case AboutKind::kProposition:
      return claim.about.literal.proposition() == target;
    case AboutKind::kCondition:
      return link_speaks(claim.about.condition);
    case AboutKind::kComparison: {
      bool speaks = false;
      VisitRanked(
          claim, [&](PropositionId p) { speaks = speaks || p == target; },
          [&](ConditionId id) { speaks = speaks || link_speaks(id); });
      return speaks;
    }
    case AboutKind::kQuantity:
      break;
  }
  return false;
}

bool RanksAnyOf(const Dataset& dataset, const Claim& claim, PropositionId target,
                const Scenario& scenario) {
  const auto touched = [&](PropositionId p) {
    const auto is_it = [p](Literal literal) { return literal.proposition() == p; };
    return p == target || std::any_of(scenario.supposed.begin(), scenario.supposed.end(), is_it) ||
           std::any_of(scenario.by_definition.begin(), scenario.by_definition.end(), is_it);
  };
  const std::vector<PropositionId> ranked = RankedPropositions(dataset, claim);
  return std::any_of(ranked.begin(), ranked.end(), touched);
}

std::vector<PropositionId> RankedPropositions(const Dataset& dataset, const Claim& claim) {
  std::vector<PropositionId> ranked;
  VisitRanked(
      claim, [&](PropositionId p) { ranked.push_back(p); },
      [&](ConditionId id) {
        const Condition& link = dataset[id];
        ranked.push_back(link.consequent.proposition());
        for (const Literal from : link.antecedents) ranked.push_back(from.proposition());
      });
  return ranked;
}

bool RanksToward(const Dataset& dataset, const Claim& claim, PropositionId target) {
  if (SpeaksOf(dataset, claim, target)) return true;
  for (const RecordRef item : {claim.about.more, claim.about.less}) {
    if (!item || item.table != Table::kPropositions) continue;
    for (const Condition& link : dataset.conditions)
      if (link.consequent.proposition() == target)
        for (const Literal from : link.antecedents)
          if (from.proposition().index() == item.index) return true;
  }
  return false;
}

void ExplainSilence(const Reading& reading, const Plan::Block& block, const Scenario& scenario,
                    AnswerCore* answer) {
  Silence(reading, block, answer).Run(scenario);
}

}  // namespace proviso::reason
