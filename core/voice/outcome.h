#pragma once

#include <cstdint>
#include <vector>

#include "core/model/dataset.h"
#include "core/query/index.h"

namespace proviso::view {

/// The outcome that is asked about, and what leads to it.
struct Outcome {
  PropositionId target;             ///< None: the dataset has no outcome.
  std::vector<std::uint8_t> leads;  ///< By proposition: 1 if links lead from it to the target, 2 if
                                    ///< only to a matter near it.
};

/// `target` with all that leads to it.
///
/// Cost: one pass over the links and the propositions.
Outcome MakeOutcome(const Dataset& dataset, const query::Index& index, PropositionId target);

}  // namespace proviso::view
