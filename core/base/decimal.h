#pragma once

#include <string>
#include <string_view>

namespace proviso {

// Exact conversion between doubles and decimal digits, whatever the locale. Ours for one reason:
// the C library's brings printing and reading of numbers of 128 bits into every visitor's download.

/// The double nearest to a number as JSON writes it, ties to even; beyond the largest: infinity.
///
/// Shape: a sign at most, digits, a point and digits, an exponent; nothing else may be in it.
/// Cost:  quadratic in the digits, of which the first 800 count.
double NearestDouble(std::string_view number);

/// Digits of which the first stands for 10^`exponent`.
struct Decimal {
  std::string digits;  ///< Without trailing zeros; of zero "0".
  int exponent = 0;
};

/// A finite number, not below zero, rounded to `precision` digits, ties to even.
///
/// Cost: quadratic in the length of the exact value, at most some 1,100 bits.
Decimal RoundedDecimal(double value, int precision);

}  // namespace proviso
