#include "core/layout/layer_order.h"

#include <algorithm>
#include <cstdint>

#include "core/base/sort.h"

namespace proviso::layout {
namespace {

constexpr std::size_t kMostSifted = 3000;  // Vertices and segments.

using Vertices = std::vector<std::uint32_t>;

/// The neighbours of every vertex on one side.
struct Side {
  std::vector<std::uint32_t> starts, items;

  void Build(std::size_t count, const LayeredSegments& graph, bool forward) {
    starts.assign(count + 1, 0);
    for (const auto& [from, to] : graph.from_to) ++starts[(forward ? from : to) + 1];
    for (std::size_t i = 1; i <= count; ++i) starts[i] += starts[i - 1];
    items.resize(graph.from_to.size());
    Vertices next(starts.begin(), starts.end() - 1);
    for (const auto& [from, to] : graph.from_to)
      items[next[forward ? from : to]++] = forward ? to : from;
  }
};

class Orderer {
 public:
  explicit Orderer(const LayeredSegments& graph) : graph_(graph) {
    const std::size_t count = graph.layer.size();
    before_.Build(count, graph, false);
    after_.Build(count, graph, true);
    place_.assign(count, 0);
    value_.assign(count, 0);
    std::uint32_t most = 0;
    for (const std::uint32_t layer : graph.layer) most = std::max(most, layer);
    layers_.resize(count == 0 ? 0 : most + 1);
    tree_.assign(count + 1, 0);
  }

  Layers Best() {
    const std::size_t size = graph_.from_to.size() + graph_.layer.size() + 1;
    // A budget of visits to vertices and segments, so that large graphs take about as long.
    const std::size_t passes = std::clamp<std::size_t>(3000000 / size, 24, 1200);
    const std::size_t starts = std::clamp<std::size_t>(passes / 24, 1, 40);
    sifts_ = size < kMostSifted;
    std::size_t best = SIZE_MAX;
    Layers kept;
    for (std::size_t start = 0; start < starts && best > 0; ++start) {
      Begin(start);
      Improve(start % 2 == 1, std::min<std::size_t>(passes / starts, 48), &best, &kept);
    }
    return kept;
  }

  void Set(const Layers& layers) {
    layers_ = layers;
    for (std::size_t i = 0; i < layers_.size(); ++i) Number(i);
  }

  std::size_t Crossings() {
    std::size_t sum = 0;
    for (std::size_t i = 0; i + 1 < layers_.size(); ++i) sum += CrossingsAfter(i);
    return sum;
  }

 private:
  void Number(std::size_t layer) {
    for (std::uint32_t i = 0; i < layers_[layer].size(); ++i) place_[layers_[layer][i]] = i;
  }

  /// A first order: by depth first search from one end or the other, or at random.
  void Begin(std::size_t start) {
    for (Vertices& layer : layers_) layer.clear();
    const auto count = static_cast<std::uint32_t>(graph_.layer.size());
    Vertices roots(count);
    for (std::uint32_t i = 0; i < count; ++i) roots[i] = i;
    const bool back = start % 2 == 1;
    SortList(&roots, [&](std::uint32_t a, std::uint32_t b) {
      return back ? graph_.layer[a] > graph_.layer[b] : graph_.layer[a] < graph_.layer[b];
    });
    if (start >= 2) {
      random_ = 0x9E3779B9u * static_cast<std::uint32_t>(start);
      for (std::uint32_t i = count; i > 1; --i) std::swap(roots[i - 1], roots[Random() % i]);
    }
    std::vector<std::uint8_t> seen(count, 0);
    Vertices open;
    for (const std::uint32_t root : roots) {
      open.push_back(root);
      while (!open.empty()) {
        const std::uint32_t at = open.back();
        open.pop_back();
        if (seen[at] != 0) continue;
        seen[at] = 1;
        layers_[graph_.layer[at]].push_back(at);
        const Side& first = back ? after_ : before_;
        const Side& last = back ? before_ : after_;
        for (const Side* side : {&first, &last})
          for (std::uint32_t i = side->starts[at + 1]; i-- > side->starts[at];)
            if (seen[side->items[i]] == 0) open.push_back(side->items[i]);
      }
    }
    for (std::size_t i = 0; i < layers_.size(); ++i) Number(i);
  }

