#include "core/base/sort.h"

#include <cstring>

namespace proviso {

void SortBytes(void* things, std::size_t count, std::size_t size, ComesBefore before,
               const void* context) {
  if (count < 2) return;
  // Merging from runs of one upward; what is read and what is written change places each time.
  std::vector<unsigned char> spare(count * size);
  auto* from = static_cast<unsigned char*>(things);
  auto* to = spare.data();
  for (std::size_t run = 1; run < count; run *= 2) {
    for (std::size_t begin = 0; begin < count; begin += 2 * run) {
      const std::size_t middle = std::min(begin + run, count);
      const std::size_t end = std::min(begin + 2 * run, count);
      std::size_t left = begin, right = middle;
      for (std::size_t i = begin; i < end; ++i) {
        const bool takes_right =
            left == middle ||
            (right < end && before(from + right * size, from + left * size, context));
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
