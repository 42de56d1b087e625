// Each step of a layered drawing against what it promises: the least, the exact, the gap.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/layout/layer_order.h"
#include "core/layout/layer_place.h"
#include "core/layout/layered.h"

namespace proviso::layout {
namespace {

std::uint32_t Below(std::mt19937& random, std::uint32_t n) {
  return static_cast<std::uint32_t>(random() % n);
}

/// Vertices numbered layer after layer, so many in each, with segments at random.
LayeredSegments Random(std::mt19937& random, const std::vector<std::uint32_t>& sizes,
                       std::uint32_t percent) {
  LayeredSegments graph;
  std::uint32_t first = 0;
  for (std::uint32_t l = 0; l < sizes.size(); ++l) {
    for (std::uint32_t i = 0; i < sizes[l]; ++i) graph.layer.push_back(l);
    if (l > 0)
      for (std::uint32_t a = 0; a < sizes[l - 1]; ++a)
        for (std::uint32_t b = 0; b < sizes[l]; ++b)
          if (Below(random, 100) < percent)
            graph.from_to.emplace_back(first - sizes[l - 1] + a, first + b);
    first += sizes[l];
  }
  return graph;
}

Layers InOrder(const LayeredSegments& graph) {
  Layers layers;
  for (std::uint32_t v = 0; v < graph.layer.size(); ++v) {
    if (layers.size() <= graph.layer[v]) layers.resize(graph.layer[v] + 1);
    layers[graph.layer[v]].push_back(v);
  }
  return layers;
}

/// Every pair of segments looked at.
std::size_t CountPairs(const LayeredSegments& graph, const Layers& layers) {
  std::vector<int> place(graph.layer.size());
  for (const auto& layer : layers)
    for (std::size_t i = 0; i < layer.size(); ++i) place[layer[i]] = static_cast<int>(i);
  std::size_t crossings = 0;
  for (std::size_t a = 0; a < graph.from_to.size(); ++a)
    for (std::size_t b = 0; b < a; ++b) {
      const auto [af, at] = graph.from_to[a];
      const auto [bf, bt] = graph.from_to[b];
      if (graph.layer[af] != graph.layer[bf]) continue;
      if ((place[af] - place[bf]) * (place[at] - place[bt]) < 0) ++crossings;
    }
  return crossings;
}

/// The fewest crossings of all orders of all layers.
std::size_t Fewest(const LayeredSegments& graph, Layers* layers, std::size_t layer) {
  if (layer == layers->size()) return CountPairs(graph, *layers);
  std::size_t fewest = SIZE_MAX;
  std::sort((*layers)[layer].begin(), (*layers)[layer].end());
  do {
    fewest = std::min(fewest, Fewest(graph, layers, layer + 1));
  } while (std::next_permutation((*layers)[layer].begin(), (*layers)[layer].end()));
  return fewest;
}

LayeredGraph Graph(const std::vector<std::string_view>& keys,
                   const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges) {
  LayeredGraph graph;
  for (const std::string_view key : keys) graph.nodes.push_back({key, 100, 30});
  for (const auto& [from, to] : edges) graph.edges.push_back({from, to, {}});
  return graph;
}

}  // namespace

TEST_CASE("crossings are counted as by looking at every pair", "[layout][order]") {
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    const LayeredSegments graph =
        Random(random, {1 + Below(random, 6), 1 + Below(random, 6), 1 + Below(random, 6)},
               20 + Below(random, 60));
    Layers layers = InOrder(graph);
    for (auto& layer : layers)
      for (std::size_t i = layer.size(); i > 1; --i)
        std::swap(layer[i - 1], layer[Below(random, static_cast<std::uint32_t>(i))]);
    REQUIRE(CountCrossings(graph, layers) == CountPairs(graph, layers));
  }
}

TEST_CASE("small graphs are drawn with the fewest crossings that there can be", "[layout][order]") {
  std::mt19937 random(5);
  for (int round = 0; round < 60; ++round) {
    const LayeredSegments graph =
        Random(random, {2 + Below(random, 3), 2 + Below(random, 3), 2 + Below(random, 3)},
               35 + Below(random, 40));
    const Layers layers = OrderLayers(graph);
    Layers all = InOrder(graph);
    const std::size_t fewest = Fewest(graph, &all, 0);
    INFO("round " << round);
    REQUIRE(CountPairs(graph, layers) == fewest);
    // Every vertex stands once, in its own layer.
    for (std::size_t l = 0; l < layers.size(); ++l) {
      auto sorted = layers[l];
      std::sort(sorted.begin(), sorted.end());
      REQUIRE(sorted == InOrder(graph)[l]);
    }
  }
}

