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
/// loading was spent here, waiting for memory: so slots are small and nearly full, the bytes of
/// short ids stand together in the order of mention, where the next id wanted is mostly near, and
/// look-ups come in batches whose waits overlap (`Warm`). Slots that held the bytes themselves were
/// four times the size, and slower.
class Symbols {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFu;

  Symbols() : slots_(1024) {}

  /// The number of the id, or `kNone` if it is new; then `Add` may take it at once.
  std::uint32_t Find(const TextKey& key, std::string_view id) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = key.hash & mask;
    for (std::uint32_t steps = 0; slots_[at].symbol != kNone; ++steps, at = (at + 1) & mask) {
      if (slots_[at].hash == key.hash && Same(symbols_[slots_[at].symbol], key, id))
        return slots_[at].symbol;
      if (steps > kCrowded) {
        crowded_ = true;
        return kNone;
      }
    }
    next_ = at;
    return kNone;
  }

  /// Fetches what finding `keys` will touch; the sum is only there to be used.
  std::uint64_t Warm(const TextKey* keys, std::size_t size) const {
    std::uint32_t symbols[kBatch];
    for (std::size_t i = 0; i < size; ++i)
      symbols[i] = slots_[keys[i].hash & (slots_.size() - 1)].symbol;
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < size; ++i)
      if (symbols[i] != kNone) sum += symbols_[symbols[i]].first;
    return sum;
  }
  static constexpr std::size_t kBatch = 64;

  /// Adds the id that `Find` has just not found, and returns its number. `id` must outlive this.
  std::uint32_t Add(const TextKey& key, std::string_view id) {
    if (crowded_) return kNone;
    const auto symbol = static_cast<std::uint32_t>(symbols_.size());
    slots_[next_] = {key.hash, symbol};
    symbols_.push_back({key.first, key.last, id});
    definitions_.emplace_back();
    if (symbols_.size() * 4 > slots_.size() * 3) Grow();
    return symbol;
  }

  /// Mentions are numbered in their order; which symbol each names is known a batch later.
  std::uint32_t mentions() const { return static_cast<std::uint32_t>(mentioned_.size()); }
  void AddMention(std::uint32_t symbol) { mentioned_.push_back(symbol); }
  std::uint32_t mentioned(std::uint32_t mention) const { return mentioned_[mention]; }

  RecordRef& definition(std::uint32_t symbol) { return definitions_[symbol]; }
  std::string_view id(std::uint32_t symbol) const { return symbols_[symbol].id; }

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
    std::uint32_t hash = 0;
    std::uint32_t symbol = kNone;
  };
  struct Symbol {
    std::uint64_t first, last;  ///< As in `TextKey`.
    std::string_view id;
  };
  static constexpr std::uint32_t kCrowded = 1000;

  static bool Same(const Symbol& symbol, const TextKey& key, std::string_view id) {
    return symbol.first == key.first && symbol.last == key.last && symbol.id.size() == key.size &&
           (key.size <= 16 || symbol.id == id);
  }

  void Grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.symbol == kNone) continue;
      std::size_t at = slot.hash & (slots_.size() - 1);
      while (slots_[at].symbol != kNone) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = slot;
    }
  }

  std::vector<Slot> slots_;
  std::vector<Symbol> symbols_;
  std::vector<RecordRef> definitions_;
  std::vector<std::uint32_t> mentioned_;
  std::size_t next_ = 0;
  bool crowded_ = false;
};

}  // namespace proviso::io
