#include <optional>
#include <vector>

#include "core/exchange/formats.h"
#include "core/exchange/xml.h"
#include "core/io/load.h"

namespace proviso::exchange {
namespace {

/// Members of one object: a tree looks each new key up among those before it.
constexpr std::size_t kMostKeys = 10'000;

/// Where an object has more members than are read, or none. Strings alone hide a colon.
std::optional<std::size_t> TooManyKeys(std::string_view bytes) {
  std::vector<std::size_t> keys(1);
  bool quoted = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (quoted) {
      if (c == '\\')
        ++i;
      else if (c == '"')
        quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      keys.push_back(0);
    } else if ((c == '}' || c == ']') && keys.size() > 1) {
      keys.pop_back();
    } else if (c == ':' && ++keys.back() > kMostKeys) {
      return i;
    }
  }
  return std::nullopt;
}

}  // namespace

Result<io::JsonValue> ReadJsonFile(std::string_view bytes) {
  if (const auto at = TooManyKeys(bytes))
    return PlacedProblem("limit", bytes, *at, "An object has more than 10,000 members.",
                         "Divide it where it was made.");
  if (std::optional<io::JsonValue> value = io::ReadJson(bytes)) return std::move(*value);
  // The loader knows line and column.
  const Result<io::Loaded> loaded = io::Load(bytes);
  if (!loaded.ok())
    for (const Problem& problem : loaded.problems())
      if (problem.code == "syntax" || problem.code == "limit") return problem;
  return PlacedProblem("syntax", bytes, 0, "This is no JSON.",
                       "Export it again from where it was made.");
}

}  // namespace proviso::exchange
