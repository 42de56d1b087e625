#include "core/reason/plan.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/sort.h"
#include "core/reason/slots.h"

namespace proviso::reason {
namespace {

/// What a view's claims say about one link or one literal: the firmest of each kind.
struct Use {
  ConditionId condition;  ///< None: `literal` is said of itself.
  Literal literal;
  Deficit deficit = kAbsent;
  ClaimId firmest;      ///< Says it at `deficit`.
  ClaimId even;         ///< Calls it even.
  ClaimId uncommitted;  ///< Leaves it open.
  bool pulls = false;   ///< Some claim lends the link its edge.
};

/// A rule or edge before it is laid down: literals of the dataset.
class Builder {
 public:
  /// `few`: little is read of a large dataset.
  Builder(const Dataset& dataset, const Views& views, PropositionId target, bool few)
      : dataset_(dataset),
        views_(views),
        use_of_condition_(dataset.conditions.size(), few),
        use_of_literal_(dataset.propositions.size() * 2, few),
        local_of_(dataset.propositions.size(), few) {
    plan_.target = target;
    if (!few) FindBearing();
    plan_.antecedent_start.push_back(0);
    plan_.guard_start.push_back(0);
    plan_.guard_exception_start.push_back(0);
  }

  void AddView(ViewIndex view) {
    ++epoch_;
    GatherUses(view);
    FindRelevant();
    LayDown(view);
  }

  Plan Finish() {
    Group(plan_.antecedents, plan_.antecedent_start, plan_.propositions.size() * 2,
          &plan_.wake_start, &plan_.wakes);
    plan_.out_start.assign(plan_.propositions.size() + 1, 0);
    for (const Plan::Edge& edge : plan_.edges) ++plan_.out_start[edge.from + 1];
    for (std::size_t i = 1; i < plan_.out_start.size(); ++i)
      plan_.out_start[i] += plan_.out_start[i - 1];
    plan_.in_rules.assign(plan_.propositions.size(), 0);
    for (std::size_t r = 0; r < plan_.rules.size(); ++r) {
      plan_.waits.push_back(plan_.origins[r].needs << 4);
      plan_.in_rules[plan_.rules[r].head >> 1] = 1;
    }
    for (const std::uint32_t literal : plan_.antecedents) plan_.in_rules[literal >> 1] = 1;
    for (const std::uint32_t literal : plan_.exceptions) plan_.in_rules[literal >> 1] = 1;
    return std::move(plan_);
  }

 private:
  using Stamped = Slots::Stamped;

  static void Group(const std::vector<std::uint32_t>& items,
                    const std::vector<std::uint32_t>& start_of_row, std::size_t keys,
                    std::vector<std::uint32_t>* start, std::vector<std::uint32_t>* rows) {
    start->assign(keys + 1, 0);
    for (const std::uint32_t item : items) ++(*start)[item + 1];
    for (std::size_t i = 1; i < start->size(); ++i) (*start)[i] += (*start)[i - 1];
    std::vector<std::uint32_t> next(start->begin(), start->end() - 1);
    rows->resize(items.size());
    for (std::uint32_t row = 0; row + 1 < start_of_row.size(); ++row)
      for (std::uint32_t i = start_of_row[row]; i < start_of_row[row + 1]; ++i)
        (*rows)[next[items[i]]++] = row;
  }

  Use& UseAt(Stamped* slot, ConditionId condition, Literal literal) {
    if (slot->second != epoch_) {
      *slot = {static_cast<std::uint32_t>(uses_.size()), epoch_};
      uses_.push_back({condition, literal, kAbsent, {}, {}, {}, false});
    }
    return uses_[slot->first];
  }

  bool Earlier(ClaimId a, ClaimId b) const { return !b || dataset_[a].id < dataset_[b].id; }

  /// Marks what leads to the outcome over the links of all voices together: nothing else can bear
  /// on it in any view, and most of what most views hold is left out before it is looked at.
  void FindBearing() {
    std::vector<std::pair<PropositionId, ConditionId>> heads;
    for (std::uint32_t i = 0; i < dataset_.conditions.size(); ++i)
      Heads({ConditionId(i), {}, kAbsent, {}, {}, {}, false},
            [&](PropositionId to) { heads.emplace_back(to, ConditionId(i)); });
    const query::Lists<PropositionId, ConditionId> onto(dataset_.propositions.size(), heads);
    links_bear_.assign(dataset_.conditions.size(), 0);
    bears_.assign(dataset_.propositions.size(), 0);
    std::vector<PropositionId> open;
    const auto enter = [&](PropositionId p) {
      if (std::exchange(bears_[p.index()], std::uint8_t{1}) != 0) return;
      open.push_back(p);
    };
    enter(plan_.target);
    while (!open.empty()) {
      const PropositionId at = open.back();
      open.pop_back();
      for (const ConditionId id : onto[at]) {
        if (std::exchange(links_bear_[id.index()], std::uint8_t{1}) != 0) continue;
        const Condition& link = dataset_[id];
        for (const Literal literal : link.antecedents) enter(literal.proposition());
        for (const Literal literal : link.unless) enter(literal.proposition());
        enter(link.consequent.proposition());
      }
    }
  }

