#include "core/state/update_notes.h"

#include <utility>

#include "core/base/safe_text.h"
#include "core/state/cite.h"
#include "core/state/update_screen.h"
#include "core/state/update_state.h"

namespace proviso::view {

void NotesUpdater::operator()(const SetNote& command) const {
  if (command.record.empty() || !dataset().Find(command.record)) return;
  Notes next = *session.notes;
  const std::string text = CutText(command.text, kLongestNote);
  if (text.empty())
    next.by_record.erase(command.record);
  else
    next.by_record[command.record] = text;
  steps.Write(std::move(next), say()("note on “{0}”", {Named(command.record)}),
              "note/" + command.record);
}

void NotesUpdater::operator()(const AddBookmark& command) const {
  Notes next = *session.notes;
  Bookmark one{CutText(command.name, kLongestBookmarkName), EncodeLink(session.state)};
  if (one.name.empty())
    one.name = CutText(StateWords(library, session.state), kLongestBookmarkName);
  if (one.link.size() > kLongestBookmark) {
    Note(say()("This state is too long for a bookmark. Save it as a state file."));
    return;
  }
  std::string done = say()("bookmark “{0}”", {one.name});
  next.bookmarks.push_back(std::move(one));
  steps.Write(std::move(next), std::move(done));
  session.bookmark_name.clear();
}

void NotesUpdater::operator()(const OpenBookmark& command) const {
  if (command.index >= session.notes->bookmarks.size()) return;
  StateUpdater{*this}(FollowLink{session.notes->bookmarks[command.index].link});
}

void NotesUpdater::operator()(const RemoveBookmark& command) const {
  Notes next = *session.notes;
  if (command.index >= next.bookmarks.size()) return;
  std::string done = say()("bookmark “{0}” removed", {next.bookmarks[command.index].name});
  next.bookmarks.erase(next.bookmarks.begin() + static_cast<std::ptrdiff_t>(command.index));
  steps.Write(std::move(next), std::move(done));
}

void NotesUpdater::operator()(const ImportNotes& command) const {
  const Notes& read = command.file.notes;
  if (!command.file.dataset.empty() && command.file.dataset != dataset().info.id)
    Note(
        say()("The file has notes on the dataset “{0}”. Those on records that this one lacks are "
              "kept and shown as such.",
              {VisibleText(command.file.dataset)}));
  Notes next = *session.notes;
  MergeNotes(read, &next);
  const std::string counts =
      say()("{0} and {1} read from a file##counted notes, counted bookmarks",
            {say().Counted(read.by_record.size(), "{0} note", "{0} notes"),
             say().Counted(read.bookmarks.size(), "{0} bookmark", "{0} bookmarks")});
  if (!steps.Write(std::move(next), counts)) return;
  ScreenUpdater{*this}(ShowDialog{Dialog::kNotes});
}

void NotesUpdater::operator()(const RemoveNotes&) const {
  steps.Write({}, say()("all notes and bookmarks removed"));
}

void NotesUpdater::operator()(const RecallNotes& command) const {
  NotesPtr kept = std::make_shared<const Notes>();
  if (!command.text.empty()) {
    Result<NotesFile> file = ReadNotes(command.text);
    if (!file) {
      // Nothing is written over what perhaps a newer version wrote.
      session.notes_locked = true;
      Note(say()("Your notes of an earlier visit cannot be read: {0}", {file.problems()[0].rule}));
      return;
    }
    kept = std::make_shared<const Notes>(std::move(file->notes));
  }
  const Result<NotesFile> before = ReadNotes(command.base);
  const Notes base = before ? before->notes : Notes();
  const auto joined = [&](const Notes& ours) {
    return std::make_shared<const Notes>(JoinedNotes(base, ours, *kept));
  };
  session.notes = joined(*session.notes);
  for (std::vector<PastState>* list : {&session.undo, &session.redo})
    for (PastState& past : *list) past.notes = joined(*past.notes);
  if (!(*session.notes == *kept)) effects.push_back(StoreNotesEffect(library, session));
}

void NotesUpdater::operator()(const NotesKept& command) const { session.notes_kept = command.kept; }

Effect StoreNotesEffect(const Library& library, const Session& session) {
  const Notes& notes = *session.notes;
  return {Effect::Kind::kStoreNotes,
          notes.empty() ? std::string() : WriteNotes(notes, library.dataset.info.id),
          NotesKey(library)};
}

}  // namespace proviso::view
