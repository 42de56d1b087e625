// The manual page, from the same table as --help.

#include "core/cli/man_page.h"

#include <string_view>

#include "core/base/version.h"
#include "core/cli/command_table.h"
#include "core/cli/help.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

/// `text` as it is: no hyphen becomes a dash, no line a request of roff.
std::string Plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  const bool request = !out.empty() && (out[0] == '.' || out[0] == '\'');
  return (request ? "\\&" : "") + out;
}

class Roff {
 public:
  void Section(std::string_view title) { out += ".SH " + std::string(title) + "\n"; }
  void Paragraph(std::string_view text) { out += ".PP\n" + Plain(text) + "\n"; }
  void Entry(std::string_view name, std::string_view about) {
    out += ".TP\n\\fB" + Plain(name) + "\\fR\n" + Plain(about) + "\n";
  }
  void Lines(const std::vector<std::string_view>& examples) {
    out += ".PP\n.nf\n";
    for (const std::string_view line : examples)
      out += Plain("proviso " + std::string(line)) + "\n";
    out += ".fi\n";
  }

  std::string out;
};

}  // namespace

std::string ManPage() {
  Roff roff;
  roff.out = ".\\\" Made by proviso help --man.\n.TH PROVISO 1 \"\" \"Proviso " +
             std::string(Version()) + "\"\n";
  roff.Section("NAME");
  roff.out += "proviso \\- who claims what, on which conditions\n";
  roff.Section("SYNOPSIS");
  for (const Command& command : Commands())
    roff.out += (command.name == "check" ? "" : ".br\n") + Plain(UsageOf(command)) + "\n";
  roff.Section("DESCRIPTION");
  for (const std::string_view note : ProgramNotes()) roff.Paragraph(note);
  for (const Command& command : Commands()) {
    roff.out += ".SS proviso " + std::string(command.name) + "\n";
    roff.out += Plain(command.about) + ".\n";
    for (const Argument& argument : command.arguments) roff.Entry(argument.name, argument.about);
    for (const Option& option : command.options) roff.Entry(NamesOf(option), option.about);
    roff.Entry("-h, --help", "Print the help of this command");
    for (const std::string_view note : command.notes) roff.Paragraph(note);
    roff.Lines(command.examples);
  }
  roff.Section("EXIT STATUS");
  for (const auto& [code, words] : ExitCodes())
    roff.Entry(std::to_string(code), view::Capital(std::string(words)) + ".");
  roff.Section("ENVIRONMENT");
  roff.Entry("NO_COLOR", "If it is set and not empty, nothing is coloured.");
  return roff.out;
}

}  // namespace proviso::cli
