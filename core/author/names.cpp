#include "core/author/names.h"

#include <algorithm>
#include <utility>

#include "core/edit/line.h"
#include "core/edit/make_id.h"
#include "core/io/drafts.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

using io::JsonValue;

/// What makes two links one: their form and what they join, whatever the order.
std::string KeyOf(std::string_view form, const std::vector<std::string>& antecedents,
                  const std::vector<std::string>& unless, std::string_view consequent,
                  bool contrast, bool graded) {
  const auto joined = [](std::vector<std::string> list) {
    std::sort(list.begin(), list.end());
    std::string out = "|";
    for (const std::string& one : list) out += one + " ";
    return out;
  };
  std::string key(form);
  key += joined(antecedents) + joined(unless) + "|";
  key += consequent;
  return key + (contrast ? "1" : "0") + (graded ? "1" : "0");
}

std::string KeyOf(const Dataset& dataset, const Condition& link) {
  const auto word = [&](Literal literal) {
    return (literal.negated() ? "!" : "") + std::string(dataset[literal.proposition()].id);
  };
  const auto list = [&](std::span<const Literal> literals) {
    std::vector<std::string> out;
    for (const Literal literal : literals) out.push_back(word(literal));
    return out;
  };
  return KeyOf(Word(link.form), list(link.antecedents), list(link.unless), word(link.consequent),
               link.contrast, link.graded);
}

std::string WordOf(const JsonValue& literal) {
  return literal.is_text() ? literal.text() : "!" + std::string(literal.TextOf("not"));
}

}  // namespace

Problem LineFault(std::string rule, std::string remedy) {
  return edit::LineProblem(std::move(rule), std::move(remedy));
}

Names::Names(const Library& library, std::string_view coder)
    : library_(library), coder_(edit::Initials(coder)) {
  const Dataset& dataset = library.dataset;
  const auto learn = [this](Table table, std::string_view words, std::string_view id) {
    const std::string folded = edit::FoldName(words);
    if (!folded.empty()) ids_[static_cast<std::size_t>(table)][folded].insert(std::string(id));
  };
  for (const Actor& actor : dataset.actors) {
    learn(Table::kActors, actor.name, actor.id);
    for (const Text alias : actor.aliases) learn(Table::kActors, alias, actor.id);
  }
  for (const Proposition& one : dataset.propositions)
    learn(Table::kPropositions, one.label, one.id);
  for (const Topic& one : dataset.topics) learn(Table::kTopics, one.label, one.id);
  for (const Document& one : dataset.documents) learn(Table::kDocuments, one.title, one.id);
  for (const io::Draft& draft : io::Drafts(dataset)) taken_.insert(draft.id);
}

bool Names::Taken(const std::string& id) const {
  return taken_.count(id) > 0 || library_.dataset.Find(id);
}

Result<std::string> Names::Find(Table table, std::string_view words) const {
  words = edit::Trimmed(edit::Unbracketed(edit::Trimmed(words)));
  const Say& say = library_.say;
  const RecordRef record = library_.dataset.Find(words);
  if (record && record.table == table) return std::string(words);
  const auto& ids = ids_[static_cast<std::size_t>(table)];
  const auto found = ids.find(edit::FoldName(words));
  if (found == ids.end() || found->first.empty())
    return LineFault(say("Nothing here is called “{0}”.", {words}),
                     say("Choose one of the list, or add it first."));
  if (found->second.size() > 1)
    return LineFault(say("Several are called “{0}”.", {words}),
                     say("Write the id of one of them."));
  return *found->second.begin();
}

bool Names::Knows(Table table, std::string_view words) const {
  const RecordRef record = library_.dataset.Find(words);
  const auto& ids = ids_[static_cast<std::size_t>(table)];
  return (record && record.table == table) || ids.count(edit::FoldName(words)) > 0;
}

edit::KnownWords Names::known() const {
  return [this](std::string_view words) { return Knows(Table::kPropositions, words); };
}

