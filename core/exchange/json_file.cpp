#include <optional>
#include <vector>

#include "core/exchange/formats.h"
#include "core/exchange/xml.h"
#include "core/io/load.h"

namespace proviso::exchange {
namespace {

constexpr std::size_t kMostKeys = 10'000;       ///< Members of one object.
constexpr std::size_t kMostValues = 3'000'000;  ///< In all: a tree takes about 100 bytes for each.
/// A tree looks each new key up among those before it: so many look-ups take about a second.
constexpr std::size_t kMostLookUps = 300'000'000;

/// Where there is more than is read, or none. Strings alone hide a colon.
std::optional<Problem> TooMuch(std::string_view bytes) {
  std::vector<std::size_t> keys(1);
  std::size_t values = 0, look_ups = 0;
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
    } else if (c == ':' &&
               (++keys.back() > kMostKeys || (look_ups += keys.back()) > kMostLookUps)) {
      return PlacedProblem("limit", bytes, i,
                           keys.back() > kMostKeys
                               ? "An object has more than 10,000 members."
                               : "Objects with thousands of members are too many to read.",
                           "Divide it where it was made.");
    }
    if (!quoted && (c == ',' || c == '[' || c == '{') && ++values > kMostValues)
      return PlacedProblem("limit", bytes, i, "The file holds more than three million values.",
                           "Divide it where it was made.");
  }
  return std::nullopt;
}

}  // namespace

Result<io::JsonValue> ReadJsonFile(std::string_view bytes) {
  if (std::optional<Problem> problem = TooMuch(bytes)) return std::move(*problem);
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
