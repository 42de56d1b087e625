// What the two readings are held against: frameworks of argument, exact probabilities, bounds.

#include <algorithm>
#include <array>

#include "tests/core/reason/ask.h"
#include "tests/support/random_talk.h"

namespace proviso::test {
namespace {

using reason::Direction;
using reason::Status;

struct Framework {
  int arguments = 0;
  std::vector<std::pair<int, int>> attacks;  // Who, whom.
};

enum class Label { kUndecided, kIn, kOut };

/// The grounded labelling, by its definition: in if all attackers are out, out if one is in.
std::vector<Label> Grounded(const Framework& framework) {
  std::vector<Label> label(std::size_t(framework.arguments), Label::kUndecided);
  for (bool more = true; more;) {
    more = false;
    for (int a = 0; a < framework.arguments; ++a) {
      if (label[std::size_t(a)] != Label::kUndecided) continue;
      bool all_out = true;
      bool one_in = false;
      for (const auto& [who, whom] : framework.attacks) {
        if (whom != a) continue;
        all_out = all_out && label[std::size_t(who)] == Label::kOut;
        one_in = one_in || label[std::size_t(who)] == Label::kIn;
      }
      if (!all_out && !one_in) continue;
      label[std::size_t(a)] = one_in ? Label::kOut : Label::kIn;
      more = true;
    }
  }
  return label;
}

/// Each argument as a rule: "a, unless an attacker of a".
std::string AsTalk(const Framework& framework) {
  std::string lines;
  for (int a = 0; a < framework.arguments; ++a) {
    lines += "w: if x -> a" + std::to_string(a);
    std::string unless;
    for (const auto& [who, whom] : framework.attacks)
      if (whom == a) unless += (unless.empty() ? "" : " & ") + ("a" + std::to_string(who));
    lines += (unless.empty() ? "" : " unless " + unless) + "\n";
  }
  return lines;
}

void CheckFramework(const Framework& framework) {
  const Told told(AsTalk(framework));
  const std::vector<Label> grounded = Grounded(framework);
  for (int a = 0; a < framework.arguments; ++a) {
    const auto answer = told.Ask("w", "a" + std::to_string(a), "x");
    const Status expected = grounded[std::size_t(a)] == Label::kIn    ? Status::kPredicted
                            : grounded[std::size_t(a)] == Label::kOut ? Status::kSilent
                                                                      : Status::kUnresolved;
    INFO(AsTalk(framework) << "argument a" << a);
    REQUIRE(answer.status == expected);
    if (expected == Status::kSilent)
      REQUIRE(answer.reasons.front() == reason::Reason::kSwitchedOff);
  }
}

/// A random network of yes-or-no variables whose tables rise or fall with each parent as stated.
struct Network {
  struct Node {
    std::vector<int> parents;
    std::vector<bool> raises;
    std::vector<std::int64_t> percent;  // P(yes) by the set of parents that pull up.
  };
  std::vector<Node> nodes;

  std::int64_t Percent(int node, unsigned world) const {
    const Node& n = nodes[std::size_t(node)];
    std::size_t pulling = 0;
    for (std::size_t i = 0; i < n.parents.size(); ++i)
      if (((world >> n.parents[i] & 1u) != 0) == n.raises[i]) pulling |= std::size_t{1} << i;
    return n.percent[pulling];
  }

