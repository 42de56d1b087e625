#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace proviso::sheets {

/// A table of words: what a spreadsheet and a CSV file have in common.
struct Sheet {
  std::string name;
  std::vector<std::vector<std::string>> rows;  ///< Row 1, of the headings, first.
};

/// What is to be said of a cell.
struct CellProblem {
  std::string sheet, cell;  ///< "claims", "F7"; empty where it is of the whole.
  Problem problem;
  bool note = false;  ///< Nothing is kept out by it.
};

/// A workbook, or a folder of CSV files.
struct Book {
  std::vector<Sheet> sheets;
  std::vector<CellProblem> notes;  ///< What its reader had to say.

  const Sheet* Find(std::string_view name) const;
};

/// "A", "Z", "AA": the letters of the column, counted from 0.
std::string ColumnLetters(std::size_t column);

/// "F7": column and row counted from 0.
std::string CellName(std::size_t column, std::size_t row);

/// Reads RFC 4180: UTF-8 with or without a byte order mark; comma, semicolon or tab, whichever the
/// first line has most of.
/// Errors: syntax, with line, for what is not UTF-8, for a quotation mark that does not end; limit
///         over 100,000 rows or 64 KiB a cell.
Result<std::vector<std::vector<std::string>>> ReadCsv(std::string_view bytes);

/// The same the other way: with a byte order mark, commas, LF.
std::string WriteCsv(const std::vector<std::vector<std::string>>& rows);

inline constexpr std::size_t kMostRows = 100'000;
inline constexpr std::size_t kMostCellBytes = 64u << 10;

}  // namespace proviso::sheets
