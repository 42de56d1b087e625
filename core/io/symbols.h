#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "core/base/hash.h"
#include "core/model/dataset.h"

namespace proviso::io {

/// Every id met while reading, numbered in the order of their first mention.
///
/// References and definitions share the table, so a reference costs one look-up when it is read and
/// none when it is resolved, whichever of the two stands first in the file. A third of the time of
/// loading was spent here, waiting for memory: so the bytes of short ids stand in the slot itself,
/// and a look-up mostly touches one cache line.
class Symbols {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFu;

  Symbols() : slots_(1024) {}

  /// The number of the id, or `kNone` if it is new; then `Add` may take it at once.
  std::uint32_t Find(const TextKey& key, std::string_view id) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = key.hash & mask;
    for (std::uint32_t steps = 0; slots_[at].symbol != kNone; ++steps, at = (at + 1) & mask) {
      const Slot& slot = slots_[at];
      if (slot.first == key.first && slot.last == key.last && slot.size == key.size &&
          (key.size <= 16 || ids_[slot.symbol] == id))
        return slot.symbol;
      if (steps > kCrowded) {
        crowded_ = true;
        return kNone;
      }
    }
    next_ = at;
    return kNone;
  }

  /// Adds the id that `Find` has just not found, and returns its number. `id` must outlive this.
  std::uint32_t Add(const TextKey& key, std::string_view id) {
    if (crowded_) return kNone;
    const auto symbol = static_cast<std::uint32_t>(ids_.size());
    slots_[next_] = {key.first, key.last, key.size, symbol};
    ids_.push_back(id);
    definitions_.emplace_back();
    if (ids_.size() * 3 > slots_.size() * 2) Grow();
    return symbol;
  }

  RecordRef& definition(std::uint32_t symbol) { return definitions_[symbol]; }
  std::string_view id(std::uint32_t symbol) const { return ids_[symbol]; }

  /// True once ids turned up that were made to collide: no honest ones share a run of 1,000 slots,
  /// and without a bound a hostile file of half a million would take minutes.
  bool crowded() const { return crowded_; }

  /// The slots of `Dataset::id_slots`, once every symbol has a definition: the same hash and the
  /// same probing, so that nothing need be hashed again.
  std::vector<RecordRef> Slots() const {
    std::vector<RecordRef> slots(slots_.size());
    for (std::size_t i = 0; i < slots_.size(); ++i)
      if (slots_[i].symbol != kNone) slots[i] = definitions_[slots_[i].symbol];
    return slots;
  }

 private:
  struct Slot {
    std::uint64_t first = 0, last = 0;  ///< As in `TextKey`.
    std::uint32_t size = 0;
    std::uint32_t symbol = kNone;
  };
  static constexpr std::uint32_t kCrowded = 1000;

  void Grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.symbol == kNone) continue;
      std::size_t at = TextKey(ids_[slot.symbol]).hash & (slots_.size() - 1);
      while (slots_[at].symbol != kNone) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = slot;
    }
  }

  std::vector<Slot> slots_;
  std::vector<std::string_view> ids_;
  std::vector<RecordRef> definitions_;
  std::size_t next_ = 0;
  bool crowded_ = false;
};

}  // namespace proviso::io
