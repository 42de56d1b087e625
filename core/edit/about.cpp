#include "core/edit/about.h"

#include <algorithm>
#include <utility>

#include "core/io/json_value.h"
#include "core/io/report.h"

namespace proviso::edit {
namespace {

constexpr std::string_view kKeywords[] = {
    "not",         "if",          "only if",         "even if",    "then",      "and",
    "or",          "unless",      "makes",           "make",       "over",      "first",
    "explains",    "explain",     "does not change", "depends on", "depend on", "do not change",
    "more likely", "less likely", "the more"};

bool IsEdge(std::string_view text, std::size_t at) {
  return at == 0 || at >= text.size() || text[at - 1] == ' ' || text[at] == ' ' ||
         text[at] == ',' || text[at - 1] == ')' || text[at] == '(';
}

bool HasKeyword(std::string_view mask) {
  for (const std::string_view word : kKeywords)
    for (std::size_t at = mask.find(word); at != mask.npos; at = mask.find(word, at + 1))
      if (IsEdge(mask, at) && IsEdge(mask, at + word.size())) return true;
  return false;
}

/// The stretches of `line` that are known statements with a keyword in them, the longest first.
std::vector<Span> KnownSpans(std::string_view line, const KnownWords& known) {
  std::vector<Span> spans;
  const std::string mask = Masked(line);
  if (!HasKeyword(mask)) return spans;
  std::vector<std::size_t> starts, ends;
  for (std::size_t i = 0; i < mask.size(); ++i) {
    if (mask[i] != ' ' && (i == 0 || mask[i - 1] == ' ')) starts.push_back(i);
    if (mask[i] != ' ' && (i + 1 == mask.size() || mask[i + 1] == ' ')) ends.push_back(i + 1);
  }
  constexpr std::size_t kMostWords = 24;  // A label has 80 characters.
  for (std::size_t s = 0; s < starts.size(); ++s) {
    for (std::size_t e = std::min(ends.size(), s + kMostWords); e-- > s;) {
      const Span span{starts[s], ends[e]};
      const std::string_view words = line.substr(span.begin, span.end - span.begin);
      if (!HasKeyword(std::string_view(mask).substr(span.begin, span.end - span.begin)) ||
          !known(words))
        continue;
      spans.push_back(span);
      while (s + 1 < starts.size() && starts[s + 1] < span.end) ++s;
      break;
    }
  }
  return spans;
}

/// A part of a line, with keywords visible only where they are some.
class Reader {
 public:
  Reader(std::string_view line, const KnownWords& known)
      : line_(line), known_(known), mask_(Masked(line, KnownSpans(line, known))) {}

  Result<AboutWords> Read() {
    AboutWords about;
    const Span whole = TrimmedSpan(line_, {0, line_.size()});
    if (whole.begin == whole.end)
      return LineProblem("Nothing says what this is about.",
                         "Write a statement, or a link such as “if A then B”.");
    if (known_(Words(whole))) {
      about.statement = Literal(whole);
      return about;
    }
    if (Starts(whole, "number ") && Find(whole, "=")) return Number(whole);
    if (Starts(whole, "rank ")) return Ranking(whole);
    Result<std::optional<LinkWords>> link = Link(whole);
    if (!link.ok()) return link.problems();
    if (*link) {
      about.kind = AboutWords::Kind::kLink;
      about.link = std::move(**link);
      return about;
    }
    about.statement = Literal(whole);
    if (about.statement.words.empty())
      return LineProblem("A statement is missing behind “not”.", "Write what is not so.");
    return about;
  }

  Result<std::optional<LinkWords>> Link() { return Link(TrimmedSpan(line_, {0, line_.size()})); }

 private:
  struct Cut {
    Span before, behind;
  };
  struct Pattern {
    std::string_view head, middle, tail;
    Form form;
    bool consequent_first;
    bool graded;
  };

  std::string_view Words(Span span) const {
    return line_.substr(span.begin, span.end - span.begin);
  }
  std::string_view Mask(Span span) const {
    return std::string_view(mask_).substr(span.begin, span.end - span.begin);
  }
  bool Starts(Span span, std::string_view word) const {
    return Mask(span).substr(0, word.size()) == word;
  }
  bool Ends(Span span, std::string_view word) const {
    const std::string_view mask = Mask(span);
    return mask.size() >= word.size() && mask.substr(mask.size() - word.size()) == word;
  }

  /// The last place of `word` in `span`, with something before and behind it.
  std::optional<Cut> Find(Span span, std::string_view word) const {
    const std::string_view mask = Mask(span);
    const std::size_t at = mask.rfind(word);
    if (at == mask.npos) return std::nullopt;
    const Cut cut{TrimmedSpan(line_, {span.begin, span.begin + at}),
                  TrimmedSpan(line_, {span.begin + at + word.size(), span.end})};
    if (cut.before.begin == cut.before.end || cut.behind.begin == cut.behind.end)
      return std::nullopt;
    return cut;
  }

