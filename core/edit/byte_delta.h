#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace proviso::edit {

/// What an edit changed in a dataset's bytes: one stretch, so that undo keeps bytes without keeping
/// every version.
struct ByteDelta {
  std::size_t offset = 0;
  std::string before, after;
};

/// The shortest stretch in which the two differ.
ByteDelta DeltaOf(std::string_view before, std::string_view after);

/// `bytes` with the change made, or taken back. `bytes` are those that it was made from.
std::string Done(std::string_view bytes, const ByteDelta& delta);
std::string Undone(std::string_view bytes, const ByteDelta& delta);

}  // namespace proviso::edit
