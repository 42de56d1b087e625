#include "core/edit/question_state.h"

#include <algorithm>

namespace proviso::edit {
namespace {

bool InId(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

/// The value of one key, whose ids stand between signs or percent escapes.
std::string Renamed(std::string_view value, std::string_view from, std::string_view to) {
  std::string out;
  for (std::size_t at = 0; at < value.size();) {
    if (value[at] == '%') {  // Its two digits could be the beginning of an id.
      out += value.substr(at, 3);
      at = std::min(at + 3, value.size());
      continue;
    }
    std::size_t end = at;
    while (end < value.size() && InId(value[end])) ++end;
    const std::string_view word = value.substr(at, end - at);
    out += word == from ? to : word;
    if (end == at) out += value[end++];
    at = end;
  }
  return out;
}

}  // namespace

std::string RenamedState(std::string_view state, std::string_view from, std::string_view to) {
  std::string out;
  for (std::size_t at = 0; at <= state.size();) {
    const std::size_t end = std::min(state.find('&', at), state.size());
    const std::string_view part = state.substr(at, end - at);
    const std::size_t sign = std::min(part.find('='), part.size());
    const std::string_view key = part.substr(0, sign);
    const bool written = key == "q" || key == "name" || key == "beside-name";
    if (at > 0) out += '&';
    out += key;
    out += written ? std::string(part.substr(sign)) : Renamed(part.substr(sign), from, to);
    at = end + 1;
  }
  return out;
}

}  // namespace proviso::edit