  /// P(target) times 100 to the number of nodes, with some of them set from outside.
  std::int64_t Chance(int target, const std::vector<int>& set) const {
    std::int64_t sum = 0;
    for (unsigned world = 0; world < 1u << nodes.size(); ++world) {
      if ((world >> target & 1u) == 0) continue;
      std::int64_t weight = 1;
      for (std::size_t n = 0; n < nodes.size(); ++n) {
        const bool yes = (world >> n & 1u) != 0;
        if (set[n] >= 0) {
          weight *= (set[n] == 1) == yes ? 100 : 0;
        } else {
          weight *= yes ? Percent(int(n), world) : 100 - Percent(int(n), world);
        }
      }
      sum += weight;
    }
    return sum;
  }
};

Network RandomNetwork(Dice* dice) {
  Network network;
  const int count = 3 + int(dice->Below(4));
  for (int n = 0; n < count; ++n) {
    Network::Node node;
    for (int p = 0; p < n; ++p)
      if (dice->Chance(55)) {
        node.parents.push_back(p);
        node.raises.push_back(dice->Chance(60));
      }
    std::vector<std::int64_t> drawn;
    for (std::size_t s = 0; s < std::size_t{1} << node.parents.size(); ++s)
      drawn.push_back(1 + dice->Below(99));
    for (std::size_t s = 0; s < drawn.size(); ++s) {
      std::int64_t most = 0;  // The largest drawn for a part of `s`: rises with every parent.
      for (std::size_t part = 0; part < drawn.size(); ++part)
        if ((part & s) == part) most = std::max(most, drawn[part]);
      node.percent.push_back(most);
    }
    network.nodes.push_back(std::move(node));
  }
  return network;
}

constexpr std::array<const char*, 4> kLevels{"will", "very_likely", "likely", "possible"};
using Bounds = std::array<std::int64_t, 4>;
constexpr std::array<Bounds, 2> kTables{Bounds{100, 80, 55, 0}, Bounds{100, 90, 66, 0}};

}  // namespace

TEST_CASE("exceptions give the grounded extension of published frameworks", "[reason][oracle]") {
  CheckFramework({2, {{0, 1}, {1, 0}}});                          // Nixon's diamond.
  CheckFramework({3, {{0, 1}, {1, 2}}});                          // Reinstatement.
  CheckFramework({3, {{0, 1}, {1, 2}, {2, 0}}});                  // A circle of three.
  CheckFramework({1, {{0, 0}}});                                  // Attacks itself.
  CheckFramework({4, {{0, 1}, {1, 0}, {0, 2}, {1, 2}, {2, 3}}});  // Floating acceptance.
  CheckFramework({5, {{0, 1}, {2, 1}, {2, 3}, {3, 2}, {3, 4}, {4, 4}}});
}

TEST_CASE("exceptions give the grounded extension of any framework", "[reason][oracle]") {
  Dice dice(1995);
  for (int round = 0; round < 400; ++round) {
    Framework framework;
    framework.arguments = 1 + int(dice.Below(12));
    const std::uint32_t density = 5 + dice.Below(30);
    for (int a = 0; a < framework.arguments; ++a)
      for (int b = 0; b < framework.arguments; ++b)
        if (dice.Chance(density)) framework.attacks.emplace_back(a, b);
    CheckFramework(framework);
  }
}

TEST_CASE("a settled direction never contradicts exact probabilities", "[reason][oracle]") {
  Dice dice(1990);
  int settled = 0;
  int unreached = 0;
  for (int round = 0; round < 1200; ++round) {
    const Network network = RandomNetwork(&dice);
    const int count = int(network.nodes.size());
    std::string lines = "lever n0\n";
    for (int n = 0; n < count; ++n)
      for (std::size_t i = 0; i < network.nodes[std::size_t(n)].parents.size(); ++i) {
        // The same influence may be said of a negation at either end.
        const bool from = dice.Chance(25);
        const bool to = dice.Chance(25);
        const bool raises = network.nodes[std::size_t(n)].raises[i] != (from != to);
        lines += std::string("w: ") + (raises ? "raises " : "lowers ") + (from ? "!" : "") + "n" +
                 std::to_string(network.nodes[std::size_t(n)].parents[i]) + " -> " +
                 (to ? "!" : "") + "n" + std::to_string(n) + "\n";
      }
    for (int n = 0; n < count; ++n) lines += "v: n" + std::to_string(n) + ", possible\n";
    const int target = count - 1;
    std::vector<int> set(std::size_t(count), -1);
    std::string supposed;
    for (int n = 0; n < target; ++n)
      if (dice.Chance(35)) {
        set[std::size_t(n)] = int(dice.Below(2));
        supposed += (set[std::size_t(n)] == 1 ? " n" : " !n") + std::to_string(n);
      }
    std::vector<int> opposite = set;
    for (int& value : opposite)
      if (value >= 0) value = 1 - value;
    const Told told(lines + "w: other\n");
    const auto answer = told.Ask("w", "n" + std::to_string(target), supposed);
    const std::int64_t with = network.Chance(target, set);
    const std::int64_t against = network.Chance(target, opposite);
    const std::int64_t without = network.Chance(target, std::vector<int>(std::size_t(count), -1));
    INFO(lines << "supposed" << supposed << ": " << Line(told, answer));
    if (answer.direction == Direction::kMore) {
      REQUIRE(with >= against);
      REQUIRE(with >= without);
      ++settled;
    } else if (answer.direction == Direction::kLess) {
      REQUIRE(with <= against);
      REQUIRE(with <= without);
      ++settled;
    } else if (answer.direction == Direction::kNone) {
      REQUIRE(with == against);
      ++unreached;
    } else {
      REQUIRE(answer.direction == Direction::kOpposed);
    }
  }
  CHECK(settled > 200);
  CHECK(unreached > 50);
}

TEST_CASE("a chain is never firmer than the product of its lower bounds", "[reason][oracle]") {
  int chains = 0;
  for (int length = 1; length <= 5; ++length)
    for (int code = 0; code < 1 << 2 * length; ++code) {
      std::string lines;
      std::array<std::int64_t, 2> product{1, 1};
      std::int64_t whole = 1;
      for (int i = 0; i < length; ++i) {
        const std::size_t level = std::size_t(code >> 2 * i & 3);
        lines += "w: if n" + std::to_string(i) + " -> n" + std::to_string(i + 1) + ", " +
                 kLevels[level] + "\n";
        for (std::size_t t = 0; t < 2; ++t) product[t] *= kTables[t][level];
        whole *= 100;
      }
      const Told told(lines);
      const auto answer = told.Ask("w", "n" + std::to_string(length), "n0");
      REQUIRE(answer.status == Status::kPredicted);
      INFO(lines << Line(told, answer));
      for (std::size_t t = 0; t < 2; ++t)
        REQUIRE(kTables[t][std::size_t(*answer.strength)] * whole <= product[t] * 100);
      ++chains;
    }
  CHECK(chains == 4 + 16 + 64 + 256 + 1024);
  CHECK(80 * 80 < 80 * 100);  // What the weakest link would claim of two very likely steps.
}

TEST_CASE("a conjunction is never firmer than its Fréchet bound", "[reason][oracle]") {
  for (int parts = 1; parts <= 4; ++parts)
    for (int code = 0; code < 1 << 2 * (parts + 1); ++code) {
      std::string lines;
      std::string from;
      std::array<std::int64_t, 2> sum{0, 0};
      for (int i = 0; i < parts; ++i) {
        const std::size_t level = std::size_t(code >> 2 * i & 3);
        lines += "w: n" + std::to_string(i) + ", " + kLevels[level] + "\n";
        from += (i == 0 ? "n" : " & n") + std::to_string(i);
        for (std::size_t t = 0; t < 2; ++t) sum[t] += kTables[t][level];
      }
      const std::size_t last = std::size_t(code >> 2 * parts & 3);
      lines += "w: if " + from + " -> aid, " + kLevels[last] + "\n";
      const Told told(lines);
      const auto answer = told.Ask("w", "aid");
      REQUIRE(answer.status == Status::kPredicted);
      INFO(lines << Line(told, answer));
      for (std::size_t t = 0; t < 2; ++t) {
        const std::int64_t all = std::max<std::int64_t>(0, sum[t] - 100 * (parts - 1));
        REQUIRE(kTables[t][std::size_t(*answer.strength)] * 100 <= all * kTables[t][last]);
      }
    }
}

}  // namespace proviso::test
