#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace proviso::cli {

struct Command;

/// What a line gives a command: values by the names of arguments ("FILE") and options ("--where").
class Arguments {
 public:
  void Add(std::string_view name, std::string value);

  bool Has(std::string_view name) const { return values_.find(name) != values_.end(); }
  /// The value, or `otherwise` where none is given.
  std::string Text(std::string_view name, std::string_view otherwise = {}) const;
  std::size_t Number(std::string_view name, std::size_t otherwise) const;
  /// All values, in the order of the line.
  std::vector<std::string> Texts(std::string_view name) const;

 private:
  std::map<std::string_view, std::vector<std::string>> values_;
};

/// The number that `word` spells, if it is a whole one from 1 that fits; else 0.
std::size_t WholeNumber(std::string_view word);

/// Reads the words behind the command's name. Options may stand anywhere; behind "--" nothing is
/// one.
///
/// Errors: call, for the first word that does not fit, with what to write instead.
Result<Arguments> ReadArguments(const Command& command, const std::vector<std::string>& words);

/// True if `words` ask for something by one of these names, before any "--".
bool Asks(const std::vector<std::string>& words, std::string_view name, std::string_view letter);

}  // namespace proviso::cli