TEST_CASE("larger graphs have no pair of neighbours whose exchange would help", "[layout][order]") {
  std::mt19937 random(6);
  for (int round = 0; round < 8; ++round) {
    const LayeredSegments graph = Random(random, {9, 12, 12, 9}, 18);
    Layers layers = OrderLayers(graph);
    const std::size_t kept = CountPairs(graph, layers);
    for (auto& layer : layers)
      for (std::size_t i = 0; i + 1 < layer.size(); ++i) {
        std::swap(layer[i], layer[i + 1]);
        CHECK(CountPairs(graph, layers) >= kept);
        std::swap(layer[i], layer[i + 1]);
      }
    // Nor one that would do better anywhere else in its layer.
    for (auto& layer : layers) {
      const auto before = layer;
      for (std::size_t from = 0; from < layer.size(); ++from)
        for (std::size_t to = 0; to < layer.size(); ++to) {
          const std::uint32_t v = layer[from];
          layer.erase(layer.begin() + static_cast<std::ptrdiff_t>(from));
          layer.insert(layer.begin() + static_cast<std::ptrdiff_t>(to), v);
          CHECK(CountPairs(graph, layers) >= kept);
          layer = before;
        }
    }
  }
}

namespace {

/// What stands under one another in one layer, nothing pulling: the distances of their middles.
std::vector<float> Apart(const std::vector<float>& heights, float node_gap, float edge_gap) {
  LayeredSegments graph;
  graph.layer.assign(heights.size(), 0);
  Placing placing;
  placing.heights = heights;
  placing.node_gap = node_gap;
  placing.edge_gap = edge_gap;
  const std::vector<float> middles = PlaceVertices(graph, InOrder(graph), placing);
  std::vector<float> apart;
  for (std::size_t i = 1; i < middles.size(); ++i) apart.push_back(middles[i] - middles[i - 1]);
  return apart;
}

}  // namespace

TEST_CASE("nodes keep the gap of nodes, edges that of edges, a node and an edge the mean",
          "[layout][place]") {
  CHECK(Apart({30, 20}, 16, 10) == std::vector<float>{25 + 16});
  CHECK(Apart({0, 0}, 16, 10) == std::vector<float>{10});
  CHECK(Apart({30, 0}, 16, 10) == std::vector<float>{15 + 13});
  CHECK(Apart({0, 30}, 16, 10) == std::vector<float>{15 + 13});
  CHECK(Apart({30, 0, 0, 20, 40}, 16, 10) == std::vector<float>{15 + 13, 10, 10 + 13, 30 + 16});
  CHECK(Apart({31, 0}, 15, 10) == std::vector<float>{28});  // 15.5 + 12.5.
  CHECK(Apart({30, 0}, 15, 10) == std::vector<float>{28});  // 27.5, in whole points.
}

TEST_CASE("the first node of a drawing touches its top", "[layout][place]") {
  LayeredSegments graph;
  graph.layer = {0, 0, 1};
  graph.from_to = {{0, 2}};
  Placing placing;
  placing.heights = {30, 20, 50};
  placing.from_port = placing.to_port = {0};
  placing.weights = {1};
  const std::vector<float> middles = PlaceVertices(graph, InOrder(graph), placing);
  float top = 1e9f;
  for (std::size_t i = 0; i < middles.size(); ++i)
    top = std::min(top, middles[i] - placing.heights[i] / 2);
  CHECK(top >= 0);
  CHECK(top < 1);
}

TEST_CASE("no vertices moved together by a point would make the slopes less", "[layout][place]") {
  std::mt19937 random(8);
  for (int round = 0; round < 60; ++round) {
    const LayeredSegments graph = Random(random, {3, 3, 3}, 40);
    const Layers layers = InOrder(graph);
    Placing placing;
    for (std::size_t v = 0; v < graph.layer.size(); ++v)
      placing.heights.push_back(
          Below(random, 3) == 0 ? 0.0f : static_cast<float>(10 + 2 * (Below(random, 20))));
    for (std::size_t s = 0; s < graph.from_to.size(); ++s) {
      placing.from_port.push_back(static_cast<float>(Below(random, 9)) - 4);
      placing.to_port.push_back(static_cast<float>(Below(random, 9)) - 4);
      placing.weights.push_back(static_cast<std::uint8_t>(1 + Below(random, 8)));
    }
    std::vector<float> y = PlaceVertices(graph, layers, placing);
    const auto apart = [&](std::uint32_t a, std::uint32_t b) {
      const float ha = placing.heights[a], hb = placing.heights[b];
      const float gap = ha > 0 && hb > 0 ? 16.0f : ha > 0 || hb > 0 ? 13.0f : 10.0f;
      return std::ceil((ha + hb) / 2 + gap);
    };
    const auto fits = [&] {
      for (const auto& layer : layers)
        for (std::size_t i = 1; i < layer.size(); ++i)
          if (y[layer[i]] - y[layer[i - 1]] < apart(layer[i - 1], layer[i]) - 0.01f) return false;
      return true;
    };
    const auto slopes = [&] {
      float sum = 0;
      for (std::size_t s = 0; s < graph.from_to.size(); ++s) {
        const auto [from, to] = graph.from_to[s];
        sum += static_cast<float>(placing.weights[s]) *
               std::abs(y[to] + placing.to_port[s] - y[from] - placing.from_port[s]);
      }
      return sum;
    };
    REQUIRE(fits());
    const float kept = slopes();
    const std::vector<float> placed = y;
    for (unsigned moved = 1; moved + 1 < 1u << y.size(); ++moved)
      for (const float by : {-1.0f, 1.0f}) {
        for (std::size_t v = 0; v < y.size(); ++v)
          y[v] = placed[v] + ((moved >> v & 1u) != 0 ? by : 0);
        if (fits()) REQUIRE(slopes() >= kept - 0.01f);
      }
  }
}

