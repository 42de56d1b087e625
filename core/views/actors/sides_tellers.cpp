#include "core/views/actors/sides_tellers.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/sort.h"

namespace proviso::view {
namespace {

constexpr float kBox = 16, kArrow = 26, kBetween = 4;

/// The lines that end at a node, in the order of the texts whose authors they come from.
struct Told {
  std::uint32_t node = 0;
  std::vector<std::uint32_t> edges;
};

std::vector<Told> WhoIsTold(const ActorsGraph& graph, const ActorsSides& sides,
                            const SidesPlaces& places) {
  std::vector<Told> told;
  for (const ActorsShared& one : sides.shared) told.push_back({one.voices[0].node, one.edges});
  std::vector<std::uint32_t> others;
  for (const std::uint32_t edge : sides.others)
    if (graph.edges[edge].kind == EdgeKind::kReports && places.spots[graph.edges[edge].to].author)
      others.push_back(edge);
  SortList(&others, [&graph](std::uint32_t a, std::uint32_t b) {
    return graph.edges[a].to != graph.edges[b].to ? graph.edges[a].to < graph.edges[b].to : a < b;
  });
  for (const std::uint32_t edge : others) {
    const std::uint32_t node = graph.edges[edge].to;
    if (told.empty() || told.back().node != node) told.push_back({node, {}});
    told.back().edges.push_back(edge);
  }
  for (Told& one : told)
    SortList(&one.edges, [&graph](std::uint32_t a, std::uint32_t b) {
      // A voice that is no author's has 0, and comes behind them.
      const auto place = [&graph](std::uint32_t edge) {
        return graph.author[graph.edges[edge].from] - 1;
      };
      return place(a) != place(b) ? place(a) < place(b) : a < b;
    });
  return told;
}

}  // namespace

std::vector<SideTellers> PlaceTellers(const ActorsGraph& graph, const ActorsSides& sides,
                                      const SidesPlaces& places, const Sketch& sketch,
                                      const Space& space) {
  std::vector<SideTellers> made;
  if (!places.under) return made;
  for (const Told& told : WhoIsTold(graph, sides, places)) {
    const ActorsSpot& spot = places.spots[told.node];
    if (!spot.shown) continue;
    SideTellers one;
    one.node = told.node;
    one.y = spot.at.y;
    one.to = spot.name.right() + sketch.S(8);
    one.from = one.to + sketch.S(kArrow);
    float x = one.from + sketch.S(kBetween);
    const float end = space.width - space.margin() - (spot.author ? places.toggle : 0);
    const float more = sketch.Width(Type::kCaption, "+" + std::to_string(told.edges.size()));
    for (std::size_t i = 0; i < told.edges.size(); ++i) {
      const ActorsNodeWords& from = places.nodes[graph.edges[told.edges[i]].from];
      SideTellers::Teller teller;
      teller.edge = told.edges[i];
      teller.letter = !from.letter.empty();
      teller.words = teller.letter ? from.letter : from.label;
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
    made.push_back(std::move(one));
  }
  return made;
}

}  // namespace proviso::view
