#include "tests/support/plain_explanation.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "tests/support/plain_course.h"

namespace proviso::test {
namespace {

using reason::Answer;
using reason::Note;
using reason::NoteKind;
using reason::Reason;
using reason::Scenario;
using reason::Status;

bool Begins(const std::vector<ActorId>& path, const Claim& claim) {
  if (claim.attribution.size() < path.size()) return false;
  for (std::size_t i = 0; i < path.size(); ++i)
    if (claim.attribution[i].actor != path[i]) return false;
  return true;
}

bool TakesASide(const Claim& claim) {
  const bool no_evidence =
      claim.about.kind == AboutKind::kProposition && claim.evidence == Evidence::kNoEvidence;
  return claim.modality != Modality::kUncommitted && !no_evidence;
}

/// The questions, demands and norms of a path.
std::vector<ClaimId> Uttered(const Dataset& dataset, const std::vector<ActorId>& path) {
  std::vector<ClaimId> uttered;
  for (std::uint32_t i = 0; i < dataset.claims.size(); ++i) {
    const Claim& claim = dataset.claims[i];
    const bool believed = claim.act != Act::kQuestion && claim.act != Act::kDemand &&
                          claim.kind != ClaimKind::kNormative;
    if (believed || !Begins(path, claim)) continue;
    const bool own = claim.attribution.size() == path.size();
    if (own || claim.attribution[path.size() - 1].stance == Stance::kEndorses)
      uttered.push_back(ClaimId(i));
  }
  return uttered;
}

/// Amendment 1 of the plan: a link that a view holds several times is one rule, at its firmest.
std::vector<PlainRule> Merged(const Dataset& dataset, const std::vector<PlainRule>& rules) {
  std::map<std::tuple<ConditionId, std::set<Literal>, Literal, bool>, PlainRule> merged;
  for (const PlainRule& rule : rules) {
    const About& about = dataset[rule.claim].about;
    const ConditionId link = about.kind == AboutKind::kCondition ? about.condition : ConditionId();
    const auto [at, fresh] =
        merged.try_emplace(std::tuple(link, rule.from, rule.to, rule.even), rule);
    const auto key = [&](const PlainRule& r) { return std::pair(r.deficit, dataset[r.claim].id); };
    if (!fresh && key(rule) < key(at->second)) at->second = rule;
  }
  std::vector<PlainRule> list;
  for (const auto& [key, rule] : merged) list.push_back(rule);
  return list;
}

class Checker {
 public:
  Checker(const Dataset& dataset, const reason::Views& views, const std::vector<Answer>& answers,
          std::size_t which, const Scenario& scenario, const PlainAnswer& plain)
      : dataset_(dataset),
        views_(views),
        answers_(answers),
        answer_(answers[which]),
        scenario_(scenario),
        plain_(plain),
        target_(answer_.target.proposition()),
        path_(PathOf(views, answer_.view)),
        held_(PlainKnowledge(dataset, path_)),
        supposed_(SupposedIn(scenario)),
        course_(MakePlainCourse(dataset, plain, supposed_, target_)) {
    for (const reason::Derivation* side : {&answer_.because, &answer_.against})
      for (const reason::Inference& step : side->steps) used_.insert(step.claim);
    for (const reason::Pull& pull : answer_.pulls)
      used_.insert(pull.claims.begin(), pull.claims.end());
  }

  std::string Run() {
    if (std::string wrong = CheckSides(); !wrong.empty()) return wrong;
    if (std::string wrong = CheckPlainPulls(dataset_, course_, answer_); !wrong.empty())
      return wrong;
    if (answer_.direction_reasons != DirectionReasons(course_)) return "the direction's reasons";
    FindSilence();
    if (answer_.near.size() != near_.size()) return "the near matters";
    for (std::size_t i = 0; i < near_.size(); ++i)
      if (!SameNear(answer_.near[i], near_[i])) return "a near matter";
    if (answer_.reasons != std::vector<Reason>(reasons_.begin(), reasons_.end()))
      return "the reasons of silence";
    if (std::string wrong = CheckLacks(); !wrong.empty()) return wrong;
    return CheckNotes();
  }