TEST_CASE("too many vertices for the exact way still keep their gaps and come near it",
          "[layout][place]") {
  std::mt19937 random(4);
  const LayeredSegments graph = Random(random, {900, 900}, 0);
  LayeredSegments ladder = graph;
  for (std::uint32_t i = 0; i < 900; ++i) ladder.from_to.emplace_back(i, 900 + i);
  Placing placing;
  for (std::uint32_t v = 0; v < 1800; ++v) placing.heights.push_back(v < 900 ? 30.0f : 20.0f);
  placing.from_port.assign(900, 0);
  placing.to_port.assign(900, 0);
  placing.weights.assign(900, 1);
  const std::vector<float> y = PlaceVertices(ladder, InOrder(ladder), placing);
  for (std::uint32_t i = 0; i < 900; ++i) {
    if (i > 0) CHECK(y[i] - y[i - 1] >= 46);
    if (i > 0) CHECK(y[900 + i] - y[899 + i] >= 36);
    CHECK(std::abs(y[i] - y[900 + i]) <= 2);  // Each rung can be level.
  }
}

TEST_CASE("columns are as wide as their widest node, with a gap between", "[layout]") {
  LayeredGraph graph = Graph({"a", "b", "c"}, {{0, 1}, {1, 2}});
  graph.nodes[0].width = 80;
  graph.nodes[1].width = 120;
  graph.nodes[2].width = 60;
  LayeredGaps gaps;
  gaps.layer = 50;
  const LayeredDrawing drawing = DrawLayered(graph, gaps);
  REQUIRE(drawing.columns.size() == 3);
  CHECK(drawing.columns[0].x == 0);
  CHECK(drawing.columns[1].x == 80 + 50);
  CHECK(drawing.columns[2].x == 80 + 50 + 120 + 50);
  CHECK(drawing.columns[1].width == 120);
  CHECK(drawing.width == 80 + 50 + 120 + 50 + 60);
  CHECK(drawing.height == 30);
  CHECK(drawing.nodes[0] == Spot{0, 0});
}

TEST_CASE("a narrow node's edge is level to the end of its column", "[layout]") {
  LayeredGraph graph = Graph({"a", "b", "c"}, {{0, 2}, {1, 2}});
  graph.nodes[0].width = 40;
  const LayeredDrawing drawing = DrawLayered(graph);
  const std::vector<Spot>& line = drawing.edges[0];
  REQUIRE(line.size() == 3);
  CHECK(line[0].x == 40);
  CHECK(line[1].x == 100);
  CHECK(line[0].y == line[1].y);
  CHECK(line[2].x == 156);
}

TEST_CASE("a straight edge of full width has two ends and no bend", "[layout]") {
  const LayeredDrawing drawing = DrawLayered(Graph({"a", "b"}, {{0, 1}}));
  REQUIRE(drawing.edges[0].size() == 2);
  CHECK(drawing.edges[0][0] == Spot{100, 15});
  CHECK(drawing.edges[0][1] == Spot{156, 15});
}

