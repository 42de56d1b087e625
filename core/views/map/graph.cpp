#include "core/views/map/graph.h"

#include <algorithm>
#include <map>

#include "core/base/sort.h"
#include "core/state/passing.h"
#include "core/voice/order.h"

namespace proviso::view {
namespace {

// Past forty lanes a row says how many more there are; past this many boxes the steps from the
// outcome bring it down.
constexpr std::size_t kMostNodes = 1000;
constexpr std::uint32_t kFar = 0xFFFFFFFFu;

/// The literals from which and to which the arrow of a link leads.
std::vector<Literal> TailsOf(const Condition& link) {
  if (link.form == Form::kExplains) return {link.consequent};
  return {link.antecedents.begin(), link.antecedents.end()};
}
std::vector<Literal> HeadsOf(const Condition& link) {
  if (link.form != Form::kExplains) return {link.consequent};
  return {link.antecedents.begin(), link.antecedents.end()};
}

/// Finds what leads to the outcome, nearest first.
class Finder {
 public:
  Finder(const Library& library, const ViewState& state)
      : library_(library), data_(library.dataset), state_(state) {
    graph_.target = FindOutcome(library, state.target).target;
  }

  MapGraph Find() {
    if (!graph_.target) return std::move(graph_);
    FindLinks();
    Reach();
    Number();
    return std::move(graph_);
  }

 private:
  void FindLinks() {
    claims_.resize(data_.conditions.size());
    into_.resize(data_.propositions.size());
    const RecordRef holder = data_.Find(state_.arrows);
    for (const ClaimId id : PassingClaims(library_, state_)) {
      const Claim& claim = data_[id];
      if (claim.about.kind != AboutKind::kCondition) continue;
      if (!state_.arrows.empty() && !(holder == RecordRef{Table::kActors, claim.holder().index()}))
        continue;
      const ConditionId link = claim.about.condition;
      if (claims_[link.index()].empty())
        for (const Literal head : HeadsOf(data_[link]))
          into_[head.proposition().index()].push_back(link);
      claims_[link.index()].push_back(id);
    }
  }

  bool LedTo(PropositionId p) const {
    for (const ConditionId link : into_[p.index()])
      for (const Literal tail : TailsOf(data_[link]))
        if (tail.proposition() != graph_.target && tail.proposition() != p) return true;
    return false;
  }

  void Reach() {
    steps_.assign(data_.propositions.size(), kFar);
    drawn_.assign(data_.conditions.size(), 0);
    steps_[graph_.target.index()] = 0;
    std::vector<PropositionId> open{graph_.target};
    const std::uint32_t most = state_.steps == 0 ? kFar : state_.steps;
    const auto reach = [&](PropositionId p, std::uint32_t steps) {
      if (steps_[p.index()] != kFar) return;
      steps_[p.index()] = steps;
      open.push_back(p);
    };
    for (std::size_t at = 0; at < open.size(); ++at) {
      const PropositionId p = open[at];
      const std::uint32_t steps = steps_[p.index()];
      if (steps >= most) continue;
      for (const ConditionId link : into_[p.index()]) {
        if (open.size() >= kMostNodes) {
          graph_.cut = true;
          break;
        }
        drawn_[link.index()] = 1;
        for (const Literal tail : TailsOf(data_[link])) reach(tail.proposition(), steps + 1);
        for (const Literal bar : data_[link].unless) reach(bar.proposition(), steps + 1);
        // A link that explains several things at once shows all of them.
        for (const Literal head : HeadsOf(data_[link])) reach(head.proposition(), steps);
      }
      if (p != graph_.target) continue;
      for (std::uint32_t i = 0; i < data_.propositions.size(); ++i)
        for (const Near& near : data_.propositions[i].near)
          if (near.to == p && LedTo(PropositionId(i))) {
            reach(PropositionId(i), 1);
            near_.push_back(PropositionId(i));
          }
    }
  }

  std::vector<MapEnd> Ends(const std::vector<Literal>& literals) const {
    std::vector<MapEnd> ends;
    for (const Literal literal : literals)
      ends.push_back({number_[literal.proposition().index()], literal.negated()});
    return ends;
  }

