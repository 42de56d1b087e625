#pragma once

#include <string>
#include <vector>

#include "core/cli/messages.h"
#include "core/model/dataset.h"
#include "core/state/session.h"

namespace proviso::cli {

/// The columns in which `list` prints a table, the wordiest last.
std::vector<std::string> HeadingsOf(Table table);

/// What stands in them for one record; with `expand` names stand beside ids.
std::vector<std::string> CellsOf(const view::Library& library, RecordRef record, bool expand);

/// Puts `records` of a table into the order in which they are listed: events by date, those without
/// one last; all else as in the file.
void SortForListing(const Dataset& dataset, Table table, std::vector<std::uint32_t>* records);

/// The records of one table as in the canonical form of the dataset, in the order of `records`.
///
/// Cost: writes and reads the whole dataset once.
Json RecordsJson(const Dataset& dataset, Table table, const std::vector<std::uint32_t>& records);

}  // namespace proviso::cli
