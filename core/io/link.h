#pragma once

#include "core/io/report.h"
#include "core/io/symbols.h"
#include "core/model/dataset.h"

namespace proviso::io {

/// Turns the mentions that `Reader` left in `dataset` into indexes of its tables.
///
/// Errors: I2 for an id that no record has, or that names a record of another table; I11 for the
/// ends of a relation that are no claims. Such a reference becomes *none*.
void Link(Symbols* symbols, Dataset* dataset, Report* report);

/// "passage" for `kPassages`.
std::string_view RecordNoun(Table table);

}  // namespace proviso::io
