#include "core/edit/apply.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "core/base/sort.h"
#include "core/edit/question_state.h"
#include "core/edit/users.h"
#include "core/io/json_value.h"
#include "core/io/report.h"
#include "core/io/save.h"

namespace proviso::edit {
namespace {

using io::JsonValue;
using io::Quote;

Problem CallProblem(std::string rule, std::string remedy) {
  Problem problem;
  problem.code = "call";
  problem.rule = std::move(rule);
  problem.remedy = std::move(remedy);
  return problem;
}

/// The passages that only records of `gone` use.
void AddLonelyPassages(const Dataset& dataset, std::set<std::string>* gone) {
  std::vector<std::string> used;
  for (const std::string& id : *gone) {
    const RecordRef record = dataset.Find(id);
    if (!record || record.table != Table::kClaims) continue;
    for (const PassageId passage : dataset.claims[record.index].passages)
      used.emplace_back(dataset[passage].id);
  }
  const auto users = UsersOfAll(dataset, used);
  for (std::size_t i = 0; i < used.size(); ++i)
    if (std::all_of(users[i].begin(), users[i].end(),
                    [gone](const User& user) { return gone->count(user.id) > 0; }))
      gone->insert(used[i]);
}

/// All that goes with `id`: in rounds, since a list may lose its last item in a later one.
std::set<std::string> Closure(const Dataset& dataset, std::string_view id) {
  std::set<std::string> gone{std::string(id)};
  for (std::size_t before = 0; before != gone.size();) {
    before = gone.size();
    const std::vector<std::string> ids(gone.begin(), gone.end());
    std::map<std::pair<std::string, std::string>, std::size_t> lost;  // Items of a list, by field.
    for (const auto& users : UsersOfAll(dataset, ids)) {
      for (const User& user : users) {
        if (user.id.empty()) continue;
        if (user.required) gone.insert(user.id);
        ++lost[{user.id, user.path.substr(0, user.path.find('/', 1))}];
      }
    }
    // A list that must have an item, and loses all of them, cannot stand either.
    for (const auto& [place, count] : lost) {
      const RecordRef record = dataset.Find(place.first);
      std::size_t size = 0;
      if (record.table == Table::kClaims && place.second == "/passages")
        size = dataset.claims[record.index].passages.size();
      else if (record.table == Table::kConditions && place.second == "/antecedents")
        size = dataset.conditions[record.index].antecedents.size();
      else if (record.table == Table::kDocuments && place.second == "/creators")
        size = dataset.documents[record.index].creators.size();
      if (size > 0 && count >= size) gone.insert(place.first);
    }
    AddLonelyPassages(dataset, &gone);
  }
  return gone;
}

/// A dataset taken apart, on which one step after the other is done.
class Editor {
 public:
  explicit Editor(const io::Limits& limits) : limits_(limits) {}

  std::optional<Problem> Open(const Dataset& dataset) {
    std::optional<JsonValue> root = io::ReadJson(io::Save(dataset));
    if (!root) return CallProblem("The dataset cannot be taken apart.", "Check it.");
    root_ = std::move(*root);
    return std::nullopt;
  }

  std::optional<Problem> Do(const Dataset&, const Put& put) {
    std::optional<JsonValue> record = io::ReadJson(put.record);
    if (!record || !record->is_object())
      return CallProblem("The record is no JSON object.", "Write it in braces.");
    const std::string id(record->TextOf("id"));
    JsonValue& table = TableOf(put.table);
    const auto old = std::find_if(
        table.items().begin(), table.items().end(),
        [&id](const JsonValue& other) { return !id.empty() && other.TextOf("id") == id; });
    if (old != table.items().end())
      *old = std::move(*record);
    else
      table.Add(std::move(*record));
    DropDrafts([&id](const JsonValue& draft) {
      return draft.TextOf("id") == id || draft.TextOf("of") == id;
    });
    return std::nullopt;
  }

  std::optional<Problem> Do(const Dataset&, const Set& set) {
    JsonValue* record = RecordOf(set.id);
    if (record == nullptr) return Unknown(set.id);
    std::optional<JsonValue> value;
    if (!set.value.empty()) {
      value = io::ReadJson(set.value);
      if (!value) return CallProblem("The value is no JSON.", "Correct it.");
    }
    if (!SetIn(record, set.path, std::move(value)))
      return CallProblem("There is no field " + Quote(set.path) + ".", "Name one that is there.");
    DropDrafts(
        [&set](const JsonValue& draft) { return !set.id.empty() && draft.TextOf("of") == set.id; });
    return std::nullopt;
  }

