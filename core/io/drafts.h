#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/io/json_value.h"
#include "core/io/load.h"
#include "core/model/dataset.h"

namespace proviso::io {

class Report;

/// A record that is not complete yet, from the root's `x-drafts`: in no answer, count or view but
/// its author's own.
///
/// Source: data/FORMAT.md, "Drafts".
struct Draft {
  std::string id;  ///< Of the record that it will be; empty for changes to one that exists.
  std::string of;  ///< The record that it changes; empty for a new one.
  std::string table;
  JsonValue record;    ///< Members that are readable; an object.
  JsonValue typed;     ///< The words of fields that are not; an object of texts.
  JsonValue choice;    ///< Two readings of one place (merging); null if there is nothing to choose.
  JsonValue whole;     ///< All of it, as it stands in the file.
  std::string damage;  ///< Why it cannot be used; empty if it can.
};

/// The drafts of `dataset`, in the order of the file.
std::vector<Draft> Drafts(const Dataset& dataset);

/// How many there are.
std::size_t CountDrafts(const Dataset& dataset);

/// True if it has a member for them, be it empty or damaged: nothing of it is published.
bool HasDrafts(const Dataset& dataset);

/// The same dataset without them, and without the passages that only they have marked, as it is
/// published.
///
/// Errors: those of `Load`, of which a dataset that is open has none; `limit` where it is nested
/// too
///         deeply.
/// Cost:   one `Save` and one `Load`, also where there are no drafts.
Result<Loaded> LoadWithoutDrafts(const Dataset& dataset);

/// One warning of the code `draft` for each that is damaged; they never keep a file from opening.
void CheckDrafts(const Dataset& dataset, Report* report);

}  // namespace proviso::io
