#include "core/model/date.h"

#include <catch2/catch_test_macros.hpp>

using proviso::ParseDate;
using proviso::Precision;

TEST_CASE("a day counts from 1970", "[model][date]") {
  const auto date = ParseDate("1970-01-02");
  REQUIRE(date);
  CHECK_FALSE(date->interval);
  CHECK(date->from->first_day == 1);
  CHECK(date->from->last_day == 1);
  CHECK(date->from->precision == Precision::kDay);
  CHECK(date->to->first_day == 1);
  CHECK(ParseDate("2023-03-24")->from->first_day == 19440);
  CHECK(ParseDate("1969-12-31")->from->first_day == -1);
  CHECK(ParseDate("0000-01-01")->from->first_day == -719528);
}

TEST_CASE("a year or month covers all its days", "[model][date]") {
  const auto year = ParseDate("2023");
  REQUIRE(year);
  CHECK(year->from->precision == Precision::kYear);
  CHECK(year->from->first_day == ParseDate("2023-01-01")->from->first_day);
  CHECK(year->from->last_day == ParseDate("2023-12-31")->from->first_day);
  const auto month = ParseDate("2024-02");
  REQUIRE(month);
  CHECK(month->from->precision == Precision::kMonth);
  CHECK(month->from->last_day == ParseDate("2024-02-29")->from->first_day);
}

TEST_CASE("signs of doubt are read", "[model][date]") {
  const auto doubt = [](const char* text) {
    const auto point = ParseDate(text)->from;
    return point->approximate * 10 + point->uncertain;
  };
  CHECK(doubt("2023") == 0);
  CHECK(doubt("2023?") == 1);
  CHECK(doubt("2023-03~") == 10);
  CHECK(doubt("2023-03-05%") == 11);
}

TEST_CASE("intervals may be open at one end", "[model][date]") {
  const auto closed = ParseDate("2022-02/2023-03~");
  REQUIRE(closed);
  CHECK(closed->interval);
  CHECK(closed->from->first_day == ParseDate("2022-02-01")->from->first_day);
  CHECK(closed->to->last_day == ParseDate("2023-03-31")->from->first_day);
  CHECK_FALSE(closed->from->approximate);
  CHECK(closed->to->approximate);
  const auto future = ParseDate("2023/..");
  REQUIRE(future);
  CHECK(future->from);
  CHECK_FALSE(future->to);
  const auto past = ParseDate("../2023");
  REQUIRE(past);
  CHECK_FALSE(past->from);
  CHECK(past->to);
  CHECK(ParseDate("2023/2023"));
  CHECK(ParseDate("2023-06/2023"));  // Ends within the year in which it begins.
}

TEST_CASE("what is not of the subset, or on no calendar, is no date", "[model][date]") {
  for (const char* text : {"",
                           "23",
                           "02023",
                           "2023-",
                           "2023-3",
                           "2023-13",
                           "2023-00",
                           "2023-02-29",
                           "1900-02-29",
                           "2023-04-31",
                           "2023-01-00",
                           "2023-01-32",
                           "2023-01-011",
                           "2023~?",
                           "2023x",
                           " 2023",
                           "-2023",
                           "20231",
                           "2023--1",
                           "2023-W01",
                           "2023-01-01T00",
                           "..",
                           "../..",
                           "/",
                           "2023/",
                           "/2023",
                           "../2022/2023",
                           "2022/2023/2024",
                           "2022/../2023",
                           "2023/2022",
                           "2023-05/2023-04-30",
                           "2023/....",
                           "\xd9\xa2"
                           "023"})
    CHECK_FALSE(ParseDate(text).has_value());
}
