// Lays graphs out for tests/bench/layered.mjs: one graph a line as JSON on standard input, our
// drawing of it a line as JSON on standard output.
//   {"nodes": [[key, width, height], …], "edges": [[from, to], …], "gaps": [layer, node, edge]}
#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "core/layout/layered.h"

int main() {
  using nlohmann::json;
  for (std::string line; std::getline(std::cin, line);) {
    const json in = json::parse(line);
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
