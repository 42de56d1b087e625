// proviso list: the records of one table, all or those that some claims need.

#include <utility>

#include "core/cli/columns.h"
#include "core/cli/messages.h"
#include "core/cli/open.h"
#include "core/cli/records.h"
#include "core/cli/shape.h"
#include "core/cli/where.h"
#include "core/io/csv.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

Json ListedJson(const Dataset& dataset, Table table, const query::ClaimFilter& filter,
                const ListOptions& options, const std::vector<std::uint32_t>& rows) {
  Json list = Json::array();
  const Shaper shaper(dataset, table, {options.fields, options.expand});
  const Json records = RecordsJson(dataset, table, rows);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Json record = shaper.Shaped(records[i]);
    if (options.expand && table == Table::kClaims)
      if (const std::string near = NearWords(dataset, filter, dataset.claims[rows[i]]);
          !near.empty())
        record["near"] = near;
    list.push_back(std::move(record));
  }
  return list;
}

/// The usual columns, or those that `--fields` names. Claims that pass because they are about
/// something near say so in a column of their own.
void PrintColumns(const view::Library& library, Table table, const query::ClaimFilter& filter,
                  const ListOptions& options, const std::vector<std::uint32_t>& rows,
                  const Console& console) {
  const Dataset& dataset = library.dataset;
  std::vector<std::string> headings = options.fields.empty() ? HeadingsOf(table) : options.fields;
  const bool near = table == Table::kClaims &&
                    !filter.values[static_cast<std::size_t>(query::Facet::kProposition)].empty();
  if (near) headings.insert(headings.end() - 1, "near");
  Columns columns(std::move(headings));
  const Shaper shaper(dataset, table, {options.fields, options.expand});
  const Json records = options.fields.empty() ? Json::array() : RecordsJson(dataset, table, rows);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::vector<std::string> cells;
    if (options.fields.empty()) {
      cells = CellsOf(library, {table, rows[i]}, options.expand);
    } else {
      const Json record = shaper.Shaped(records[i]);
      for (const std::string& field : options.fields)
        cells.push_back(record.contains(field) ? CellWords(record[field]) : std::string());
    }
    if (near) cells.insert(cells.end() - 1, NearWords(dataset, filter, dataset.claims[rows[i]]));
    columns.Add(cells);
  }
  columns.Print(console);
}

}  // namespace

int RunList(const ListOptions& options, const Console& console) {
  const bool json = options.common.json;
  const auto table = ParseWord<Table>(options.table);
  if (!table)
    return Refuse(
        console,
        CallProblem("There is no table " + view::Quoted(options.table) + ".",
                    MeantWords(options.table, {kWords<Table>.begin(), kWords<Table>.end()})),
        json);
  if (const auto problem = CheckFields(options.fields, {*table}))
    return Refuse(console, *problem, json);
  Opened<Dataset> dataset = OpenDataset(options.common, console);
  if (!dataset.value) return dataset.exit_code;
  const query::FacetTable facets(*dataset.value);
  const auto filter = ParseWhere(*dataset.value, facets, options.where);
  if (!filter.ok()) return Refuse(console, filter.problems()[0], json);
  auto records = FindRecords(*dataset.value, facets, *table, *filter);
  if (!records.ok()) return Refuse(console, records.problems()[0], json);
  std::vector<std::uint32_t> rows = *std::move(records);
  // A CSV file is for programs, and keeps the order of the dataset as all exports do.
  if (!options.csv) SortForListing(*dataset.value, *table, &rows);
  const std::size_t all = rows.size();
  if (options.limit > 0 && rows.size() > options.limit) rows.resize(options.limit);
  if (json || options.jsonl) {
    const Json list = ListedJson(*dataset.value, *table, *filter, options, rows);
    if (options.jsonl)
      PrintLines(console, list);
    else
      Print(console, list);
    return kFine;
  }
  if (options.csv) {
    console.out(io::SaveCsv(*dataset.value, *table, rows, options.fields));
    return kFine;
  }
  if (rows.empty()) {
    console.err("No record passes.\n");
    return kFine;
  }
  PrintColumns(view::Library(std::move(*dataset.value)), *table, *filter, options, rows, console);
  if (rows.size() < all)
    console.err(std::to_string(rows.size()) + " of " + std::to_string(all) + " records.\n");
  return kFine;
}

}  // namespace proviso::cli
