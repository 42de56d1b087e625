#include "core/voice/compare.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <tuple>
#include <utility>

#include "core/base/sort.h"
#include "core/voice/compare_class.h"

namespace proviso::view {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFFu;

bool Has(const std::vector<ClaimId>& claims, ClaimId claim) {
  return std::binary_search(claims.begin(), claims.end(), claim);
}

/// One claim of one side about one proposition.
struct Point {
  std::uint32_t matter = 0;
  bool of_b = false;
  ClaimId claim;

  friend auto operator<=>(const Point&, const Point&) = default;
};

class Units {
 public:
  Units(const Library& library, RecordRef a, RecordRef b)
      : dataset_(library.dataset),
        a_(ClaimsOfSide(library, a)),
        b_(ClaimsOfSide(library, b)),
        telling_{a && a.table == Table::kDocuments, b && b.table == Table::kDocuments},
        speaks_(dataset_.propositions.size(), 0),
        joined_(dataset_.propositions.size()) {
    std::iota(joined_.begin(), joined_.end(), 0u);
    AddPoints(a_, false);
    AddPoints(b_, true);
    for (const Point& point : points_) speaks_[point.matter] |= point.of_b ? 2 : 1;
    for (std::uint32_t i = 0; i < dataset_.relations.size(); ++i) {
      const Relation& relation = dataset_.relations[i];
      const bool joins = relation.type == RelationType::kRestates ||
                         relation.type == RelationType::kContrasts ||
                         relation.type == RelationType::kSameOutcome;
      if (!joins || relation.by) continue;
      Join(RelationId(i), relation.from, relation.to);
      Join(RelationId(i), relation.to, relation.from);
    }
  }

  std::uint32_t figures() const { return figures_; }

  std::vector<CompareUnit> Make() {
    for (Point& point : points_) {
      own_.emplace_back(Root(point.matter), point.matter);
      point.matter = Root(point.matter);
    }
    for (Point& guest : guests_) {
      guest.matter = Root(guest.matter);
      points_.push_back(guest);
    }
    for (auto& [matter, relation] : named_) matter = Root(matter);
    SortList(&own_);
    own_.erase(std::unique(own_.begin(), own_.end()), own_.end());
    SortList(&points_);
    points_.erase(std::unique(points_.begin(), points_.end()), points_.end());
    SortList(&named_);
    named_.erase(std::unique(named_.begin(), named_.end()), named_.end());

    std::vector<CompareUnit> units;
    auto own = own_.begin();
    auto named = named_.begin();
    for (auto point = points_.begin(); point != points_.end();) {
      const std::uint32_t root = point->matter;
      CompareUnit unit;
      for (; point != points_.end() && point->matter == root; ++point)
        (point->of_b ? unit.b : unit.a).push_back(point->claim);
      for (; own != own_.end() && own->first == root; ++own) unit.matters.emplace_back(own->second);
      while (named != named_.end() && named->first < root) ++named;
      for (; named != named_.end() && named->first == root; ++named)
        unit.relations.push_back(named->second);
      Finish(&unit);
      units.push_back(std::move(unit));
    }
    return units;
  }

 private:
  void AddPoints(const std::vector<ClaimId>& claims, bool of_b) {
    for (const ClaimId id : claims) {
      const Claim& claim = dataset_[id];
      if (claim.about.kind == AboutKind::kQuantity) ++figures_;
      for (const PropositionId matter : MattersOf(dataset_, claim))
        points_.push_back({matter.index(), of_b, id});
    }
  }

  std::uint32_t Root(std::uint32_t matter) {
    while (joined_[matter] != matter) matter = joined_[matter] = joined_[joined_[matter]];
    return matter;
  }

