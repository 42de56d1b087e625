// Strongly connected components and camps, against what a walk to everywhere finds.

#include "core/reason/components.h"

#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "core/reason/plan.h"
#include "tests/core/reason/ask.h"

namespace proviso::test {
namespace {

struct Edge {
  std::uint32_t from, to;
  bool opposite;
};

std::vector<Edge> RandomEdges(std::mt19937* random, std::uint32_t nodes, std::size_t count) {
  std::vector<Edge> edges;
  for (std::size_t i = 0; i < count; ++i)
    edges.push_back({static_cast<std::uint32_t>((*random)() % nodes),
                     static_cast<std::uint32_t>((*random)() % nodes), (*random)() % 3 == 0});
  return edges;
}

/// Whether each node can be reached from each, itself included.
std::vector<std::vector<bool>> Reach(std::uint32_t nodes, const std::vector<Edge>& edges) {
  std::vector<std::vector<bool>> reach(nodes, std::vector<bool>(nodes, false));
  for (std::uint32_t i = 0; i < nodes; ++i) reach[i][i] = true;
  for (const Edge& edge : edges) reach[edge.from][edge.to] = true;
  for (std::uint32_t via = 0; via < nodes; ++via)
    for (std::uint32_t a = 0; a < nodes; ++a)
      for (std::uint32_t b = 0; b < nodes; ++b)
        if (reach[a][via] && reach[via][b]) reach[a][b] = true;
  return reach;
}

/// Whether some way of putting `nodes` things on two sides agrees with all that is told.
bool TwoSidesFit(std::uint32_t nodes, const std::vector<Edge>& told) {
  for (std::uint32_t sides = 0; sides < 1u << nodes; ++sides) {
    bool fits = true;
    for (const Edge& edge : told)
      fits = fits && ((sides >> edge.from ^ sides >> edge.to) & 1u) == (edge.opposite ? 1u : 0u);
    if (fits) return true;
  }
  return false;
}

/// A link of `count` antecedents, pulled and needed in every form that has more than one rule.
std::string WideLink(int count) {
  std::string needed;
  for (int i = 0; i < count; ++i) needed += (i == 0 ? "" : " & ") + ("l" + std::to_string(i));
  return "w: if " + needed + " -> aid\nw: onlyIf " + needed + " -> aid\n";
}

std::size_t SizeOf(const reason::Plan& plan) {
  return plan.antecedents.size() + plan.exceptions.size() + plan.guards.size() +
         plan.guard_exceptions.size() + plan.edges.size() + plan.rules.size() + plan.wakes.size();
}

}  // namespace

TEST_CASE("two nodes are in one component if each can be reached from the other", "[reason]") {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const std::uint32_t nodes = 1 + static_cast<std::uint32_t>(random() % 9);
    const std::vector<Edge> edges = RandomEdges(&random, nodes, random() % 20);
    const auto reach = Reach(nodes, edges);
    const std::vector<std::uint32_t> component = reason::StrongComponents(
        nodes, edges.size(), [&](std::size_t i, std::uint32_t* from, std::uint32_t* to) {
          *from = edges[i].from;
          *to = edges[i].to;
          return true;
        });
    for (std::uint32_t a = 0; a < nodes; ++a)
      for (std::uint32_t b = 0; b < nodes; ++b) {
        CHECK((component[a] == component[b]) == (reach[a][b] && reach[b][a]));
        if (reach[a][b]) CHECK(component[a] >= component[b]);
      }
  }
}

TEST_CASE("camps hold as long as two sides can be found that agree with all that is told",
          "[reason]") {
  std::mt19937 random(11);
  int refused = 0;
  for (int round = 0; round < 300; ++round) {
    const std::uint32_t things = 2 + static_cast<std::uint32_t>(random() % 7);
    reason::Camps camps(things);
    std::vector<Edge> told;
    for (const Edge& edge : RandomEdges(&random, things, 12)) {
      told.push_back(edge);
      const bool fits = TwoSidesFit(things, told);
      CHECK(camps.Join(edge.from, edge.to, edge.opposite) == fits);
      if (!fits) {
        ++refused;
        told.pop_back();
      }
    }
  }
  CHECK(refused > 100);
}

TEST_CASE("a link of twice the antecedents makes a plan of twice the size", "[reason][limits]") {
  const auto size_with = [](int count) {
    const Told told(WideLink(count));
    return SizeOf(reason::BuildPlan(told.data, told.views, Lit(told.data, "aid").proposition(), 0,
                                    told.views.size()));
  };
  const std::size_t one = size_with(60);
  CHECK(size_with(120) <= one * 2 + 8);
  CHECK(one > 60);
}

}  // namespace proviso::test
