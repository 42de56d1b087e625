#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "core/layout/force.h"
#include "core/layout/force_field.h"

namespace proviso::layout {
namespace {

struct Points {
  explicit Points(std::uint32_t count, std::uint32_t seed = 1) {
    std::mt19937 random(seed);
    for (std::uint32_t i = 0; i < count; ++i) {
      points.push_back({static_cast<double>(random() % 10'000) / 10,
                        static_cast<double>(random() % 10'000) / 10});
      charges.push_back(static_cast<double>(1 + random() % 5));
    }
  }
  /// Every other point counted by itself.
  Vec Exact(std::size_t index) const {
    Vec push;
    for (std::size_t i = 0; i < points.size(); ++i) {
      const double x = points[index].x - points[i].x, y = points[index].y - points[i].y;
      const double square = x * x + y * y;
      if (i == index || square < 1) continue;
      push.x += x * charges[i] / square;
      push.y += y * charges[i] / square;
    }
    return push;
  }
  std::vector<Vec> points;
  std::vector<double> charges;
};

constexpr std::uint64_t kAll = ~std::uint64_t{0};

ForceNode Node(const char* key, float size, float label_width, float label_height) {
  ForceNode node;
  node.key = key;
  node.size = size;
  node.label_width = label_width;
  node.label_height = label_height;
  return node;
}

}  // namespace

TEST_CASE("up to 256 points push each one by itself, of more the far ones together",
          "[layout][force]") {
  for (const std::uint32_t count : {2u, 7u, 256u, 257u, 900u}) {
    const Points made(count);
    Field field;
    field.Build(made.points, made.charges);
    std::uint64_t work = 0;
    double worst = 0, off = 0, sum = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
      const Vec is = field.PushOn(i, &work);
      const Vec should = made.Exact(i);
      const double apart = std::hypot(is.x - should.x, is.y - should.y);
      worst = std::max(worst, apart);
      off += apart;
      sum += std::hypot(should.x, should.y);
    }
    INFO(count);
    const std::uint64_t all = std::uint64_t{count} * (count - 1);
    if (count <= 256) {
      CHECK(worst < 1e-9);
      CHECK(work == all);
    } else {
      CHECK(off < sum / 10);
      CHECK(work < all);
    }
  }
}

TEST_CASE("points on one spot part, each away from the other", "[layout][force]") {
  const std::vector<Vec> points{{5, 5}, {5, 5}};
  const std::vector<double> charges{10, 10};
  Field field;
  field.Build(points, charges);
  std::uint64_t work = 0;
  const Vec one = field.PushOn(0, &work);
  const Vec other = field.PushOn(1, &work);
  CHECK(std::hypot(one.x, one.y) > 0);
  CHECK(one.x == -other.x);
  CHECK(one.y == -other.y);
  CHECK(std::isfinite(one.x));
}

TEST_CASE("very near, a push has a limit", "[layout][force]") {
  const std::vector<double> charges{1, 1};
  for (const double far : {1.0, 0.5, 0.1, 0.001}) {
    const std::vector<Vec> points{{0, 0}, {far, 0}};
    Field field;
    field.Build(points, charges);
    std::uint64_t work = 0;
    INFO(far);
    CHECK(std::abs(field.PushOn(0, &work).x) <= 1.0);
  }
}

TEST_CASE("hundreds of points on one spot end in a leaf", "[layout][force]") {
  const std::vector<Vec> points(300, Vec{1, 1});
  const std::vector<double> charges(300, 1);
  Field field;
  field.Build(points, charges);
  std::uint64_t work = 0;
  const Vec push = field.PushOn(7, &work);
  CHECK(std::isfinite(push.x));
  CHECK(work > 0);
}

TEST_CASE("a box holds mark and name, the name over or under it", "[layout][force]") {
  const ForceNode node = Node("a", 20, 60, 17);
  const ForceBox under = BoxOf(node, {100, 50, false});
  CHECK(under.left == 70);
  CHECK(under.right == 130);
  CHECK(under.top == 40);
  CHECK(under.bottom == 60 + 17);
  const ForceBox over = BoxOf(node, {100, 50, true});
  CHECK(over.top == 40 - 17);
  CHECK(over.bottom == 60);
  const ForceBox wide = BoxOf(Node("a", 80, 60, 17), {100, 50, false});
  CHECK(wide.left == 60);
  CHECK(wide.right == 140);
}

TEST_CASE("one or two in the middle are held level, three are not", "[layout][force]") {
  for (std::uint32_t leads = 1; leads <= 3; ++leads) {
    ForceGraph graph;
    const char* keys[] = {"a", "b", "c", "d", "e", "f"};
    for (const char* key : keys) graph.nodes.push_back(Node(key, 20, 40, 17));
    for (std::uint32_t i = 0; i < leads; ++i) graph.nodes[i].lead = i + 1;
    for (std::uint32_t i = leads; i < 6; ++i) graph.edges.push_back({0, i, 1});
    ForceRun run(graph);
    REQUIRE(run.Run(kAll));
    const auto places = run.Places();
    bool level = true;
    for (std::uint32_t i = 0; i < leads; ++i) level = level && places[i].y == 0 && !places[i].above;
    INFO(leads);
    CHECK(level == (leads <= 2));
  }
}

TEST_CASE("a pin is kept to the fraction, and a lead gives way to it", "[layout][force]") {
  ForceGraph graph;
  graph.nodes = {Node("a", 30, 60, 17), Node("b", 30, 60, 17), Node("c", 30, 60, 17)};
  graph.nodes[0].lead = 1;
  graph.nodes[1].pin = Spot{3.25f, -2.5f};
  graph.edges = {{0, 1, 1}, {0, 2, 1}};
  ForceRun run(graph);
  REQUIRE(run.Run(kAll));
  const auto places = run.Places();
  CHECK(places[1].x == 3.25f);
  CHECK(places[1].y == -2.5f);
  CHECK(places[0].x == std::floor(places[0].x));
  const ForceBox a = BoxOf(graph.nodes[0], places[0]), b = BoxOf(graph.nodes[1], places[1]);
  CHECK((a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top));
}

TEST_CASE("two pins may overlap, and that comes to an end", "[layout][force]") {
  ForceGraph graph;
  graph.nodes = {Node("a", 30, 60, 17), Node("b", 30, 60, 17)};
  graph.nodes[0].pin = graph.nodes[1].pin = Spot{1, 1};
  ForceRun run(graph);
  REQUIRE(run.Run(kAll));
  CHECK(run.Places()[0].x == 1);
  CHECK(run.Places()[1].x == 1);
}

TEST_CASE("of several edges between two the strongest pulls, in whatever order they come",
          "[layout][force]") {
  const auto apart = [](const std::vector<float>& pulls) {
    ForceGraph graph;
    graph.nodes = {Node("a", 20, 20, 0), Node("b", 20, 20, 0), Node("c", 20, 20, 0)};
    for (const float pull : pulls) graph.edges.push_back({0, 1, pull});
    graph.edges.push_back({1, 2, 1});
    ForceRun run(graph);
    REQUIRE(run.Run(kAll));
    return run.Places();
  };
  CHECK(apart({1}) == apart({0.1f, 1}));
  CHECK(apart({1}) == apart({1, 0.1f}));
  CHECK(apart({1}) == apart({1, 1, 1}));
  CHECK_FALSE(apart({1}) == apart({0.1f}));
}

TEST_CASE("a drawing is at least as wide as high, however little is asked", "[layout][force]") {
  const auto places = [](float stretch) {
    ForceGraph graph;
    const char* keys[] = {"a", "b", "c", "d", "e"};
    for (const char* key : keys) graph.nodes.push_back(Node(key, 20, 40, 17));
    for (std::uint32_t i = 1; i < 5; ++i) graph.edges.push_back({0, i, 1});
    graph.stretch = stretch;
    ForceRun run(graph);
    REQUIRE(run.Run(kAll));
    return run.Places();
  };
  CHECK(places(0.2f) == places(1));
  CHECK_FALSE(places(2) == places(1));
}

TEST_CASE("a run that begins from places keeps them nearly; of none it is done at once",
          "[layout][force]") {
  CHECK(ForceRun(ForceGraph()).done());
  ForceGraph graph;
  const char* keys[] = {"a", "b", "c", "d", "e"};
  for (const char* key : keys) graph.nodes.push_back(Node(key, 20, 40, 17));
  for (std::uint32_t i = 1; i < 5; ++i) graph.edges.push_back({0, i, 1});
  ForceRun first(graph);
  REQUIRE(first.Run(kAll));
  const auto before = first.Places();
  for (std::size_t i = 0; i < before.size(); ++i)
    graph.nodes[i].start = Spot{before[i].x, before[i].y};
  ForceRun again(graph);
  REQUIRE(again.Run(kAll));
  const auto after = again.Places();
  for (std::size_t i = 0; i < before.size(); ++i)
    CHECK(std::hypot(after[i].x - before[i].x, after[i].y - before[i].y) < 25);
}

}  // namespace proviso::layout
