#include "core/edit/line.h"

#include <algorithm>
#include <utility>

namespace proviso::edit {
namespace {

constexpr char kHidden = '\x01';
constexpr std::string_view kSpace = " \t\r\n";

/// The quotation mark at `at`, in bytes: 1 for a straight one, 3 for “ and ”; 0 if there is none.
std::size_t QuoteAt(std::string_view line, std::size_t at, bool opens) {
  if (line[at] == '"') return 1;
  const std::string_view three = line.substr(at, 3);
  if (three == "„" || (opens && three == "“") || (!opens && (three == "”" || three == "“")))
    return 3;
  return 0;
}

}  // namespace

std::string_view Trimmed(std::string_view words) {
  const std::size_t from = words.find_first_not_of(kSpace);
  if (from == words.npos) return {};
  return words.substr(from, words.find_last_not_of(kSpace) + 1 - from);
}

Span TrimmedSpan(std::string_view line, Span span) {
  while (span.begin < span.end && kSpace.find(line[span.begin]) != kSpace.npos) ++span.begin;
  while (span.end > span.begin && kSpace.find(line[span.end - 1]) != kSpace.npos) --span.end;
  return span;
}

std::vector<Span> SplitLine(std::string_view line, char sign) {
  std::vector<Span> parts;
  int depth = 0;
  bool quoted = false;
  std::size_t from = 0;
  const auto take = [&](std::size_t end) {
    const Span part = TrimmedSpan(line, {from, end});
    if (part.begin < part.end) parts.push_back(part);
    from = end + 1;
  };
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (const std::size_t size = QuoteAt(line, at, !quoted); size > 0) {
      quoted = !quoted;
      at += size - 1;
    } else if (quoted) {
      continue;
    } else if (line[at] == '(' || line[at] == '[') {
      ++depth;
    } else if (line[at] == ')' || line[at] == ']') {
      depth = std::max(0, depth - 1);
    } else if (line[at] == sign && depth == 0) {
      take(at);
    }
  }
  take(line.size());
  return parts;
}

std::vector<std::string> SplitWords(std::string_view line, char sign) {
  std::vector<std::string> words;
  for (const Span& part : SplitLine(line, sign))
    words.emplace_back(Unbracketed(line.substr(part.begin, part.end - part.begin)));
  return words;
}

std::string_view Unbracketed(std::string_view words) {
  words = Trimmed(words);
  if (words.size() < 2 || words.front() != '[' || words.back() != ']') return words;
  int depth = 0;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {  // "[a] and [b]" is no name in brackets.
    depth += words[i] == '[' ? 1 : words[i] == ']' ? -1 : 0;
    if (depth == 0) return words;
  }
  return Trimmed(words.substr(1, words.size() - 2));
}

std::string Masked(std::string_view line, const std::vector<Span>& spans) {
  std::string mask(line);
  int depth = 0;
  for (char& c : mask) {
    if (c == '[') ++depth;
    const bool hidden = depth > 0;
    if (c == ']') depth = std::max(0, depth - 1);
    if (hidden)
      c = kHidden;
    else if (c >= 'A' && c <= 'Z')
      c = static_cast<char>(c - 'A' + 'a');
    else if (kSpace.find(c) != kSpace.npos)
      c = ' ';
  }
  for (const Span& span : spans)
    std::fill(mask.begin() + static_cast<std::ptrdiff_t>(span.begin),
              mask.begin() + static_cast<std::ptrdiff_t>(span.end), kHidden);
  return mask;
}

Problem LineProblem(std::string rule, std::string remedy) {
  Problem problem;
  problem.code = "line";
  problem.rule = std::move(rule);
  problem.remedy = std::move(remedy);
  return problem;
}

}  // namespace proviso::edit
