// proviso find: full-text search over the records' own words.

#include <utility>

#include "core/cli/columns.h"
#include "core/cli/messages.h"
#include "core/cli/open.h"
#include "core/query/search.h"
#include "core/view/session.h"
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
  Opened<Dataset> dataset = OpenDataset(options.common, console);
  if (!dataset.value) return dataset.exit_code;
  std::string query;
  for (const std::string& word : options.words) query += (query.empty() ? "" : " ") + word;
  const view::Library library(std::move(*dataset.value));
  const query::SearchIndex search(library.dataset, tables);
  const std::vector<query::Hit> hits = search.Find(query, options.limit);
  const std::string nearest = hits.empty() ? search.Nearest(query) : std::string();
  if (json) {
    Json list = Json::array();
    for (const query::Hit& hit : hits)
      list.push_back(Json{{"table", std::string(Word(hit.record.table))},
                          {"id", std::string(library.dataset.IdOf(hit.record))},
                          {"name", view::NameOf(library, hit.record)}});
    Json report{{"words", query}, {"hits", std::move(list)}};
    if (!nearest.empty()) report["nearest"] = nearest;
    Print(console, report);
    return kFine;
  }
  if (hits.empty()) {
    console.err("Nothing found for " + view::Quoted(query) + "." +
                (nearest.empty() ? "" : " Nearest: " + nearest + ".") + "\n");
    return kFine;
  }
  Columns rows({"table", "id", "words"});
  for (const query::Hit& hit : hits)
    rows.Add({std::string(Word(hit.record.table)), std::string(library.dataset.IdOf(hit.record)),
              view::NameOf(library, hit.record)});
  rows.Print(console);
  return kFine;
}

}  // namespace proviso::cli
