#include "core/views/timeline/axis.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <set>
#include <string_view>

#include "core/words/labels.h"

namespace proviso::view {
namespace {

using std::chrono::sys_days, std::chrono::year_month_day;

constexpr float kDayWidth = 4, kYearWidth = 70, kFoldWidth = 60;
constexpr float kLeast = 900, kMost = 4000;
constexpr std::int32_t kNotFolded = 3;  // Months between two wide ones.
// Points of the window from which on days are told apart.
constexpr float kDaysFrom = 5;

std::int32_t MonthOf(std::int32_t day) {
  const year_month_day date{sys_days{std::chrono::days{day}}};
  return static_cast<int>(date.year()) * 12 +
         static_cast<std::int32_t>(static_cast<unsigned>(date.month())) - 1;
}

std::int32_t YearOf(std::int32_t month) { return month >= 0 ? month / 12 : (month - 11) / 12; }
unsigned InYear(std::int32_t month) { return static_cast<unsigned>(month - YearOf(month) * 12); }

std::int32_t FirstDay(std::int32_t month) {
  const std::chrono::year year{YearOf(month)};
  const sys_days day = year / std::chrono::month{InYear(month) + 1} / std::chrono::day{1};
  return static_cast<std::int32_t>(day.time_since_epoch().count());
}

std::string Digits(std::int32_t number, std::size_t least) {
  std::string digits = std::to_string(number);
  return digits.size() < least ? std::string(least - digits.size(), '0') + digits : digits;
}

std::string YearWords(std::int32_t month) { return std::to_string(YearOf(month)); }

std::string_view MonthWords(std::int32_t month) {
  constexpr std::array<std::string_view, 12> kLabels{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return kLabels[InYear(month)];
}

}  // namespace

DrawnDate Drawn(const DateRange& date) {
  DrawnDate drawn;
  const DatePoint from = date.from ? *date.from : *date.to;
  const DatePoint to = date.to ? *date.to : *date.from;
  drawn.first = from.first_day;
  drawn.last = to.last_day;
  drawn.open_before = !date.from;
  drawn.open_after = !date.to;
  drawn.about_before = date.from && from.approximate;
  drawn.about_after = date.to && to.approximate;
  drawn.unsure = from.uncertain || to.uncertain;
  return drawn;
}

TimeAxis::TimeAxis(const std::vector<DateRange>& dates) {
  std::set<std::int32_t> months, years;  // Months that are wide; years named without a month.
  for (const DateRange& date : dates)
    for (const std::optional<DatePoint>& end : {date.from, date.to}) {
      if (!end) continue;
      const std::int32_t month = MonthOf(end->first_day);
      if (end->precision == Precision::kYear)
        years.insert(YearOf(month));
      else
        months.insert(month);
    }
  if (months.empty() && years.empty()) return;
  for (auto year = years.begin(); year != years.end();) {
    const auto inside = months.lower_bound(*year * 12);
    if (inside == months.end() || *inside >= *year * 12 + 12) {
      ++year;
      continue;
    }
    // Some of its months are wide: then the year itself begins and ends in wide ones.
    months.insert({*year * 12, *year * 12 + 11});
    year = years.erase(year);
  }
  std::int32_t at = years.empty() ? *months.begin() : *years.begin() * 12;
  if (!months.empty()) at = std::min(at, *months.begin());
  while (true) {
    const auto month = months.lower_bound(at);
    const auto year = years.lower_bound(YearOf(at + 11));
    if (month == months.end() && year == years.end()) break;
    const bool is_month = year == years.end() || (month != months.end() && *month < *year * 12);
    const std::int32_t next = is_month ? *month : *year * 12;
    if (next - at > kNotFolded) {
      Append(AxisPart::Kind::kFold, at, next - at);
    } else {
      for (; at < next; ++at) Append(AxisPart::Kind::kMonth, at, 1);
    }
    Append(is_month ? AxisPart::Kind::kMonth : AxisPart::Kind::kYear, next, is_month ? 1 : 12);
    at = next + (is_month ? 1 : 12);
  }
  const float all = width();
  const float factor = std::clamp(all, kLeast, kMost) / all;
  float x = 0;
  for (AxisPart& part : parts_) {
    part.x = x;
    part.width *= factor;
    x = part.right();
  }
}

void TimeAxis::Append(AxisPart::Kind kind, std::int32_t month, std::int32_t months) {
  AxisPart part;
  part.kind = kind;
  part.month = month;
  part.first_day = FirstDay(month);
  part.days = FirstDay(month + months) - part.first_day;
  part.x = width();
  part.width = kind == AxisPart::Kind::kMonth  ? kDayWidth * static_cast<float>(part.days)
               : kind == AxisPart::Kind::kYear ? kYearWidth
                                               : kFoldWidth;
  parts_.push_back(part);
}

float TimeAxis::At(std::int32_t day) const {
  const auto after =
      std::upper_bound(parts_.begin(), parts_.end(), day,
                       [](std::int32_t d, const AxisPart& part) { return d < part.first_day; });
  if (after == parts_.begin()) return 0;
  const AxisPart& part = *(after - 1);
  const float inside = static_cast<float>(day - part.first_day) / static_cast<float>(part.days);
  return part.x + part.width * std::min(inside, 1.0f);
}

std::vector<AxisTick> TimeAxis::Ticks(float from, float to, float scale, float room,
                                      const Say& say) const {
  constexpr std::array<std::int32_t, 5> kMonthSteps{1, 3, 6, 12, 120};
  constexpr std::array<std::int32_t, 4> kDaySteps{1, 2, 5, 10};
  std::vector<AxisTick> ticks;
  std::int32_t shown_year = -100'000;
  for (const AxisPart& part : parts_) {
    if (part.right() < from || part.x > to) continue;
    AxisTick tick;
    tick.x = part.x;
    if (part.kind == AxisPart::Kind::kFold) {
      shown_year = -100'000;  // After a fold the year is said again.
      continue;
    }
    if (part.kind == AxisPart::Kind::kYear) {
      tick.above = YearWords(part.month);
      ticks.push_back(std::move(tick));
      continue;
    }
    const float month = part.width * scale, day = month / static_cast<float>(part.days);
    const std::int32_t step =
        *std::find_if(kMonthSteps.begin(), kMonthSteps.end() - 1,
                      [&](std::int32_t s) { return static_cast<float>(s) * month >= room; });
    const std::int32_t year = YearOf(part.month);
    if (year != shown_year) tick.above = YearWords(part.month);
    const bool new_year = year != shown_year;
    if (day >= kDaysFrom) {
      // The days have the lower line, so the month goes up.
      tick.above =
          say("{0} {1}##month, year", {say(MonthWords(part.month)), YearWords(part.month)});
      tick.words = "1";
    } else if (part.month % step == 0 || (new_year && step == 1)) {
      tick.words = say(MonthWords(part.month));
    } else if (!new_year) {
      continue;
    }
    shown_year = year;
    ticks.push_back(std::move(tick));
    if (day < kDaysFrom) continue;
    const std::int32_t days_apart =
        *std::find_if(kDaySteps.begin(), kDaySteps.end() - 1,
                      [&](std::int32_t s) { return static_cast<float>(s) * day >= room; });
    for (std::int32_t d = 2; d <= part.days; ++d) {
      const bool named =
          days_apart == 1 || (d % days_apart == 0 && part.days - d >= days_apart / 2);
      if (!named) continue;
      AxisTick one;
      one.x = part.x + part.width * static_cast<float>(d - 1) / static_cast<float>(part.days);
      one.words = std::to_string(d);
      if (one.x >= from && one.x <= to) ticks.push_back(std::move(one));
    }
  }
  return ticks;
}

std::vector<TimeAxis::Place> TimeAxis::Places(float from, float to, float scale) const {
  std::vector<Place> places;
  const auto add = [&](float x, std::string date) {
    if (x >= from && x <= to) places.push_back({x, std::move(date)});
  };
  for (const AxisPart& part : parts_) {
    if (part.right() < from || part.x > to || part.kind == AxisPart::Kind::kFold) continue;
    const std::string year = Digits(YearOf(part.month), 4);
    if (part.kind == AxisPart::Kind::kYear) {
      add(part.x + part.width / 2, year);
      continue;
    }
    const std::string month =
        year + "-" + Digits(static_cast<std::int32_t>(InYear(part.month)) + 1, 2);
    const float day = part.width / static_cast<float>(part.days);
    if (day * scale < kDaysFrom) {
      add(part.x + part.width / 2, month);
      continue;
    }
    for (std::int32_t d = 1; d <= part.days; ++d)
      add(part.x + day * (static_cast<float>(d) - 0.5f), month + "-" + Digits(d, 2));
  }
  return places;
}

std::string FoldWords(const AxisPart& part, const Say& say) {
  const std::int32_t months = MonthOf(part.first_day + part.days) - part.month;
  return months < 24 ? say.Counted(static_cast<std::size_t>(months), "{0} month", "{0} months")
                     : say.Counted(static_cast<std::size_t>(months / 12), "{0} year", "{0} years");
}

}  // namespace proviso::view
