#pragma once

#include <string>
#include <vector>

#include "core/state/action.h"
#include "core/state/session.h"
#include "core/voice/library.h"

namespace proviso::view {

/// A field that one version has otherwise than the other, in words.
struct VersionField {
  std::string label, before, after;  ///< Empty: nothing.
};

/// A record that one version has otherwise than the other.
struct VersionRow {
  enum class Kind : std::uint8_t { kNew, kChanged, kGone } kind = Kind::kNew;
  std::string key;   ///< Its id, or the name of what has none.
  std::string name;  ///< What it is called.
  std::string note;  ///< Of a claim whose it is and where; or empty.
  std::vector<VersionField> fields;
  Command go;        ///< To the record, here or in the other file; none: it has no place.
  bool here = true;  ///< It is in the dataset that is open.
};

/// Those of one table.
struct VersionGroup {
  std::string key;
  std::string label;   ///< "Claims"
  std::string counts;  ///< "2 new, 1 changed"
  std::vector<VersionRow> rows;
};

/// A voice that answers otherwise.
struct VersionAnswer {
  std::string statement, voice;
  std::string before, after;
  Command go;
};

/// What two versions of a dataset have otherwise: the records that `proviso diff` lists, and the
/// answers that it lists, under what the reader supposes.
struct VersionsModel {
  std::string lead;     ///< Which is compared with which.
  std::string counts;   ///< "2 new, 1 changed, 3 gone. 1 answer differs."
  std::string warning;  ///< It is another dataset; or empty.
  bool same = false;    ///< Nothing differs.
  bool later = true;    ///< The file came later.
  std::vector<VersionAnswer> answers;
  std::string answers_note;  ///< What is supposed in both; or empty.
  std::vector<VersionGroup> groups;
  std::size_t hidden = 0;  ///< Records that are not listed yet.
  std::vector<Action> actions;
};

/// `session.versions.other` is there.
/// Cost: two `io::Save`, a tree of each, and the replies of all voices in both.
VersionsModel BuildVersionsModel(const Library& library, const Session& session);

}  // namespace proviso::view