TEST_CASE("edges leave side by side, in the order of what they lead to", "[layout]") {
  LayeredGraph graph = Graph({"hub", "a", "b", "c"}, {{0, 1}, {0, 2}, {0, 3}});
  graph.nodes[0].height = 100;
  const LayeredDrawing drawing = DrawLayered(graph);
  std::vector<std::pair<float, float>> ends;  // Where it enters, where it leaves.
  for (const auto& line : drawing.edges) ends.emplace_back(line.back().y, line.front().y);
  std::sort(ends.begin(), ends.end());
  // 18 apart, about the middle.
  CHECK(ends[1].second - ends[0].second == 18);
  CHECK(ends[2].second - ends[1].second == 18);
  CHECK(ends[1].second == drawing.nodes[0].y + 50);
  // No room for that: as far as the corners allow.
  graph.nodes[0].height = 36;
  const LayeredDrawing narrow = DrawLayered(graph);
  std::vector<float> leave;
  for (const auto& line : narrow.edges) leave.push_back(line.front().y);
  std::sort(leave.begin(), leave.end());
  CHECK(leave[0] == narrow.nodes[0].y + 8);
  CHECK(leave[2] == narrow.nodes[0].y + 28);
  // Two ends spread as well.
  const LayeredDrawing two = DrawLayered(Graph({"hub", "a", "b"}, {{0, 1}, {0, 2}}));
  CHECK(std::abs(two.edges[0].front().y - two.edges[1].front().y) == 14);
}

TEST_CASE("edges that enter are spread as those that leave", "[layout]") {
  LayeredGraph graph = Graph({"a", "b", "hub"}, {{0, 2}, {1, 2}});
  graph.nodes[2].height = 100;
  const LayeredDrawing drawing = DrawLayered(graph);
  CHECK(std::abs(drawing.edges[0].back().y - drawing.edges[1].back().y) == 18);
}

TEST_CASE("an edge spans as many layers as it must", "[layout]") {
  for (const int length : {0, 1, 2, 5}) {
    LayeredGraph graph = Graph({"a", "b"}, {{0, 1}});
    graph.edges[0].length = static_cast<std::uint8_t>(length);
    CHECK(DrawLayered(graph).layers[1] == static_cast<std::uint32_t>(std::max(1, length)));
  }
}

TEST_CASE("the heavier edge is the shorter", "[layout]") {
  // A node between two that stand three layers apart goes to whom it is joined more firmly.
  for (const bool first : {true, false}) {
    LayeredGraph graph = Graph({"a", "b", "c"}, {{0, 1}, {1, 2}, {0, 2}});
    graph.edges[2].length = 4;
    graph.edges[first ? 0 : 1].weight = 5;
    CHECK(DrawLayered(graph).layers[1] == (first ? 1 : 3));
  }
}

TEST_CASE("every part begins at the left, and the part with the sink ends with it", "[layout]") {
  LayeredGraph graph = Graph({"a", "b", "c", "d", "e", "s"}, {{0, 1}, {1, 2}, {3, 4}});
  const LayeredDrawing without = DrawLayered(graph);
  CHECK(without.layers == std::vector<std::uint32_t>{0, 1, 2, 0, 1, 0});
  graph.sink = 5;
  CHECK(DrawLayered(graph).layers == std::vector<std::uint32_t>{0, 1, 2, 0, 1, 2});
  graph.sink = 4;
  CHECK(DrawLayered(graph).layers == std::vector<std::uint32_t>{0, 1, 2, 0, 2, 0});
}

TEST_CASE("a circle is broken where it leads back to what is being left, from roots on",
          "[layout]") {
  const LayeredDrawing drawing = DrawLayered(Graph({"a", "b", "r"}, {{0, 1}, {1, 0}, {2, 1}}));
  CHECK(drawing.reversed == std::vector<std::uint8_t>{1, 0, 0});
  CHECK(drawing.layers == std::vector<std::uint32_t>{2, 1, 0});
  // What runs back begins at the left side of its node and ends at the right of the other.
  CHECK(drawing.edges[0].front().x == drawing.nodes[0].x);
  CHECK(drawing.edges[0].back().x == drawing.nodes[1].x + 100);
}

TEST_CASE("a loop has no line, and edges with the same ends have one each", "[layout]") {
  const LayeredDrawing drawing = DrawLayered(Graph({"a", "b"}, {{0, 0}, {0, 1}, {0, 1}}));
  CHECK(drawing.edges[0].empty());
  CHECK(drawing.edges[1].size() >= 2);
  CHECK(drawing.edges[2].size() >= 2);
  CHECK_FALSE(drawing.edges[1] == drawing.edges[2]);
}

TEST_CASE("long edges are straighter than short ones", "[layout]") {
  // A long edge passes two layers beside a chain; its inner part is level.
  const LayeredDrawing drawing = DrawLayered(
      Graph({"a", "b", "c", "d", "e", "f"}, {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {0, 4}, {5, 2}}));
  const std::vector<Spot>& line = drawing.edges[4];
  REQUIRE(line.size() >= 4);
  for (std::size_t i = 2; i + 2 < line.size(); ++i) CHECK(line[i].y == line[i - 1].y);
}

}  // namespace proviso::layout
