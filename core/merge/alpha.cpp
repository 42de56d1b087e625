#include "core/merge/alpha.h"

#include <algorithm>
#include <utility>

namespace proviso::merge {
namespace {

/// The values of units in which two coders or more say something.
std::vector<std::vector<std::int32_t>> Comparable(const std::vector<Unit>& units) {
  std::vector<std::vector<std::int32_t>> out;
  for (const Unit& unit : units) {
    std::vector<std::int32_t> values;
    for (const auto& value : unit)
      if (value) values.push_back(*value);
    if (values.size() > 1) out.push_back(std::move(values));
  }
  return out;
}

std::uint64_t SplitMix(std::uint64_t* state) {
  std::uint64_t z = *state += 0x9E3779B97F4A7C15u;
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
  z = (z ^ z >> 27) * 0x94D049BB133111EBu;
  return z ^ z >> 31;
}

double Jaccard(const std::set<std::string>& a, const std::set<std::string>& b) {
  if (a == b) return 0;
  std::size_t shared = 0;
  for (const std::string& item : a) shared += b.count(item);
  return 1 - static_cast<double>(shared) / static_cast<double>(a.size() + b.size() - shared);
}

}  // namespace

Distance Distance::Ordinal(const std::vector<Unit>& units) {
  Distance distance(Of::kOrdinal);
  for (const auto& unit : Comparable(units))
    for (const std::int32_t value : unit) ++distance.counts_[value];
  return distance;
}

Distance Distance::Sets(std::vector<std::set<std::string>> sets) {
  Distance distance(Of::kSets);
  distance.sets_ = std::move(sets);
  return distance;
}

double Distance::operator()(std::int32_t a, std::int32_t b) const {
  if (a == b) return 0;
  switch (of_) {
    case Of::kNominal:
      return 1;
    case Of::kInterval: {
      const double d = static_cast<double>(a) - b;
      return d * d;
    }
    case Of::kSets:
      return Jaccard(sets_[static_cast<std::size_t>(a)], sets_[static_cast<std::size_t>(b)]);
    case Of::kOrdinal:
      break;
  }
  const auto low = counts_.find(std::min(a, b)), high = counts_.find(std::max(a, b));
  double between = 0;
  for (auto at = low; at != counts_.end(); ++at) {
    between += at->second;
    if (at == high) break;
  }
  if (low != counts_.end()) between -= low->second / 2;
  if (high != counts_.end()) between -= high->second / 2;
  return between * between;
}

std::optional<double> Alpha(const std::vector<Unit>& units, const Distance& distance) {
  const auto values = Comparable(units);
  // Counted by value: one matrix of values, however many units there are.
  std::map<std::int32_t, double> count;
  double n = 0, seen = 0;
  for (const auto& unit : values) {
    double sum = 0;
    for (std::size_t i = 0; i < unit.size(); ++i) {
      ++count[unit[i]];
      ++n;
      for (std::size_t k = 0; k < unit.size(); ++k)
        if (i != k) sum += distance(unit[i], unit[k]);
    }
    seen += sum / static_cast<double>(unit.size() - 1);
  }
  if (n < 2 || count.size() < 2) return std::nullopt;
  double chance = 0;
  for (const auto& [a, of_a] : count)
    for (const auto& [b, of_b] : count)
      if (a != b) chance += of_a * of_b * distance(a, b);
  if (chance == 0) return std::nullopt;
  return 1 - (seen / n) / (chance / (n * (n - 1)));
}

std::optional<Spread> Resample(const std::vector<Unit>& units, bool ordinal,
                               const Distance& distance, std::uint32_t times, std::uint64_t seed) {
  if (units.empty()) return std::nullopt;
  std::vector<double> alphas;
  std::uint64_t state = seed;
  for (std::uint32_t round = 0; round < times; ++round) {
    std::vector<Unit> drawn;
    for (std::size_t i = 0; i < units.size(); ++i)
      drawn.push_back(units[static_cast<std::size_t>(SplitMix(&state) % units.size())]);
    // All the same in a draw: nobody disagrees, and chance would not either.
    alphas.push_back(Alpha(drawn, ordinal ? Distance::Ordinal(drawn) : distance).value_or(1));
  }
  if (alphas.empty()) return std::nullopt;
  std::sort(alphas.begin(), alphas.end());
  const auto at = [&alphas](double share) {
    return alphas[static_cast<std::size_t>(share * static_cast<double>(alphas.size() - 1) + 0.5)];
  };
  return Spread{at(0.025), at(0.975)};
}

}  // namespace proviso::merge
