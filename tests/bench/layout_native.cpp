// Lays graphs out for tests/bench/layered.mjs and force.mjs: one graph a line as JSON on standard
// input, our drawing of it a line as JSON on standard output.
//   {"nodes": [[key, width, height], …], "edges": [[from, to], …], "gaps": [layer, node, edge]}
//   {"force": [[key, size, label width, label height], …], "edges": [[from, to], …]}
#include <algorithm>
#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/layout/force.h"
#include "core/layout/layered.h"

namespace {

using nlohmann::json;
using Clock = std::chrono::steady_clock;

double Since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

json LayOutNetwork(const json& in) {
  namespace layout = proviso::layout;
  std::vector<std::string> keys;
  for (const json& node : in["force"]) keys.push_back(node[0].get<std::string>());
  layout::ForceGraph graph;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const json& node = in["force"][i];
    layout::ForceNode one;
    one.key = keys[i];
    one.size = node[1].get<float>();
    one.label_width = node[2].get<float>();
    one.label_height = node[3].get<float>();
    graph.nodes.push_back(one);
  }
  for (const json& edge : in["edges"])
    graph.edges.push_back({edge[0].get<std::uint32_t>(), edge[1].get<std::uint32_t>(), 1});
  const Clock::time_point start = Clock::now();
  layout::ForceRun run(graph);
  double worst = 0;
  for (bool done = false; !done;) {
    const Clock::time_point step = Clock::now();
    done = run.Run(1'000'000);
    worst = std::max(worst, Since(step));
  }
  json out = {{"ms", Since(start)}, {"worst", worst}, {"places", json::array()}};
  const std::vector<layout::ForcePlace> places = run.Places();
  std::size_t overlaps = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    out["places"].push_back({places[i].x, places[i].y});
    const layout::ForceBox a = layout::BoxOf(graph.nodes[i], places[i]);
    for (std::size_t j = 0; j < i; ++j) {
      const layout::ForceBox b = layout::BoxOf(graph.nodes[j], places[j]);
      if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) ++overlaps;
    }
  }
  out["overlaps"] = overlaps;
  return out;
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    const json in = json::parse(line);
    if (in.contains("force")) {
      std::cout << LayOutNetwork(in).dump() << "\n";
      continue;
    }
    std::vector<std::string> keys;
    for (const json& node : in["nodes"]) keys.push_back(node[0].get<std::string>());
    proviso::layout::LayeredGraph graph;
    for (std::size_t i = 0; i < keys.size(); ++i)
      graph.nodes.push_back(
          {keys[i], in["nodes"][i][1].get<float>(), in["nodes"][i][2].get<float>()});
    for (const json& edge : in["edges"])
      graph.edges.push_back({edge[0].get<std::uint32_t>(), edge[1].get<std::uint32_t>(), {}});
    const auto start = std::chrono::steady_clock::now();
    const proviso::layout::LayeredDrawing drawing = proviso::layout::DrawLayered(
        graph,
        {in["gaps"][0].get<float>(), in["gaps"][1].get<float>(), in["gaps"][2].get<float>()});
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    json out = {
        {"crossings", drawing.crossings}, {"layers", drawing.layers}, {"width", drawing.width},
        {"height", drawing.height},       {"ms", took.count()},       {"edges", json::array()}};
    for (const auto& edge : drawing.edges) {
      json points = json::array();
      for (const proviso::layout::Spot& spot : edge) points.push_back({spot.x, spot.y});
      out["edges"].push_back(std::move(points));
    }
    std::cout << out.dump() << "\n";
  }
  return 0;
}
