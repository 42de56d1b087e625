#include "core/views/map/lanes.h"

#include <algorithm>
#include <string>

#include "core/base/sort.h"
#include "core/views/map/graph.h"
#include "core/voice/order.h"

namespace proviso::view {
namespace {

/// 0: says how likely; 1: pushes one way, or not at all; 2: counts, which way is not said.
std::uint32_t RankOfForm(Form form) {
  switch (form) {
    case Form::kIf:
    case Form::kOnlyIf:
    case Form::kEvenIf:
      return 0;
    case Form::kRaises:
    case Form::kLowers:
    case Form::kNoEffect:
      return 1;
    case Form::kBearsOn:
    case Form::kExplains:
      break;
  }
  return 2;
}

class LaneBuilder {
 public:
  LaneBuilder(const Library& library, const MapGraph& graph) : library_(library), graph_(graph) {
    order_.reserve(graph.arrows.size());
    for (const MapArrow& arrow : graph.arrows) {
      VoiceOrder first = OrderOf(library, arrow.claims[0]);
      for (const ClaimId claim : arrow.claims) first = std::min(first, OrderOf(library, claim));
      order_.push_back(first);
    }
    placed_.assign(graph.arrows.size(), 0);
  }

  MapLanes Build() {
    for (std::uint32_t i = 0; i < graph_.arrows.size(); ++i) AddLane(i);
    Sort();
    for (const std::uint32_t near : graph_.near)
      if (std::none_of(made_.lanes.begin(), made_.lanes.end(),
                       [&](const MapLane& lane) { return lane.step == near; }))
        made_.lanes.push_back({kNoMapIndex, kNoMapIndex, near});
    for (std::uint32_t i = 0; i < made_.boxes.size(); ++i)
      AddFeeders(MapParts(made_.boxes[i]), i, kNoMapIndex);
    // Whatever leads to something that stands in no box.
    for (std::uint32_t i = 0; i < placed_.size(); ++i)
      if (placed_[i] == 0) AddFeeder(i, kNoMapIndex, kNoMapIndex);
    return std::move(made_);
  }

 private:
  bool IsNear(std::uint32_t node) const {
    return std::find(graph_.near.begin(), graph_.near.end(), node) != graph_.near.end();
  }

  /// Which end of an arrow its lane runs to; none: it leads to a condition.
  const MapEnd* HeadOf(const MapArrow& arrow) const {
    for (const MapEnd& head : arrow.heads)
      if (graph_.nodes[head.node] == graph_.target) return &head;
    for (const MapEnd& head : arrow.heads)
      if (IsNear(head.node)) return &head;
    return nullptr;
  }

  MapParts PartsOf(const MapArrow& arrow, const MapEnd* head) const {
    MapParts parts;
    using Word = MapPart::Word;
    for (const MapEnd& end : arrow.tails)
      parts.push_back({end.node, end.negated, parts.empty() ? Word::kNone : Word::kAnd});
    for (const MapEnd& end : arrow.unless) parts.push_back({end.node, end.negated, Word::kUnless});
    // A link that explains several things at once.
    for (const MapEnd& end : arrow.heads)
      if (&end != head) parts.push_back({end.node, end.negated, Word::kExplains});
    return parts;
  }

  void AddLane(std::uint32_t index) {
    const MapArrow& arrow = graph_.arrows[index];
    const MapEnd* head = HeadOf(arrow);
    if (head == nullptr) return;
    placed_[index] = 1;
    MapParts parts = PartsOf(arrow, head);
    const auto found = std::find(made_.boxes.begin(), made_.boxes.end(), parts);
    const auto box = static_cast<std::uint32_t>(found - made_.boxes.begin());
    if (found == made_.boxes.end()) made_.boxes.push_back(std::move(parts));
    made_.lanes.push_back({index, box, IsNear(head->node) ? head->node : kNoMapIndex});
  }

  struct Place {
    std::uint32_t rank = 3, voices = 0, box = 0;
    Distance distance = Distance::kPassedOn;
  };

  void Sort() {
    std::vector<Place> places(made_.boxes.size());
    std::vector<std::vector<ActorId>> voices(made_.boxes.size());
    std::vector<std::string> labels;
    for (std::uint32_t i = 0; i < places.size(); ++i) {
      places[i].box = i;
      labels.push_back(MapLabel(library_, graph_, made_.boxes[i][0].node));
    }
    for (const MapLane& lane : made_.lanes) {
      const MapArrow& arrow = graph_.arrows[lane.arrow];
      Place& place = places[lane.box];
      place.rank = std::min(place.rank, RankOfForm(library_.dataset[arrow.condition].form));
      place.distance = std::min(place.distance, order_[lane.arrow].distance);
      std::vector<ActorId>& of = voices[lane.box];
      for (const ActorId holder : arrow.holders)
        if (std::find(of.begin(), of.end(), holder) == of.end()) of.push_back(holder);
      place.voices = static_cast<std::uint32_t>(of.size());
    }
    SortList(&places, [&labels](const Place& a, const Place& b) {
      if (a.rank != b.rank) return a.rank < b.rank;
      if (a.distance != b.distance) return a.distance < b.distance;
      if (a.voices != b.voices) return a.voices > b.voices;
      return labels[a.box] < labels[b.box];
    });
    std::vector<std::uint32_t> at(places.size());
    std::vector<MapParts> boxes;
    for (std::uint32_t i = 0; i < places.size(); ++i) {
      at[places[i].box] = i;
      boxes.push_back(std::move(made_.boxes[places[i].box]));
    }
    made_.boxes = std::move(boxes);
    for (MapLane& lane : made_.lanes) lane.box = at[lane.box];
    SortList(&made_.lanes, [this](const MapLane& a, const MapLane& b) {
      return a.box != b.box ? a.box < b.box : order_[a.arrow] < order_[b.arrow];
    });
  }

  /// What leads to one of `parts`, and what leads to that.
  void AddFeeders(const MapParts& parts, std::uint32_t box, std::uint32_t under) {
    std::vector<std::uint32_t> into;
    for (const MapPart& part : parts)
      for (std::uint32_t i = 0; i < placed_.size(); ++i)
        if (placed_[i] == 0 &&
            std::any_of(graph_.arrows[i].heads.begin(), graph_.arrows[i].heads.end(),
                        [&](const MapEnd& head) { return head.node == part.node; })) {
          placed_[i] = 1;
          into.push_back(i);
        }
    SortList(&into, [this](std::uint32_t a, std::uint32_t b) { return order_[a] < order_[b]; });
    for (const std::uint32_t arrow : into) AddFeeder(arrow, box, under);
  }

  void AddFeeder(std::uint32_t index, std::uint32_t box, std::uint32_t under) {
    placed_[index] = 1;
    const MapArrow& arrow = graph_.arrows[index];
    MapFeeder feeder;
    feeder.arrow = index;
    feeder.box = box;
    feeder.under = under;
    feeder.parts = PartsOf(arrow, arrow.heads.data());
    const MapParts parts = feeder.parts;
    const auto at = static_cast<std::uint32_t>(made_.feeders.size());
    made_.feeders.push_back(std::move(feeder));
    AddFeeders(parts, kNoMapIndex, at);
  }

  const Library& library_;
  const MapGraph& graph_;
  std::vector<VoiceOrder> order_;     // By arrow.
  std::vector<std::uint8_t> placed_;  // By arrow.
  MapLanes made_;
};

}  // namespace

MapLanes BuildMapLanes(const Library& library, const MapGraph& graph) {
  return LaneBuilder(library, graph).Build();
}

}  // namespace proviso::view
