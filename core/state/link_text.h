#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace proviso::view {

/// `text` with its escapes (%41) taken back; none if one is cut short or the bytes are not UTF-8.
std::optional<std::string> Unescaped(std::string_view text);

}  // namespace proviso::view
