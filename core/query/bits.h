#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace proviso::query {

/// A set of rows, one bit each; sets that are combined have the same number of rows.
class Bits {
 public:
  Bits() = default;
  explicit Bits(std::size_t rows) : words_((rows + 63) / 64, 0), rows_(rows) {}

  std::size_t words() const { return words_.size(); }
  bool has(std::uint32_t row) const { return (words_[row >> 6] >> (row & 63) & 1u) != 0; }
  void add(std::uint32_t row) { words_[row >> 6] |= std::uint64_t{1} << (row & 63); }

  void Fill() {
    words_.assign(words_.size(), ~std::uint64_t{0});
    if (rows_ % 64 != 0) words_.back() = (std::uint64_t{1} << (rows_ % 64)) - 1;
  }
  void operator&=(const Bits& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }
  void operator|=(const Bits& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }

  std::uint32_t Count() const {
    int n = 0;
    for (std::uint64_t word : words_) n += std::popcount(word);
    return static_cast<std::uint32_t>(n);
  }

  /// Rows in both.
  static std::uint32_t CountBoth(const Bits& a, const Bits& b) {
    int n = 0;
    for (std::size_t i = 0; i < a.words_.size(); ++i) n += std::popcount(a.words_[i] & b.words_[i]);
    return static_cast<std::uint32_t>(n);
  }

  /// Calls `use(row)` for each row in rising order; with `inside` false for each row that is not
  /// in.
  template <class Use>
  void ForEach(bool inside, Use use) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      std::uint64_t word = inside ? words_[i] : ~words_[i];
      if (!inside && i + 1 == words_.size() && rows_ % 64 != 0)
        word &= (std::uint64_t{1} << (rows_ % 64)) - 1;
      for (; word != 0; word &= word - 1)
        use(static_cast<std::uint32_t>(i * 64) +
            static_cast<std::uint32_t>(std::countr_zero(word)));
    }
  }

 private:
  std::vector<std::uint64_t> words_;
  std::size_t rows_ = 0;
};

}  // namespace proviso::query
