#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/cli/arguments.h"
#include "core/cli/console.h"
#include "core/cli/open.h"
#include "core/sheets/book.h"

namespace proviso::cli {

/// The largest sheet, text or file of another tool that is read.
inline constexpr std::uint64_t kMostFileBytes = 64u << 20;

/// The folder in which a file lies, with its slash; empty for the folder one is in.
std::string FolderOf(std::string_view path);
/// The file's name without folders and without its last ending.
std::string BaseName(std::string_view path);
bool EndsWith(std::string_view path, std::string_view ending);

/// Writes a file; one that is there and was not made by this program only if `replace` is given.
std::optional<Problem> WriteFile(const Console& console, const std::string& path,
                                 std::string_view bytes, bool replace);

/// A book and where it came from.
struct OpenedBook {
  sheets::Book book;
  std::string folder;  ///< Of its texts.
  std::string kind;    ///< "xlsx" or "csv"
};

/// Reads a workbook, sheets as CSV files, or a folder of them.
Opened<OpenedBook> OpenBook(const std::vector<std::string>& paths, const Console& console,
                            bool json);

/// "DOC=FILE" of all `--text`, by document; a text without a document under "".
Opened<std::vector<std::pair<std::string, std::string>>> TextOptions(const Arguments& given,
                                                                     const Console& console);

/// A dataset and its canonical bytes.
Opened<Dataset> OpenNamed(const std::string& path, const Arguments& given, const Console& console);

}  // namespace proviso::cli
