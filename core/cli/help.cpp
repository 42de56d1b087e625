// What the program says of itself.

#include "core/cli/help.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "core/base/version.h"
#include "core/cli/columns.h"
#include "core/cli/completions.h"
#include "core/cli/man_page.h"
#include "core/cli/messages.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

/// Longer lines are hard to read, and a file has no width of its own.
constexpr std::size_t kWidest = 100;
/// A name longer than this has what is said of it on the next line.
constexpr std::size_t kNames = 26;

using Row = std::pair<std::string, std::string_view>;

std::string Paragraph(std::string_view words, std::size_t width) {
  return Wrap(words, width, 0) + "\n";
}

std::string Rows(const std::vector<Row>& rows, std::size_t width) {
  std::size_t widest = 0;
  for (const Row& row : rows)
    if (CountCodePoints(row.first) <= kNames) widest = std::max(widest, CountCodePoints(row.first));
  const std::size_t indent = widest + 4;
  std::string out;
  for (const auto& [name, about] : rows) {
    const std::size_t length = CountCodePoints(name);
    out += "  " + name;
    out +=
        length > widest ? "\n" + std::string(indent, ' ') : std::string(indent - 2 - length, ' ');
    out += Wrap(about, std::max(width, indent + kNames) - indent, indent) + "\n";
  }
  return out;
}

std::size_t Room(std::size_t width) { return width == 0 ? kWidest : std::min(width, kWidest); }

}  // namespace

std::string UsageOf(const Command& command) {
  std::string usage = "proviso " + std::string(command.name);
  for (const Argument& argument : command.arguments) {
    const std::string name = std::string(argument.name) + (argument.several ? "…" : "");
    usage += argument.required ? " " + name : " [" + name + "]";
  }
  for (const Option& option : command.options)
    if (option.required) usage += " " + std::string(option.name) + " " + std::string(option.value);
  return usage + (command.options.empty() ? "" : " [options]");
}

std::string NamesOf(const Option& option) {
  std::string names = option.letter == 0 ? "" : std::string("-") + option.letter + ", ";
  names += option.name;
  if (!option.value.empty()) names += " " + std::string(option.value);
  return names;
}

std::string ProgramHelp(std::size_t width) {
  width = Room(width);
  std::string out;
  for (const std::string_view note : ProgramNotes()) out += Paragraph(note, width);
  out += "\nUsage: proviso COMMAND …\n\n";
  std::vector<Row> rows;
  for (const Command& command : Commands()) rows.emplace_back(command.name, command.about);
  out += Rows(rows, width) + "\nEach has a --help of its own, with examples.\n\n";
  std::string codes = "Exit codes:";
  for (const auto& [code, words] : ExitCodes())
    codes += (code == kFine ? " " : "; ") + std::to_string(code) + " " + std::string(words);
  return out + Paragraph(codes + ".", width) +
         "\nStart with:  proviso check data/china-military-aid.json\n"
         "Then:        proviso list --help\n";
}

std::string HelpOf(const Command& command, std::size_t width) {
  width = Room(width);
  std::string out = Paragraph(command.about, width) + "\nUsage: " + UsageOf(command) + "\n\n";
  std::vector<Row> rows;
  for (const Argument& argument : command.arguments)
    rows.emplace_back(argument.name, argument.about);
  if (!rows.empty()) out += Rows(rows, width) + "\n";
  rows.clear();
  for (const Option& option : command.options) rows.emplace_back(NamesOf(option), option.about);
  rows.emplace_back("-h, --help", "Print this help");
  out += "Options:\n" + Rows(rows, width);
  for (const std::string_view note : command.notes) out += "\n" + Paragraph(note, width);
  out += "\nExamples:\n";
  for (const std::string_view example : command.examples)
    out += "  proviso " + std::string(example) + "\n";
  return out;
}

Result<Command> FindCommand(const std::string& name) {
  std::vector<std::string> names;
  for (Command& command : Commands()) {
    if (command.name == name) return std::move(command);
    names.emplace_back(command.name);
  }
  return CallProblem("There is no command " + view::Quoted(name) + ".", MeantWords(name, names));
}

int RunHelp(const Arguments& given, const Console& console) {
  if (given.Has("--man")) {
    console.out(ManPage());
    return kFine;
  }
  if (given.Has("--completion")) {
    const std::string shell = given.Text("--completion");
    console.out(shell == "bash"  ? BashCompletion()
                : shell == "zsh" ? ZshCompletion()
                                 : FishCompletion());
    return kFine;
  }
  if (!given.Has("COMMAND")) {
    console.out(ProgramHelp(console.width));
    return kFine;
  }
  const Result<Command> command = FindCommand(given.Text("COMMAND"));
  if (!command.ok()) return Refuse(console, command.problems()[0], false);
  console.out(HelpOf(*command, console.width));
  return kFine;
}

int RunVersion(const Arguments&, const Console& console) {
  console.out(std::string(Version()) + "\n");
  return kFine;
}

}  // namespace proviso::cli
