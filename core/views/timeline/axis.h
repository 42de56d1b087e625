#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/model/date.h"
#include "core/words/say.h"

namespace proviso::view {

/// The part of a date that a timeline draws: days since 1970-01-01, both included. Of a date that
/// is open at one end it is the end that is known, as wide as that is loose.
struct DrawnDate {
  std::int32_t first = 0, last = 0;
  bool open_before = false, open_after = false;
  bool about_before = false, about_after = false;  ///< `~` at that end.
  bool unsure = false;                             ///< `?` at either end.

  bool day() const { return first == last; }
};
DrawnDate Drawn(const DateRange& date);

/// A stretch of the axis. Units: points of the drawing.
struct AxisPart {
  enum class Kind : std::uint8_t {
    kMonth,
    kYear,  ///< Dated by the year alone, and no month of it.
    kFold   ///< Nothing begins or ends here: narrow, whatever its length.
  } kind = Kind::kMonth;
  std::int32_t first_day = 0, days = 0;
  std::int32_t month = 0;  ///< Months since the year 0, of its first day.
  float x = 0, width = 0;

  float right() const { return x + width; }
};

struct AxisTick {
  float x = 0;        ///< Of its line, in points of the drawing.
  std::string words;  ///< "Feb", "14"; empty: a line alone.
  std::string above;  ///< The year, or the month of days: where it begins.
};

/// A line of time on which empty stretches are folded, so that one year of 1960 does not press the
/// months of 2023 together.
///
/// A month is wide if a date begins or ends in it, or if it lies between two such with at most
/// three more; a year without a month is one narrow part; the rest is folded. The fold is always
/// marked as one. The whole is 900 to 4,000 points wide, so that a camera's 10 to 800 % lead from
/// all of it to single days.
class TimeAxis {
 public:
  explicit TimeAxis(const std::vector<DateRange>& dates);

  bool empty() const { return parts_.empty(); }
  float width() const { return parts_.empty() ? 0 : parts_.back().right(); }
  const std::vector<AxisPart>& parts() const { return parts_; }

  /// Where `day` begins. Outside the axis: at its nearer end. Rises with `day`.
  float At(std::int32_t day) const;
  float Left(const DrawnDate& date) const { return At(date.first); }
  float Right(const DrawnDate& date) const { return At(date.last + 1); }

  /// The ticks between `from` and `to`, as fine as `scale` (points of the window per point of the
  /// drawing) and labels of `room` points of the window allow.
  std::vector<AxisTick> Ticks(float from, float to, float scale, float room,
                              const Say& say = {}) const;

  /// A place where a brush can begin or end: the middle of a day, month or year, and its date.
  struct Place {
    float x = 0;
    std::string date;
  };
  std::vector<Place> Places(float from, float to, float scale) const;

 private:
  void Append(AxisPart::Kind kind, std::int32_t month, std::int32_t months);

  std::vector<AxisPart> parts_;
};

/// "10 months", "29 years": how long a fold is.
std::string FoldWords(const AxisPart& part, const Say& say);

}  // namespace proviso::view