  void Number() {
    number_.assign(data_.propositions.size(), 0);
    for (std::uint32_t i = 0; i < steps_.size(); ++i) {
      if (steps_[i] == kFar) continue;
      number_[i] = static_cast<std::uint32_t>(graph_.nodes.size());
      graph_.nodes.push_back(PropositionId(i));
      graph_.steps.push_back(steps_[i]);
    }
    for (std::uint32_t i = 0; i < drawn_.size(); ++i) {
      if (drawn_[i] == 0) continue;
      const Condition& link = data_.conditions[i];
      MapArrow arrow;
      arrow.condition = ConditionId(i);
      arrow.claims = claims_[i];
      for (const ClaimId id : arrow.claims)
        if (std::find(arrow.holders.begin(), arrow.holders.end(), data_[id].holder()) ==
            arrow.holders.end())
          arrow.holders.push_back(data_[id].holder());
      arrow.tails = Ends(TailsOf(link));
      arrow.heads = Ends(HeadsOf(link));
      arrow.unless = Ends({link.unless.begin(), link.unless.end()});
      graph_.arrows.push_back(std::move(arrow));
    }
    Turn();
    SortList(&near_);
    near_.erase(std::unique(near_.begin(), near_.end()), near_.end());
    for (const PropositionId p : near_) graph_.near.push_back(number_[p.index()]);
  }

  /// Lets boxes say the negation that alone is linked; the outcome stays as it is asked.
  void Turn() {
    std::vector<std::uint8_t> seen(graph_.nodes.size(), 0);  // Bit 0: as it is, bit 1: negated.
    const auto each = [this](auto&& use) {
      for (MapArrow& arrow : graph_.arrows)
        for (std::vector<MapEnd>* ends : {&arrow.tails, &arrow.unless, &arrow.heads})
          for (MapEnd& end : *ends) use(end);
    };
    each([&](MapEnd& end) { seen[end.node] |= end.negated ? 2 : 1; });
    graph_.turned.assign(graph_.nodes.size(), 0);
    for (std::size_t i = 0; i < seen.size(); ++i)
      graph_.turned[i] = seen[i] == 2 && graph_.nodes[i] != graph_.target ? 1 : 0;
    each([&](MapEnd& end) {
      if (graph_.turned[end.node] != 0) end.negated = false;
    });
  }

  const Library& library_;
  const Dataset& data_;
  const ViewState& state_;
  MapGraph graph_;
  std::vector<std::vector<ClaimId>> claims_;    // Shown, by link.
  std::vector<std::vector<ConditionId>> into_;  // Links that somebody makes, by proposition.
  std::vector<std::uint32_t> steps_, number_;
  std::vector<std::uint8_t> drawn_;
  std::vector<PropositionId> near_;
};

}  // namespace

MapGraph BuildMapGraph(const Library& library, const ViewState& state) {
  MapGraph graph = Finder(library, state).Find();
  graph.lanes = BuildMapLanes(library, graph);
  return graph;
}

std::string MapLabel(const Library& library, const MapGraph& graph, std::uint32_t node) {
  const bool turned = node < graph.turned.size() && graph.turned[node] != 0;
  return library.say.Capital(LiteralWords(library, Literal(graph.nodes[node], turned)));
}

std::vector<ActorId> MapVoices(const Library& library, const ViewState& state) {
  ViewState all = state;
  all.arrows.clear();
  std::vector<ActorId> voices;
  for (const MapArrow& arrow : BuildMapGraph(library, all).arrows)
    voices.insert(voices.end(), arrow.holders.begin(), arrow.holders.end());
  SortList(&voices);
  voices.erase(std::unique(voices.begin(), voices.end()), voices.end());
  SortList(&voices,
           [&library](ActorId a, ActorId b) { return OrderOf(library, a) < OrderOf(library, b); });
  return voices;
}

bool SameMapGraph(const ViewState& a, const ViewState& b) {
  return a.target == b.target && a.claims == b.claims && a.arrows == b.arrows && a.steps == b.steps;
}

}  // namespace proviso::view
