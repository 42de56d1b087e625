#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace proviso::query {

/// One small number a row, in as few bytes as the largest needs.
class Codes {
 public:
  Codes() = default;
  Codes(const std::vector<std::uint32_t>& codes, std::size_t kinds) {
    if (kinds <= 0x100) {
      bytes_.reserve(codes.size());
      for (std::uint32_t code : codes) bytes_.push_back(static_cast<std::uint8_t>(code));
    } else if (kinds <= 0x10000) {
      shorts_.reserve(codes.size());
      for (std::uint32_t code : codes) shorts_.push_back(static_cast<std::uint16_t>(code));
    } else {
      words_ = codes;
    }
  }

  /// Calls `use` with the array of codes, whose element type depends on the width.
  template <class Use>
  void Visit(Use use) const {
    if (!bytes_.empty()) {
      use(bytes_.data());
    } else if (!shorts_.empty()) {
      use(shorts_.data());
    } else {
      use(words_.data());
    }
  }

 private:
  std::vector<std::uint8_t> bytes_;
  std::vector<std::uint16_t> shorts_;
  std::vector<std::uint32_t> words_;
};

}  // namespace proviso::query
