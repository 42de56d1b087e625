#pragma once

#include "core/cli/console.h"

namespace proviso::cli {

/// The files and the terminal of this machine. Colours only on a terminal, and not where NO_COLOR
/// is set.
Console SystemConsole();

/// False if what was printed did not all arrive, as on a full disk.
bool FlushSystemConsole();

}  // namespace proviso::cli