  bool CanBear(const About& about) const {
    if (bears_.empty()) return true;
    if (about.kind == AboutKind::kCondition) return links_bear_[about.condition.index()] != 0;
    return about.kind == AboutKind::kProposition &&
           bears_[about.literal.proposition().index()] != 0;
  }

  void GatherUses(ViewIndex view) {
    uses_.clear();
    for (const ClaimId id : views_.claims[view]) {
      const Claim& claim = dataset_[id];
      if (!CanBear(claim.about)) continue;
      Use* use = nullptr;
      bool open = claim.modality == Modality::kUncommitted;
      if (claim.about.kind == AboutKind::kCondition) {
        use =
            &UseAt(&use_of_condition_.At(claim.about.condition.index()), claim.about.condition, {});
        use->pulls = use->pulls || (claim.modality != Modality::kEven &&
                                    claim.modality != Modality::kUncommitted);
      } else if (claim.about.kind == AboutKind::kProposition) {
        use = &UseAt(&use_of_literal_.At(claim.about.literal.index()), {}, claim.about.literal);
        open = TakesNoSide(claim);
      } else {
        continue;
      }
      if (open) {
        if (Earlier(id, use->uncommitted)) use->uncommitted = id;
      } else if (claim.modality == Modality::kEven) {
        if (Earlier(id, use->even)) use->even = id;
      } else if (claim.modality <= Modality::kPossible) {
        const auto deficit = static_cast<Deficit>(claim.modality);
        if (deficit < use->deficit || (deficit == use->deficit && Earlier(id, use->firmest))) {
          use->deficit = deficit;
          use->firmest = id;
        }
      }
    }
  }

  /// The propositions that a use leads to: its consequent, or what it explains.
  template <class Visit>
  void Heads(const Use& use, const Visit& visit) const {
    if (!use.condition) return visit(use.literal.proposition());
    const Condition& link = dataset_[use.condition];
    if (link.form != Form::kExplains) return visit(link.consequent.proposition());
    for (const Literal effect : link.antecedents) visit(effect.proposition());
  }

  /// Everything from which a path leads to the outcome, the outcome first.
  void FindRelevant() {
    // Uses by the proposition that they lead to, as chains of indices.
    links_.clear();
    for (std::uint32_t u = 0; u < uses_.size(); ++u)
      Heads(uses_[u], [&](PropositionId to) { links_.push_back({to.index(), u}); });
    std::sort(links_.begin(), links_.end());

    props_.clear();
    relevant_.assign(uses_.size(), false);
    Enter(plan_.target);
    for (std::size_t open = 0; open < props_.size(); ++open) {
      const std::uint32_t to = props_[open].index();
      for (auto it = std::lower_bound(links_.begin(), links_.end(), Pair{to, 0});
           it != links_.end() && it->first == to; ++it) {
        if (relevant_[it->second]) continue;
        relevant_[it->second] = true;
        const Use& use = uses_[it->second];
        if (!use.condition) continue;
        const Condition& link = dataset_[use.condition];
        for (const Literal literal : link.antecedents) Enter(literal.proposition());
        for (const Literal literal : link.unless) Enter(literal.proposition());
        Enter(link.consequent.proposition());
      }
    }
  }

  void Enter(PropositionId proposition) {
    Stamped& slot = local_of_.At(proposition.index());
    if (slot.second == epoch_) return;
    slot = {static_cast<std::uint32_t>(plan_.propositions.size() + props_.size()), epoch_};
    props_.push_back(proposition);
  }

  std::uint32_t At(Literal literal) const {
    return local_of_.Value(literal.proposition().index()) << 1 | (literal.negated() ? 1u : 0u);
  }

  void AddRule(std::span<const Literal> antecedents, Plan::Slice exceptions, Literal head,
               Deficit deficit, bool even, ClaimId claim) {
    const std::size_t first = plan_.antecedents.size();
    std::uint64_t mark = 0;
    for (const Literal literal : antecedents) {
      plan_.antecedents.push_back(At(literal));
      mark |= std::uint64_t{1} << (At(literal) * 0x9E3779B1u >> 26);
    }
    const auto begin = plan_.antecedents.begin() + static_cast<std::ptrdiff_t>(first);
    std::sort(begin, plan_.antecedents.end());
    plan_.antecedents.erase(std::unique(begin, plan_.antecedents.end()), plan_.antecedents.end());
    plan_.rules.push_back({At(head), deficit, even, exceptions.begin != exceptions.end});
    plan_.origins.push_back(
        {mark, static_cast<std::uint32_t>(plan_.antecedents.size() - first), claim});
    plan_.antecedent_start.push_back(static_cast<std::uint32_t>(plan_.antecedents.size()));
    plan_.exception_slices.push_back(exceptions);
  }

