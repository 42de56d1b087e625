#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace proviso::reason {

/// The strongly connected component of each of `nodes` nodes; an edge leads to the same or to a
/// lower number. `out` has the ends of the edges, row by row as `start` says.
///
/// Cost:   nodes and edges once.
/// Source: Tarjan, "Depth-first search and linear graph algorithms", 1972; without recursion.
std::vector<std::uint32_t> StrongComponents(const std::vector<std::uint32_t>& start,
                                            const std::vector<std::uint32_t>& out);

/// The same of `count` edges that `edge_at(i, &from, &to)` tells; those of which it says false do
/// not count.
template <class EdgeAt>
std::vector<std::uint32_t> StrongComponents(std::size_t nodes, std::size_t count,
                                            const EdgeAt& edge_at) {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  std::vector<std::uint32_t> start(nodes + 1, 0);
  for (std::size_t i = 0; i < count; ++i)
    if (edge_at(i, &from, &to)) ++start[from + 1];
  for (std::size_t i = 0; i < nodes; ++i) start[i + 1] += start[i];
  std::vector<std::uint32_t> next(start.begin(), start.end() - 1);
  std::vector<std::uint32_t> out(start.back());
  for (std::size_t i = 0; i < count; ++i)
    if (edge_at(i, &from, &to)) out[next[from]++] = to;
  return StrongComponents(start, out);
}

/// Things that are on the same side or on opposite sides of each other, as far as was told.
///
/// Cost: nearly none a call (union-find with parity).
class Camps {
 public:
  explicit Camps(std::size_t things);

  /// Takes in that `a` and `b` are `opposite`; false if that contradicts what was told before.
  bool Join(std::uint32_t a, std::uint32_t b, bool opposite);

 private:
  std::pair<std::uint32_t, bool> Find(std::uint32_t thing);

  std::vector<std::uint32_t> parent_;
  std::vector<std::uint8_t> turned_;  ///< Whether each stands opposite its parent.
};

}  // namespace proviso::reason
