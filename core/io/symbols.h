#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "core/base/arena.h"
#include "core/model/dataset.h"

namespace proviso::io {

/// Every id met while reading, numbered in the order of their first mention.
///
/// References and definitions share the table, so a reference costs one look-up when it is read and
/// none when it is resolved, whichever of the two stands first in the file.
class Symbols {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFu;

  Symbols() : slots_(1024, Slot{0, kNone}) {}

  /// The number of `id`. Copies it into `arena` unless it is `lasting`, that is, outlives this.
  std::uint32_t Intern(std::string_view id, bool lasting, Arena* arena) {
    const std::uint32_t hash = Hash(id);
    std::size_t at = hash & (slots_.size() - 1);
    for (std::uint32_t steps = 0; slots_[at].symbol != kNone; ++steps) {
      const Slot& slot = slots_[at];
      if (slot.hash == hash && symbols_[slot.symbol].id == id) return slot.symbol;
      if (steps > kCrowded) crowded_ = true;
      if (crowded_) return kNone;
      at = (at + 1) & (slots_.size() - 1);
    }
    const auto symbol = static_cast<std::uint32_t>(symbols_.size());
    slots_[at] = {hash, symbol};
    symbols_.push_back({lasting ? id : arena->Keep(id), RecordRef()});
    if (symbols_.size() * 2 > slots_.size()) Grow();
    return symbol;
  }

  RecordRef& definition(std::uint32_t symbol) { return symbols_[symbol].definition; }
  std::string_view id(std::uint32_t symbol) const { return symbols_[symbol].id; }

  /// True once ids turned up that were made to collide: no honest ones share a run of 1,000 slots,
  /// and without a bound a hostile file of half a million would take minutes.
  bool crowded() const { return crowded_; }

 private:
  struct Slot {
    std::uint32_t hash;
    std::uint32_t symbol;
  };
  struct Symbol {
    std::string_view id;
    RecordRef definition;
  };
  static constexpr std::uint32_t kCrowded = 1000;

  /// Multiply and fold, eight bytes a step.
  static std::uint32_t Hash(std::string_view id) {
    constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15u;
    std::uint64_t hash = id.size() * kMix;
    const char* p = id.data();
    std::size_t left = id.size();
    for (; left > 8; left -= 8, p += 8) {
      std::uint64_t word;
      std::memcpy(&word, p, 8);
      hash = (hash ^ word) * kMix;
      hash ^= hash >> 32;
    }
    std::uint64_t word = 0;
    std::memcpy(&word, p, left);
    hash = (hash ^ word) * kMix;
    hash ^= hash >> 29;
    hash *= 0xBF58476D1CE4E5B9u;
    return static_cast<std::uint32_t>(hash >> 32);
  }

  void Grow() {
    std::vector<Slot> old(slots_.size() * 2, Slot{0, kNone});
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
  bool crowded_ = false;
};

}  // namespace proviso::io
