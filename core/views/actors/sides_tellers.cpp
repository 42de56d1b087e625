#include "core/views/actors/sides_tellers.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace proviso::view {
namespace {

constexpr float kBox = 16, kArrow = 26, kBetween = 4;

/// Puts `list` in the order of what `key` says of each, which is below `limit`; equal ones stay as
/// they are.
template <class KeyOf>
void PutInOrder(std::size_t limit, const KeyOf& key, std::vector<std::uint32_t>* list) {
  std::vector<std::uint32_t> next(limit + 1, 0), sorted(list->size());
  for (const std::uint32_t one : *list) ++next[key(one) + 1];
  for (std::size_t i = 1; i <= limit; ++i) next[i] += next[i - 1];
  for (const std::uint32_t one : *list) sorted[next[key(one)]++] = one;
  list->swap(sorted);
}

}  // namespace

void FindTold(const ActorsGraph& graph, const ActorsSides& sides, SidesPlaces* places) {
  std::vector<std::uint32_t>& edges = places->told_edges;
  std::uint32_t texts = 0;
  for (const std::uint32_t author : graph.author) texts = std::max(texts, author);
  std::vector<std::uint8_t> shared(graph.nodes.size(), 0);
  for (const ActorsShared& one : sides.shared) {
    shared[one.voices[0].node] = 1;
    edges.insert(edges.end(), one.edges.begin(), one.edges.end());
  }
  for (const std::uint32_t edge : sides.others)
    if (graph.edges[edge].kind == EdgeKind::kReports && places->spots[graph.edges[edge].to].author)
      edges.push_back(edge);
  PutInOrder(
      graph.edges.size(), [](std::uint32_t edge) { return edge; }, &edges);
  PutInOrder(
      texts + 1u,
      [&](std::uint32_t edge) {
        // A voice that is no author's comes behind them.
        const std::uint32_t author = graph.author[graph.edges[edge].from];
        return author == 0 ? texts : author - 1;
      },
      &edges);
  PutInOrder(
      graph.nodes.size(), [&](std::uint32_t edge) { return graph.edges[edge].to; }, &edges);
  std::vector<Told> by_node(graph.nodes.size());
  for (std::size_t i = 0; i < edges.size();) {
    const std::uint32_t node = graph.edges[edges[i]].to;
    std::size_t end = i;
    while (end < edges.size() && graph.edges[edges[end]].to == node) ++end;
    by_node[node] = {node, std::span<const std::uint32_t>(edges).subspan(i, end - i)};
    i = end;
  }
  for (const ActorsShared& one : sides.shared) places->told.push_back(by_node[one.voices[0].node]);
  for (const Told& told : by_node)
    if (!told.edges.empty() && shared[told.node] == 0) places->told.push_back(told);
}

SideTellers PlaceTellers(const Library& library, const ActorsGraph& graph,
                         const SidesPlaces& places, const Told& told, const Sketch& sketch,
                         const Space& space) {
  const ActorsSpot& spot = places.spots[told.node];
  const bool letters = library.dataset.documents.size() > 1;
  SideTellers one;
  one.node = told.node;
  one.y = spot.at.y;
  one.to = spot.name.right() + sketch.S(8);
  one.from = one.to + sketch.S(kArrow);
  float x = one.from + sketch.S(kBetween);
  const float end = space.width - space.margin() - (spot.author ? places.toggle : 0);
  const float more = sketch.Width(Type::kCaption, "+" + std::to_string(told.edges.size()));
  for (std::size_t i = 0; i < told.edges.size(); ++i) {
    const std::uint32_t from = graph.edges[told.edges[i]].from;
    SideTellers::Teller teller;
    teller.edge = told.edges[i];
    teller.letter = letters && graph.author[from] != 0;
    teller.words = teller.letter ? LetterOf(DocumentId(graph.author[from] - 1))
                                 : std::string(library.dataset[graph.nodes[from]].name);
    const float width = teller.letter ? sketch.LetterBoxWidth(kBox, teller.words)
                                      : std::ceil(sketch.Width(Type::kCaption, teller.words));
    const float room = std::max(width + sketch.S(kBetween), sketch.target());
    const bool last = i + 1 == told.edges.size();
    if (x + room + (last ? 0 : more) > end) {
      one.more = "+" + std::to_string(told.edges.size() - i);
      one.more_x = x;
      break;
    }
    teller.rect = {x, one.y - sketch.target() / 2, room, sketch.target()};
    x += room;
    one.tellers.push_back(std::move(teller));
  }
  return one;
}

}  // namespace proviso::view
