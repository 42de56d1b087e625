// proviso export: a dataset as sheets, or for another tool.

#include <algorithm>

#include "core/cli/arguments.h"
#include "core/cli/author_commands.h"
#include "core/cli/author_files.h"
#include "core/cli/data_package.h"
#include "core/cli/messages.h"
#include "core/exchange/formats.h"
#include "core/sheets/export.h"
#include "core/sheets/xlsx.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

int ExportForAnotherTool(const Arguments& given, const Dataset& dataset,
                         const sheets::TextOf& text_of, const Console& console) {
  const bool json = given.Has("--json");
  const std::string format = given.Text("--to"), out = given.Text("--out");
  if (given.Has("--only"))
    return Refuse(console, CallProblem("--only goes with sheets.", "Leave it out."), json);
  if (ToStandardOutput(out) && json)
    return Refuse(console, CallProblem("--json and the file would be mixed.", "Give -o FILE."),
                  json);
  const exchange::Texts texts(dataset, text_of);
  const Result<exchange::Written> written = exchange::Write(format, dataset, texts);
  if (!written.ok()) return Refuse(console, written.problems()[0], json);
  if (ToStandardOutput(out))
    console.out(written->bytes);
  else if (const auto problem = WriteFile(console, out, written->bytes, given.Has("--replace")))
    return Refuse(console, *problem, json);
  if (json) {
    Print(console,
          Json{{"files", Json::array({Json{{"path", out}, {"bytes", written->bytes.size()}}})},
               {"lost", written->lost}});
    return kFine;
  }
  const auto& say = ToStandardOutput(out) ? console.err : console.out;
  for (const exchange::Format& one : exchange::Formats())
    if (one.name == format) say("Written as " + std::string(one.about) + ".\n");
  for (const std::string& sentence : written->lost) say("    " + sentence + "\n");
  return kFine;
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
  if (given.Text("--to") != "csv" && given.Text("--to") != "xlsx")
    return ExportForAnotherTool(given, d, text_of, console);
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
