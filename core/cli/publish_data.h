#pragma once

#include <string>

#include "core/cli/console.h"
#include "core/model/dataset.h"

namespace proviso::cli {

/// Writes the ZIP archive of `publish --data`: the dataset, its sheets as CSV with a data package,
/// a codebook, how to cite it, and what there is. The exit code.
int PublishData(const std::string& path, const Dataset& dataset, bool replace, bool json,
                const Console& console);

}  // namespace proviso::cli
