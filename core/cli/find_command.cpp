// proviso find: full-text search over the records' own words.

#include <algorithm>
#include <set>
#include <utility>

#include "core/cli/columns.h"
#include "core/cli/messages.h"
#include "core/cli/open.h"
#include "core/cli/records.h"
#include "core/cli/shape.h"
#include "core/cli/where.h"
#include "core/query/search.h"
#include "core/query/searched_text.h"
#include "core/voice/voice.h"
#include "core/wire/report_json.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

void KeepPassing(const Dataset& dataset, const query::FacetTable& facets,
                 const query::ClaimFilter& filter, std::vector<query::Hit>* hits) {
  std::set<RecordRef> passing;
  for (std::size_t i = 0; i < kTableCount; ++i) {
    const auto table = static_cast<Table>(i);
    const auto records = FindRecords(dataset, facets, table, filter);
    if (records.ok())  // No claim needs a question.
      for (const std::uint32_t record : *records) passing.insert({table, record});
  }
  hits->erase(std::remove_if(hits->begin(), hits->end(),
                             [&](const query::Hit& hit) { return passing.count(hit.record) == 0; }),
              hits->end());
}

/// The records that were found, in the order of `hits`, in the shape that is asked for.
std::vector<Json> RecordsOf(const Dataset& dataset, const Shape& shape,
                            const std::vector<query::Hit>& hits) {
  std::vector<Json> shaped(hits.size());
  for (std::size_t i = 0; i < kTableCount; ++i) {
    const auto table = static_cast<Table>(i);
    std::vector<std::uint32_t> records;
    std::vector<std::size_t> places;
    for (std::size_t k = 0; k < hits.size(); ++k) {
      if (hits[k].record.table != table) continue;
      records.push_back(hits[k].record.index);
      places.push_back(k);
    }
    if (records.empty()) continue;
    const Json rows = RecordsJson(dataset, table, records);
    const Shaper shaper(dataset, table, shape);
    for (std::size_t k = 0; k < places.size(); ++k) shaped[places[k]] = shaper.Shaped(rows[k]);
  }
  return shaped;
}

/// Adds what `--fields` names to each hit; `--expand` alone adds the whole record.
void AddFields(const Dataset& dataset, const Shape& shape, const std::vector<query::Hit>& hits,
               Json* out) {
  if (shape.fields.empty() && !shape.expand) return;
  const std::vector<Json> records = RecordsOf(dataset, shape, hits);
  for (std::size_t i = 0; i < records.size(); ++i)
    for (const auto& [name, value] : records[i].items())
      if (!(*out)[i].contains(name)) (*out)[i][name] = value;
}

void PrintColumns(const Dataset& dataset, const FindOptions& options, std::string_view query,
                  const std::vector<query::Hit>& hits, const Console& console) {
  std::vector<std::string> headings{"table", "id"};
  headings.insert(headings.end(), options.fields.begin(), options.fields.end());
  headings.emplace_back("words");
  Columns rows(std::move(headings));
  const std::vector<Json> records =
      options.fields.empty() ? std::vector<Json>(hits.size())
                             : RecordsOf(dataset, {options.fields, options.expand}, hits);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const RecordRef record = hits[i].record;
    std::vector<std::string> cells{std::string(Word(record.table)),
                                   std::string(dataset.IdOf(record))};
    for (const std::string& field : options.fields)
      cells.push_back(records[i].contains(field) ? CellWords(records[i][field]) : std::string());
    std::string words = view::NameOf(dataset, record);
    for (const Text keyword : query::FoundKeywords(dataset, record, query))
      words += " (keyword: " + std::string(keyword) + ")";
    cells.push_back(std::move(words));
    rows.Add(cells);
  }
  rows.Print(console);
}

}  // namespace

int RunFind(const FindOptions& options, const Console& console) {
  const bool json = options.common.json;
  const std::vector<std::string> words(kWords<Table>.begin(), kWords<Table>.end());
  std::vector<Table> tables;
  for (const std::string& word : options.tables) {
    const auto table = ParseWord<Table>(word);
    if (!table)
      return Refuse(
          console,
          CallProblem("There is no table " + view::Quoted(word) + ".", MeantWords(word, words)),
          json);
    tables.push_back(*table);
  }
  if (tables.empty())
    for (std::size_t i = 0; i < kTableCount; ++i) tables.push_back(static_cast<Table>(i));
  if (const auto problem = CheckFields(options.fields, tables))
    return Refuse(console, *problem, json);
  const Opened<Dataset> dataset = OpenDataset(options.common, console);
  if (!dataset.value) return dataset.exit_code;
  const query::FacetTable facets(*dataset.value);
  const auto filter = ParseWhere(*dataset.value, facets, options.where);
  if (!filter.ok()) return Refuse(console, filter.problems()[0], json);
  std::string query;
  for (const std::string& word : options.words) query += (query.empty() ? "" : " ") + word;
  const query::SearchIndex search(*dataset.value, tables);
  std::vector<query::Hit> hits =
      search.Find(query, filter->empty() ? options.limit : dataset.value->id_slots.size());
  const bool found = !hits.empty();
  if (!filter->empty()) KeepPassing(*dataset.value, facets, *filter, &hits);
  if (hits.size() > options.limit) hits.resize(options.limit);
  const std::string nearest = found ? std::string() : search.Nearest(query);
  if (json || options.jsonl) {
    Json report = Json::parse(view::HitsJson(*dataset.value, query, hits, nearest));
    AddFields(*dataset.value, {options.fields, options.expand}, hits, &report["hits"]);
    if (options.jsonl)
      PrintLines(console, report["hits"]);
    else
      Print(console, report);
    return hits.empty() ? kNothingFound : kFine;
  }
  if (hits.empty()) {
    console.err("Nothing found for " + view::Quoted(query) +
                (found ? " that passes --where." : ".") +
                (nearest.empty() ? "" : " Nearest: " + view::Quoted(nearest) + ".") + "\n");
    return kNothingFound;
  }
  PrintColumns(*dataset.value, options, query, hits, console);
  return kFine;
}

}  // namespace proviso::cli
