#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/state/session.h"
#include "core/window/around/inspector_model.h"

namespace proviso::view {

// What the inspector says of two records that something joins: a cell of the matrix, an edge of the
// network. Part of `BuildInspectorModel`.

/// The two records of a selection "a~b", or none.
std::optional<std::pair<RecordRef, RecordRef>> RecordsOfPair(const Dataset& dataset,
                                                             std::string_view selection);

/// Claims that join two records, under a heading without its count. The first list of a cell is
/// what the cell counts.
struct PairList {
  std::string title;
  std::vector<ClaimId> claims;  ///< Rising, whether filters hide them or not.
};

/// All lists of a pair, empty ones left out but the first of a cell: of an actor and a proposition
/// or link what he says of it; of two actors what each says about and through the other.
std::vector<PairList> ListsOfPair(const Library& library, const ViewState& state, RecordRef a,
                                  RecordRef b);

/// Fills `model` for the selection "a~b".
void InspectPair(const Library& library, const Session& session, InspectorModel* model);

}  // namespace proviso::view
