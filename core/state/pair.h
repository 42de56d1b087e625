#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace proviso::view {

/// The ids of two records that are looked at together, as "a~b": an actor and what it speaks of (a
/// cell of the matrix), or two actors (a line between them).
struct IdPair {
  std::string_view first, second;
};

/// None if `id` is that of one record. Both may be of any length, and of no record.
constexpr std::optional<IdPair> PairOf(std::string_view id) {
  const std::size_t at = id.find('~');
  if (at == std::string_view::npos) return std::nullopt;
  return IdPair{id.substr(0, at), id.substr(at + 1)};
}

inline std::string PairId(std::string_view first, std::string_view second) {
  return std::string(first) + "~" + std::string(second);
}

}  // namespace proviso::view