  std::uint32_t Random() {
    random_ ^= random_ << 13;
    random_ ^= random_ >> 17;
    random_ ^= random_ << 5;
    return random_;
  }

  void Improve(bool median, std::size_t rounds, std::size_t* best, Layers* kept) {
    std::size_t own = SIZE_MAX, idle = 0;
    for (std::size_t round = 0; round < rounds && idle < 8; ++round) {
      const bool forward = round % 2 == 0;
      for (std::size_t i = 1; i < layers_.size(); ++i)
        Sweep(forward ? i : layers_.size() - 1 - i, forward ? before_ : after_, median,
              round % 4 >= 2);
      Exchange();
      if (sifts_) Sift();
      const std::size_t crossings = Crossings();
      idle = crossings < own ? 0 : idle + 1;
      own = std::min(own, crossings);
      if (crossings < *best) {
        *best = crossings;
        *kept = layers_;
      }
      if (*best == 0) return;
    }
  }

  /// Sorts a layer by the middle of its neighbours; a vertex without any keeps its place.
  void Sweep(std::size_t layer, const Side& side, bool median, bool flip_ties) {
    Vertices& all = layers_[layer];
    Vertices moved;
    for (const std::uint32_t at : all) {
      const std::uint32_t first = side.starts[at], last = side.starts[at + 1];
      if (first == last) {
        value_[at] = -1;
        continue;
      }
      places_.clear();
      for (std::uint32_t i = first; i < last; ++i) places_.push_back(place_[side.items[i]]);
      double value = 0;
      if (median) {
        SortList(&places_);
        const std::size_t half = places_.size() / 2;
        value = places_.size() % 2 == 1
                    ? places_[half]
                    : (static_cast<double>(places_[half - 1]) + places_[half]) / 2;
      } else {
        for (const std::uint32_t place : places_) value += place;
        value /= static_cast<double>(places_.size());
      }
      value_[at] = value;
      moved.push_back(at);
    }
    if (flip_ties) std::reverse(moved.begin(), moved.end());
    SortList(&moved, [&](std::uint32_t a, std::uint32_t b) { return value_[a] < value_[b]; });
    std::size_t next = 0;
    for (std::uint32_t& at : all)
      if (value_[at] >= 0) at = moved[next++];
    Number(layer);
  }

  /// Exchanges neighbours while that removes crossings.
  void Exchange() {
    for (Side* side : {&before_, &after_})
      for (std::uint32_t v = 0; v < place_.size(); ++v) SortNeighbours(side, v);
    bool better = true;
    for (int pass = 0; pass < 6 && better; ++pass) {
      better = false;
      for (std::size_t l = 0; l < layers_.size(); ++l) {
        Vertices& layer = layers_[l];
        bool changed = false;
        for (std::size_t i = 0; i + 1 < layer.size(); ++i) {
          const std::uint32_t a = layer[i], b = layer[i + 1];
          const std::int64_t gain = Gain(before_, a, b) + Gain(after_, a, b);
          if (gain <= 0) continue;
          std::swap(layer[i], layer[i + 1]);
          std::swap(place_[a], place_[b]);
          changed = true;
        }
        if (!changed) continue;
        better = true;
        Resort(l);
      }
    }
  }

