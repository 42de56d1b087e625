#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "core/base/sort.h"
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

  /// Tarjan's method without recursion, over the carriers that carry anything.
  void FindComponents() {
    const std::size_t count = on_course_.size();
    std::vector<std::vector<std::uint32_t>> out(count);
    for (const Carrier& carrier : carriers_)
      if (carrier.pull != kPullNone)
        out[Local(plan_.edges[carrier.edge].from)].push_back(
            static_cast<std::uint32_t>(Local(plan_.edges[carrier.edge].to)));
    component_.assign(count, kUnseen);
    std::vector<std::uint32_t> number(count, kUnseen), low(count, 0), stack;
    std::vector<std::pair<std::uint32_t, std::size_t>> calls;
    std::uint32_t next = 0;
    for (std::uint32_t start = 0; start < count; ++start) {
      if (number[start] != kUnseen) continue;
      calls.emplace_back(start, 0);
      while (!calls.empty()) {
        const std::uint32_t node = calls.back().first;
        if (calls.back().second == 0 && number[node] == kUnseen) {
          number[node] = low[node] = next++;
          stack.push_back(node);
        }
        if (calls.back().second < out[node].size()) {
          const std::uint32_t to = out[node][calls.back().second++];
          if (number[to] == kUnseen) {
            calls.emplace_back(to, 0);
          } else if (component_[to] == kUnseen) {
            low[node] = std::min(low[node], number[to]);
          }
          continue;
        }
        calls.pop_back();
        if (!calls.empty()) low[calls.back().first] = std::min(low[calls.back().first], low[node]);
        if (low[node] != number[node]) continue;
        std::vector<std::uint32_t> members;
        for (;;) {
          const std::uint32_t member = stack.back();
          stack.pop_back();
          component_[member] = static_cast<std::uint32_t>(components_.size());
          members.push_back(member);
          if (member == node) break;
        }
        components_.push_back(std::move(members));
      }
    }
  }

  /// What makes each component's pull ?, from where pulls start to the outcome.
  void SettleComponents() {
    causes_.resize(components_.size());
    std::vector<std::vector<const Carrier*>> inner(components_.size()), outer(components_.size());
    for (const Carrier& carrier : carriers_) {
      if (carrier.pull == kPullNone) continue;
      const Plan::Edge& edge = plan_.edges[carrier.edge];
      const std::uint32_t to = component_[Local(edge.to)];
      (component_[Local(edge.from)] == to ? inner : outer)[to].push_back(&carrier);
    }
    std::vector<SignBits> arrives(on_course_.size(), kPullNone);
    // Tarjan finishes a component after all that it leads to.
    for (std::size_t c = components_.size(); c-- > 0;) {
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
      const std::uint32_t member = components_[c].front() + block_.prop;
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

  /// True if no way around a component turns a pull against itself. Such a way has a link that
  /// turns it, so a walk from each of these is enough; links of open sign turn nothing.
  bool Balanced(const std::vector<const Carrier*>& edges) const {
    for (const Carrier* turning : edges) {
      if (turning->live.sign != kPullLess) continue;
      const std::size_t start = Local(plan_.edges[turning->edge].from);
      std::vector<SignBits> side(on_course_.size(), kPullNone);
      side[start] = kPullMore;
      for (bool more = true; more;) {
        more = false;
        for (const Carrier* carrier : edges) {
          if (carrier->live.sign == kPullBoth) continue;
          const Plan::Edge& edge = plan_.edges[carrier->edge];
          SignBits& to = side[Local(edge.to)];
          const SignBits due = Carried(side[Local(edge.from)], carrier->live.sign);
          if ((to | due) == to) continue;
          to |= due;
          more = true;
        }
      }
      if ((side[start] & kPullLess) != 0) return false;
    }
    return true;
  }

  /// Those of the view's claims about a link that lend it its edge, by id.
  std::vector<ClaimId> ClaimsOf(ConditionId condition) const {
    std::vector<ClaimId> claims;
    for (const ClaimId id : reading_.views.claims[block_.view]) {
      const Claim& claim = reading_.dataset[id];
      if (claim.about.kind == AboutKind::kCondition && claim.about.condition == condition &&
          claim.modality != Modality::kEven && claim.modality != Modality::kUncommitted)
        claims.push_back(id);
    }
    SortList(&claims, [&](ClaimId a, ClaimId b) { return IdOf(a) < IdOf(b); });
    return claims;
  }

  void ListPulls() {
    for (const Carrier& carrier : carriers_) {
      const Plan::Edge& edge = plan_.edges[carrier.edge];
      Pull pull;
      pull.condition = edge.condition;
      pull.claims = ClaimsOf(edge.condition);
      pull.from = plan_.propositions[edge.from];
      pull.to = plan_.propositions[edge.to];
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

  static constexpr std::uint32_t kUnseen = 0xFFFFFFFFu;

  const Reading& reading_;
  const Plan& plan_;
  const State& state_;
  const Plan::Block& block_;
  std::vector<Carrier> carriers_;
  std::vector<bool> on_course_;
  std::vector<std::uint32_t> component_;
  std::vector<std::vector<std::uint32_t>> components_;  ///< Later ones lead to earlier ones.
  std::vector<std::set<DirectionReason>> causes_;
  Course course_;
};

}  // namespace

Course Trace(const Reading& reading, const Plan::Block& block) {
  return Tracer(reading, block).Run();
}

}  // namespace proviso::reason