  std::optional<Problem> Do(const Dataset&, const Shift& shift) {
    JsonValue* record = RecordOf(shift.id);
    if (record == nullptr) return Unknown(shift.id);
    const std::size_t slash = shift.path.rfind('/');
    JsonValue* list = io::FollowPointer(record, shift.path.substr(0, slash));
    const JsonValue* item = io::FollowPointer(record, shift.path);
    if (list == nullptr || item == nullptr || !list->is_list())
      return CallProblem("There is no item " + Quote(shift.path) + ".", "Name one that is there.");
    auto& items = list->items();
    const auto from = item - items.data();
    const auto to = std::clamp<std::ptrdiff_t>(from + shift.by, 0,
                                               static_cast<std::ptrdiff_t>(items.size()) - 1);
    JsonValue moved = std::move(items[static_cast<std::size_t>(from)]);
    items.erase(items.begin() + from);
    items.insert(items.begin() + to, std::move(moved));
    return std::nullopt;
  }

  std::optional<Problem> Do(const Dataset& dataset, const Remove& remove) {
    const RecordRef record = dataset.Find(remove.id);
    if (!record) return Unknown(remove.id);
    if (!remove.with_users) {
      std::set<std::string> names;
      for (const User& user : UsersOf(dataset, remove.id))
        names.insert(user.id.empty() ? "dataset" : user.id);
      names.erase(remove.id);
      if (!names.empty()) return StillUsed(remove.id, names);
    }
    const std::set<std::string> gone = Closure(dataset, remove.id);
    const std::vector<std::string> ids(gone.begin(), gone.end());
    std::map<std::string, std::set<std::string>> cuts;  // By record; the last item first.
    for (const auto& users : UsersOfAll(dataset, ids))
      for (const User& user : users)
        if (gone.count(user.id) == 0) cuts[user.id].insert(user.cut);
    for (const auto& [id, paths] : cuts)
      Cut(id.empty() ? root_.Find("dataset") : Find(dataset, id), paths);
    for (const std::string& id : ids) Erase(dataset, id);
    DropDrafts([&gone](const JsonValue& draft) {
      return gone.count(std::string(draft.TextOf("of"))) > 0;
    });
    CleanDrafts(gone);
    return std::nullopt;
  }

  std::optional<Problem> Do(const Dataset& dataset, const Rename& rename) {
    const RecordRef from = dataset.Find(rename.from);
    const RecordRef to = dataset.Find(rename.to);
    if (!from) return Unknown(rename.from);
    if (rename.from == rename.to) return std::nullopt;
    if (to && to.table != from.table)
      return CallProblem(
          Quote(rename.from) + " and " + Quote(rename.to) + " are records of different tables.",
          "Only two of one table can become one.");
    for (const User& user : UsersOf(dataset, rename.from)) {
      JsonValue* record = user.id.empty() ? root_.Find("dataset") : Find(dataset, user.id);
      if (JsonValue* value = io::FollowPointer(record, user.path)) *value = JsonValue(rename.to);
    }
    if (to)
      Join(dataset, rename);
    else
      Find(dataset, rename.from)->Set("id", rename.to);
    RenameInStates(rename);
    RenameInDrafts(rename);
    return std::nullopt;
  }

  std::optional<Problem> Do(const Dataset&, const PutInfo& put) {
    std::optional<JsonValue> info = io::ReadJson(put.dataset);
    if (!info) return CallProblem("The member `dataset` is no JSON.", "Write it in braces.");
    root_.Set("dataset", std::move(*info));
    return std::nullopt;
  }

  std::optional<Problem> Do(const Dataset&, const PutExtension& put) {
    if (put.name.substr(0, 2) != "x-")
      return CallProblem(Quote(put.name) + " does not begin with x-.",
                         "Members of your own begin with x-.");
    if (put.value.empty()) {
      root_.Erase(put.name);
      return std::nullopt;
    }
    std::optional<JsonValue> value = io::ReadJson(put.value);
    if (!value) return CallProblem("The value is no JSON.", "Correct it.");
    root_.Set(put.name, std::move(*value));
    return std::nullopt;
  }

  /// What must hold, is asked of the one who knows: `Load`.
  Result<io::Loaded> Close() { return io::Load(root_.Write(), limits_); }

