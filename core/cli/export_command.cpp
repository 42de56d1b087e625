// proviso export: a dataset as sheets.

#include <algorithm>
#include <map>

#include "core/base/sha256.h"
#include "core/cli/arguments.h"
#include "core/cli/author_commands.h"
#include "core/cli/author_files.h"
#include "core/cli/messages.h"
#include "core/io/save.h"
#include "core/sheets/export.h"
#include "core/sheets/xlsx.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

/// What a data package says of its sheets. Source: the profile of frictionless data, version 1.
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

}  // namespace

int RunExport(const Arguments& given, const Console& console) {
  const bool json = given.Has("--json");
  const Opened<Dataset> dataset = OpenNamed(given.Text("FILE"), given, console);
  if (!dataset.value) return dataset.exit_code;
  const auto texts = TextOptions(given, console);
  if (!texts.value) return texts.exit_code;
  const Dataset& d = *dataset.value;
  const sheets::TextOf text_of = [&](DocumentId id) -> std::optional<std::string> {
    for (const auto& [name, bytes] : *texts.value)
      if (name == d[id].id || "d-" + name == d[id].id) return bytes;
    return std::nullopt;
  };
  sheets::Book book = sheets::ExportBook(d, text_of);
  const std::vector<std::string> only = given.Texts("--only");
  if (!only.empty())
    book.sheets.erase(std::remove_if(book.sheets.begin(), book.sheets.end(),
                                     [&](const sheets::Sheet& sheet) {
                                       return std::find(only.begin(), only.end(), sheet.name) ==
                                              only.end();
                                     }),
                      book.sheets.end());
  if (book.sheets.empty())
    return Refuse(console,
                  CallProblem("--only leaves no sheet.",
                              "Name sheets such as claims, documents, actors, statements."),
                  json);
  std::vector<std::pair<std::string, std::string>> files;
  const std::string out = given.Text("--out");
  if (given.Text("--to") == "xlsx") {
    if (ToStandardOutput(out) && json)
      return Refuse(console,
                    CallProblem("--json and the workbook would be mixed.", "Give -o FILE."), json);
    files.emplace_back(out, sheets::WriteXlsx(book));
  } else {
    if (ToStandardOutput(out) && book.sheets.size() > 1)
      return Refuse(
          console, CallProblem("Several sheets need a folder.", "Give -o FOLDER, or --only TABLE."),
          json);
    const std::string folder = EndsWith(out, "/") ? out : out + "/";
    for (const sheets::Sheet& sheet : book.sheets)
      files.emplace_back(ToStandardOutput(out) ? out : folder + sheet.name + ".csv",
                         sheets::WriteCsv(sheet.rows));
    if (!ToStandardOutput(out))
      files.emplace_back(folder + "datapackage.json",
                         DataPackage(d, {files.begin(), files.end()}, book).dump(1) + "\n");
  }
  for (const auto& [path, bytes] : files) {
    if (ToStandardOutput(path)) {
      console.out(bytes);
    } else if (const auto problem =
                   WriteFile(console, path, bytes,
                             given.Has("--replace") || EndsWith(path, "datapackage.json"))) {
      return Refuse(console, *problem, json);
    }
  }
  // What is not in it, by count.
  std::size_t unquoted = 0;
  if (const sheets::Sheet* claims = book.Find("claims")) {
    const auto& heads = claims->rows[0];
    const auto at = std::find(heads.begin(), heads.end(), "quote");
    for (std::size_t r = 2; r < claims->rows.size() && at != heads.end(); ++r)
      if (claims->rows[r][static_cast<std::size_t>(at - heads.begin())].empty()) ++unquoted;
  }
  if (json) {
    Json list = Json::array();
    for (const auto& [path, bytes] : files)
      list.push_back(Json{{"path", path}, {"bytes", bytes.size()}});
    Print(console, Json{{"files", list}, {"withoutQuote", unquoted}});
    return kFine;
  }
  const auto& say = ToStandardOutput(out) ? console.err : console.out;
  say("Nothing of the dataset is left out.\n");
  if (unquoted > 0)
    say(view::Counted(unquoted, "claim has", "claims have") +
        " no quote: the text is not at hand, or may not be quoted.\n");
  return kFine;
}

}  // namespace proviso::cli
