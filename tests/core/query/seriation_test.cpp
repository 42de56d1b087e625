#include "core/query/seriation.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <numeric>
#include <random>

namespace proviso::query {
namespace {

using Sets = std::vector<std::vector<std::uint32_t>>;

/// Rows of a band: row i has `width` things from i on, so neighbours share most.
Sets Band(std::uint32_t rows, std::uint32_t width) {
  Sets sets(rows);
  for (std::uint32_t i = 0; i < rows; ++i)
    for (std::uint32_t j = 0; j < width; ++j) sets[i].push_back(i + j);
  return sets;
}

/// `sets` shuffled, put in order again, as places in `sets`.
std::vector<std::uint32_t> Recovered(const Sets& sets, std::uint32_t seed) {
  std::vector<std::uint32_t> shuffle(sets.size());
  std::iota(shuffle.begin(), shuffle.end(), 0u);
  std::mt19937 random(seed);
  for (std::size_t i = shuffle.size(); i > 1; --i) std::swap(shuffle[i - 1], shuffle[random() % i]);
  Sets shuffled;
  for (const std::uint32_t at : shuffle) shuffled.push_back(sets[at]);
  std::vector<std::uint32_t> order = Seriate(shuffled);
  for (std::uint32_t& at : order) at = shuffle[at];
  if (!order.empty() && order.front() > order.back()) std::reverse(order.begin(), order.end());
  return order;
}

std::vector<std::uint32_t> Counting(std::size_t count) {
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0u);
  return order;
}

TEST_CASE("a shuffled band is put in its order again, from either end", "[matrix][seriation]") {
  for (std::uint32_t seed = 1; seed <= 20; ++seed)
    for (const std::uint32_t width : {2u, 3u, 7u}) {
      CHECK(Recovered(Band(12, width), seed) == Counting(12));
      CHECK(Recovered(Band(40, width), seed) == Counting(40));
    }
}

TEST_CASE("sets that share nothing fall into blocks, each block together", "[matrix][seriation]") {
  Sets sets;
  for (std::uint32_t i = 0; i < 18; ++i) {
    const std::uint32_t block = i % 3 * 100;
    sets.push_back({block, block + 1, block + 2 + i});
  }
  std::vector<std::uint32_t> order = Seriate(sets);
  std::vector<std::uint32_t> blocks;
  for (const std::uint32_t at : order)
    if (blocks.empty() || blocks.back() != at % 3) blocks.push_back(at % 3);
  CHECK(blocks.size() == 3);
}

TEST_CASE("an order names each set once, is the same each time, and begins at the earlier end",
          "[matrix][seriation]") {
  std::mt19937 random(7);
  for (std::size_t count : {0u, 1u, 2u, 3u, 9u, 65u, 130u}) {
    Sets sets(count);
    for (auto& set : sets)
      for (std::uint32_t i = 0; i < 30; ++i)
        if (random() % 5 == 0) set.push_back(i);
    const std::vector<std::uint32_t> order = Seriate(sets);
    CHECK(order == Seriate(sets));
    std::vector<std::uint32_t> sorted = order;
    std::sort(sorted.begin(), sorted.end());
    CHECK(sorted == Counting(count));
    if (count > 1) CHECK(order.front() < order.back());
  }
  CHECK(Seriate(Sets(kSeriatedAtMost + 1)) == Counting(kSeriatedAtMost + 1));
}

}  // namespace
}  // namespace proviso::query
