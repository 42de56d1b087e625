#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "core/cli/arguments.h"
#include "core/cli/console.h"

namespace proviso::cli {

/// What a shell offers where a value is typed.
enum class Offer : std::uint8_t { kNothing, kFiles, kFolders, kWords };

/// What stands in a line without a name before it.
struct Argument {
  std::string_view name;  ///< "FILE"
  std::string_view about;
  bool required = true;
  bool several = false;  ///< The last argument only: it takes all words that are left.
  Offer offer = Offer::kNothing;
  std::vector<std::string_view> words = {};  ///< For `kWords`.
};

/// What value an option takes.
enum class Takes : std::uint8_t {
  kNothing,  ///< It is a switch.
  kText,
  kWord,    ///< One of `words`.
  kNumber,  ///< A whole number from 1.
  kTexts,   ///< May be given again, and each time adds to a list.
  kList     ///< The same, and commas divide each value.
};

struct Option {
  std::string_view name;  ///< "--out"
  char letter = 0;        ///< 'o': "-o" is the same.
  Takes takes = Takes::kNothing;
  std::string_view value = {};  ///< "FILE", as help names the value.
  std::string_view about;
  bool required = false;
  Offer offer = Offer::kNothing;
  std::vector<std::string_view> words = {};
};

/// Two options of which the first makes no sense with (or without) the second.
struct OptionRule {
  std::string_view option, other;
  bool needs = false;  ///< It makes no sense without it.
};

/// Everything there is to know of one command. The parser, the help, the man page and the shells'
/// completions all read this, so that none can tell of something that another does not know.
struct Command {
  std::string_view name, about;
  std::vector<Argument> arguments = {};
  std::vector<Option> options = {};
  std::vector<OptionRule> rules = {};
  std::vector<std::string_view> notes = {};     ///< Paragraphs.
  std::vector<std::string_view> examples = {};  ///< Lines without "proviso" before them.
  int (*run)(const Arguments& given, const Console& console) = nullptr;

  const Option* Find(std::string_view option) const;  ///< By "--name" or "-o"; null if none.
};

/// All commands, in the order in which the help lists them.
std::vector<Command> Commands();

/// What the program is, and what its exit codes are: paragraphs.
std::vector<std::string_view> ProgramNotes();
std::vector<std::pair<int, std::string_view>> ExitCodes();

}  // namespace proviso::cli