  LiteralWords Literal(Span span) const {
    LiteralWords literal;
    literal.span = span;
    const bool known = known_(Words(span));
    if (!known && (Starts(span, "not ") || Mask(span) == "not")) {
      literal.negated = true;
      span = TrimmedSpan(line_, {std::min(span.end, span.begin + 4), span.end});
    }
    literal.words = Unbracketed(Words(span));
    return literal;
  }

  std::vector<LiteralWords> Literals(Span span, std::string_view joint) const {
    std::vector<LiteralWords> literals;
    const std::string_view mask = Mask(span);
    std::size_t from = 0;
    for (std::size_t at = mask.find(joint); at != mask.npos; at = mask.find(joint, from)) {
      literals.push_back(Literal(TrimmedSpan(line_, {span.begin + from, span.begin + at})));
      from = at + joint.size();
    }
    literals.push_back(Literal(TrimmedSpan(line_, {span.begin + from, span.end})));
    return literals;
  }

  Result<std::optional<LinkWords>> Link(Span span) const {
    // In the order of the page; the first that fits.
    static constexpr Pattern kPatterns[] = {
        {"", " only if ", "", Form::kOnlyIf, true, false},
        {"even if ", " then ", "", Form::kEvenIf, false, false},
        {"if ", " then ", "", Form::kIf, false, false},
        {"the more ", " the more likely ", "", Form::kRaises, false, true},
        {"the more ", " the less likely ", "", Form::kLowers, false, true},
        {"", " makes ", " more likely", Form::kRaises, false, false},
        {"", " make ", " more likely", Form::kRaises, false, false},
        {"", " makes ", " less likely", Form::kLowers, false, false},
        {"", " make ", " less likely", Form::kLowers, false, false},
        {"", " does not change ", "", Form::kNoEffect, false, false},
        {"", " do not change ", "", Form::kNoEffect, false, false},
        {"", " depends on ", "", Form::kBearsOn, true, false},
        {"", " depend on ", "", Form::kBearsOn, true, false},
        {"", " explains ", "", Form::kExplains, true, false},
        {"", " explain ", "", Form::kExplains, true, false},
    };
    LinkWords link;
    const auto flag = [&](std::string_view word) {
      if (!Ends(span, word)) return false;
      span = TrimmedSpan(line_, {span.begin, span.end - word.size()});
      return true;
    };
    for (bool again = true; again;) {
      again = false;
      if (flag("(no contrast)")) link.contrast = false, again = true;
      if (flag("(graded)")) link.graded = true, again = true;
    }
    const std::optional<Cut> unless = Find(span, " unless ");
    const Span main = unless ? unless->before : span;
    for (const Pattern& pattern : kPatterns) {
      if (!Starts(main, pattern.head) || !Ends(main, pattern.tail)) continue;
      const Span inner{main.begin + pattern.head.size(), main.end - pattern.tail.size()};
      if (inner.begin >= inner.end) continue;
      const std::optional<Cut> cut = Find(inner, pattern.middle);
      if (!cut) continue;
      link.form = pattern.form;
      link.graded = link.graded || pattern.graded;
      link.antecedents = Literals(pattern.consequent_first ? cut->behind : cut->before, " and ");
      link.consequent = Literal(pattern.consequent_first ? cut->before : cut->behind);
      if (unless) {
        if (Mask(unless->behind).find(" and ") != std::string_view::npos)
          return LineProblem(
              "“unless A and B” can mean two things.",
              "“unless A or B” keeps the link from holding if either is so; for both "
              "together make one statement.");
        link.unless = Literals(unless->behind, " or ");
      }
      for (const auto* list : {&link.antecedents, &link.unless})
        for (const LiteralWords& literal : *list)
          if (literal.words.empty())
            return LineProblem("A statement is missing in this link.",
                               "Write one between the words that join them.");
      return std::optional(std::move(link));
    }
    if (Starts(main, "if ") || Starts(main, "even if "))
      return LineProblem("This “if” has no “then”.", "Write “if A then B”.");
    if (unless)
      return LineProblem("“unless” stands behind no link.",
                         "Write “if A then B unless C”, or put a statement with this word into "
                         "square brackets.");
    return std::optional<LinkWords>();
  }

  Result<AboutWords> Ranking(Span whole) const {
    AboutWords about;
    about.kind = AboutWords::Kind::kRanking;
    const Span rest = TrimmedSpan(line_, {whole.begin + 5, whole.end});
    if (const std::optional<Cut> cut = Find(rest, " over ")) {
      Result<ItemWords> more = Item(cut->before), less = Item(cut->behind);
      if (!more.ok()) return more.problems();
      if (!less.ok()) return less.problems();
      about.more = std::move(*more);
      about.less = std::move(*less);
      return about;
    }
    if (!Ends(rest, " first"))
      return LineProblem("This ranking says neither “over” nor “first”.",
                         "Write “rank A over B” or “rank A first”.");
    Result<ItemWords> more = Item(TrimmedSpan(line_, {rest.begin, rest.end - 6}));
    if (!more.ok()) return more.problems();
    about.more = std::move(*more);
    return about;
  }

