// proviso import: sheets become a dataset.

#include <algorithm>
#include <set>

#include "core/cli/arguments.h"
#include "core/cli/author_commands.h"
#include "core/cli/author_files.h"
#include "core/cli/import_report.h"
#include "core/cli/messages.h"
#include "core/edit/line.h"
#include "core/io/json_value.h"
#include "core/locate/locate.h"
#include "core/sheets/columns.h"
#include "core/sheets/import.h"
#include "core/sheets/xlsx.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

/// Gives columns the names that `--map` has for them.
std::optional<Problem> Rename(const std::string& path, const Console& console, sheets::Book* book) {
  if (path.empty()) return std::nullopt;
  const Result<std::string> bytes = console.read(path, 1u << 20);
  if (!bytes.ok()) return bytes.problems()[0];
  const std::optional<io::JsonValue> map = io::ReadJson(*bytes);
  const io::JsonValue* columns = map ? map->Find("columns") : nullptr;
  if (columns == nullptr || !columns->is_object())
    return CallProblem(view::Quoted(path) + " has no object “columns”.",
                       "Write {\"columns\": {\"Zitat\": \"quote\"}}.");
  for (sheets::Sheet& sheet : book->sheets) {
    if (sheet.rows.empty()) continue;
    for (std::string& heading : sheet.rows[0])
      if (const std::string_view name = columns->TextOf(edit::Trimmed(heading)); !name.empty())
        heading = name;
  }
  return std::nullopt;
}

/// Writes which columns are not known, to be given our names.
std::optional<Problem> WriteColumns(const Arguments& given, const sheets::Book& book,
                                    const Console& console) {
  if (!given.Has("--write-map")) return std::nullopt;
  Json columns = Json::object();
  const std::vector<sheets::Layout> layouts = sheets::Layouts();
  for (const sheets::Sheet& sheet : book.sheets) {
    const sheets::Layout* layout = sheets::FindLayout(layouts, sheet.name);
    if (layout == nullptr || sheet.rows.empty()) continue;
    for (const std::string& heading : sheet.rows[0])
      if (!heading.empty() && heading != "more" && heading.substr(0, 2) != "x-" &&
          std::none_of(layout->columns.begin(), layout->columns.end(),
                       [&](const sheets::Column& one) { return one.heading == heading; }))
        columns[heading] = "";
  }
  return WriteFile(
      console, given.Text("--write-map"),
      Json{{"columns", columns}}.dump(1, ' ', false, Json::error_handler_t::replace) + "\n",
      given.Has("--replace"));
}

/// The workbook with what is to be said in the column check, and those cells in colour.
std::string Checked(sheets::Book book, const std::vector<sheets::CellProblem>& problems) {
  std::set<std::pair<std::string, std::string>> tinted;
  for (sheets::Sheet& sheet : book.sheets) {
    if (sheet.rows.empty()) continue;
    auto& heads = sheet.rows[0];
    const auto at = std::find(heads.begin(), heads.end(), "check");
    if (at == heads.end()) continue;
    const auto column = static_cast<std::size_t>(at - heads.begin());
    for (std::size_t r = 2; r < sheet.rows.size(); ++r)
      if (column < sheet.rows[r].size()) sheet.rows[r][column].clear();
    for (const sheets::CellProblem& one : problems) {
      if (one.sheet != sheet.name || one.cell.empty()) continue;
      const std::size_t digits = one.cell.find_first_of("0123456789");
      const std::size_t row = std::stoul(one.cell.substr(digits)) - 1;
      if (row >= sheet.rows.size()) continue;
      auto& cells = sheet.rows[row];
      if (cells.size() <= column) cells.resize(column + 1);
      cells[column] += (cells[column].empty() ? "" : "\n") + std::string(one.note ? "note: " : "") +
                       one.problem.rule + " " + one.problem.remedy;
      if (!one.note) tinted.insert({one.sheet, one.cell});
    }
  }
  return sheets::WriteXlsx(book, tinted);
}

}  // namespace

int RunImport(const Arguments& given, const Console& console) {
  const bool json = given.Has("--json");
  const std::vector<std::string> files = given.Texts("FILE");
  if (const auto done = ImportOfAnotherTool(given, files, console)) return *done;
  Opened<OpenedBook> opened = OpenBook(files, console, json);
  if (!opened.value) return opened.exit_code;
  if (const auto problem = Rename(given.Text("--map"), console, &opened.value->book))
    return Refuse(console, *problem, json);
  if (const auto problem = WriteColumns(given, opened.value->book, console))
    return Refuse(console, *problem, json);
  const auto texts = TextOptions(given, console);
  if (!texts.value) return texts.exit_code;
  Opened<Dataset> base;
  if (given.Has("--base")) {
    base = OpenNamed(given.Text("--base"), given, console);
    if (!base.value) return base.exit_code;
  }
  std::string texts_from;
  sheets::ImportOptions options;
  options.base = base.value ? &*base.value : nullptr;
  options.coder = given.Text("--coder");
  options.limits = given.Text("--limits") == "none" ? io::Limits::None() : io::Limits();
  options.text = [&](const std::string& name,
                     const std::string& file) -> std::optional<std::string> {
    for (const auto& [document, bytes] : *texts.value)
      if (document == name || document == "d-" + name) return bytes;
    const std::string wanted = file.empty() ? name + ".txt" : file;
    if (wanted.find("..") != std::string::npos || wanted[0] == '/') return std::nullopt;
    for (const std::string& folder :
         {opened.value->folder, opened.value->folder + std::string("texts/")}) {
      Result<std::string> bytes = console.read(folder + wanted, locate::kLargestText);
      if (!bytes.ok()) continue;
      texts_from = folder.empty() ? "this folder" : folder.substr(0, folder.size() - 1);
      return std::move(*bytes);
    }
    return std::nullopt;
  };
  const sheets::Imported imported = sheets::ImportBook(opened.value->book, options);
  const bool errors = std::any_of(imported.problems.begin(), imported.problems.end(),
                                  [](const sheets::CellProblem& one) { return !one.note; });
  const bool at_fault = errors || imported.drafts > 0 || !imported.loaded;
  const std::string first = "Read as a coding sheet (" + opened.value->kind + ")" +
                            (texts_from.empty() ? "." : ", texts from " + texts_from + ".");
  if (given.Has("--check-into"))
    if (const auto problem =
            WriteFile(console, given.Text("--check-into"),
                      Checked(opened.value->book, imported.problems), given.Has("--replace")))
      return Refuse(console, *problem, json);
  const bool write =
      imported.loaded && !given.Has("--dry-run") && !(given.Has("--strict") && at_fault);
  if (write) {
    const std::string out = given.Text("--out");
    if (ToStandardOutput(out) && !json) {
      console.out(imported.bytes);
    } else if (!ToStandardOutput(out)) {
      if (const auto problem = WriteFile(console, out, imported.bytes, given.Has("--replace")))
        return Refuse(console, *problem, json);
    }
  }
  // The dataset and the report never share a stream.
  const auto& say = ToStandardOutput(given.Text("--out")) ? console.err : console.out;
  ReportImport(imported, first, json, console, say);
  if (imported.loaded && given.Has("--strict") && at_fault && !json)
    say("Nothing is written: --strict.\n");
  return at_fault ? kDataAtFault : kFine;
}

}  // namespace proviso::cli
