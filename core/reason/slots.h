#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace proviso::reason {

/// What a view has made of the records of one table: an array over all of them where much is read;
/// where little is, a table of those that were asked for, which a whole array is too dear to be
/// made for.
class Slots {
 public:
  using Stamped = std::pair<std::uint32_t, std::uint32_t>;  ///< Value, and in which view it holds.

  Slots(std::size_t records, bool few) : few_(few), slots_(few ? 16 : records) {
    if (few) keys_.assign(slots_.size(), kFree);
  }

  /// Stays where it is until the next call.
  Stamped& At(std::uint32_t key) {
    if (!few_) return slots_[key];
    if (used_ * 2 >= keys_.size()) Grow();
    const std::size_t place = PlaceOf(key);
    if (keys_[place] == kFree) {
      keys_[place] = key;
      ++used_;
    }
    return slots_[place];
  }

  /// Of a record for which `At` was called.
  std::uint32_t Value(std::uint32_t key) const { return slots_[few_ ? PlaceOf(key) : key].first; }

 private:
  static constexpr std::uint32_t kFree = 0xFFFFFFFFu;

  std::size_t PlaceOf(std::uint32_t key) const {
    const std::size_t mask = keys_.size() - 1;
    std::size_t place = key * 0x9E3779B1u >> 7 & mask;
    while (keys_[place] != kFree && keys_[place] != key) place = (place + 1) & mask;
    return place;
  }

  void Grow() {
    std::vector<std::uint32_t> keys(keys_.size() * 2, kFree);
    std::vector<Stamped> slots(keys.size());
    keys.swap(keys_);
    slots.swap(slots_);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (keys[i] == kFree) continue;
      const std::size_t place = PlaceOf(keys[i]);
      keys_[place] = keys[i];
      slots_[place] = slots[i];
    }
  }

  bool few_;
  std::size_t used_ = 0;
  std::vector<std::uint32_t> keys_;
  std::vector<Stamped> slots_;
};

}  // namespace proviso::reason