void Names::Put(Table table, const JsonValue& record) {
  const std::string id(record.TextOf("id"));
  taken_.insert(id);
  const std::string_view name = record.TextOf(table == Table::kActors ? "name" : "label");
  if (!name.empty()) ids_[static_cast<std::size_t>(table)][edit::FoldName(name)].insert(id);
  made_.push_back(edit::Put{table, record.Write()});
}

std::string Names::NextId(Table table) {
  for (std::uint64_t number = library_.dataset.count(table) + 1;; ++number) {
    std::string id = edit::NumberedId(table, coder_, number);
    if (Taken(id)) continue;
    taken_.insert(id);
    return id;
  }
}

std::string Names::IdOf(Table table, std::string_view words) {
  return edit::MakeId(table, words, [this](const std::string& id) { return Taken(id); });
}

Result<std::string> Names::FindOrMake(Table table, std::string_view words) {
  words = edit::Trimmed(edit::Unbracketed(edit::Trimmed(words)));
  if (Knows(table, words)) return Find(table, words);
  if (edit::FoldName(words).empty())
    return LineFault(library_.say("“{0}” is no name.", {words}),
                     library_.say("Write what people call it."));
  JsonValue record = JsonValue::Object();
  record.Set("id", IdOf(table, words));
  const std::string id(record.TextOf("id"));
  if (table == Table::kActors) {
    record.Set("kind", JsonValue(Word(actor_kind)));
    record.Set("name", JsonValue(words));
  } else {
    record.Set("label", JsonValue(words));
    if (table == Table::kPropositions) record.Set("kind", JsonValue(Word(statement_kind)));
  }
  Put(table, record);
  return id;
}

Result<JsonValue> Names::LiteralOf(const edit::LiteralWords& words, bool make) {
  const Result<std::string> id = make ? FindOrMake(Table::kPropositions, words.words)
                                      : Find(Table::kPropositions, words.words);
  if (!id) return id.problems();
  if (!words.negated) return JsonValue(*id);
  JsonValue literal = JsonValue::Object();
  literal.Set("not", *id);
  return literal;
}

Result<std::string> Names::LinkOf(const edit::LinkWords& words, bool make) {
  JsonValue link = JsonValue::Object();
  link.Set("id", "");
  link.Set("form", JsonValue(Word(words.form)));
  std::vector<std::string> antecedents, unless;
  const auto list = [&](const std::vector<edit::LiteralWords>& literals, std::string_view field,
                        std::vector<std::string>* keys) -> std::optional<std::vector<Problem>> {
    JsonValue items = JsonValue::List();
    for (const edit::LiteralWords& one : literals) {
      Result<JsonValue> literal = LiteralOf(one, make);
      if (!literal) return literal.problems();
      keys->push_back(WordOf(*literal));
      items.Add(*std::move(literal));
    }
    if (!items.items().empty()) link.Set(field, std::move(items));
    return std::nullopt;
  };
  if (auto problems = list(words.antecedents, "antecedents", &antecedents)) return *problems;
  if (auto problems = list(words.unless, "unless", &unless)) return *problems;
  Result<JsonValue> consequent = LiteralOf(words.consequent, make);
  if (!consequent) return consequent.problems();
  const std::string key = KeyOf(Word(words.form), antecedents, unless, WordOf(*consequent),
                                words.contrast, words.graded);
  for (const Condition& one : library_.dataset.conditions)
    if (KeyOf(library_.dataset, one) == key) return std::string(one.id);
  link.Set("consequent", *std::move(consequent));
  if (!words.contrast) link.Set("contrast", JsonValue::Boolean(false));
  if (words.graded) link.Set("graded", JsonValue::Boolean(true));
  std::string id = NextId(Table::kConditions);
  link.Set("id", id);
  Put(Table::kConditions, link);
  return id;
}

Result<std::string> Names::ItemOf(const edit::ItemWords& words, bool make) {
  if (words.link) return LinkOf(*words.link, make);
  return make ? FindOrMake(Table::kPropositions, words.statement.words)
              : Find(Table::kPropositions, words.statement.words);
}

