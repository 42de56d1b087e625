#include "core/views/actors/sides.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/sort.h"

namespace proviso::view {
namespace {

/// In the order of their groups at a side.
constexpr std::array<std::string_view, 5> kGroupLabels{"Reports", "Agrees with", "Guesses at",
                                                       "Keeps its distance", "Doubts or disputes"};

std::size_t PlaceOf(Stance stance) {
  switch (stance) {
    case Stance::kAsserts:
    case Stance::kReports:
      return 0;
    case Stance::kEndorses:
      return 1;
    case Stance::kImputes:
      return 2;
    case Stance::kDistances:
      return 3;
    case Stance::kDoubts:
    case Stance::kDisputes:
    case Stance::kDowngrades:
      break;
  }
  return 4;
}

class SidesBuilder {
 public:
  SidesBuilder(const Library& library, const ActorsGraph& graph)
      : library_(library),
        graph_(graph),
        out_(graph.nodes.size()),
        in_(graph.nodes.size()),
        root_(graph.nodes.size(), 0),
        placed_(graph.nodes.size(), 0),
        used_(graph.edges.size(), 0) {
    for (std::uint32_t i = 0; i < graph.edges.size(); ++i) {
      if (graph.edges[i].kind != EdgeKind::kReports) continue;
      out_[graph.edges[i].from].push_back(i);
      in_[graph.edges[i].to].push_back(i);
    }
  }

  ActorsSides Build() {
    FindRoots();
    for (const std::uint32_t root : roots_) placed_[root] = 1;
    std::vector<std::uint32_t> order(graph_.nodes.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    SortNodes(&order);
    // Whoever an author tells stands with him, whoever else does too.
    std::vector<std::vector<ActorsVoice>> own(roots_.size());
    std::vector<std::uint32_t> shared;
    for (const std::uint32_t node : order) {
      if (placed_[node] != 0) continue;
      std::vector<std::uint32_t> from;
      for (const std::uint32_t edge : in_[node])
        if (root_[graph_.edges[edge].from] != 0) from.push_back(edge);
      if (from.empty()) continue;
      placed_[node] = 1;
      for (const std::uint32_t edge : from) used_[edge] = 1;
      if (from.size() > 1) {
        made_.shared.push_back({from, {{node, kNoActors, kNoActors, 0}}});
        continue;
      }
      const std::uint32_t author = graph_.edges[from[0]].from;
      const auto at = std::find(roots_.begin(), roots_.end(), author) - roots_.begin();
      own[static_cast<std::size_t>(at)].push_back({node, from[0], author, 0});
    }
    for (ActorsShared& one : made_.shared) {
      const ActorsVoice first = one.voices[0];
      one.voices.clear();
      Add(first, &one.voices);
    }
    for (std::size_t i = 0; i < roots_.size(); ++i) AddSide(roots_[i], own[i]);
    // Voices that tell only each other.
    for (const std::uint32_t node : order)
      if (placed_[node] == 0) made_.alone.push_back(node);
    for (std::uint32_t i = 0; i < used_.size(); ++i)
      if (used_[i] == 0) made_.others.push_back(i);
    return std::move(made_);
  }

 private:
  void FindRoots() {
    for (std::uint32_t i = 0; i < graph_.nodes.size(); ++i)
      if (graph_.author[i] != 0) roots_.push_back(i);
    if (roots_.empty())
      for (std::uint32_t i = 0; i < graph_.nodes.size(); ++i)
        if (in_[i].empty() && !out_[i].empty()) roots_.push_back(i);
    SortList(&roots_, [this](std::uint32_t a, std::uint32_t b) {
      return graph_.author[a] != graph_.author[b] ? graph_.author[a] < graph_.author[b] : a < b;
    });
    for (const std::uint32_t root : roots_) root_[root] = 1;
  }

  /// By claims, then by name.
  void SortNodes(std::vector<std::uint32_t>* nodes) const {
    SortList(nodes, [this](std::uint32_t a, std::uint32_t b) {
      if (graph_.held[a] != graph_.held[b]) return graph_.held[a] > graph_.held[b];
      const Text x = library_.dataset[graph_.nodes[a]].name;
      const Text y = library_.dataset[graph_.nodes[b]].name;
      return x != y ? x < y : a < b;
    });
  }

  /// A voice, and after it those that it alone tells.
  void Add(const ActorsVoice& voice, std::vector<ActorsVoice>* voices) {
    voices->push_back(voice);
    std::vector<std::uint32_t> behind;
    for (const std::uint32_t edge : out_[voice.node])
      if (placed_[graph_.edges[edge].to] == 0) {
        const std::uint32_t node = graph_.edges[edge].to;
        // An author who tells somebody further on has him at his own side.
        placed_[node] = 1;
        used_[edge] = 1;
        edge_of_node_.resize(graph_.nodes.size(), kNoActors);
        edge_of_node_[node] = edge;
        behind.push_back(node);
      }
    SortNodes(&behind);
    for (const std::uint32_t node : behind)
      Add({node, edge_of_node_[node], voice.node, static_cast<std::uint16_t>(voice.depth + 1)},
          voices);
  }

  void AddSide(std::uint32_t author, const std::vector<ActorsVoice>& own) {
    ActorsSide side;
    side.author = author;
    for (std::size_t place = 0; place < kGroupLabels.size(); ++place) {
      ActorsStance stance;
      for (const ActorsVoice& voice : own)
        if (PlaceOf(StanceOf(library_, graph_, graph_.edges[voice.edge])) == place)
          Add(voice, &stance.voices);
      if (stance.voices.empty()) continue;
      stance.title = library_.say(kGroupLabels[place]);
      side.voices += stance.voices.size();
      side.stances.push_back(std::move(stance));
    }
    made_.sides.push_back(std::move(side));
  }

  const Library& library_;
  const ActorsGraph& graph_;
  std::vector<std::vector<std::uint32_t>> out_, in_;  // Lines of who quotes whom, by node.
  std::vector<std::uint8_t> root_, placed_, used_;
  std::vector<std::uint32_t> roots_, edge_of_node_;
  ActorsSides made_;
};

}  // namespace

Stance StanceOf(const Library& library, const ActorsGraph& graph, const ActorsEdge& edge) {
  std::array<std::uint32_t, kWords<Stance>.size()> count{};
  for (const ClaimId id : edge.claims) {
    const std::span<const Step> chain = library.dataset[id].attribution;
    for (std::size_t i = 0; i + 1 < chain.size(); ++i)
      if (chain[i].actor == graph.nodes[edge.from] && chain[i + 1].actor == graph.nodes[edge.to]) {
        ++count[static_cast<std::size_t>(chain[i].stance)];
        break;
      }
  }
  return static_cast<Stance>(std::max_element(count.begin(), count.end()) - count.begin());
}

std::string StanceWord(const Say& say, Stance stance) {
  constexpr std::array<std::string_view, 5> kBehindLabels{
      "", "agrees with##what one voice does with another",
      "guesses##what one voice does with another",
      "keeps its distance##what one voice does with another",
      "doubts##what one voice does with another"};
  const std::size_t place = PlaceOf(stance);
  return place == 0 ? std::string() : say(kBehindLabels[place]);
}

ActorsSides BuildActorsSides(const Library& library, const ActorsGraph& graph) {
  return SidesBuilder(library, graph).Build();
}

}  // namespace proviso::view
