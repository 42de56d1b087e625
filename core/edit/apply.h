#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/io/load.h"

namespace proviso::edit {

/// Writes a whole record, as JSON; its id says whether it is new or takes another's place.
struct Put {
  Table table = Table::kClaims;
  std::string record;
};
/// Writes one field of a record, as JSON; empty: takes it away.
///
/// `path` leads below the record ("/coding/note"); "/attribution/-" adds an item to a list. What a
/// field stands in is made if it is not there, and goes with its last field.
struct Set {
  std::string id;  ///< Empty: the member `dataset`.
  std::string path, value;
};
/// Moves an item of a list by so many places; as far as the list goes.
struct Shift {
  std::string id, path;
  int by = 0;
};
/// Takes a record away; with its users, or not at all while there are some.
struct Remove {
  std::string id;
  bool with_users = false;
};
/// Gives a record another id wherever it is named. If `to` is there already, in the same table, the
/// two become one.
struct Rename {
  std::string from, to;
};
/// Writes the member `dataset`, as JSON.
struct PutInfo {
  std::string dataset;
};
/// Writes an `x-` member of the root, as JSON; empty: takes it away.
struct PutExtension {
  std::string name, value;
};
using Step = std::variant<Put, Set, Shift, Remove, Rename, PutInfo, PutExtension>;

/// A dataset that was edited.
struct Edited {
  std::string bytes;  ///< Canonical.
  io::Loaded loaded;
  std::vector<std::string> added, changed, gone;  ///< Ids, sorted.
};

/// Takes all steps, or none: an edit is a change of records, then everything that `Load` checks.
///
/// A draft that names what goes loses it; a draft of changes goes with its record, and a draft goes
/// once `Put` writes the record that it was to be. Passages that nothing uses any more go with the
/// claim that used them.
///
/// Errors: those of `Load`, with pointers into the edited dataset; call for an id that is not
///         there, a removal with users, two records of different tables made one.
/// Cost:   two `Save`, one `Load`, and a tree of the dataset between them.
/// Source: data/FORMAT.md; an edit knows no more of a field than its type and its rule.
Result<Edited> Apply(const Dataset& dataset, std::span<const Step> steps,
                     const io::Limits& limits = {});

/// The ids that a removal with users takes away: the record, those that cannot stand without it,
/// and passages that nothing else uses. Sorted.
std::vector<std::string> GoneWith(const Dataset& dataset, std::string_view id);

}  // namespace proviso::edit
