#pragma once

#include "core/state/updating.h"

namespace proviso::view {

/// Carries out what changes a reader’s notes and bookmarks.
struct NotesUpdater : Updating {
  void operator()(const SetNote& command) const;
  void operator()(const AddBookmark& command) const;
  void operator()(const OpenBookmark& command) const;
  void operator()(const RemoveBookmark& command) const;
  void operator()(const ImportNotes& command) const;
  void operator()(const RemoveNotes&) const;
  void operator()(const RecallNotes& command) const;
  void operator()(const NotesKept& command) const;
};

/// Asks the platform to keep the notes as they are now.
Effect StoreNotesEffect(const Library& library, const Session& session);

}  // namespace proviso::view
