#include "core/layout/network_simplex.h"

#include <algorithm>
#include <utility>

namespace proviso::layout {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFFu;

/// A spanning tree of arcs that are as short as they may be, turned until no turn shortens the sum.
class Simplex {
 public:
  Simplex(std::vector<Arc> arcs, std::vector<std::int32_t>* ranks)
      : arcs_(std::move(arcs)), ranks_(*ranks), size_(ranks->size()), net_(size_, 0) {
    Connect();
    for (const Arc& arc : arcs_) {
      net_[arc.to] += arc.weight;
      net_[arc.from] -= arc.weight;
    }
    Grow();
  }

  /// One turn of the tree; false if there is none that shortens.
  bool Pivot() {
    Walk();
    std::uint32_t worst = kNone;
    std::int64_t least = 0;
    for (std::size_t i = order_.size(); i-- > 1;) {
      const std::uint32_t node = order_[i];
      const std::uint32_t up = parent_[node];
      sums_[up] += sums_[node];
      const std::int64_t cut = Into(node) ? sums_[node] : -sums_[node];
      if (cut < least || (cut == least && worst != kNone && node < worst)) {
        least = cut;
        worst = node;
      }
    }
    if (worst == kNone) return false;
    // The part behind the arc moves away from the rest until another arc stops it.
    const bool forward = Into(worst);
    std::fill(inside_.begin(), inside_.end(), std::uint8_t{0});
    inside_[worst] = 1;
    for (std::size_t i = place_[worst] + 1; i < order_.size(); ++i)
      if (inside_[parent_[order_[i]]] != 0) inside_[order_[i]] = 1;
    std::uint32_t entering = kNone;
    for (std::uint32_t i = 0; i < arcs_.size(); ++i) {
      const Arc& arc = arcs_[i];
      const std::uint32_t leaves = forward ? arc.from : arc.to;
      const std::uint32_t meets = forward ? arc.to : arc.from;
      if (inside_[leaves] == 0 || inside_[meets] != 0) continue;
      if (entering == kNone || Slack(i) < Slack(entering)) entering = i;
    }
    if (entering == kNone) return false;
    const std::int32_t shift = forward ? Slack(entering) : -Slack(entering);
    for (std::size_t i = 0; i < size_; ++i)
      if (inside_[i] != 0) ranks_[i] += shift;
    *std::find(tree_.begin(), tree_.end(), arc_[worst]) = entering;
    return true;
  }

 private:
  std::int32_t Slack(std::uint32_t i) const {
    return ranks_[arcs_[i].to] - ranks_[arcs_[i].from] - arcs_[i].length;
  }
  /// True if the arc to the parent of `node` leads toward `node`.
  bool Into(std::uint32_t node) const { return arcs_[arc_[node]].to == node; }

  /// Joins what is not connected by arcs that cost nothing and are tight: nothing is held back by
  /// them, for a whole part can always be moved.
  void Connect() {
    std::vector<std::uint32_t> root(size_);
    for (std::uint32_t i = 0; i < size_; ++i) root[i] = i;
    const auto find = [&root](std::uint32_t at) {
      while (root[at] != at) at = root[at] = root[root[at]];
      return at;
    };
    for (const Arc& arc : arcs_) {
      const std::uint32_t a = find(arc.from), b = find(arc.to);
      root[std::max(a, b)] = std::min(a, b);
    }
    for (std::uint32_t i = 1; i < size_; ++i)
      if (find(i) == i) arcs_.push_back({0, i, ranks_[i] - ranks_[0], 0});
  }

  /// The first tree: what is reached over tight arcs, then the nearest further node is drawn in.
  void Grow() {
    std::vector<std::vector<std::uint32_t>> touching(size_);
    for (std::uint32_t i = 0; i < arcs_.size(); ++i) {
      touching[arcs_[i].from].push_back(i);
      touching[arcs_[i].to].push_back(i);
    }
    inside_.assign(size_, 0);
    std::vector<std::uint32_t> open{0};
    inside_[0] = 1;
    std::size_t reached = 1;
    for (;;) {
      while (!open.empty()) {
        const std::uint32_t at = open.back();
        open.pop_back();
        for (const std::uint32_t i : touching[at]) {
          const std::uint32_t next = arcs_[i].from == at ? arcs_[i].to : arcs_[i].from;
          if (inside_[next] != 0 || Slack(i) != 0) continue;
          inside_[next] = 1;
          ++reached;
          tree_.push_back(i);
          open.push_back(next);
        }
      }
      if (reached == size_) return;
      std::uint32_t nearest = kNone;
      for (std::uint32_t i = 0; i < arcs_.size(); ++i) {
        if (inside_[arcs_[i].from] == inside_[arcs_[i].to]) continue;
        if (nearest == kNone || Slack(i) < Slack(nearest)) nearest = i;
      }
      const std::int32_t slack = Slack(nearest);
      const std::int32_t shift = inside_[arcs_[nearest].from] != 0 ? slack : -slack;
      for (std::uint32_t i = 0; i < size_; ++i)
        if (inside_[i] != 0) ranks_[i] += shift;
      open.push_back(inside_[arcs_[nearest].from] != 0 ? arcs_[nearest].from : arcs_[nearest].to);
    }
  }

  /// Parents before children, from node 0.
  void Walk() {
    starts_.assign(size_ + 1, 0);
    for (const std::uint32_t i : tree_) {
      ++starts_[arcs_[i].from + 1];
      ++starts_[arcs_[i].to + 1];
    }
    for (std::size_t i = 1; i <= size_; ++i) starts_[i] += starts_[i - 1];
    next_.assign(starts_.begin(), starts_.end() - 1);
    touch_.resize(tree_.size() * 2);
    for (const std::uint32_t i : tree_) {
      touch_[next_[arcs_[i].from]++] = i;
      touch_[next_[arcs_[i].to]++] = i;
    }
    parent_.assign(size_, kNone);
    arc_.assign(size_, kNone);
    place_.assign(size_, 0);
    sums_ = net_;
    order_.assign(1, 0);
    parent_[0] = 0;
    for (std::size_t at = 0; at < order_.size(); ++at) {
      const std::uint32_t node = order_[at];
      place_[node] = at;
      for (std::uint32_t t = starts_[node]; t < starts_[node + 1]; ++t) {
        const std::uint32_t i = touch_[t];
        const std::uint32_t next = arcs_[i].from == node ? arcs_[i].to : arcs_[i].from;
        if (parent_[next] != kNone) continue;
        parent_[next] = node;
        arc_[next] = i;
        order_.push_back(next);
      }
    }
  }

  std::vector<Arc> arcs_;
  std::vector<std::int32_t>& ranks_;
  std::size_t size_;
  std::vector<std::int64_t> net_;  // What a step forward of a node alone adds to the sum.
  std::vector<std::uint32_t> tree_;
  std::vector<std::uint8_t> inside_;
  std::vector<std::uint32_t> starts_, next_, touch_, parent_, arc_, order_;
  std::vector<std::size_t> place_;
  std::vector<std::int64_t> sums_;
};

}  // namespace

void ShortenArcs(std::vector<Arc> arcs, std::vector<std::int32_t>* ranks) {
  if (ranks->size() < 2) return;
  // Turns that shorten nothing could go round for ever; far more than are ever needed ends them.
  std::size_t left = 8 * ranks->size() + 64;
  Simplex simplex(std::move(arcs), ranks);
  while (left-- > 0 && simplex.Pivot()) continue;
}

}  // namespace proviso::layout