 private:
  Text IdOf(ClaimId id) const { return id ? dataset_[id].id : Text(); }
  bool Accepted(Literal l) const { return plain_.accepted.count(l) != 0; }
  bool Supported(Literal l) const { return plain_.supported.count(l) != 0; }

  // --- What is spoken of ------------------------------------------------------------------------

  bool LinkSpeaksOf(ConditionId id, PropositionId p) const {
    const Condition& link = dataset_[id];
    if (link.form != Form::kExplains) return link.consequent.proposition() == p;
    for (const Literal effect : link.antecedents)
      if (effect.proposition() == p) return true;
    return false;
  }
  bool SpeaksOf(ClaimId id, PropositionId p) const {
    const About& about = dataset_[id].about;
    if (about.kind == AboutKind::kProposition) return about.literal.proposition() == p;
    if (about.kind == AboutKind::kCondition) return LinkSpeaksOf(about.condition, p);
    if (about.kind != AboutKind::kComparison) return false;
    for (const RecordRef item : {about.more, about.less}) {
      if (item && item.table == Table::kPropositions && item.index == p.index()) return true;
      if (item && item.table == Table::kConditions && LinkSpeaksOf(ConditionId(item.index), p))
        return true;
    }
    return false;
  }
  /// 2.6a: an end of what is ranked is supposed or asked.
  bool RanksWhatMatters(ClaimId id, PropositionId asked) const {
    const About& about = dataset_[id].about;
    if (about.kind != AboutKind::kComparison) return false;
    const auto matters = [&](PropositionId p) {
      return p == asked || supposed_.count(Literal(p)) != 0 || supposed_.count(!Literal(p)) != 0;
    };
    for (const RecordRef item : {about.more, about.less}) {
      if (!item) continue;
      if (item.table == Table::kPropositions) {
        if (matters(PropositionId(item.index))) return true;
        continue;
      }
      const Condition& link = dataset_.conditions[item.index];
      if (matters(link.consequent.proposition())) return true;
      for (const Literal from : link.antecedents)
        if (matters(from.proposition())) return true;
    }
    return false;
  }
  /// Amendment 7: it is about the outcome, about links onto it or about what is linked to it.
  bool RanksToward(ClaimId id, PropositionId asked) const {
    if (SpeaksOf(id, asked)) return true;
    for (const RecordRef item : {dataset_[id].about.more, dataset_[id].about.less})
      for (const Condition& link : dataset_.conditions)
        for (const Literal from : link.antecedents)
          if (item && item.table == Table::kPropositions &&
              from.proposition() == PropositionId(item.index) &&
              link.consequent.proposition() == asked)
            return true;
    return false;
  }

  /// Everything that can bear on `to` in what the view holds, one step back after the other.
  std::set<PropositionId> BearingOn(PropositionId to) const {
    std::set<PropositionId> all{to};
    for (std::size_t before = 0; before != all.size();) {
      before = all.size();
      for (const ClaimId id : held_) {
        if (dataset_[id].about.kind != AboutKind::kCondition) continue;
        const ConditionId condition = dataset_[id].about.condition;
        const std::set<PropositionId> now = all;
        if (std::none_of(now.begin(), now.end(),
                         [&](PropositionId p) { return LinkSpeaksOf(condition, p); }))
          continue;
        const Condition& link = dataset_[condition];
        for (const Literal l : link.antecedents) all.insert(l.proposition());
        for (const Literal l : link.unless) all.insert(l.proposition());
        all.insert(link.consequent.proposition());
      }
    }
    return all;
  }

  // --- Derivations ------------------------------------------------------------------------------

  struct Way {
    int cost = 99, depth = 0;
    const PlainRule* rule = nullptr;
  };
  using Ways = std::map<Literal, Way>;

