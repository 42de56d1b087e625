#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/author/form.h"
#include "core/author/names.h"
#include "core/base/result.h"

namespace proviso::view {

/// What is written into a field, as JSON; empty: the field is taken away. Records that the words
/// need besides are in `names.made()`.
///
/// Errors: line, with what to write instead; what the rules of the format say is not asked here.
Result<std::string> FieldJson(const Library& library, const FormField& field,
                              std::string_view words, Names* names);

/// A date as people write it as EDTF, or empty: "2026-03-06", "6.3.2026", "6 March 2026",
/// "March 2026", "about 2020".
std::string DateOf(std::string_view words);

/// A record that a field leads to, by the beginnings of the words of its name.
struct NameMatch {
  std::string id, name;
  std::size_t uses = 0;  ///< Records that name it.
  bool begins = false;   ///< Its name begins with what is typed.
};
/// At most `most` records of `table` whose name has each word of `typed` at the beginning of a
/// word; those that begin so first, then those most used.
std::vector<NameMatch> MatchesOf(const Library& library, Table table, std::string_view typed,
                                 std::size_t most);

}  // namespace proviso::view
