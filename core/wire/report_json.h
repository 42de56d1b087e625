#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "core/locate/locate.h"
#include "core/model/dataset.h"
#include "core/query/search.h"

namespace proviso::view {

// What the command line prints under --json and the headless module returns, as compact JSON.

/// {"documents": 2, …}: how many records each table has.
std::string CountsJson(const Dataset& dataset);

/// {"words", "hits": [{"table", "id", "name", "keywords"?}], "nearest"?}: the keywords are those by
/// which the words find it.
std::string HitsJson(const Dataset& dataset, std::string_view words,
                     std::span<const query::Hit> hits, std::string_view nearest);

/// {"document", "file"?, "sameText", "counts", "passages"?}: what a text says about a document's
/// passages; `file` is left out if empty, the single passages unless `passages`.
std::string LocateJson(const Dataset& dataset, DocumentId document, std::string_view file,
                       const locate::Report& report, bool passages);

std::string_view VerdictWord(locate::Verdict verdict);

/// The order in which verdicts are counted up.
inline constexpr std::array<locate::Verdict, 6> kVerdictOrder{
    locate::Verdict::kFound,   locate::Verdict::kMoved,   locate::Verdict::kAmbiguous,
    locate::Verdict::kAltered, locate::Verdict::kMissing, locate::Verdict::kUnchecked};

}  // namespace proviso::view
