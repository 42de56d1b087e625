// Dates in words.

#include "core/words/dates.h"

#include <array>
#include <chrono>
#include <vector>

#include "core/base/text.h"
#include "core/model/date.h"
#include "core/words/labels.h"

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

/// A month in the two forms that stand in a date: "March", and as after a day.
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

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// The month that `word` names, from 1: in full, or by its first three letters or more; 0: none.
std::size_t MonthOf(std::string_view word, const Say& say) {
  const std::string wanted = FoldForSearch(word);
  for (const Say& language : {say, Say()})
    for (std::size_t month = 0; month < 12; ++month)
      for (const std::string& form :
           {Month({"", "", month}, language), DayAndMonth({"", "", month}, language)}) {
        const std::string name = FoldForSearch(form);
        // Whatever stands around the name after a day: a full stop, a blank.
        const std::size_t at = name.find(wanted);
        const bool begins = at != std::string::npos && (at == 0 || name[at - 1] == ' ');
        if (begins && (wanted.size() >= 3 || wanted.size() + at == name.size())) return month + 1;
      }
  return 0;
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

std::string DateTyped(std::string_view typed, const Say& say) {
  while (!typed.empty() && typed.back() == ' ') typed.remove_suffix(1);
  while (!typed.empty() && typed.front() == ' ') typed.remove_prefix(1);
  if (ParseDate(typed)) return std::string(typed);
  // Numbers and words in turn: of a month by name the longer number is the year, else year, month
  // and day follow each other.
  std::vector<std::string> numbers;
  std::size_t month = 0;
  for (std::size_t i = 0; i < typed.size();) {
    const std::size_t begin = i;
    if (IsDigit(typed[i])) {
      while (i < typed.size() && IsDigit(typed[i])) ++i;
      numbers.emplace_back(typed.substr(begin, i - begin));
      continue;
    }
    constexpr std::string_view kBetween = " .,-/";
    if (kBetween.find(typed[i]) != std::string_view::npos) {
      ++i;
      continue;
    }
    while (i < typed.size() && !IsDigit(typed[i]) &&
           kBetween.find(typed[i]) == std::string_view::npos)
      ++i;
    const std::string_view word = typed.substr(begin, i - begin);
    if (word == "年" || word == "月" || word == "日") continue;
    const std::size_t named = MonthOf(word, say);
    if (named == 0 || month != 0) return {};
    month = named;
  }
  if (numbers.empty() || numbers.size() > 3) return {};
  if (month != 0) {
    if (numbers.size() > 2) return {};
    if (numbers.size() == 2 && numbers[0].size() < numbers[1].size()) numbers[0].swap(numbers[1]);
    numbers.insert(numbers.begin() + 1, std::to_string(month));
  }
  std::string date;
  for (const std::string& number : numbers) {
    if (!date.empty()) date += number.size() < 2 ? "-0" : "-";
    date += number;
  }
  return numbers[0].size() == 4 && ParseDate(date) ? date : std::string();
}

}  // namespace proviso::view