  auto TieOf(const PlainRule& rule) const {
    std::vector<std::pair<Text, bool>> from;
    for (const Literal l : rule.from) from.emplace_back(dataset_[l.proposition()].id, l.negated());
    std::sort(from.begin(), from.end());
    return std::tuple(IdOf(rule.claim), dataset_[rule.to.proposition()].id, rule.to.negated(),
                      from);
  }

  /// To each literal the cheapest way, of those the shortest, then by claim id.
  Ways FindWays(const std::vector<PlainRule>& rules) const {
    Ways ways;
    for (bool more = true; more;) {
      Ways next;
      for (const Literal l : supposed_) next[l] = {0, 0, nullptr};
      for (const PlainRule& rule : rules) {
        if (supposed_.count(rule.to) != 0 || supposed_.count(!rule.to) != 0) continue;
        Way way{rule.deficit, 0, &rule};
        bool all = true;
        for (const Literal l : rule.from) {
          const auto at = ways.find(l);
          all = all && at != ways.end();
          if (!all) break;
          way.cost += at->second.cost;
          way.depth = std::max(way.depth, at->second.depth);
        }
        if (!all) continue;
        way.cost = std::min(way.cost, 4);
        ++way.depth;
        const auto [at, fresh] = next.try_emplace(rule.to, way);
        const auto key = [&](const Way& w) { return std::tuple(w.cost, w.depth, TieOf(*w.rule)); };
        if (!fresh && key(way) < key(at->second)) at->second = way;
      }
      more = ways.size() != next.size();
      for (const auto& [l, way] : next)
        more = more || ways[l].cost != way.cost || ways[l].depth != way.depth ||
               ways[l].rule != way.rule;
      ways = next;
    }
    return ways;
  }

  std::string CheckSide(const reason::Derivation& side, Literal literal, bool accepted) const {
    std::vector<PlainRule> usable;
    if (accepted) {
      usable = plain_.unbeaten;
    } else {
      for (const PlainRule& rule : plain_.rules)
        if (std::none_of(rule.unless.begin(), rule.unless.end(),
                         [&](Literal l) { return Accepted(l); }))
          usable.push_back(rule);
    }
    const std::vector<PlainRule> merged = Merged(dataset_, usable);
    const Ways ways = FindWays(merged);
    std::vector<const PlainRule*> needed;
    std::vector<Literal> open{literal};
    std::set<Literal> seen;
    while (!open.empty()) {
      const Literal l = open.back();
      open.pop_back();
      const auto way = ways.find(l);
      if (way == ways.end() || way->second.rule == nullptr || !seen.insert(l).second) continue;
      needed.push_back(way->second.rule);
      for (const Literal from : way->second.rule->from) open.push_back(from);
    }
    if (needed.size() != side.steps.size()) return "steps are missing or too many";
    std::sort(needed.begin(), needed.end(),
              [&](const PlainRule* a, const PlainRule* b) { return TieOf(*a) < TieOf(*b); });
    std::set<Literal> there = supposed_;
    for (const reason::Inference& step : side.steps) {
      const auto ready = std::find_if(needed.begin(), needed.end(), [&](const PlainRule* rule) {
        return std::includes(there.begin(), there.end(), rule->from.begin(), rule->from.end());
      });
      if (ready == needed.end()) return "the steps do not build on one another";
      const PlainRule& rule = **ready;
      if (step.claim != rule.claim || step.conclusion != rule.to ||
          std::set<Literal>(step.antecedents.begin(), step.antecedents.end()) != rule.from ||
          std::set<Literal>(step.unless.begin(), step.unless.end()) != rule.unless)
        return "not " + std::string(IdOf(rule.claim)) + " is the next step, but " +
               std::string(IdOf(step.claim));
      if (step.strength != (rule.even ? Modality::kEven : Modality(rule.deficit)))
        return "a step is not as firm as its claim";
      there.insert(rule.to);
      needed.erase(ready);
    }
    return {};
  }

