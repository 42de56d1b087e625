#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace proviso::query {

/// Numbers distinct strings densely from 0, in the order in which they come.
///
/// Half the time of building a search index is spent here, most of it waiting for memory. So the
/// first sixteen bytes, mostly all there is, stand in the entry: following a pointer into the
/// dataset's texts at every look-up took twice as long, `std::unordered_map` four times.
class Interner {
 public:
  Interner() : slots_(1024, 0) {}

  std::uint32_t size() const { return static_cast<std::uint32_t>(entries_.size()); }

  /// Valid as long as what was interned.
  std::string_view operator[](std::uint32_t number) const {
    return {entries_[number].text, entries_[number].size};
  }

  /// The number of `text`, or `size()` if it is new.
  std::uint32_t Find(std::string_view text) const {
    const std::uint32_t slot = slots_[Slot(MakeEntry(text))];
    return slot == 0 ? size() : slot - 1;
  }

  /// Finds several at once, so that their waits for memory overlap.
  void Find(const std::vector<std::string_view>& texts, std::vector<std::uint32_t>* numbers) {
    sought_.clear();
    for (std::string_view text : texts) sought_.push_back(MakeEntry(text));
    numbers->resize(texts.size());
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = 0; i < texts.size(); ++i) (*numbers)[i] = slots_[sought_[i].hash & mask];
    for (std::size_t i = 0; i < texts.size(); ++i) {
      std::uint32_t slot = (*numbers)[i];
      if (slot != 0 && !Equal(entries_[slot - 1], sought_[i])) slot = slots_[Slot(sought_[i])];
      (*numbers)[i] = slot == 0 ? size() : slot - 1;
    }
  }

  /// Numbers a text that `Find` has not found. Keeps no copy.
  std::uint32_t Add(std::string_view text) {
    if ((entries_.size() + 1) * 2 > slots_.size()) Grow();
    entries_.push_back(MakeEntry(text));
    slots_[Slot(entries_.back())] = size();
    return size() - 1;
  }

 private:
  struct Entry {
    std::uint64_t head[2];  ///< With `size` the first sixteen bytes, told apart from all others.
    const char* text;
    std::uint32_t size;
    std::uint32_t hash;
  };

  template <class Word>
  static std::uint64_t Load(const char* bytes) {
    Word word;
    std::memcpy(&word, bytes, sizeof word);
    return word;
  }

  /// Up to eight bytes in one number, from loads that overlap.
  static std::uint64_t Eight(const char* bytes, std::size_t size) {
    if (size >= 8) return Load<std::uint64_t>(bytes);
    if (size >= 4) return Load<std::uint32_t>(bytes) << 32 | Load<std::uint32_t>(bytes + size - 4);
    if (size == 0) return 0;
    return Load<std::uint8_t>(bytes) << 16 | Load<std::uint8_t>(bytes + size / 2) << 8 |
           Load<std::uint8_t>(bytes + size - 1);
  }

  static std::uint64_t Mix(std::uint64_t value) {
    value *= 0x9E3779B97F4A7C15u;
    return value ^ value >> 29;
  }

  /// Whoever picks words that collide slows down only the loading of a dataset of their own.
  static Entry MakeEntry(std::string_view text) {
    const char* bytes = text.data();
    Entry entry{{Eight(bytes, text.size()), 0}, bytes, static_cast<std::uint32_t>(text.size()), 0};
    if (text.size() > 8) entry.head[1] = Eight(bytes + 8, text.size() - 8);
    std::uint64_t hash = Mix(Mix(entry.head[0] ^ text.size()) ^ entry.head[1]);
    for (std::size_t at = 16; at < text.size(); at += 8)
      hash = Mix(hash ^ Eight(bytes + at, text.size() - at));
    entry.hash = static_cast<std::uint32_t>(Mix(hash) >> 32);
    return entry;
  }

  static bool Equal(const Entry& a, const Entry& b) {
    return a.head[0] == b.head[0] && a.head[1] == b.head[1] && a.size == b.size &&
           (a.size <= 16 || std::memcmp(a.text + 16, b.text + 16, a.size - 16) == 0);
  }

  std::size_t Slot(const Entry& entry) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = entry.hash & mask;
    while (slots_[at] != 0 && !Equal(entries_[slots_[at] - 1], entry)) at = (at + 1) & mask;
    return at;
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
  std::vector<Entry> sought_;
};

}  // namespace proviso::query
