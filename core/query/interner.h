#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace proviso::query {

/// Numbers distinct strings densely from 0, in the order in which they come.
///
/// Keeps no copies: what is interned must outlive this. Half the time of building a search index is
/// spent here, and `std::unordered_map` was three times slower.
class Interner {
 public:
  Interner() : slots_(1024, 0) {}

  std::uint32_t size() const { return static_cast<std::uint32_t>(entries_.size()); }
  std::string_view operator[](std::uint32_t number) const { return entries_[number].text; }

  /// The number of `text`, or `size()` if it is new.
  std::uint32_t Find(std::string_view text) const {
    const std::uint32_t hash = Hash(text);
    const std::uint32_t slot = slots_[Slot(text, hash)];
    return slot == 0 ? size() : slot - 1;
  }

  /// Numbers a text that `Find` has not found.
  std::uint32_t Add(std::string_view text) {
    if ((entries_.size() + 1) * 2 > slots_.size()) Grow();
    const std::uint32_t hash = Hash(text);
    slots_[Slot(text, hash)] = size() + 1;
    entries_.push_back({text, hash});
    return size() - 1;
  }

 private:
  struct Entry {
    std::string_view text;
    std::uint32_t hash;
  };

  static std::uint64_t Load(const char* bytes, std::size_t count) {
    std::uint64_t value = 0;
    std::memcpy(&value, bytes, count);
    return value;
  }

  /// Multiplies and folds eight bytes at a time. Whoever picks words that collide slows down only
  /// the loading of a dataset of their own.
  static std::uint32_t Hash(std::string_view text) {
    std::uint64_t hash = text.size();
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) hash = Mix(hash ^ Load(text.data() + at, 8));
    if (at < text.size()) hash = Mix(hash ^ Load(text.data() + at, text.size() - at));
    return static_cast<std::uint32_t>(Mix(hash) >> 32);
  }
  static std::uint64_t Mix(std::uint64_t value) {
    value *= 0x9E3779B97F4A7C15u;
    return value ^ value >> 29;
  }

  std::size_t Slot(std::string_view text, std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
      if (slots_[at] == 0) return at;
      const Entry& entry = entries_[slots_[at] - 1];
      if (entry.hash == hash && entry.text == text) return at;
    }
  }

  void Grow() {
    slots_.assign(slots_.size() * 4, 0);
    const std::size_t mask = slots_.size() - 1;
    for (std::uint32_t i = 0; i < entries_.size(); ++i) {
      std::size_t at = entries_[i].hash & mask;
      while (slots_[at] != 0) at = (at + 1) & mask;
      slots_[at] = i + 1;
    }
  }

  std::vector<std::uint32_t> slots_;  ///< A power of two; number + 1, or 0.
  std::vector<Entry> entries_;
};

}  // namespace proviso::query
