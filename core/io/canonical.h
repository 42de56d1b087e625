#pragma once

#include <cstdint>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

#include "core/base/sort.h"
#include "core/model/dataset.h"

namespace proviso::io {

// The order in which one dataset is always written, in whichever format. Source: data/FORMAT.md,
// "Canonical form".

/// The places of a table's records: by id, questions as they stand (their order is the tour's).
template <class R>
std::vector<std::uint32_t> RowOrder(Table table, const std::vector<R>& records) {
  std::vector<std::uint32_t> order(records.size());
  std::iota(order.begin(), order.end(), 0u);
  if (table != Table::kQuestions)
    SortList(&order, [&records](std::uint32_t a, std::uint32_t b) {
      return records[a].id < records[b].id;
    });
  return order;
}

/// A list of records or literals: as it is, or by id where its field is a set.
template <class T>
std::vector<T> ItemsInOrder(const Dataset& dataset, std::span<const T> list, bool sorted) {
  std::vector<T> items(list.begin(), list.end());
  if (!sorted) return items;
  SortList(&items, [&dataset](T a, T b) {
    if constexpr (std::is_same_v<T, Literal>)
      return std::pair(dataset[a.proposition()].id, a.negated()) <
             std::pair(dataset[b.proposition()].id, b.negated());
    else
      return dataset[a].id < dataset[b].id;
  });
  return items;
}

}  // namespace proviso::io
