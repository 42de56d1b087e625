#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/model/dataset.h"
#include "core/query/facets.h"

namespace proviso::cli {

/// Reads `--where facet=value`: the same facet again means "or", another facet "and".
///
/// Errors: call, naming the nearest word, where there is no such facet or the facet no such value.
/// A value that exists and that no claim has is no error: it passes nothing.
Result<query::ClaimFilter> ParseWhere(const Dataset& dataset, const query::FacetTable& facets,
                                      const std::vector<std::string>& where);

/// How `claim` passes a filter by propositions of which it does not speak: "motive: p-1", its
/// `near` and what it speaks of; empty if it speaks of one of them, or the filter names none.
std::string NearWords(const Dataset& dataset, const query::ClaimFilter& filter, const Claim& claim);

/// The records of `table` that `filter` passes. A claim passes by itself; of the other tables a
/// record passes if a passing claim needs it: documents and passages it stands in, actors in its
/// chain, links and figures it is about or ranks, propositions in those or by themselves, events of
/// such propositions, relations between two passing claims, topics.
///
/// Shape:  rising indices. Everything if the filter is empty.
/// Errors: call for questions, which no claim needs.
Result<std::vector<std::uint32_t>> FindRecords(const Dataset& dataset,
                                               const query::FacetTable& facets, Table table,
                                               const query::ClaimFilter& filter);

}  // namespace proviso::cli
