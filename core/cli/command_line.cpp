// The program: finds the command that a line names, and runs it.

#include <utility>

#include "core/cli/command_table.h"
#include "core/cli/commands.h"
#include "core/cli/help.h"
#include "core/cli/messages.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

/// What came through the standard input is gone once it is read.
Console ReadsInputOnce(Console console) {
  console.read = [read = std::move(console.read), done = false](
                     const std::string& path, std::uint64_t most) mutable -> Result<std::string> {
    if (path == "-" && std::exchange(done, true))
      return CallProblem("The standard input is named twice, and can be read once only.",
                         "Name a file in one of the two places.");
    return read(path, most);
  };
  return console;
}

int RunOption(const std::string& word, const std::vector<std::string>& words,
              const Console& console) {
  if (word == "-h" || word == "--help") return RunHelp({}, console);
  if (word == "-V" || word == "--version") return RunVersion({}, console);
  std::string rule = "There is no option " + view::Quoted(word) + " before the command.";
  const std::string nearest = Nearest(word, {"--help", "--version"});
  std::string remedy = nearest.empty() ? "" : "Did you mean " + view::Quoted(nearest) + "? ";
  for (const Command& command : Commands())
    if (command.Find(word.substr(0, word.find('='))) != nullptr && nearest.empty())
      remedy = "Write the command first, and its options behind it. ";
  return Refuse(console, CallProblem(std::move(rule), remedy + "Read: proviso --help"),
                Asks(words, "--json", {}));
}

}  // namespace

int RunCommand(const std::vector<std::string>& words, const Console& console) {
  if (words.empty()) {
    console.err(ProgramHelp(console.width));
    return kCallAtFault;
  }
  if (words[0].size() > 1 && words[0][0] == '-') return RunOption(words[0], words, console);
  const bool json = Asks(words, "--json", {});
  const Result<Command> command = FindCommand(words[0]);
  if (!command.ok()) return Refuse(console, command.problems()[0], json);
  const std::vector<std::string> rest(words.begin() + 1, words.end());
  if (Asks(rest, "--help", "-h")) {
    console.out(HelpOf(*command, console.width));
    return kFine;
  }
  const Result<Arguments> given = ReadArguments(*command, rest);
  if (!given.ok()) return Refuse(console, given.problems()[0], json);
  return command->run(*given, ReadsInputOnce(console));
}

}  // namespace proviso::cli
