#include "core/io/drafts.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "core/io/patterns.h"
#include "core/io/report.h"

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
