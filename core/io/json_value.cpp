#include "core/io/json_value.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/io/json_cursor.h"
#include "core/io/json_text.h"

namespace proviso::io {
namespace {

constexpr int kDeepest = 64;

}  // namespace

/// Builds the tree; levels are bounded, so it may recurse.
class JsonTreeReader {
 public:
  explicit JsonTreeReader(std::string_view bytes) : cursor_(bytes) {}

  std::optional<JsonValue> Read() {
    JsonValue value;
    if (!Value(&value, 0)) return std::nullopt;
    cursor_.Finish();
    if (cursor_.failed()) return std::nullopt;
    return value;
  }

 private:
  bool Value(JsonValue* out, int depth) {
    if (depth > kDeepest) return false;
    std::string_view text;
    const std::uint32_t start = (cursor_.Peek(), cursor_.offset());
    switch (cursor_.Peek()) {
      case JsonCursor::Kind::kObject:
        return Object(out, depth);
      case JsonCursor::Kind::kArray: {
        *out = JsonValue::List();
        cursor_.Enter();
        for (bool first = true; cursor_.NextElement(&first);)
          if (!Value(&out->items_.emplace_back(), depth + 1)) return false;
        return !cursor_.failed();
      }
      case JsonCursor::Kind::kString:
        if (!cursor_.String(&text)) return false;
        *out = JsonValue(text);
        return true;
      case JsonCursor::Kind::kNumber: {
        JsonNumber number;
        if (!cursor_.Number(&number)) return false;
        out->kind_ = JsonValue::Kind::kNumber;
        out->text_ = cursor_.Since(start);
        return true;
      }
      case JsonCursor::Kind::kBoolean: {
        bool value = false;
        if (!cursor_.Boolean(&value)) return false;
        *out = JsonValue::Boolean(value);
        return true;
      }
      case JsonCursor::Kind::kNull:
        return cursor_.Null();
      case JsonCursor::Kind::kEnd:
        break;
    }
    return false;
  }

  bool Object(JsonValue* out, int depth) {
    *out = JsonValue::Object();
    cursor_.Enter();
    std::string_view key;
    for (bool first = true; cursor_.NextKey(&first);) {
      if (!cursor_.ReadKey(&key) || out->Find(key) != nullptr) return false;
      out->members_.emplace_back(std::string(key), JsonValue());
      if (!Value(&out->members_.back().second, depth + 1)) return false;
    }
    return !cursor_.failed();
  }

  JsonCursor cursor_;
};

JsonValue JsonValue::List(const std::vector<std::string>& texts) {
  JsonValue list = List();
  for (const std::string& text : texts) list.Add(text);
  return list;
}

JsonValue JsonValue::Boolean(bool value) {
  JsonValue out(Kind::kBoolean);
  out.text_ = value ? "true" : "false";
  return out;
}

JsonValue JsonValue::Number(double value) {
  JsonValue out(Kind::kNumber);
  AppendJsonNumber(value, &out.text_);
  return out;
}

const JsonValue* JsonValue::Find(std::string_view key) const {
  for (const Member& member : members_)
    if (member.first == key) return &member.second;
  return nullptr;
}

JsonValue* JsonValue::Find(std::string_view key) {
  return const_cast<JsonValue*>(std::as_const(*this).Find(key));
}

std::string_view JsonValue::TextOf(std::string_view key) const {
  const JsonValue* value = Find(key);
  return value != nullptr && value->is_text() ? std::string_view(value->text_) : "";
}

JsonValue& JsonValue::Set(std::string_view key, JsonValue value) {
  if (JsonValue* old = Find(key)) return *old = std::move(value);
  return members_.emplace_back(std::string(key), std::move(value)).second;
}

bool JsonValue::Erase(std::string_view key) {
  const auto at = std::find_if(members_.begin(), members_.end(),
                               [key](const Member& member) { return member.first == key; });
  if (at == members_.end()) return false;
  members_.erase(at);
  return true;
}

JsonValue& JsonValue::Add(JsonValue value) { return items_.emplace_back(std::move(value)); }

void JsonValue::Append(std::string* out) const {
  switch (kind_) {
    case Kind::kNull:
      *out += "null";
      break;
    case Kind::kBoolean:
    case Kind::kNumber:
      *out += text_;
      break;
    case Kind::kString:
      AppendJsonString(text_, out);
      break;
    case Kind::kList:
      *out += '[';
      for (std::size_t i = 0; i < items_.size(); ++i) {
        if (i > 0) *out += ',';
        items_[i].Append(out);
      }
      *out += ']';
      break;
    case Kind::kObject:
      *out += '{';
      for (std::size_t i = 0; i < members_.size(); ++i) {
        if (i > 0) *out += ',';
        AppendJsonString(members_[i].first, out);
        *out += ':';
        members_[i].second.Append(out);
      }
      *out += '}';
      break;
  }
}

std::string JsonValue::Write() const {
  std::string out;
  Append(&out);
  return out;
}

bool operator==(const JsonValue& a, const JsonValue& b) {
  return a.kind_ == b.kind_ && a.text_ == b.text_ && a.items_ == b.items_ &&
         a.members_ == b.members_;
}

std::optional<JsonValue> ReadJson(std::string_view bytes) { return JsonTreeReader(bytes).Read(); }

std::optional<double> ReadJsonNumber(std::string_view digits) {
  JsonCursor cursor(digits);
  JsonNumber number;
  if (cursor.Peek() != JsonCursor::Kind::kNumber || !cursor.Number(&number)) return std::nullopt;
  cursor.Finish();
  if (cursor.failed() || !std::isfinite(number.value)) return std::nullopt;
  return number.value;
}

JsonValue* FollowPointer(JsonValue* root, std::string_view pointer) {
  while (root != nullptr && !pointer.empty()) {
    if (pointer[0] != '/') return nullptr;
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    const std::string_view name = pointer.substr(1, end - 1);
    pointer = pointer.substr(end);
    if (!root->is_list()) {
      root = root->Find(name);  // No name of the format holds "~" or "/".
      continue;
    }
    std::size_t item = 0;
    const auto [stop, error] = std::from_chars(name.data(), name.data() + name.size(), item);
    if (error != std::errc() || stop != name.data() + name.size() || item >= root->items().size())
      return nullptr;
    root = &root->items()[item];
  }
  return root;
}

}  // namespace proviso::io
