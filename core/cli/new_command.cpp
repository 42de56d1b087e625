// proviso new: a folder to begin with.

#include <algorithm>

#include "core/cli/arguments.h"
#include "core/cli/author_commands.h"
#include "core/cli/author_files.h"
#include "core/cli/columns.h"
#include "core/cli/messages.h"
#include "core/edit/make_id.h"
#include "core/exchange/formats.h"
#include "core/locate/find_quote.h"
#include "core/sheets/export.h"
#include "core/sheets/xlsx.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

struct TextFile {
  std::string name;  ///< In texts/.
  std::string short_name, title, bytes, about;
};

Result<TextFile> ReadTextFile(const std::string& path, const std::string& language,
                              const Console& console) {
  const Result<std::string> read = console.read(path, locate::kLargestText);
  if (!read.ok()) return read.problems();
  Result<std::string> bytes = exchange::PlainText(*read, path);
  if (!bytes.ok()) return bytes.problems();
  const Result<locate::ReaderText> text = locate::ReadText(*bytes);
  if (!text.ok()) return text.problems();
  TextFile file;
  file.name = EndsWith(path, ".txt") ? path.substr(FolderOf(path).size()) : BaseName(path) + ".txt";
  file.short_name =
      edit::MakeId(Table::kPropositions, BaseName(path), [](const std::string&) { return false; });
  const std::vector<locate::Place> paragraphs = locate::Paragraphs(*bytes);
  std::size_t sentences = 0;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const auto found = locate::Sentences(text->norm1, paragraphs[i], language);
    const char32_t last = text->norm1[paragraphs[i].end - 1];
    const bool heading = i == 0 && paragraphs.size() > 1 && found.size() == 1 &&
                         std::u32string_view(U".!?…。").find(last) == std::u32string_view::npos;
    if (heading)
      file.title = locate::WordsAt(*text, paragraphs[0]);
    else
      sentences += found.size();
  }
  file.about = view::Counted(paragraphs.size(), "paragraph", "paragraphs") + ", " +
               view::Counted(sentences, "sentence", "sentences");
  file.bytes = std::move(*bytes);
  return file;
}

/// Puts a cell under its heading in the last row of a sheet.
void Set(sheets::Sheet* sheet, std::string_view heading, const std::string& words) {
  const auto& heads = sheet->rows[0];
  const auto at = std::find(heads.begin(), heads.end(), heading);
  if (at != heads.end()) sheet->rows.back()[static_cast<std::size_t>(at - heads.begin())] = words;
}

std::string ReadMe(const std::string& dir, const std::string& out) {
  return "How to go on\n\n"
         "1. Put your texts (UTF-8, .txt) into texts/, a row for each into the sheet documents.\n"
         "2. Open coding.xlsx and fill in the sheet claims: copy the words, say who says what, how "
         "firmly.\n"
         "3. Run: proviso import " +
         dir + "coding.xlsx -o " + out +
         "\n"
         "4. What cannot be read is listed by its cell; correct it and run the command again.\n"
         "5. Open " +
         out + " in the explorer, or: proviso check --strict " + out +
         "\n"
         "6. Two who code apart: proviso agree A.json B.json, then proviso merge.\n";
}

}  // namespace

int RunNew(const Arguments& given, const Console& console) {
  const bool json = given.Has("--json");
  std::string dir = given.Text("DIR");
  while (dir.size() > 1 && dir.back() == '/') dir.pop_back();
  const std::string name = BaseName(dir);
  dir += '/';
  const std::string language = given.Text("--language", "en");
  std::vector<TextFile> texts;
  for (const std::string& path : given.Texts("TEXT")) {
    Result<TextFile> text = ReadTextFile(path, language, console);
    if (!text.ok()) return Refuse(console, text.problems()[0], json);
    texts.push_back(std::move(*text));
  }
  const std::string book_path = dir + "coding.xlsx";
  if (!given.Has("--replace") && console.read(book_path, 1).ok())
    return Refuse(console,
                  CallProblem(view::Quoted(book_path) + " is there already.",
                              "Name another folder, or give --replace: what is filled in is lost "
                              "then."),
                  json);
  sheets::Book book = sheets::EmptyBook();
  for (sheets::Sheet& sheet : book.sheets) {
    const auto add = [&sheet] { sheet.rows.emplace_back(sheet.rows[0].size()); };
    if (sheet.name == "documents")
      for (const TextFile& text : texts) {
        add();
        Set(&sheet, "text", text.short_name);
        Set(&sheet, "title", text.title);
        Set(&sheet, "language", language);
        Set(&sheet, "file", text.name);
        Set(&sheet, "may be quoted", "no");
      }
    if (sheet.name != "dataset") continue;
    const std::pair<std::string_view, std::string> fields[] = {
        {"id", ""},         {"title", given.Text("--title")},
        {"version", "1.0"}, {"coders", given.Text("--coder")},
        {"start", ""},      {"note", ""},
        {"rights", ""},     {"protocol", ""},
        {"finished", ""},   {"creators", ""},
        {"licence", ""},    {"doi", ""},
        {"keywords", ""}};
    for (const auto& [field, value] : fields) {
      add();
      Set(&sheet, "field", std::string(field));
      Set(&sheet, "value", value);
    }
  }
  for (const std::string& folder : {dir.substr(0, dir.size() - 1), dir + "texts"})
    if (const auto problem = console.make_folder(folder)) return Refuse(console, *problem, json);
  const std::string out = dir + name + ".json";
  std::vector<std::pair<std::string, std::string>> made;
  const auto write = [&](const std::string& path, std::string_view bytes, std::string about) {
    made.emplace_back(path, std::move(about));
    return WriteFile(console, path, bytes, true);
  };
  auto problem =
      write(book_path, sheets::WriteXlsx(book), "8 columns to fill in; row 2 explains them");
  for (const TextFile& text : texts)
    if (!problem) problem = write(dir + "texts/" + text.name, text.bytes, text.about);
  if (!problem) problem = write(dir + "README.txt", ReadMe(dir, out), "how to go on");
  if (problem) return Refuse(console, *problem, json);
  if (json) {
    Json files = Json::array();
    for (const auto& [path, about] : made) files.push_back(Json{{"path", path}, {"about", about}});
    Print(console, Json{{"files", files}});
    return kFine;
  }
  std::size_t width = 0;
  for (const auto& one : made) width = std::max(width, one.first.size());
  for (const auto& [path, about] : made)
    console.out(path + std::string(width + 2 - path.size(), ' ') + about + "\n");
  console.out("Next: fill in the sheet claims, then\n      proviso import " + book_path + " -o " +
              out + "\n");
  return kFine;
}

}  // namespace proviso::cli
