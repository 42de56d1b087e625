#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/exchange/taken.h"

namespace proviso::cli {

/// True for the database of Discourse Network Analyzer (.dna), and any other of SQLite.
inline bool IsDatabase(std::string_view bytes) { return bytes.substr(0, 15) == "SQLite format 3"; }

/// Takes a .dna database over, with its texts. Two files have this function: one that was built
/// with SQLite, one that says what to do without. Errors: syntax for what is no such database or a
/// damaged one; limit for one that takes too long.
Result<exchange::Taken> ReadDnaDatabase(std::string_view bytes,
                                        const exchange::TakeOptions& options);

}  // namespace proviso::cli