  Result<ItemWords> Item(Span span) const {
    ItemWords item;
    const std::string_view words = Unbracketed(Words(span));
    if (words != Words(span) && !known_(words)) {
      Result<std::optional<LinkWords>> link = ReadLink(words, known_);
      if (!link.ok()) return link.problems();
      item.link = std::move(*link);
    }
    if (!item.link) item.statement = Literal(span);
    return item;
  }

  /// Takes a number such as "1,200.5" off; thousands may be divided by commas.
  static std::optional<double> TakeNumber(std::string_view* words) {
    std::string digits;
    std::size_t at = 0;
    if (at < words->size() && (*words)[at] == '-') digits += (*words)[at++];
    for (; at < words->size(); ++at) {
      const char c = (*words)[at];
      const bool digit = c >= '0' && c <= '9';
      const bool after_e = !digits.empty() && digits.back() == 'e';
      if (digit || c == '.' || c == 'e' || ((c == '+' || c == '-') && after_e))
        digits += c;
      else if (c != ',')
        break;
    }
    const std::optional<double> value = io::ReadJsonNumber(digits);
    if (!value) return std::nullopt;
    *words = Trimmed(words->substr(at));
    return value;
  }

  static bool TakeWord(std::string_view word, std::string_view* words) {
    if (Masked(*words).substr(0, word.size()) != word ||
        (words->size() > word.size() && (*words)[word.size()] != ' '))
      return false;
    *words = Trimmed(words->substr(word.size()));
    return true;
  }

  /// Cuts `words` before the last `word`, and returns what stood behind it.
  static std::string TakeTail(std::string_view word, std::string_view* words) {
    const std::size_t at = Masked(*words).rfind(word);
    if (at == std::string::npos) return "";
    const std::string tail(Unbracketed(words->substr(at + word.size())));
    *words = Trimmed(words->substr(0, at));
    return tail;
  }

  Result<AboutWords> Number(Span whole) const {
    AboutWords about;
    about.kind = AboutWords::Kind::kNumber;
    NumberWords& number = about.number;
    const std::size_t sign = mask_.find('=', whole.begin);
    number.measure = Unbracketed(Words(TrimmedSpan(line_, {whole.begin + 7, sign})));
    std::string_view rest = Trimmed(line_.substr(sign + 1, whole.end - sign - 1));
    constexpr std::pair<std::string_view, Approx> kWords[] = {{"about", Approx::kAbout},
                                                              {"over", Approx::kOver},
                                                              {"under", Approx::kUnder},
                                                              {"up to", Approx::kUpTo},
                                                              {"exactly", Approx::kExact}};
    for (const auto& [word, approx] : kWords)
      if (!number.approx && TakeWord(word, &rest)) number.approx = approx;
    const std::optional<double> first = TakeNumber(&rest);
    if (!first || number.measure.empty())
      return LineProblem("This number cannot be read.",
                         "Write “number riders = about 400 people a weekend as of 2025”.");
    if (TakeWord("to", &rest) || TakeWord("–", &rest)) {
      number.low = first;
      number.high = TakeNumber(&rest);
      if (!number.high)
        return LineProblem("Behind “to” there is no number.", "Write “40 to 55 ships”.");
    } else {
      number.value = first;
    }
    if (const std::string lower = Masked(rest);
        lower == "forecast" ||
        (lower.size() > 9 && lower.substr(lower.size() - 9) == " forecast")) {
      number.forecast = true;
      rest = Trimmed(rest.substr(0, rest.size() - 8));
    }
    number.baseline = TakeTail(" against ", &rest);
    number.as_of = TakeTail(" as of ", &rest);
    number.unit = Unbracketed(rest);
    if (number.unit.empty())
      return LineProblem("This number has no unit.",
                         "Write what is counted behind it: “40 ships”.");
    return about;
  }

  std::string_view line_;
  const KnownWords& known_;
  const std::string mask_;
};

}  // namespace

bool HoldsKeyword(std::string_view words) {
  const std::string mask = Masked(words);
  return HasKeyword(mask) || mask.substr(0, 7) == "number " || mask.substr(0, 5) == "rank " ||
         mask.find("(no contrast)") != mask.npos || mask.find("(graded)") != mask.npos;
}

Result<AboutWords> ReadAbout(std::string_view line, const KnownWords& known) {
  return Reader(line, known).Read();
}

Result<std::optional<LinkWords>> ReadLink(std::string_view line, const KnownWords& known) {
  return Reader(line, known).Link();
}

}  // namespace proviso::edit
