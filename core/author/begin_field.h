#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace proviso::view {

/// What somebody says of a text from which a dataset is made.
enum class BeginField : std::uint8_t {
  kText,
  kTitle,
  kWho,
  kWhen,
  kLanguage,
  kQuestion,
  kCoder,
  kQuoting  ///< A word of the format: "none", "passages", "all"; empty: none.
};
inline constexpr std::size_t kBeginFieldCount = 8;

using BeginWords = std::array<std::string, kBeginFieldCount>;

}  // namespace proviso::view
