// proviso facets: what --where can name, and how many claims each value would show.

#include "core/cli/columns.h"
#include "core/cli/messages.h"
#include "core/cli/open.h"
#include "core/cli/where.h"
#include "core/voice/voice.h"

namespace proviso::cli {

int RunFacets(const FacetsOptions& options, const Console& console) {
  const Opened<Dataset> dataset = OpenDataset(options.common, console);
  if (!dataset.value) return dataset.exit_code;
  const query::FacetTable facets(*dataset.value);
  const auto filter = ParseWhere(*dataset.value, facets, options.where);
  if (!filter.ok()) return Refuse(console, filter.problems()[0], options.common.json);
  const auto counts = facets.Count(*filter);
  Json json = Json::object();
  Columns rows({"facet", "value", ">claims", "in words"});
  for (std::size_t i = 0; i < query::kFacetCount; ++i) {
    const query::Facet facet = static_cast<query::Facet>(i);
    Json values = Json::array();
    for (const query::FacetValue& value : counts[i]) {
      Json one{{"value", std::string(value.value)}, {"claims", value.count}};
      std::string words = view::FacetValueWords(*dataset.value, facet, value.value);
      if (value.near > 0) {
        one["near"] = value.near;
        words += " (" + std::to_string(value.near) + " of them about something near)";
      }
      values.push_back(std::move(one));
      rows.Add(
          {std::string(Word(facet)), std::string(value.value), std::to_string(value.count), words});
    }
    json[std::string(Word(facet))] = std::move(values);
  }
  if (options.common.json)
    Print(console, json);
  else
    rows.Print(console);
  return kFine;
}

}  // namespace proviso::cli
