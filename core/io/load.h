#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/result.h"
#include "core/model/dataset.h"

namespace proviso::io {

/// What a reader of a file accepts at most. Source: data/FORMAT.md, "Limits".
struct Limits {
  std::uint64_t bytes = 128ull << 20;
  std::uint32_t depth = 64;
  std::uint64_t records = 500'000;  ///< Of all tables together.
  std::uint32_t keys = 1'000;       ///< In one object.
  std::uint32_t string_bytes = 64u << 10;
  std::uint32_t url_characters = 2'048;
  std::uint32_t problems = 100;  ///< Errors reported before reading stops; as many warnings again.

  static Limits None();
};

/// `limits`, lower where `words` say so: "records 1000 depth 10", names as above, one of bytes,
/// depth, records, keys, stringBytes and urlCharacters. What is higher, or of another form or name,
/// changes nothing.
Limits Lowered(Limits limits, std::string_view words);

/// A dataset that may be used, with its warnings.
struct Loaded {
  Dataset dataset;
  Warnings warnings;
};

/// Reads, checks and links a dataset; the one way to get a `Dataset`.
///
/// Either everything that must hold does, or all errors come back (up to `limits.problems`), each
/// with code, JSON Pointer, line and column, rule and remedy, in the order of the file.
///
/// Errors: syntax · limit · version · schema · I1 … I13.
/// Cost:   one pass over the bytes, one over the records; a second pass over the bytes, for lines
///         and columns, only when there is a problem to place.
/// Source: data/FORMAT.md, data/schema.json.
Result<Loaded> Load(std::string_view bytes, const Limits& limits = {});

}  // namespace proviso::io
