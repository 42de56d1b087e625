#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/edit/about.h"
#include "core/edit/make_id.h"
#include "core/io/json_value.h"
#include "core/locate/find_quote.h"
#include "core/sheets/columns.h"
#include "core/sheets/import.h"

namespace proviso::sheets {

using io::JsonValue;

/// A row of a sheet, read by headings.
class Row {
 public:
  Row(const Sheet& sheet, std::size_t index, const std::map<std::string, std::size_t>& columns)
      : sheet_(&sheet), index_(index), columns_(&columns) {}

  /// The cell under `heading`, trimmed, without the sign that keeps a spreadsheet from taking it
  /// for a formula; empty if there is none.
  std::string operator[](std::string_view heading) const;
  bool empty() const;  ///< But for a number in the first column.
  std::string CellOf(std::string_view heading) const;
  const std::string& sheet() const { return sheet_->name; }
  const std::map<std::string, std::size_t>& columns() const { return *columns_; }
  std::size_t index() const { return index_; }

 private:
  const Sheet* sheet_;
  std::size_t index_;
  const std::map<std::string, std::size_t>* columns_;
};

/// A text that claims of this book stand in.
struct DocumentSource {
  std::string id, name, file;
  std::optional<locate::ReaderText> text;
  std::vector<locate::Place> paragraphs;
  std::vector<std::string> creators;  ///< Ids.
};

/// Turns rows into records, table by table, in the order that SHEETS describes.
class Importer {
 public:
  Importer(const Book& book, const ImportOptions& options);

  Imported Run();

 private:
  /// Where a record came from, so that what `Load` says of it finds its cell.
  struct Origin {
    std::string sheet;
    std::size_t row = 0;
  };
  /// People's names for records of one table.
  struct Names {
    Table table;
    std::map<std::string, std::set<std::string>> ids;  ///< By folded name: record ids.
  };

  // The frame (importer.cpp).
  void ReadBase();
  void ReadRows();
  bool ReadDatasetFields();
  void Finish();
  Result<io::Loaded> LoadRoot();
  /// Gives the problems of `Load` their cells; moves claims and relations that have one to the
  /// drafts. False if something else is wrong.
  bool TakeOutBroken(const std::vector<Problem>& problems);
  void TellWarnings(const Warnings& warnings);
  std::string PlaceOf(const Problem& problem, std::string* cell) const;
  void Count();

  // Records (importer.cpp).
  std::vector<JsonValue>& Records(Table table) { return tables_[static_cast<std::size_t>(table)]; }
  JsonValue* FindRecord(std::string_view id);
  /// Adds a record, or puts it in the place of the one with its id.
  void PutRecord(Table table, JsonValue record, const Row* row);
  void Remember(Table table, const JsonValue& record);
  void Forget(Table table, const JsonValue& record);
  /// What makes two passages, or two links, one.
  static std::string PlaceKey(const JsonValue& passage);
  static std::string LinkKey(const JsonValue& link);
  bool Taken(const std::string& id) const { return taken_.count(id) > 0; }
  std::string NextId(Table table);
  /// The id of the row, or one made of `words`; without words a numbered one.
  std::string RowId(const Row& row, Table table, std::string_view words);
  /// Lays the column `more` and `x-` columns over what the cells gave.
  void AddRest(const Row& row, JsonValue* record);

  // What people call things (import_names.cpp).
  void Learn(Names* names, std::string_view words, std::string_view id);
  void LearnRecord(Table table, const JsonValue& record);
  /// The record of this name, or none: then `*problem` says why if the name is ambiguous.
  std::optional<std::string> Lookup(Names* names, std::string_view words, const Row& row,
                                    std::string_view heading, bool near);
  std::string Actor(std::string_view name, const Row& row, std::string_view heading);
  std::string Statement(std::string_view label, const Row& row, std::string_view heading);
  std::string Topic(std::string_view label, const Row& row, std::string_view heading);
  JsonValue Literal(const edit::LiteralWords& words, const Row& row, std::string_view heading);
  std::string Link(const edit::LinkWords& words, const Row& row, std::string_view heading);
  std::string Number(const edit::NumberWords& words, const Row& row);
  JsonValue LinkRecord(const edit::LinkWords& words, const Row& row, std::string_view heading);
  JsonValue NumberRecord(const edit::NumberWords& words) const;
  edit::KnownWords Known();
  void TellSimilarNames();

