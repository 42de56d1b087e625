#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace proviso::io {

/// A JSON value as a tree that can be changed: what an edit takes apart and puts together again.
///
/// Reading a dataset needs none (`Reader`); a record that is edited, drafted or imported is small.
class JsonValue {
 public:
  enum class Kind : std::uint8_t { kNull, kBoolean, kNumber, kString, kList, kObject };
  using Member = std::pair<std::string, JsonValue>;

  JsonValue() = default;
  JsonValue(std::string_view text) : kind_(Kind::kString), text_(text) {}    // NOLINT: implicit
  JsonValue(const std::string& text) : kind_(Kind::kString), text_(text) {}  // NOLINT: implicit
  JsonValue(const char* text) : kind_(Kind::kString), text_(text) {}         // NOLINT: implicit
  static JsonValue Object() { return JsonValue(Kind::kObject); }
  static JsonValue List() { return JsonValue(Kind::kList); }
  static JsonValue List(const std::vector<std::string>& texts);
  static JsonValue Boolean(bool value);
  static JsonValue Number(double value);

  Kind kind() const { return kind_; }
  bool is_object() const { return kind_ == Kind::kObject; }
  bool is_list() const { return kind_ == Kind::kList; }
  bool is_text() const { return kind_ == Kind::kString; }
  bool is_null() const { return kind_ == Kind::kNull; }
  /// The text of a string, the digits of a number, "true" or "false".
  const std::string& text() const { return text_; }

  std::vector<JsonValue>& items() { return items_; }
  const std::vector<JsonValue>& items() const { return items_; }
  std::vector<Member>& members() { return members_; }
  const std::vector<Member>& members() const { return members_; }

  /// The member of this name, or null.
  const JsonValue* Find(std::string_view key) const;
  JsonValue* Find(std::string_view key);
  /// The text of a member that is a string, else empty.
  std::string_view TextOf(std::string_view key) const;
  /// Gives the member a value: in its place if it is there, else at the end.
  JsonValue& Set(std::string_view key, JsonValue value);
  /// The same, but nothing for an empty text.
  void SetText(std::string_view key, std::string_view text) {
    if (!text.empty()) Set(key, text);
  }
  bool Erase(std::string_view key);
  JsonValue& Add(JsonValue value);

  /// Compact JSON.
  std::string Write() const;
  void Append(std::string* out) const;

  friend bool operator==(const JsonValue& a, const JsonValue& b);

 private:
  explicit JsonValue(Kind kind) : kind_(kind) {}
  friend class JsonTreeReader;

  Kind kind_ = Kind::kNull;
  std::string text_;
  std::vector<JsonValue> items_;
  std::vector<Member> members_;
};

/// What stands in `bytes`, or none if it is no JSON, is deeper than 64 levels or names a member
/// twice in one object.
std::optional<JsonValue> ReadJson(std::string_view bytes);

/// The finite number that `digits` spell as JSON does, or none. Not every library of C++ reads
/// doubles yet.
std::optional<double> ReadJsonNumber(std::string_view digits);

/// The value to which a JSON Pointer leads, or null.
JsonValue* FollowPointer(JsonValue* root, std::string_view pointer);

}  // namespace proviso::io
