#include "core/cli/author_files.h"

#include "core/cli/messages.h"
#include "core/exchange/formats.h"
#include "core/sheets/columns.h"
#include "core/sheets/xlsx.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

/// An archive is ours if its first file is stored and dated 1980, as `sheets::WriteZip` has it:
/// “PK” alone would be anybody's thesis, or a sheet that somebody has filled in and saved.
bool IsOurArchive(std::string_view bytes) {
  constexpr std::string_view kHead("PK\x03\x04\x14\0\0\0\0\0\0\0\x21\0", 14);
  return bytes.substr(0, kHead.size()) == kHead;
}

/// True if the bytes are of a kind that this program writes.
bool OfOurMaking(std::string_view bytes) {
  return bytes.empty() || bytes.substr(0, 200).find("claims-dataset") != bytes.npos ||
         IsOurArchive(bytes) || bytes.substr(0, 3) == "\xEF\xBB\xBF" ||
         bytes.substr(0, 30).find("How to go on") != bytes.npos ||
         bytes.find("urn:proviso:") != bytes.npos ||
         bytes.substr(0, 300).find("origin=\"Proviso\"") != bytes.npos ||
         bytes.substr(0, 30) == "\"statement_id\";\"time\";\"person" ||
         bytes.substr(0, 200).find("http://graphml.graphdrawing.org/xmlns") != bytes.npos ||
         bytes.substr(0, 11) == "===\ntitle: " || bytes.substr(0, 11) == "{\n \"AIF\": {";
}

}  // namespace

std::string FolderOf(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == path.npos ? "" : std::string(path.substr(0, slash + 1));
}

std::string BaseName(std::string_view path) {
  while (!path.empty() && path.back() == '/') path.remove_suffix(1);
  const std::string_view name = path.substr(FolderOf(path).size());
  const std::size_t dot = name.rfind('.');
  return std::string(dot == name.npos || dot == 0 ? name : name.substr(0, dot));
}

bool EndsWith(std::string_view path, std::string_view ending) {
  return path.size() >= ending.size() && path.substr(path.size() - ending.size()) == ending;
}

std::optional<Problem> WriteFile(const Console& console, const std::string& path,
                                 std::string_view bytes, bool replace) {
  if (!replace) {
    const Result<std::string> old = console.read(path, 4096);
    if (old.ok() && !OfOurMaking(*old))
      return CallProblem(view::Quoted(path) + " is there and was not made by this program.",
                         "Name another file, or give --replace.");
  }
  return console.write(path, bytes);
}

Opened<OpenedBook> OpenBook(const std::vector<std::string>& paths, const Console& console,
                            bool json) {
  const auto refuse = [&](const Problem& problem) {
    return Opened<OpenedBook>{std::nullopt, Refuse(console, problem, json)};
  };
  OpenedBook opened;
  const auto add_csv = [&](const std::string& path, const std::string& bytes) {
    auto rows = sheets::ReadCsv(bytes);
    sheets::Sheet& sheet = opened.book.sheets.emplace_back();
    sheet.name = BaseName(path);
    if (rows.ok()) {
      sheet.rows = std::move(*rows);
      return std::optional<Problem>();
    }
    return std::optional(rows.problems()[0]);
  };
  for (const std::string& path : paths) {
    if (EndsWith(path, ".json"))
      return refuse(CallProblem(view::Quoted(path) + " is no sheet.",
                                "Give a workbook (.xlsx), sheets as .csv, or a folder of them."));
    const bool csv = EndsWith(path, ".csv");
    const bool named =
        csv || EndsWith(path, ".xlsx") || EndsWith(path, ".xls") || EndsWith(path, ".ods");
    if (named || path == "-") {
      const Result<std::string> bytes = console.read(path, kMostFileBytes);
      if (!bytes.ok()) return refuse(bytes.problems()[0]);
      opened.folder = FolderOf(path);
      if (csv) {
        opened.kind = "csv";
        if (const auto problem = add_csv(path, *bytes)) {
          console.err(ProblemWords(console, path, *problem, false));
          return {std::nullopt, kDataAtFault};
        }
        continue;
      }
      opened.kind = "xlsx";
      Result<sheets::Book> book = sheets::ReadXlsx(*bytes, path);
      if (!book.ok()) return refuse(book.problems()[0]);
      opened.book = std::move(*book);
      continue;
    }
    // A folder: each sheet by its name.
    const std::string folder = EndsWith(path, "/") ? path : path + "/";
    bool any = false;
    for (const sheets::Layout& layout : sheets::Layouts()) {
      const std::string file = folder + std::string(layout.name) + ".csv";
      const Result<std::string> bytes = console.read(file, kMostFileBytes);
      if (!bytes.ok()) continue;
      any = true;
      if (const auto problem = add_csv(file, *bytes)) {
        console.err(ProblemWords(console, file, *problem, false));
        return {std::nullopt, kDataAtFault};
      }
    }
    opened.folder = folder;
    opened.kind = "csv";
    if (!any)
      return refuse(CallProblem("There are no sheets in " + view::Quoted(path) + ".",
                                "Give a workbook (.xlsx), or a folder with claims.csv and the "
                                "others."));
  }
  return {std::move(opened), kFine};
}

Opened<std::vector<std::pair<std::string, std::string>>> TextOptions(const Arguments& given,
                                                                     const Console& console) {
  std::vector<std::pair<std::string, std::string>> texts;
  for (const std::string& word : given.Texts("--text")) {
    const auto pair = SplitPair(word);
    const std::string file = pair ? pair->second : word;
    Result<std::string> bytes = console.read(file, kMostFileBytes);
    if (!bytes.ok()) {
      Tell(console, bytes.problems(), given.Has("--json"));
      return {std::nullopt, kCallAtFault};
    }
    Result<std::string> text = exchange::PlainText(*bytes, file);
    if (!text.ok()) {
      Tell(console, text.problems(), given.Has("--json"));
      return {std::nullopt, kCallAtFault};
    }
    texts.emplace_back(pair ? pair->first : BaseName(file), std::move(*text));
  }
  return {std::move(texts), kFine};
}

Opened<Dataset> OpenNamed(const std::string& path, const Arguments& given, const Console& console) {
  CommonOptions common;
  common.file = path;
  common.json = given.Has("--json");
  common.limits = given.Text("--limits") == "none" ? io::Limits::None() : io::Limits();
  return OpenDataset(common, console);
}

}  // namespace proviso::cli
