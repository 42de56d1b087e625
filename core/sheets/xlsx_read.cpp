#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <pugixml.hpp>

#include "core/base/text.h"
#include "core/edit/line.h"
#include "core/io/json_text.h"
#include "core/io/json_value.h"
#include "core/io/report.h"
#include "core/sheets/xlsx.h"
#include "core/sheets/zip.h"

namespace proviso::sheets {
namespace {

Problem XlsxProblem(const char* code, std::string rule, std::string remedy) {
  Problem problem;
  problem.code = code;
  problem.rule = std::move(rule);
  problem.remedy = std::move(remedy);
  return problem;
}

/// The name without the prefix of its namespace, which programs choose as they like.
std::string_view Local(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

template <class Use>
void ForEach(const pugi::xml_node& parent, std::string_view name, const Use& use) {
  for (const pugi::xml_node& child : parent.children())
    if (Local(child) == name) use(child);
}

pugi::xml_node First(const pugi::xml_node& parent, std::string_view name) {
  for (const pugi::xml_node& child : parent.children())
    if (Local(child) == name) return child;
  return {};
}

std::string_view Attribute(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute& one : node.attributes()) {
    const std::string_view full = one.name();
    const std::size_t colon = full.find(':');
    if ((colon == full.npos ? full : full.substr(colon + 1)) == name) return one.value();
  }
  return {};
}

std::size_t Whole(std::string_view digits, std::size_t otherwise = 0) {
  std::size_t value = otherwise;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// The words of a string: of its parts, if it is a rich one; not what is said on how to read it.
std::string WordsOf(const pugi::xml_node& item) {
  std::string words;
  for (const pugi::xml_node& child : item.children()) {
    if (Local(child) == "t") words += child.text().get();
    if (Local(child) == "r") words += First(child, "t").text().get();
  }
  return words;
}

/// Which parts of a date a number format shows.
enum class Shows { kNoDate, kYear, kMonth, kDay };

Shows ShownBy(std::string_view code) {
  bool year = false, month = false, day = false, clock = false;
  char quote = 0;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i] >= 'A' && code[i] <= 'Z' ? static_cast<char>(code[i] + 32) : code[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"') {
      quote = '"';
    } else if (c == '[') {
      quote = ']';
    } else if (c == '\\' || c == '_') {
      ++i;
    } else if (c == ';') {
      break;
    } else {
      year = year || c == 'y';
      day = day || c == 'd';
      month = month || c == 'm';
      clock = clock || c == 'h' || c == 's';
    }
  }
  if (day) return Shows::kDay;
  if (year) return month ? Shows::kMonth : Shows::kYear;
  return month && !clock ? Shows::kMonth : Shows::kNoDate;
}

Shows ShownByBuiltIn(std::size_t id) {
  if (id == 17) return Shows::kMonth;
  if ((id >= 14 && id <= 16) || id == 22 || (id >= 27 && id <= 31) || id == 36 ||
      (id >= 50 && id <= 58))
    return Shows::kDay;
  return Shows::kNoDate;
}

/// Year, month and day of a day counted from 1970-01-01.
struct Day {
  int year = 0, month = 0, day = 0;
};
Day DayOf(std::int64_t days) {  // Howard Hinnant, "chrono-compatible low-level date algorithms".
  days += 719'468;
  const std::int64_t era = (days >= 0 ? days : days - 146'096) / 146'097;
  const auto doe = static_cast<int>(days - era * 146'097);
  const int yoe = (doe - doe / 1460 + doe / 36'524 - doe / 146'096) / 365;
  const int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const int mp = (5 * doy + 2) / 153;
  const int month = mp < 10 ? mp + 3 : mp - 9;
  return {static_cast<int>(yoe + era * 400) + (month <= 2 ? 1 : 0), month,
          doy - (153 * mp + 2) / 5 + 1};
}

std::string Padded(int number, int digits) {
  std::string text = std::to_string(number);
  while (static_cast<int>(text.size()) < digits) text.insert(text.begin(), '0');
  return text;
}

class Reader {
 public:
  explicit Reader(std::vector<ZipEntry> entries) {
    for (ZipEntry& entry : entries) files_.emplace(std::move(entry.first), std::move(entry.second));
  }

  Result<Book> Read() {
    pugi::xml_document workbook, rels;
    const std::string main = MainPart();
    if (!Parse(main, &workbook))
      return XlsxProblem("syntax", "The archive is no workbook, or a damaged one.",
                         "Save it as .xlsx and give it again.");
    const std::size_t slash = main.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : main.substr(0, slash + 1);
    Parse(folder + "_rels/" + main.substr(folder.size()) + ".rels", &rels);
    std::map<std::string, std::string> targets;
    ForEach(rels.document_element(), "Relationship", [&](const pugi::xml_node& one) {
      std::string target(Attribute(one, "Target"));
      target = target.substr(0, 1) == "/" ? target.substr(1) : folder + target;
      const std::string_view type = Attribute(one, "Type");
      if (type.size() > 14 && type.substr(type.size() - 14) == "/sharedStrings")
        strings_at_ = target;
      if (type.size() > 7 && type.substr(type.size() - 7) == "/styles") styles_at_ = target;
      targets.emplace(Attribute(one, "Id"), std::move(target));
    });
    const std::string_view old =
        Attribute(First(workbook.document_element(), "workbookPr"), "date1904");
    from_1904_ = old == "1" || old == "true";
    ReadStrings();
    ReadStyles();
    std::optional<Problem> problem;
    ForEach(First(workbook.document_element(), "sheets"), "sheet", [&](const pugi::xml_node& one) {
      const std::string name(Attribute(one, "name"));
      std::string id;
      for (const pugi::xml_attribute& attribute : one.attributes())
        if (std::string_view(attribute.name()).find(":id") != std::string_view::npos)
          id = attribute.value();
      const auto target = targets.find(id);
      if (name == "lists" || target == targets.end() || problem) return;
      problem = ReadSheet(name, target->second);
    });
    if (problem) return *problem;
    return std::move(book_);
  }

 private:
  std::string MainPart() {
    pugi::xml_document rels;
    std::string main = "xl/workbook.xml";
    if (!Parse("_rels/.rels", &rels)) return main;
    ForEach(rels.document_element(), "Relationship", [&](const pugi::xml_node& one) {
      const std::string_view type = Attribute(one, "Type");
      if (type.find("/officeDocument") == type.npos ||
          type.substr(type.size() - 15) != "/officeDocument")
        return;
      main = Attribute(one, "Target");
      if (!main.empty() && main[0] == '/') main.erase(0, 1);
    });
    return main;
  }

  bool Parse(const std::string& name, pugi::xml_document* document) const {
    const auto file = files_.find(name);
    if (file == files_.end() || file->second.find("<!DOCTYPE") != std::string::npos) return false;
    return static_cast<bool>(document->load_buffer(
        file->second.data(), file->second.size(),
        pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_auto));
  }

  void ReadStrings() {
    pugi::xml_document document;
    if (!Parse(strings_at_, &document)) return;
    ForEach(document.document_element(), "si",
            [&](const pugi::xml_node& item) { strings_.push_back(WordsOf(item)); });
  }

  void ReadStyles() {
    pugi::xml_document document;
    if (!Parse(styles_at_, &document)) return;
    std::map<std::size_t, Shows> formats;
    ForEach(First(document.document_element(), "numFmts"), "numFmt",
            [&](const pugi::xml_node& one) {
              formats[Whole(Attribute(one, "numFmtId"))] = ShownBy(Attribute(one, "formatCode"));
            });
    ForEach(First(document.document_element(), "cellXfs"), "xf", [&](const pugi::xml_node& one) {
      const std::size_t id = Whole(Attribute(one, "numFmtId"));
      const auto format = formats.find(id);
      shows_.push_back(format == formats.end() ? ShownByBuiltIn(id) : format->second);
    });
  }

  std::optional<Problem> ReadSheet(const std::string& name, const std::string& file) {
    pugi::xml_document document;
    if (!Parse(file, &document))
      return XlsxProblem("syntax", "The sheet " + io::Quote(name) + " is damaged.",
                         "Save the workbook again.");
    Sheet sheet;
    sheet.name = name;
    std::optional<Problem> problem;
    std::size_t next_row = 0;
    ForEach(First(document.document_element(), "sheetData"), "row", [&](const pugi::xml_node& row) {
      if (problem) return;
      const std::size_t number = Whole(Attribute(row, "r"), next_row + 1);
      if (number == 0 || number > kMostRows + 2) {
        problem = XlsxProblem(
            "limit", "The sheet " + io::Quote(name) + " has more than 100,000 rows.", "Divide it.");
        return;
      }
      next_row = number;
      std::size_t next_column = 0;
      std::vector<std::string> cells;
      ForEach(row, "c", [&](const pugi::xml_node& cell) {
        std::size_t column = ColumnOf(Attribute(cell, "r"), next_column);
        if (column >= 256) return;  // No sheet of ours is so wide.
        next_column = column + 1;
        std::string words = Value(cell, name, CellName(column, number - 1));
        if (words.empty()) return;
        if (words.size() > kMostCellBytes) {
          problem = XlsxProblem(
              "limit", name + "!" + CellName(column, number - 1) + " has more than 65,536 bytes.",
              "Shorten it.");
          return;
        }
        if (cells.size() <= column) cells.resize(column + 1);
        cells[column] = std::move(words);
      });
      if (cells.empty()) return;
      if (sheet.rows.size() < number) sheet.rows.resize(number);
      sheet.rows[number - 1] = std::move(cells);
    });
    if (problem) return problem;
    book_.sheets.push_back(std::move(sheet));
    return std::nullopt;
  }

  static std::size_t ColumnOf(std::string_view reference, std::size_t otherwise) {
    std::size_t column = 0;
    for (const char c : reference) {
      if (c < 'A' || c > 'Z' || column > 100'000) break;
      column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
    }
    return column == 0 ? otherwise : column - 1;
  }

  void Note(const std::string& sheet, const std::string& cell, std::string rule, std::string remedy,
            bool note) {
    CellProblem& problem = book_.notes.emplace_back();
    problem.sheet = sheet;
    problem.cell = cell;
    problem.problem = {"sheet", "", 0, 0, std::move(rule), std::move(remedy)};
    problem.note = note;
  }

  std::string Value(const pugi::xml_node& cell, const std::string& sheet, const std::string& at) {
    const std::string_view type = Attribute(cell, "t");
    const std::string value = First(cell, "v").text().get();
    if (First(cell, "f") && value.empty() && type != "str") {
      Note(sheet, at, "This cell is a formula without a value.",
           "Open the workbook where it was made, and save it again.", false);
      return "";
    }
    if (type == "s") {
      const std::size_t index = Whole(value, strings_.size());
      return index < strings_.size() ? strings_[index] : "";
    }
    if (type == "inlineStr") return WordsOf(First(cell, "is"));
    if (type == "str") return value;
    if (type == "b") return value == "1" ? "true" : "false";
    if (type == "d") return value.substr(0, 10);
    if (type == "e") {
      Note(sheet, at, "This cell holds an error of the spreadsheet.", "Correct it.", false);
      return "";
    }
    if (value.empty()) return "";
    const std::optional<double> number = io::ReadJsonNumber(value);
    if (!number) return value;
    const std::size_t style = Whole(Attribute(cell, "s"));
    const Shows shows = style < shows_.size() ? shows_[style] : Shows::kNoDate;
    if (shows != Shows::kNoDate) return Date(*number, shows, sheet, at);
    std::string digits;
    io::AppendJsonNumber(*number, &digits);
    return digits;
  }

  std::string Date(double serial, Shows shows, const std::string& sheet, const std::string& at) {
    if (!(serial >= 0) || serial > 2'958'465) return "";
    auto days = static_cast<std::int64_t>(std::floor(serial));
    // 1900 counts as a leap year there, so days before its March are one further.
    const std::int64_t epoch = from_1904_ ? -24'107 : days < 60 ? -25'568 : -25'569;
    const Day day = DayOf(days + epoch);
    const std::string year = Padded(day.year, 4);
    const std::string month = year + "-" + Padded(day.month, 2);
    if (shows == Shows::kDay) return month + "-" + Padded(day.day, 2);
    static constexpr std::string_view kMonths[] = {"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
    const std::string& taken = shows == Shows::kMonth ? month : year;
    Note(sheet, at,
         "This cell is a date of the spreadsheet, " + std::to_string(day.day) + " " +
             std::string(kMonths[static_cast<std::size_t>(day.month - 1)]) + " " + year +
             "; its format shows no day, so " + taken + " is taken.",
         "Format the column as text.", true);
    return taken;
  }

  std::map<std::string, std::string> files_;
  std::string strings_at_ = "xl/sharedStrings.xml", styles_at_ = "xl/styles.xml";
  std::vector<std::string> strings_;
  std::vector<Shows> shows_;
  bool from_1904_ = false;
  Book book_;
};

}  // namespace

Result<Book> ReadXlsx(std::string_view bytes, std::string_view name) {
  if (bytes.substr(0, 4) == "\xD0\xCF\x11\xE0") {
    const bool old = name.size() > 4 && name.substr(name.size() - 4) == ".xls";
    return XlsxProblem(
        "call",
        io::Quote(name) + (old ? " is an old Excel file, which is not read."
                               : " is locked with a password, or an old Excel file."),
        old ? "Save it as .xlsx." : "Remove the password and save again as .xlsx.");
  }
  if (bytes.substr(0, 2) != "PK")
    return XlsxProblem("call", io::Quote(name) + " is no workbook.", "Give an .xlsx file.");
  Result<std::vector<ZipEntry>> entries = ReadZip(bytes);
  if (!entries.ok()) return entries.problems();
  for (const ZipEntry& entry : *entries)
    if (entry.first == "mimetype")
      return XlsxProblem("call", io::Quote(name) + " is an OpenDocument file, which is not read.",
                         "Save it as .xlsx.");
  return Reader(std::move(*entries)).Read();
}

}  // namespace proviso::sheets
