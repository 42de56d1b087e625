#include "core/query/seriation.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace proviso::query {
namespace {

constexpr std::uint32_t kFar = 10'000;
constexpr std::size_t kEveryStart = 64;
constexpr int kMostRounds = 60;

using Path = std::vector<std::uint32_t>;

std::uint32_t Apart(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::size_t shared = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    shared += *x == *y ? 1u : 0u;
    const bool left = *x <= *y, right = *y <= *x;
    x += left ? 1 : 0;
    y += right ? 1 : 0;
  }
  const std::size_t all = a.size() + b.size() - shared;
  return all == 0 ? 0 : static_cast<std::uint32_t>(kFar * (all - shared) / all);
}

/// All distances, a row after the other.
class Distances {
 public:
  explicit Distances(const std::vector<std::vector<std::uint32_t>>& sets)
      : count_(sets.size()), apart_(count_ * count_) {
    for (std::size_t i = 0; i < count_; ++i)
      for (std::size_t j = 0; j < i; ++j)
        apart_[i * count_ + j] = apart_[j * count_ + i] = Apart(sets[i], sets[j]);
  }
  std::uint32_t operator()(std::uint32_t a, std::uint32_t b) const {
    return apart_[a * count_ + b];
  }
  std::size_t count() const { return count_; }

 private:
  std::size_t count_;
  std::vector<std::uint32_t> apart_;
};

Path NearestFirst(const Distances& apart, std::uint32_t start) {
  Path path(apart.count());
  std::iota(path.begin(), path.end(), 0u);
  std::rotate(path.data(), path.data() + start, path.data() + start + 1);
  for (std::size_t i = 1; i < path.size(); ++i) {
    // What is left stays in its order, so that ties go to the earlier.
    const auto at = path.begin() + static_cast<std::ptrdiff_t>(i);
    const auto nearest = std::min_element(at, path.end(), [&](std::uint32_t a, std::uint32_t b) {
      return apart(path[i - 1], a) < apart(path[i - 1], b);
    });
    std::rotate(at, nearest, nearest + 1);
  }
  return path;
}

/// Turns stretches round as long as that makes the path shorter.
void Untangle(const Distances& apart, Path* path) {
  Path& p = *path;
  bool shorter = true;
  for (int round = 0; shorter && round < kMostRounds; ++round) {
    shorter = false;
    for (std::size_t i = 0; i + 1 < p.size(); ++i)
      for (std::size_t j = i + 1; j < p.size(); ++j) {
        std::uint32_t before = 0, after = 0;
        if (i > 0) {
          before += apart(p[i - 1], p[i]);
          after += apart(p[i - 1], p[j]);
        }
        if (j + 1 < p.size()) {
          before += apart(p[j], p[j + 1]);
          after += apart(p[i], p[j + 1]);
        }
        if (after >= before) continue;
        std::reverse(p.begin() + static_cast<std::ptrdiff_t>(i),
                     p.begin() + static_cast<std::ptrdiff_t>(j) + 1);
        shorter = true;
      }
  }
}

std::uint64_t Length(const Distances& apart, const Path& path) {
  std::uint64_t length = 0;
  for (std::size_t i = 1; i < path.size(); ++i) length += apart(path[i - 1], path[i]);
  return length;
}

}  // namespace

std::vector<std::uint32_t> Seriate(const std::vector<std::vector<std::uint32_t>>& sets) {
  Path best(sets.size());
  std::iota(best.begin(), best.end(), 0u);
  if (sets.size() < 3 || sets.size() > kSeriatedAtMost) return best;
  const Distances apart(sets);
  std::uint64_t shortest = ~std::uint64_t{0};
  const std::size_t starts = sets.size() <= kEveryStart ? sets.size() : 1;
  for (std::uint32_t start = 0; start < starts; ++start) {
    Path path = NearestFirst(apart, start);
    Untangle(apart, &path);
    const std::uint64_t length = Length(apart, path);
    if (length >= shortest) continue;
    shortest = length;
    best = std::move(path);
  }
  if (best.front() > best.back()) std::reverse(best.begin(), best.end());
  return best;
}

}  // namespace proviso::query