  std::string CheckSides() {
    const Literal target = answer_.target;
    const auto& because = answer_.because;
    const auto& against = answer_.against;
    const auto both = [&](Literal one, bool one_accepted, Literal other, bool other_accepted) {
      std::string wrong = CheckSide(because, one, one_accepted);
      return wrong.empty() ? CheckSide(against, other, other_accepted) : wrong;
    };
    switch (answer_.status) {
      case Status::kPredicted:
        return both(answer_.literal, true, !answer_.literal, false);
      case Status::kEven:
      case Status::kOpen:
        return both(target, true, !target, true);
      case Status::kConflict:
        return both(target, false, !target, false);
      case Status::kUnresolved:
        return CheckUndecided();
      default:
        return because.steps.empty() && against.steps.empty() ? "" : "steps to nothing";
    }
  }

  /// The first step that could be taken and is not, and what stands against it.
  std::string CheckUndecided() {
    const Literal side = Supported(Literal(target_)) ? Literal(target_) : !Literal(target_);
    if (std::string wrong = CheckSide(answer_.because, side, false); !wrong.empty()) return wrong;
    for (const reason::Inference& step : answer_.because.steps) {
      if (Accepted(step.conclusion)) continue;
      std::vector<Literal> rivals = step.unless;
      rivals.insert(rivals.begin(), !step.conclusion);
      const auto rival =
          std::find_if(rivals.begin(), rivals.end(), [&](Literal l) { return Supported(l); });
      if (rival == rivals.end()) continue;
      Note note;
      note.kind = NoteKind::kUndecided;
      note.literal = rival == rivals.begin() ? step.conclusion : *rival;
      if (!answer_.against.steps.empty()) note.claim = answer_.against.steps.back().claim;
      notes_.push_back(note);
      return CheckSide(answer_.against, *rival, false);
    }
    return "nothing is undecided";
  }

  // --- Silence ----------------------------------------------------------------------------------

  struct PlainNear {
    PropositionId proposition;
    Nearness how;
    PlainAnswer answer;
    std::optional<Reason> reason;
  };
  static std::optional<Reason> FirstOf(const std::vector<Reason>& reasons) {
    return reasons.empty() ? std::nullopt : std::optional(reasons.front());
  }
  bool SameNear(const reason::NearAnswer& is, const PlainNear& should) const {
    return is.proposition == should.proposition && is.how == should.how &&
           is.status == should.answer.status && FirstOf(is.reasons) == should.reason &&
           is.literal == should.answer.literal && is.strength == should.answer.strength &&
           is.direction == should.answer.direction;
  }

  /// What the view itself gives as reasons for its silence on `target`; `lacks` and `off` if asked.
  std::set<Reason> OwnReasons(PropositionId target, const PlainAnswer& plain,
                              std::vector<reason::Unmet>* unmet,
                              std::set<std::pair<Text, Literal>>* off) const {
    std::set<Reason> reasons;
    std::vector<reason::Unmet> needs;
    const auto accepted = [&](Literal l) { return plain.accepted.count(l) != 0; };
    for (const ClaimId id : held_) {
      const Claim& claim = dataset_[id];
      if (claim.about.kind == AboutKind::kComparison && RanksWhatMatters(id, target) &&
          RanksToward(id, target))
        reasons.insert(Reason::kRankingOnly);
      if (claim.about.kind != AboutKind::kCondition) continue;
      const Condition& link = dataset_[claim.about.condition];
      if (!LinkSpeaksOf(claim.about.condition, target)) continue;
      const bool influence = link.form == Form::kRaises || link.form == Form::kLowers ||
                             link.form == Form::kNoEffect || link.form == Form::kBearsOn;
      if (influence || link.form == Form::kEvenIf || link.form == Form::kExplains)
        reasons.insert(Reason::kPullOnly);
      if (link.form == Form::kExplains) continue;
      bool excepted = false;
      for (const Literal exception : link.unless)
        if (accepted(exception)) {
          excepted = true;
          reasons.insert(Reason::kSwitchedOff);
          off->insert({claim.id, exception});
        }
      reason::Unmet lack{id, {}, 0, std::uint32_t(link.antecedents.size())};
      for (const Literal from : link.antecedents) {
        if (accepted(from)) ++lack.met;
        if (!accepted(from)) lack.missing.push_back(from);
      }
      if (link.form == Form::kOnlyIf && TakesASide(claim)) {
        if (lack.met > 0 && !excepted) reasons.insert(Reason::kNeededNotEnough);
        if (!lack.missing.empty()) needs.push_back(lack);
      }
      const bool asks_for_more =
          link.form == Form::kIf || (influence && !excepted && link.antecedents.size() > 1);
      if (asks_for_more && !lack.missing.empty()) unmet->push_back(lack);
    }
    for (const ClaimId id : Uttered(dataset_, path_))
      if (dataset_[id].act == Act::kQuestion && SpeaksOf(id, target))
        reasons.insert(Reason::kAsked);
    // Amendment 2: where something needed holds, what else is needed is no news.
    if (reasons.count(Reason::kNeededNotEnough) == 0)
      unmet->insert(unmet->end(), needs.begin(), needs.end());
    if (!unmet->empty()) reasons.insert(Reason::kConditionsNotMet);
    return reasons;
  }