  /// Moves each vertex to the best of all places in its layer.
  void Sift() {
    for (std::size_t l = 0; l < layers_.size(); ++l) {
      Vertices& layer = layers_[l];
      const Vertices all = layer;
      bool changed = false;
      for (const std::uint32_t v : all) {
        const std::size_t at = place_[v];
        std::int64_t gain = 0, best = 0;
        std::size_t to = at;
        for (std::size_t i = at; i > 0; --i) {
          gain += Gain(before_, layer[i - 1], v) + Gain(after_, layer[i - 1], v);
          if (gain > best) {
            best = gain;
            to = i - 1;
          }
        }
        gain = 0;
        for (std::size_t i = at + 1; i < layer.size(); ++i) {
          gain += Gain(before_, v, layer[i]) + Gain(after_, v, layer[i]);
          if (gain > best) {
            best = gain;
            to = i;
          }
        }
        if (to == at) continue;
        const auto first = layer.begin();
        const auto step = [](std::size_t i) { return static_cast<std::ptrdiff_t>(i); };
        if (to < at)
          std::rotate(first + step(to), first + step(at), first + step(at) + 1);
        else
          std::rotate(first + step(at), first + step(at) + 1, first + step(to) + 1);
        Number(l);
        changed = true;
      }
      if (changed) Resort(l);
    }
  }

  void SortNeighbours(Side* side, std::uint32_t v) const {
    std::uint32_t* const items = side->items.data();
    SortRange(items + side->starts[v], items + side->starts[v + 1],
              [&](std::uint32_t a, std::uint32_t b) { return place_[a] < place_[b]; });
  }

  void Resort(std::size_t layer) {
    if (layer > 0)
      for (const std::uint32_t v : layers_[layer - 1]) SortNeighbours(&after_, v);
    if (layer + 1 < layers_.size())
      for (const std::uint32_t v : layers_[layer + 1]) SortNeighbours(&before_, v);
  }

  /// How many crossings go if `a`, just before `b`, changes places with it.
  std::int64_t Gain(const Side& side, std::uint32_t a, std::uint32_t b) const {
    const std::uint32_t a_end = side.starts[a + 1], b_end = side.starts[b + 1];
    std::int64_t gain = 0;
    // Both lists are sorted by place.
    std::uint32_t less = side.starts[b], most = side.starts[b];
    for (std::uint32_t i = side.starts[a]; i < a_end; ++i) {
      const std::uint32_t place = place_[side.items[i]];
      while (less < b_end && place_[side.items[less]] < place) ++less;
      while (most < b_end && place_[side.items[most]] <= place) ++most;
      gain += less - side.starts[b];  // They cross now.
      gain -= b_end - most;           // They would.
    }
    return gain;
  }

  std::size_t CrossingsAfter(std::size_t layer) {
    const std::size_t size = layers_[layer + 1].size();
    std::fill(tree_.begin(), tree_.begin() + static_cast<std::ptrdiff_t>(size) + 1, 0u);
    std::size_t crossings = 0, total = 0;
    for (const std::uint32_t at : layers_[layer]) {
      const std::uint32_t first = after_.starts[at], last = after_.starts[at + 1];
      // First all are counted, then all are entered: segments of one vertex do not cross.
      for (std::uint32_t i = first; i < last; ++i) {
        std::size_t upto = 0;
        for (std::size_t t = place_[after_.items[i]] + 1; t > 0; t -= t & (~t + 1))
          upto += tree_[t];
        crossings += total - upto;
      }
      for (std::uint32_t i = first; i < last; ++i, ++total)
        for (std::size_t t = place_[after_.items[i]] + 1; t <= size; t += t & (~t + 1)) ++tree_[t];
    }
    return crossings;
  }

  const LayeredSegments& graph_;
  Side before_, after_;
  Layers layers_;
  Vertices place_, places_;
  std::vector<double> value_;
  std::vector<std::uint32_t> tree_;  // Sums by place, as Fenwick keeps them.
  std::uint32_t random_ = 1;
  bool sifts_ = false;
};

}  // namespace

Layers OrderLayers(const LayeredSegments& graph) { return Orderer(graph).Best(); }

std::size_t CountCrossings(const LayeredSegments& graph, const Layers& layers) {
  Orderer orderer(graph);
  orderer.Set(layers);
  return orderer.Crossings();
}

}  // namespace proviso::layout
