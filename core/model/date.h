#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace proviso {

/// How closely one end of a date is known.
enum class Precision : std::uint8_t { kYear, kMonth, kDay };

/// One end of an EDTF date.
struct DatePoint {
  std::int32_t first_day = 0;  ///< Days since 1970-01-01 (proleptic Gregorian), earliest reading.
  std::int32_t last_day = 0;   ///< Latest reading, inclusive: 2023 ends on 2023-12-31.
  Precision precision = Precision::kDay;
  bool approximate = false;  ///< `~` or `%`
  bool uncertain = false;    ///< `?` or `%`
};

/// An EDTF date of the subset that data/FORMAT.md lists: a point, `a/b`, `a/..` or `../b`.
struct DateRange {
  std::optional<DatePoint> from;  ///< None: open.
  std::optional<DatePoint> to;    ///< None: open. Equal to `from` for a point.
  bool interval = false;
};

/// Reads `text`, or returns none if it is not of the subset, names a day that no calendar has, or
/// ends before it begins.
std::optional<DateRange> ParseDate(std::string_view text);

}  // namespace proviso
