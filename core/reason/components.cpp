#include "core/reason/components.h"

#include <algorithm>

namespace proviso::reason {

std::vector<std::uint32_t> StrongComponents(const std::vector<std::uint32_t>& start,
                                            const std::vector<std::uint32_t>& out) {
  constexpr std::uint32_t kUnseen = 0xFFFFFFFFu;
  const std::size_t count = start.size() - 1;
  std::vector<std::uint32_t> component(count, kUnseen), number(count, kUnseen), low(count, 0);
  std::vector<std::uint32_t> stack, next(start.begin(), start.end() - 1), calls;
  std::uint32_t numbers = 0;
  std::uint32_t components = 0;
  const auto enter = [&](std::uint32_t node) {
    number[node] = low[node] = numbers++;
    stack.push_back(node);
    calls.push_back(node);
  };
  for (std::uint32_t first = 0; first < count; ++first) {
    if (number[first] != kUnseen) continue;
    enter(first);
    while (!calls.empty()) {
      const std::uint32_t node = calls.back();
      if (next[node] < start[node + 1]) {
        const std::uint32_t to = out[next[node]++];
        if (number[to] == kUnseen) {
          enter(to);
        } else if (component[to] == kUnseen) {
          low[node] = std::min(low[node], number[to]);
        }
        continue;
      }
      calls.pop_back();
      if (!calls.empty()) low[calls.back()] = std::min(low[calls.back()], low[node]);
      if (low[node] != number[node]) continue;
      std::uint32_t member = node;
      do {
        member = stack.back();
        stack.pop_back();
        component[member] = components;
      } while (member != node);
      ++components;
    }
  }
  return component;
}

Camps::Camps(std::size_t things) : parent_(things), turned_(things, 0) {
  for (std::size_t i = 0; i < things; ++i) parent_[i] = static_cast<std::uint32_t>(i);
}

std::pair<std::uint32_t, bool> Camps::Find(std::uint32_t thing) {
  std::uint32_t root = thing;
  bool turned = false;
  while (parent_[root] != root) {
    turned = turned != (turned_[root] != 0);
    root = parent_[root];
  }
  // What was walked points to the root from now on, so that the next walk is short.
  bool rest = turned;
  while (parent_[thing] != root && thing != root) {
    const std::uint32_t above = parent_[thing];
    const bool step = turned_[thing] != 0;
    parent_[thing] = root;
    turned_[thing] = rest ? 1 : 0;
    rest = rest != step;
    thing = above;
  }
  return {root, turned};
}

bool Camps::Join(std::uint32_t a, std::uint32_t b, bool opposite) {
  const auto [root_a, turned_a] = Find(a);
  const auto [root_b, turned_b] = Find(b);
  const bool turned = (turned_a != turned_b) != opposite;
  if (root_a == root_b) return !turned;
  parent_[root_a] = root_b;
  turned_[root_a] = turned ? 1 : 0;
  return true;
}

}  // namespace proviso::reason
