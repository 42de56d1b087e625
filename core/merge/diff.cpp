#include "core/merge/diff.h"

#include <map>

#include "core/io/json_value.h"
#include "core/io/save.h"

namespace proviso::merge {
namespace {

using io::JsonValue;

/// All that has a name of its own: records by id, `dataset`, and the root's `x-` members.
std::map<std::pair<std::size_t, std::string>, JsonValue> PartsOf(const Dataset& dataset) {
  std::map<std::pair<std::size_t, std::string>, JsonValue> parts;
  const std::optional<JsonValue> root = io::ReadJson(io::Save(dataset));
  if (!root) return parts;
  for (const JsonValue::Member& member : root->members()) {
    if (member.first == "dataset") {
      parts.emplace(std::pair(std::size_t{0}, std::string()), member.second);
    } else if (member.first.substr(0, 2) == "x-") {
      parts.emplace(std::pair(kTableCount + 1, member.first), member.second);
    } else if (const auto table = ParseWord<Table>(member.first)) {
      for (const JsonValue& record : member.second.items())
        parts.emplace(
            std::pair(1 + static_cast<std::size_t>(*table), std::string(record.TextOf("id"))),
            record);
    }
  }
  return parts;
}

std::string TableName(std::size_t number) {
  if (number == 0) return "dataset";
  return number > kTableCount ? "" : std::string(kWords<Table>[number - 1]);
}

std::vector<RecordChange::Field> FieldsOf(const JsonValue& a, const JsonValue& b) {
  std::vector<RecordChange::Field> fields;
  if (!a.is_object() || !b.is_object()) {
    fields.push_back({"", a.Write(), b.Write()});
    return fields;
  }
  for (const JsonValue::Member& member : a.members()) {
    const JsonValue* other = b.Find(member.first);
    if (other == nullptr)
      fields.push_back({member.first, member.second.Write(), ""});
    else if (!(*other == member.second))
      fields.push_back({member.first, member.second.Write(), other->Write()});
  }
  for (const JsonValue::Member& member : b.members())
    if (a.Find(member.first) == nullptr)
      fields.push_back({member.first, "", member.second.Write()});
  return fields;
}

}  // namespace

std::vector<RecordChange> Diff(const Dataset& a, const Dataset& b) {
  const auto before = PartsOf(a), after = PartsOf(b);
  std::vector<RecordChange> changes;
  auto x = before.begin();
  auto y = after.begin();
  while (x != before.end() || y != after.end()) {
    RecordChange change;
    if (y == after.end() || (x != before.end() && x->first < y->first)) {
      change = {RecordChange::Kind::kGone, TableName(x->first.first), x->first.second, {}};
      ++x;
    } else if (x == before.end() || y->first < x->first) {
      change = {RecordChange::Kind::kAdded, TableName(y->first.first), y->first.second, {}};
      ++y;
    } else {
      change = {RecordChange::Kind::kChanged, TableName(x->first.first), x->first.second,
                FieldsOf(x->second, y->second)};
      ++x, ++y;
      if (change.fields.empty()) continue;
    }
    changes.push_back(std::move(change));
  }
  return changes;
}

}  // namespace proviso::merge
