#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace proviso::edit {

// What the lines that people write have in common: parts between signs, brackets around names that
// hold a sign or a keyword, quotation marks around what a text says.

/// A stretch of a line, in bytes.
struct Span {
  std::size_t begin = 0, end = 0;
  friend constexpr bool operator==(const Span&, const Span&) = default;
};

/// The parts of `line` between `sign`, outside quotation marks, (…) and […]; trimmed, without empty
/// ones.
std::vector<Span> SplitLine(std::string_view line, char sign);
/// The same as words.
std::vector<std::string> SplitWords(std::string_view line, char sign);

std::string_view Trimmed(std::string_view words);
Span TrimmedSpan(std::string_view line, Span span);

/// `words` without the square brackets around the whole of it.
std::string_view Unbracketed(std::string_view words);

/// `line` in lower case (a to z), and what stands in […] or in one of `spans` hidden, so that no
/// keyword is found there. As many bytes as `line`.
std::string Masked(std::string_view line, const std::vector<Span>& spans = {});

/// What is wrong with a line that somebody wrote, and what to write.
Problem LineProblem(std::string rule, std::string remedy);

}  // namespace proviso::edit
