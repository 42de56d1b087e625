#pragma once

#include <vector>

#include "core/model/dataset.h"

namespace proviso::query {

/// Appends the texts that `record` is found by. Source: core/query/README.md, "What is searched".
void AppendSearchedTexts(const Dataset& dataset, RecordRef record, std::vector<Text>* texts);

}  // namespace proviso::query