  void FindNear() {
    std::vector<std::tuple<Text, Nearness, PropositionId>> all;
    for (std::uint32_t p = 0; p < dataset_.propositions.size(); ++p)
      for (const Near& near : dataset_.propositions[p].near)
        if (near.to == target_) all.emplace_back(dataset_.propositions[p].id, near.how, p);
    std::sort(all.begin(), all.end());
    for (const auto& [id, how, p] : all) {
      PlainNear near{p, how, PlainAsk(dataset_, path_, Literal(p), scenario_), {}};
      std::vector<reason::Unmet> unmet;
      std::set<std::pair<Text, Literal>> off;
      std::set<Reason> reasons;
      if (near.answer.status == Status::kSilent) reasons = OwnReasons(p, near.answer, &unmet, &off);
      if (!reasons.empty()) near.reason = *reasons.begin();
      const bool said = near.answer.status != Status::kSilent || !reasons.empty() ||
                        near.answer.direction != reason::Direction::kNone;
      if (near.answer.status == Status::kAssumed || !said) continue;  // Amendment 9.
      near_.push_back(near);
      NoteDefinitions(p);
    }
  }

  void FindSilence() {
    FindNear();
    if (answer_.status != Status::kSilent) return;
    reasons_ = OwnReasons(target_, plain_, &unmet_, &off_);
    const bool own = !reasons_.empty();
    if (!near_.empty()) reasons_.insert(Reason::kNear);
    for (std::uint32_t i = 0; i < dataset_.claims.size() && !own; ++i) {
      const Claim& claim = dataset_.claims[i];
      if (claim.attribution.size() > path_.size() && Begins(path_, claim) &&
          claim.attribution[path_.size() - 1].stance != Stance::kEndorses &&
          SpeaksOf(ClaimId(i), target_))
        reasons_.insert(Reason::kOnlyThroughOthers);
    }
    if (reasons_.empty()) reasons_.insert(Reason::kNeverAddressed);
  }

