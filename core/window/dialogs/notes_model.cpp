#include "core/window/dialogs/notes_model.h"

#include "core/base/safe_text.h"
#include "core/state/change_words.h"
#include "core/state/cite.h"
#include "core/words/labels.h"

namespace proviso::view {

NotesModel BuildNotesModel(const Library& library, const Session& session) {
  const Notes& notes = *session.notes;
  const Say& say = library.say;
  NotesModel model;
  model.lead = say(
      session.notes_kept && !session.notes_locked
          ? "Saved only in this browser: no link, no request and no export of the dataset has "
            "them. A record’s note is written beside it, where its details are."
          : "They last for this visit: nothing can be kept here, or what was kept cannot be read. "
            "Save them to a file to take them along.");
  model.bookmark_name = session.bookmark_name;
  model.bookmark_hint = VisibleText(StateWords(library, session.state));
  model.add = {"add", say("Keep this view"), AddBookmark{session.bookmark_name}, "", true};
  std::size_t number = 0;
  for (const Bookmark& bookmark : notes.bookmarks) {
    NoteRow row;
    row.key = "bookmark-" + std::to_string(number);
    row.name = VisibleText(bookmark.name);
    row.text = VisibleText(StateWords(library, DecodeLink(bookmark.link).state));
    if (row.text == row.name) row.text.clear();
    row.open = OpenBookmark{number};
    row.remove = RemoveBookmark{number};
    model.bookmarks.push_back(std::move(row));
    ++number;
  }
  for (const auto& [record, text] : notes.by_record) {
    NoteRow row;
    row.key = "note-" + VisibleText(record);
    row.known = static_cast<bool>(library.dataset.Find(record));
    row.name = row.known ? NameOfId(library, record)
                         : say("{0}, which this dataset does not have", {VisibleText(record)});
    row.text = VisibleText(text);
    row.open = Select{record};
    row.remove = SetNote{record, ""};
    model.notes.push_back(std::move(row));
  }
  if (!notes.empty())
    model.actions.push_back({"save", say("Save to a file"), Save{Saved::kNotes}, "", false});
  model.actions.push_back({"read", say("Read from a file…"), PickFile{Wanted::kNotes}, "", false});
  if (!notes.empty())
    model.actions.push_back({"remove", say("Remove all"), RemoveNotes{}, "", false});
  return model;
}

}  // namespace proviso::view
