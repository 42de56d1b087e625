#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/io/load.h"
#include "core/sheets/book.h"

namespace proviso::sheets {

struct ImportOptions {
  /// The bytes of a document's text, by the short name and the cell `file` of its row; none: it is
  /// not there.
  std::function<std::optional<std::string>(const std::string& text, const std::string& file)> text;
  const Dataset* base = nullptr;  ///< Rows whose id it has replace its records; others are added.
  std::string coder;              ///< Initials, where the sheet names none.
  io::Limits limits;
};

/// What became of a book. Rows that could not be read are drafts and keep nothing else out; an
/// error in documents, in the dataset's own fields or in the book itself keeps everything out.
struct Imported {
  std::optional<io::Loaded> loaded;
  std::string bytes;  ///< Canonical, if loaded.
  std::vector<CellProblem> problems;
  std::size_t rows = 0, claims = 0, drafts = 0;        ///< Of the sheet claims.
  std::size_t added = 0, replaced = 0, unchanged = 0;  ///< Claims, against the base.
  std::size_t left = 0;  ///< Claims of the base that no row names; they stay.
};

/// Turns a book into a dataset; all checking is `Load`'s, whose problems come back as cells.
/// Source: data/FORMAT.md, "Sheets".
Imported ImportBook(const Book& book, const ImportOptions& options);

}  // namespace proviso::sheets
