#include "core/merge/decide.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "core/io/drafts.h"

namespace proviso::merge {
namespace {

using io::JsonValue;

Problem NoSuch(std::string rule, std::string remedy = "Decide what is listed as to be decided.") {
  Problem problem;
  problem.code = "call";
  problem.rule = std::move(rule);
  problem.remedy = std::move(remedy);
  return problem;
}

/// The reading of a draft as the claim of this id.
std::optional<JsonValue> ReadingOf(const io::Draft& draft, std::string_view side,
                                   const std::string& id) {
  const JsonValue* reading = draft.choice.Find(side);
  if (reading == nullptr || !reading->is_object()) return std::nullopt;
  JsonValue record = JsonValue::Object();
  record.Set("id", id);
  for (const JsonValue::Member& member : reading->members())
    record.Set(member.first, member.second);
  return record;
}

std::vector<std::string> TextsOf(const JsonValue* list) {
  std::vector<std::string> texts;
  if (list != nullptr)
    for (const JsonValue& item : list->items())
      if (item.is_text()) texts.push_back(item.text());
  return texts;
}

/// An id that neither a record nor a draft has.
std::string FreeId(const Dataset& dataset, const std::vector<io::Draft>& drafts,
                   const std::string& wanted) {
  const auto taken = [&](const std::string& id) {
    return dataset.Find(id) || std::any_of(drafts.begin(), drafts.end(),
                                           [&id](const io::Draft& one) { return one.id == id; });
  };
  std::string id = wanted;
  for (int n = 2; taken(id); ++n) id = wanted + "-b" + std::to_string(n);
  return id;
}

void SetCoders(const std::string& coders, JsonValue* record) {
  JsonValue coding = record->Find("coding") ? *record->Find("coding") : JsonValue::Object();
  coding.SetText("by", coders);
  if (!coding.members().empty()) record->Set("coding", std::move(coding));
}

/// The fields in which one's own version or either reading differs from another of the three: what
/// it does not keep of the two stays in the trace.
std::vector<std::string> DifferingOf(const JsonValue* a, const JsonValue* b,
                                     const JsonValue& written) {
  std::vector<std::string> fields;
  const auto same = [](const JsonValue* x, const JsonValue* y) {
    return x == nullptr || y == nullptr ? x == y : *x == *y;
  };
  for (const JsonValue* one : {a, b, &written}) {
    if (one == nullptr) continue;
    for (const auto& [name, value] : one->members()) {
      if (name == "id" || name == "coding" || name.compare(0, 2, "x-") == 0) continue;
      if (std::find(fields.begin(), fields.end(), name) != fields.end()) continue;
      const JsonValue* own = written.Find(name);
      if ((a != nullptr && !same(a->Find(name), own)) ||
          (b != nullptr && !same(b->Find(name), own)))
        fields.push_back(name);
    }
  }
  return fields;
}

/// All drafts but one, and the records that were left out with these.
void LeaveOut(const Dataset& dataset, const std::vector<io::Draft>& drafts, std::string_view gone,
              const std::vector<JsonValue>& records, const std::string& note,
              std::vector<edit::Step>* steps) {
  JsonValue rest = JsonValue::List();
  for (const io::Draft& one : drafts)
    if (one.id != gone) rest.Add(one.whole);
  steps->push_back(
      edit::PutExtension{"x-drafts", rest.items().empty() ? std::string() : rest.Write()});
  const std::optional<JsonValue> members = io::ReadJson(dataset.extensions);
  const JsonValue* old = members ? members->Find("x-merge") : nullptr;
  JsonValue merge = old != nullptr && old->is_object() ? *old : JsonValue::Object();
  JsonValue* left = merge.Find("left");
  if (left == nullptr || !left->is_list()) left = &merge.Set("left", JsonValue::List());
  for (const JsonValue& record : records) {
    JsonValue& one = left->Add(JsonValue::Object());
    one.Set("record", record);
    one.SetText("note", note);
    if (&record != &records.front()) one.SetText("with", std::string(gone));
  }
  steps->push_back(edit::PutExtension{"x-merge", merge.Write()});
}

/// What makes two relations the same.
std::string KeyOf(std::string_view from, std::string_view to, std::string_view type,
                  std::string_view by) {
  std::string key;
  for (const std::string_view part : {from, to, type, by}) key.append(part).append("\n");
  return key;
}
std::string KeyOf(const JsonValue& relation) {
  return KeyOf(relation.TextOf("from"), relation.TextOf("to"), relation.TextOf("type"),
               relation.TextOf("by"));
}
std::set<std::string> RelationKeys(const Dataset& dataset) {
  std::set<std::string> keys;
  for (const Relation& relation : dataset.relations)
    keys.insert(KeyOf(dataset[relation.from].id, dataset[relation.to].id, Word(relation.type),
                      relation.by ? std::string_view(dataset[relation.by].id) : "coder"));
  return keys;
}

/// The steps for relations that wait: those whose claims stand now come in. What led to B's claim,
/// `second`, leads to `kept` from now on; where A says the same it goes, as in a merge.
void FreeRelations(const Dataset& dataset, const std::vector<io::Draft>& drafts,
                   std::string_view gone, const std::set<std::string>& put,
                   const std::string& second, const std::string& kept,
                   std::vector<edit::Step>* steps) {
  const auto stands = [&](const JsonValue& relation, std::string_view end) {
    const std::string claim(relation.TextOf(end));
    return put.count(claim) > 0 || dataset.Find(claim);
  };
  std::set<std::string> known = RelationKeys(dataset);
  JsonValue rest = JsonValue::List();
  std::vector<edit::Step> puts;
  bool moved_any = false;
  for (const io::Draft& waits : drafts) {
    if (waits.id == gone && !waits.id.empty()) continue;
    if (waits.table != Word(Table::kRelations) || !waits.record.is_object() || waits.id.empty()) {
      rest.Add(waits.whole);
      continue;
    }
    JsonValue record = waits.record;
    bool moved = false;
    for (const char* end : {"from", "to"})
      if (!second.empty() && second != kept && record.TextOf(end) == second)
        record.SetText(end, kept), moved = true;
    moved_any = moved_any || moved;
    if (!known.insert(KeyOf(record)).second && moved) continue;
    if (stands(record, "from") && stands(record, "to")) {
      JsonValue relation = JsonValue::Object();
      relation.Set("id", waits.id);
      for (const JsonValue::Member& member : record.members())
        relation.Set(member.first, member.second);
      puts.push_back(edit::Put{Table::kRelations, relation.Write()});
      continue;
    }
    rest.Add(waits.whole).Set("record", std::move(record));
  }
  if (moved_any)
    steps->push_back(
        edit::PutExtension{"x-drafts", rest.items().empty() ? std::string() : rest.Write()});
  steps->insert(steps->end(), puts.begin(), puts.end());
}

}  // namespace

std::string CodersOf(const JsonValue* a, const JsonValue* b) {
  std::set<std::string> names;
  for (const JsonValue* record : {a, b})
    if (const JsonValue* coding = record != nullptr ? record->Find("coding") : nullptr)
      if (const std::string by(coding->TextOf("by")); !by.empty()) names.insert(by);
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

JsonValue TraceOf(const JsonValue* a, const JsonValue* b, const Trace& trace) {
  JsonValue decided = JsonValue::Object();
  decided.Set("from", JsonValue::List(trace.from));
  decided.Set("took", trace.decision.took);
  decided.Set("by", trace.by_rule ? std::string("rule") : CodersOf(a, b));
  std::vector<std::string> fields = trace.differs;
  if (a != nullptr && b != nullptr && a->TextOf("gloss") != b->TextOf("gloss") &&
      std::find(fields.begin(), fields.end(), "gloss") == fields.end())
    fields.emplace_back("gloss");
  JsonValue values = JsonValue::Object();
  for (const std::string& field : fields) {
    JsonValue& both = values.Set(field, JsonValue::List());
    for (const JsonValue* side : {a, b}) {
      const JsonValue* value = side != nullptr ? side->Find(field) : nullptr;
      both.Add(value == nullptr ? JsonValue() : *value);
    }
  }
  if (!values.members().empty()) decided.Set("differs", std::move(values));
  decided.SetText("note", trace.decision.note);
  return decided;
}

Result<std::vector<edit::Step>> DecideSteps(const Dataset& merged, std::string_view draft,
                                            const Decision& asked) {
  const std::vector<io::Draft> drafts = io::Drafts(merged);
  const auto found = std::find_if(drafts.begin(), drafts.end(), [&](const io::Draft& one) {
    return one.id == draft && one.choice.is_object() && one.table == Word(Table::kClaims);
  });
  if (found == drafts.end()) return NoSuch("There is nothing to decide under this name.");
  Decision decision = asked;
  if (decision.note.empty()) decision.note = found->choice.TextOf("note");
  const std::string id(draft);
  std::vector<std::string> from = TextsOf(found->choice.Find("from"));
  if (from.empty()) from.push_back(id);
  const std::optional<JsonValue> a = ReadingOf(*found, "a", id), b = ReadingOf(*found, "b", id);
  const JsonValue* one = a ? &*a : nullptr;
  const JsonValue* other = b ? &*b : nullptr;
  std::vector<edit::Step> steps;
  const auto other_alone = [&](std::string_view side, bool other_there) {
    return decision.took == side && other_there && found->choice.Find(side) == nullptr;
  };
  // Where the one that is taken has nothing, the other's is left out.
  if (decision.took == "left out" || other_alone("a", b.has_value()) ||
      other_alone("b", a.has_value())) {
    std::vector<JsonValue> records;
    if (a) records.push_back(*a);
    if (b) {
      records.push_back(*b);
      if (a) records.back().Set("id", from.back());
    }
    LeaveOut(merged, drafts, draft, records, decision.note, &steps);
    return steps;
  }
  if (decision.took == "written") {
    const std::optional<JsonValue> written = ReadingOf(*found, "written", id);
    if (!written)
      return NoSuch("Nothing is written of one's own here yet.",
                    "Change what is to be otherwise, or take one of the two as it is.");
    JsonValue kept = *written;
    SetCoders(CodersOf(one, other), &kept);
    kept.Set("x-decided",
             TraceOf(one, other, {from, DifferingOf(one, other, *written), decision, false}));
    steps.push_back(edit::Put{Table::kClaims, kept.Write()});
    FreeRelations(merged, drafts, id, {id}, std::string(found->choice.TextOf("second")), id,
                  &steps);
    return steps;
  }
  const Trace trace{from, TextsOf(found->choice.Find("differs")), decision, false};
  const bool both = decision.took == "both";
  if (both ? !a && !b : decision.took == "a" ? !a : !b)
    return NoSuch("This reading is no claim, and cannot be taken.");
  const JsonValue decided = TraceOf(one, other, trace);
  JsonValue kept = decision.took == "b" || !a ? *b : *a;
  SetCoders(CodersOf(one, other), &kept);
  kept.Set("x-decided", decided);
  std::set<std::string> put{id};
  std::string own;
  steps.push_back(edit::Put{Table::kClaims, kept.Write()});
  if (both && a && b) {  // Two claims of one place.
    JsonValue of_b = *b;
    own = FreeId(merged, drafts, from.back());
    of_b.Set("id", own);
    of_b.Set("x-decided", decided);
    steps.push_back(edit::Put{Table::kClaims, of_b.Write()});
    put.insert(own);
  }
  const std::string second(found->choice.TextOf("second"));
  FreeRelations(merged, drafts, id, put, second, both && a && b ? own : id, &steps);
  return steps;
}

}  // namespace proviso::merge
