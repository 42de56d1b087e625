// What people call records: looked up by letters, made where nobody has listed them.

#include <algorithm>

#include "core/base/text.h"
#include "core/edit/line.h"
#include "core/io/report.h"
#include "core/sheets/importer.h"

namespace proviso::sheets {

using io::Quote;

namespace {

/// True if one letter was changed, added or left out.
bool DifferByOne(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  return a.size() == b.size() ? i < a.size() && a.substr(i + 1) == b.substr(i + 1)
                              : a.substr(i) == b.substr(i + 1);
}

}  // namespace

void Importer::Learn(Names* names, std::string_view words, std::string_view id) {
  const std::string folded = edit::FoldName(words);
  if (!folded.empty()) names->ids[folded].insert(std::string(id));
}

void Importer::LearnRecord(Table table, const JsonValue& record) {
  const std::string_view id = record.TextOf("id");
  if (table == Table::kActors) {
    Learn(&actors_, record.TextOf("name"), id);
    if (const JsonValue* aliases = record.Find("aliases"))
      for (const JsonValue& alias : aliases->items()) Learn(&actors_, alias.text(), id);
  } else if (table == Table::kPropositions) {
    Learn(&statements_, record.TextOf("label"), id);
  } else if (table == Table::kTopics) {
    Learn(&topics_, record.TextOf("label"), id);
  }
}

std::optional<std::string> Importer::Lookup(Names* names, std::string_view words, const Row& row,
                                            std::string_view heading, bool near) {
  words = edit::Unbracketed(words);
  const auto place = places_.find(std::string(words));
  if (place != places_.end() && place->second.first == names->table) return std::string(words);
  const std::string folded = edit::FoldName(words);
  const auto found = names->ids.find(folded);
  if (found != names->ids.end()) {
    if (found->second.size() == 1) return *found->second.begin();
    std::string list;
    for (const std::string& id : found->second) list += (list.empty() ? "" : " and ") + id;
    Error(row, heading, Quote(words) + " is the name of " + list + ".",
          "Write the id of the one that is meant.");
    return "";
  }
  if (!near || folded.empty()) return std::nullopt;
  // One name that ends or begins so, and no other.
  std::set<std::string> ids;
  for (const auto& [name, of] : names->ids) {
    const bool longer = name.size() > folded.size();
    const bool ends = longer &&
                      name.compare(name.size() - folded.size(), folded.size(), folded) == 0 &&
                      name[name.size() - folded.size() - 1] == ' ';
    const bool begins =
        longer && name.compare(0, folded.size(), folded) == 0 && name[folded.size()] == ' ';
    if (ends || begins) ids.insert(of.begin(), of.end());
  }
  if (ids.size() != 1) return std::nullopt;
  const JsonValue* record = FindRecord(*ids.begin());
  const std::string name(record->TextOf(names->table == Table::kActors ? "name" : "label"));
  Note(row, heading, Quote(words) + " is taken for " + Quote(name) + ".",
       "If somebody else is meant, add a row for them.");
  return *ids.begin();
}

std::string Importer::Actor(std::string_view name, const Row& row, std::string_view heading) {
  name = edit::Unbracketed(name);
  if (const auto id = Lookup(&actors_, name, row, heading, true)) return *id;
  JsonValue actor = JsonValue::Object();
  actor.Set("id", edit::MakeId(Table::kActors, name,
                               [this](const std::string& id) { return Taken(id); }));
  actor.Set("kind", "person");
  actor.Set("name", JsonValue(name));
  if (row.sheet() != "actors")
    Note(row, heading, Quote(name) + " stands in no row of actors; taken for a person.",
         "Add a row if it is an organisation, a state or somebody unnamed.");
  std::string id(actor.TextOf("id"));
  LearnRecord(Table::kActors, actor);
  PutRecord(Table::kActors, std::move(actor), &row);
  return id;
}

std::string Importer::Statement(std::string_view label, const Row& row, std::string_view heading) {
  label = edit::Unbracketed(label);
  // What somebody may yet mean to be another statement is not taken for a longer one.
  if (const auto id = Lookup(&statements_, label, row, heading, false)) return *id;
  JsonValue statement = JsonValue::Object();
  statement.Set("id", edit::MakeId(Table::kPropositions, label,
                                   [this](const std::string& id) { return Taken(id); }));
  statement.Set("label", JsonValue(label));
  statement.Set("kind", "event");
  if (row.sheet() != "statements")
    Note(row, heading, Quote(label) + " stands in no row of statements; taken for an event.",
         "Add a row to say its kind, or correct the words if a known one is meant.");
  std::string id(statement.TextOf("id"));
  LearnRecord(Table::kPropositions, statement);
  PutRecord(Table::kPropositions, std::move(statement), &row);
  return id;
}

std::string Importer::Topic(std::string_view label, const Row& row, std::string_view heading) {
  label = edit::Unbracketed(label);
  if (const auto id = Lookup(&topics_, label, row, heading, true)) return *id;
  JsonValue topic = JsonValue::Object();
  topic.Set("id", edit::MakeId(Table::kTopics, label,
                               [this](const std::string& id) { return Taken(id); }));
  topic.Set("label", JsonValue(label));
  std::string id(topic.TextOf("id"));
  LearnRecord(Table::kTopics, topic);
  PutRecord(Table::kTopics, std::move(topic), &row);
  return id;
}

edit::KnownWords Importer::Known() {
  return [this](std::string_view words) {
    const auto place = places_.find(std::string(words));
    return statements_.ids.count(edit::FoldName(words)) > 0 ||
           (place != places_.end() && place->second.first == Table::kPropositions);
  };
}

JsonValue Importer::Literal(const edit::LiteralWords& words, const Row& row,
                            std::string_view heading) {
  const std::string id = Statement(words.words, row, heading);
  if (!words.negated) return JsonValue(id);
  JsonValue literal = JsonValue::Object();
  literal.Set("not", id);
  return literal;
}

JsonValue Importer::LinkRecord(const edit::LinkWords& words, const Row& row,
                               std::string_view heading) {
  JsonValue link = JsonValue::Object();
  link.Set("id", "");
  link.Set("form", JsonValue(Word(words.form)));
  const auto list = [&](const std::vector<edit::LiteralWords>& literals) {
    JsonValue items = JsonValue::List();
    for (const edit::LiteralWords& literal : literals) items.Add(Literal(literal, row, heading));
    return items;
  };
  link.Set("antecedents", list(words.antecedents));
  if (!words.unless.empty()) link.Set("unless", list(words.unless));
  link.Set("consequent", Literal(words.consequent, row, heading));
  if (!words.contrast) link.Set("contrast", JsonValue::Boolean(false));
  if (words.graded) link.Set("graded", JsonValue::Boolean(true));
  return link;
}

std::string Importer::LinkKey(const JsonValue& link) {
  const auto set_of = [&link](std::string_view field) {
    std::set<std::string> items;  // In one order, so that two spellings of a set are one.
    if (const JsonValue* list = link.Find(field))
      for (const JsonValue& item : list->items()) items.insert(item.Write());
    std::string out = "|";
    for (const std::string& item : items) out += item;
    return out;
  };
  const auto is = [&link](std::string_view field, bool otherwise) {
    const JsonValue* value = link.Find(field);
    return (value == nullptr ? otherwise : value->text() == "true") ? "1" : "0";
  };
  const JsonValue* consequent = link.Find("consequent");
  return std::string(link.TextOf("form")) + set_of("antecedents") + set_of("unless") + "|" +
         (consequent == nullptr ? "" : consequent->Write()) + is("contrast", true) +
         is("graded", false);
}

std::string Importer::Link(const edit::LinkWords& words, const Row& row, std::string_view heading) {
  JsonValue link = LinkRecord(words, row, heading);
  const auto known = links_by_content_.find(LinkKey(link));
  if (known != links_by_content_.end()) return known->second;
  std::string id = NextId(Table::kConditions);
  link.Set("id", id);
  PutRecord(Table::kConditions, std::move(link), &row);
  return id;
}

JsonValue Importer::NumberRecord(const edit::NumberWords& words) const {
  JsonValue number = JsonValue::Object();
  number.Set("id", "");
  number.Set("measure", words.measure);
  if (words.value) number.Set("value", JsonValue::Number(*words.value));
  if (words.low) number.Set("low", JsonValue::Number(*words.low));
  if (words.high) number.Set("high", JsonValue::Number(*words.high));
  if (words.approx) number.Set("approx", JsonValue(Word(*words.approx)));
  number.Set("unit", words.unit);
  number.SetText("asOf", words.as_of);
  number.SetText("baseline", words.baseline);
  if (words.forecast) number.Set("forecast", JsonValue::Boolean(true));
  return number;
}

std::string Importer::Number(const edit::NumberWords& words, const Row& row) {
  JsonValue number = NumberRecord(words);
  // A row of the sheet numbers with the same words is this number, whatever more it holds.
  const auto known = numbers_by_words_.find(number.Write());
  if (known != numbers_by_words_.end()) return known->second;
  std::string words_of = number.Write();
  std::string id = NextId(Table::kQuantities);
  number.Set("id", id);
  if (rows_.count("numbers") > 0 || options_.base != nullptr)
    numbers_by_words_.emplace(std::move(words_of), id);
  PutRecord(Table::kQuantities, std::move(number), &row);
  return id;
}

void Importer::TellSimilarNames() {
  const auto rows = rows_.find("actors");
  if (rows == rows_.end()) return;
  const auto& list = rows->second;
  for (std::size_t i = 0; i < list.size() && i < 2000; ++i) {
    const std::string name = list[i]["name"];
    const std::string folded = edit::FoldName(name);
    for (std::size_t k = 0; k < i; ++k) {
      const std::string other = list[k]["name"];
      const std::string other_folded = edit::FoldName(other);
      // Short names differ by a letter without being slips: "Li" and "Lu".
      if (folded.size() < 6 || folded == other_folded || !DifferByOne(folded, other_folded))
        continue;
      Note(list[i], "name",
           Quote(name) + " and " + Quote(other) + " (" + list[k].CellOf("name") +
               ") differ by one letter.",
           "If they are one, write one of them in “also called” of the other.");
    }
  }
}

}  // namespace proviso::sheets