  std::string CheckLacks() {
    const auto by_id = [&](const reason::Unmet& a, const reason::Unmet& b) {
      return IdOf(a.claim) < IdOf(b.claim);
    };
    std::sort(unmet_.begin(), unmet_.end(), by_id);
    if (answer_.unmet.size() != unmet_.size()) return "the conditions not met";
    std::set<Literal> missing;
    for (std::size_t i = 0; i < unmet_.size(); ++i) {
      const reason::Unmet& is = answer_.unmet[i];
      const reason::Unmet& should = unmet_[i];
      missing.insert(should.missing.begin(), should.missing.end());
      if (is.claim != should.claim || is.missing != should.missing || is.met != should.met ||
          is.of != should.of)
        return "a condition not met";
    }
    std::vector<Literal> sorted(missing.begin(), missing.end());
    std::sort(sorted.begin(), sorted.end(), [&](Literal a, Literal b) {
      return std::pair(dataset_[a.proposition()].id, a.negated()) <
             std::pair(dataset_[b.proposition()].id, b.negated());
    });
    if (answer_.missing != sorted) return "what is missing";

    const std::set<PropositionId> bearing = BearingOn(target_);
    for (const PlainRule& rule : Merged(dataset_, plain_.rules)) {
      if (bearing.count(rule.to.proposition()) == 0) continue;
      if (!std::all_of(rule.from.begin(), rule.from.end(), [&](Literal l) { return Accepted(l); }))
        continue;
      for (const Literal l : rule.unless)
        if (Accepted(l)) off_.insert({IdOf(rule.claim), l});
    }
    std::vector<std::tuple<Text, Text, bool>> is, should;
    for (const reason::SwitchedOff& off : answer_.switched_off)
      is.emplace_back(IdOf(off.claim), dataset_[off.by.proposition()].id, off.by.negated());
    for (const auto& [claim, by] : off_)
      should.emplace_back(claim, dataset_[by.proposition()].id, by.negated());
    std::sort(should.begin(), should.end());
    return is == should ? "" : "what is switched off";
  }

  // --- Notes ------------------------------------------------------------------------------------

  Note& Add(NoteKind kind, ClaimId claim = {}) {
    Note note;
    note.kind = kind;
    note.claim = claim;
    notes_.push_back(note);
    return notes_.back();
  }
  void NoteDefinitions(PropositionId about) {
    const std::set<PropositionId> bearing = BearingOn(about);
    for (const Literal l : scenario_.by_definition)
      if (bearing.count(l.proposition()) != 0) Add(NoteKind::kByDefinition).literal = l;
  }
  void NoteStance(ClaimId id, std::size_t step) {
    Note& note = Add(NoteKind::kStance, id);
    note.actor = dataset_[id].attribution[step].actor;
    note.stance = dataset_[id].attribution[step].stance;
  }
  template <class Which>
  void NoteDisputes(const Which& which) {
    for (std::uint32_t i = 0; i < dataset_.relations.size(); ++i) {
      const Relation& relation = dataset_.relations[i];
      const bool attack =
          relation.type == RelationType::kAttacks || relation.type == RelationType::kUndercuts;
      if (!relation.by || !attack || !which(relation)) continue;
      Note& note = Add(NoteKind::kDispute, relation.to);
      note.actor = relation.by;
      note.relation = RelationId(i);
    }
  }

  /// What outer voices make of the claims that their sources' answers use or that speak of this.
  void NotePassedOn() {
    for (const Answer& other : answers_) {
      const std::vector<ActorId> path = PathOf(views_, other.view);
      if (path.size() <= path_.size() || !std::equal(path_.begin(), path_.end(), path.begin()))
        continue;
      std::set<ClaimId> claims;
      for (const reason::Derivation* side : {&other.because, &other.against})
        for (const reason::Inference& step : side->steps) claims.insert(step.claim);
      for (const reason::Pull& pull : other.pulls)
        claims.insert(pull.claims.begin(), pull.claims.end());
      for (std::uint32_t i = 0; i < dataset_.claims.size(); ++i)
        if (dataset_.claims[i].attribution.size() == path.size() &&
            Begins(path, dataset_.claims[i]) && SpeaksOf(ClaimId(i), target_))
          claims.insert(ClaimId(i));
      for (const ClaimId id : claims) {
        const auto& steps = dataset_[id].attribution;
        if (steps.size() <= path_.size() || steps[path_.size() - 1].stance == Stance::kEndorses)
          continue;
        NoteStance(id, path_.size() - 1);
        NoteDisputes([id](const Relation& relation) { return relation.to == id; });
      }
    }
  }

