#include "core/layout/layered.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "core/base/sort.h"
#include "core/layout/layer_order.h"
#include "core/layout/layer_place.h"
#include "core/layout/network_simplex.h"

namespace proviso::layout {
namespace {

constexpr float kPortGap = 18;  // Between the ends of edges at one side of a node.
constexpr float kPortEdge = 8;  // From a corner to the first end.

/// The work on one graph. Nodes are numbered by key, edges by their ends and key.
class Drawer {
 public:
  Drawer(const LayeredGraph& graph, const LayeredGaps& gaps) : graph_(graph), gaps_(gaps) {}

  LayeredDrawing Draw() {
    Sort();
    BreakCycles();
    AssignLayers();
    AddBends();
    const Layers layers = OrderLayers(segments_);
    drawing_.crossings = CountCrossings(segments_, layers);
    Place(layers);
    return std::move(drawing_);
  }

 private:
  struct Link {
    std::uint32_t edge = 0, from = 0, to = 0;  // Ends by sorted number, pointing forward.
    bool back = false;
    std::uint32_t first = 0, last = 0;  // Its segments.
  };

  void Sort() {
    const auto count = static_cast<std::uint32_t>(graph_.nodes.size());
    original_.resize(count);
    for (std::uint32_t i = 0; i < count; ++i) original_[i] = i;
    SortList(&original_, [&](std::uint32_t a, std::uint32_t b) {
      return std::tie(graph_.nodes[a].key, a) < std::tie(graph_.nodes[b].key, b);
    });
    std::vector<std::uint32_t> number(count);
    for (std::uint32_t i = 0; i < count; ++i) number[original_[i]] = i;
    for (std::uint32_t i = 0; i < graph_.edges.size(); ++i) {
      const LayeredEdge& edge = graph_.edges[i];
      if (edge.from == edge.to) continue;
      Link link;
      link.edge = i;
      link.from = number[edge.from];
      link.to = number[edge.to];
      links_.push_back(link);
    }
    SortList(&links_, [&](const Link& a, const Link& b) {
      return std::tie(a.from, a.to, graph_.edges[a.edge].key, a.edge) <
             std::tie(b.from, b.to, graph_.edges[b.edge].key, b.edge);
    });
    if (graph_.sink < count) sink_ = number[graph_.sink];
  }

  /// Turns round what leads back to a node that is being left, depth first, from nodes that
  /// nothing leads to.
  void BreakCycles() {
    const std::size_t count = original_.size();
    const auto turn = [](Link* link) {
      std::swap(link->from, link->to);
      link->back = true;
    };
    std::vector<std::vector<std::uint32_t>> out(count);
    std::vector<std::uint32_t> into(count, 0);
    for (std::uint32_t i = 0; i < links_.size(); ++i) {
      if (links_[i].from == sink_) turn(&links_[i]);
      out[links_[i].from].push_back(i);
      ++into[links_[i].to];
    }
    enum : std::uint8_t { kNew, kOpen, kDone };
    std::vector<std::uint8_t> state(count, kNew);
    std::vector<std::pair<std::uint32_t, std::size_t>> path;
    const auto search = [&](std::uint32_t root) {
      if (state[root] != kNew) return;
      path.emplace_back(root, 0);
      state[root] = kOpen;
      while (!path.empty()) {
        auto& [at, next] = path.back();
        if (next == out[at].size()) {
          state[at] = kDone;
          path.pop_back();
          continue;
        }
        Link& link = links_[out[at][next++]];
        const std::uint32_t to = link.to;
        if (state[to] == kOpen) {
          turn(&link);
        } else if (state[to] == kNew) {
          state[to] = kOpen;
          path.emplace_back(to, 0);
        }
      }
    };
    for (std::uint32_t i = 0; i < count; ++i)
      if (into[i] == 0) search(i);
    for (std::uint32_t i = 0; i < count; ++i) search(i);
  }

