#include "core/author/form_value.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "core/base/sort.h"
#include "core/base/text.h"
#include "core/edit/line.h"
#include "core/edit/make_id.h"
#include "core/model/date.h"
#include "core/voice/voice.h"

namespace proviso::view {
namespace {

using io::JsonValue;

edit::LiteralWords LiteralIn(std::string_view words) {
  edit::LiteralWords literal;
  const std::string low = edit::Masked(words);
  literal.negated = low.substr(0, 4) == "not ";
  literal.words = edit::Trimmed(literal.negated ? words.substr(4) : words);
  return literal;
}

/// The items of a list in one line.
std::vector<std::string> ItemsIn(std::string_view words) { return edit::SplitWords(words, ';'); }

Result<std::string> WordIn(const Library& library, const FormField& field, std::string_view words) {
  for (const FieldChoice& choice : field.choices)
    if (choice.word == words || edit::FoldName(choice.label) == edit::FoldName(words))
      return choice.word;
  return LineFault(library.say("“{0}” is not one of the words of this field.", {words}),
                   library.say("Choose one of the list."));
}

std::optional<int> NumberIn(std::string_view digits) {
  if (digits.empty() || digits.size() > 4) return std::nullopt;
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};

/// In at least so many digits.
std::string Digits(int number, std::size_t least) {
  std::string digits = std::to_string(number);
  return std::string(least - std::min(least, digits.size()), '0') + digits;
}

std::string Edtf(std::optional<int> year, int month, int day) {
  if (!year) return {};
  std::string text = Digits(*year, 4);
  if (month != 0) text += '-' + Digits(month, 2);
  if (month != 0 && day != 0) text += '-' + Digits(day, 2);
  return ParseDate(text) ? text : std::string();
}

}  // namespace

std::string DateOf(std::string_view words) {
  words = edit::Trimmed(words);
  if (ParseDate(words)) return std::string(words);
  const std::string low = edit::Masked(words);
  if (low.substr(0, 6) == "about ") {
    const std::string date = DateOf(words.substr(6));
    return ParseDate(date + "~") ? date + "~" : std::string();
  }
  // 6.3.2026, the day first: with a full stop there is no other reading.
  const std::vector<std::string> points = edit::SplitWords(words, '.');
  if (points.size() == 3) {
    const auto day = NumberIn(points[0]), month = NumberIn(points[1]);
    if (day && month && points[2].size() == 4) return Edtf(NumberIn(points[2]), *month, *day);
    return {};
  }
  std::vector<std::string> parts = edit::SplitWords(low, ' ');
  int month = 0, day = 0;
  std::optional<int> year;
  for (std::string part : parts) {
    if (!part.empty() && part.back() == ',') part.pop_back();
    const auto name = std::find(kMonths.begin(), kMonths.end(), part);
    if (name != kMonths.end())
      month = static_cast<int>(name - kMonths.begin()) + 1;
    else if (const auto number = NumberIn(part); number && part.size() == 4)
      year = number;
    else if (number && *number > 0 && *number <= 31 && day == 0)
      day = *number;
    else
      return {};
  }
  return month == 0 ? std::string() : Edtf(year, month, day);
}

Result<std::string> FieldJson(const Library& library, const FormField& field,
                              std::string_view words, Names* names) {
  const Say& say = library.say;
  words = edit::Trimmed(words);
  if (words.empty()) {
    if (field.required)
      return LineFault(say("This must not be empty."), say("Write something, or take the record "
                                                           "away as a whole."));
    return std::string();
  }
  const auto list = [&](const auto& read) -> Result<std::string> {
    JsonValue items = JsonValue::List();
    for (const std::string& item : ItemsIn(words)) {
      Result<JsonValue> value = read(item);
      if (!value) return value.problems();
      items.Add(*std::move(value));
    }
    return items.Write();
  };
  const auto record = [&](const std::string& item) -> Result<JsonValue> {
    const Result<std::string> id = names->Find(field.table, item);
    if (!id) return id.problems();
    return JsonValue(*id);
  };
  switch (field.kind) {
    case FieldKind::kFixed:
    case FieldKind::kGroup:
    case FieldKind::kItem:
      return LineFault(say("This is not edited here."), say("Leave it as it is."));
    case FieldKind::kLine:
    case FieldKind::kArea:
      return JsonValue(Nfc(words)).Write();
    case FieldKind::kTexts:
      return list(
          [](const std::string& item) -> Result<JsonValue> { return JsonValue(Nfc(item)); });
    case FieldKind::kChoice: {
      const Result<std::string> word = WordIn(library, field, words);
      if (!word) return word.problems();
      return JsonValue(*word).Write();
    }
    case FieldKind::kChoices:
      return list([&](const std::string& item) -> Result<JsonValue> {
        const Result<std::string> word = WordIn(library, field, item);
        if (!word) return word.problems();
        return JsonValue(*word);
      });
    case FieldKind::kRecord: {
      if (words == "coder" && field.path == "/by") return std::string("\"coder\"");
      const Result<std::string> id = names->Find(field.table, words);
      if (!id) return id.problems();
      return JsonValue(*id).Write();
    }
    case FieldKind::kRecords:
      return list(record);
    case FieldKind::kLiteral: {
      const Result<JsonValue> literal = names->LiteralOf(LiteralIn(words), false);
      if (!literal) return literal.problems();
      return literal->Write();
    }
    case FieldKind::kLiterals:
      return list(
          [&](const std::string& item) { return names->LiteralOf(LiteralIn(item), false); });
    case FieldKind::kAbout: {
      const Result<JsonValue> about = names->AboutOf(words, false);
      if (!about) return about.problems();
      return about->Write();
    }
    case FieldKind::kDate: {
      const std::string date = DateOf(words);
      if (date.empty())
        return LineFault(say("“{0}” is no date.", {words}),
                         say("Write 2026-03-06, 6.3.2026, March 2026, 2026 or about 2020."));
      return JsonValue(date).Write();
    }
    case FieldKind::kNumber:
    case FieldKind::kWhole: {
      std::string digits(words);
      std::replace(digits.begin(), digits.end(), ',', '.');
      const std::optional<double> number = io::ReadJsonNumber(digits);
      const bool whole = number && *number >= 0 && *number <= 4e9 &&
                         *number == static_cast<double>(static_cast<std::uint64_t>(*number));
      if (!number || (field.kind == FieldKind::kWhole && !whole))
        return LineFault(say("“{0}” is no number.", {words}),
                         say("Write digits, as in 40 or 2.5."));
      return JsonValue::Number(*number).Write();
    }
    case FieldKind::kSwitch: {
      const Result<std::string> word = WordIn(library, field, words);
      if (!word) return word.problems();
      return *word;
    }
  }
  return std::string();
}

std::vector<NameMatch> MatchesOf(const Library& library, Table table, std::string_view typed,
                                 std::size_t most) {
  const Dataset& dataset = library.dataset;
  const std::string wanted = FoldForSearch(typed);
  std::vector<NameMatch> matches;
  const auto fits = [&](std::string_view name) {
    const std::string folded = " " + FoldForSearch(name);
    std::string_view rest = wanted;
    for (std::string_view word = TakeWord(&rest); !word.empty(); word = TakeWord(&rest))
      if (folded.find(" " + std::string(word)) == folded.npos) return false;
    return true;
  };
  for (std::uint32_t i = 0; i < dataset.count(table); ++i) {
    const RecordRef record{table, i};
    NameMatch match{std::string(dataset.IdOf(record)), NameOf(library, record), 0, false};
    bool found = fits(match.name) || match.id == typed;
    match.begins = FoldForSearch(match.name).substr(0, wanted.size()) == wanted;
    if (table == Table::kActors) {
      const Actor& actor = dataset.actors[i];
      for (const Text alias : actor.aliases) found = found || fits(alias);
      match.uses = library.index.claims_held[ActorId(i)].size();
    } else if (table == Table::kPropositions) {
      match.uses = library.index.claims_about_proposition[PropositionId(i)].size();
    }
    if (found) matches.push_back(std::move(match));
  }
  SortList(&matches, [](const NameMatch& a, const NameMatch& b) {
    if (a.begins != b.begins) return a.begins;
    return a.uses != b.uses ? a.uses > b.uses : a.name < b.name;
  });
  if (matches.size() > most) matches.resize(most);
  return matches;
}

}  // namespace proviso::view