  std::string CheckNotes() {
    if (answer_.status == Status::kPredicted && Accepted(!answer_.literal))
      Add(NoteKind::kResidual).literal = !answer_.literal;
    NoteDefinitions(target_);
    for (const ClaimId id : held_) {
      const bool ranks = dataset_[id].about.kind == AboutKind::kComparison;
      if (ranks && RanksWhatMatters(id, target_)) Add(NoteKind::kRanking, id);
      if (!ranks && !TakesASide(dataset_[id]) && SpeaksOf(id, target_))
        Add(NoteKind::kUncommitted, id);
    }
    for (const ClaimId id : Uttered(dataset_, path_))
      if (SpeaksOf(id, target_))
        Add(dataset_[id].act == Act::kQuestion ? NoteKind::kAsked : NoteKind::kNorm, id);
    NoteDisputes([&](const Relation& relation) {
      return relation.by == path_.back() && SpeaksOf(relation.to, target_);
    });
    for (const ClaimId id : used_) {
      const Claim& claim = dataset_[id];
      if (claim.act == Act::kThreat || claim.act == Act::kPromise || claim.act == Act::kRedLine)
        Add(NoteKind::kCommitment, id);
      for (std::size_t i = 0; i + 1 < path_.size() && i + 1 < claim.attribution.size(); ++i)
        if (claim.attribution[i].stance != Stance::kReports) NoteStance(id, i);
      NoteDisputes([id](const Relation& relation) { return relation.to == id; });
    }
    // Amendment 8.
    std::set<ClaimId> told = used_;
    if (used_.empty())
      for (const Note& note : notes_)
        if (note.kind == NoteKind::kRanking || note.kind == NoteKind::kUncommitted ||
            note.kind == NoteKind::kAsked || note.kind == NoteKind::kNorm)
          told.insert(note.claim);
    for (const ClaimId id : told)
      for (std::size_t i = 0; i < path_.size() && i < dataset_[id].attribution.size(); ++i) {
        const Step& step = dataset_[id].attribution[i];
        if (step.hedge.empty()) continue;
        Note& note = Add(NoteKind::kStepHedge, id);
        note.actor = step.actor;
        note.text = step.hedge;
      }
    NotePassedOn();
    AddCourseNotes(course_, &notes_);

    const auto key = [&](const Note& note) {
      return std::tuple(note.kind, IdOf(note.claim), note.actor ? dataset_[note.actor].id : Text(),
                        note.literal ? dataset_[note.literal.proposition()].id : Text(),
                        note.literal && note.literal.negated(), note.stance, note.text,
                        note.relation ? dataset_[note.relation].id : Text(), !note.balancing);
    };
    std::vector<decltype(key(Note()))> is, should;
    for (const Note& note : answer_.notes) is.push_back(key(note));
    for (const Note& note : notes_) should.push_back(key(note));
    std::sort(should.begin(), should.end());
    should.erase(std::unique(should.begin(), should.end()), should.end());
    if (is == should) return {};
    for (const auto& one : should)
      if (std::find(is.begin(), is.end(), one) == is.end())
        return "a note is missing: " + std::string(Word(std::get<0>(one))) + " " +
               std::string(std::get<1>(one));
    for (const auto& one : is)
      if (std::find(should.begin(), should.end(), one) == should.end())
        return "a note too many: " + std::string(Word(std::get<0>(one))) + " " +
               std::string(std::get<1>(one));
    return "the order of the notes";
  }

  const Dataset& dataset_;
  const reason::Views& views_;
  const std::vector<Answer>& answers_;
  const Answer& answer_;
  const Scenario& scenario_;
  const PlainAnswer& plain_;
  PropositionId target_;
  std::vector<ActorId> path_;
  std::vector<ClaimId> held_;
  std::set<Literal> supposed_;
  PlainCourse course_;
  std::set<ClaimId> used_;
  std::set<Reason> reasons_;
  std::vector<reason::Unmet> unmet_;
  std::set<std::pair<Text, Literal>> off_;
  std::vector<PlainNear> near_;
  std::vector<Note> notes_;
};

}  // namespace

std::string CheckExplanation(const Dataset& dataset, const reason::Views& views,
                             const std::vector<Answer>& answers, std::size_t which,
                             const Scenario& scenario, const PlainAnswer& plain) {
  return Checker(dataset, views, answers, which, scenario, plain).Run();
}

}  // namespace proviso::test