  void AssignLayers() {
    const std::size_t count = original_.size();
    // Longest paths, in an order in which every node stands behind those that lead to it.
    std::vector<std::vector<std::uint32_t>> out(count);
    std::vector<std::uint32_t> into(count, 0), open;
    std::vector<Arc> arcs;
    for (std::uint32_t i = 0; i < links_.size(); ++i) {
      const LayeredEdge& edge = graph_.edges[links_[i].edge];
      arcs.push_back({links_[i].from, links_[i].to, std::max<std::int32_t>(edge.length, 1),
                      std::max<std::int32_t>(edge.weight, 1)});
      out[links_[i].from].push_back(i);
      ++into[links_[i].to];
    }
    std::vector<std::int32_t> ranks(count, 0);
    for (std::uint32_t i = 0; i < count; ++i)
      if (into[i] == 0) open.push_back(i);
    for (std::size_t at = 0; at < open.size(); ++at)
      for (const std::uint32_t i : out[open[at]]) {
        ranks[arcs[i].to] = std::max(ranks[arcs[i].to], ranks[open[at]] + arcs[i].length);
        if (--into[arcs[i].to] == 0) open.push_back(arcs[i].to);
      }
    ShortenArcs(arcs, &ranks);
    // Every part that hangs together begins at the left, but the part with the sink ends with it.
    std::vector<std::uint32_t> root(count);
    for (std::uint32_t i = 0; i < count; ++i) root[i] = i;
    const auto find = [&root](std::uint32_t at) {
      while (root[at] != at) at = root[at] = root[root[at]];
      return at;
    };
    for (const Arc& arc : arcs) root[find(arc.from)] = find(arc.to);
    std::vector<std::int32_t> least(count, INT32_MAX);
    for (std::uint32_t i = 0; i < count; ++i) least[find(i)] = std::min(least[find(i)], ranks[i]);
    segments_.layer.resize(count);
    std::int32_t most = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
      ranks[i] -= least[find(i)];
      most = std::max(most, ranks[i]);
    }
    if (sink_ < count) ranks[sink_] = std::max(ranks[sink_], most);
    drawing_.layers.resize(count);
    for (std::uint32_t i = 0; i < count; ++i) {
      segments_.layer[i] = static_cast<std::uint32_t>(ranks[i]);
      drawing_.layers[original_[i]] = segments_.layer[i];
    }
  }

  void AddBends() {
    for (Link& link : links_) {
      link.first = static_cast<std::uint32_t>(segments_.from_to.size());
      std::uint32_t at = link.from;
      const std::uint32_t end = segments_.layer[link.to];
      for (std::uint32_t layer = segments_.layer[link.from] + 1; layer < end; ++layer) {
        const auto bend = static_cast<std::uint32_t>(segments_.layer.size());
        segments_.layer.push_back(layer);
        segments_.from_to.emplace_back(at, bend);
        at = bend;
      }
      segments_.from_to.emplace_back(at, link.to);
      link.last = static_cast<std::uint32_t>(segments_.from_to.size());
    }
  }

  /// Where edges leave and enter: side by side, in the order of what they lead to, so that they do
  /// not cross there.
  void SpreadPorts(const Layers& layers, Placing* placing) const {
    std::vector<std::uint32_t> place(segments_.layer.size());
    for (const auto& layer : layers)
      for (std::uint32_t i = 0; i < layer.size(); ++i) place[layer[i]] = i;
    placing->from_port.assign(segments_.from_to.size(), 0);
    placing->to_port.assign(segments_.from_to.size(), 0);
    for (const bool leaving : {true, false}) {
      std::vector<std::vector<std::uint32_t>> at(original_.size());
      for (std::uint32_t i = 0; i < segments_.from_to.size(); ++i) {
        const auto [from, to] = segments_.from_to[i];
        const std::uint32_t own = leaving ? from : to;
        if (own < at.size()) at[own].push_back(i);
      }
      for (std::uint32_t node = 0; node < at.size(); ++node) {
        std::vector<std::uint32_t>& ends = at[node];
        if (ends.size() < 2) continue;
        SortList(&ends, [&](std::uint32_t a, std::uint32_t b) {
          const auto other = [&](std::uint32_t s) {
            return place[leaving ? segments_.from_to[s].second : segments_.from_to[s].first];
          };
          return std::make_pair(other(a), a) < std::make_pair(other(b), b);
        });
        const float room = std::max(0.0f, placing->heights[node] - 2 * kPortEdge);
        const float last = static_cast<float>(ends.size() - 1);
        const float step = std::min(kPortGap, room / last);
        std::vector<float>& ports = leaving ? placing->from_port : placing->to_port;
        for (std::size_t i = 0; i < ends.size(); ++i)
          ports[ends[i]] = std::round((static_cast<float>(i) - last / 2) * step);
      }
    }
  }

