#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "core/base/sort.h"
#include "core/reason/components.h"
#include "core/reason/direction.h"
#include "core/reason/reading.h"

namespace proviso::reason {
namespace {

Direction AsDirection(SignBits bits) {
  constexpr std::array<Direction, 4> kOf{Direction::kZero, Direction::kMore, Direction::kLess,
                                         Direction::kOpposed};
  return kOf[bits];
}

struct Carrier {
  std::uint32_t edge;
  LiveEdge live;
  SignBits pull;  ///< What arrives over it.
};

/// The live edges over which a pull gets from something supposed to the outcome, and what becomes
/// of it on the way.
class Tracer {
 public:
  Tracer(const Reading& reading, const Plan::Block& block)
      : reading_(reading), plan_(reading.plan), state_(reading.state), block_(block) {}

  Course Run() {
    if (state_.reached[block_.prop] == 0 || state_.fixed[block_.prop] != Supposed::kOpen) return {};
    ListLenders();
    FindCarriers();
    FindComponents();
    SettleComponents();
    ListPulls();
    ListReasons();
    SortList(&course_.notes, [&](const Note& a, const Note& b) {
      return std::tuple(a.kind, IdOf(a.claim)) < std::tuple(b.kind, IdOf(b.claim));
    });
    return std::move(course_);
  }

 private:
  std::size_t Local(std::uint32_t prop) const { return prop - block_.prop; }
  Text IdOf(ClaimId claim) const { return claim ? reading_.dataset[claim].id : Text(); }
  SignBits PullAt(std::uint32_t prop) const { return state_.direction[prop]; }

  void FindCarriers() {
    std::vector<Carrier> live;
    std::vector<std::vector<std::uint32_t>> into(block_.prop_end - block_.prop);
    for (std::uint32_t e = block_.edge; e < block_.edge_end; ++e) {
      const Plan::Edge& edge = plan_.edges[e];
      if (state_.reached[edge.from] == 0) continue;
      const LiveEdge liveness = Liveness(plan_, state_, e);
      if (!liveness.live) continue;
      into[Local(edge.to)].push_back(static_cast<std::uint32_t>(live.size()));
      live.push_back({e, liveness, Carried(PullAt(edge.from), liveness.sign)});
    }
    on_course_.assign(block_.prop_end - block_.prop, false);
    on_course_[0] = true;
    std::vector<std::uint32_t> open = {block_.prop};
    std::vector<bool> taken(live.size(), false);
    while (!open.empty()) {
      const std::uint32_t to = open.back();
      open.pop_back();
      for (const std::uint32_t i : into[Local(to)]) {
        taken[i] = true;
        const std::uint32_t from = plan_.edges[live[i].edge].from;
        if (!on_course_[Local(from)]) open.push_back(from);
        on_course_[Local(from)] = true;
      }
    }
    for (std::size_t i = 0; i < live.size(); ++i)
      if (taken[i]) carriers_.push_back(live[i]);
  }

  void FindComponents() {
    component_ = StrongComponents(on_course_.size(), carriers_.size(),
                                  [&](std::size_t i, std::uint32_t* from, std::uint32_t* to) {
                                    const Plan::Edge& edge = plan_.edges[carriers_[i].edge];
                                    *from = static_cast<std::uint32_t>(Local(edge.from));
                                    *to = static_cast<std::uint32_t>(Local(edge.to));
                                    return carriers_[i].pull != kPullNone;
                                  });
    component_count_ = *std::max_element(component_.begin(), component_.end()) + 1;
  }

  /// Some member of each component.
  std::vector<std::uint32_t> FirstMembers() const {
    std::vector<std::uint32_t> first(component_count_);
    for (std::uint32_t node = 0; node < component_.size(); ++node) first[component_[node]] = node;
    return first;
  }

