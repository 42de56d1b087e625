// Any fragment: it opens, and what it opened as has a link that opens as the very same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/state/view_state.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace proviso::view;
  const std::string_view fragment(reinterpret_cast<const char*>(data), size);
  const DecodedLink opened = DecodeLink(fragment);
  ViewState normal = opened.state;
  Normalise(&normal);
  if (!(normal == opened.state)) std::abort();
  const std::string link = EncodeLink(opened.state);
  for (const char c : link)
    if (c <= ' ' || c >= 0x7F || c == '#' || c == '"' || c == '<' || c == '>') std::abort();
  const DecodedLink again = DecodeLink(link);
  if (!again.notices.empty() || !(again.state == opened.state)) std::abort();
  return 0;
}