  Plan::Slice AddExceptions(std::span<const Literal> unless) {
    const auto begin = static_cast<std::uint32_t>(plan_.exceptions.size());
    for (const Literal literal : unless) plan_.exceptions.push_back(At(literal));
    return {begin, static_cast<std::uint32_t>(plan_.exceptions.size())};
  }

  void AddLevelRules(const Use& use) {
    Plan::Slice exceptions{0, 0};
    const auto both = [&](std::span<const Literal> antecedents, Literal head) {
      if (use.deficit != kAbsent)
        AddRule(antecedents, exceptions, head, use.deficit, false, use.firmest);
      if (use.even) {
        AddRule(antecedents, exceptions, head, 3, true, use.even);
        AddRule(antecedents, exceptions, !head, 3, true, use.even);
      }
    };
    if (!use.condition) return both({}, use.literal);
    const Condition& link = dataset_[use.condition];
    if (link.form == Form::kIf || link.form == Form::kEvenIf) {
      exceptions = AddExceptions(link.unless);
      both(link.antecedents, link.consequent);
    } else if (link.form == Form::kOnlyIf) {
      exceptions = AddExceptions(link.unless);
      for (const Literal needed : link.antecedents) {
        const std::array<Literal, 1> lacking{!needed};
        both(lacking, !link.consequent);
      }
    }
  }

  /// What must hold, and what must not, for the link's pulls; none if nothing.
  std::uint32_t AddGuard(const Condition& link) {
    const std::size_t first = plan_.guards.size();
    if (link.form != Form::kOnlyIf)
      for (const Literal literal : link.antecedents) plan_.guards.push_back(At(literal));
    const auto begin = plan_.guards.begin() + static_cast<std::ptrdiff_t>(first);
    std::sort(begin, plan_.guards.end());
    plan_.guards.erase(std::unique(begin, plan_.guards.end()), plan_.guards.end());
    for (const Literal literal : link.unless) plan_.guard_exceptions.push_back(At(literal));
    plan_.guard_start.push_back(static_cast<std::uint32_t>(plan_.guards.size()));
    plan_.guard_exception_start.push_back(
        static_cast<std::uint32_t>(plan_.guard_exceptions.size()));
    return static_cast<std::uint32_t>(plan_.guard_start.size() - 2);
  }

  /// `end` if it is among what the guard asks for.
  std::uint32_t InGuard(std::uint32_t guard, std::uint32_t end) const {
    const std::span<const std::uint32_t> needed = plan_.Guard(guard);
    return std::binary_search(needed.begin(), needed.end(), end) ? end : Plan::kNoLiteral;
  }

  void AddEdge(const Condition& link, ConditionId id, Literal from, Literal to,
               std::uint32_t guard) {
    SignBits sign = SignOf(link.form);
    if (from.negated() != to.negated() && (sign == kPullMore || sign == kPullLess))
      sign ^= kPullBoth;
    Plan::Edge edge{At(from) >> 1,
                    At(to) >> 1,
                    sign,
                    link.form == Form::kIf,
                    guard != Plan::kNoLiteral,
                    link.form == Form::kEvenIf,
                    id,
                    guard,
                    {Plan::kNoLiteral, Plan::kNoLiteral}};
    if (edge.guarded) {
      edge.own[0] = InGuard(guard, At(from));
      if (from != to) edge.own[1] = InGuard(guard, At(to));
    }
    plan_.edges.push_back(edge);
  }

  void AddEdges(const Use& use) {
    if (!use.condition || !use.pulls) return;
    const Condition& link = dataset_[use.condition];
    if (link.form == Form::kIf && !link.contrast) return;
    const bool together = link.form != Form::kOnlyIf && link.antecedents.size() > 1;
    const std::uint32_t guard =
        together || !link.unless.empty() ? AddGuard(link) : Plan::kNoLiteral;
    for (const Literal antecedent : link.antecedents) {
      if (link.form == Form::kExplains) {
        AddEdge(link, use.condition, link.consequent, antecedent, guard);
      } else {
        AddEdge(link, use.condition, antecedent, link.consequent, guard);
      }
    }
  }

