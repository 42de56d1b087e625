#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/cli/messages.h"
#include "core/model/dataset.h"
#include "core/sheets/book.h"

namespace proviso::cli {

/// What a data package says of its sheets. `files`: name and bytes, one a sheet of `book`.
/// Source: the profile of frictionless data, version 1.
Json DataPackage(const Dataset& dataset,
                 const std::vector<std::pair<std::string, std::string>>& files,
                 const sheets::Book& book);

}  // namespace proviso::cli
