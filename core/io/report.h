#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/sort.h"
#include "core/model/dataset.h"

namespace proviso::io {

/// Where a problem is, as cheaply as its finder can tell: a byte, or a field of a record.
struct Spot {
  static constexpr std::uint32_t kUnknown = 0xFFFFFFFFu;

  static Spot Byte(std::uint32_t offset) { return {offset, {}, {}}; }
  static Spot Field(RecordRef record, std::string path) {
    return {kUnknown, record, std::move(path)};
  }

  std::uint32_t offset = kUnknown;
  RecordRef record;  ///< None: `path` starts at the root.
  std::string path;  ///< A JSON Pointer below `record`.
};

/// Collects problems while a file is read; pointers, lines and columns come last, and only if
/// there is something to place.
class Report {
 public:
  /// `limit`: errors kept before `full()`, and warnings kept at all.
  explicit Report(std::uint32_t limit) : limit_(limit) {}

  void Error(std::string_view code, Spot spot, std::string rule, std::string remedy);
  void Warn(std::string_view code, Spot spot, std::string rule, std::string remedy);

  /// A field that the format does not have; see `BlameVersion`.
  void UnknownField(Spot spot, std::string rule, std::string remedy);
  /// Turns unknown fields into problems of the version: the file is of a newer format.
  void BlameVersion(std::string_view version);

  std::size_t errors() const { return errors_.size(); }
  bool full() const { return full_; }

  /// True if an error was found in `record` itself: what follows from it need not be said.
  bool Broken(RecordRef record) const;
  void MarkBroken(RecordRef record);

  /// The errors, or the warnings, in the order of the file, each with its place in `bytes`.
  std::vector<Problem> TakeErrors(std::string_view bytes);
  std::vector<Problem> TakeWarnings(std::string_view bytes);

 private:
  struct Draft {
    Problem problem;
    Spot spot;
    bool unknown_field = false;
  };
  static std::vector<Problem> Take(std::string_view bytes, std::vector<Draft> drafts);

  std::uint32_t limit_;
  bool full_ = false;
  std::vector<Draft> errors_;
  std::vector<Draft> warnings_;
  std::vector<RecordRef> broken_;  ///< As few as there are errors.
};

/// `text` in typographic quotes for a message: cut to 40 characters, without anything that could
/// hide or reorder what stands around it.
std::string Quote(std::string_view text);

/// `list` as "a, b or c".
std::string OneOf(const std::string_view* list, std::size_t size);

/// True if an item of `items` occurs twice.
template <class T>
bool HasTwins(std::vector<T> items) {
  SortList(&items);
  return std::adjacent_find(items.begin(), items.end()) != items.end();
}
/// What is said of the list `name` then.
std::string Twice(std::string_view name);

/// 1234567 as "1,234,567".
std::string Count(std::uint64_t number);

}  // namespace proviso::io
