#pragma once

#include <string>
#include <vector>

#include "core/model/dataset.h"

namespace proviso::merge {

/// What one dataset has otherwise than another, in one record.
struct RecordChange {
  enum class Kind { kAdded, kChanged, kGone } kind = Kind::kAdded;
  std::string table;  ///< "dataset" for the member of that name, "" for the root's `x-` members.
  std::string id;     ///< Of the record; the name of an `x-` member.
  struct Field {
    std::string name, before, after;  ///< Compact JSON; empty where there is none.
  };
  std::vector<Field> fields;  ///< Of a changed record.
};

/// What `b` adds, changes and takes away: records by id, in the order of tables and ids. Equal
/// datasets, however spelt, have no change.
std::vector<RecordChange> Diff(const Dataset& a, const Dataset& b);

}  // namespace proviso::merge
