#include "core/cli/data_package.h"

#include "core/base/sha256.h"

namespace proviso::cli {

Json DataPackage(const Dataset& dataset,
                 const std::vector<std::pair<std::string, std::string>>& files,
                 const sheets::Book& book) {
  const DatasetInfo& info = dataset.info;
  Json package = {{"profile", "tabular-data-package"},
                  {"name", std::string(info.id)},
                  {"title", std::string(info.title)},
                  {"version", std::string(info.version)}};
  if (!info.note.empty()) package["description"] = std::string(info.note);
  if (!info.licence.empty())
    package["licenses"] = Json::array({Json{{"name", std::string(info.licence)}}});
  if (!info.doi.empty()) package["id"] = std::string(info.doi);
  if (!info.keywords.empty()) {
    package["keywords"] = Json::array();
    for (const Text word : info.keywords) package["keywords"].push_back(std::string(word));
  }
  if (!info.creators.empty()) {
    package["contributors"] = Json::array();
    for (const Maker& one : info.creators) {
      Json who = {{"title", std::string(one.name)}, {"role", "author"}};
      if (!one.affiliation.empty()) who["organization"] = std::string(one.affiliation);
      package["contributors"].push_back(who);
    }
  }
  package["resources"] = Json::array();
  for (std::size_t i = 0; i < files.size(); ++i) {
    Json fields = Json::array();
    for (const std::string& heading : book.sheets[i].rows[0])
      fields.push_back(Json{{"name", heading}, {"type", "string"}});
    package["resources"].push_back(Json{{"profile", "tabular-data-resource"},
                                        {"name", book.sheets[i].name},
                                        {"path", book.sheets[i].name + ".csv"},
                                        {"format", "csv"},
                                        {"encoding", "utf-8"},
                                        {"hash", "sha256:" + Sha256Hex(files[i].second)},
                                        {"bytes", files[i].second.size()},
                                        {"schema", Json{{"fields", fields}}}});
  }
  return package;
}

}  // namespace proviso::cli
