#include "core/exchange/import_file.h"

#include <algorithm>
#include <map>

#include "core/exchange/formats.h"
#include "core/sheets/export.h"
#include "core/sheets/xlsx.h"
#include "core/words/labels.h"

namespace proviso::exchange {
namespace {

using io::JsonValue;

/// Notes of one kind that are told; of more, only how many there are.
constexpr std::size_t kToldNotes = 3;

std::string TalliesWords(const std::vector<Tally>& tallies) {
  std::vector<std::string> words;
  for (const Tally& one : tallies) words.push_back(view::Counted(one.count, one.one, one.many));
  return view::JoinWords(words);
}

/// Rows get the places of the file that they come from; notes of one kind beyond a few are counted.
void TellPlaces(const Taken& taken, bool all, sheets::Imported* imported) {
  std::map<std::string, std::size_t> told;
  std::vector<sheets::CellProblem> kept;
  for (sheets::CellProblem& one : imported->problems) {
    const std::size_t digits = one.cell.find_first_of("0123456789");
    if (digits != std::string::npos) {
      const auto place = taken.places.find({one.sheet, std::stoul(one.cell.substr(digits))});
      if (place != taken.places.end()) one.sheet = place->second;
      one.cell.clear();
    }
    // What only drafts use is not unused.
    if (one.note && one.problem.code == "I9" && taken.draft_claims > 0) continue;
    if (one.note && !all && ++told[one.problem.remedy] > kToldNotes) continue;
    kept.push_back(std::move(one));
  }
  std::size_t more = 0;
  for (const auto& [remedy, count] : told)
    if (count > kToldNotes) more += count - kToldNotes;
  if (more > 0) {
    sheets::CellProblem& one = kept.emplace_back();
    one.sheet = "the file";
    one.problem.code = "sheet";
    one.problem.rule = view::Counted(more, "more note", "more notes") + " of the same kinds.";
    one.problem.remedy = "--json lists all.";
    one.note = true;
  }
  imported->problems = std::move(kept);
}

Problem NotRead(std::string rule, std::string remedy) {
  Problem problem;
  problem.code = "call";
  problem.rule = std::move(rule);
  problem.remedy = std::move(remedy);
  return problem;
}

bool EndsAs(std::string_view name, std::string_view ending) {
  if (name.size() < ending.size()) return false;
  return std::equal(ending.begin(), ending.end(),
                    name.end() - static_cast<std::ptrdiff_t>(ending.size()),
                    [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b); });
}

std::string StemOf(std::string_view name) {
  name = name.substr(name.find_last_of("/\\") + 1);
  return std::string(name.substr(0, name.rfind('.')));
}

Result<sheets::Book> BookOf(std::string_view bytes, std::string_view name, std::string* kind) {
  if (EndsAs(name, ".csv")) {
    *kind = "a coding sheet (csv)";
    auto rows = sheets::ReadCsv(bytes);
    if (!rows.ok()) return rows.problems();
    sheets::Book book;
    book.sheets.push_back({StemOf(name), std::move(*rows)});
    return book;
  }
  *kind = "a coding sheet (xlsx)";
  return sheets::ReadXlsx(bytes, name);
}

/// The cell that "claims!F7" names, which is made if its row is there; else null.
std::string* CellAt(sheets::Book* book, std::string_view where, bool make) {
  const std::size_t mark = where.rfind('!');
  if (mark == where.npos) return nullptr;
  const std::string_view name = where.substr(mark + 1);
  std::size_t column = 0, at = 0, row = 0;
  for (; at < name.size() && name[at] >= 'A' && name[at] <= 'Z' && at < 4; ++at)
    column = column * 26 + static_cast<std::size_t>(name[at] - 'A') + 1;
  const std::size_t letters = at;
  for (; at < name.size() && name[at] >= '0' && name[at] <= '9' && at < letters + 7; ++at)
    row = row * 10 + static_cast<std::size_t>(name[at] - '0');
  constexpr std::size_t kMostColumns = 1000;
  if (at < name.size() || column == 0 || row == 0 || column > kMostColumns) return nullptr;
  for (sheets::Sheet& sheet : book->sheets) {
    if (sheet.name != where.substr(0, mark)) continue;
    if (row > sheet.rows.size()) return nullptr;
    std::vector<std::string>& cells = sheet.rows[row - 1];
    if (cells.size() < column && make) cells.resize(column);
    return cells.size() < column ? nullptr : &cells[column - 1];
  }
  return nullptr;
}

std::string_view BaseOf(std::string_view path) { return path.substr(path.find_last_of("/\\") + 1); }

/// The text of those beside a sheet that its row means: by the file's name, else by the short one;
/// where one alone is given and one alone is wanted it is that.
std::optional<std::string> TextBeside(const JsonValue* texts, const std::string& name,
                                      const std::string& file, bool only) {
  if (texts == nullptr) return std::nullopt;
  for (const JsonValue& one : texts->items())
    if (!file.empty() && BaseOf(one.TextOf("name")) == BaseOf(file))
      return std::string(one.TextOf("text"));
  for (const JsonValue& one : texts->items())
    if (StemOf(one.TextOf("name")) == name) return std::string(one.TextOf("text"));
  if (only && texts->items().size() == 1) return std::string(texts->items()[0].TextOf("text"));
  return std::nullopt;
}

/// How many texts a book has: rows of its sheet of documents below the headings and their line.
std::size_t TextsOf(const sheets::Book& book) {
  const sheets::Sheet* documents = book.Find("documents");
  if (documents == nullptr) return 0;
  std::size_t count = 0;
  for (std::size_t i = 1; i < documents->rows.size(); ++i) {
    const auto& row = documents->rows[i];
    count += !row.empty() && !row[0].empty() && row[0][0] != '(';
  }
  return count;
}

}  // namespace

