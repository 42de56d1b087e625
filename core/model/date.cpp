#include "core/model/date.h"

#include <chrono>

namespace proviso {
namespace {

/// Takes `digits` digits off the front of `*text`, or returns none.
std::optional<unsigned> TakeNumber(std::size_t digits, std::string_view* text) {
  if (text->size() < digits) return std::nullopt;
  unsigned number = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    const char c = (*text)[i];
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<unsigned>(c - '0');
  }
  text->remove_prefix(digits);
  return number;
}

bool Take(char c, std::string_view* text) {
  if (text->empty() || text->front() != c) return false;
  text->remove_prefix(1);
  return true;
}

std::int32_t DayNumber(std::chrono::year_month_day day) {
  return static_cast<std::int32_t>(std::chrono::sys_days(day).time_since_epoch().count());
}

std::optional<DatePoint> ParsePoint(std::string_view text) {
  using std::chrono::day, std::chrono::last, std::chrono::month, std::chrono::year;
  DatePoint point;
  const auto y = TakeNumber(4, &text);
  if (!y) return std::nullopt;
  const year in_year(static_cast<int>(*y));
  point.precision = Precision::kYear;
  point.first_day = DayNumber(in_year / month(1) / day(1));
  point.last_day = DayNumber(in_year / month(12) / day(31));
  if (Take('-', &text)) {
    const auto m = TakeNumber(2, &text);
    if (!m || !month(*m).ok()) return std::nullopt;
    point.precision = Precision::kMonth;
    point.first_day = DayNumber(in_year / month(*m) / day(1));
    point.last_day = DayNumber(in_year / month(*m) / last);
    if (Take('-', &text)) {
      const auto d = TakeNumber(2, &text);
      if (!d || !(in_year / month(*m) / day(*d)).ok()) return std::nullopt;
      point.precision = Precision::kDay;
      point.first_day = point.last_day = DayNumber(in_year / month(*m) / day(*d));
    }
  }
  if (text.empty()) return point;
  const bool both = text.front() == '%';
  point.approximate = both || text.front() == '~';
  point.uncertain = both || text.front() == '?';
  if (text.size() > 1 || !(point.approximate || point.uncertain)) return std::nullopt;
  return point;
}

}  // namespace

std::optional<DateRange> ParseDate(std::string_view text) {
  DateRange range;
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) {
    range.from = range.to = ParsePoint(text);
    if (!range.from) return std::nullopt;
    return range;
  }
  constexpr std::string_view kOpen = "..";
  const std::string_view from = text.substr(0, slash);
  const std::string_view to = text.substr(slash + 1);
  range.interval = true;
  range.from = ParsePoint(from);
  range.to = ParsePoint(to);
  if ((!range.from && from != kOpen) || (!range.to && to != kOpen)) return std::nullopt;
  if (!range.from && !range.to) return std::nullopt;
  if (range.from && range.to && range.to->last_day < range.from->first_day) return std::nullopt;
  return range;
}

}  // namespace proviso
