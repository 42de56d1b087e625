#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/edit/apply.h"
#include "core/io/json_value.h"
#include "core/model/dataset.h"

namespace proviso::merge {

/// What becomes of a pair that differs, or of a claim that only one coding has.
struct Decision {
  std::string took;  ///< "a", "b", "both", "written" (the draft's own version) or "left out".
  std::string note;  ///< Why; empty: what the draft has kept of it.
};

/// The steps of an edit by which a draft with two readings, or with one that the other coding has
/// not, is decided; relations that waited for it come with it. Deciding one after the other leads
/// to the same records as `Merge` with all decisions at once.
///
/// Errors: call if there is no such draft, or neither of its readings is one.
/// Source: data/FORMAT.md, "Two codings".
Result<std::vector<edit::Step>> DecideSteps(const Dataset& merged, std::string_view draft,
                                            const Decision& decision);

/// Whose coding two records are, by initials; one may be null.
std::string CodersOf(const io::JsonValue* a, const io::JsonValue* b);

/// The member `x-decided` of a claim that comes out of two readings; one may be null.
struct Trace {
  std::vector<std::string> from;     ///< Ids.
  std::vector<std::string> differs;  ///< Fields.
  Decision decision;
  bool by_rule = false;
};
io::JsonValue TraceOf(const io::JsonValue* a, const io::JsonValue* b, const Trace& trace);

}  // namespace proviso::merge
