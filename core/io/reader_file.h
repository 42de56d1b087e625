#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/io/json_cursor.h"

namespace proviso::io {

/// Reads the small JSON files that a reader keeps (states, notes), strictly: one thing that is not
/// as it should be and nothing of the file is used. After the first problem every call is false.
class ReaderFile {
 public:
  ReaderFile(std::string_view bytes, std::size_t most);

  bool ok() const { return problem_.code.empty(); }
  /// Reads an object, or a list, of which `member(key)` or `element()` takes each value.
  template <class Member>
  bool Object(const Member& member);
  template <class Element>
  bool List(const Element& element);
  /// Takes a string of at most `most` bytes; where `needed`, of at least one.
  bool String(std::string* text, std::size_t most, bool needed = true);
  /// Takes a string that must be `word`.
  bool Exactly(std::string_view word);
  /// No field of this name is known.
  bool Unknown(std::string_view key);
  /// The object that was just read lacks a field.
  bool Lacks(std::string_view key);
  bool Fail(std::string code, std::uint32_t offset, std::string rule, std::string remedy);
  bool Finish();

  /// What is wrong; only when not `ok()`.
  Problem problem();

 private:
  bool Refused();

  std::string_view bytes_;
  JsonCursor cursor_;
  std::uint32_t at_ = 0;  ///< Where the value that was read last starts.
  std::uint32_t problem_at_ = 0;
  Problem problem_;
};

template <class Member>
bool ReaderFile::Object(const Member& member) {
  if (!ok()) return false;
  const bool opens = cursor_.Opens('{');
  const std::uint32_t start = cursor_.offset();
  if (!opens) return Fail("schema", start, "Here an object must stand.", "Write one, in braces.");
  cursor_.Enter();
  std::string_view key;
  for (bool first = true; cursor_.NextKey(&first);)
    if (!cursor_.ReadKey(&key) || !member(std::string(key))) return Refused();
  at_ = start;
  return !cursor_.failed() || Refused();
}

template <class Element>
bool ReaderFile::List(const Element& element) {
  if (!ok()) return false;
  if (!cursor_.Opens('['))
    return Fail("schema", cursor_.offset(), "Here a list must stand.", "Write one, in brackets.");
  cursor_.Enter();
  for (bool first = true; cursor_.NextElement(&first);)
    if (!element()) return Refused();
  return !cursor_.failed() || Refused();
}

}  // namespace proviso::io