 private:
  static Problem Unknown(const std::string& id) {
    return CallProblem("There is no record " + Quote(id) + ".", "Name one that is there.");
  }
  static Problem StillUsed(const std::string& id, const std::set<std::string>& names) {
    std::string list;
    std::size_t count = 0;
    for (const std::string& name : names) {
      if (++count > 8) break;
      list += (list.empty() ? "" : ", ") + name;
    }
    if (names.size() > 8) list += " and " + io::Count(names.size() - 8) + " more";
    return CallProblem(Quote(id) + " is still named by " + list + ".",
                       "Take it out there first, or remove it with what needs it.");
  }

  JsonValue& TableOf(Table table) {
    const std::string_view name = Word(table);
    if (JsonValue* value = root_.Find(name)) return *value;
    return root_.Set(name, JsonValue::List());
  }

  JsonValue* Find(const Dataset& dataset, std::string_view id) {
    const RecordRef record = dataset.Find(id);
    if (!record) return nullptr;
    for (JsonValue& item : TableOf(record.table).items())
      if (item.TextOf("id") == id) return &item;
    return nullptr;
  }

  /// The record with this id, also one that a step before has written; empty: the member `dataset`.
  JsonValue* RecordOf(std::string_view id) {
    if (id.empty()) return root_.Find("dataset");
    for (const std::string_view name : kWords<Table>)
      if (JsonValue* table = root_.Find(name))
        for (JsonValue& item : table->items())
          if (item.TextOf("id") == id) return &item;
    return nullptr;
  }

  /// Gives the field at `path` below `at` a value, or takes it away; false if nothing can be there.
  static bool SetIn(JsonValue* at, std::string_view path, std::optional<JsonValue> value) {
    if (path.empty() || path[0] != '/') return false;
    const std::size_t end = std::min(path.find('/', 1), path.size());
    const std::string_view name = path.substr(1, end - 1);
    const std::string_view rest = path.substr(end);
    if (at->is_list()) {
      auto& items = at->items();
      JsonValue* item = io::FollowPointer(at, path.substr(0, end));
      if (item == nullptr && (name != "-" || !rest.empty() || !value)) return false;
      if (item == nullptr)
        at->Add(*std::move(value));
      else if (!rest.empty())
        return SetIn(item, rest, std::move(value));
      else if (value)
        *item = *std::move(value);
      else
        items.erase(items.begin() + (item - items.data()));
      return true;
    }
    if (!at->is_object()) return false;
    JsonValue* member = at->Find(name);
    if (rest.empty()) {
      if (value)
        at->Set(name, *std::move(value));
      else
        at->Erase(name);
      return true;
    }
    if (member == nullptr) {
      if (!value) return true;
      member = &at->Set(name, rest == "/-" ? JsonValue::List() : JsonValue::Object());
    }
    if (!SetIn(member, rest, std::move(value))) return false;
    const bool empty = member->is_list() ? member->items().empty()
                                         : member->is_object() && member->members().empty();
    if (empty) at->Erase(name);
    return true;
  }

  void Erase(const Dataset& dataset, std::string_view id) {
    const RecordRef record = dataset.Find(id);
    if (!record) return;
    auto& items = TableOf(record.table).items();
    items.erase(std::remove_if(items.begin(), items.end(),
                               [id](const JsonValue& item) { return item.TextOf("id") == id; }),
                items.end());
    // A table that was absent and one that is empty are spelt differently; an edit keeps to one.
    if (items.empty() && record.table >= Table::kRelations) root_.Erase(Word(record.table));
  }

  /// Takes members and items of lists out of a record.
  static void Cut(JsonValue* record, const std::set<std::string>& paths) {
    if (record == nullptr) return;
    std::vector<std::string> order(paths.begin(), paths.end());
    // Of one list the last item first, by number: so the others keep their places.
    std::sort(order.begin(), order.end(), [](const std::string& a, const std::string& b) {
      return a.size() != b.size() ? a.size() > b.size() : a > b;
    });
    for (const std::string& path : order) {
      const std::size_t slash = path.rfind('/');
      JsonValue* parent = io::FollowPointer(record, path.substr(0, slash));
      if (parent == nullptr) continue;
      if (!parent->is_list()) {
        parent->Erase(path.substr(slash + 1));
        continue;
      }
      const JsonValue* item = io::FollowPointer(parent, path.substr(slash));
      if (item != nullptr)
        parent->items().erase(parent->items().begin() + (item - parent->items().data()));
      if (parent->items().empty()) record->Erase(path.substr(1, path.find('/', 1) - 1));
    }
  }

