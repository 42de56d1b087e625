#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace proviso {

/// Memory that only grows and is freed as a whole; what it hands out never moves.
///
/// The strings and lists of a `Dataset` live in one arena, so that a record is a few machine words
/// and a dataset of a million claims is freed in a handful of calls. One `std::string` a field was
/// tried on paper: at 100,000 claims it is over a million allocations.
class Arena {
 public:
  Arena() = default;
  Arena(Arena&&) = default;
  Arena& operator=(Arena&&) = default;

  /// Copies `text` in and returns the copy.
  std::string_view Keep(std::string_view text) {
    if (text.empty()) return {};
    char* to = static_cast<char*>(Take(text.size(), 1));
    std::memcpy(to, text.data(), text.size());
    return {to, text.size()};
  }

  /// Copies `items` in and returns the copy.
  template <class T>
  std::span<T> Keep(std::span<const T> items) {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);
    if (items.empty()) return {};
    T* to = static_cast<T*>(Take(items.size_bytes(), alignof(T)));
    std::memcpy(static_cast<void*>(to), items.data(), items.size_bytes());
    return {to, items.size()};
  }
  template <class T>
  std::span<T> Keep(const std::vector<T>& items) {
    return Keep(std::span<const T>(items));
  }

  /// Bytes taken from the system so far.
  std::size_t size_bytes() const { return total_; }

 private:
  void* Take(std::size_t bytes, std::size_t align) {
    const std::size_t at = (used_ + align - 1) & ~(align - 1);
    if (at + bytes > room_) return TakeBlock(bytes);  // No block at first: no room.
    used_ = at + bytes;
    return blocks_.back().get() + at;
  }

  void* TakeBlock(std::size_t bytes) {
    // Blocks double up to 1 MiB: small datasets stay small, large ones cost few allocations.
    room_ = blocks_.empty() ? 4096 : (room_ < kLargest ? room_ * 2 : kLargest);
    if (room_ < bytes) room_ = bytes;
    blocks_.emplace_back(new std::byte[room_]);  // `make_unique` would clear it first.
    total_ += room_;
    used_ = bytes;
    return blocks_.back().get();
  }

  static constexpr std::size_t kLargest = std::size_t{1} << 20;
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::size_t used_ = 0;
  std::size_t room_ = 0;
  std::size_t total_ = 0;
};

}  // namespace proviso
