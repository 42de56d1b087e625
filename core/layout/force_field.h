#pragma once

#include <cstdint>
#include <vector>

namespace proviso::layout {

struct Vec {
  double x = 0, y = 0;
};

/// Many charged points that push each other away: the nearer, the harder (1/d).
///
/// Far groups count as one point (Barnes and Hut, 1986); among few points every one counts.
class Field {
 public:
  /// Cost: n log n.
  void Build(const std::vector<Vec>& points, const std::vector<double>& charges);

  /// The push on the point `index`; adds the pushes that were summed up to `work`.
  Vec PushOn(std::uint32_t index, std::uint64_t* work) const;

 private:
  struct Cell {
    Vec middle;  ///< Of the charges in it.
    double charge = 0;
    double side = 0;
    std::uint32_t first = 0, last = 0;  ///< Of `order_`, where it has no parts.
    std::uint32_t part = 0;             ///< Its first part in `cells_`; 0: a leaf.
    std::uint32_t parts = 0;
  };

  void Split(std::uint32_t cell, Vec low, double side, int depth);

  const std::vector<Vec>* points_ = nullptr;
  const std::vector<double>* charges_ = nullptr;
  std::vector<std::uint32_t> order_;
  std::vector<Cell> cells_;
  mutable std::vector<std::uint32_t> open_;
  double nearness_ = 0;
};

}  // namespace proviso::layout
