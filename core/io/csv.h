#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/model/dataset.h"

namespace proviso::io {

/// One table of `dataset` for spreadsheets and other programs: RFC 4180 with a line of headings,
/// UTF-8, LF, rows and sets in the canonical order.
///
/// A column is a field as data/FORMAT.md names it, a field of an object in it "text.sha256"; what a
/// record was not given is empty. Lists are joined with "|", objects in them are "to:how", a chain
/// is "actor:stance:cue:hedge>actor:stance"; where such a sign occurs in a text of a list, "\"
/// stands before it. A negated literal is "!id"; `x-` members are one JSON object in the column
/// "x". A text that a spreadsheet would take for a formula has "'" before it.
std::string SaveCsv(const Dataset& dataset, Table table);

/// The same of some records, by their places in the table, in the order given; with `fields` of the
/// columns of these alone, in their order ("text" has "text.sha256" and all others of its kind).
std::string SaveCsv(const Dataset& dataset, Table table, const std::vector<std::uint32_t>& rows,
                    const std::vector<std::string>& fields = {});

}  // namespace proviso::io
