// proviso canon: the one spelling of a dataset.

#include "core/base/sha256.h"
#include "core/cli/messages.h"
#include "core/cli/open.h"
#include "core/io/save.h"

namespace proviso::cli {

int RunCanon(const CanonOptions& options, const Console& console) {
  const Opened<Dataset> dataset = OpenDataset(options.common, console);
  if (!dataset.value) return dataset.exit_code;
  const std::string bytes = io::Save(*dataset.value);
  if (!ToStandardOutput(options.out))
    if (const auto problem = console.write(options.out, bytes))
      return Refuse(console, *problem, options.common.json);
  if (options.common.json)
    Print(console, Json{{"sha256", Sha256Hex(bytes)}, {"bytes", bytes.size()}});
  else if (ToStandardOutput(options.out))
    console.out(bytes);
  return kFine;
}

}  // namespace proviso::cli