std::string Names::NumberOf(const edit::NumberWords& words) {
  JsonValue number = JsonValue::Object();
  number.Set("id", NextId(Table::kQuantities));
  number.Set("measure", words.measure);
  if (words.value) number.Set("value", JsonValue::Number(*words.value));
  if (words.low) number.Set("low", JsonValue::Number(*words.low));
  if (words.high) number.Set("high", JsonValue::Number(*words.high));
  if (words.approx) number.Set("approx", JsonValue(Word(*words.approx)));
  number.Set("unit", words.unit);
  number.SetText("asOf", words.as_of);
  number.SetText("baseline", words.baseline);
  if (words.forecast) number.Set("forecast", JsonValue::Boolean(true));
  Put(Table::kQuantities, number);
  return std::string(number.TextOf("id"));
}

Result<JsonValue> Names::AboutOf(std::string_view line, bool make) {
  const Result<edit::AboutWords> words = edit::ReadAbout(line, known());
  if (!words) return words.problems();
  return AboutOf(*words, make);
}

Result<JsonValue> Names::AboutOf(const edit::AboutWords& words, bool make) {
  JsonValue about = JsonValue::Object();
  switch (words.kind) {
    case edit::AboutWords::Kind::kStatement: {
      Result<JsonValue> literal = LiteralOf(words.statement, make);
      if (!literal) return literal.problems();
      about.Set("proposition", *std::move(literal));
      break;
    }
    case edit::AboutWords::Kind::kLink: {
      const Result<std::string> link = LinkOf(words.link, make);
      if (!link) return link.problems();
      about.Set("condition", *link);
      break;
    }
    case edit::AboutWords::Kind::kRanking: {
      JsonValue comparison = JsonValue::Object();
      const Result<std::string> more = ItemOf(words.more, make);
      if (!more) return more.problems();
      comparison.Set("more", *more);
      if (words.less) {
        const Result<std::string> less = ItemOf(*words.less, make);
        if (!less) return less.problems();
        comparison.Set("less", *less);
      }
      about.Set("comparison", std::move(comparison));
      break;
    }
    case edit::AboutWords::Kind::kNumber:
      about.Set("quantity", NumberOf(words.number));
      break;
  }
  return about;
}

Result<JsonValue> Names::ChainOf(std::string_view line, DocumentId document, bool make) {
  const Result<std::vector<edit::VoiceWords>> voices = edit::ReadChain(line);
  if (!voices) return voices.problems();
  const auto& creators = library_.dataset[document].creators;
  const std::string author(library_.dataset[creators[0]].id);
  const auto creates = [&](const std::string& id) {
    return std::any_of(creators.begin(), creators.end(),
                       [&](ActorId one) { return library_.dataset[one].id == id; });
  };
  std::vector<std::pair<std::string, const edit::VoiceWords*>> steps;
  for (const edit::VoiceWords& voice : *voices) {
    Result<std::string> id = edit::Masked(voice.name) == "author" ? Result<std::string>(author)
                             : make ? FindOrMake(Table::kActors, voice.name)
                                    : Find(Table::kActors, voice.name);
    if (!id) return id.problems();
    steps.emplace_back(*id, &voice);
  }
  if (steps.empty() || !creates(steps[0].first)) steps.insert(steps.begin(), {author, nullptr});
  JsonValue chain = JsonValue::List();
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const edit::VoiceWords* voice = steps[i].second;
    JsonValue& step = chain.Add(JsonValue::Object());
    step.Set("actor", steps[i].first);
    const Stance usual = i + 1 == steps.size() ? Stance::kAsserts : Stance::kReports;
    step.Set("stance", JsonValue(Word(voice != nullptr && voice->stance ? *voice->stance : usual)));
    if (voice == nullptr) continue;
    step.SetText("cue", voice->cue);
    step.SetText("hedge", voice->hedge);
  }
  return chain;
}

}  // namespace proviso::view
