#include "core/io/drafts.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "core/io/patterns.h"
#include "core/io/report.h"
#include "core/io/save.h"

namespace proviso::io {
namespace {

/// The value of `x-drafts`, or none. Most datasets have no such member, and pay for no tree.
std::optional<JsonValue> DraftsMember(const Dataset& dataset) {
  if (dataset.extensions.find("\"x-drafts\"") == Text::npos) return std::nullopt;
  std::optional<JsonValue> root = ReadJson(dataset.extensions);
  JsonValue* member = root ? root->Find("x-drafts") : nullptr;
  if (member == nullptr) return std::nullopt;
  return std::move(*member);
}

bool AllTexts(const JsonValue& object) {
  return std::all_of(object.members().begin(), object.members().end(),
                     [](const JsonValue::Member& member) { return member.second.is_text(); });
}

std::string DamageOf(const Dataset& dataset, const Draft& draft, std::set<std::string>* ids) {
  const std::optional<Table> table = ParseWord<Table>(draft.table);
  if (!table) return "`table` names no table";
  if (draft.id.empty() == draft.of.empty()) return "it needs either `id` or `of`";
  if (!draft.of.empty()) {
    const RecordRef of = dataset.Find(draft.of);
    if (!of || of.table != *table) return "`of` names no record of its table";
  } else {
    if (!Matches(Pattern::kId, draft.id)) return "its `id` is none";
    if (dataset.Find(draft.id) || !ids->insert(draft.id).second) return "its `id` is taken";
  }
  if (!draft.record.is_object() && draft.choice.is_null()) return "`record` is no object";
  if (!draft.typed.is_null() && !(draft.typed.is_object() && AllTexts(draft.typed)))
    return "`typed` is no object of texts";
  return "";
}

/// Counts the texts that name one of `ids`, at any depth, but for the `id` of a record.
void CountNamed(const JsonValue& value, const std::set<std::string>& ids,
                std::map<std::string, std::size_t>* named) {
  if (value.is_text() && ids.contains(value.text())) ++(*named)[value.text()];
  for (const JsonValue& item : value.items()) CountNamed(item, ids, named);
  for (const auto& [key, member] : value.members())
    if (key != "id") CountNamed(member, ids, named);
}

/// Takes those of the passages `ids` out that nothing names: what only a draft has marked is the
/// draft's, words and all.
void DropUnused(const std::set<std::string>& ids, JsonValue* root) {
  JsonValue* passages = root->Find("passages");
  if (ids.empty() || passages == nullptr) return;
  std::map<std::string, std::size_t> named;
  CountNamed(*root, ids, &named);
  std::erase_if(passages->items(), [&](const JsonValue& passage) {
    const std::string id(passage.TextOf("id"));
    return ids.contains(id) && !named.contains(id);
  });
}

}  // namespace

std::vector<Draft> Drafts(const Dataset& dataset) {
  std::vector<Draft> drafts;
  std::optional<JsonValue> member = DraftsMember(dataset);
  if (!member) return drafts;
  if (!member->is_list()) {
    Draft& draft = drafts.emplace_back();
    draft.damage = "`x-drafts` is no list";
    draft.whole = std::move(*member);
    return drafts;
  }
  std::set<std::string> ids;
  for (JsonValue& item : member->items()) {
    Draft& draft = drafts.emplace_back();
    draft.id = item.TextOf("id");
    draft.of = item.TextOf("of");
    draft.table = item.TextOf("table");
    if (const JsonValue* record = item.Find("record")) draft.record = *record;
    if (const JsonValue* typed = item.Find("typed")) draft.typed = *typed;
    if (const JsonValue* choice = item.Find("choice")) draft.choice = *choice;
    draft.damage = item.is_object() ? DamageOf(dataset, draft, &ids) : "it is no object";
    draft.whole = std::move(item);
  }
  return drafts;
}

std::size_t CountDrafts(const Dataset& dataset) {
  const std::optional<JsonValue> member = DraftsMember(dataset);
  return !member ? 0 : member->is_list() ? member->items().size() : 1;
}

bool HasDrafts(const Dataset& dataset) {
  return dataset.extensions.find("\"x-drafts\"") != Text::npos;
}

Result<Loaded> LoadWithoutDrafts(const Dataset& dataset) {
  std::string bytes = Save(dataset);
  if (HasDrafts(dataset)) {
    std::optional<JsonValue> root = ReadJson(bytes);
    if (!root)
      return Problem{"limit",
                     "",
                     0,
                     0,
                     "It is nested too deeply for its drafts to be left out.",
                     "Take `x-drafts` out of it, or what is nested in members of your own."};
    std::set<std::string> marked;
    const auto mark = [&marked](const JsonValue* record) {
      if (const JsonValue* passages = record != nullptr ? record->Find("passages") : nullptr)
        for (const JsonValue& one : passages->items())
          if (one.is_text()) marked.insert(one.text());
    };
    for (const Draft& draft : Drafts(dataset)) {
      mark(&draft.record);
      for (const char* side : {"a", "b", "written"}) mark(draft.choice.Find(side));
    }
    root->Erase("x-drafts");
    DropUnused(marked, &*root);
    bytes = root->Write();
  }
  return Load(bytes, Limits::None());
}

void CheckDrafts(const Dataset& dataset, Report* report) {
  const std::vector<Draft> drafts = Drafts(dataset);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const Draft& draft = drafts[i];
    if (draft.damage.empty()) continue;
    report->Warn("draft", Spot::Field({}, "/x-drafts/" + std::to_string(i)),
                 "Draft " + Count(i + 1) + (draft.id.empty() ? "" : " (" + Quote(draft.id) + ")") +
                     " is damaged: " + draft.damage + "; it is kept as it is and not used.",
                 "Complete it by hand, or remove it.");
  }
}

}  // namespace proviso::io