  void Place(const Layers& layers) {
    const std::size_t count = original_.size();
    Placing placing;
    placing.node_gap = gaps_.node;
    placing.edge_gap = gaps_.edge;
    placing.heights.assign(segments_.layer.size(), 0);
    for (std::size_t i = 0; i < count; ++i)
      placing.heights[i] = std::max(1.0f, graph_.nodes[original_[i]].height);
    SpreadPorts(layers, &placing);
    for (const Link& link : links_)
      for (std::uint32_t s = link.first; s < link.last; ++s) {
        // The inner parts of a long edge want to be straight most of all.
        const auto [from, to] = segments_.from_to[s];
        const int straight = from >= count && to >= count   ? 8
                             : from >= count || to >= count ? 2
                                                            : 1;
        const int weight = std::clamp<int>(graph_.edges[link.edge].weight, 1, 16);
        placing.weights.push_back(static_cast<std::uint8_t>(straight * weight));
      }
    const std::vector<float> middles = PlaceVertices(segments_, layers, placing);

    drawing_.columns.resize(layers.size());
    for (std::size_t l = 0; l < layers.size(); ++l) {
      for (const std::uint32_t v : layers[l])
        if (v < count)
          drawing_.columns[l].width =
              std::max(drawing_.columns[l].width, graph_.nodes[original_[v]].width);
      if (l > 0)
        drawing_.columns[l].x =
            drawing_.columns[l - 1].x + drawing_.columns[l - 1].width + gaps_.layer;
    }
    if (!layers.empty()) drawing_.width = drawing_.columns.back().x + drawing_.columns.back().width;
    drawing_.nodes.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
      const LayeredNode& node = graph_.nodes[original_[i]];
      drawing_.nodes[original_[i]] = {drawing_.columns[segments_.layer[i]].x,
                                      middles[i] - node.height / 2};
    }
    for (std::size_t v = 0; v < middles.size(); ++v)
      drawing_.height = std::max(drawing_.height, middles[v] + placing.heights[v] / 2);
    drawing_.edges.resize(graph_.edges.size());
    drawing_.reversed.assign(graph_.edges.size(), 0);
    for (const Link& link : links_) Route(link, middles, placing);
  }

  void Route(const Link& link, const std::vector<float>& middles, const Placing& placing) {
    std::vector<Spot>& line = drawing_.edges[link.edge];
    const auto add = [&line](float x, float y) {
      if (line.empty() || !(line.back() == Spot{x, y})) line.push_back({x, y});
    };
    const auto column = [this](std::uint32_t v) { return drawing_.columns[segments_.layer[v]]; };
    for (std::uint32_t s = link.first; s < link.last; ++s) {
      const auto [from, to] = segments_.from_to[s];
      const float leave = middles[from] + placing.from_port[s];
      const float enter = middles[to] + placing.to_port[s];
      if (s == link.first) add(column(from).x + graph_.nodes[original_[from]].width, leave);
      add(column(from).x + column(from).width, leave);
      add(column(to).x, enter);
    }
    if (!link.back) return;
    std::reverse(line.begin(), line.end());
    drawing_.reversed[link.edge] = 1;
  }

  const LayeredGraph& graph_;
  const LayeredGaps& gaps_;
  std::vector<std::uint32_t> original_;  // Of the node with this number.
  std::uint32_t sink_ = 0xFFFFFFFFu;
  std::vector<Link> links_;
  LayeredSegments segments_;  // Nodes first, then bends.
  LayeredDrawing drawing_;
};

}  // namespace

LayeredDrawing DrawLayered(const LayeredGraph& graph, const LayeredGaps& gaps) {
  if (graph.nodes.empty()) return {};
  return Drawer(graph, gaps).Draw();
}

}  // namespace proviso::layout
