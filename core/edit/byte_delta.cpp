#include "core/edit/byte_delta.h"

#include <algorithm>

namespace proviso::edit {
namespace {

std::string Replaced(std::string_view bytes, std::size_t at, std::size_t size,
                     std::string_view with) {
  std::string out(bytes.substr(0, at));
  out += with;
  out += bytes.substr(at + size);
  return out;
}

}  // namespace

ByteDelta DeltaOf(std::string_view before, std::string_view after) {
  const std::size_t most = std::min(before.size(), after.size());
  std::size_t head = 0, tail = 0;
  while (head < most && before[head] == after[head]) ++head;
  while (tail < most - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
    ++tail;
  return {head, std::string(before.substr(head, before.size() - head - tail)),
          std::string(after.substr(head, after.size() - head - tail))};
}

std::string Done(std::string_view bytes, const ByteDelta& delta) {
  return Replaced(bytes, delta.offset, delta.before.size(), delta.after);
}

std::string Undone(std::string_view bytes, const ByteDelta& delta) {
  return Replaced(bytes, delta.offset, delta.after.size(), delta.before);
}

}  // namespace proviso::edit
