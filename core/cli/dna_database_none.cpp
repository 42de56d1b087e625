// Where there is no SQLite: as WebAssembly, and on machines without it.

#include "core/cli/dna_database.h"
#include "core/cli/messages.h"

namespace proviso::cli {

Result<exchange::Taken> ReadDnaDatabase(std::string_view, const exchange::TakeOptions&) {
  return CallProblem("A .dna database is read only where the program was built with SQLite.",
                     "Export the events from DNA as CSV and import them, with --text for the "
                     "texts; or install libsqlite3-dev and build the program anew.");
}

}  // namespace proviso::cli
