#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/cli/console.h"

namespace proviso::cli {

/// A table for people: columns as wide as their widest cell, the last one broken into lines where
/// the console has a width.
class Columns {
 public:
  /// A heading that begins with ">" is that of a column of numbers, set to the right.
  explicit Columns(std::vector<std::string> headings);

  /// As many cells as headings. Line feeds become spaces; what could trick a terminal is spelt out.
  void Add(const std::vector<std::string>& cells);

  void Print(const Console& console) const;

 private:
  std::vector<std::string> headings_;
  std::vector<bool> right_;
  std::vector<std::size_t> widths_;
  std::vector<std::vector<std::string>> rows_;
};

/// One line of words broken into lines of at most `width` columns, `indent` spaces before all but
/// the first; as it is if `width` is 0.
std::string Wrap(std::string_view words, std::size_t width, std::size_t indent);

}  // namespace proviso::cli
