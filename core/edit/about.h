#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/edit/line.h"
#include "core/model/words.h"

namespace proviso::edit {

/// A statement in the words of whoever wrote the line, with its place in it.
struct LiteralWords {
  std::string words;  ///< Without "not" and brackets.
  bool negated = false;
  Span span;
};

/// A link in words: "if A and B then C unless D".
struct LinkWords {
  Form form = Form::kIf;
  std::vector<LiteralWords> antecedents, unless;
  LiteralWords consequent;
  bool contrast = true;
  bool graded = false;
};

/// "number ships = 40 to 55 ships a week as of 2026 forecast".
struct NumberWords {
  std::string measure, unit, as_of, baseline;
  std::optional<double> value, low, high;
  std::optional<Approx> approx;
  bool forecast = false;
};

/// A ranked item: a link in brackets, or a statement.
struct ItemWords {
  std::optional<LinkWords> link;
  LiteralWords statement;
};

/// What a line "About" says: exactly one of them.
struct AboutWords {
  enum class Kind { kStatement, kLink, kRanking, kNumber } kind = Kind::kStatement;
  LiteralWords statement;
  LinkWords link;
  ItemWords more;
  std::optional<ItemWords> less;
  NumberWords number;
};

/// True if people know a statement by these words.
using KnownWords = std::function<bool(std::string_view)>;

/// Reads a line "About": a number, a ranking, a link, else a statement; the first that fits.
///
/// Keywords are whole words in any case. A statement that is known is taken whole first, the
/// longest first, so that one that holds a keyword needs no brackets; others that do go into square
/// ones.
///
/// Errors: line, with what to write instead.
Result<AboutWords> ReadAbout(std::string_view line, const KnownWords& known);

/// True if a statement of these words goes into brackets where nobody knows it: a keyword is in it.
bool HoldsKeyword(std::string_view words);

/// Reads a link alone; none if the line is no link.
Result<std::optional<LinkWords>> ReadLink(std::string_view line, const KnownWords& known);

}  // namespace proviso::edit