  /// What makes each component's pull ?, from where pulls start to the outcome.
  void SettleComponents() {
    causes_.resize(component_count_);
    const std::vector<std::uint32_t> first = FirstMembers();
    std::vector<std::vector<const Carrier*>> inner(component_count_), outer(component_count_);
    for (const Carrier& carrier : carriers_) {
      if (carrier.pull == kPullNone) continue;
      const Plan::Edge& edge = plan_.edges[carrier.edge];
      const std::uint32_t to = component_[Local(edge.to)];
      (component_[Local(edge.from)] == to ? inner : outer)[to].push_back(&carrier);
    }
    std::vector<SignBits> arrives(on_course_.size(), kPullNone);
    // Tarjan finishes a component after all that it leads to.
    for (std::size_t c = component_count_; c-- > 0;) {
      std::set<DirectionReason>& causes = causes_[c];
      bool opposed = false;
      for (const auto* list : {&outer[c], &inner[c]})
        for (const Carrier* carrier : *list) {
          const Plan::Edge& edge = plan_.edges[carrier->edge];
          if (carrier->live.sign == kPullBoth)
            causes.insert(carrier->live.unsettled ? DirectionReason::kExceptionOpen
                                                  : DirectionReason::kNotStated);
          const std::uint32_t from = component_[Local(edge.from)];
          if (from != c && PullAt(edge.from) == kPullBoth)
            causes.insert(causes_[from].begin(), causes_[from].end());
          if (from != c && carrier->pull != kPullBoth)
            opposed = opposed || (arrives[Local(edge.to)] |= carrier->pull) == kPullBoth;
        }
      const bool balancing = !inner[c].empty() && !Balanced(inner[c]);
      if (balancing) causes.insert(DirectionReason::kLoop);
      const std::uint32_t member = first[c] + block_.prop;
      if (opposed || (causes.empty() && PullAt(member) == kPullBoth &&
                      state_.fixed[member] == Supposed::kOpen))
        causes.insert(DirectionReason::kPulls);
      for (const Carrier* carrier : inner[c]) {
        Note note;
        note.kind = NoteKind::kLoop;
        note.claim = ClaimsOf(plan_.edges[carrier->edge].condition).front();
        note.balancing = balancing;
        course_.notes.push_back(note);
      }
    }
  }

  /// True if no way around turns a pull against itself; links of open sign turn nothing. Of what is
  /// strongly connected that is so if it falls into two camps, pulls staying within one and turning
  /// only between them (Harary 1953).
  bool Balanced(const std::vector<const Carrier*>& edges) const {
    const auto end = [&](std::uint32_t prop) { return static_cast<std::uint32_t>(Local(prop)); };
    const std::vector<std::uint32_t> component = StrongComponents(
        on_course_.size(), edges.size(),
        [&](std::size_t i, std::uint32_t* from, std::uint32_t* to) {
          const Plan::Edge& edge = plan_.edges[edges[i]->edge];
          *from = end(edge.from);
          *to = end(edge.to);
          return edges[i]->live.sign != kPullBoth && edges[i]->live.sign != kPullNone;
        });
    Camps camps(on_course_.size());
    return std::all_of(edges.begin(), edges.end(), [&](const Carrier* carrier) {
      const Plan::Edge& edge = plan_.edges[carrier->edge];
      const SignBits sign = carrier->live.sign;
      if (sign == kPullBoth || sign == kPullNone ||
          component[end(edge.from)] != component[end(edge.to)])
        return true;
      return camps.Join(end(edge.from), end(edge.to), sign == kPullLess);
    });
  }

  /// The view's claims about links that lend them their edges, by link and id.
  void ListLenders() {
    for (const ClaimId id : reading_.views.claims[block_.view]) {
      const Claim& claim = reading_.dataset[id];
      if (claim.about.kind == AboutKind::kCondition && claim.modality != Modality::kEven &&
          claim.modality != Modality::kUncommitted)
        lenders_.push_back(id);
    }
    SortList(&lenders_, [&](ClaimId a, ClaimId b) {
      return std::tuple(LinkOf(a), IdOf(a)) < std::tuple(LinkOf(b), IdOf(b));
    });
  }

