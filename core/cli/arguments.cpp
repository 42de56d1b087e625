// From the words of a line to what a command is given, or to the word that does not fit.

#include "core/cli/arguments.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "core/cli/command_table.h"
#include "core/cli/help.h"
#include "core/cli/messages.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

using view::Quoted;

/// Reads one line; the first fault ends it.
class Reader {
 public:
  Reader(const Command& command, const std::vector<std::string>& words)
      : command_(command), words_(words) {}

  Result<Arguments> Read() {
    for (at_ = 0; at_ < words_.size() && !fault_; ++at_) {
      const std::string& word = words_[at_];
      if (!plain_ && word == "--") {
        plain_ = true;
      } else if (!plain_ && word.size() > 1 && word[0] == '-') {
        ReadOption(word);
      } else {
        TakeArgument(word);
      }
    }
    if (!fault_) CheckMissing();
    if (!fault_) CheckRules();
    if (fault_) return *std::move(fault_);
    return std::move(given_);
  }

 private:
  void Fail(std::string rule, std::string remedy = {}) {
    const std::string help = "Read: proviso " + std::string(command_.name) + " --help";
    fault_ = CallProblem(std::move(rule), remedy + (remedy.empty() ? "" : " ") + help);
  }

  void TakeArgument(const std::string& word) {
    if (next_ == command_.arguments.size())
      return Fail(Quoted(word) + " is one word too many.", "Write: " + UsageOf(command_) + ".");
    const Argument& argument = command_.arguments[next_];
    given_.Add(argument.name, word);
    if (!argument.several) ++next_;
  }

  /// "--name", "--name=value", "-o", "-ovalue".
  void ReadOption(const std::string& word) {
    const bool is_long = word[1] == '-';
    const std::string name = is_long ? word.substr(0, word.find('=')) : word.substr(0, 2);
    const Option* option = command_.Find(name);
    if (option == nullptr) return FailUnknown(is_long ? name : word);
    std::optional<std::string> value;
    if (word.size() > name.size()) value = word.substr(name.size() + (is_long ? 1 : 0));
    if (option->takes == Takes::kNothing) {
      if (value) return Fail(std::string(option->name) + " takes no value.");
      if (!given_.Has(option->name)) given_.Add(option->name, {});
      return;
    }
    if (!value) value = NextWord();
    if (!value)
      return Fail(name + " needs a value.",
                  "Write: " + name + " " + std::string(option->value) + ".");
    TakeValue(*option, *std::move(value));
  }

  /// The word behind an option, unless that is an option itself.
  std::optional<std::string> NextWord() {
    if (at_ + 1 == words_.size()) return std::nullopt;
    const std::string& word = words_[at_ + 1];
    if (word == "--" || command_.Find(word.substr(0, word.find('='))) != nullptr)
      return std::nullopt;
    return words_[++at_];
  }

  void TakeValue(const Option& option, std::string value) {
    const std::string name(option.name);
    const bool adds = option.takes == Takes::kTexts || option.takes == Takes::kList;
    if (!adds && given_.Has(name)) return Fail(name + " is given twice.", "Give it once.");
    if (option.takes == Takes::kNumber && WholeNumber(value) == 0)
      return Fail(name + " takes a whole number from 1, not " + Quoted(value) + ".");
    const std::vector<std::string> words(option.words.begin(), option.words.end());
    if (option.takes == Takes::kWord && std::find(words.begin(), words.end(), value) == words.end())
      return Fail(name + " takes " + view::JoinWords(words, "or") + ", not " + Quoted(value) + ".");
    if (option.takes != Takes::kList) return given_.Add(option.name, std::move(value));
    for (std::size_t from = 0; from <= value.size();) {
      const std::size_t comma = std::min(value.find(',', from), value.size());
      given_.Add(option.name, value.substr(from, comma - from));
      from = comma + 1;
    }
  }

  void FailUnknown(const std::string& name) {
    std::vector<std::string> names{"--help"};
    for (const Option& option : command_.options) names.emplace_back(option.name);
    const std::string nearest = Nearest(name, names);
    std::string remedy;
    for (const cli::Command& other : Commands())
      if (other.Find(name) != nullptr && remedy.empty())
        remedy = "It is one of proviso " + std::string(other.name) + ".";
    if (!nearest.empty()) remedy = "Did you mean " + Quoted(nearest) + "?";
    if (remedy.empty())
      remedy = "Put “--” before words that begin with a hyphen and are no options.";
    Fail("proviso " + std::string(command_.name) + " has no option " + Quoted(name) + ".", remedy);
  }

  void CheckMissing() {
    for (const Argument& argument : command_.arguments)
      if (argument.required && !given_.Has(argument.name))
        return Fail(
            "proviso " + std::string(command_.name) + " needs " + std::string(argument.name) + ".",
            "Write: " + UsageOf(command_) + ".");
    for (const Option& option : command_.options)
      if (option.required && !given_.Has(option.name))
        return Fail("proviso " + std::string(command_.name) + " needs " + std::string(option.name) +
                        " " + std::string(option.value) + ".",
                    "Write: " + UsageOf(command_) + ".");
  }

  void CheckRules() {
    for (const OptionRule& rule : command_.rules) {
      if (!given_.Has(rule.option) || given_.Has(rule.other) == rule.needs) continue;
      const std::string option(rule.option), other(rule.other);
      if (rule.needs) return Fail(option + " means nothing without " + other + ".");
      return Fail(option + " and " + other + " contradict each other.", "Leave one of them out.");
    }
  }

  const Command& command_;
  const std::vector<std::string>& words_;
  std::size_t at_ = 0, next_ = 0;
  bool plain_ = false;
  Arguments given_;
  std::optional<Problem> fault_;
};

}  // namespace

void Arguments::Add(std::string_view name, std::string value) {
  values_[name].push_back(std::move(value));
}

std::string Arguments::Text(std::string_view name, std::string_view otherwise) const {
  const auto it = values_.find(name);
  return it == values_.end() ? std::string(otherwise) : it->second.front();
}

std::size_t Arguments::Number(std::string_view name, std::size_t otherwise) const {
  const auto it = values_.find(name);
  return it == values_.end() ? otherwise : WholeNumber(it->second.front());
}

std::vector<std::string> Arguments::Texts(std::string_view name) const {
  const auto it = values_.find(name);
  return it == values_.end() ? std::vector<std::string>() : it->second;
}

std::size_t WholeNumber(std::string_view word) {
  std::uint32_t number = 0;  // The same where a size has 32 bits.
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  return error == std::errc() && end == word.data() + word.size() ? number : 0;
}

Result<Arguments> ReadArguments(const Command& command, const std::vector<std::string>& words) {
  return Reader(command, words).Read();
}

bool Asks(const std::vector<std::string>& words, std::string_view name, std::string_view letter) {
  for (const std::string& word : words) {
    if (word == "--") return false;
    if (word == name || (!letter.empty() && word == letter)) return true;
  }
  return false;
}

}  // namespace proviso::cli
