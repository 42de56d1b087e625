#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace proviso::merge {

/// What each coder says of one unit, by number; none where one says nothing.
using Unit = std::vector<std::optional<std::int32_t>>;

/// How far two values are from each other, from 0.
using Distance = std::function<double(std::int32_t, std::int32_t)>;

/// Krippendorff's alpha: 1 less the observed disagreement over the one that chance would bring.
/// None if fewer than two values can be compared, or if all of them are one.
/// Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011.
std::optional<double> Alpha(const std::vector<Unit>& units, const Distance& distance);

double Nominal(std::int32_t a, std::int32_t b);
double Interval(std::int32_t a, std::int32_t b);

/// The distance of ranks, which depends on how often each value occurs in `units`.
Distance Ordinal(const std::vector<Unit>& units);

/// The interval in which 95 of 100 alphas lie when units are drawn again.
struct Spread {
  double low = 0, high = 0;
};

/// Draws as many units again, `times` times, from `seed`; the same everywhere. None where no draw
/// has an alpha.
std::optional<Spread> Resample(const std::vector<Unit>& units, bool ordinal,
                               const Distance& distance, std::uint32_t times, std::uint64_t seed);

}  // namespace proviso::merge
