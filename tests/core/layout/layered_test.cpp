#include "core/layout/layered.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "core/layout/network_simplex.h"

namespace proviso::layout {
namespace {

/// A graph that owns its keys.
struct Made {
  std::vector<std::string> keys;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
  float width = 100, height = 30;

  LayeredGraph graph() const& {
    LayeredGraph graph;
    for (const std::string& key : keys) graph.nodes.push_back({key, width, height});
    for (const auto& [from, to] : edges) graph.edges.push_back({from, to, {}});
    return graph;
  }
  LayeredGraph graph() && = delete;  // Its keys would be gone.
};

Made Nodes(std::size_t count) {
  Made made;
  for (std::size_t i = 0; i < count; ++i) {
    std::string number = std::to_string(i);
    made.keys.push_back("n" + std::string(5 - number.size(), '0') + number);
  }
  return made;
}

std::uint32_t Next(std::uint32_t* seed) {
  *seed ^= *seed << 13;
  *seed ^= *seed >> 17;
  *seed ^= *seed << 5;
  return *seed;
}

/// Edges lead from lower to higher numbers, mostly to one near; `back` of them the other way.
Made Random(std::size_t nodes, std::size_t edges, std::uint32_t seed, std::size_t back = 0) {
  Made made = Nodes(nodes);
  for (std::size_t i = 0; i < edges; ++i) {
    const std::uint32_t from = Next(&seed) % static_cast<std::uint32_t>(nodes - 1);
    const std::uint32_t room = static_cast<std::uint32_t>(nodes) - 1 - from;
    const std::uint32_t to = from + 1 + Next(&seed) % std::min<std::uint32_t>(room, 12);
    if (i < back)
      made.edges.emplace_back(to, from);
    else
      made.edges.emplace_back(from, to);
  }
  return made;
}

/// What must hold of every drawing, as the first sentence that does not.
std::string Fault(const LayeredGraph& graph, const LayeredDrawing& drawing) {
  const auto box = [&](std::size_t i) {
    return std::pair(drawing.nodes[i], Spot{drawing.nodes[i].x + graph.nodes[i].width,
                                            drawing.nodes[i].y + graph.nodes[i].height});
  };
  for (std::size_t a = 0; a < graph.nodes.size(); ++a) {
    const auto [a0, a1] = box(a);
    if (a0.x < 0 || a0.y < -0.5f || a1.x > drawing.width || a1.y > drawing.height + 0.5f)
      return "a node lies outside";
    for (std::size_t b = 0; b < a; ++b) {
      const auto [b0, b1] = box(b);
      if (a0.x < b1.x && b0.x < a1.x && a0.y < b1.y && b0.y < a1.y) return "two nodes overlap";
    }
  }
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    const LayeredEdge& edge = graph.edges[i];
    if (edge.from == edge.to) continue;
    const std::vector<Spot>& line = drawing.edges[i];
    if (line.size() < 2) return "an edge has no line";
    const bool back = drawing.reversed[i] != 0;
    if ((drawing.layers[edge.from] < drawing.layers[edge.to]) == back)
      return "an edge runs the wrong way";
    const Spot start = line.front(), end = line.back();
    const auto [f0, f1] = box(edge.from);
    const auto [t0, t1] = box(edge.to);
    if (std::abs(start.x - (back ? f0.x : f1.x)) > 0.5f || start.y < f0.y || start.y > f1.y)
      return "an edge does not begin at its node";
    if (std::abs(end.x - (back ? t1.x : t0.x)) > 0.5f || end.y < t0.y || end.y > t1.y)
      return "an edge does not end at its node";
    for (std::size_t p = 1; p < line.size(); ++p) {
      if (back ? line[p].x > line[p - 1].x : line[p].x < line[p - 1].x) return "an edge turns back";
      // Where it is level it passes through a layer: no node is in the way.
      for (std::size_t n = 0; n < graph.nodes.size(); ++n) {
        const auto [n0, n1] = box(n);
        const float x = (line[p].x + line[p - 1].x) / 2, y = (line[p].y + line[p - 1].y) / 2;
        if (n != edge.from && n != edge.to && x > n0.x && x < n1.x && y > n0.y && y < n1.y)
          return "an edge runs through a node";
      }
    }
  }
  return {};
}

std::size_t Crossings(const Made& made) { return DrawLayered(made.graph()).crossings; }

TEST_CASE("a layered drawing of nothing is empty, and of one node is that node", "[layout]") {
  CHECK(DrawLayered({}).nodes.empty());
  const Made single = Nodes(1);
  const LayeredDrawing one = DrawLayered(single.graph());
  CHECK(one.nodes.at(0) == Spot{0, 0});
  CHECK(one.width == 100.0f);
  CHECK(one.height == 30.0f);
}

TEST_CASE("trees and ladders are drawn without a crossing", "[layout]") {
  Made tree = Nodes(40);
  for (std::uint32_t i = 1; i < 40; ++i) tree.edges.emplace_back((i * 7 + 3) % i, i);
  CHECK(Crossings(tree) == 0);
  Made roots = Nodes(40);
  for (std::uint32_t i = 1; i < 40; ++i) roots.edges.emplace_back(i, (i * 5 + 1) % i);
  CHECK(Crossings(roots) == 0);
  Made ladder = Nodes(20);
  for (std::uint32_t i = 0; i < 10; ++i) {
    if (i > 0) {
      ladder.edges.emplace_back(i - 1, i);
      ladder.edges.emplace_back(9 + i, 10 + i);
    }
    ladder.edges.emplace_back(i, 10 + i);
  }
  CHECK(Crossings(ladder) == 0);
}

TEST_CASE("complete bipartite graphs have the crossings that cannot be avoided", "[layout]") {
  // In two layers: n(n−1)/2 squared, whatever the order.
  for (const std::uint32_t n : {2u, 3u, 4u}) {
    Made made = Nodes(2 * n);
    for (std::uint32_t a = 0; a < n; ++a)
      for (std::uint32_t b = 0; b < n; ++b) made.edges.emplace_back(a, n + b);
    const std::size_t pairs = n * (n - 1) / 2;
    CHECK(Crossings(made) == pairs * pairs);
  }
}

TEST_CASE("layers are as near as the edges allow", "[layout]") {
  Made made = Nodes(6);  // A chain, and a late comer that leads to its end.
  made.edges = {{0, 1}, {1, 2}, {2, 3}, {4, 3}, {0, 5}};
  const LayeredDrawing drawing = DrawLayered(made.graph());
  CHECK(drawing.layers == std::vector<std::uint32_t>{0, 1, 2, 3, 2, 1});
}

TEST_CASE("the ranks of network simplex are the least of all", "[layout]") {
  // Against every assignment of four nodes to six ranks.
  std::uint32_t seed = 7;
  for (int round = 0; round < 60; ++round) {
    std::vector<Arc> arcs;
    for (std::uint32_t a = 0; a < 4; ++a)
      for (std::uint32_t b = a + 1; b < 4; ++b)
        if (Next(&seed) % 3 != 0)
          arcs.push_back({a, b, static_cast<std::int32_t>(Next(&seed) % 2 + 1),
                          static_cast<std::int32_t>(Next(&seed) % 4)});
    const auto cost = [&](const std::vector<std::int32_t>& ranks) {
      std::int64_t sum = 0;
      for (const Arc& arc : arcs) {
        if (ranks[arc.to] - ranks[arc.from] < arc.length) return std::int64_t{-1};
        sum += std::int64_t{arc.weight} * (ranks[arc.to] - ranks[arc.from]);
      }
      return sum;
    };
    std::vector<std::int32_t> ranks{0, 2, 4, 6};
    ShortenArcs(arcs, &ranks);
    const std::int64_t found = cost(ranks);
    REQUIRE(found >= 0);
    std::int64_t least = found;
    for (std::int32_t code = 0; code < 7 * 7 * 7 * 7; ++code) {
      const std::int64_t other = cost({code % 7, code / 7 % 7, code / 49 % 7, code / 343});
      if (other >= 0) least = std::min(least, other);
    }
    CHECK(found == least);
  }
}

TEST_CASE("nodes never overlap and edges run forward, but for those of cycles", "[layout]") {
  for (std::uint32_t seed = 1; seed <= 8; ++seed) {
    Made made = Random(30, 45, seed * 77, seed % 4);
    made.edges.emplace_back(3, 3);             // A loop,
    made.edges.push_back(made.edges.front());  // and the same edge twice.
    const LayeredGraph graph = made.graph();
    CHECK(Fault(graph, DrawLayered(graph)) == "");
  }
  Made ring = Nodes(5);
  ring.edges = {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 0}};
  const LayeredDrawing drawing = DrawLayered(ring.graph());
  CHECK(std::count(drawing.reversed.begin(), drawing.reversed.end(), 1) == 1);
}