  ConditionId LinkOf(ClaimId claim) const { return reading_.dataset[claim].about.condition; }

  std::vector<ClaimId> ClaimsOf(ConditionId condition) const {
    const auto first =
        std::lower_bound(lenders_.begin(), lenders_.end(), condition,
                         [&](ClaimId claim, ConditionId link) { return LinkOf(claim) < link; });
    auto last = first;
    while (last != lenders_.end() && LinkOf(*last) == condition) ++last;
    return {first, last};
  }

  void ListPulls() {
    for (const Carrier& carrier : carriers_) {
      const Plan::Edge& edge = plan_.edges[carrier.edge];
      Pull pull;
      pull.condition = edge.condition;
      pull.claims = ClaimsOf(edge.condition);
      pull.from = plan_.propositions[edge.from];
      pull.to = plan_.propositions[edge.to];
      if (const Supposed fixed = state_.fixed[edge.from]; fixed != Supposed::kOpen)
        pull.supposed = Literal(pull.from, fixed == Supposed::kOff);
      pull.sign = AsDirection(carrier.live.sign);
      pull.pull = AsDirection(carrier.pull);
      pull.need_not = edge.need_not;
      pull.by_contrast = edge.contrast;
      pull.unsettled = carrier.live.unsettled;
      course_.pulls.push_back(std::move(pull));
    }
    const auto key = [&](const Pull& pull) {
      return std::tuple(IdOf(pull.claims.front()), reading_.dataset[pull.from].id,
                        reading_.dataset[pull.to].id);
    };
    SortList(&course_.pulls, [&](const Pull& a, const Pull& b) { return key(a) < key(b); });
  }

  void ListReasons() {
    std::set<DirectionReason> reasons;
    const SignBits answer = PullAt(block_.prop);
    if (answer == kPullBoth) reasons = causes_[component_[0]];
    for (std::uint32_t p = block_.prop; p < block_.prop_end; ++p) {
      if (!on_course_[Local(p)] || state_.fixed[p] == Supposed::kOpen || PullAt(p) != kPullNone)
        continue;
      if (answer == kPullNone) reasons.insert(DirectionReason::kAlreadySo);
      const std::uint32_t literal = p * 2 + (state_.fixed[p] == Supposed::kOff ? 1u : 0u);
      Note note;
      note.kind = NoteKind::kAlreadySo;
      note.literal = plan_.LiteralOf(literal);
      note.claim = FlatClaim(literal);
      course_.notes.push_back(note);
    }
    if (answer == kPullNone)
      for (const Carrier& carrier : carriers_) {
        const Plan::Edge& edge = plan_.edges[carrier.edge];
        if (carrier.live.sign == kPullNone && PullAt(edge.from) != kPullNone)
          reasons.insert(edge.need_not ? DirectionReason::kNeedNotChange
                                       : DirectionReason::kNoEffect);
      }
    course_.reasons.assign(reasons.begin(), reasons.end());
  }

  /// The claim that holds a supposed literal flatly; none if it only follows.
  ClaimId FlatClaim(std::uint32_t literal) const {
    ClaimId first;
    for (std::uint32_t r = block_.rule; r < block_.free_end; ++r)
      if (plan_.rules[r].head == literal && plan_.rules[r].deficit == 0 &&
          (!first || IdOf(plan_.origins[r].claim) < IdOf(first)))
        first = plan_.origins[r].claim;
    return first;
  }

  const Reading& reading_;
  const Plan& plan_;
  const State& state_;
  const Plan::Block& block_;
  std::vector<ClaimId> lenders_;
  std::vector<Carrier> carriers_;
  std::vector<bool> on_course_;
  std::vector<std::uint32_t> component_;
  std::size_t component_count_ = 0;  ///< Later ones lead to earlier ones.
  std::vector<std::set<DirectionReason>> causes_;
  Course course_;
};

}  // namespace

Course Trace(const Reading& reading, const Plan::Block& block) {
  return Tracer(reading, block).Run();
}

}  // namespace proviso::reason
