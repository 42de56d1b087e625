#include "core/layout/layer_place.h"

#include <algorithm>
#include <cmath>

#include "core/layout/network_simplex.h"

namespace proviso::layout {
namespace {

constexpr int kPasses = 24;
constexpr std::size_t kMostExact = 2600;  // Vertices and segments.

class Placer {
 public:
  Placer(const LayeredSegments& graph, const Layers& layers, const Placing& placing)
      : graph_(graph), layers_(layers), placing_(placing), y_(graph.layer.size(), 0) {}

  std::vector<float> Place() {
    touching_.resize(y_.size());
    for (std::uint32_t i = 0; i < graph_.from_to.size(); ++i) {
      touching_[graph_.from_to[i].first].push_back(i);
      touching_[graph_.from_to[i].second].push_back(i);
    }
    for (const auto& layer : layers_) Pack(layer);
    for (int pass = 0; pass < kPasses; ++pass) {
      const bool both = pass >= kPasses / 2;
      for (std::size_t i = 0; i < layers_.size(); ++i) {
        const bool forward = pass % 2 == 0;
        Settle(layers_[forward ? i : layers_.size() - 1 - i], both || forward, both || !forward);
      }
    }
    Round();
    if (y_.size() + graph_.from_to.size() <= kMostExact) Exact();
    std::vector<float> middles(y_.size());
    double top = 1e30;
    for (std::size_t i = 0; i < y_.size(); ++i)
      top = std::min(top, y_[i] - static_cast<double>(placing_.heights[i]) / 2);
    for (std::size_t i = 0; i < y_.size(); ++i)
      middles[i] = static_cast<float>(y_[i] - std::floor(top));
    return middles;
  }

 private:
  /// The least distance of the middles of `b`, next under `a`.
  double Apart(std::uint32_t a, std::uint32_t b) const {
    const float ha = placing_.heights[a], hb = placing_.heights[b];
    const float gap = ha > 0 && hb > 0     ? placing_.node_gap
                      : ha <= 0 && hb <= 0 ? placing_.edge_gap
                                           : (placing_.node_gap + placing_.edge_gap) / 2;
    return std::ceil(static_cast<double>((ha + hb) / 2 + gap));
  }

  void Pack(const std::vector<std::uint32_t>& layer) {
    for (std::size_t i = 1; i < layer.size(); ++i)
      y_[layer[i]] = y_[layer[i - 1]] + Apart(layer[i - 1], layer[i]);
    if (layer.empty()) return;
    const double half = y_[layer.back()] / 2;
    for (const std::uint32_t at : layer) y_[at] -= half;
  }

  /// Moves a layer as near as the gaps allow to the weighted mean of its neighbours: what pushes
  /// against each other moves as one block, as in isotonic regression.
  void Settle(const std::vector<std::uint32_t>& layer, bool before, bool after) {
    struct Block {
      double value = 0, weight = 0;
      std::size_t count = 0;
    };
    std::vector<Block> blocks;
    std::vector<double> offsets(layer.size(), 0);
    for (std::size_t i = 0; i < layer.size(); ++i) {
      const std::uint32_t at = layer[i];
      if (i > 0) offsets[i] = offsets[i - 1] + Apart(layer[i - 1], at);
      double sum = 0, weight = 0;
      for (const std::uint32_t s : touching_[at]) {
        const auto [from, to] = graph_.from_to[s];
        const bool leaves = from == at;
        if (leaves ? !after : !before) continue;
        const double port = static_cast<double>(placing_.to_port[s] - placing_.from_port[s]);
        const double w = placing_.weights[s];
        sum += w * (leaves ? y_[to] + port : y_[from] - port);
        weight += w;
      }
      Block block{y_[at], 0.01, 1};
      if (weight > 0) block = {sum / weight, weight, 1};
      block.value -= offsets[i];
      while (!blocks.empty() && blocks.back().value > block.value) {
        const Block& last = blocks.back();
        block.value =
            (last.value * last.weight + block.value * block.weight) / (last.weight + block.weight);
        block.weight += last.weight;
        block.count += last.count;
        blocks.pop_back();
      }
      blocks.push_back(block);
    }
    std::size_t i = 0;
    for (const Block& block : blocks)
      for (std::size_t n = 0; n < block.count; ++n, ++i) y_[layer[i]] = block.value + offsets[i];
  }

  void Round() {
    for (const auto& layer : layers_)
      for (std::size_t i = 0; i < layer.size(); ++i) {
        double& y = y_[layer[i]];
        y = std::round(y);
        if (i > 0) y = std::max(y, y_[layer[i - 1]] + Apart(layer[i - 1], layer[i]));
      }
  }

  /// The least sum of slopes: one more node for every segment, before both of its ends.
  void Exact() {
    const auto count = static_cast<std::uint32_t>(y_.size());
    std::vector<Arc> arcs;
    std::vector<std::int32_t> ranks(y_.size() + graph_.from_to.size());
    for (std::uint32_t i = 0; i < count; ++i) ranks[i] = static_cast<std::int32_t>(y_[i]);
    for (std::uint32_t s = 0; s < graph_.from_to.size(); ++s) {
      const auto [from, to] = graph_.from_to[s];
      const auto up = static_cast<std::int32_t>(std::lround(-placing_.from_port[s]));
      const auto down = static_cast<std::int32_t>(std::lround(-placing_.to_port[s]));
      arcs.push_back({count + s, from, up, placing_.weights[s]});
      arcs.push_back({count + s, to, down, placing_.weights[s]});
      ranks[count + s] = std::min(ranks[from] - up, ranks[to] - down);
    }
    for (const auto& layer : layers_)
      for (std::size_t i = 1; i < layer.size(); ++i)
        arcs.push_back(
            {layer[i - 1], layer[i], static_cast<std::int32_t>(Apart(layer[i - 1], layer[i])), 0});
    ShortenArcs(std::move(arcs), &ranks);
    for (std::uint32_t i = 0; i < count; ++i) y_[i] = ranks[i];
  }

  const LayeredSegments& graph_;
  const Layers& layers_;
  const Placing& placing_;
  std::vector<double> y_;
  std::vector<std::vector<std::uint32_t>> touching_;
};

}  // namespace

std::vector<float> PlaceVertices(const LayeredSegments& graph, const Layers& layers,
                                 const Placing& placing) {
  return Placer(graph, layers, placing).Place();
}

}  // namespace proviso::layout
