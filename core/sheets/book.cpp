#include "core/sheets/book.h"

#include <algorithm>

#include "core/base/text.h"

namespace proviso::sheets {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

Problem CsvProblem(std::string code, std::size_t line, std::string rule, std::string remedy) {
  Problem problem;
  problem.code = std::move(code);
  problem.line = static_cast<std::uint32_t>(line);
  problem.column = line > 0 ? 1 : 0;
  problem.rule = std::move(rule);
  problem.remedy = std::move(remedy);
  return problem;
}

/// The sign that the first line, outside quotation marks, has most of.
char Divider(std::string_view text) {
  std::size_t counts[3] = {0, 0, 0};
  constexpr std::string_view kDividers = ",;\t";
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n') break;
    if (const std::size_t which = kDividers.find(c); which != kDividers.npos) ++counts[which];
  }
  return kDividers[static_cast<std::size_t>(std::max_element(counts, counts + 3) - counts)];
}

}  // namespace

const Sheet* Book::Find(std::string_view name) const {
  for (const Sheet& sheet : sheets)
    if (sheet.name == name) return &sheet;
  return nullptr;
}

std::string ColumnLetters(std::size_t column) {
  std::string letters;
  for (std::size_t n = column + 1; n > 0; n = (n - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
  return letters;
}

std::string CellName(std::size_t column, std::size_t row) {
  return ColumnLetters(column) + std::to_string(row + 1);
}

Result<std::vector<std::vector<std::string>>> ReadCsv(std::string_view bytes) {
  if (bytes.substr(0, kMark.size()) == kMark) bytes.remove_prefix(kMark.size());
  if (const auto invalid = FirstInvalidUtf8(bytes)) {
    const auto line =
        1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(*invalid), '\n');
    return CsvProblem("syntax", static_cast<std::size_t>(line),
                      "The sheet is not UTF-8 from this line on.", "Save it as “CSV UTF-8”.");
  }
  std::vector<std::vector<std::string>> rows;
  if (bytes.empty()) return rows;
  const char divider = Divider(bytes);
  std::string cell;
  std::vector<std::string> row;
  bool quoted = false, was_quoted = false;
  std::size_t line = 1, opened = 0;
  const auto end_cell = [&] {
    row.push_back(std::move(cell));
    cell.clear();
    was_quoted = false;
  };
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (c == '\n') ++line;
    if (quoted) {
      if (c != '"') {
        cell += c;
      } else if (at + 1 < bytes.size() && bytes[at + 1] == '"') {
        cell += bytes[++at];
      } else {
        quoted = false;
      }
    } else if (c == '"' && cell.empty() && !was_quoted) {
      quoted = was_quoted = true;
      opened = line;
    } else if (c == divider) {
      end_cell();
    } else if (c == '\n' || (c == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n')) {
      if (c == '\r') ++at, ++line;
      end_cell();
      rows.push_back(std::move(row));
      row.clear();
    } else {
      cell += c;
    }
    if (cell.size() > kMostCellBytes)
      return CsvProblem("limit", line, "A cell has more than 65,536 bytes.", "Shorten it.");
    if (rows.size() > kMostRows)
      return CsvProblem("limit", line, "The sheet has more than 100,000 rows.", "Divide it.");
  }
  if (quoted)
    return CsvProblem("syntax", opened, "A quotation mark that opens in this line never closes.",
                      "Close it, or write it twice if it is part of the words.");
  if (!cell.empty() || !row.empty() || was_quoted) {
    end_cell();
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string WriteCsv(const std::vector<std::vector<std::string>>& rows) {
  std::string out(kMark);
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += ',';
      if (row[i].find_first_of(",\"\r\n") == std::string::npos) {
        out += row[i];
        continue;
      }
      out += '"';
      for (const char c : row[i]) out.append(c == '"' ? 2 : 1, c);
      out += '"';
    }
    out += '\n';
  }
  return out;
}

}  // namespace proviso::sheets