  void Join(const Dataset& dataset, const Rename& rename) {
    const JsonValue other = *Find(dataset, rename.from);
    Erase(dataset, rename.from);
    JsonValue& kept = *Find(dataset, rename.to);
    for (const JsonValue::Member& member : other.members())
      if (member.first != "id" && kept.Find(member.first) == nullptr)
        kept.Set(member.first, member.second);
    if (kept.Find("name") != nullptr) {  // Of actors: the other's name is an alias.
      if (kept.Find("aliases") == nullptr) kept.Set("aliases", JsonValue::List());
      JsonValue& aliases = *kept.Find("aliases");
      const auto add = [&](std::string_view name) {
        if (name.empty() || name == kept.TextOf("name")) return;
        for (const JsonValue& alias : aliases.items())
          if (alias.text() == name) return;
        aliases.Add(name);
      };
      add(other.TextOf("name"));
      if (const JsonValue* more = other.Find("aliases"))
        for (const JsonValue& alias : more->items()) add(alias.text());
      if (aliases.items().empty()) kept.Erase("aliases");
    }
    // A record says nothing about itself.
    for (const char* field : {"excludes", "distinctFrom", "near"})
      DropItem(&kept, field, rename.to);
    for (const char* field : {"partOf", "repeats"})
      if (kept.TextOf(field) == rename.to) kept.Erase(field);
    ForEachRecord([](JsonValue* record) { DropTwins(record); });
  }

  static void DropItem(JsonValue* record, std::string_view field, std::string_view id) {
    JsonValue* list = record->Find(field);
    if (list == nullptr || !list->is_list()) return;
    auto& items = list->items();
    items.erase(std::remove_if(items.begin(), items.end(),
                               [id](const JsonValue& item) {
                                 return (item.is_text() && item.text() == id) ||
                                        item.TextOf("to") == id;
                               }),
                items.end());
    if (items.empty()) record->Erase(field);
  }

  /// Joining two records leaves lists that name one twice.
  static void DropTwins(JsonValue* record) {
    for (const char* field : {"topics", "excludes", "distinctFrom", "antecedents", "unless",
                              "passages", "actors", "creators", "near"}) {
      JsonValue* list = record->Find(field);
      if (list == nullptr || !list->is_list()) continue;
      std::vector<JsonValue> kept;
      for (JsonValue& item : list->items())
        if (std::find(kept.begin(), kept.end(), item) == kept.end())
          kept.push_back(std::move(item));
      list->items() = std::move(kept);
    }
  }

  template <class Use>
  void ForEachRecord(const Use& use) {
    for (const std::string_view name : kWords<Table>)
      if (JsonValue* table = root_.Find(name))
        for (JsonValue& record : table->items()) use(&record);
  }

  void RenameInStates(const Rename& rename) {
    JsonValue* questions = root_.Find("questions");
    if (questions == nullptr) return;
    for (JsonValue& question : questions->items())
      if (const JsonValue* state = question.Find("state"))
        question.Set("state", RenamedState(state->text(), rename.from, rename.to));
  }

  // --- Drafts: the records in them are not checked by `Load`, so references are kept here.

  JsonValue* DraftList() {
    JsonValue* drafts = root_.Find("x-drafts");
    return drafts != nullptr && drafts->is_list() ? drafts : nullptr;
  }

  template <class If>
  void DropDrafts(const If& drop) {
    JsonValue* drafts = DraftList();
    if (drafts == nullptr) return;
    auto& items = drafts->items();
    items.erase(std::remove_if(items.begin(), items.end(), drop), items.end());
    if (items.empty()) root_.Erase("x-drafts");
  }

  void RenameInDrafts(const Rename& rename) {
    JsonValue* drafts = DraftList();
    if (drafts == nullptr) return;
    for (JsonValue& draft : drafts->items()) {
      if (draft.TextOf("of") == rename.from) draft.Set("of", rename.to);
      for (const char* part : {"record", "choice"})
        if (JsonValue* value = draft.Find(part))
          ChangeReferences(value, [&rename](const std::string& id) {
            return std::optional(id == rename.from ? rename.to : id);
          });
    }
  }

  void CleanDrafts(const std::set<std::string>& gone) {
    JsonValue* drafts = DraftList();
    if (drafts == nullptr) return;
    for (JsonValue& draft : drafts->items())
      for (const char* part : {"record", "choice"})
        if (JsonValue* value = draft.Find(part))
          ChangeReferences(value, [&gone](const std::string& id) -> std::optional<std::string> {
            if (gone.count(id) > 0) return std::nullopt;
            return id;
          });
  }

