#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace proviso::io {

/// Writes compact JSON, value by value; commas come by themselves. A general library, which builds
/// a tree first, was a good part of what a page downloads.
class JsonOut {
 public:
  void Open(char bracket);
  void Close(char bracket) { out_ += bracket; }
  void Key(std::string_view key);

  /// What is not UTF-8 becomes U+FFFD: JSON can carry any bytes that a dataset had.
  void String(std::string_view text);
  /// `text`, or null if there is none.
  void StringOrNull(std::string_view text);
  void Boolean(bool value);
  void Whole(std::int64_t value);
  /// The shortest form that reads back as the same double. `value` is finite.
  void Real(double value);
  /// In hundredths, which is as fine as a page lays things out.
  void Points(float value);
  /// `json` as it is.
  void Raw(std::string_view json);

  void Object(std::string_view key) { Key(key), Open('{'); }
  void List(std::string_view key) { Key(key), Open('['); }
  void Text(std::string_view key, std::string_view value) { Key(key), String(value); }
  void TextIfAny(std::string_view key, std::string_view value) {
    if (!value.empty()) Text(key, value);
  }
  void TextOrNull(std::string_view key, std::string_view value) { Key(key), StringOrNull(value); }
  void Number(std::string_view key, std::int64_t value) { Key(key), Whole(value); }
  void Length(std::string_view key, float value) { Key(key), Points(value); }
  void Flag(std::string_view key, bool value) { Key(key), Boolean(value); }

  std::string Take() { return std::move(out_); }
  /// The same over several lines, one space an indent, with a line feed at the end.
  std::string TakeIndented();

 private:
  void Comma();

  std::string out_;
};

}  // namespace proviso::io
