// proviso import: sheets become a dataset.

#include <algorithm>
#include <functional>
#include <set>

#include "core/base/safe_text.h"
#include "core/cli/arguments.h"
#include "core/cli/author_commands.h"
#include "core/cli/author_files.h"
#include "core/cli/messages.h"
#include "core/edit/line.h"
#include "core/io/json_value.h"
#include "core/locate/locate.h"
#include "core/sheets/import.h"
#include "core/sheets/xlsx.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

std::string PlaceWords(const sheets::CellProblem& one) {
  std::string words = one.sheet;
  if (!one.cell.empty()) words += (words.empty() ? "" : "!") + one.cell;
  return words.empty() ? "the sheets" : words;
}

std::string ProblemLine(const Console& console, const sheets::CellProblem& one) {
  std::string words = VisibleText(PlaceWords(one)) + ": ";
  words += one.note ? Paint(console, "1;33", "note") : Paint(console, "1;31", "error");
  const std::string& code = one.problem.code;
  if (code != "sheet" && code != "line" && code != "call") words += " " + code;
  words += ": " + VisibleText(one.problem.rule) + "\n";
  if (!one.problem.remedy.empty()) words += "    " + VisibleText(one.problem.remedy) + "\n";
  return words;
}

Json ProblemJsonOf(const sheets::CellProblem& one) {
  Json json = ProblemJson(one.problem);
  json["sheet"] = one.sheet;
  json["cell"] = one.cell;
  return json;
}

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

int Report(const sheets::Imported& imported, const std::string& first_line, bool json,
           const Console& console, const std::function<void(std::string_view)>& say,
           int exit_code) {
  const auto counts = [&] {
    return view::Counted(imported.rows, "row", "rows") + ": " +
           view::Counted(imported.claims, "claim", "claims") + ", " +
           view::Counted(imported.drafts, "draft", "drafts") + ". " +
           std::to_string(imported.added) + " new, " + std::to_string(imported.replaced) +
           " replaced, " + std::to_string(imported.unchanged) + " unchanged.\n";
  };
  if (json) {
    Json errors = Json::array(), warnings = Json::array();
    for (const sheets::CellProblem& one : imported.problems)
      (one.note ? warnings : errors).push_back(ProblemJsonOf(one));
    Json result = {{"errors", errors}, {"warnings", warnings}};
    if (imported.loaded)
      result["counts"] = Json{{"rows", imported.rows},         {"claims", imported.claims},
                              {"drafts", imported.drafts},     {"new", imported.added},
                              {"replaced", imported.replaced}, {"unchanged", imported.unchanged},
                              {"left", imported.left}};
    Print(console, result);
    return exit_code;
  }
  say(first_line + "\n");
  for (const sheets::CellProblem& one : imported.problems) say(ProblemLine(console, one));
  if (!imported.loaded) {
    say("Nothing is written.\n");
    return exit_code;
  }
  say(counts());
  if (imported.left > 0)
    say(view::Counted(imported.left, "claim", "claims") +
        " of the base stand in no row; they stay.\n");
  return exit_code;
}

}  // namespace

int RunImport(const Arguments& given, const Console& console) {
  const bool json = given.Has("--json");
  const std::vector<std::string> files = given.Texts("FILE");
  Opened<OpenedBook> opened = OpenBook(files, console, json);
  if (!opened.value) return opened.exit_code;
  if (const auto problem = Rename(given.Text("--map"), console, &opened.value->book))
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
  Report(imported, first, json, console, say, 0);
  if (imported.loaded && given.Has("--strict") && at_fault && !json)
    say("Nothing is written: --strict.\n");
  return at_fault ? kDataAtFault : kFine;
}

}  // namespace proviso::cli
