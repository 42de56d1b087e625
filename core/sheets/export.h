#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/model/dataset.h"
#include "core/sheets/book.h"

namespace proviso::sheets {

/// The text of a document, where it is at hand; only words that its `quoting` allows are used.
using TextOf = std::function<std::optional<std::string>(DocumentId)>;

/// The book of `dataset`: what people read in columns, and what has none in a column `more`, so
/// that reading it back gives the same canonical bytes. Quotes stand in it where the text is at
/// hand (or the dataset holds them) and may be quoted; each row has its id.
Book ExportBook(const Dataset& dataset, const TextOf& text = {});

/// The empty book: headings and the row that explains them.
Book EmptyBook();

}  // namespace proviso::sheets