ImportedFile ImportTaken(const Taken& taken, sheets::ImportOptions options, bool all_notes) {
  ImportedFile file;
  file.kind = taken.kind;
  if (const JsonValue* codes = taken.map.Find("codes")) file.codes = *codes;
  if (taken.base) options.base = &*taken.base;
  const auto beside = std::move(options.text);
  options.text = [&](const std::string& name,
                     const std::string& path) -> std::optional<std::string> {
    for (const auto& [document, bytes] : taken.texts)
      if (document == name || document == "d-" + name) return bytes;
    return beside ? beside(name, path) : std::nullopt;
  };
  sheets::Imported& imported = file.imported;
  imported = sheets::ImportBook(taken.book, options);
  if (taken.book.sheets.empty() && !taken.base) {
    sheets::CellProblem nothing;
    nothing.sheet = "the file";
    nothing.problem = NotRead("It holds nothing that can be taken over.",
                              "Export it with its texts, codes or documents.");
    imported.problems.assign(1, std::move(nothing));
  }
  imported.rows += taken.draft_claims;
  imported.drafts += taken.draft_claims;
  if (taken.base) imported.left = 0;
  TellPlaces(taken, all_notes, &imported);
  file.taken = TalliesWords(taken.taken);
  file.left_out = TalliesWords(taken.left_out);
  for (const Tally& one : taken.drafts)
    file.drafts.push_back(view::Counted(one.count, one.one, one.many));
  return file;
}