TEST_CASE("a sink stands at the end, and what leaves it runs back", "[layout]") {
  Made made = Nodes(4);
  made.edges = {{0, 1}, {1, 2}, {2, 3}, {1, 3}};
  LayeredGraph graph = made.graph();
  graph.sink = 1;
  const LayeredDrawing drawing = DrawLayered(graph);
  CHECK(Fault(graph, drawing) == "");
  CHECK(drawing.layers[1] == *std::max_element(drawing.layers.begin(), drawing.layers.end()));
  CHECK(drawing.reversed == std::vector<std::uint8_t>{0, 1, 0, 1});
}

TEST_CASE("a drawing does not depend on the order of nodes and edges", "[layout]") {
  const Made made = Random(25, 40, 99, 2);
  const LayeredGraph graph = made.graph();
  const LayeredDrawing drawing = DrawLayered(graph);
  std::uint32_t seed = 5;
  for (int round = 0; round < 5; ++round) {
    std::vector<std::uint32_t> node(25), edge(40);
    for (std::uint32_t i = 0; i < 25; ++i) node[i] = i;
    for (std::uint32_t i = 0; i < 40; ++i) edge[i] = i;
    for (std::uint32_t i = 25; i > 1; --i) std::swap(node[i - 1], node[Next(&seed) % i]);
    for (std::uint32_t i = 40; i > 1; --i) std::swap(edge[i - 1], edge[Next(&seed) % i]);
    std::vector<std::uint32_t> place(25);
    LayeredGraph other;
    for (std::uint32_t i = 0; i < 25; ++i) {
      place[node[i]] = i;
      other.nodes.push_back(graph.nodes[node[i]]);
    }
    for (const std::uint32_t i : edge)
      other.edges.push_back({place[graph.edges[i].from], place[graph.edges[i].to], {}});
    const LayeredDrawing shuffled = DrawLayered(other);
    CHECK(shuffled.crossings == drawing.crossings);
    for (std::uint32_t i = 0; i < 25; ++i) CHECK(shuffled.nodes[place[i]] == drawing.nodes[i]);
    CHECK(shuffled.width == drawing.width);
  }
}

TEST_CASE("two thousand nodes with four thousand edges are laid out", "[layout][scale]") {
  const Made made = Random(2000, 4000, 4242);
  const LayeredGraph graph = made.graph();
  const LayeredDrawing drawing = DrawLayered(graph);
  REQUIRE(drawing.nodes.size() == 2000);
  std::vector<std::vector<float>> tops(drawing.columns.size());
  for (std::size_t i = 0; i < 2000; ++i) tops[drawing.layers[i]].push_back(drawing.nodes[i].y);
  bool apart = true;
  for (std::vector<float>& column : tops) {
    std::sort(column.begin(), column.end());
    for (std::size_t i = 1; i < column.size(); ++i)
      apart = apart && column[i] - column[i - 1] >= 30 + 16;
  }
  CHECK(apart);
  bool forward = true;
  for (const LayeredEdge& edge : graph.edges)
    forward = forward && drawing.layers[edge.from] < drawing.layers[edge.to];
  CHECK(forward);
}

}  // namespace
}  // namespace proviso::layout
