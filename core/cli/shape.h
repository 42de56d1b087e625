#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/cli/messages.h"
#include "core/model/dataset.h"

namespace proviso::cli {

/// The fields of a table's records, as data/FORMAT.md names them, in its order.
std::vector<std::string> FieldNames(Table table);

/// Checks what `--fields` names against the fields of `tables`; names that begin with "x-" are
/// free.
///
/// Errors: call, with the nearest name.
std::optional<Problem> CheckFields(const std::vector<std::string>& fields,
                                   const std::vector<Table>& tables);

/// How records are printed: which of their fields, and whether names stand beside ids.
struct Shape {
  std::vector<std::string> fields;  ///< In this order; empty: all, as in the canonical form.
  bool expand = false;              ///< A reference is {"id", "name"}.
};

/// Puts records of one table into a shape.
class Shaper {
 public:
  /// `dataset` outlives this.
  Shaper(const Dataset& dataset, Table table, Shape shape);

  /// `record` as in the canonical form.
  Json Shaped(const Json& record) const;

 private:
  const Dataset& dataset_;
  Shape shape_;
  std::set<std::string> references_;  ///< Paths to the fields that hold ids: "about.proposition".
};

/// A value of a record on one line: lists with commas, a chain with ">", "id (name)" of an expanded
/// reference, "not" before a negated literal.
std::string CellWords(const Json& value);

/// "id (name)", or the id alone without `expand`.
std::string IdWords(const Dataset& dataset, RecordRef record, bool expand);

/// Prints one object a line.
void PrintLines(const Console& console, const Json& records);

}  // namespace proviso::cli
