// The layout of networks: where everybody stands.
#include "core/layout/force.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace proviso::layout {
namespace {

constexpr std::uint64_t kAll = ~std::uint64_t{0};

/// A graph with names of its own.
struct Made {
  std::vector<std::string> names;
  ForceGraph graph;

  explicit Made(std::uint32_t count) {
    for (std::uint32_t i = 0; i < count; ++i) names.push_back("n" + std::to_string(1000 + i));
    for (std::uint32_t i = 0; i < count; ++i) {
      ForceNode node;
      node.key = names[i];
      node.size = 24 + static_cast<float>(i % 5) * 4;
      node.label_width = 60 + static_cast<float>(i % 7) * 12;
      node.label_height = i % 3 == 0 ? 34.0f : 17.0f;
      graph.nodes.push_back(node);
    }
  }
  void Join(std::uint32_t a, std::uint32_t b) { graph.edges.push_back({a, b, 1}); }
};

/// Two who let many speak, three of them both.
Made TwoHubs() {
  Made made(30);
  made.graph.nodes[0].lead = 1;
  made.graph.nodes[1].lead = 2;
  for (std::uint32_t i = 2; i < 30; ++i) made.Join(i % 2, i);
  for (const std::uint32_t both : {7u, 12u, 21u}) made.Join(1 - both % 2, both);
  return made;
}

std::vector<ForcePlace> LayOut(const ForceGraph& graph) {
  ForceRun run(graph);
  CHECK(run.Run(kAll));
  return run.Places();
}

std::size_t Overlaps(const ForceGraph& graph, const std::vector<ForcePlace>& places) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < places.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const ForceBox a = BoxOf(graph.nodes[i], places[i]), b = BoxOf(graph.nodes[j], places[j]);
      if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) ++count;
    }
  return count;
}

float Far(const ForcePlace& a, const ForcePlace& b) { return std::hypot(a.x - b.x, a.y - b.y); }

TEST_CASE("the same network gives the same picture, whatever the order it comes in",
          "[layout][force]") {
  const Made made = TwoHubs();
  const std::vector<ForcePlace> places = LayOut(made.graph);
  CHECK(LayOut(made.graph) == places);
  ForceGraph turned = made.graph;
  const auto count = static_cast<std::uint32_t>(turned.nodes.size());
  std::reverse(turned.nodes.begin(), turned.nodes.end());
  for (ForceEdge& edge : turned.edges)
    edge = {count - 1 - edge.to, count - 1 - edge.from, edge.pull};
  std::rotate(turned.edges.begin(), turned.edges.begin() + 5, turned.edges.end());
  std::vector<ForcePlace> again = LayOut(turned);
  std::reverse(again.begin(), again.end());
  CHECK(again == places);
}

TEST_CASE("the places are the same on every platform: these, to the point", "[layout][force]") {
  const std::vector<ForcePlace> expected{
      {-174, 0, false},   {174, 0, false},   {-415, -71, true},  {424, -34, true},
      {-389, 168, false}, {133, -235, true}, {-59, 200, false},  {-4, 127, false},
      {-432, -10, true},  {409, -116, true}, {-277, 198, false}, {125, -182, true},
      {1, -164, true},    {400, 97, false},  {-428, 38, false},  {321, -170, true},
      {-177, 217, false}, {-41, -98, true},  {-123, -215, true}, {270, 213, false},
      {-302, -181, true}, {47, 184, false},  {64, 54, false},    {158, 216, false},
      {-235, -240, true}, {341, 154, false}, {-373, -128, true}, {426, 19, false},
      {-394, 103, false}, {239, -209, true}};
  CHECK(LayOut(TwoHubs().graph) == expected);
}

TEST_CASE("a run in small steps ends in the same picture as one without", "[layout][force]") {
  const Made made = TwoHubs();
  const std::vector<ForcePlace> places = LayOut(made.graph);
  for (const std::uint64_t work : {1u, 97u, 5000u}) {
    ForceRun run(made.graph);
    std::size_t calls = 1;
    while (!run.Run(work)) ++calls;
    CHECK(calls > 20);
    CHECK(run.Places() == places);
    CHECK(run.Run(work));  // And stays there.
    CHECK(run.Places() == places);
  }
}

