#include "core/layout/force.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "core/base/sort.h"

namespace proviso::layout {
namespace {

constexpr double kDecay = 0.0228, kLast = 0.001;  // Of the heat: 300 rounds from 1, as d3-force.
constexpr double kAgain = 0.3;                    // What a restart begins with.
constexpr double kDrag = 0.6;                     // What a round leaves of the speed.
constexpr double kCharge = 260, kMiddle = 0.05;
constexpr double kLeastLength = 70;
constexpr double kBetweenLeads = 1.4;  // Of the longest edge.
constexpr std::uint32_t kRoundsBeforeGrowth = 60, kGrowthsAtMost = 120;

double Half(float points) { return static_cast<double>(points) / 2; }

}  // namespace

ForceBox BoxOf(const ForceNode& node, const ForcePlace& place) {
  const float half = std::max(node.size, node.label_width) / 2;
  return {place.x - half, place.y - node.size / 2 - (place.above ? node.label_height : 0),
          place.x + half, place.y + node.size / 2 + (place.above ? 0 : node.label_height)};
}

ForceRun::ForceRun(ForceGraph graph) { Begin(graph); }

void ForceRun::Begin(const ForceGraph& graph) {
  const auto count = static_cast<std::uint32_t>(graph.nodes.size());
  stretch_ = std::max(1.0, static_cast<double>(graph.stretch));
  order_.resize(count);
  std::iota(order_.begin(), order_.end(), 0u);
  SortList(&order_, [&graph](std::uint32_t a, std::uint32_t b) {
    return graph.nodes[a].key < graph.nodes[b].key;
  });
  std::vector<std::uint32_t> body_of(count);
  for (std::uint32_t i = 0; i < count; ++i) body_of[order_[i]] = i;

  struct Tie {
    std::uint32_t a, b;
    float pull;
  };
  std::vector<Tie> ties;
  for (const ForceEdge& edge : graph.edges) {
    if (edge.from >= count || edge.to >= count || edge.from == edge.to) continue;
    const std::uint32_t a = body_of[edge.from], b = body_of[edge.to];
    ties.push_back({std::min(a, b), std::max(a, b), edge.pull});
  }
  // Several edges between two nodes pull as the strongest of them.
  SortList(&ties, [](const Tie& x, const Tie& y) {
    return x.a != y.a ? x.a < y.a : (x.b != y.b ? x.b < y.b : x.pull > y.pull);
  });
  ties.erase(std::unique(ties.begin(), ties.end(),
                         [](const Tie& x, const Tie& y) { return x.a == y.a && x.b == y.b; }),
             ties.end());
  std::vector<double> degree(count, 0), around(count, 0);

  bodies_.resize(count);
  bool again = false;
  std::uint32_t leads = 0;
  for (const ForceNode& node : graph.nodes) leads = std::max(leads, node.lead);
  for (std::uint32_t i = 0; i < count; ++i) {
    const ForceNode& node = graph.nodes[order_[i]];
    Body& body = bodies_[i];
    const double gap = Half(graph.gap);
    body.half_width = Half(std::max(node.size, node.label_width)) + gap;
    body.reach = Half(node.size) + gap;
    body.label = static_cast<double>(node.label_height);
    body.held = node.pin.has_value();
    again |= node.start.has_value();
  }
  for (const Tie& tie : ties) {
    degree[tie.a] += 1;
    degree[tie.b] += 1;
    const auto side = [this](const Body& body) {
      return std::sqrt(2 * body.half_width / stretch_ * (2 * body.reach + body.label));
    };
    around[tie.a] += side(bodies_[tie.b]);
    around[tie.b] += side(bodies_[tie.a]);
  }
  for (const Tie& tie : ties) {
    if (!(tie.pull > 0)) continue;
    Pull pull;
    pull.a = tie.a;
    pull.b = tie.b;
    // A ring around its end that has room for all that hangs on it.
    const double ring = std::max(around[tie.a], around[tie.b]) / 6.2831853;
    pull.length =
        std::max(kLeastLength, ring) + bodies_[tie.a].reach / 2 + bodies_[tie.b].reach / 2;
    pull.strength = static_cast<double>(tie.pull) / std::min(degree[tie.a], degree[tie.b]);
    pull.bias = degree[tie.a] / (degree[tie.a] + degree[tie.b]);
    pulls_.push_back(pull);
  }
  charges_.resize(count);
  points_.resize(count);
  for (std::uint32_t i = 0; i < count; ++i) charges_[i] = kCharge * (1 + std::sqrt(degree[i]) / 2);

  // Places to begin at: those given; leads side by side; the rest on a spiral (each turned by the
  // golden angle from the one before), the best joined first, round a neighbour that has a place.
  std::vector<std::uint8_t> placed(count, 0);
  double widest = kLeastLength;
  for (const Pull& pull : pulls_) widest = std::max(widest, pull.length);
  for (std::uint32_t i = 0; i < count; ++i) {
    const ForceNode& node = graph.nodes[order_[i]];
    const std::optional<Spot>& at = node.pin ? node.pin : node.start;
    if (at) {
      bodies_[i].at = {static_cast<double>(at->x), static_cast<double>(at->y)};
    } else if (node.lead != 0) {
      bodies_[i].at = {(static_cast<double>(node.lead) - (static_cast<double>(leads) + 1) / 2) *
                           widest * kBetweenLeads * stretch_,
                       0};
      // Two keep their places, so that the picture has a left and a right side.
      bodies_[i].level = leads <= 2;
    } else {
      continue;
    }
    placed[i] = 1;
  }
  std::vector<std::uint32_t> wait(count);
  std::iota(wait.begin(), wait.end(), 0u);
  SortList(&wait, [&degree](std::uint32_t a, std::uint32_t b) { return degree[a] > degree[b]; });
  std::vector<Vec> near(count);
  std::vector<double> neighbours(count, 0);
  for (const Tie& tie : ties) {
    const auto lead_on = [&](std::uint32_t from, std::uint32_t to) {
      if (placed[from] == 0) return;
      near[to].x += bodies_[from].at.x;
      near[to].y += bodies_[from].at.y;
      neighbours[to] += 1;
    };
    lead_on(tie.a, tie.b);
    lead_on(tie.b, tie.a);
  }
  constexpr double kCos = -0.7373688780783197, kSin = 0.6754902942615238;
  Vec turn{1, 0};
  double steps = 0;
  for (const std::uint32_t i : wait) {
    if (placed[i] != 0) continue;
    steps += 1;
    const double far = again ? 40.0 : 24.0 * std::sqrt(steps);
    turn = {turn.x * kCos - turn.y * kSin, turn.x * kSin + turn.y * kCos};
    Vec from;
    if (neighbours[i] > 0) from = {near[i].x / neighbours[i], near[i].y / neighbours[i]};
    bodies_[i].at = {from.x + turn.x * far * stretch_, from.y + turn.y * far};
  }
  alpha_ = again ? kAgain : 1;
  Round();
  if (count == 0) phase_ = Phase::kDone;
}

void ForceRun::Round() {
  for (std::size_t i = 0; i < bodies_.size(); ++i)
    points_[i] = {bodies_[i].at.x / stretch_, bodies_[i].at.y};
  field_.Build(points_, charges_);
  next_ = 0;
  phase_ = Phase::kPush;
}

bool ForceRun::Run(std::uint64_t work) {
  std::uint64_t done = 0;
  while (phase_ != Phase::kDone && done < work) {
    switch (phase_) {
      case Phase::kPush:
        for (; next_ < bodies_.size() && done < work; ++next_) {
          const Vec push = field_.PushOn(next_, &done);
          bodies_[next_].speed.x += push.x * alpha_;
          bodies_[next_].speed.y += push.y * alpha_;
        }
        if (next_ == bodies_.size()) phase_ = Phase::kMove;
        break;
      case Phase::kMove:
        done += Move();
        alpha_ -= alpha_ * kDecay;
        if (alpha_ > kLast) {
          Round();
        } else {
          ChooseSides();
          phase_ = Phase::kApart;
        }
        break;
      case Phase::kApart: {
        const std::size_t pairs = PushApart(1, &done);
        if (pairs == 0 || growths_ == kGrowthsAtMost) {
          phase_ = Phase::kDone;
        } else if (++rounds_ % kRoundsBeforeGrowth == 0) {
          ++growths_;
          for (Body& body : bodies_)
            if (!body.held) body.at = {body.at.x * 1.06, body.at.y * 1.06};
        }
        break;
      }
      case Phase::kDone:
        break;
    }
  }
  return phase_ == Phase::kDone;
}

std::uint64_t ForceRun::PullEdges() {
  for (const Pull& pull : pulls_) {
    Body& a = bodies_[pull.a];
    Body& b = bodies_[pull.b];
    double dx = (b.at.x - a.at.x) / stretch_ + b.speed.x - a.speed.x;
    double dy = b.at.y - a.at.y + b.speed.y - a.speed.y;
    const double far = std::max(std::sqrt(dx * dx + dy * dy), 1e-3);
    const double by = (far - pull.length) / far * alpha_ * pull.strength;
    dx *= by;
    dy *= by;
    b.speed.x -= dx * pull.bias;
    b.speed.y -= dy * pull.bias;
    a.speed.x += dx * (1 - pull.bias);
    a.speed.y += dy * (1 - pull.bias);
  }
  return pulls_.size() / 2 + 1;
}

std::uint64_t ForceRun::Move() {
  std::uint64_t work = PullEdges();
  for (Body& body : bodies_) {
    body.speed.x -= body.at.x / stretch_ * kMiddle * alpha_;
    body.speed.y -= body.at.y * kMiddle * alpha_;
    body.speed = {body.speed.x * kDrag, body.speed.y * kDrag};
    if (body.held || body.level) {
      body.speed = {};
      continue;
    }
    body.at.x += body.speed.x * stretch_;
    body.at.y += body.speed.y;
  }
  ChooseSides();
  if (alpha_ < 0.5) PushApart(0.35, &work);
  return work + bodies_.size() / 2;
}

void ForceRun::ChooseSides() {
  // Away from what it hangs on, so that lines do not come in through the label.
  std::vector<double> lean(bodies_.size(), 0);
  for (const Pull& pull : pulls_) {
    const double down = bodies_[pull.b].at.y - bodies_[pull.a].at.y;
    lean[pull.b] += down;
    lean[pull.a] -= down;
  }
  for (std::size_t i = 0; i < bodies_.size(); ++i)
    bodies_[i].above = !bodies_[i].level && lean[i] < -1;
}

std::size_t ForceRun::PushApart(double share, std::uint64_t* work) {
  const auto left = [this](std::uint32_t i) { return bodies_[i].at.x - bodies_[i].half_width; };
  if (sweep_.size() != bodies_.size()) {
    sweep_.resize(bodies_.size());
    std::iota(sweep_.begin(), sweep_.end(), 0u);
  }
  SortList(&sweep_, [&](std::uint32_t a, std::uint32_t b) {
    return left(a) != left(b) ? left(a) < left(b) : a < b;
  });
  const auto top = [](const Body& body) {
    return body.at.y - body.reach - (body.above ? body.label : 0);
  };
  const auto bottom = [](const Body& body) {
    return body.at.y + body.reach + (body.above ? 0 : body.label);
  };
  std::size_t pairs = 0;
  for (std::size_t p = 0; p < sweep_.size(); ++p) {
    Body& a = bodies_[sweep_[p]];
    const double end = a.at.x + a.half_width;
    for (std::size_t q = p + 1; q < sweep_.size(); ++q) {
      Body& b = bodies_[sweep_[q]];
      ++*work;
      if (left(sweep_[q]) >= end) break;
      const double across = a.half_width + b.half_width - std::abs(b.at.x - a.at.x);
      const double along = std::min(bottom(a), bottom(b)) - std::max(top(a), top(b));
      if (across <= 0.01 || along <= 0.01 || (a.held && b.held)) continue;
      ++pairs;
      // A pin never gives way, a lead only to pins.
      const auto firm = [](const Body& body) { return body.held ? 2 : (body.level ? 1 : 0); };
      const double for_a = firm(a) > firm(b) ? 0 : (firm(a) < firm(b) ? 1 : 0.5);
      // The shorter way; sideways is cheaper in a wide drawing.
      if (across / stretch_ < along) {
        const double turn = b.at.x >= a.at.x ? 1 : -1;
        a.at.x -= turn * across * for_a * share;
        b.at.x += turn * across * (1 - for_a) * share;
      } else {
        const double turn = top(b) + bottom(b) >= top(a) + bottom(a) ? 1 : -1;
        a.at.y -= turn * along * for_a * share;
        b.at.y += turn * along * (1 - for_a) * share;
      }
    }
  }
  return pairs;
}

std::vector<ForcePlace> ForceRun::Places() const {
  std::vector<ForcePlace> places(bodies_.size());
  for (std::size_t i = 0; i < bodies_.size(); ++i) {
    const Body& body = bodies_[i];
    ForcePlace& place = places[order_[i]];
    place.x = static_cast<float>(body.held ? body.at.x : std::floor(body.at.x + 0.5));
    place.y = static_cast<float>(body.held ? body.at.y : std::floor(body.at.y + 0.5));
    place.above = body.above;
  }
  return places;
}

}  // namespace proviso::layout
