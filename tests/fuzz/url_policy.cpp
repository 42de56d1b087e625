// Any address: what may stand in a link is one of three schemes, and nothing hides in it.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/base/safe_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view url(reinterpret_cast<const char*>(data), size);
  const std::string shown = proviso::VisibleText(url);
  for (const char c : shown)
    if ((c >= 0 && c < ' ' && c != '\n' && c != '\t') || c == 0x7F) std::abort();
  if (!proviso::SafeUrl(url)) return 0;
  constexpr std::array<std::string_view, 3> kSchemes{"http://", "https://", "mailto:"};
  bool known = false;
  for (const std::string_view scheme : kSchemes) {
    bool same = url.size() > scheme.size();
    for (std::size_t i = 0; same && i < scheme.size(); ++i)
      same = (url[i] >= 'A' && url[i] <= 'Z' ? url[i] - 'A' + 'a' : url[i]) == scheme[i];
    known = known || same;
  }
  if (!known) std::abort();
  for (const char c : url)
    if ((c >= 0 && c <= ' ') || c == '"' || c == '<' || c == '>' || c == '\\' || c == 0x7F)
      std::abort();
  return 0;
}
