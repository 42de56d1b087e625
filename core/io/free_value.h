#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/text.h"
#include "core/io/json_cursor.h"
#include "core/io/load.h"
#include "core/io/report.h"

namespace proviso::io {

/// Reads strings and numbers wherever they stand, within the limits that hold for all of them.
class Scalars {
 public:
  Scalars(JsonCursor* cursor, const Limits* limits, Report* report)
      : cursor_(*cursor), limits_(*limits), report_(*report) {}

  /// Takes the string at the cursor, in NFC. `*text` lives until the next call. Returns false if it
  /// must not be used; the problem is then reported, or the cursor has failed.
  bool String(std::string_view* text) {
    const std::uint32_t offset = cursor_.offset();
    if (!cursor_.String(text)) return false;
    recomposed_ = false;
    raw_characters_ = 0;
    if (text->size() > limits_.string_bytes) return ReportTooLong(offset, text->size());
    if (cursor_.wide() && !IsPlainlyNfc(*text)) Recompose(text);
    return true;
  }
  /// True if the last string lies in the bytes that are read.
  bool in_place() const { return cursor_.in_place() && !recomposed_; }
  /// The characters that the last string had before it was put in NFC; 0 if it was.
  std::size_t raw_characters() const { return raw_characters_; }

  bool Number(JsonNumber* number);

 private:
  void Recompose(std::string_view* text);
  bool ReportTooLong(std::uint32_t offset, std::size_t size);

  JsonCursor& cursor_;
  const Limits& limits_;
  Report& report_;
  std::string nfc_;
  std::size_t raw_characters_ = 0;
  bool recomposed_ = false;
};

/// Takes a JSON value of any shape: what stands in an `x-` member, or in a field that the format
/// does not have.
///
/// Appends it to `out` as the writer wants it: compact, members sorted by key, numbers in their
/// shortest form, strings in NFC. `depth`: levels above the value. Nothing recurses. Returns false
/// when reading cannot go on; the problem is then reported, or the cursor has failed.
bool ReadFreeValue(JsonCursor* cursor, Scalars* scalars, const Limits& limits, Report* report,
                   std::uint32_t depth, std::string* out);

/// Returns false and reports if `key` is longer than any string may be.
bool CheckKey(std::uint32_t offset, std::string_view key, const Limits& limits, Report* report);
void ReportDuplicateKey(std::uint32_t offset, std::string_view key, Report* report);
void ReportTooManyKeys(std::uint32_t offset, const Limits& limits, Report* report);

}  // namespace proviso::io
