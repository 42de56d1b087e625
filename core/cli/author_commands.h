#pragma once

#include <vector>

namespace proviso::cli {

class Arguments;
struct Command;
struct Console;

/// The commands of those who make datasets: new, locator, import, export, diff, merge, agree.
std::vector<Command> AuthorCommands();

int RunNew(const Arguments& given, const Console& console);
int RunLocator(const Arguments& given, const Console& console);
int RunImport(const Arguments& given, const Console& console);
int RunExport(const Arguments& given, const Console& console);
int RunDiff(const Arguments& given, const Console& console);
int RunMerge(const Arguments& given, const Console& console);
int RunAgree(const Arguments& given, const Console& console);

}  // namespace proviso::cli