  /// Fields in which people write: what stands there is no id, whatever it looks like.
  static bool Writes(std::string_view field) {
    constexpr std::string_view kWritten[] = {
        "id",    "gloss", "label", "name",  "title", "hedges", "hedge",   "cue",     "note",
        "notes", "as",    "text",  "quote", "role",  "by",     "aliases", "measure", "unit"};
    return std::find(std::begin(kWritten), std::end(kWritten), field) != std::end(kWritten);
  }

  /// Gives each id in `value` what `change` says; what becomes nothing goes, and an object that
  /// held nothing else with it. Returns false if `value` itself must go.
  template <class Change>
  static bool ChangeReferences(JsonValue* value, const Change& change) {
    if (value->is_text()) {
      const std::optional<std::string> id = change(value->text());
      if (id) *value = JsonValue(*id);
      return id.has_value();
    }
    if (value->is_list()) {
      auto& items = value->items();
      for (std::size_t i = 0; i < items.size();) {
        if (ChangeReferences(&items[i], change))
          ++i;
        else
          items.erase(items.begin() + static_cast<std::ptrdiff_t>(i));
      }
      return true;
    }
    if (!value->is_object()) return true;
    bool lost = false;
    auto& members = value->members();
    for (std::size_t i = 0; i < members.size();) {
      const bool written =
          Writes(members[i].first) && !(members[i].first == "by" && value->Find("from"));
      if (written || ChangeReferences(&members[i].second, change)) {
        ++i;
      } else {
        lost = true;
        members.erase(members.begin() + static_cast<std::ptrdiff_t>(i));
      }
    }
    // {"not": gone} or {"proposition": gone} is nothing any more; a record keeps what is left.
    return !(lost && members.empty());
  }

  const io::Limits& limits_;
  JsonValue root_;
};

/// Ids and bytes of all records, sorted: what an edit is told by.
std::map<std::string, std::string> RecordBytes(const JsonValue& root) {
  std::map<std::string, std::string> records;
  for (const std::string_view name : kWords<Table>)
    if (const JsonValue* table = root.Find(name))
      for (const JsonValue& record : table->items())
        records.emplace(record.TextOf("id"), record.Write());
  return records;
}

void Tell(const Dataset& before, Edited* edited) {
  const auto old_root = io::ReadJson(io::Save(before));
  const auto new_root = io::ReadJson(edited->bytes);
  if (!old_root || !new_root) return;
  const auto old_records = RecordBytes(*old_root);
  const auto new_records = RecordBytes(*new_root);
  for (const auto& [id, bytes] : new_records) {
    const auto old = old_records.find(id);
    if (old == old_records.end())
      edited->added.push_back(id);
    else if (old->second != bytes)
      edited->changed.push_back(id);
  }
  for (const auto& [id, bytes] : old_records)
    if (new_records.find(id) == new_records.end()) edited->gone.push_back(id);
}

}  // namespace

Result<Edited> Apply(const Dataset& dataset, std::span<const Step> steps,
                     const io::Limits& limits) {
  Editor editor(limits);
  if (auto problem = editor.Open(dataset)) return *problem;
  // A removal or a rename must know who names whom after the steps before it.
  std::optional<io::Loaded> between;
  bool stale = false;
  for (const Step& step : steps) {
    const bool looks = std::holds_alternative<Remove>(step) || std::holds_alternative<Rename>(step);
    if (looks && stale) {
      Result<io::Loaded> loaded = editor.Close();
      if (!loaded.ok()) return loaded.problems();
      between = std::move(*loaded);
      stale = false;
      if (auto problem = editor.Open(between->dataset)) return *problem;
    }
    const Dataset& now = between ? between->dataset : dataset;
    const std::optional<Problem> problem =
        std::visit([&](const auto& one) { return editor.Do(now, one); }, step);
    if (problem) return *problem;
    stale = true;
  }
  Result<io::Loaded> loaded = editor.Close();
  if (!loaded.ok()) return loaded.problems();
  Edited edited;
  edited.bytes = io::Save(loaded->dataset);
  edited.loaded = std::move(*loaded);
  Tell(dataset, &edited);
  return edited;
}

std::vector<std::string> GoneWith(const Dataset& dataset, std::string_view id) {
  if (!dataset.Find(id)) return {};
  const std::set<std::string> gone = Closure(dataset, id);
  return {gone.begin(), gone.end()};
}

}  // namespace proviso::edit