  void AddDoubt(const Use& use, Plan::Block* block) {
    if (!use.uncommitted) return;
    if (!use.condition) {
      if (use.literal.proposition() == plan_.target) block->uncommitted = true;
      return;
    }
    const Condition& link = dataset_[use.condition];
    if (link.consequent.proposition() != plan_.target || link.form == Form::kExplains) return;
    Plan::Doubt doubt{use.condition, use.uncommitted, {}, {}};
    for (const Literal literal : link.antecedents) doubt.antecedents.push_back(At(literal));
    for (const Literal literal : link.unless) doubt.unless.push_back(At(literal));
    plan_.doubts.push_back(std::move(doubt));
  }

  void LayDown(ViewIndex view) {
    Plan::Block block;
    block.view = view;
    block.prop = static_cast<std::uint32_t>(plan_.propositions.size());
    plan_.propositions.insert(plan_.propositions.end(), props_.begin(), props_.end());
    block.prop_end = static_cast<std::uint32_t>(plan_.propositions.size());
    block.rule = static_cast<std::uint32_t>(plan_.rules.size());
    block.edge = static_cast<std::uint32_t>(plan_.edges.size());
    block.guard = static_cast<std::uint32_t>(plan_.guard_start.size() - 1);
    block.doubt = static_cast<std::uint32_t>(plan_.doubts.size());
    for (std::size_t u = 0; u < uses_.size(); ++u)
      if (relevant_[u] && !uses_[u].condition) AddLevelRules(uses_[u]);
    block.free_end = static_cast<std::uint32_t>(plan_.rules.size());
    for (std::size_t u = 0; u < uses_.size(); ++u)
      if (relevant_[u]) {
        if (uses_[u].condition) AddLevelRules(uses_[u]);
        AddEdges(uses_[u]);
        AddDoubt(uses_[u], &block);
      }
    // In the order of where they come from.
    SortRange(plan_.edges.data() + block.edge, plan_.edges.data() + plan_.edges.size(),
              [](const Plan::Edge& a, const Plan::Edge& b) { return a.from < b.from; });
    block.rule_end = static_cast<std::uint32_t>(plan_.rules.size());
    block.edge_end = static_cast<std::uint32_t>(plan_.edges.size());
    block.guard_end = static_cast<std::uint32_t>(plan_.guard_start.size() - 1);
    block.doubt_end = static_cast<std::uint32_t>(plan_.doubts.size());
    block.contestable = Contestable(block);
    plan_.blocks.push_back(block);
  }

  bool Contestable(const Plan::Block& block) {
    headed_.assign((block.prop_end - block.prop) * std::size_t{2}, false);
    for (std::uint32_t r = block.rule; r < block.rule_end; ++r) {
      if (!plan_.Exceptions(r).empty()) return true;
      headed_[plan_.rules[r].head - block.prop * 2] = true;
    }
    for (std::size_t i = 0; i < headed_.size(); i += 2)
      if (headed_[i] && headed_[i + 1]) return true;
    return false;
  }

  using Pair = std::pair<std::uint32_t, std::uint32_t>;
  const Dataset& dataset_;
  const Views& views_;
  Plan plan_;
  std::uint32_t epoch_ = 0;
  Slots use_of_condition_, use_of_literal_, local_of_;
  std::vector<Use> uses_;
  std::vector<bool> relevant_, headed_;
  std::vector<std::uint8_t> links_bear_, bears_;  ///< Of the dataset; empty: not looked at.
  std::vector<Pair> links_;
  std::vector<PropositionId> props_;
};

}  // namespace

bool TakesNoSide(const Claim& claim) {
  return claim.modality == Modality::kUncommitted ||
         (claim.about.kind == AboutKind::kProposition && claim.evidence == Evidence::kNoEvidence);
}

SignBits SignOf(Form form) {
  switch (form) {
    case Form::kIf:
    case Form::kOnlyIf:
    case Form::kRaises:
    case Form::kExplains:
      return kPullMore;
    case Form::kLowers:
      return kPullLess;
    case Form::kBearsOn:
      return kPullBoth;
    case Form::kNoEffect:
    case Form::kEvenIf:
      break;
  }
  return kPullNone;
}

Plan BuildPlan(const Dataset& dataset, const Views& views, PropositionId target,
               std::uint32_t begin, std::uint32_t end) {
  std::size_t read = 0;
  for (std::uint32_t v = begin; v < end; ++v) read += views.claims[ViewIndex(v)].size();
  const bool few = read * 16 < dataset.conditions.size() + dataset.propositions.size();
  Builder builder(dataset, views, target, few);
  for (std::uint32_t v = begin; v < end; ++v) builder.AddView(ViewIndex(v));
  return builder.Finish();
}

}  // namespace proviso::reason
