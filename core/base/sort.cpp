#include "core/base/sort.h"

#include <cstring>

namespace proviso {

void SortBytes(void* things, std::size_t count, std::size_t size, ComesBefore before,
               const void* context) {
  const auto ordered = [&](const unsigned char* left, const unsigned char* right) {
    return !before(right, left, context);
  };
  // Much comes in order already, as what was sorted when it was saved.
  const auto* const all = static_cast<const unsigned char*>(things);
  std::size_t first = 1;
  while (first < count && ordered(all + (first - 1) * size, all + first * size)) ++first;
  if (first >= count) return;
  // Merging from runs of one upward; what is read and what is written change places each time.
  std::vector<unsigned char> spare(count * size);
  auto* from = static_cast<unsigned char*>(things);
  auto* to = spare.data();
  for (std::size_t run = 1; run < count; run *= 2) {
    for (std::size_t begin = 0; begin < count; begin += 2 * run) {
      const std::size_t middle = std::min(begin + run, count);
      const std::size_t end = std::min(begin + 2 * run, count);
      std::size_t left = begin, right = middle;
      if (middle == end || ordered(from + (middle - 1) * size, from + middle * size)) {
        std::memcpy(to + begin * size, from + begin * size, (end - begin) * size);
        continue;
      }
      for (std::size_t i = begin; i < end; ++i) {
        const bool takes_right =
            left == middle || (right < end && !ordered(from + left * size, from + right * size));
        std::size_t& taken = takes_right ? right : left;
        std::memcpy(to + i * size, from + taken * size, size);
        ++taken;
      }
    }
    std::swap(from, to);
  }
  if (from != things) std::memcpy(things, from, count * size);
}

}  // namespace proviso
