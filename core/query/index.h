#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "core/model/dataset.h"

namespace proviso::query {

/// For each row of one table the rows of another, as two flat arrays.
template <class Row, class Item>
class Lists {
 public:
  Lists() = default;

  /// Groups (row, item) pairs by row; items keep the order in which they come.
  Lists(std::size_t rows, const std::vector<std::pair<Row, Item>>& pairs) : starts_(rows + 1, 0) {
    for (const auto& [row, item] : pairs) ++starts_[row.index() + 1];
    for (std::size_t i = 1; i <= rows; ++i) starts_[i] += starts_[i - 1];
    items_.resize(pairs.size());
    std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
    for (const auto& [row, item] : pairs) items_[next[row.index()]++] = item;
  }

  std::span<const Item> operator[](Row row) const {
    return {items_.data() + starts_[row.index()], items_.data() + starts_[row.index() + 1]};
  }

 private:
  std::vector<std::uint32_t> starts_;
  std::vector<Item> items_;
};

/// Where the records of a dataset are used: every way back that a view follows.
///
/// Built once after loading; ids in, ids out. Lists are rising and free of duplicates.
/// Cost: one pass over the dataset.
struct Index {
  Lists<ActorId, ClaimId> claims_held;        ///< The actor is the last of the attribution.
  Lists<ActorId, ClaimId> claims_mentioning;  ///< The actor stands anywhere in the attribution.
  Lists<ActorId, PropositionId> propositions_of_actor;
  Lists<DocumentId, ClaimId> claims_in_document;
  Lists<DocumentId, PassageId> passages_of_document;  ///< In reading order.
  Lists<PassageId, ClaimId> claims_at_passage;
  Lists<PropositionId, ClaimId> claims_about_proposition;  ///< Either polarity; not through links.
  Lists<PropositionId, ConditionId> conditions_from;       ///< In the antecedents or `unless`.
  Lists<PropositionId, ConditionId> conditions_to;         ///< As consequent.
  Lists<PropositionId, EventId> events_of_proposition;
  Lists<ConditionId, ClaimId> claims_about_condition;
  Lists<ClaimId, RelationId> relations_of_claim;  ///< From or to it.
  Lists<QuantityId, ClaimId> claims_about_quantity;
};

Index BuildIndex(const Dataset& dataset);

}  // namespace proviso::query
