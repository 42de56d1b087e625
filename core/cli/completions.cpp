// Completions for three shells, from the same table as --help.

#include "core/cli/completions.h"

#include <string_view>

#include "core/cli/command_table.h"

namespace proviso::cli {
namespace {

std::string Words(const std::vector<std::string_view>& words) {
  std::string out;
  for (const std::string_view word : words) out += (out.empty() ? "" : " ") + std::string(word);
  return out;
}

std::vector<std::string_view> CommandNames() {
  std::vector<std::string_view> names;
  for (const Command& command : Commands()) names.push_back(command.name);
  return names;
}

std::vector<std::string_view> OptionNames(const Command& command) {
  std::vector<std::string_view> names{"--help"};
  for (const Option& option : command.options) names.push_back(option.name);
  return names;
}

/// How bash finds what `offer` offers, as a line of its script.
std::string BashOffer(Offer offer, const std::vector<std::string_view>& words) {
  switch (offer) {
    case Offer::kFiles:
      return "_proviso_files -f";
    case Offer::kFolders:
      return "_proviso_files -d";
    case Offer::kWords:
      return "_proviso_words '" + Words(words) + "'";
    case Offer::kNothing:
      break;
  }
  return ":";
}

std::string ShortName(const Option& option) { return std::string("-") + option.letter; }

/// `text` between the brackets and colons of a zsh specification.
std::string ZshText(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string ZshOffer(std::string_view name, Offer offer,
                     const std::vector<std::string_view>& words) {
  std::string out = ":" + ZshText(name) + ":";
  if (offer == Offer::kFiles) out += "_files";
  if (offer == Offer::kFolders) out += "_files -/";
  if (offer == Offer::kWords) out += "(" + Words(words) + ")";
  return out;
}

std::string ZshOption(const Option& option) {
  const bool again = option.takes == Takes::kTexts || option.takes == Takes::kList;
  std::string rest = "[" + ZshText(option.about) + "]";
  if (option.takes != Takes::kNothing) rest += ZshOffer(option.value, option.offer, option.words);
  std::string out =
      " \\\n        '" + std::string(again ? "*" : "") + std::string(option.name) + rest + "'";
  if (option.letter != 0) out += " \\\n        '" + ShortName(option) + rest + "'";
  return out;
}

}  // namespace

std::string BashCompletion() {
  std::string out = R"(# Made by proviso help --completion bash.
_proviso_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$word"); }
_proviso_files() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen "$1" -- "$word")
}
_proviso() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} i at=0
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    _proviso_words ')" +
                    Words(CommandNames()) + R"( --help --version'
    return
  fi
  local options valued
  case ${COMP_WORDS[1]} in
)";
  for (const Command& command : Commands()) {
    std::string valued, cases;
    for (const Option& option : command.options) {
      if (option.takes == Takes::kNothing) continue;
      std::string names(option.name);
      if (option.letter != 0) names += "|" + ShortName(option);
      valued += (valued.empty() ? "" : "|") + names;
      cases += "        " + names + ") " + BashOffer(option.offer, option.words) + "; return ;;\n";
    }
    out += "    " + std::string(command.name) + ")\n      options='" + Words(OptionNames(command)) +
           "' valued='" + valued + "'\n";
    if (!cases.empty()) out += "      case $before in\n" + cases + "      esac\n";
    out += "      ;;\n";
  }
  out += R"(    *) return ;;
  esac
  if [[ $word == -* ]]; then
    _proviso_words "$options"
    return
  fi
  for ((i = 2; i < COMP_CWORD; ++i)); do
    if [[ "|$valued|" == *"|${COMP_WORDS[i]}|"* ]]; then ((++i)); elif [[ ${COMP_WORDS[i]} != -?* ]]; then ((++at)); fi
  done
  case ${COMP_WORDS[1]}:$at in
)";
  for (const Command& command : Commands())
    for (std::size_t i = 0; i < command.arguments.size(); ++i) {
      const Argument& argument = command.arguments[i];
      const std::string place = argument.several ? "*" : std::to_string(i);
      out += "    " + std::string(command.name) + ":" + place + ") " +
             BashOffer(argument.offer, argument.words) + " ;;\n";
    }
  return out + "  esac\n}\ncomplete -F _proviso proviso\n";
}

std::string ZshCompletion() {
  std::string out = R"(#compdef proviso
# Made by proviso help --completion zsh.
_proviso() {
  local -a commands
  commands=(
)";
  for (const Command& command : Commands())
    out += "    '" + std::string(command.name) + ":" + ZshText(command.about) + "'\n";
  out += R"(  )
  if ((CURRENT == 2)); then
    _describe command commands
    _arguments '(-h --help)'{-h,--help}'[Print the help]' '(-V --version)'{-V,--version}'[Print the version]'
    return
  fi
  local command=${words[2]}
  shift words
  ((CURRENT--))
  case $command in
)";
  for (const Command& command : Commands()) {
    out += "    " + std::string(command.name) + ")\n      _arguments '--help[Print this help]'";
    for (const Option& option : command.options) out += ZshOption(option);
    for (std::size_t i = 0; i < command.arguments.size(); ++i) {
      const Argument& argument = command.arguments[i];
      out += " \\\n        '" + (argument.several ? "*" : std::to_string(i + 1)) +
             ZshOffer(argument.name, argument.offer, argument.words) + "'";
    }
    out += " ;;\n";
  }
  return out + "  esac\n}\n_proviso \"$@\"\n";
}

std::string FishCompletion() {
  std::string out = "# Made by proviso help --completion fish.\ncomplete -c proviso -f\n";
  const auto quoted = [](std::string_view text) { return "'" + std::string(text) + "'"; };
  for (const Command& command : Commands())
    out += "complete -c proviso -n __fish_use_subcommand -a " + std::string(command.name) + " -d " +
           quoted(command.about) + "\n";
  out += "complete -c proviso -n __fish_use_subcommand -s V -l version -d 'Print the version'\n";
  out += "complete -c proviso -s h -l help -d 'Print the help'\n";
  for (const Command& command : Commands()) {
    const std::string in =
        "complete -c proviso -n '__fish_seen_subcommand_from " + std::string(command.name) + "'";
    const auto offer = [&](Offer what, const std::vector<std::string_view>& words) -> std::string {
      if (what == Offer::kFiles) return " -F";
      if (what == Offer::kFolders) return " -a '(__fish_complete_directories)'";
      return words.empty() ? "" : " -a " + quoted(Words(words));
    };
    for (const Argument& argument : command.arguments)
      if (const std::string what = offer(argument.offer, argument.words); !what.empty())
        out += in + what + " -d " + quoted(argument.about) + "\n";
    for (const Option& option : command.options) {
      out += in + " -l " + std::string(option.name.substr(2));
      if (option.letter != 0) out += std::string(" -s ") + option.letter;
      if (option.takes != Takes::kNothing) out += " -r" + offer(option.offer, option.words);
      out += " -d " + quoted(option.about) + "\n";
    }
  }
  return out;
}

}  // namespace proviso::cli
