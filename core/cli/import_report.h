#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/cli/arguments.h"
#include "core/cli/console.h"
#include "core/cli/messages.h"
#include "core/sheets/import.h"

namespace proviso::cli {

/// "claims!F7: error: rule", and below it the remedy.
std::string CellProblemLine(const Console& console, const sheets::CellProblem& one);
Json CellProblemJson(const sheets::CellProblem& one);

/// Tells what became of a book: problems, then counts.
void ReportImport(const sheets::Imported& imported, const std::string& first_line, bool json,
                  const Console& console, const std::function<void(std::string_view)>& say);

/// Does all of `import` if the file is another tool's, or a text; the exit code then.
std::optional<int> ImportOfAnotherTool(const Arguments& given,
                                       const std::vector<std::string>& files,
                                       const Console& console);

}  // namespace proviso::cli