Result<ImportedFile> ImportFile(std::string_view bytes, std::string_view name,
                                const JsonValue& help) {
  if (bytes.size() > kLargestFile)
    return NotRead("The file is larger than 64 MiB, which is not read.",
                   "Divide it where it was made.");
  if (bytes.substr(0, 15) == "SQLite format 3")
    return NotRead("A database is read by the command line alone.",
                   "Export events from DNA, or use proviso import.");
  const std::string_view format = GuessFormat(bytes, name);
  if (!format.empty()) {
    TakeOptions options;
    const JsonValue* texts = help.Find("texts");
    if (const JsonValue* map = help.Find("map"); map != nullptr && map->is_object())
      options.map = *map;
    options.text = [texts](const std::string& text) { return TextBeside(texts, text, text, true); };
    const Result<Taken> taken = Read(format, bytes, options);
    if (!taken.ok()) return taken.problems();
    return ImportTaken(*taken, {}, true);
  }
  const bool sheet = EndsAs(name, ".csv") || EndsAs(name, ".xlsx") || EndsAs(name, ".xls") ||
                     EndsAs(name, ".ods") || bytes.substr(0, 2) == "PK";
  if (!sheet) {
    Problem problem =
        NotRead("This is no dataset, and no file of another tool that is read here.",
                "Open a dataset (.json), a coding sheet (.xlsx, .csv), or an export of another "
                "tool: .qdpx, .qdc, Web Annotations, CSL JSON, DNA events, AIF.");
    problem.code = "other";
    return problem;
  }
  ImportedFile file;
  Result<sheets::Book> book = BookOf(bytes, name, &file.kind);
  if (!book.ok()) return book.problems();
  if (const JsonValue* fixes = help.Find("fixes"))
    for (const JsonValue& fix : fixes->items())
      if (std::string* cell = CellAt(&*book, fix.TextOf("where"), true))
        *cell = fix.TextOf("words");
  sheets::ImportOptions options;
  const bool only = TextsOf(*book) == 1;
  options.text = [texts = help.Find("texts"), only](const std::string& text,
                                                    const std::string& path) {
    return TextBeside(texts, text, path, only);
  };
  file.imported = sheets::ImportBook(*book, options);
  file.book = std::move(*book);
  return file;
}

std::string ImportedJson(const ImportedFile& file) {
  const sheets::Imported& imported = file.imported;
  JsonValue out = JsonValue::Object();
  out.Set("kind", file.kind);
  out.Set("taken", file.taken);
  out.Set("left", file.left_out);
  out.Set("drafts", JsonValue::List(file.drafts));
  JsonValue counts = JsonValue::Object();
  const auto count = [&counts](std::string_view name, std::size_t value) {
    counts.Set(name, JsonValue::Number(static_cast<double>(value)));
  };
  count("claims", imported.claims);
  count("drafts", imported.drafts);
  out.Set("counts", std::move(counts));
  JsonValue problems = JsonValue::List();
  sheets::Book book = file.book;
  for (const sheets::CellProblem& one : imported.problems) {
    JsonValue& problem = problems.Add(JsonValue::Object());
    problem.Set("error", JsonValue::Boolean(!one.note));
    std::string where = one.sheet;
    if (!one.cell.empty()) where += (where.empty() ? "" : "!") + one.cell;
    problem.Set("where", where);
    problem.Set("rule", one.problem.rule);
    problem.Set("remedy", one.problem.remedy);
    if (const std::string* cell = CellAt(&book, where, true)) problem.Set("cell", *cell);
  }
  out.Set("problems", std::move(problems));
  out.Set("sheet", JsonValue::Boolean(!file.book.sheets.empty()));
  if (!file.codes.members().empty()) out.Set("codes", file.codes);
  if (imported.loaded) out.Set("dataset", imported.bytes);
  return out.Write();
}

std::string FormatsJson() {
  JsonValue list = JsonValue::List();
  const auto add = [&list](std::string_view name, std::string_view about, std::string_view lost) {
    constexpr std::pair<std::string_view, std::string_view> kEndings[] = {
        {"xlsx", ".xlsx"},          {"qdpx", ".qdpx"},       {"qdc", ".qdc"},
        {"annotations", ".jsonld"}, {"csl", ".csl.json"},    {"dna", "-dna.csv"},
        {"graphml", ".graphml"},    {"argdown", ".argdown"}, {"aif", "-aif.json"}};
    JsonValue& one = list.Add(JsonValue::Object());
    one.Set("name", name);
    one.Set("about", about);
    for (const auto& [of, ending] : kEndings)
      if (of == name) one.Set("ending", ending);
    one.Set("lost", lost);
  };
  add("xlsx", "a workbook", "xlsx, the coding sheets. Lost: nothing.");
  for (const Format& format : Formats())
    if (!format.out.empty()) add(format.name, format.about, format.out);
  return list.Write();
}

Result<std::string> ExportFile(std::string_view format, const Dataset& dataset) {
  if (format == "xlsx") return sheets::WriteXlsx(sheets::ExportBook(dataset));
  const Texts texts(dataset, {});
  Result<Written> written = Write(format, dataset, texts);
  if (!written.ok()) return written.problems();
  return std::move(written->bytes);
}

}  // namespace proviso::exchange
