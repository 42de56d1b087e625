#pragma once

#include <string>

#include "core/model/dataset.h"

namespace proviso::io {

/// The canonical bytes of `dataset`: one dataset, one spelling.
///
/// Keys in the order of data/schema.json, tables and sets sorted by id, UTF-8 NFC, LF, one space an
/// indent. Loading them gives an equal dataset, and saving that gives the same bytes.
/// Source: data/FORMAT.md, "Canonical form".
std::string Save(const Dataset& dataset);

/// The dataset's digest: SHA-256 of its canonical bytes, hexadecimal.
std::string Digest(const Dataset& dataset);

}  // namespace proviso::io