  /// Takes in that the coder sets claim `x` of A beside claim `y` of B.
  void Join(RelationId relation, ClaimId x, ClaimId y) {
    if (!Has(a_, x) || !Has(b_, y)) return;
    for (const PropositionId tx : MattersOf(dataset_, dataset_[x]))
      for (const PropositionId ty : MattersOf(dataset_, dataset_[y])) {
        const std::uint32_t m = tx.index(), n = ty.index();
        if (m == n) {
          named_.emplace_back(m, relation);
          continue;
        }
        // Ways to two outcomes are no ways to the same one.
        if (dataset_[relation].type == RelationType::kSameOutcome) continue;
        const bool m_alone = speaks_[m] != 3, n_alone = speaks_[n] != 3;
        if (m_alone && n_alone) joined_[Root(m)] = Root(n);
        // What both sides speak of already stays a point of its own; its claim is a guest.
        if (m_alone && !n_alone) guests_.push_back({m, true, y});
        if (!m_alone && n_alone) guests_.push_back({n, false, x});
        if (m_alone || n_alone) named_.emplace_back(m_alone ? m : n, relation);
      }
  }

  void Finish(CompareUnit* unit) const {
    const auto place = [this](ClaimId id) {
      const Passage& first = dataset_[dataset_[id].passages.front()];
      return std::make_tuple(first.document.index(), first.start, id.index());
    };
    const auto earlier = [&place](ClaimId x, ClaimId y) { return place(x) < place(y); };
    SortList(&unit->a, earlier);
    SortList(&unit->b, earlier);
    SortList(&unit->matters, [this](PropositionId x, PropositionId y) {
      return (speaks_[x.index()] & 1) > (speaks_[y.index()] & 1);
    });
    const std::span<const TopicId> topics = dataset_[unit->matters.front()].topics;
    const ClaimId first = unit->a.empty() ? unit->b.front() : unit->a.front();
    const std::span<const TopicId> said = dataset_[first].topics;
    if (!topics.empty())
      unit->topic = topics.front();
    else if (!said.empty())
      unit->topic = said.front();
    Classify(dataset_, telling_, unit);
  }

  const Dataset& dataset_;
  std::vector<ClaimId> a_, b_;
  Telling telling_;
  std::vector<std::uint8_t> speaks_;   ///< By proposition: 1 for A, 2 for B, by their own claims.
  std::vector<std::uint32_t> joined_;  ///< By proposition: one that it is joined to, or itself.
  std::vector<Point> points_, guests_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> own_;
  std::vector<std::pair<std::uint32_t, RelationId>> named_;
  std::uint32_t figures_ = 0;
};

/// What both speak of stands first.
int Rank(CompareClass verdict) {
  const int order = static_cast<int>(verdict);
  const bool alone = verdict == CompareClass::kOnlyA || verdict == CompareClass::kOnlyB;
  return alone ? order + static_cast<int>(kWords<CompareClass>.size()) : order;
}

}  // namespace

std::vector<ClaimId> ClaimsOfSide(const Library& library, RecordRef side) {
  std::vector<ClaimId> claims;
  if (!side) return claims;
  if (side.table == Table::kDocuments) {
    const auto in = library.index.claims_in_document[DocumentId(side.index)];
    claims.assign(in.begin(), in.end());
    return claims;
  }
  for (std::uint32_t i = 0; i < library.views.size(); ++i) {
    const reason::ViewIndex view(i);
    if (library.views[view].actor != ActorId(side.index)) continue;
    for (const auto& list : {library.views.claims[view], library.views.uttered[view]})
      claims.insert(claims.end(), list.begin(), list.end());
  }
  for (const ClaimId id : library.index.claims_held[ActorId(side.index)])
    claims.push_back(id);  // Figures are in no view.
  SortList(&claims);
  claims.erase(std::unique(claims.begin(), claims.end()), claims.end());
  return claims;
}

Comparison Compare(const Library& library, RecordRef a, RecordRef b) {
  const Dataset& dataset = library.dataset;
  Comparison comparison;
  comparison.a = a;
  comparison.b = b;
  Units units(library, a, b);
  comparison.figures = units.figures();
  comparison.units = units.Make();
  const auto key = [&dataset](const CompareUnit& unit) {
    return std::make_tuple(unit.topic ? unit.topic.index() : kNone, Rank(unit.verdict),
                           dataset[unit.matters.front()].label, dataset[unit.matters.front()].id);
  };
  SortList(&comparison.units,
           [&key](const CompareUnit& x, const CompareUnit& y) { return key(x) < key(y); });
  return comparison;
}

}  // namespace proviso::view
