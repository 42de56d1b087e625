#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace proviso::view {

/// A state that the reader comes back to.
struct Bookmark {
  std::string name;
  std::string link;  ///< Its fragment, without the `#`.

  friend bool operator==(const Bookmark&, const Bookmark&) = default;
};

/// What a reader wrote for themselves about one dataset. Private: it is in no link, no request and
/// no export of the dataset; the platform keeps its bytes, and the reader can take them along.
struct Notes {
  std::map<std::string, std::string> by_record;  ///< By a record's id; none is empty.
  std::vector<Bookmark> bookmarks;               ///< In the order in which they were made.

  bool empty() const { return by_record.empty() && bookmarks.empty(); }
  friend bool operator==(const Notes&, const Notes&) = default;
};
/// Never null. Shared, since every step of undo keeps one.
using NotesPtr = std::shared_ptr<const Notes>;

inline constexpr std::size_t kLongestNote = 4'000;         ///< Bytes.
inline constexpr std::size_t kLongestBookmarkName = 200;   ///< Bytes.
inline constexpr std::size_t kLongestBookmark = 16'384;    ///< Bytes of its link.
inline constexpr std::size_t kMostNotes = 2'000;           ///< And as many bookmarks.
inline constexpr std::size_t kLargestNotesFile = 1 << 20;  ///< Bytes.

/// `text` in at most `bytes` bytes, cut between characters.
std::string CutText(std::string_view text, std::size_t bytes);

/// `notes` as a file. Source: data/FORMAT.md, "Notes".
std::string WriteNotes(const Notes& notes, std::string_view dataset);

struct NotesFile {
  std::string dataset;  ///< The id of the dataset that they are about.
  Notes notes;
};
/// Reads a file of notes whole, or not at all.
///
/// Errors: syntax · limit · schema, each with its place, rule and remedy.
Result<NotesFile> ReadNotes(std::string_view bytes);

/// Puts `more` into `notes`: of two notes on one record the newer, `more`'s, stays; a bookmark that
/// is there already is not doubled.
void MergeNotes(const Notes& more, Notes* notes);

/// `theirs` with what the reader changed here: with all in which `ours` differs from `base`, which
/// is what both began with. So two tabs on one dataset lose nothing of each other's.
Notes JoinedNotes(const Notes& base, const Notes& ours, const Notes& theirs);

}  // namespace proviso::view
