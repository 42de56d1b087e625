#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/io/load.h"
#include "core/merge/decide.h"

namespace proviso::merge {

struct MergeOptions {
  const Dataset* base = nullptr;  ///< What both began with: what one side alone changed is taken.
  std::string prefer;             ///< "a" or "b": decides all that is left; empty: nothing is.
  std::map<std::string, Decision> decisions;  ///< By the id of the claim in A, else of that in B.
  io::Limits limits;
};

struct MergedCodings {
  io::Loaded loaded;
  std::string bytes;  ///< Canonical.
  std::size_t pairs = 0, same = 0, decided = 0, undecided = 0;
};

/// Makes one dataset of two codings of the same texts.
///
/// What both say is taken once. A pair that differs, and every claim that one coding has alone, is
/// a draft with both readings, in no answer, until somebody decides. Actors, statements and topics
/// are one if they have one id and name, or one name; links and numbers if they say the same;
/// passages if they have one place. A's ids stay; of B's, those that A uses for something else are
/// changed.
///
/// Errors: those of `Match` and of `Load`.
/// Source: data/FORMAT.md, "Two codings".
Result<MergedCodings> Merge(const Dataset& a, const Dataset& b, const MergeOptions& options);

}  // namespace proviso::merge
