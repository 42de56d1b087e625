// Dates in words.

#include <array>
#include <chrono>

#include "core/model/date.h"
#include "core/view/wording.h"

namespace proviso::view {
namespace {

struct Day {
  std::string day, month, year;
};

Day Calendar(std::int32_t days) {
  constexpr std::array<std::string_view, 12> kMonths{
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{days}}};
  return {std::to_string(static_cast<unsigned>(date.day())),
          std::string(kMonths[static_cast<unsigned>(date.month()) - 1]),
          std::to_string(static_cast<int>(date.year()))};
}

std::string PointWords(const DatePoint& point) {
  const Day day = Calendar(point.first_day);
  if (point.precision == Precision::kYear) return day.year;
  if (point.precision == Precision::kMonth) return day.month + " " + day.year;
  return day.day + " " + day.month + " " + day.year;
}

std::string Between(const DatePoint& from, const DatePoint& to) {
  const Day a = Calendar(from.first_day);
  const Day b = Calendar(to.first_day);
  if (a.year == b.year && from.precision == to.precision) {
    if (from.precision == Precision::kDay && a.month == b.month)
      return a.day + " to " + PointWords(to);
    if (from.precision == Precision::kDay) return a.day + " " + a.month + " to " + PointWords(to);
    if (from.precision == Precision::kMonth) return a.month + " to " + PointWords(to);
  }
  return PointWords(from) + " to " + PointWords(to);
}

}  // namespace

std::string DateWords(std::string_view date) {
  const std::optional<DateRange> range = ParseDate(date);
  if (!range || (!range->from && !range->to)) return std::string(date);
  const auto marked = [&range](auto mark) {
    return (range->from && (*range->from).*mark) || (range->to && (*range->to).*mark);
  };
  std::string words = marked(&DatePoint::approximate) ? "about " : "";
  if (!range->to)
    words += PointWords(*range->from) + " or later";
  else if (!range->from)
    words += "up to " + PointWords(*range->to);
  else if (range->interval)
    words += Between(*range->from, *range->to);
  else
    words += PointWords(*range->from);
  if (marked(&DatePoint::uncertain)) words += ", not certain";
  return words;
}

}  // namespace proviso::view
