// proviso import, of what is no sheet: another tool's file, or texts alone.

#include <algorithm>

#include "core/cli/author_commands.h"
#include "core/cli/author_files.h"
#include "core/cli/dna_database.h"
#include "core/cli/import_report.h"
#include "core/exchange/formats.h"
#include "core/exchange/import_file.h"
#include "core/io/json_value.h"
#include "core/locate/locate.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

bool IsText(const std::string& path) {
  for (const char* ending : {".txt", ".html", ".htm", ".xhtml", ".docx", ".odt", ".pdf", ".doc"})
    if (EndsWith(path, ending)) return true;
  return false;
}

/// Texts as documents without claims.
Result<exchange::Taken> TakeTexts(const std::vector<std::string>& files,
                                  const exchange::TakeOptions& options, const Console& console) {
  exchange::TakenMaker maker(options);
  for (const std::string& path : files) {
    const Result<std::string> bytes = console.read(path, kMostFileBytes);
    if (!bytes.ok()) return bytes.problems();
    const Result<std::string> text = exchange::PlainText(*bytes, path);
    if (!text.ok()) return text.problems();
    maker.Text(BaseName(path), std::string_view(*text), "", path);
    maker.TakenAs("text", "texts");
  }
  return maker.Finish(files.size() == 1 ? "a text" : "texts");
}

/// What is done once the file is read.
int Finish(const Arguments& given, exchange::Taken taken, const Dataset* base,
           const std::vector<std::pair<std::string, std::string>>& texts, const Console& console) {
  const bool json = given.Has("--json");
  if (given.Has("--write-map")) {
    std::string bytes;
    bytes = Json::parse(taken.map.Write(), nullptr, false)
                .dump(1, ' ', false, Json::error_handler_t::replace) +
            "\n";
    if (const auto problem =
            WriteFile(console, given.Text("--write-map"), bytes, given.Has("--replace")))
      return Refuse(console, *problem, json);
  }
  sheets::ImportOptions options;
  options.base = base;
  options.coder = given.Text("--coder");
  options.limits = given.Text("--limits") == "none" ? io::Limits::None() : io::Limits();
  options.text = [&](const std::string& name, const std::string&) -> std::optional<std::string> {
    for (const auto& [document, bytes] : texts)
      if (document == name || document == "d-" + name) return bytes;
    return std::nullopt;
  };
  const exchange::ImportedFile file = exchange::ImportTaken(taken, std::move(options), json);
  const sheets::Imported& imported = file.imported;
  const bool errors = std::any_of(imported.problems.begin(), imported.problems.end(),
                                  [](const sheets::CellProblem& one) { return !one.note; });
  const bool at_fault = errors || imported.drafts > 0 || !imported.loaded;
  const std::string out = given.Text("--out");
  if (imported.loaded && !given.Has("--dry-run") && !(given.Has("--strict") && at_fault)) {
    if (!ToStandardOutput(out)) {
      if (const auto problem = WriteFile(console, out, imported.bytes, given.Has("--replace")))
        return Refuse(console, *problem, json);
    } else if (!json) {
      console.out(imported.bytes);
    }
  }
  const auto& say = ToStandardOutput(out) ? console.err : console.out;
  std::string first = "Read as " + file.kind + ".";
  if (!file.taken.empty()) first += "\nTaken: " + file.taken + ".";
  if (!file.left_out.empty()) first += "\nLeft out: " + file.left_out + ".";
  for (const std::string& one : file.drafts) first += "\nDrafts: " + one + ".";
  ReportImport(imported, first, json, console, say);
  if (imported.loaded && given.Has("--strict") && at_fault && !json)
    say("Nothing is written: --strict.\n");
  return at_fault ? kDataAtFault : kFine;
}

}  // namespace

std::optional<int> ImportOfAnotherTool(const Arguments& given,
                                       const std::vector<std::string>& files,
                                       const Console& console) {
  const bool json = given.Has("--json");
  std::string format = given.Text("--from");
  if (format == "csv" || format == "xlsx") return std::nullopt;
  const bool texts_alone = format == "text" || (format.empty() && !files.empty() &&
                                                std::all_of(files.begin(), files.end(), IsText));
  std::string bytes;
  if (!texts_alone) {
    if (files.size() != 1) {
      if (format.empty()) return std::nullopt;
      return Refuse(console,
                    CallProblem("One file of another tool is read at a time.",
                                "Import the others into the first, with --base."),
                    json);
    }
    // The standard input is read once: a sheet has no other way in.
    if (format.empty() && (files[0] == "-" || EndsWith(files[0], ".xlsx"))) return std::nullopt;
    Result<std::string> read = console.read(files[0], kMostFileBytes);
    if (!read.ok()) {
      if (format.empty()) return std::nullopt;  // A folder, perhaps.
      return Refuse(console, read.problems()[0], json);
    }
    bytes = std::move(*read);
    if (bytes.size() > kMostFileBytes)
      return Refuse(console,
                    CallProblem("The file is larger than 64 MiB, which is not read.",
                                "Divide it where it was made."),
                    json);
    if (format.empty() && IsDatabase(bytes)) format = "dna";
    if (format.empty()) format = exchange::GuessFormat(bytes, files[0]);
    if (format.empty()) return std::nullopt;
  }
  if (given.Has("--check-into"))
    return Refuse(console,
                  CallProblem("--check-into goes with sheets.",
                              "Leave it out; what is wrong is told by its place in the file."),
                  json);
  const auto texts = TextOptions(given, console);
  if (!texts.value) return texts.exit_code;
  Opened<Dataset> base;
  if (given.Has("--base")) {
    base = OpenNamed(given.Text("--base"), given, console);
    if (!base.value) return base.exit_code;
  }
  exchange::TakeOptions options;
  options.base = base.value ? &*base.value : nullptr;
  options.coder = given.Text("--coder");
  options.text = [&](const std::string& name) -> std::optional<std::string> {
    for (const auto& [document, text] : *texts.value)
      if (document == name || document == "d-" + name) return text;
    return std::nullopt;
  };
  if (given.Has("--map")) {
    const Result<std::string> map = console.read(given.Text("--map"), 1u << 20);
    if (!map.ok()) return Refuse(console, map.problems()[0], json);
    Result<io::JsonValue> value = exchange::ReadJsonFile(*map);
    if (!value.ok() || !value->is_object()) {
      Problem problem = value.ok() ? CallProblem("The map is no object.",
                                                 "Write {\"codes\": {\"Threat/*\": {\"act\": "
                                                 "\"threatens\"}}}.")
                                   : value.problems()[0];
      return Refuse(console, problem, json);
    }
    options.map = std::move(*value);
  }
  Result<exchange::Taken> taken = texts_alone ? TakeTexts(files, options, console)
                                  : format == "dna" && IsDatabase(bytes)
                                      ? ReadDnaDatabase(bytes, options)
                                      : exchange::Read(format, bytes, options);
  if (!taken.ok()) {
    if (json) {
      Tell(console, taken.problems(), true);
    } else {
      for (const Problem& problem : taken.problems())
        console.err(ProblemWords(console, files[0], problem, false));
    }
    return taken.problems()[0].code == "call" ? kCallAtFault : kDataAtFault;
  }
  return Finish(given, std::move(*taken), options.base, *texts.value, console);
}

}  // namespace proviso::cli
