#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/layout/force_field.h"
#include "core/layout/layered.h"

namespace proviso::layout {

struct ForceNode {
  std::string_view key;  ///< Unique; the drawing depends on keys, not on the order of the input.
  float size = 0;        ///< Diameter of its mark.
  float label_width = 0, label_height = 0;  ///< Of the words above or under the mark.
  /// Who stands in the middle: from the left, from 1; 0: anybody else. One or two stay there.
  std::uint32_t lead = 0;
  std::optional<Spot> pin;    ///< Held here.
  std::optional<Spot> start;  ///< Where it stood before; none: found a place near its neighbours.
};

struct ForceEdge {
  std::uint32_t from = 0, to = 0;
  float pull = 1;  ///< 0 … 1: how much it draws its ends together.
};

struct ForceGraph {
  std::vector<ForceNode> nodes;
  std::vector<ForceEdge> edges;
  float gap = 10;        ///< Between boxes.
  float stretch = 1.2f;  ///< How much wider than high the drawing tends to be; at least 1.
};

struct ForcePlace {
  float x = 0, y = 0;  ///< The middle of the mark; whole points, but for pins.
  bool above = false;  ///< The label stands over the mark.

  friend bool operator==(const ForcePlace&, const ForcePlace&) = default;
};

/// The box of a node at `place`, mark and label together.
struct ForceBox {
  float left = 0, top = 0, right = 0, bottom = 0;
};
ForceBox BoxOf(const ForceNode& node, const ForcePlace& place);

/// Lays out a network: nodes push each other away, edges pull, boxes do not overlap.
///
/// The work is done in steps of any size, so that no frame waits for it; whatever the steps, the
/// end is the same. Where `start`s are given, it begins there and stays near. To cancel is to
/// destroy. The same graph gives the same places on every platform: only + − × ÷ and √ are used,
/// which IEEE 754 rounds alike everywhere, and the places are whole in the end.
///
/// Pushes and pulls are those of d3-force, the pushes through a tree (Barnes and Hut, 1986) where
/// there are many nodes. Boxes that still overlap are moved apart, and where that does not come to
/// an end the drawing grows. Pins can overlap each other.
///
/// Cost: about 300 rounds; one of n nodes and m edges is n log n + m.
class ForceRun {
 public:
  explicit ForceRun(ForceGraph graph);

  bool done() const { return phase_ == Phase::kDone; }
  /// Works on for about `work` units, of which a push is one and a million are some milliseconds.
  /// True once it is done.
  bool Run(std::uint64_t work);
  /// Where everything stands now, in the order of the input.
  std::vector<ForcePlace> Places() const;

 private:
  enum class Phase : std::uint8_t { kPush, kMove, kApart, kDone };

  void Begin(const ForceGraph& graph);
  std::uint64_t Move();
  std::uint64_t PullEdges();
  void ChooseSides();
  /// Moves overlapping boxes apart once; how many pairs overlapped.
  std::size_t PushApart(double share, std::uint64_t* work);
  void Round();

  struct Body {
    Vec at, speed;  ///< In the middle of the mark; x in the drawing's own points.
    double half_width = 0, reach = 0, label = 0;  ///< Box: halves of mark and label, with the gap.
    bool held = false, level = false, above = false;
  };
  struct Pull {
    std::uint32_t a = 0, b = 0;
    double length = 0, strength = 0, bias = 0.5;
  };

  Phase phase_ = Phase::kPush;
  std::vector<std::uint32_t> order_;  ///< By body: its place in the input.
  std::vector<Body> bodies_;
  std::vector<Pull> pulls_;
  std::vector<Vec> points_;  ///< Without the stretch, as the field sees them.
  std::vector<double> charges_;
  std::vector<std::uint32_t> sweep_;
  Field field_;
  double stretch_ = 1, alpha_ = 1;
  std::uint32_t next_ = 0;  ///< The body whose push is next.
  std::uint32_t rounds_ = 0, growths_ = 0;
};

}  // namespace proviso::layout
