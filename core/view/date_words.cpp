// Dates in words.

#include <array>
#include <chrono>

#include "core/model/date.h"
#include "core/view/wording.h"

namespace proviso::view {
namespace {

struct Day {
  std::string day, year;
  std::size_t month = 0;  ///< From 0.
};

Day Calendar(std::int32_t days) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{days}}};
  return {std::to_string(static_cast<unsigned>(date.day())),
          std::to_string(static_cast<int>(date.year())), static_cast<unsigned>(date.month()) - 1u};
}

// A month has three forms: many languages decline it after a day, or write the year before it.

std::string DayAndMonth(const Day& day, const Say& say) {
  constexpr std::array<std::string_view, 12> kLabels{"{0} January", "{0} February", "{0} March",
                                                     "{0} April",   "{0} May",      "{0} June",
                                                     "{0} July",    "{0} August",   "{0} September",
                                                     "{0} October", "{0} November", "{0} December"};
  return say(kLabels[day.month], {day.day});
}

std::string Month(const Day& day, const Say& say) {
  constexpr std::array<std::string_view, 12> kLabels{
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  return say(kLabels[day.month]);
}

std::string PointWords(const DatePoint& point, const Say& say) {
  const Day day = Calendar(point.first_day);
  if (point.precision == Precision::kYear) return say("{0}##a year", {day.year});
  if (point.precision == Precision::kMonth)
    return say("{0} {1}##month, year", {Month(day, say), day.year});
  return say("{0} {1}##day and month, year", {DayAndMonth(day, say), day.year});
}

std::string Between(const DatePoint& from, const DatePoint& to, const Say& say) {
  const Day a = Calendar(from.first_day);
  const Day b = Calendar(to.first_day);
  const std::string first = PointWords(from, say), last = PointWords(to, say);
  // Where a language writes the year first, it takes {2}, the whole of the first date.
  if (a.year == b.year && from.precision == to.precision) {
    if (from.precision == Precision::kDay && a.month == b.month)
      return say("{0} to {1}##day, date; or {2}, date", {a.day, last, first});
    if (from.precision == Precision::kDay)
      return say("{0} to {1}##day and month, date; or {2}, date",
                 {DayAndMonth(a, say), last, first});
    if (from.precision == Precision::kMonth)
      return say("{0} to {1}##month, date; or {2}, date", {Month(a, say), last, first});
  }
  return say("{0} to {1}##dates", {first, last});
}

}  // namespace

std::string DateWords(std::string_view date, const Say& say) {
  const std::optional<DateRange> range = ParseDate(date);
  if (!range || (!range->from && !range->to)) return std::string(date);
  const auto marked = [&range](auto mark) {
    return (range->from && (*range->from).*mark) || (range->to && (*range->to).*mark);
  };
  std::string words;
  if (!range->to)
    words = say("{0} or later", {PointWords(*range->from, say)});
  else if (!range->from)
    words = say("up to {0}", {PointWords(*range->to, say)});
  else if (range->interval)
    words = Between(*range->from, *range->to, say);
  else
    words = PointWords(*range->from, say);
  if (marked(&DatePoint::approximate)) words = say("about {0}", {words});
  if (marked(&DatePoint::uncertain)) words = say("{0}, not certain", {words});
  return words;
}

}  // namespace proviso::view
