#pragma once

#include <string>
#include <string_view>

namespace proviso {

/// `text` with every character that could hide or reorder what stands around it (control characters
/// but line feed and tab, bidirectional controls) spelt out: "[U+202E]". What is not UTF-8 becomes
/// U+FFFD.
std::string VisibleText(std::string_view text);

/// `text`, made visible, for HTML: safe between tags and inside a quoted attribute alike.
std::string EncodeHtml(std::string_view text);

/// True if `url` may stand in a link: absolute, by http, https or mailto, of the characters that
/// RFC 3986 lets an address hold, or of letters beyond ASCII.
bool SafeUrl(std::string_view url);

}  // namespace proviso
