// proviso list: the records of one table, all or those that some claims need.

#include <utility>

#include "core/cli/columns.h"
#include "core/cli/messages.h"
#include "core/cli/open.h"
#include "core/cli/records.h"
#include "core/cli/where.h"
#include "core/io/csv.h"
#include "core/view/wording.h"

namespace proviso::cli {

int RunList(const ListOptions& options, const Console& console) {
  const bool json = options.common.json;
  const auto table = ParseWord<Table>(options.table);
  if (!table)
    return Refuse(
        console,
        CallProblem("There is no table " + view::Quoted(options.table) + ".",
                    MeantWords(options.table, {kWords<Table>.begin(), kWords<Table>.end()})),
        json);
  Opened<Dataset> dataset = OpenDataset(options.common, console);
  if (!dataset.value) return dataset.exit_code;
  const query::FacetTable facets(*dataset.value);
  const auto filter = ParseWhere(*dataset.value, facets, options.where);
  if (!filter.ok()) return Refuse(console, filter.problems()[0], json);
  const auto records = FindRecords(*dataset.value, facets, *table, *filter);
  if (!records.ok()) return Refuse(console, records.problems()[0], json);
  if (json) {
    Print(console, RecordsJson(*dataset.value, *table, *records));
    return kFine;
  }
  if (options.csv) {
    console.out(io::SaveCsv(*dataset.value, *table, *records));
    return kFine;
  }
  if (records->empty()) {
    console.err("No record passes.\n");
    return kFine;
  }
  const view::Library library(std::move(*dataset.value));
  Columns rows(HeadingsOf(*table));
  for (const std::uint32_t i : *records) rows.Add(CellsOf(library, {*table, i}));
  rows.Print(console);
  return kFine;
}

}  // namespace proviso::cli
