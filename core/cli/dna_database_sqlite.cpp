// The database of Discourse Network Analyzer, by SQLite.
// Source: DNA 2 and 3, the tables of their sample.dna.

#include <sqlite3.h>

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/cli/dna_database.h"
#include "core/cli/messages.h"
#include "core/exchange/dna.h"

namespace proviso::cli {
namespace {

/// So many steps of its machine a query may take, in thousands: seconds, and far more than a
/// database of a million statements needs. A view could go on for ever.
constexpr int kMostSteps = 400'000;

int CountSteps(void* left) { return --*static_cast<int*>(left) < 0 ? 1 : 0; }

struct Closes {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
  void operator()(sqlite3_stmt* query) const { sqlite3_finalize(query); }
};

Problem DatabaseProblem(const char* code, const std::string& what) {
  Problem problem = CallProblem("This is no database of DNA, or it is damaged: " + what + ".",
                                "Open it in DNA, save it again, or export the events as CSV.");
  problem.code = code;
  return problem;
}

/// A query and what it gives, row by row.
class Query {
 public:
  Query(sqlite3* database, const char* words) {
    sqlite3_stmt* query = nullptr;
    code_ = sqlite3_prepare_v2(database, words, -1, &query, nullptr);
    query_.reset(query);
  }
  bool Next() {
    if (code_ != SQLITE_OK) return false;
    const int step = sqlite3_step(query_.get());
    if (step != SQLITE_ROW && step != SQLITE_DONE) code_ = step;
    return step == SQLITE_ROW;
  }
  bool ok() const { return code_ == SQLITE_OK; }
  std::int64_t Number(int column) const { return sqlite3_column_int64(query_.get(), column); }
  std::string Text(int column) const {
    const unsigned char* text = sqlite3_column_text(query_.get(), column);
    const int size = sqlite3_column_bytes(query_.get(), column);
    return text == nullptr
               ? ""
               : std::string(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
  }

 private:
  std::unique_ptr<sqlite3_stmt, Closes> query_;
  int code_ = SQLITE_OK;
};

/// The day of a moment in seconds since 1970, as "2014-03-05 00:00:00".
std::string Moment(std::int64_t seconds) {
  std::int64_t days = seconds / 86'400 - (seconds % 86'400 < 0 ? 1 : 0) + 719'468;
  if (days < 0 || days > 4'000'000) return "";
  const std::int64_t era = days / 146'097;
  const auto doe = static_cast<int>(days - era * 146'097);
  const int yoe = (doe - doe / 1460 + doe / 36'524 - doe / 146'096) / 365;
  const int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const int mp = (5 * doy + 2) / 153;
  const int month = mp < 10 ? mp + 3 : mp - 9;
  const int day = doy - (153 * mp + 2) / 5 + 1;
  const auto year = static_cast<int>(yoe + era * 400) + (month <= 2 ? 1 : 0);
  char text[48];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d 00:00:00", year, month, day);
  return text;
}

std::optional<std::uint32_t> Offset(std::int64_t value) {
  if (value < 0 || value > 0xFFFFFFFF) return std::nullopt;
  return static_cast<std::uint32_t>(value);
}

}  // namespace

Result<exchange::Taken> ReadDnaDatabase(std::string_view bytes,
                                        const exchange::TakeOptions& options) {
  sqlite3* opened = nullptr;
  if (sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK) {
    sqlite3_close(opened);
    return DatabaseProblem("call", "SQLite does not open");
  }
  const std::unique_ptr<sqlite3, Closes> database(opened);
  sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  // SQLite wants the bytes as its own.
  auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size()));
  if (copy == nullptr) return DatabaseProblem("limit", "there is too little memory");
  std::memcpy(copy, bytes.data(), bytes.size());
  const auto size = static_cast<sqlite3_int64>(bytes.size());
  if (sqlite3_deserialize(opened, "main", copy, size, size,
                          SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY) !=
      SQLITE_OK)
    return DatabaseProblem("syntax", "SQLite cannot read it");
  int left = kMostSteps;
  sqlite3_progress_handler(opened, 1000, CountSteps, &left);
  const auto problem = [&] {
    return DatabaseProblem(left < 0 ? "limit" : "syntax",
                           left < 0 ? "it takes too long" : sqlite3_errmsg(opened));
  };

  // DNA 2 keeps words where DNA 3 has the numbers of entities, and counts time in milliseconds.
  Query newer(opened, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'ENTITIES'");
  const bool second = !newer.Next() && newer.ok();
  if (!newer.ok()) return problem();

  struct Source {
    std::string title, author, source, section, type, time;
  };
  std::map<std::int64_t, Source> sources;
  std::map<std::string, std::string> documents;
  Query texts(opened,
              "SELECT ID, Title, Text, Author, Source, Section, Type, Date FROM DOCUMENTS "
              "ORDER BY ID");
  while (texts.Next()) {
    sources[texts.Number(0)] = {texts.Text(1), texts.Text(3),
                                texts.Text(4), texts.Text(5),
                                texts.Text(6), Moment(texts.Number(7) / (second ? 1000 : 1))};
    documents.emplace(std::to_string(texts.Number(0)), texts.Text(2));
  }
  if (!texts.ok()) return problem();

  std::map<std::int64_t, exchange::DnaStatement> statements;
  Query found(opened,
              "SELECT s.ID, s.DocumentId, s.Start, s.Stop, c.Name FROM STATEMENTS s "
              "LEFT JOIN CODERS c ON c.ID = s.Coder ORDER BY s.ID");
  while (found.Next()) {
    exchange::DnaStatement& one = statements[found.Number(0)];
    one.id = std::to_string(found.Number(0));
    one.start = Offset(found.Number(2));
    one.stop = Offset(found.Number(3));
    one.coder = found.Text(4);
    const auto source = sources.find(found.Number(1));
    if (source == sources.end()) continue;
    one.document_id = std::to_string(found.Number(1));
    one.time = source->second.time;
    one.document = source->second.title;
    one.author = source->second.author;
    one.source = source->second.source;
    one.section = source->second.section;
    one.type = source->second.type;
  }
  if (!found.ok()) return problem();

  Query words(opened, second ? "SELECT d.StatementId, v.Variable, d.Value FROM DATASHORTTEXT d "
                               "JOIN VARIABLES v ON v.ID = d.VariableId"
                             : "SELECT d.StatementId, v.Variable, e.Value FROM DATASHORTTEXT d "
                               "JOIN VARIABLES v ON v.ID = d.VariableId "
                               "JOIN ENTITIES e ON e.ID = d.Entity");
  while (words.Next()) {
    const auto one = statements.find(words.Number(0));
    if (one == statements.end()) continue;
    const std::string variable = words.Text(1);
    if (variable == "person") one->second.person = words.Text(2);
    if (variable == "organization") one->second.organization = words.Text(2);
    if (variable == "concept") one->second.concept_name = words.Text(2);
  }
  if (!words.ok()) return problem();
  Query sides(opened,
              "SELECT d.StatementId, v.Variable, d.Value FROM DATABOOLEAN d "
              "JOIN VARIABLES v ON v.ID = d.VariableId");
  while (sides.Next()) {
    const auto one = statements.find(sides.Number(0));
    if (one != statements.end() && sides.Text(1) == "agreement")
      one->second.agreement = sides.Number(2) != 0;
  }
  if (!sides.ok()) return problem();

  std::vector<exchange::DnaStatement> list;
  for (auto& [id, one] : statements) list.push_back(std::move(one));
  return exchange::TakeDna(list, documents, options, "a database of DNA");
}

}  // namespace proviso::cli
