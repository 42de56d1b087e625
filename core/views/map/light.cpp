// What the present supposition is carried over, for whom.

#include <algorithm>

#include "core/reason/answer.h"
#include "core/views/map/graph.h"
#include "core/voice/answers.h"

namespace proviso::view {
namespace {

class Lighter {
 public:
  Lighter(const Library& library, const ViewState& state, const MapGraph& graph)
      : library_(library),
        graph_(graph),
        scenario_(ScenarioOf(library.dataset, state.on, state.off, state.strict)),
        arrow_of_(library.dataset.conditions.size(), kNone) {
    light_.arrows.resize(graph.arrows.size());
    light_.nodes.assign(graph.nodes.size(), 0);
    for (const std::string& id : state.on) Suppose(id);
    for (const std::string& id : state.off) Suppose(id);
    for (std::uint32_t i = 0; i < graph.arrows.size(); ++i)
      arrow_of_[graph.arrows[i].condition.index()] = i;
    shown_.assign(library.dataset.claims.size(), 0);
    for (const MapArrow& arrow : graph.arrows)
      for (const ClaimId claim : arrow.claims) shown_[claim.index()] = 1;
  }

  MapLight Light() {
    if (supposed_.empty() || graph_.nodes.empty()) return std::move(light_);
    std::vector<PropositionId> targets{graph_.target};
    for (const std::uint32_t near : graph_.near) targets.push_back(graph_.nodes[near]);
    for (std::uint32_t i = 0; i < library_.views.size(); ++i) {
      const reason::ViewIndex view(i);
      const auto held = library_.views.claims[view];
      if (std::none_of(held.begin(), held.end(),
                       [&](ClaimId id) { return shown_[id.index()] != 0; }))
        continue;
      for (const PropositionId target : targets)
        Follow(reason::Ask(library_.dataset, library_.views, view, Literal(target), scenario_),
               library_.views[view].actor);
    }
    for (std::size_t i = 0; i < light_.arrows.size(); ++i)
      if (!light_.arrows[i].empty())
        for (const MapEnd& head : graph_.arrows[i].heads) light_.nodes[head.node] = 1;
    return std::move(light_);
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFu;

  void Suppose(const std::string& id) {
    const RecordRef record = library_.dataset.Find(id);
    if (record && record.table == Table::kPropositions)
      supposed_.push_back(PropositionId(record.index));
  }

  void Mark(ConditionId link, ActorId holder) {
    const std::uint32_t arrow = link ? arrow_of_[link.index()] : kNone;
    if (arrow == kNone) return;
    const std::vector<ActorId>& holders = graph_.arrows[arrow].holders;
    // Whose arrow is hidden by a filter is not lit through somebody else's.
    if (std::find(holders.begin(), holders.end(), holder) == holders.end()) return;
    std::vector<ActorId>& lit = light_.arrows[arrow];
    if (std::find(lit.begin(), lit.end(), holder) == lit.end()) lit.push_back(holder);
  }

  void Follow(const reason::Answer& answer, ActorId holder) {
    for (const reason::Pull& pull : answer.pulls)
      if (pull.pull != reason::Direction::kNone) Mark(pull.condition, holder);
    // Of the steps of a level only those that build on what is supposed.
    for (const reason::Derivation* part : {&answer.because, &answer.against}) {
      std::vector<PropositionId> carried = supposed_;
      for (const reason::Inference& step : part->steps) {
        const bool carries =
            std::any_of(step.antecedents.begin(), step.antecedents.end(), [&](Literal from) {
              return std::find(carried.begin(), carried.end(), from.proposition()) != carried.end();
            });
        if (!carries) continue;
        carried.push_back(step.conclusion.proposition());
        Mark(step.condition, holder);
      }
    }
  }

  const Library& library_;
  const MapGraph& graph_;
  reason::Scenario scenario_;
  std::vector<PropositionId> supposed_;
  std::vector<std::uint32_t> arrow_of_;
  std::vector<std::uint8_t> shown_;
  MapLight light_;
};

}  // namespace

MapLight LightMap(const Library& library, const ViewState& state, const MapGraph& graph) {
  return Lighter(library, state, graph).Light();
}

}  // namespace proviso::view
