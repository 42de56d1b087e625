#pragma once

#include <compare>
#include <cstdint>

namespace proviso {

/// A dense typed index into one table of a `Dataset`.
///
/// A default-constructed id is *none* and converts to false, so an optional reference costs no
/// extra byte. Two ids of different tables do not compare and do not convert.
template <class Tag>
class Id {
 public:
  constexpr Id() = default;
  constexpr explicit Id(std::uint32_t index) : index_(index) {}

  constexpr std::uint32_t index() const { return index_; }
  constexpr explicit operator bool() const { return index_ != kNone; }
  friend constexpr auto operator<=>(Id, Id) = default;

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFu;
  std::uint32_t index_ = kNone;
};

}  // namespace proviso