  // Rows of each sheet.
  void ReadTopics();
  void ReadActors();
  void ReadDocuments();
  void ReadStatements();
  void ReadHappened(const std::string& cell, const std::string& statement, const Row& row);
  void ReadPassages();
  void ReadLinks();
  void ReadNumbers();
  void ReadClaims();
  void ReadClaim(const Row& row, std::size_t place);
  void ReadRelationCells();
  void ReadRelations();
  void ReadEvents();
  void ReadQuestions();
  /// Sets the places of a changed text anew, if there is a base; else says what has become of them
  /// and returns false (import_relocate.cpp).
  bool Relocate(const Row& row, DocumentSource* source);
  void DraftTheLost();
  void AddDraft(Table table, const JsonValue& record, const std::vector<std::string>& without);
  std::optional<JsonValue> Participants(const std::string& cell, const Row& row,
                                        std::string_view heading);

  // Parts of a claim (import_claims.cpp); false: the cell cannot be read, and that was said.
  bool ReadPlaces(const Row& row, const DocumentSource* document, JsonValue* record);
  bool ReadChainCell(const Row& row, const DocumentSource* document, JsonValue* record);
  bool ReadAboutCell(const Row& row, JsonValue* record);
  bool ReadLevel(const Row& row, JsonValue* record);
  bool ReadWord(const Row& row, std::string_view heading, std::string_view field,
                const std::string_view* words, std::size_t count, JsonValue* record);
  bool CheckLevel(const Row& row, const JsonValue& record);
  /// The passages of a quote, new ones as records; none where the words are not there.
  std::optional<std::vector<std::string>> PlacesOf(const std::string& quote,
                                                   const DocumentSource& document, const Row& row,
                                                   std::string_view heading);
  std::string PassageAt(const locate::Place& place, const DocumentSource& document);
  const DocumentSource* DocumentNamed(const std::string& name) const;

  void Say(const Row& row, std::string_view heading, std::string rule, std::string remedy,
           bool note);
  void Error(const Row& row, std::string_view heading, std::string rule, std::string remedy) {
    Say(row, heading, std::move(rule), std::move(remedy), false);
  }
  void Note(const Row& row, std::string_view heading, std::string rule, std::string remedy) {
    Say(row, heading, std::move(rule), std::move(remedy), true);
  }

  const Book& book_;
  const ImportOptions& options_;
  const std::vector<Layout> layouts_ = Layouts();
  Imported out_;
  bool fatal_ = false;
  bool passages_read_ = false;

  std::map<std::string, std::map<std::string, std::size_t>> headings_;  ///< Of each sheet.
  std::map<std::string, std::vector<Row>> rows_;

  std::vector<JsonValue> tables_[kTableCount];
  std::map<std::string, std::pair<Table, std::size_t>> places_;  ///< Of records, by id.
  std::map<std::string, Origin> origins_;                        ///< Of records, by id.
  std::map<std::string, std::string> base_records_;              ///< JSON by id, of the base.
  std::set<std::string> taken_;
  JsonValue info_ = JsonValue::Object();
  JsonValue root_extensions_ = JsonValue::Object();
  JsonValue drafts_ = JsonValue::List();
  std::string coder_, initials_;

  Names actors_{Table::kActors, {}}, statements_{Table::kPropositions, {}},
      topics_{Table::kTopics, {}};
  std::vector<DocumentSource> documents_;
  std::map<std::string, std::string> claim_by_number_;  ///< "no." → id.
  struct RelationCell {
    std::string claim;
    Row row;
  };
  std::vector<RelationCell> relation_cells_;
  /// So that a row finds its place or link without a look at all of them; kept by `PutRecord`.
  std::map<std::string, std::string> passages_by_place_, links_by_content_;
  std::map<std::string, std::string> numbers_by_words_;  ///< What a cell says → id.
  std::set<std::string> claims_seen_;
  std::set<std::string> lost_;  ///< Passages that a changed text does not have any more.
};

}  // namespace proviso::sheets
