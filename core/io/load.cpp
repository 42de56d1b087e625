#include "core/io/load.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "core/base/text.h"
#include "core/io/drafts.h"
#include "core/io/invariants.h"
#include "core/io/link.h"
#include "core/io/reader.h"
#include "core/io/report.h"
#include "core/io/symbols.h"

namespace proviso::io {

Limits Limits::None() {
  constexpr std::uint32_t kMost = std::numeric_limits<std::uint32_t>::max();
  Limits limits;
  limits.bytes = kMost;  // Offsets are 32 bits wide.
  limits.depth = kMost;
  limits.records = kMost;
  limits.keys = kMost;
  limits.string_bytes = kMost;
  limits.url_characters = kMost;
  return limits;
}

Limits Lowered(Limits limits, std::string_view words) {
  while (!words.empty()) {
    const std::string_view name = TakeWord(&words);
    const std::string_view digits = TakeWord(&words);
    std::uint32_t most = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), most);
    if (error != std::errc() || end != digits.data() + digits.size()) continue;
    const auto lower = [most](auto* limit) {
      *limit = std::min(*limit, decltype(*limit + 0){most});
    };
    if (name == "bytes") lower(&limits.bytes);
    if (name == "depth") lower(&limits.depth);
    if (name == "records") lower(&limits.records);
    if (name == "keys") lower(&limits.keys);
    if (name == "stringBytes") lower(&limits.string_bytes);
    if (name == "urlCharacters") lower(&limits.url_characters);
  }
  return limits;
}

Result<Loaded> Load(std::string_view bytes, const Limits& limits) {
  Report report(limits.problems);
  const std::uint64_t most =
      limits.bytes < Limits::None().bytes ? limits.bytes : Limits::None().bytes;
  if (bytes.size() > most) {
    return Problem{
        "limit", "", 0, 0,
        // Who read it may have stopped just behind the limit, so its size is not known here.
        "The file has more than " + Count(most) + " bytes, which is the most it may have.",
        "Divide the dataset, or raise the limit where the program allows it."};
  }
  Loaded loaded;
  Dataset& dataset = loaded.dataset;
  Symbols symbols;
  const bool complete = Reader(bytes, limits, &dataset, &symbols, &report).ReadDataset();
  if (symbols.crowded())
    report.Error("limit", Spot::Byte(0), "The ids of this file collide too often to be looked up.",
                 "Rename them; ids that people choose never do.");
  if (complete && !report.full() && !symbols.crowded()) {
    Link(&symbols, &dataset, &report);
    CheckInvariants(dataset, &report);
    if (report.errors() == 0) {
      dataset.id_slots = symbols.Slots();
      CheckDrafts(dataset, &report);
    }
  }
  if (report.errors() > 0) return report.TakeErrors(bytes);
  loaded.warnings = report.TakeWarnings(bytes);
  return loaded;
}

}  // namespace proviso::io
