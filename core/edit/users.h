#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/dataset.h"

namespace proviso::edit {

/// A place where a record names another.
struct User {
  RecordRef record;       ///< None: the member `dataset`.
  std::string id;         ///< Of the record that names; empty for the member `dataset`.
  std::string path;       ///< Below the record: "/attribution/1/actor", "/consequent/not".
  std::string cut;        ///< What goes if the reference does and the record stays: "/near/0".
  bool required = false;  ///< Without it the record cannot stand: it goes with what it names.
};

/// Who names the record `id`, in the order of the file.
///
/// What may go alone: a field that is not required, an item of a list that need not be there, and
/// one of several items of a list that must; an object in a list goes as a whole. A chain of voices
/// and what a claim is about are never cut.
std::vector<User> UsersOf(const Dataset& dataset, std::string_view id);

/// The same of all records at once: `users[i]` of `ids[i]`. One pass over the dataset.
std::vector<std::vector<User>> UsersOfAll(const Dataset& dataset,
                                          const std::vector<std::string>& ids);

}  // namespace proviso::edit
