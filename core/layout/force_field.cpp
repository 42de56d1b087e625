#include "core/layout/force_field.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>

namespace proviso::layout {
namespace {

constexpr std::size_t kExactUpTo = 256;
constexpr std::uint32_t kLeaf = 6;
constexpr int kDeepest = 24;
constexpr double kNearness = 0.81;  // Of Barnes and Hut, squared.

// Points on the same spot part in a direction of their own.
Vec Nudge(std::uint32_t i, std::uint32_t j) {
  const double turn = i < j ? 1.0 : -1.0;
  return {turn * (1.0 + static_cast<double>((i + j) % 7)) * 0.01,
          turn * (1.0 + static_cast<double>((i + j) % 5)) * 0.01};
}

}  // namespace

void Field::Build(const std::vector<Vec>& points, const std::vector<double>& charges) {
  points_ = &points;
  charges_ = &charges;
  nearness_ = points.size() <= kExactUpTo ? 0 : kNearness;
  order_.resize(points.size());
  std::iota(order_.begin(), order_.end(), 0u);
  cells_.clear();
  if (points.empty()) return;
  Vec low = points[0], high = points[0];
  for (const Vec& p : points) {
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
  }
  Cell all;
  all.last = static_cast<std::uint32_t>(points.size());
  cells_.push_back(all);
  Split(0, low, std::max({high.x - low.x, high.y - low.y, 1e-6}), 0);
}

void Field::Split(std::uint32_t index, Vec low, double side, int depth) {
  const std::uint32_t first = cells_[index].first, last = cells_[index].last;
  Vec sum;
  double charge = 0;
  for (std::uint32_t k = first; k < last; ++k) {
    const double c = (*charges_)[order_[k]];
    charge += c;
    sum.x += c * (*points_)[order_[k]].x;
    sum.y += c * (*points_)[order_[k]].y;
  }
  cells_[index].charge = charge;
  cells_[index].side = side;
  if (charge > 0) cells_[index].middle = {sum.x / charge, sum.y / charge};
  if (last - first <= kLeaf || depth >= kDeepest) return;
  const double half = side / 2;
  const Vec middle{low.x + half, low.y + half};
  const auto begin = order_.begin();
  const auto part = [&](std::uint32_t from, std::uint32_t to, auto&& before) {
    return static_cast<std::uint32_t>(
        std::stable_partition(begin + static_cast<std::ptrdiff_t>(from),
                              begin + static_cast<std::ptrdiff_t>(to),
                              [&](std::uint32_t i) { return before((*points_)[i]); }) -
        begin);
  };
  const auto left = [&](const Vec& p) { return p.x < middle.x; };
  const auto over = [&](const Vec& p) { return p.y < middle.y; };
  const std::uint32_t right = part(first, last, left);
  const std::array<std::uint32_t, 5> ends{first, part(first, right, over), right,
                                          part(right, last, over), last};
  const auto base = static_cast<std::uint32_t>(cells_.size());
  std::array<std::uint32_t, 4> quarter{};
  std::uint32_t parts = 0;
  for (std::uint32_t q = 0; q < 4; ++q) {
    if (ends[q] == ends[q + 1]) continue;
    Cell cell;
    cell.first = ends[q];
    cell.last = ends[q + 1];
    cells_.push_back(cell);
    quarter[parts++] = q;
  }
  cells_[index].part = base;
  cells_[index].parts = parts;
  for (std::uint32_t k = 0; k < parts; ++k)
    Split(base + k, {quarter[k] >= 2 ? middle.x : low.x, quarter[k] % 2 == 1 ? middle.y : low.y},
          half, depth + 1);
}

Vec Field::PushOn(std::uint32_t index, std::uint64_t* work) const {
  const Vec at = (*points_)[index];
  Vec push;
  const auto add = [&](Vec from, double charge) {
    const double square = from.x * from.x + from.y * from.y;
    push.x += from.x * charge / square;
    push.y += from.y * charge / square;
    ++*work;
  };
  open_.assign(1, 0);
  while (!open_.empty()) {
    const Cell& cell = cells_[open_.back()];
    open_.pop_back();
    const Vec away{at.x - cell.middle.x, at.y - cell.middle.y};
    const double square = away.x * away.x + away.y * away.y;
    if (cell.side * cell.side < nearness_ * square) {
      add(away, cell.charge);
    } else if (cell.parts == 0) {
      for (std::uint32_t k = cell.first; k < cell.last; ++k) {
        const std::uint32_t other = order_[k];
        if (other == index) continue;
        Vec from{at.x - (*points_)[other].x, at.y - (*points_)[other].y};
        if (from.x * from.x + from.y * from.y < 1e-9) from = Nudge(index, other);
        // Very near, the push has a limit.
        const double square_of = from.x * from.x + from.y * from.y;
        const double limit = square_of < 1 ? square_of : 1;
        add(from, (*charges_)[other] * limit);
      }
    } else {
      for (std::uint32_t k = cell.parts; k-- > 0;) open_.push_back(cell.part + k);
    }
  }
  return push;
}

}  // namespace proviso::layout
