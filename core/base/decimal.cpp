#include "core/base/decimal.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace proviso {
namespace {

/// A whole number of any length, not below zero; low words first, no zero on top.
class Whole {
 public:
  explicit Whole(std::uint64_t value) {
    for (; value != 0; value >>= 32) words_.push_back(static_cast<std::uint32_t>(value));
  }

  /// *this = *this * factor + more.
  void Scale(std::uint32_t factor, std::uint32_t more = 0) {
    std::uint64_t carry = more;
    for (std::uint32_t& word : words_) {
      carry += std::uint64_t{word} * factor;
      word = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    if (carry != 0) words_.push_back(static_cast<std::uint32_t>(carry));
  }

  void ScaleByTens(int count) {
    for (; count >= 9; count -= 9) Scale(1000000000u);
    for (; count > 0; --count) Scale(10);
  }

  void Double(int times) {
    if (words_.empty()) return;
    words_.insert(words_.begin(), static_cast<std::size_t>(times / 32), 0u);
    if (times % 32 != 0) Scale(std::uint32_t{1} << (times % 32));
  }

  /// Takes `other`, which is not more, away.
  void Subtract(const Whole& other) {
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const std::uint64_t less = borrow + (i < other.words_.size() ? other.words_[i] : 0u);
      borrow = words_[i] < less ? 1 : 0;
      words_[i] = static_cast<std::uint32_t>(words_[i] - less);
    }
    Trim();
  }

  int Bits() const {
    return words_.empty() ? 0
                          : static_cast<int>(32 * words_.size()) - std::countl_zero(words_.back());
  }

  /// Below zero, zero or above it, as *this is less than, as much as or more than `other`.
  int Compare(const Whole& other) const {
    if (words_.size() != other.words_.size()) return words_.size() < other.words_.size() ? -1 : 1;
    for (std::size_t i = words_.size(); i-- > 0;)
      if (words_[i] != other.words_[i]) return words_[i] < other.words_[i] ? -1 : 1;
    return 0;
  }

 private:
  void Trim() {
    while (!words_.empty() && words_.back() == 0) words_.pop_back();
  }

  std::vector<std::uint32_t> words_;
};

/// True if what is left of a division, `rest` of `whole`, rounds up; `odd`: what was found so far.
bool RoundsUp(Whole rest, const Whole& whole, bool odd) {
  rest.Double(1);
  const int order = rest.Compare(whole);
  return order > 0 || (order == 0 && odd);
}

/// The double nearest to over / under; neither is zero.
double Divide(Whole over, Whole under) {
  constexpr int kDigits = std::numeric_limits<double>::digits;
  constexpr int kLowest = std::numeric_limits<double>::min_exponent - kDigits;
  // The quotient lies from 2^top to 2^(top + 1).
  int top = over.Bits() - under.Bits();
  (top < 0 ? over : under).Double(std::abs(top));
  if (over.Compare(under) < 0) {
    over.Double(1);
    --top;
  }
  if (top >= std::numeric_limits<double>::max_exponent)
    return std::numeric_limits<double>::infinity();
  const int last = std::max(top - kDigits + 1, kLowest);  // What its last bit stands for.
  std::uint64_t quotient = 0;
  for (int bit = top; bit >= last; --bit) {
    quotient *= 2;
    if (over.Compare(under) >= 0) {
      over.Subtract(under);
      ++quotient;
    }
    if (bit > last) over.Double(1);
  }
  // Below the smallest there is at most half of it.
  if (top < last) under.Double(last - top);
  if (RoundsUp(std::move(over), under, (quotient & 1) != 0)) ++quotient;
  return std::ldexp(static_cast<double>(quotient), last);
}

}  // namespace

double NearestDouble(std::string_view number) {
  constexpr int kCounted = 800;
  // More digits than a file can have; no exponent beyond it is told from it.
  constexpr std::int64_t kFarthest = 1000000000000;
  Whole digits(0);
  int count = 0;
  std::int64_t exponent = 0;
  bool negative = false, point = false, more = false;
  std::size_t at = 0;
  for (; at < number.size() && number[at] != 'e' && number[at] != 'E'; ++at) {
    const char c = number[at];
    if (c == '-') negative = true;
    if (c == '.') point = true;
    if (c < '0' || c > '9') continue;
    if (count < kCounted) {
      digits.Scale(10, static_cast<std::uint32_t>(c - '0'));
      if (digits.Bits() > 0) ++count;
      if (point) --exponent;
    } else {
      more = more || c != '0';
      if (!point) ++exponent;
    }
  }
  if (digits.Bits() == 0) return negative ? -0.0 : 0.0;
  std::int64_t written = 0;
  bool down = false;
  for (; at < number.size(); ++at) {
    if (number[at] == '-') down = true;
    if (number[at] >= '0' && number[at] <= '9')
      written = std::min(written * 10 + (number[at] - '0'), kFarthest);
  }
  exponent += down ? -written : written;
  if (more) {  // Digits that are not counted still say on which side of a tie this is.
    digits.Scale(10, 1);
    --exponent;
  }
  // Far outside what doubles reach no powers are made.
  const std::int64_t first = count + exponent;
  if (first > 400) return negative ? -HUGE_VAL : HUGE_VAL;
  if (first < -400) return negative ? -0.0 : 0.0;
  Whole unit(1);
  (exponent < 0 ? unit : digits).ScaleByTens(static_cast<int>(std::abs(exponent)));
  const double value = Divide(std::move(digits), std::move(unit));
  return negative ? -value : value;
}

Decimal RoundedDecimal(double value, int precision) {
  Decimal decimal{"0", 0};
  if (!(value > 0)) return decimal;
  int binary = 0;
  const double fraction = std::frexp(value, &binary);
  constexpr int kDigits = std::numeric_limits<double>::digits;
  Whole over(static_cast<std::uint64_t>(std::ldexp(fraction, kDigits))), under(1);
  binary -= kDigits;
  (binary < 0 ? under : over).Double(std::abs(binary));
  // log10 may be off by one where the value is close to a power of ten; what follows mends it.
  int exponent = static_cast<int>(std::floor(std::log10(value)));
  (exponent < 0 ? over : under).ScaleByTens(std::abs(exponent));
  if (over.Compare(under) < 0) {
    over.Scale(10);
    --exponent;
  }
  Whole ten = under;
  ten.Scale(10);
  if (over.Compare(ten) >= 0) {
    under = std::move(ten);
    ++exponent;
  }
  decimal.exponent = exponent;
  decimal.digits.clear();
  for (int i = 0; i < precision; ++i) {
    if (i > 0) over.Scale(10);
    char digit = '0';
    for (; over.Compare(under) >= 0; ++digit) over.Subtract(under);
    decimal.digits += digit;
  }
  std::string& digits = decimal.digits;
  if (RoundsUp(std::move(over), under, (digits.back() - '0') % 2 != 0)) {
    std::size_t at = digits.size();
    while (at > 0 && digits[at - 1] == '9') digits[--at] = '0';
    if (at > 0) {
      ++digits[at - 1];
    } else {
      digits.insert(digits.begin(), '1');
      ++decimal.exponent;
    }
  }
  while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
  return decimal;
}

}  // namespace proviso