TEST_CASE("a step does about as much as it is told to", "[layout][force]") {
  Made made(1000);
  for (std::uint32_t i = 1; i < 1000; ++i) made.Join(i / 3, i);
  ForceRun run(made.graph);
  // Everywhere between the first step and the last there is a picture.
  CHECK_FALSE(run.Run(50'000));
  CHECK(run.Places().size() == 1000);
  std::size_t calls = 1;
  while (!run.Run(200'000)) ++calls;
  CHECK(calls > 50);
}

TEST_CASE("no mark or name lies on another", "[layout][force]") {
  const Made hubs = TwoHubs();
  CHECK(Overlaps(hubs.graph, LayOut(hubs.graph)) == 0);
  Made clique(40);
  for (std::uint32_t i = 0; i < 40; ++i)
    for (std::uint32_t j = 0; j < i; ++j) clique.Join(j, i);
  CHECK(Overlaps(clique.graph, LayOut(clique.graph)) == 0);
  Made alone(60);
  CHECK(Overlaps(alone.graph, LayOut(alone.graph)) == 0);
}

TEST_CASE("a pin stays where it is, and the others make way for it", "[layout][force]") {
  Made made = TwoHubs();
  const std::vector<ForcePlace> free = LayOut(made.graph);
  made.graph.nodes[5].pin = Spot{-333.25f, 111.5f};
  made.graph.nodes[8].pin = Spot{free[3].x, free[3].y};
  const std::vector<ForcePlace> places = LayOut(made.graph);
  CHECK(places[5].x == -333.25f);
  CHECK(places[5].y == 111.5f);
  CHECK(places[8].x == free[3].x);
  CHECK(Overlaps(made.graph, places) == 0);
}

TEST_CASE("what was there before stays near its place when the network changes",
          "[layout][force]") {
  Made made = TwoHubs();
  const std::vector<ForcePlace> before = LayOut(made.graph);
  for (std::size_t i = 0; i < before.size(); ++i)
    made.graph.nodes[i].start = Spot{before[i].x, before[i].y};
  // One comes in anew: round its neighbour.
  made.graph.nodes[29].start.reset();
  made.Join(29, 2);
  const std::vector<ForcePlace> after = LayOut(made.graph);
  CHECK(Overlaps(made.graph, after) == 0);
  float moved = 0;
  for (std::size_t i = 0; i + 1 < before.size(); ++i) moved += Far(before[i], after[i]);
  CHECK(moved / 29 < 60);
}

TEST_CASE("whoever stands in the middle is level, in order from the left", "[layout][force]") {
  const Made made = TwoHubs();
  const std::vector<ForcePlace> places = LayOut(made.graph);
  CHECK(places[0].x < places[1].x);
  CHECK(std::abs(places[0].y - places[1].y) < 40);
  // What hangs on one alone stands nearer to it than to the other, but for the few that the crowd
  // pushes past the middle.
  std::uint32_t nearer = 0;
  for (std::uint32_t i = 2; i < 30; ++i) {
    if (i == 7 || i == 12 || i == 21) continue;
    nearer += Far(places[i], places[i % 2]) < Far(places[i], places[1 - i % 2]) ? 1u : 0u;
  }
  CHECK(nearer >= 22);
}

TEST_CASE("parts that nothing joins stay in one picture", "[layout][force]") {
  Made made(24);
  for (std::uint32_t i = 0; i < 24; ++i)
    if (i % 4 != 0) made.Join(i - i % 4, i);
  const std::vector<ForcePlace> places = LayOut(made.graph);
  CHECK(Overlaps(made.graph, places) == 0);
  for (const ForcePlace& place : places) {
    CHECK(std::abs(place.x) < 1500);
    CHECK(std::abs(place.y) < 1000);
  }
}

TEST_CASE("one node stands in the middle, and of none there is no picture", "[layout][force]") {
  const Made one(1);
  const std::vector<ForcePlace> places = LayOut(one.graph);
  CHECK(std::abs(places[0].x) < 40);
  CHECK(std::abs(places[0].y) < 40);
  ForceRun none{ForceGraph{}};
  CHECK(none.done());
  CHECK(none.Places().empty());
}

TEST_CASE("edges to nowhere, loops, doubles and nodes on one spot do no harm", "[layout][force]") {
  Made made(6);
  made.Join(0, 99);
  made.Join(2, 2);
  for (int i = 0; i < 5; ++i) made.Join(0, 1);
  for (ForceNode& node : made.graph.nodes) node.start = Spot{10, 10};
  const std::vector<ForcePlace> places = LayOut(made.graph);
  CHECK(Overlaps(made.graph, places) == 0);
  for (const ForcePlace& place : places) CHECK(std::isfinite(place.x + place.y));
}

TEST_CASE("ten thousand edges among two thousand nodes come to an end without overlaps",
          "[layout][force][scale]") {
  Made made(2000);
  std::uint32_t seed = 7;
  const auto next = [&seed] {
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % 2000;
  };
  for (int i = 0; i < 10'000; ++i) made.Join(next(), next());
  const std::vector<ForcePlace> places = LayOut(made.graph);
  CHECK(Overlaps(made.graph, places) == 0);
}

}  // namespace
}  // namespace proviso::layout
