#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace proviso::merge {

/// What each coder says of one unit, by number; none where one says nothing.
using Unit = std::vector<std::optional<std::int32_t>>;

/// How far two values are from each other, from 0.
///
/// A class and no `std::function`: a page that fetches this late would have such functions from the
/// start.
class Distance {
 public:
  static Distance Nominal() { return Distance(Of::kNominal); }
  static Distance Interval() { return Distance(Of::kInterval); }
  /// That of ranks, which depends on how often each value occurs in `units`.
  static Distance Ordinal(const std::vector<Unit>& units);
  /// That of sets, of which a value is the number: what two do not share of what they have.
  static Distance Sets(std::vector<std::set<std::string>> sets);

  double operator()(std::int32_t a, std::int32_t b) const;

 private:
  enum class Of : std::uint8_t { kNominal, kInterval, kOrdinal, kSets };
  explicit Distance(Of of) : of_(of) {}

  Of of_;
  std::map<std::int32_t, double> counts_;
  std::vector<std::set<std::string>> sets_;
};

/// Krippendorff's alpha: 1 less the observed disagreement over the one that chance would bring.
/// None if fewer than two values can be compared, or if all of them are one.
/// Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011.
std::optional<double> Alpha(const std::vector<Unit>& units, const Distance& distance);

/// The interval in which 95 of 100 alphas lie when units are drawn again.
struct Spread {
  double low = 0, high = 0;
};

/// Draws as many units again, `times` times, from `seed`; the same everywhere. None where no draw
/// has an alpha.
std::optional<Spread> Resample(const std::vector<Unit>& units, bool ordinal,
                               const Distance& distance, std::uint32_t times, std::uint64_t seed);

}  // namespace proviso::merge
