#pragma once

#include <string>

#include "core/cli/arguments.h"
#include "core/cli/command_table.h"
#include "core/cli/console.h"

namespace proviso::cli {

/// "proviso ask FILE --target LIT [options]"
std::string UsageOf(const Command& command);

/// "-o, --out FILE"
std::string NamesOf(const Option& option);

/// What `proviso --help` and `proviso <command> --help` print, for a terminal of `width` columns.
std::string ProgramHelp(std::size_t width);
std::string HelpOf(const Command& command, std::size_t width);

/// The command of that name, or a refusal that names the nearest.
Result<Command> FindCommand(const std::string& name);

// Each does what `proviso <command> --help` says and returns an `ExitCode`.

int RunHelp(const Arguments& given, const Console& console);
int RunVersion(const Arguments& given, const Console& console);

}  // namespace proviso::cli
