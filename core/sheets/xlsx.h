#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "core/sheets/book.h"

namespace proviso::sheets {

/// Reads a workbook (.xlsx): words as they stand, dates of the spreadsheet by their number format,
/// formulas by their last value. Everything a reader should know of it is in the book's notes.
///
/// Errors: those of `ReadZip`; call for an old .xls, an .ods or a locked file, with what to do.
Result<Book> ReadXlsx(std::string_view bytes, std::string_view name);

/// The book as a workbook: all cells text, drop-downs that warn and do not forbid, two frozen rows,
/// rarely needed columns folded away. `tinted` are cells ("claims", "F7") to be coloured.
/// The same book gives the same bytes.
std::string WriteXlsx(const Book& book,
                      const std::set<std::pair<std::string, std::string>>& tinted = {});

}  // namespace proviso::sheets
