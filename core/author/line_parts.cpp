#include <algorithm>

#include "core/author/coding.h"
#include "core/edit/line.h"

namespace proviso::view {
namespace {

/// The longest first, so that "only if" is no "if".
constexpr std::string_view kPills[] = {"the more likely",
                                       "the less likely",
                                       "does not change",
                                       "more likely",
                                       "less likely",
                                       "depends on",
                                       "the more",
                                       "only if",
                                       "even if",
                                       "explains",
                                       "unless",
                                       "makes",
                                       "first",
                                       "then",
                                       "rank",
                                       "over",
                                       "not",
                                       "and",
                                       "or",
                                       "if"};

bool Borders(std::string_view mask, std::size_t from, std::size_t to) {
  const auto edge = [&](char c) { return c == ' ' || c == ','; };
  return (from == 0 || edge(mask[from - 1])) && (to == mask.size() || edge(mask[to]));
}

std::vector<LinePart> Voices(std::string_view line) {
  std::vector<LinePart> parts;
  for (const edit::Span span : edit::SplitLine(line, '>'))
    parts.push_back(
        {std::string(line.substr(span.begin, span.end - span.begin)), false, span.begin, span.end});
  return parts;
}

}  // namespace

std::vector<LinePart> PartsOf(CodeField field, std::string_view line,
                              const edit::KnownWords& known) {
  if (field == CodeField::kWho) return Voices(line);
  std::vector<LinePart> parts;
  const std::string mask = edit::Masked(line);
  std::size_t from = 0;
  const auto words = [&](std::size_t to) {
    const edit::Span span = edit::TrimmedSpan(line, {from, to});
    if (span.begin < span.end)
      parts.push_back({std::string(line.substr(span.begin, span.end - span.begin)), false,
                       span.begin, span.end});
  };
  // A statement that is known and holds a keyword stays whole.
  const auto whole = [&](std::size_t at) -> std::size_t {
    const edit::Span rest = edit::TrimmedSpan(line, {from, line.size()});
    for (std::size_t end = rest.end; end > at; --end)
      if ((end == rest.end || mask[end] == ' ') && known(line.substr(rest.begin, end - rest.begin)))
        return end;
    return at;
  };
  for (std::size_t at = 0; at < mask.size();) {
    const auto pill = std::find_if(std::begin(kPills), std::end(kPills), [&](std::string_view one) {
      return mask.compare(at, one.size(), one) == 0 && Borders(mask, at, at + one.size());
    });
    if (pill == std::end(kPills)) {
      ++at;
      continue;
    }
    if (const std::size_t end = whole(at); end > at) {
      at = end;
      continue;
    }
    words(at);
    parts.push_back({std::string(*pill), true, at, at + pill->size()});
    from = at = at + pill->size();
  }
  words(line.size());
  return parts;
}

std::string AsPart(CodeField field, std::string_view words) {
  words = edit::Trimmed(words);
  if (words.empty() || words.front() == '[') return std::string(words);
  const auto no = [](std::string_view) { return false; };
  const bool plain = field == CodeField::kWho ? words.find_first_of(">()\"[]") == words.npos
                                              : PartsOf(field, words, no).size() == 1 &&
                                                    words.find_first_of("[]()") == words.npos;
  return plain ? std::string(words) : "[" + std::string(words) + "]";
}

}  // namespace proviso::view
