#pragma once

#include <string>
#include <vector>

#include "core/state/action.h"
#include "core/state/session.h"

namespace proviso::view {

struct NoteRow {
  std::string key, name;  ///< Of the record, or of the bookmark.
  std::string text;       ///< The note; of a bookmark what it opens.
  bool known = true;      ///< The dataset has the record.
  Command open, remove;
};

struct NotesModel {
  std::string lead;
  std::string bookmark_name, bookmark_hint;
  Action add;
  std::vector<NoteRow> notes, bookmarks;
  std::vector<Action> actions;
};
NotesModel BuildNotesModel(const Library& library, const Session& session);

}  // namespace proviso::view
