// proviso find: full-text search over the records' own words.

#include "core/cli/columns.h"
#include "core/cli/messages.h"
#include "core/cli/open.h"
#include "core/query/search.h"
#include "core/view/report_json.h"
#include "core/view/voice_model.h"
#include "core/view/wording.h"

namespace proviso::cli {
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
  const Opened<Dataset> dataset = OpenDataset(options.common, console);
  if (!dataset.value) return dataset.exit_code;
  std::string query;
  for (const std::string& word : options.words) query += (query.empty() ? "" : " ") + word;
  const query::SearchIndex search(*dataset.value, tables);
  const std::vector<query::Hit> hits = search.Find(query, options.limit);
  const std::string nearest = hits.empty() ? search.Nearest(query) : std::string();
  if (json) {
    Print(console, Json::parse(view::HitsJson(*dataset.value, query, hits, nearest)));
    return kFine;
  }
  if (hits.empty()) {
    console.err("Nothing found for " + view::Quoted(query) + "." +
                (nearest.empty() ? "" : " Nearest: " + nearest + ".") + "\n");
    return kFine;
  }
  Columns rows({"table", "id", "words"});
  for (const query::Hit& hit : hits)
    rows.Add({std::string(Word(hit.record.table)), std::string(dataset.value->IdOf(hit.record)),
              view::NameOf(*dataset.value, hit.record)});
  rows.Print(console);
  return kFine;
}

}  // namespace proviso::cli
