#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "core/io/fields.h"
#include "core/io/free_value.h"
#include "core/io/json_cursor.h"
#include "core/io/load.h"
#include "core/io/report.h"
#include "core/io/symbols.h"

namespace proviso::io {

/// Reads one dataset into typed records, straight from the bytes: no tree stands between.
///
/// References come out as mentions in the place of indexes (an `ActorId` holds the number of a
/// mention); `Link` turns them into indexes. Reading goes on after a problem, so that all are
/// found.
class Reader {
 public:
  Reader(std::string_view bytes, const Limits& limits, Dataset* dataset, Symbols* symbols,
         Report* report)
      : limits_(limits),
        dataset_(*dataset),
        symbols_(*symbols),
        report_(*report),
        cursor_(bytes),
        scalars_(&cursor_, &limits_, report) {}

  /// Returns false if the end of the text was not reached.
  bool ReadDataset();

 private:
  template <class R>
  class Members;

  // A value of one kind each; the cursor stands before it. `name` is the field's.
  void Read(std::string_view name, const Rule& rule, Text* out);
  void Read(std::string_view name, const Rule& rule, std::uint32_t* out);
  void Read(std::string_view name, const Rule& rule, std::optional<double>* out);
  void Read(std::string_view name, const Rule& rule, bool* out);
  void Read(std::string_view name, const Rule& rule, Literal* out);
  void Read(std::string_view name, const Rule& rule, RecordRef* out);
  void Read(std::string_view name, const Rule& rule, About* out);
  template <class Tag>
  void Read(std::string_view name, const Rule& rule, Id<Tag>* out);
  template <class E>
  requires std::is_enum_v<E>
  void Read(std::string_view name, const Rule& rule, E* out);
  template <class R>
  requires(IsObject<R> || IsA<R, Dataset>) void Read(std::string_view name, const Rule& rule,
                                                     R* out);
  template <class T>
  void Read(std::string_view name, const Rule& rule, std::span<const T>* out);

  template <class R>
  void ReadRecords(std::string_view name, Table table, const Rule& rule, std::vector<R>* out);
  void ReadFormat();
  void ReadFormatVersion(Text* out);
  void ReadExtension(std::string_view key);
  std::string_view JoinExtensions(std::size_t from);

  /// What a record needs beyond its fields one by one.
  void CheckWhole(std::uint32_t offset, const Condition& condition);
  void CheckWhole(std::uint32_t offset, const Quantity& quantity);
  template <class R>
  void CheckWhole(std::uint32_t, const R&) {}

  // True if the next value is of the kind; else they report, skip it and return false.
  bool ExpectObject(std::string_view name, const Rule& rule) {
    return cursor_.Opens('{') || Unexpected(name, "an object", rule);
  }
  bool ExpectList(std::string_view name, const Rule& rule) {
    return cursor_.Opens('[') || Unexpected(name, "a list", rule);
  }
  bool ExpectText(std::string_view name, const Rule& rule) {
    return cursor_.Opens('"') || Unexpected(name, "a text", rule);
  }
  bool ExpectNumber(std::string_view name, const Rule& rule) {
    return cursor_.Peek() == JsonCursor::Kind::kNumber || Unexpected(name, "a number", rule);
  }
  bool Unexpected(std::string_view name, const char* wanted, const Rule& rule);
  void Skip();
  bool CheckText(std::string_view name, const Rule& rule, std::uint32_t offset,
                 std::string_view text);
  /// Takes an id and returns its mention, or `Symbols::kNone` if there is none, also for
  /// `rule.word`.
  std::uint32_t ReadReference(std::string_view name, const Rule& rule);
  std::uint32_t Mention(std::string_view name, const Rule& rule, std::uint32_t offset,
                        std::string_view text);
  /// Looks the ids up that were mentioned since the last time.
  void Settle();
  bool CheckLength(std::uint32_t offset, std::string_view name, const Rule& rule, std::size_t size);
  void SchemaError(std::uint32_t offset, std::string rule, std::string remedy);
  void ReportMissing(std::uint32_t offset, std::string_view name);
  void ReportUnknown(std::uint32_t offset, std::string_view key);
  bool Enter(std::uint32_t offset);
  void Stop() { stopped_ = true; }
  bool Going() const { return !stopped_ && !cursor_.failed() && !report_.full(); }

  const Limits limits_;
  Dataset& dataset_;
  Symbols& symbols_;
  Report& report_;
  JsonCursor cursor_;
  Scalars scalars_;

  RecordRef record_;  ///< The one that is being read.
  std::uint32_t depth_ = 0;
  std::uint64_t records_ = 0;
  bool stopped_ = false;
  bool newer_ = false;  ///< The file's format is a later minor version than ours.
  std::string skipped_;

  struct Mentioned {
    std::string_view id;
    std::string_view field;
    std::uint32_t offset;
    RecordRef record;
    bool own;  ///< The id of `record` itself.
    bool item;
  };
  std::vector<TextKey> keys_;         ///< Of `mentioned_`, together for `Symbols::Warm`.
  std::vector<Mentioned> mentioned_;  ///< Not looked up yet; at most `Symbols::kBatch`.
  std::size_t settled_errors_ = 0;    ///< Errors that `Settle` found; they are not of `record_`.
  std::uint64_t warmth_ = 0;

  struct Extension {
    std::string key;
    std::string value;
    std::uint32_t offset;
  };
  std::vector<Extension> extensions_;
  std::tuple<std::vector<ActorId>, std::vector<PassageId>, std::vector<PropositionId>,
             std::vector<TopicId>, std::vector<Literal>, std::vector<Text>, std::vector<Step>,
             std::vector<Near>, std::vector<Affiliation>, std::vector<Paragraph>,
             std::vector<Participant>, std::vector<Inferred>, std::vector<Maker>>
      lists_;  ///< Room for one list of each kind while it is read.
};

}  // namespace proviso::io
