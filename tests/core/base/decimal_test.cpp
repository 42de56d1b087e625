// Numbers to digits and back, beside what the C library makes of them.

#include "core/base/decimal.h"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <random>

namespace proviso::test {
namespace {

// No std::bit_cast in Emscripten's library of today.
std::uint64_t BitsOf(double value) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}
double OfBits(std::uint64_t bits) {
  double value = 0;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

/// What printf writes, taken apart.
Decimal Printed(double value, int precision) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.*e", precision - 1, value);
  Decimal decimal;
  const std::string_view all(text.data());
  const std::size_t e = all.find('e');
  for (const char c : all.substr(0, e))
    if (c >= '0' && c <= '9') decimal.digits += c;
  while (decimal.digits.size() > 1 && decimal.digits.back() == '0') decimal.digits.pop_back();
  decimal.exponent = std::atoi(all.substr(e + 1).data());
  return decimal;
}

}  // namespace

TEST_CASE("digits become the double that the C library finds nearest", "[base][decimal]") {
  for (const char* number : {"0",
                             "-0",
                             "0.0e5",
                             "1",
                             "-1",
                             "0.1",
                             "0.2",
                             "0.3",
                             "1e22",
                             "1e23",
                             "9007199254740993",
                             "9007199254740992.5",
                             "9007199254740993.00000000000000000000000000000000000001",
                             "1.7976931348623157e308",
                             "1.7976931348623158e308",
                             "1.7976931348623159e308",
                             "1e309",
                             "-1e400",
                             "1e99999999999",
                             "1e-99999999999",
                             "4.9406564584124654e-324",
                             "2.4703282292062327e-324",
                             "2.4703282292062328e-324",
                             "2.2250738585072011e-308",
                             "2.2250738585072014e-308",
                             "0.00000000000000000000000000000000000000123E+40",
                             "123456789012345678901234567890",
                             "179769313486231580793728971405301e276",
                             "8.5e-5",
                             "3.14159265358979323846264338327950288"}) {
    CAPTURE(number);
    CHECK(BitsOf(NearestDouble(number)) == BitsOf(std::strtod(number, nullptr)));
  }
  // Many digits and a large exponent say the same as few.
  CHECK(NearestDouble("0." + std::string(100000, '0') + "1e100001") == 1.0);
  CHECK(NearestDouble("1" + std::string(100000, '0') + "e-100000") == 1.0);
  // A tie that only the 1,000th digit breaks.
  const std::string tie = "9007199254740993." + std::string(1000, '0');
  CHECK(NearestDouble(tie) == 9007199254740992.0);
  CHECK(NearestDouble(tie + "1") == 9007199254740994.0);
}

TEST_CASE("random numbers go to digits and back as the C library has them", "[base][decimal]") {
  std::mt19937_64 random(20261130);
  for (int i = 0; i < 20000; ++i) {
    const double value = OfBits(random() & ~(std::uint64_t{1} << 63));
    if (!std::isfinite(value)) continue;
    std::array<char, 64> text{};
    const int precision = 1 + static_cast<int>(random() % 25);
    std::snprintf(text.data(), text.size(), "%.*e", precision - 1, value);
    CAPTURE(text.data());
    REQUIRE(BitsOf(NearestDouble(text.data())) == BitsOf(std::strtod(text.data(), nullptr)));
    const Decimal ours = RoundedDecimal(value, precision), theirs = Printed(value, precision);
    REQUIRE(ours.digits == theirs.digits);
    if (value != 0) REQUIRE(ours.exponent == theirs.exponent);
  }
}

TEST_CASE("halves round to even, and nines carry", "[base][decimal]") {
  CHECK(RoundedDecimal(0.5, 1).digits == "5");
  CHECK(RoundedDecimal(2.5, 1).digits == "2");
  CHECK(RoundedDecimal(3.5, 1).digits == "4");
  const Decimal carried = RoundedDecimal(999.9, 3);
  CHECK(carried.digits == "1");
  CHECK(carried.exponent == 3);
  const Decimal zero = RoundedDecimal(0, 5);
  CHECK(zero.digits == "0");
  const Decimal least = RoundedDecimal(std::numeric_limits<double>::denorm_min(), 17);
  CHECK(least.digits == "49406564584124654");
  CHECK(least.exponent == -324);
}

}  // namespace proviso::test
