#include "core/sheets/importer.h"

#include <algorithm>

#include "core/edit/line.h"
#include "core/io/patterns.h"
#include "core/io/report.h"
#include "core/io/save.h"

namespace proviso::sheets {

using io::Quote;

// --- Rows --------------------------------------------------------------------------------------

std::string Row::operator[](std::string_view heading) const {
  const auto column = columns_->find(std::string(heading));
  const auto& cells = sheet_->rows[index_];
  if (column == columns_->end() || column->second >= cells.size()) return "";
  std::string_view cell = edit::Trimmed(cells[column->second]);
  if (cell.size() > 1 && cell[0] == '\'' &&
      std::string_view("=+-@\t\r'").find(cell[1]) != std::string_view::npos)
    cell.remove_prefix(1);
  return std::string(cell);
}

bool Row::empty() const {
  const auto& cells = sheet_->rows[index_];
  const bool numbered = columns_->count("no.") > 0;
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (!edit::Trimmed(cells[i]).empty() && !(numbered && i == columns_->at("no."))) return false;
  return true;
}

std::string Row::CellOf(std::string_view heading) const {
  const auto column = columns_->find(std::string(heading));
  return column == columns_->end() ? "" : CellName(column->second, index_);
}

// --- The frame ---------------------------------------------------------------------------------

Importer::Importer(const Book& book, const ImportOptions& options)
    : book_(book), options_(options) {
  out_.problems = book.notes;
}

void Importer::Say(const Row& row, std::string_view heading, std::string rule, std::string remedy,
                   bool note) {
  CellProblem& problem = out_.problems.emplace_back();
  problem.sheet = row.sheet();
  problem.cell = row.CellOf(heading);
  problem.problem.code = "sheet";
  problem.problem.rule = std::move(rule);
  problem.problem.remedy = std::move(remedy);
  problem.note = note;
}

void Importer::ReadRows() {
  for (const Sheet& sheet : book_.sheets) {
    const Layout* layout = FindLayout(layouts_, sheet.name);
    const auto note = [&](std::size_t column, std::string rule, std::string remedy) {
      CellProblem& problem = out_.problems.emplace_back();
      problem.sheet = sheet.name;
      problem.cell = CellName(column, 0);
      problem.problem = {"sheet", "", 0, 0, std::move(rule), std::move(remedy)};
      problem.note = true;
    };
    if (layout == nullptr) {
      note(0, "The sheet " + Quote(sheet.name) + " is not known; it is not read.",
           "Take it out, or give it one of the names that the empty workbook has.");
      continue;
    }
    if (sheet.rows.empty()) continue;
    auto& columns = headings_[sheet.name];
    for (std::size_t i = 0; i < sheet.rows[0].size(); ++i) {
      const std::string heading(edit::Trimmed(sheet.rows[0][i]));
      if (heading.empty()) continue;
      const bool known =
          heading == "more" || heading.substr(0, 2) == "x-" ||
          (sheet.name == "documents" && (heading == "sha256" || heading == "codePoints")) ||
          std::any_of(layout->columns.begin(), layout->columns.end(),
                      [&heading](const Column& column) { return column.heading == heading; });
      if (!known)
        note(i, "There is no column " + Quote(heading) + " in " + sheet.name + "; it is not read.",
             "Correct the heading; columns of your own begin with x-.");
      else if (!columns.emplace(heading, i).second)
        note(i, "The heading " + Quote(heading) + " stands twice; the first one counts.",
             "Take the other out.");
    }
    for (std::size_t r = 1; r < sheet.rows.size(); ++r) {
      const auto& cells = sheet.rows[r];
      if (!cells.empty() && !edit::Trimmed(cells[0]).empty() && edit::Trimmed(cells[0])[0] == '(')
        continue;
      const Row row(sheet, r, columns);
      if (!row.empty()) rows_[sheet.name].push_back(row);
    }
  }
}

void Importer::ReadBase() {
  if (options_.base == nullptr) return;
  const std::optional<JsonValue> root = io::ReadJson(io::Save(*options_.base));
  if (!root) return;
  for (std::size_t t = 0; t < kTableCount; ++t) {
    const auto table = static_cast<Table>(t);
    const JsonValue* records = root->Find(Word(table));
    if (records == nullptr) continue;
    for (const JsonValue& record : records->items()) {
      base_records_.emplace(record.TextOf("id"), record.Write());
      PutRecord(table, record, nullptr);
      LearnRecord(table, record);
      if (table == Table::kQuantities) {
        JsonValue said = record;
        said.Set("id", "");
        numbers_by_words_.emplace(said.Write(), record.TextOf("id"));
      }
    }
  }
  if (const JsonValue* info = root->Find("dataset")) info_ = *info;
  for (const JsonValue::Member& member : root->members()) {
    if (member.first == "x-drafts" && member.second.is_list()) {
      for (const JsonValue& draft : member.second.items()) {
        taken_.insert(std::string(draft.TextOf("id")));
        drafts_.Add(draft);
      }
    } else if (member.first.substr(0, 2) == "x-") {
      root_extensions_.Set(member.first, member.second);
    }
  }
}

JsonValue* Importer::FindRecord(std::string_view id) {
  const auto place = places_.find(std::string(id));
  return place == places_.end() ? nullptr : &Records(place->second.first)[place->second.second];
}

void Importer::PutRecord(Table table, JsonValue record, const Row* row) {
  const std::string id(record.TextOf("id"));
  if (row != nullptr) origins_[id] = {row->sheet(), row->index()};
  taken_.insert(id);
  const auto place = places_.find(id);
  if (place != places_.end() && place->second.first == table) {
    Forget(table, Records(table)[place->second.second]);
    Remember(table, record);
    Records(table)[place->second.second] = std::move(record);
    return;
  }
  Remember(table, record);
  places_[id] = {table, Records(table).size()};
  Records(table).push_back(std::move(record));
}

void Importer::Remember(Table table, const JsonValue& record) {
  const std::string id(record.TextOf("id"));
  if (table == Table::kPassages) passages_by_place_.emplace(PlaceKey(record), id);
  if (table == Table::kConditions) links_by_content_.emplace(LinkKey(record), id);
}

void Importer::Forget(Table table, const JsonValue& record) {
  const auto forget = [&record](std::map<std::string, std::string>* ids, const std::string& key) {
    const auto at = ids->find(key);
    if (at != ids->end() && at->second == record.TextOf("id")) ids->erase(at);
  };
  if (table == Table::kPassages) forget(&passages_by_place_, PlaceKey(record));
  if (table == Table::kConditions) forget(&links_by_content_, LinkKey(record));
}

std::string Importer::PlaceKey(const JsonValue& passage) {
  std::string key(passage.TextOf("document"));
  for (const char* field : {"start", "end"})
    if (const JsonValue* value = passage.Find(field)) key += ' ' + value->text();
  return key;
}

std::string Importer::NextId(Table table) {
  std::uint64_t number = Records(table).size() + 1;
  std::string id = edit::NumberedId(table, initials_, number);
  while (Taken(id)) id = edit::NumberedId(table, initials_, ++number);
  return id;
}

std::string Importer::RowId(const Row& row, Table table, std::string_view words) {
  const std::string given = row["id"];
  if (!given.empty()) {
    if (io::Matches(io::Pattern::kId, given)) return given;
    Error(row, "id", Quote(given) + " is no id.", "Leave the cell empty; ids are filled in.");
  }
  if (words.empty()) return NextId(table);
  return edit::MakeId(table, words, [this](const std::string& id) { return Taken(id); });
}

void Importer::AddRest(const Row& row, JsonValue* record) {
  for (const auto& [heading, column] : row.columns()) {
    const std::string cell = row[heading];
    if (cell.empty()) continue;
    if (heading.substr(0, 2) == "x-") {
      const std::optional<JsonValue> value = io::ReadJson(cell);
      record->Set(heading, value ? *value : JsonValue(cell));
    } else if (heading == "more") {
      const std::optional<JsonValue> more = io::ReadJson(cell);
      if (!more || !more->is_object()) {
        Error(row, "more", "What stands here is no JSON object.",
              "Leave it as the export wrote it, or empty the cell.");
        continue;
      }
      for (const JsonValue::Member& member : more->members()) {
        if (member.second.is_null())
          record->Erase(member.first);
        else
          record->Set(member.first, member.second);
      }
    }
  }
}

bool Importer::ReadDatasetFields() {
  static constexpr std::string_view kTexts[] = {"id",      "title",   "rights", "note",
                                                "version", "licence", "doi"};
  JsonValue coding = JsonValue::Object();
  if (const JsonValue* base = info_.Find("coding")) coding = *base;
  std::vector<std::string> coders;
  const Row* start = nullptr;
  for (const Row& row : rows_["dataset"]) {
    const std::string field = row["field"], value = row["value"];
    if (value.empty()) continue;
    if (std::find(std::begin(kTexts), std::end(kTexts), field) != std::end(kTexts)) {
      info_.Set(field, value);
    } else if (field == "coders") {
      coders = edit::SplitWords(value, ';');
    } else if (field == "protocol" || field == "finished") {
      coding.Set(field, value);
    } else if (field == "start") {
      start = &row;
    } else if (field == "keywords") {
      info_.Set(field, JsonValue::List(edit::SplitWords(value, ';')));
    } else if (field == "creators") {
      JsonValue makers = JsonValue::List();
      for (const std::string& name : edit::SplitWords(value, ';'))
        makers.Add(JsonValue::Object()).Set("name", name);
      info_.Set(field, std::move(makers));
    } else if (field == "more" || field.substr(0, 2) == "x-") {
      const std::optional<JsonValue> json = io::ReadJson(value);
      if (!json || (field == "more" && !json->is_object())) {
        Error(row, "value", "What stands here is no JSON.", "Leave it as the export wrote it.");
        fatal_ = true;
      } else if (field == "more") {
        for (const JsonValue::Member& member : json->members()) {
          if (member.second.is_null())
            info_.Erase(member.first);
          else if (member.first == "coding")
            coding = member.second;
          else
            info_.Set(member.first, member.second);
        }
      } else if (field == "x-drafts") {
        for (const JsonValue& draft : json->items()) {
          taken_.insert(std::string(draft.TextOf("id")));
          drafts_.Add(draft);
        }
      } else {
        root_extensions_.Set(field, *json);
      }
    } else if (field != "language of the cells") {
      Note(row, "field", "There is no field " + Quote(field) + " of a dataset; it is not read.",
           "Correct its name.");
    }
  }
  if (coders.empty() && coding.Find("coders") != nullptr)
    for (const JsonValue& coder : coding.Find("coders")->items()) coders.push_back(coder.text());
  if (coders.empty() && !options_.coder.empty()) coders.push_back(options_.coder);
  coder_ = !options_.coder.empty() ? options_.coder : coders.size() == 1 ? coders[0] : "";
  if (coder_ == "unnamed") coder_.clear();
  initials_ = edit::Initials(coder_);
  if (coders.empty()) coders.push_back("unnamed");
  coding.Set("scale", "modality-1");
  coding.Set("coders", JsonValue::List(coders));
  info_.Set("coding", std::move(coding));
  if (info_.Find("version") == nullptr) info_.Set("version", "1.0");
  // A statement can be looked up only once the statements are known.
  if (start != nullptr) info_.Set("start", JsonValue::Object()).Set("row", (*start)["value"]);
  return !fatal_;
}

Imported Importer::Run() {
  ReadRows();
  ReadBase();
  if (rows_.empty() && options_.base == nullptr) {
    CellProblem& problem = out_.problems.emplace_back();
    problem.problem = {"sheet",
                       "",
                       0,
                       0,
                       "There are no rows of a coding sheet here.",
                       "Fill in the sheets that “proviso new” makes."};
    return std::move(out_);
  }
  ReadDatasetFields();
  ReadTopics();
  ReadActors();
  ReadDocuments();
  if (fatal_) return std::move(out_);
  ReadPassages();
  ReadStatements();
  ReadLinks();
  ReadNumbers();
  ReadClaims();
  ReadRelationCells();
  ReadRelations();
  ReadEvents();
  ReadQuestions();
  TellSimilarNames();
  DraftTheLost();
  if (!fatal_) Finish();
  return std::move(out_);
}

void Importer::Finish() {
  if (JsonValue* start = info_.Find("start"); start != nullptr && start->is_object()) {
    const std::string words(start->TextOf("row"));
    for (const Row& row : rows_["dataset"])
      if (row["field"] == "start") info_.Set("start", Statement(words, row, "value"));
  }
  if (info_.TextOf("title").empty() && !Records(Table::kDocuments).empty())
    info_.Set("title", JsonValue(Records(Table::kDocuments)[0].TextOf("title")));
  if (info_.TextOf("id").empty()) {
    std::string id = edit::MakeId(Table::kPropositions, info_.TextOf("title"),
                                  [](const std::string&) { return false; });
    info_.Set("id", id);
  }
  for (int round = 0; round < 8; ++round) {
    Result<io::Loaded> loaded = LoadRoot();
    if (loaded.ok()) {
      out_.bytes = io::Save(loaded->dataset);
      TellWarnings(loaded->warnings);
      out_.loaded = std::move(*loaded);
      Count();
      return;
    }
    if (!TakeOutBroken(loaded.problems())) return;
  }
}

Result<io::Loaded> Importer::LoadRoot() {
  JsonValue root = JsonValue::Object();
  root.Set("format", "claims-dataset");
  root.Set("formatVersion", "1.1");
  root.Set("dataset", info_);
  for (std::size_t t = 0; t < kTableCount; ++t) {
    if (tables_[t].empty() && t >= static_cast<std::size_t>(Table::kRelations)) continue;
    JsonValue& list = root.Set(kWords<Table>[t], JsonValue::List());
    list.items() = tables_[t];
  }
  for (const JsonValue::Member& member : root_extensions_.members())
    root.Set(member.first, member.second);
  if (!drafts_.items().empty()) root.Set("x-drafts", drafts_);
  return io::Load(root.Write(), options_.limits);
}

/// The record that a pointer leads to, and the cell that gave its field.
std::string Importer::PlaceOf(const Problem& problem, std::string* cell) const {
  cell->clear();
  std::string_view pointer = problem.pointer;
  if (pointer.empty()) return "";
  pointer.remove_prefix(1);
  const std::size_t slash = pointer.find('/');
  const std::optional<Table> table = ParseWord<Table>(pointer.substr(0, slash));
  if (!table || slash == pointer.npos) return "";
  pointer.remove_prefix(slash + 1);
  const std::size_t end = std::min(pointer.find('/'), pointer.size());
  std::size_t index = 0;
  for (const char c : pointer.substr(0, end))
    index = index * 10 + static_cast<std::size_t>(c - '0');
  const auto& records = tables_[static_cast<std::size_t>(*table)];
  if (index >= records.size()) return "";
  const std::string id(records[index].TextOf("id"));
  const auto origin = origins_.find(id);
  if (origin == origins_.end()) return id;
  std::string_view field = end < pointer.size() ? pointer.substr(end + 1) : "";
  field = field.substr(0, field.find('/'));
  const Layout* layout = FindLayout(layouts_, origin->second.sheet);
  const auto headings = headings_.find(origin->second.sheet);
  if (layout == nullptr || headings == headings_.end()) return id;
  std::size_t column = 0;
  for (const Column& one : layout->columns) {
    const auto at = headings->second.find(std::string(one.heading));
    if (one.field == field && at != headings->second.end()) {
      column = at->second;
      break;
    }
  }
  *cell = CellName(column, origin->second.row);
  return id;
}

bool Importer::TakeOutBroken(const std::vector<Problem>& problems) {
  std::map<std::string, std::string> broken;  // Ids, and the sheet they are from.
  bool others = false;
  for (const Problem& problem : problems) {
    CellProblem said;
    said.problem = problem;
    const std::string id = PlaceOf(problem, &said.cell);
    const auto origin = origins_.find(id);
    if (origin != origins_.end()) said.sheet = origin->second.sheet;
    out_.problems.push_back(said);
    const auto place = places_.find(id);
    const bool claim = place != places_.end() && (place->second.first == Table::kClaims ||
                                                  place->second.first == Table::kRelations);
    if (claim)
      broken.emplace(id, said.sheet);
    else
      others = true;
  }
  if (others || broken.empty()) return false;
  for (const auto& [id, sheet] : broken) {
    auto& records = Records(places_[id].first);
    const auto at = std::find_if(records.begin(), records.end(), [id = id](const JsonValue& one) {
      return one.TextOf("id") == id;
    });
    JsonValue& draft = drafts_.Add(JsonValue::Object());
    if (base_records_.count(id) > 0) {
      draft.Set("of", id);
    } else {
      draft.Set("id", id);
    }
    draft.Set("table", JsonValue(Word(places_[id].first)));
    JsonValue record = *at;
    record.Erase("id");
    draft.Set("record", std::move(record));
    const auto base = base_records_.find(id);
    if (base != base_records_.end()) {
      *at = *io::ReadJson(base->second);
    } else {
      records.erase(at);
    }
    if (places_[id].first == Table::kClaims) claims_seen_.erase(id);
  }
  // Places have moved.
  for (std::size_t t = 0; t < kTableCount; ++t)
    for (std::size_t i = 0; i < tables_[t].size(); ++i)
      places_[std::string(tables_[t][i].TextOf("id"))] = {static_cast<Table>(t), i};
  // What related to them cannot stand either.
  auto& relations = Records(Table::kRelations);
  for (std::size_t i = 0; i < relations.size();) {
    const bool lost = broken.count(std::string(relations[i].TextOf("from"))) > 0 ||
                      broken.count(std::string(relations[i].TextOf("to"))) > 0;
    if (!lost || base_records_.count(std::string(relations[i].TextOf("id"))) > 0) {
      ++i;
      continue;
    }
    JsonValue& draft = drafts_.Add(JsonValue::Object());
    draft.Set("id", JsonValue(relations[i].TextOf("id")));
    draft.Set("table", "relations");
    JsonValue record = relations[i];
    record.Erase("id");
    draft.Set("record", std::move(record));
    relations.erase(relations.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return true;
}

void Importer::TellWarnings(const Warnings& warnings) {
  for (const Problem& problem : warnings) {
    CellProblem& said = out_.problems.emplace_back();
    said.problem = problem;
    said.note = true;
    const std::string id = PlaceOf(problem, &said.cell);
    const auto origin = origins_.find(id);
    if (origin != origins_.end()) said.sheet = origin->second.sheet;
  }
}

void Importer::Count() {
  out_.rows = rows_["claims"].size();
  out_.claims = claims_seen_.size();
  out_.drafts = out_.rows > out_.claims ? out_.rows - out_.claims : 0;
  const std::optional<JsonValue> root = io::ReadJson(out_.bytes);
  if (!root) return;
  for (const JsonValue& claim : root->Find("claims")->items()) {
    const std::string id(claim.TextOf("id"));
    const auto base = base_records_.find(id);
    if (base == base_records_.end())
      ++out_.added;
    else if (claims_seen_.count(id) == 0)
      ++out_.left;
    else if (base->second == claim.Write())
      ++out_.unchanged;
    else
      ++out_.replaced;
  }
}

Imported ImportBook(const Book& book, const ImportOptions& options) {
  return Importer(book, options).Run();
}

}  // namespace proviso::sheets
